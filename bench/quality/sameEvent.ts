import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { basename } from "node:path"
import { read, records } from "../../src/cli/reading.ts"
import { Headlines } from "../../src/linking/headlines.ts"
import { linking } from "../../src/linking/index.ts"
import { MemoryShelf } from "../../src/linking/linker.ts"
import type { Document } from "../../src/model/document.ts"
import { documents } from "../../src/sources/index.ts"
import type { Result, Task } from "../task.ts"
import { firstSentence, readEcbPlus } from "./ecbplus.ts"

/** A judged pair: two documents, or their ids where documents are given beside. */
interface Pair {
  readonly a: string | Document
  readonly b: string | Document
  readonly same: boolean
}

interface Told {
  readonly key: string
  readonly same: boolean
  readonly said: boolean
}

/** Precision, recall and F1 over pairs; with nothing said, precision is 1. */
function score(pairs: readonly Told[]): { p: number; r: number; f1: number } {
  const right = pairs.filter(pair => pair.same && pair.said).length
  const said = pairs.filter(pair => pair.said).length
  const there = pairs.filter(pair => pair.same).length
  const [p, r] = [said ? right / said : 1, there ? right / there : 1]
  const round = (value: number) => Math.round(value * 1e4) / 1e4
  return { p: round(p), r: round(r), f1: round(p + r ? (2 * p * r) / (p + r) : 0) }
}

const result = (scores: Record<string, unknown>, told: readonly Told[]): Result => ({
  scores,
  summary: JSON.stringify(scores, null, 1),
  items: Object.fromEntries(
    told
      .filter(pair => pair.same || pair.said)
      .map(({ key, same, said }) => [key, { right: same === said, read: said ? "same" : "apart" }]),
  ),
})

/** All pairs of first sentences of a folder of ECB+; same means the same topic and sub-corpus. */
function ecbPlus(folder: string): Result {
  const docs = readEcbPlus(folder)
  const groups = new Headlines(docs.map(doc => ({ id: doc.id, text: firstSentence(doc) }))).groups()
  const groupOf = new Map(groups.flatMap((group, at) => group.map(id => [id, at] as const)))
  const told = docs.flatMap((a, i) =>
    docs.slice(i + 1).map(b => ({
      key: `${a.id} ${b.id}`,
      same: a.topic === b.topic && a.sub === b.sub,
      said: groupOf.get(a.id) === groupOf.get(b.id),
    })),
  )
  const topicOf = new Map(docs.map(doc => [doc.id, doc.topic]))
  const topics = Map.groupBy(
    told.filter(pair => pair.same || pair.said),
    pair => topicOf.get(pair.key.split(" ")[0]!)!,
  )
  const scores = { pairs: score(told), documents: docs.length, same: told.filter(t => t.same).length }
  // a line for each topic: the pairs are too many to keep
  const items = [...topics].map(([topic, pairs]) => {
    const { p, r } = score(pairs)
    return [`topic ${topic}`, { right: p >= PRECISE, read: `P ${p} R ${r}` }] as const
  })
  return { ...result(scores, []), items: Object.fromEntries(items) }
}

/** The precision that same-event pairs must have. */
const PRECISE = 0.96

const CONTACT = new Set(["call", "meeting", "talks"])

/**
 * Judged pairs of documents: the same if linking gathers a contact told in one with a contact told in the other. All documents named are
 * read and linked together, as in a record.
 */
async function contacts(pairsFile: string, paths: readonly string[]): Promise<Result> {
  const pairs = readFileSync(pairsFile, "utf8")
    .trim()
    .split("\n")
    .map(line => JSON.parse(line) as Pair)
  const known = new Map<string, Document>()
  for (const { a, b } of pairs) for (const end of [a, b]) if (typeof end !== "string") known.set(end.id, end)
  const asked = new Set(pairs.flatMap(({ a, b }) => [a, b].map(end => (typeof end === "string" ? end : end.id))))
  for await (const found of documents(paths, {})) {
    if ("document" in found && asked.has(found.document.id)) known.set(found.document.id, found.document)
  }
  const missing = [...asked].filter(id => !known.has(id))
  if (missing.length)
    throw new Error(`${missing.length} documents of ${pairsFile} stand in none of the files, first ${missing[0]}`)
  const shelf = new MemoryShelf()
  for (const doc of known.values()) await linking.join(shelf, doc, records(read(doc)))
  const eventsOf = new Map<string, Set<string>>()
  for (const event of shelf.events()) {
    for (const id of event.claims) {
      const claim = shelf.claims.get(id)!
      if (!CONTACT.has(claim.type)) continue
      eventsOf.set(claim.doc, (eventsOf.get(claim.doc) ?? new Set()).add(event.id))
    }
  }
  const told = pairs.map(({ a, b, same }) => {
    const [x, y] = [a, b].map(end => (typeof end === "string" ? end : end.id)) as [string, string]
    const [ours, theirs] = [eventsOf.get(x) ?? new Set<string>(), eventsOf.get(y) ?? new Set<string>()]
    return { key: `${x} ${y}`, same, said: !ours.isDisjointFrom(theirs) }
  })
  return result(
    {
      pairs: score(told),
      documents: known.size,
      same: told.filter(t => t.same).length,
      lookalikes: told.filter(t => !t.same).length,
    },
    told,
  )
}

export const sameEvent: Task = {
  name: "same-event",
  means: "one event or look-alikes: first sentences of ECB+, or judged pairs of documents by their contacts",
  usage: "ECBPLUS | PAIRS DOCS…",
  async run([first, ...rest]) {
    if (!first || !existsSync(first)) throw new Error(`there is no ${first}`)
    const folder = statSync(first).isDirectory()
    if (folder && readdirSync(first).some(name => /^\d+$/.test(name))) return ecbPlus(first)
    if (folder) throw new Error(`${basename(first)} holds no topics of ECB+`)
    return contacts(first, rest)
  },
}
