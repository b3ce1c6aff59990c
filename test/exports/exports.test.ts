import { parse } from "csv-parse/sync"
import { XMLParser, XMLValidator } from "fast-xml-parser"
import { beforeAll, describe, expect, it } from "vitest"
import { edtf } from "../../src/exports/edtf.ts"
import { EXPORTS, type Material } from "../../src/exports/index.ts"
import type { Claim } from "../../src/model/claim.ts"
import type { Document } from "../../src/model/document.ts"
import type { Case } from "../../src/model/gathered.ts"

// An emoji before the words: two UTF-16 code units, one code point.
const text = `😀 "=Norway" & <Chile> met on Tuesday,\nit was said.\u0000`
const doc: Document = {
  id: "d 1",
  title: "=SUM(A1) & more",
  published: "2022-02-04T10:00:00Z",
  outlet: "Out|let",
  url: "https://o.test/a b",
  text,
}
const words = (part: string) => {
  const from = text.indexOf(part)
  return { from, to: from + part.length, quote: part }
}
const claim: Claim = {
  doc: doc.id,
  id: "d 1#meeting-4",
  type: "meeting",
  plover: { event: "CONSULT", mode: "meet" },
  cameo: "042",
  status: "happened",
  statusEvidence: [],
  participants: [
    { state: "NOR", certainty: "stated", evidence: [words("Norway")] },
    { state: "CHL", name: "Foreign Minister", certainty: "implied", reason: "as printed", evidence: [words("Chile")] },
  ],
  source: [],
  target: [],
  date: {
    value: "2022-02-01",
    zone: "Europe/Oslo",
    utc: { from: "2022-01-31T23:00:00Z", to: "2022-02-01T23:00:00Z" },
    certainty: "implied",
    reason: "latest Tuesday",
    evidence: [words("Tuesday")],
  },
  saidBy: [],
  provenance: ["Out|let", "NOR and Foreign Minister"],
  issues: ["trade"],
  slots: { place: { value: "Oslo", certainty: "stated", evidence: [words("Chile")] } },
  flags: [],
  mentions: [words(`=Norway" & <Chile> met on Tuesday,\nit`)],
}
const { text: _text, ...head } = doc
const { doc: _doc, ...told } = claim
const event: Case["event"] = {
  ...told,
  id: "meeting-1",
  day: "2022-02-01",
  clearest: doc.id,
  documents: [head],
  claims: 1,
}
const undated: Case["event"] = {
  ...event,
  id: "meeting-2",
  day: null,
  date: { value: null, partial: "XXXX-XX-25", certainty: "implied", evidence: [] },
}

async function* list<T>(...items: T[]) {
  yield* items
}
const material: Material = {
  cases: () =>
    list<Case>(
      {
        event,
        claims: [{ claim, document: head }],
        reasons: [],
        lookalikes: [{ event: undated, verdict: "different", reasons: ["no day"], judge: "program" }],
      },
      {
        event: undated,
        claims: [{ claim: { ...claim, date: undated.date }, document: head }],
        reasons: [],
        lookalikes: [],
      },
    ),
  document: async () => doc,
  documents: () => list({ ...doc, version: 1, added: "2022-02-05T00:00:00.000Z" }),
  actors: () => list({ state: "NOR", events: 2 }),
  claims: () => list({ event: "meeting-1", claim }),
  corrections: async () => [{ made: "2022", author: "A", kind: "reject", reason: "r", body: {} }],
  deleted: async () => [{ kind: "event", id: "meeting-0", deleted: "2022", reason: "gone" }],
  now: "2022-02-06T00:00:00.000Z",
}

const files = new Map<string, string>()
beforeAll(async () => {
  for (const { name, write } of EXPORTS) files.set(name, (await Array.fromAsync(write(material))).join(""))
})
const file = (name: string) => files.get(name)!

describe("exports", () => {
  it("csv has one row a claim, its quote whole, and no cell that a spreadsheet would run", () => {
    const rows: Record<string, string>[] = parse(file("csv"), { columns: true })
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      event_id: "meeting-1",
      participant_states: "NOR; CHL",
      participant_names: "; Foreign Minister",
      date: "2022-02-01",
      utc_from: "2022-01-31T23:00:00Z",
      plover_event: "CONSULT",
      cameo: "042",
      quote: `'${claim.mentions[0]!.quote}`,
      quote_from: String(claim.mentions[0]!.from),
      title: "'=SUM(A1) & more",
    })
    expect(rows[1]).toMatchObject({ date: "", date_edtf: "XXXX-XX-25" })
  })

  it("plover has one row an event, with both sides of a symmetric one", () => {
    const rows: Record<string, string>[] = parse(file("plover"), { columns: true })
    expect(rows[0]).toMatchObject({
      "Event ID": "meeting-1",
      "Event Type": "CONSULT",
      "Actor Country": "NOR",
      "Recipient Name": "Foreign Minister",
    })
  })

  it("jsonl has everything, kind first", () => {
    const lines = file("jsonl").trimEnd().split("\n")
    expect(lines.every(line => line.startsWith('{"kind":"'))).toBe(true)
    const parsed = lines.map(line => JSON.parse(line))
    expect(parsed.map(line => line.kind)).toEqual([
      "event",
      "event",
      "document",
      "actor",
      "claim",
      "correction",
      "deleted",
    ])
    expect(parsed[0]).toMatchObject({
      id: "meeting-1",
      docs: ["d 1"],
      claims: [{ doc: "d 1", mentions: claim.mentions }],
      lookalikes: [{ event: "meeting-2", verdict: "different", reasons: ["no day"] }],
    })
    expect(parsed[2].text).toBe(text)
  })

  it("webannotation has a quote and a position for every value, counted in code points", () => {
    const annotations = JSON.parse(file("webannotation"))
    const day = annotations.find((a: { body: { value?: string }[] }) => a.body[0]?.value === "date: 2022-02-01")
    const [quote, position] = day.target.selector
    expect(quote).toEqual({
      type: "TextQuoteSelector",
      exact: "Tuesday",
      prefix: `😀 "=Norway" & <Chile> met on `,
      suffix: text.slice(words("Tuesday").to, words("Tuesday").to + 32),
    })
    expect([...text].slice(position.start, position.end).join("")).toBe("Tuesday")
  })

  it("timelinejs has the day with its zone, words made safe, and leaves out what has no day", () => {
    const { events } = JSON.parse(file("timelinejs"))
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({
      unique_id: "meeting-1",
      start_date: { year: 2022, month: 2, day: 1 },
      display_date: "2022-02-01 (Europe/Oslo)",
    })
    expect(events[0].text.text).toContain("&amp; &lt;Chile&gt; met on Tuesday, it")
  })

  it("atom is well-formed whatever the words hold", () => {
    expect(XMLValidator.validate(file("atom"))).toBe(true)
    const { feed } = new XMLParser().parse(file("atom"))
    expect(feed.entry).toHaveLength(2)
    expect(feed.entry[0].title).toBe("2022-02-01 · meeting: NOR, Foreign Minister (CHL)")
    expect(feed.entry[0].updated).toBe("2022-02-04T10:00:00.000Z")
  })

  it("csl names every document once", () => {
    expect(JSON.parse(file("csl"))).toEqual([
      {
        id: "d 1",
        type: "webpage",
        title: "=SUM(A1) & more",
        "container-title": "Out|let",
        publisher: "Out|let",
        issued: { "date-parts": [[2022, 2, 4]] },
        URL: "https://o.test/a b",
      },
    ])
  })

  it("markdown quotes without letting the words become markup", () => {
    expect(file("markdown")).toContain("## 2022-02-01")
    expect(file("markdown")).toContain('“=Norway" & \\<Chile\\> met on Tuesday, it”')
    expect(file("markdown")).toContain("(<https://o.test/a%20b>)")
    expect(file("markdown")).toContain("## XXXX-XX-25")
  })

  it("dates are EDTF", () => {
    expect(
      [{ value: "2022-02" }, { value: "..2022-05-25" }, { value: "2022-01-01/2022-01-30" }, { value: null }].map(edtf),
    ).toEqual(["2022-02", "../2022-05-25", "2022-01-01/2022-01-30", ""])
  })
})
