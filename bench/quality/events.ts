import { readFileSync } from "node:fs"
import { read, records } from "../../src/cli/reading.ts"
import type { Document } from "../../src/model/document.ts"
import type { EventRecord } from "../../src/model/eventRecord.ts"
import { documents } from "../../src/sources/index.ts"
import type { Result, Task } from "../task.ts"
import {
  type EventScores,
  type GoldDocument,
  levels,
  type Outcome,
  type ScoredEvent,
  score,
  slots,
  wrong,
} from "./eventScore.ts"

/** How many errors the summary shows with their words. */
const SHOWN = 30

const actors = (list: ScoredEvent["source"]) => list.map(a => (a.name ? `${a.state}:${a.name}` : a.state)).join("+")

/** "call/happened USA:antony blinken+KOR:chung eui yong | 2022-02-02 ← USA:ned price" */
function line(event: ScoredEvent | undefined): string {
  if (!event) return "–"
  const roles = [event.source, event.target, event.participants].map(actors).join(" | ")
  return `${event.type}/${event.status} ${roles} ${event.date ?? "no day"} ← ${actors(event.saidBy)}`
}

function summary({ scores, outcomes }: EventScores, texts: ReadonlyMap<string, string>): string {
  const percent = (x: number) => (100 * x).toFixed(1).padStart(5)
  const words = ({ doc }: Outcome, event: ScoredEvent | undefined) => {
    const mention = event?.mentions[0]
    return mention
      ? ` «${(texts.get(doc) ?? "").slice(mention.from, mention.to).slice(0, 110).replace(/\s+/g, " ")}»`
      : ""
  }
  const errors = outcomes.filter(wrong)
  const kinds = Object.entries(Object.groupBy(errors, wrong)).sort((a, b) => b[1]!.length - a[1]!.length)
  return [
    `${scores.docs} documents, ${scores.gold} gold events, ${scores.records} records`,
    ...levels.map(name => {
      const { p, r, f1 } = scores.levels[name]
      return `  ${name.padEnd(5)} P ${percent(p)}  R ${percent(r)}  F1 ${percent(f1)}`
    }),
    `  over ${scores.typed} pairs of one type: ${slots.map(s => `${s} ${percent(scores.slots[s]).trim()}`).join(" · ")}`,
    `  status, mean F1 without happened ${percent(scores.statusMacroF1).trim()} · last teller where somebody tells ${percent(scores.tellerOfTold).trim()}`,
    ...Object.entries(scores.perType)
      .sort((a, b) => b[1].gold - a[1].gold)
      .map(([type, n]) => `    ${type.padEnd(16)} gold ${n.gold}  made ${n.made}  right ${n.found}`),
    `Errors: ${kinds.map(([kind, list]) => `${kind} ${list!.length}`).join(" · ")}`,
    ...errors
      .slice(0, SHOWN)
      .map(
        o =>
          `${o.doc} · ${wrong(o)}\n  gold ${line(o.gold)}${words(o, o.gold)}\n  read ${line(o.read)}${words(o, o.read)}`,
      ),
  ].join("\n")
}

/** One line an event: whether its type was found, and whether all of it was right. */
function items(outcomes: readonly Outcome[]): NonNullable<Result["items"]> {
  return Object.fromEntries(
    outcomes.flatMap(o => {
      if (!o.gold)
        return [[`${o.doc} extra ${o.read!.type}@${o.read!.mentions[0]?.from}`, { right: false, read: line(o.read) }]]
      const key = `${o.doc} ${o.gold.id} ${o.gold.type}`
      return [
        [`${key}: type`, { right: o.read?.type === o.gold.type, read: line(o.read) }],
        [`${key}: full`, { right: wrong(o) === "", read: `${wrong(o) || "right"} – ${line(o.read)}` }],
      ]
    }),
  )
}

/** Events, roles, days and tellers, as `readout read` gives them, against gold records. */
export const events: Task = {
  name: "events",
  means: "event records against gold records: root, type, who, full",
  usage: "GOLD DOCS…",
  async run([goldPath, ...docsPaths]) {
    if (!goldPath || docsPaths.length === 0) throw new Error("events takes two paths: GOLD.json DOCS.jsonl")
    const gold: GoldDocument[] = JSON.parse(readFileSync(goldPath, "utf8"))
    return scored(gold, wholeOf(docsPaths))
  },
}

/** Documents of files, of which none may be unreadable. */
async function* wholeOf(paths: readonly string[]): AsyncIterable<Document> {
  for await (const next of documents(paths)) {
    if (!("document" in next)) throw new Error(`${next.unread.file}: ${next.unread.reason}`)
    yield next.document
  }
}

/** Reads documents of which there is gold, and scores what was read. */
export async function scored(
  gold: readonly GoldDocument[],
  docs: AsyncIterable<Document> | Iterable<Document>,
): Promise<Result> {
  const wanted = new Set(gold.map(({ doc }) => doc))
  const found: EventRecord[] = []
  const texts = new Map<string, string>()
  for await (const document of docs) {
    if (!wanted.has(document.id)) continue
    texts.set(document.id, document.text)
    found.push(...records(read(document)))
  }
  const result = score(gold, found)
  return { scores: result.scores, summary: summary(result, texts), items: items(result.outcomes) }
}
