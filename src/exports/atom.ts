import { escapeText } from "./escape.ts"
import { type Export, oneLine, parties } from "./export.ts"

/** An instant from a day or instant; feeds know no plain days. */
function instant(published: string | undefined, otherwise: string): string {
  const ms = Date.parse(published ?? "")
  return Number.isNaN(ms) ? otherwise : new Date(ms).toISOString()
}

/** An Atom feed: one entry an event, with the words it rests on. */
export const atom: Export = {
  name: "atom",
  means: "an Atom feed, one entry an event",
  async *write(material) {
    yield [
      '<?xml version="1.0" encoding="utf-8"?>',
      '<feed xmlns="http://www.w3.org/2005/Atom">',
      "  <id>urn:readout:chronology</id>",
      "  <title>Chronology</title>",
      `  <updated>${material.now}</updated>`,
      "  <generator>readout</generator>",
      "",
    ].join("\n")
    for await (const { event, claims } of material.cases()) {
      const told = claims.map(({ claim, document }) => ({
        words: claim.mentions[0]?.quote ?? "",
        by: document.outlet ?? document.id,
      }))
      const latest = claims
        .map(({ document }) => instant(document.published, material.now))
        .sort()
        .at(-1)!
      const title = `${event.day ?? "day unknown"} · ${event.type}${event.status === "happened" ? "" : ` (${event.status})`}: ${parties(event)}`
      const content = told.map(({ words, by }) => `<p>“${escapeText(oneLine(words))}” – ${escapeText(by)}</p>`).join("")
      yield [
        "  <entry>",
        `    <id>urn:readout:event:${escapeText(event.id)}</id>`,
        `    <title>${escapeText(title)}</title>`,
        `    <updated>${latest}</updated>`,
        `    <author><name>${escapeText(told[0]?.by ?? "readout")}</name></author>`,
        `    <category term="${escapeText(event.type)}"/>`,
        `    <content type="html">${escapeText(content)}</content>`,
        "  </entry>",
        "",
      ].join("\n")
    }
    yield "</feed>\n"
  },
}
