import { readdirSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import type { Span } from "../../src/model/document.ts"
import type { Result } from "../task.ts"

/** An annotated expression of a TimeML file. */
interface Timex extends Span {
  readonly type: string
  readonly value: string
}

interface TimeMl {
  readonly text: string
  readonly published: string
  readonly timexes: readonly Timex[]
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
}
const plain = (xml: string) => xml.replace(/&(?:amp|lt|gt|quot|apos);/g, entity => ENTITIES[entity]!)

/** Text of a TimeML file's TEXT element with its TIMEX3 spans, and its creation day. */
export function readTimeMl(xml: string): TimeMl {
  const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ""
  const created = xml.match(/<TIMEX3[^>]*CREATION_TIME[^>]*>/)?.[0] ?? ""
  const body = /<TEXT>([\s\S]*)<\/TEXT>/.exec(xml)?.[1] ?? ""
  const timexes: Timex[] = []
  let text = ""
  const open: { tag: string; from: number }[] = []
  for (const piece of body.split(/(<[^>]*>)/)) {
    if (piece.startsWith("<TIMEX3") && !piece.endsWith("/>")) open.push({ tag: piece, from: text.length })
    else if (piece === "</TIMEX3>") {
      const { tag, from } = open.pop()!
      const [type, value] = [attribute(tag, "type"), attribute(tag, "value")]
      if (!/CREATION_TIME/.test(tag) && text.length > from) timexes.push({ from, to: text.length, type, value })
    } else if (!piece.startsWith("<")) text += plain(piece)
  }
  timexes.sort((a, b) => a.from - b.from)
  return { text, published: attribute(created, "value").slice(0, 10), timexes }
}

const KINDS: ReadonlySet<string> = new Set(["DATE", "TIME", "DURATION", "SET"])
const triple = (right: number, read: number, gold: number) => {
  const p = read ? right / read : 0
  const r = gold ? right / gold : 0
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

/**
 * Attributes are scored as TempEval-3 does (UzZaman et al. 2013, section 3): the share of right attributes among the
 * expressions matched, times the measure of matching.
 */
const scaled = ({ p, r, f1 }: { p: number; r: number; f1: number }, share: number) => {
  const by = Number.isNaN(share) ? 0 : share
  return { p: p * by, r: r * by, f1: f1 * by }
}

/** An expression as a reader under test finds it. */
export interface Found extends Span {
  readonly type?: string
  readonly timex: string
}

/** Something that finds expressions of time in a text, counted from its day of publication. */
export type TimeReader = (id: string, text: string, published: string) => readonly Found[]

/** Scores a reader over TimeML files and folders by the measures of TempEval-3 task A. */
export function scoreTimes(paths: readonly string[], reader: TimeReader): Result {
  const files = paths.flatMap(path =>
    statSync(path).isDirectory()
      ? readdirSync(path)
          .filter(name => name.endsWith(".tml"))
          .map(name => join(path, name))
      : [path],
  )
  const items: Record<string, { right: boolean; read: string }> = {}
  const sum = { gold: 0, read: 0, strict: 0, matched: 0, relaxedRead: 0, value: 0, type: 0 }
  for (const file of files) {
    const { text, published, timexes } = readTimeMl(readFileSync(file, "utf8"))
    const id = basename(file, ".tml")
    const found = reader(id, text, published)
    const gold = timexes.filter(t => KINDS.has(t.type))
    sum.gold += gold.length
    sum.read += found.length
    for (const t of gold) {
      const match = found.find(f => f.from < t.to && t.from < f.to)
      const exact = found.some(f => f.from === t.from && f.to === t.to)
      if (exact) sum.strict++
      if (match) sum.matched++
      if (match && match.timex === t.value) sum.value++
      if (match?.type === t.type) sum.type++
      // Kept runs lie in the repository, so items name places and values, never the words of a set.
      items[`${id}:${t.from}-${t.to} ${t.value}`] = {
        right: exact && match?.timex === t.value,
        read: match ? `${match.from}-${match.to} ${match.timex}` : "–",
      }
    }
    for (const f of found)
      if (gold.some(t => f.from < t.to && t.from < f.to)) sum.relaxedRead++
      else items[`${id}:${f.from}-${f.to} nothing`] = { right: false, read: f.timex }
  }
  const p = sum.read ? sum.relaxedRead / sum.read : 0
  const r = sum.gold ? sum.matched / sum.gold : 0
  const relaxed = { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
  const scores = {
    documents: files.length,
    expressions: sum.gold,
    strict: triple(sum.strict, sum.read, sum.gold),
    relaxed,
    value: scaled(relaxed, sum.value / sum.matched),
    type: scaled(relaxed, sum.type / sum.matched),
  }
  const line = (name: "strict" | "relaxed" | "value" | "type") =>
    `${name.padEnd(8)} P ${(100 * scores[name].p).toFixed(1)}  R ${(100 * scores[name].r).toFixed(1)}  F1 ${(100 * scores[name].f1).toFixed(1)}`
  const summary = [
    `${files.length} documents, ${sum.gold} expressions, ${sum.read} read`,
    line("strict"),
    line("relaxed"),
    line("value"),
    line("type"),
  ].join("\n")
  return { scores, summary, items }
}
