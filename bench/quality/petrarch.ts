import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { XMLParser } from "fast-xml-parser"
import { readingEnglish } from "../../src/english.ts"
import { coding } from "../../src/events/coding.ts"
import { EVENT_TYPES } from "../../src/model/event.ts"
import { type EventRecord, eventRecord } from "../../src/model/eventRecord.ts"
import type { Result, Task } from "../task.ts"
import { PetrarchDictionaries } from "./petrarchDictionaries.ts"

/** The categories of functional records that test what readout does; the others test PETRARCH's verb dictionaries. */
const CATEGORIES = ["ACTOR", "AGENT", "COMPOUND", "DATE", "DEMO"] as const

interface FunctionalRecord {
  readonly id: string
  readonly category: string
  readonly date: string
  readonly text: string
  /** "ARN → GON", one a dyad. */
  readonly gold: ReadonlySet<string>
}

/**
 * PETRARCH's functional records: who acts towards whom, with its own dictionaries as an actors file. A dyad is right when
 * both codes are exact; a record, when all its dyads are. Event codes are not compared: the records' are WEIS codes of a test dictionary.
 */
export const petrarch: Task = {
  name: "petrarch",
  means: "PETRARCH's functional records: the right dyads of actors, with its own dictionaries",
  usage: "FOLDER",
  async run([folder]): Promise<Result> {
    if (!folder) throw new Error("petrarch: a folder with the validation XML and its dictionaries is needed")
    const dictionaries = new PetrarchDictionaries(folder)
    const english = readingEnglish(dictionaries.knowledge)
    const items: Record<string, { right: boolean; read: string }> = {}
    const perCategory: Record<string, { records: number; right: number }> = {}
    let made = 0
    let hit = 0
    let expected = 0
    let right = 0
    const records = functionalRecords(folder)
    for (const { id, category, date, text, gold } of records) {
      const page = english.read({ id, published: date, text })
      const read = new Set(page.events.flatMap(event => dyads(eventRecord(page, event, coding), dictionaries)))
      const both = [...read].filter(dyad => gold.has(dyad)).length
      made += read.size
      hit += both
      expected += gold.size
      const whole = both === gold.size && both === read.size
      if (whole) right++
      const count = perCategory[category] ?? { records: 0, right: 0 }
      perCategory[category] = count
      count.records++
      if (whole) count.right++
      items[id] = { right: whole, read: [...read].join(" · ") || "nothing" }
    }
    const p = made ? hit / made : 0
    const r = expected ? hit / expected : 0
    const events = { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
    const wrong = records.filter(record => !items[record.id]?.right)
    return {
      scores: { events, records: records.length ? right / records.length : 0, perCategory },
      summary: [
        `${records.length} records, ${right} right; dyads P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${events.f1.toFixed(3)}`,
        ...Object.entries(perCategory).map(([name, n]) => `  ${name.padEnd(10)} ${n.right} of ${n.records}`),
        ...wrong.map(
          x => `${x.id}: «${x.text}»\n  gold ${[...x.gold].join(" · ") || "nothing"}\n  read ${items[x.id]?.read}`,
        ),
      ].join("\n"),
      items,
    }
  },
}

/** Who towards whom, as codes; both ways where a type is symmetric. */
function dyads(record: EventRecord, dictionaries: PetrarchDictionaries): string[] {
  const codes = (list: EventRecord["source"]) => list.map(actor => dictionaries.code(actor))
  const sides = codes(record.participants)
  if (EVENT_TYPES[record.type].symmetric)
    return sides.flatMap((a, i) => sides.filter((_, j) => j !== i).map(b => `${a} → ${b}`))
  return codes(record.source).flatMap(a => codes(record.target).map(b => `${a} → ${b}`))
}

interface XmlSentence {
  readonly id: string
  readonly category: string
  readonly date: string
  readonly evaluate?: string
  readonly Text?: string
  readonly EventCoding?: readonly {
    readonly sourcecode?: string
    readonly targetcode?: string
    readonly noevents?: string
  }[]
}

/** The records of the categories we compare, those switched off left out. */
function functionalRecords(folder: string): FunctionalRecord[] {
  const file = readdirSync(folder).find(name => name.endsWith(".xml"))
  if (!file) throw new Error(`petrarch: ${folder} holds no validation XML`)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    isArray: name => name === "EventCoding" || name === "Sentence",
  })
  // The file is no XML as it stands: comments quote comments, and <PLEvent {…}> is never closed.
  const xml = readFileSync(join(folder, file), "utf8").replace(/<!--.*?-->|<PLEvent.*?>$/gms, "")
  const tree = parser.parse(xml.slice(xml.indexOf("<Sentences>"))) as { Sentences: { Sentence: XmlSentence[] } }
  return tree.Sentences.Sentence.filter(
    s => s.evaluate !== "false" && CATEGORIES.some(category => category === s.category) && s.Text,
  ).map(s => ({
    id: s.id,
    category: s.category,
    date: `${s.date.slice(0, 4)}-${s.date.slice(4, 6)}-${s.date.slice(6, 8)}`,
    text: s.Text!.replace(/\s+/g, " ").trim(),
    gold: new Set((s.EventCoding ?? []).filter(e => !e.noevents).map(e => `${e.sourcecode} → ${e.targetcode}`)),
  }))
}
