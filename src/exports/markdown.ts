import { type Export, oneLine, parties } from "./export.ts"

const plain = (text: string) => oneLine(text).replace(/[\\`*_[\]<>#|]/g, "\\$&")

/** A chronology to paste: a heading a day, each event with its words and who published them. */
export const markdown: Export = {
  name: "markdown",
  means: "a chronology to paste, with quotes and sources",
  async *write(material) {
    yield "# Chronology\n"
    let heading: string | undefined
    for await (const { event, claims } of material.cases()) {
      const day = event.day ?? event.date.partial ?? "Day unknown"
      if (day !== heading) yield `\n## ${day}\n`
      heading = day
      const status = event.status === "happened" ? "" : ` (${event.status})`
      yield `\n- **${event.type}**${status}: ${plain(parties(event))}\n`
      for (const { claim, document } of claims) {
        const from =
          [document.outlet, document.title, document.published?.slice(0, 10)].filter(Boolean).join(", ") || document.id
        const link = document.url
          ? `[${plain(from)}](<${document.url.replace(/[<>\s]/g, encodeURIComponent)}>)`
          : plain(from)
        const tellers = claim.saidBy.map(a => a.name ?? a.state).join(" ← ")
        yield `  - “${plain(claim.mentions[0]?.quote ?? "")}”${tellers ? ` – told by ${plain(tellers)}` : ""} – ${link}\n`
      }
    }
  },
}
