import versions from "../../data/linking/versions.json" with { type: "json" }
import type { Document, Quote, Span } from "../model/document.ts"
import { quote } from "../model/document.ts"

/** Words that must follow each other in two texts to count as shared. */
const RUN = 5
/** One run of every so many is kept as a fingerprint (the smallest in each window): any shared stretch of RUN + WINDOW words is noticed. */
const WINDOW = 8
/** Two texts of one story are published within so many days of each other; a full copy is found at any distance. */
const NEAR_DAYS = 8

/** The words of a text in order, plain, with their places. */
interface Words {
  readonly plain: readonly string[]
  readonly at: readonly Span[]
  /** Hash of the run of words that starts at each word. */
  readonly runs: readonly number[]
}

function wordsOf(text: string): Words {
  const found = [...text.matchAll(/[\p{L}\p{N}]+/gu)]
  const plain = found.map(([word]) => word.toLowerCase())
  return {
    plain,
    at: found.map(({ 0: word, index }) => ({ from: index, to: index + word.length })),
    runs: plain
      .slice(0, Math.max(0, plain.length - RUN + 1))
      .map((_, from) => hash(plain.slice(from, from + RUN).join(" "))),
  }
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value
}

/**
 * Keys under which a document is kept, so that texts of one story meet: fingerprints of its runs of words with the weeks around its day,
 * and one key for the whole text. Their number grows with the text and not with the record.
 */
export function storyKeys(doc: Document): readonly string[] {
  const { runs, plain } = wordsOf(doc.text)
  const prints = new Set<number>()
  for (let from = 0; from < runs.length; from += 1) {
    const window = runs.slice(from, from + WINDOW)
    prints.add(Math.min(...window))
    if (from + WINDOW >= runs.length) break
  }
  const day = doc.published ? Math.floor(Date.parse(doc.published) / 86_400_000 / NEAR_DAYS) : Number.NaN
  const weeks = Number.isNaN(day) ? ["undated"] : [day, day + 1]
  return [
    `text|${hash(plain.join(" "))}`,
    ...[...prints].flatMap(print => weeks.map(week => `${print.toString(36)}|${week}`)),
  ]
}

/** Documents are compared that share keys of so much weight together. */
export const STORY_KEYS = 2
/** What a shared key counts: the whole text suffices. */
export const weightOf = (key: string): number => (key.startsWith("text|") ? STORY_KEYS : 1)

/**
 * How two documents of one story stand to each other. "copy": word for word; "version": most of either is in the other;
 * "republication": the one holds nearly all of the other and more; "drawn": the one quotes or retells stretches of the other.
 */
export type Kinship = "copy" | "version" | "republication" | "drawn"

/** Two documents of one story. */
export interface Lineage {
  readonly a: string
  readonly b: string
  readonly kind: Kinship
  /** The document the other is made from, where the words show it; none between versions that do not say which came first. */
  readonly origin?: string
  readonly reasons: readonly string[]
  /** Stretches both share, as they stand in `a` and in `b`. */
  readonly shared: readonly { readonly a: Quote; readonly b: Quote }[]
  /** Stretches that stand in the one only: what a version changed, dropped or added. */
  readonly only: { readonly a: readonly Quote[]; readonly b: readonly Quote[] }
}

/** Longest quotation of a shared stretch that leaves home, in UTF-16 code units (design/contract.md, section 3). */
const LONGEST = 500
/** Shared stretches of fewer words are set phrases, such as "the below is attributable to". */
const STRETCH = 8
/** So many words in shared stretches make a story: a long quotation, or two shorter ones. */
const STORY_WORDS = 24

/** A text is drawn from another outlet's if they share so much of either: a release of which a wire story quotes a sentence is not retold. */
const DRAWN = 0.3

/** How two documents stand to each other by their words; `null` where they are no one story. The order of the two does not matter. */
export function lineage(one: Document, other: Document): Lineage | null {
  const [a, b] = one.id <= other.id ? [one, other] : [other, one]
  const [x, y] = [wordsOf(a.text), wordsOf(b.text)]
  const stretches = sharedStretches(x, y)
  const words = stretches.reduce((sum, s) => sum + s.length, 0)
  const shorter = Math.min(x.plain.length, y.plain.length)
  if (words < Math.min(STORY_WORDS, Math.max(STRETCH, shorter * 0.9)) || words < STRETCH) return null
  const [ofA, ofB] = [words / x.plain.length, words / y.plain.length]
  const kind: Kinship =
    words === x.plain.length && words === y.plain.length
      ? "copy"
      : ofA > 0.6 && ofB > 0.6
        ? "version"
        : Math.max(ofA, ofB) > 0.8
          ? "republication"
          : "drawn"
  // what an outlet writes every day ("the below is attributable to") makes no story, nor does a set phrase that somebody quotes
  if (kind === "drawn" && (a.outlet === b.outlet || Math.max(ofA, ofB) < DRAWN)) return null
  const quoted = { a: quotedWords(a, x, stretches, "a"), b: quotedWords(b, y, stretches, "b") }
  const origin = originOf(a, b, quoted)
  const cut = ({ from, to }: Span): Span => ({ from, to: Math.min(to, from + LONGEST) })
  const place = (side: Words, from: number, length: number) =>
    cut({ from: side.at[from]!.from, to: side.at[from + length - 1]!.to })
  return {
    a: a.id,
    b: b.id,
    kind,
    ...(origin ? { origin: origin.id } : {}),
    reasons: [
      `${words} words in common: ${percent(ofA)} of ${a.id}, ${percent(ofB)} of ${b.id}`,
      ...(origin ? [origin.reason] : []),
    ],
    shared: stretches.map(s => ({ a: quote(a, place(x, s.a, s.length)), b: quote(b, place(y, s.b, s.length)) })),
    only: {
      a: leftOver(a, x, stretches, "a").map(span => quote(a, cut(span))),
      b: leftOver(b, y, stretches, "b").map(span => quote(b, cut(span))),
    },
  }
}

const percent = (part: number) => `${Math.round(part * 100)} %`

interface Stretch {
  /** Index of the first word in either text, and how many words are shared. */
  readonly a: number
  readonly b: number
  readonly length: number
}

/** Shared stretches of words, longest growth from left to right; each word of `x` is used once. */
function sharedStretches(x: Words, y: Words): readonly Stretch[] {
  const places = new Map<number, number>()
  y.runs.forEach((run, at) => {
    if (!places.has(run)) places.set(run, at)
  })
  const found: Stretch[] = []
  const used = new Set<number>()
  for (let at = 0; at < x.runs.length; ) {
    const there = places.get(x.runs[at]!)
    if (there === undefined || used.has(there)) {
      at++
      continue
    }
    let length = 0
    while (x.plain[at + length] !== undefined && x.plain[at + length] === y.plain[there + length]) length++
    if (length >= STRETCH) {
      found.push({ a: at, b: there, length })
      for (let i = 0; i < length; i++) used.add(there + i)
    }
    at += Math.max(1, length)
  }
  return found
}

/** Words of shared stretches that stand in quotation marks in this text: it quotes the other. */
function quotedWords(doc: Document, words: Words, stretches: readonly Stretch[], side: "a" | "b"): number {
  const marks = [...doc.text.matchAll(/[“"]([^“”"]{20,2000})[”"]/g)].map(m => ({
    from: m.index,
    to: m.index + m[0].length,
  }))
  return stretches.reduce((sum, s) => {
    const [first, last] = [words.at[s[side]]!, words.at[s[side] + s.length - 1]!]
    const inside = marks.some(
      mark => mark.from <= first.from + 40 && mark.to >= last.to - 40 && mark.from < last.to && mark.to > first.from,
    )
    return inside ? sum + s.length : sum
  }, 0)
}

/** Which of two texts the other is made from: the one that is quoted, else the one that the other names as its source. */
function originOf(
  a: Document,
  b: Document,
  quoted: { readonly a: number; readonly b: number },
): { id: string; reason: string } | null {
  if (quoted.a >= STRETCH && quoted.a > 2 * quoted.b)
    return { id: b.id, reason: `${a.id} quotes ${quoted.a} words of ${b.id}` }
  if (quoted.b >= STRETCH && quoted.b > 2 * quoted.a)
    return { id: a.id, reason: `${b.id} quotes ${quoted.b} words of ${a.id}` }
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    if (
      from.outlet &&
      from.outlet !== to.outlet &&
      new RegExp(`\\bSource: *${RegExp.escape(from.outlet)}\\b`, "i").test(to.text)
    ) {
      return { id: from.id, reason: `${to.id} names ${from.outlet} as its source` }
    }
  }
  return null
}

/** What stands between the shared stretches, where it holds a word of its own. */
function leftOver(doc: Document, words: Words, stretches: readonly Stretch[], side: "a" | "b"): readonly Span[] {
  const inOrder = stretches.map(s => ({ from: s[side], to: s[side] + s.length })).sort((p, q) => p.from - q.from)
  const edges = [...inOrder, { from: words.plain.length, to: words.plain.length }]
  return edges
    .flatMap(({ from }, i) => {
      const start = i === 0 ? 0 : inOrder[i - 1]!.to
      return from > start ? [{ from: words.at[start]!.from, to: words.at[from - 1]!.to }] : []
    })
    .filter(({ from, to }) => to > from && to <= doc.text.length)
}

/** That one document takes the place of another, and the words or facts that say so. */
export interface Supersession {
  readonly old: string
  readonly by: string
  readonly reason: string
}

/**
 * Whether a version takes the place of another. Only version evidence counts: the same id or address with a later date, or the agency's
 * own mark ("corrects", "2nd LD") near the start of the text of the same outlet. A later text that merely differs supersedes nothing.
 */
export function supersedes(one: Document, other: Document): Supersession | null {
  if (!one.published || !other.published || one.published === other.published) return null
  const [old, by] = one.published < other.published ? [one, other] : [other, one]
  if (old.url && old.url === by.url)
    return { old: old.id, by: by.id, reason: `the same address, ${by.url}, at a later time` }
  if (!old.outlet || old.outlet !== by.outlet || lineage(old, by) === null) return null
  const start = `${by.title ?? ""}\n${by.text.slice(0, versions.within)}`
  const mark = versions.marks.find(word => new RegExp(`(?:^|[(\\[\\n])\\s*${RegExp.escape(word)}\\b`, "i").test(start))
  return mark ? { old: old.id, by: by.id, reason: `${by.outlet} marks its text "${mark}"` } : null
}
