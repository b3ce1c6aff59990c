import type { Span } from "../model/document.ts"
import type { Layers } from "../model/layers.ts"
import { stage } from "../model/stage.ts"
import { ABBREVIATIONS } from "./abbreviations.ts"
import { BULLET, datelineLength, labelLength, lineKind } from "./lines.ts"

type Sentence = Layers["sentences"]

/** A text without full stops is cut at the last white space before this many code units, so that no later step drowns. */
const LONGEST_SENTENCE = 1500

/** Marks that may end a sentence, with what closes after them: quotes, brackets, footnote numbers. */
const END_MARKS = /(?:[.!?]+|…+|[。！？])(?:["'”’»)\]]|\[\d{1,3}\]| ?[:;]-?[)(](?!\p{L}))*/gu

/** Words that open a sentence far more often than they follow an abbreviation. */
const OPENERS = new Set(
  (
    "the a an this that these those it he she they we you i in on at by for from with as and but or so if when while " +
    "after before since although however meanwhile also there here what who how why our his her its their my your " +
    "according both all some many most each no not during under despite"
  ).split(" "),
)

/** Divides a document into sentences and tells headlines, datelines, speaker labels and bylines from running prose. */
export const sentences = stage({
  gives: "sentences",
  needs: [],
  annotate: doc => splitSentences(doc.text, doc.title),
})

/** Sentences of a text, in order. Linear in the text's length. */
export function splitSentences(text: string, title?: string): Sentence[] {
  const found: Sentence[] = []
  const titleWords = title === undefined ? undefined : plain(title)
  for (const block of blocks(text)) {
    let { from } = block
    const line = text.slice(from, block.to)
    const label = labelLength(line)
    if (label > 0) {
      found.push({ from, to: from + label, kind: "label" })
      from = skipSpace(text, from + label, block.to)
      if (from < block.to) splitBlock(text, from, block.to, found)
      continue
    }
    const isTitle = titleWords !== undefined && plain(line) === titleWords
    const kind = lineKind(line, isTitle)
    if (kind !== "prose") {
      // Several sentences in a line are prose, though the last one lacks its mark.
      const several = kind === "headline" && !isTitle ? split(text, block) : []
      if (several.length > 1) found.push(...several)
      else found.push({ from, to: block.to, kind })
      continue
    }
    const dateline = datelineLength(line)
    if (dateline > 0 && from + dateline < block.to) {
      found.push({ from, to: from + dateline, kind: "dateline" })
      from = skipSpace(text, from + dateline, block.to)
    }
    splitBlock(text, from, block.to, found)
  }
  return found
}

/** A title compared without regard to spaces and to straight or curly quotes. */
const plain = (line: string) =>
  line.slice(0, 500).replace(/\s+/g, " ").replace(/[‘’]/g, "'").replace(/[“”]/g, '"').trim()

/**
 * Stretches that no sentence crosses. A line break ends one, unless the text is wrapped: the next line goes on in
 * lower case, or both lines are part of a column of equal width.
 */
function* blocks(text: string): Generator<{ from: number; to: number }> {
  let from = -1
  let to = -1
  let column = 0
  const inColumn = isWrapped(text)
  for (const line of lines(text)) {
    const length = line.to - line.from
    if (length === 0) {
      if (from >= 0) yield { from, to }
      from = -1
      column = 0
      continue
    }
    if (from < 0) {
      from = line.from
      to = line.to
      column = length
      continue
    }
    const end = text[to - 1] ?? ""
    const open = !/[.!?:;"”’)\]>]/u.test(end)
    const goesOn =
      open &&
      /^[\p{Ll}\d(]/u.test(text.slice(line.from, line.from + 2)) &&
      !BULLET.test(text.slice(line.from, line.from + 12))
    if (goesOn || (inColumn && column >= 55)) to = line.to
    else {
      yield { from, to }
      from = line.from
      to = line.to
    }
    column = length
  }
  if (from >= 0) yield { from, to }
}

/** Whether a text was broken into lines of one width: most of its lines are 55 to 100 code units long and few are longer. */
function isWrapped(text: string): boolean {
  let full = 0
  let longer = 0
  let all = 0
  for (const { from, to } of lines(text)) {
    if (to === from) continue
    all += 1
    if (to - from > 100) longer += 1
    else if (to - from >= 55) full += 1
  }
  return all >= 4 && longer === 0 && full > all / 2
}

/** Lines without the white space around them; an empty line has no length. */
function* lines(text: string): Generator<{ from: number; to: number }> {
  let start = 0
  while (start <= text.length) {
    let end = start
    while (end < text.length && !isBreak(text.charCodeAt(end))) end += 1
    const from = skipSpace(text, start, end)
    let to = end
    while (to > from && isSpace(text.charCodeAt(to - 1))) to -= 1
    yield { from, to }
    start = end + (text.startsWith("\r\n", end) ? 2 : 1)
  }
}

const isBreak = (code: number) => code === 10 || code === 13 || code === 0x2028 || code === 0x2029 || code === 12

/** White space, the byte order mark and the zero-width space. */
function isSpace(code: number): boolean {
  if (code <= 32) return code === 32 || (code >= 9 && code <= 13)
  if (code < 0xa0) return code === 0x85
  return (
    code === 0xa0 ||
    code === 0x1680 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0x3000 ||
    code === 0xfeff
  )
}

function skipSpace(text: string, from: number, to: number): number {
  let at = from
  while (at < to && isSpace(text.charCodeAt(at))) at += 1
  return at
}

function split(text: string, { from, to }: Span): Sentence[] {
  const found: Sentence[] = []
  splitBlock(text, from, to, found)
  return found
}

function splitBlock(text: string, from: number, to: number, found: Sentence[]): void {
  let start = from
  const keep = (end: number) => {
    cutLong(text, start, end, found)
    start = skipSpace(text, end, to)
  }
  const bullet = BULLET.exec(text.slice(from, Math.min(to, from + 12)))
  END_MARKS.lastIndex = from + (bullet?.[0].length ?? 0)
  for (let mark = END_MARKS.exec(text); mark && mark.index < to; mark = END_MARKS.exec(text)) {
    const end = mark.index + mark[0].length
    if (end >= to) break
    if (mark.index > start && endsSentence(text, start, mark.index, end, to)) keep(end)
  }
  if (start < to) keep(to)
}

/** Whether the mark at `mark`, closed at `end`, ends the sentence begun at `start`. */
function endsSentence(text: string, start: number, mark: number, end: number, to: number): boolean {
  const sign = text[mark] ?? ""
  if ("。！？".includes(sign)) return true
  if (!isSpace(text.charCodeAt(end))) return false
  const next = skipSpace(text, end, to)
  const after = /^["'“‘«([]*([\p{L}\p{M}\p{N}.’'-]{0,24})/u.exec(text.slice(next, next + 30))?.[1] ?? ""
  const closed = end - mark > 1 && /["'”’)\]]/u.test(text[end - 1] ?? "")
  const before = wordBefore(text, start, mark)
  // Hasty writers open sentences in lower case; after a quotation or an abbreviation the sentence goes on.
  if (/^\p{Ll}/u.test(after)) {
    if (closed || text[mark + 1] === "." || sign === "…") return false
    return sign !== "." || (/^\p{Ll}{3,}$/u.test(before) && !ABBREVIATIONS.has(before))
  }
  if (sign !== "." || text[mark + 1] === "." || closed) return true
  // "N. Korean", "J. Blinken", "Resolution B. The": a lone capital is an initial far more often than a last word.
  if (/^\p{Lu}$/u.test(before)) return before === "I" && OPENERS.has(after.toLowerCase())
  if (/^\d{1,3}$/.test(before) && mark - before.length === start) return false
  const use = ABBREVIATIONS.get(before)
  const dotted = before.includes(".") && /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(before)
  if (use === "title" || use === "before") return false
  if (use === "month") return !/^\d/.test(after) && OPENERS.has(after.toLowerCase())
  if (use === "after" || dotted || /-\p{Lu}\.\p{Lu}$/u.test(before)) return OPENERS.has(after.toLowerCase())
  return true
}

/** The word that ends at `to`, without an opening quote or bracket; at most 24 code units are looked at. */
function wordBefore(text: string, start: number, to: number): string {
  let from = to
  while (from > start && to - from < 24 && !isSpace(text.charCodeAt(from - 1))) from -= 1
  return text.slice(from, to).replace(/^["'“‘«([]+/u, "")
}

function cutLong(text: string, from: number, to: number, found: Sentence[]): void {
  let start = from
  while (to - start > LONGEST_SENTENCE) {
    let cut = start + LONGEST_SENTENCE
    const limit = start + LONGEST_SENTENCE / 2
    while (cut > limit && !isSpace(text.charCodeAt(cut))) cut -= 1
    if (cut === limit) cut = start + LONGEST_SENTENCE
    // Never between the halves of a surrogate pair.
    if (text.charCodeAt(cut) >= 0xdc00 && text.charCodeAt(cut) < 0xe000) cut += 1
    let end = cut
    while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1
    if (end > start) found.push({ from: start, to: end, kind: "prose" })
    start = skipSpace(text, cut, to)
  }
  if (start < to) found.push({ from: start, to, kind: "prose" })
}
