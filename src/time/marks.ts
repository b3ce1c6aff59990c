import zones from "../../data/time/zones.json" with { type: "json" }
import type { Span } from "../model/document.ts"
import { CAPITALISED, PARTS, PHRASES, WORDS, type WordValue } from "./words.ts"

/** A text as the grammar sees it: one character of `shape` for each word or mark. */
export interface Marks {
  /** The parts (`words.ts`), one character a mark. */
  readonly shape: string
  readonly from: readonly number[]
  readonly to: readonly number[]
  /** What the mark stands for: the month's number, the unit, the number itself. */
  readonly value: readonly (WordValue | undefined)[]
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(Object.keys(zones.abbreviations))

/** "2022-02-04", "2022-02-04T01:00Z", "2/4/2022", "04.02.2022", "20220204", "2022-02", "2/2022", "2/4"; bounded, so linear. */
const DIGITAL =
  /(?:[12]\d{3}([-/.])\d{1,2}\1\d{1,2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})?)?|\d{1,2}([-/.])\d{1,2}\2(?:[12]\d{3}|\d{2})|[12]\d{3}[-/](?:0[1-9]|1[0-2])(?!\d|-\d|\/\d)|(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)|\d{1,2}[-/][12]\d{3}(?!\d|-\d)|\d{1,2}\/\d{1,2}(?!\d|\/|\s?%))(?![\w])/y
const CLOCK = /\d{1,2}(?::\d{2}){1,2}(?![\d:])/y
const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+ [1-9]\/[2-9](?!\d)|\d+(?:\.\d+)?/y
const MERIDIEM = /[ap](?:\.\s?m\.|\.?\s?m\b\.?)/iy
const BLANK_LINE = /[^\S\n]*\n[^\S\n]*\n/y

/** Longest word of time in letters. */
const LONGEST = 15

/** First two letters and length of every word of time: most words of a report are told from them without being cut out. */
const KNOWN = new Uint8Array(32 * 32 * (LONGEST + 1))
for (const word of [
  ...WORDS.keys(),
  ...PHRASES.keys(),
  ...[...ABBREVIATIONS].map(a => a.toLowerCase()),
  "o",
  "q",
  "h",
  "p",
]) {
  const letters = /^[^\W\d_]+/.exec(word)?.[0] ?? word
  if (letters.length <= LONGEST) KNOWN[place(letters, 0, letters.length)] = 1
}

function place(text: string, start: number, end: number): number {
  const second = end - start > 1 ? text.charCodeAt(start + 1) & 31 : 0
  return ((text.charCodeAt(start) & 31) * 32 + second) * (LONGEST + 1) + (end - start)
}

const mayBeKnown = (text: string, start: number, end: number) =>
  end - start <= LONGEST && KNOWN[place(text, start, end)] === 1

const isLetter = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f)
const isDigit = (code: number) => code >= 48 && code <= 57

/**
 * Cuts text into words and marks and looks each up. One pass, linear.
 * @param breaks where sentences begin, ascending: no expression runs across one.
 */
export function marks(text: string, breaks: readonly number[] = []): Marks {
  const shape: string[] = []
  const from: number[] = []
  const to: number[] = []
  const value: (WordValue | undefined)[] = []
  const add = (part: string, start: number, end: number, what?: WordValue) => {
    shape.push(part)
    from.push(start)
    to.push(end)
    value.push(what)
  }
  let at = 0
  let nextBreak = 0
  while (at < text.length) {
    while (nextBreak < breaks.length && breaks[nextBreak]! <= at) {
      if (shape.length && shape.at(-1) !== "|") add(PARTS.stop, breaks[nextBreak]!, breaks[nextBreak]!)
      nextBreak++
    }
    const code = text.charCodeAt(at)
    if (code === 32) at++
    else if (isLetter(code)) at = word(at)
    else if (isDigit(code)) at = digits(at)
    else if (code === 10) {
      BLANK_LINE.lastIndex = at
      if (BLANK_LINE.test(text)) {
        add(PARTS.stop, at, at)
        at = BLANK_LINE.lastIndex
      } else at++
    } else if (code === 9 || code === 13 || code === 0xa0) at++
    else {
      add(mark(code, at), at, at + 1)
      at++
    }
  }
  return { shape: shape.join(""), from, to, value }

  function mark(code: number, at: number): string {
    const c = text[at]!
    if (",.()/'-".includes(c)) return c
    if (code === 0x2019 || code === 0x2018) return "'"
    // En dash, em dash and hyphens: all join a range.
    if (code >= 0x2010 && code <= 0x2015) return "-"
    return PARTS.other
  }

  function word(start: number): number {
    let end = start + 1
    while (end < text.length && isLetter(text.charCodeAt(end))) end++
    if (!mayBeKnown(text, start, end)) {
      add(PARTS.other, start, end)
      return end
    }
    const raw = text.slice(start, end)
    const lower = raw.toLowerCase()
    if ((lower === "a" || lower === "p") && meridiem(start)) return to.at(-1)!
    const capital = raw !== lower
    const phrase = PHRASES.get(lower)
    if (phrase) {
      const here = text
        .slice(start, start + 40)
        .toLowerCase()
        .replaceAll("’", "'")
        .replaceAll("\n", " ")
      for (const { words, entry } of phrase)
        if (
          here.startsWith(words) &&
          !isLetter(here.charCodeAt(words.length)) &&
          (capital || entry.part !== PARTS.holiday || words.length > 8)
        ) {
          add(entry.part, start, start + words.length, entry.value)
          return start + words.length
        }
    }
    const known = WORDS.get(lower)
    if (known && (capital || !CAPITALISED.has(lower) || (known.part === PARTS.month && besideDay(lower, start, end)))) {
      // An abbreviation takes its full stop with it: "Feb. 4".
      if (
        (known.part === "M" || known.part === "W") &&
        end - start <= 5 &&
        text[end] === "." &&
        raw.length < 5 &&
        lower !== "may" &&
        lower !== "june" &&
        lower !== "july"
      )
        end++
      add(known.part, start, end, known.value)
      return end
    }
    if (
      end - start === 1 &&
      (lower === "q" || lower === "h") &&
      /^[1-4]$/.test(text[end] ?? "") &&
      !/\w/.test(text[end + 1] ?? " ")
    ) {
      const nth = Number(text[end])
      if (lower === "q" || nth <= 2) {
        add(lower === "q" ? PARTS.numberedQuarter : PARTS.numberedHalf, start, end + 1, nth)
        return end + 1
      }
    }
    if (lower === "o" && /^['’]clock\b/i.test(text.slice(end, end + 7))) {
      add(PARTS.clock, start, end + 6)
      return end + 6
    }
    if (capital && ABBREVIATIONS.has(raw)) add(PARTS.zone, start, end, raw)
    else add(PARTS.other, start, end)
    return end
  }

  /** "jan 5", "5-oct": in small letters a month is one only beside its day, and words that are verbs too only before "5th". */
  function besideDay(lower: string, start: number, end: number): boolean {
    if (/^[ -]\d{1,2}(?:st|nd|rd|th)\b/.test(text.slice(end, end + 6))) return true
    if (lower === "may" || lower === "march" || lower === "mar") return false
    return (
      /^[ /-]\d{1,2}(?!\d|[.,:]\d)/.test(text.slice(end, end + 5)) ||
      /\d(?:st|nd|rd|th)?[ /-]$/.test(text.slice(Math.max(0, start - 4), start))
    )
  }

  /** "a.m." after a number. */
  function meridiem(start: number): boolean {
    const before = shape.at(-1)
    if (before === undefined || !"dkcnY".includes(before)) return false
    MERIDIEM.lastIndex = start
    if (!MERIDIEM.test(text)) return false
    add(PARTS.meridiem, start, MERIDIEM.lastIndex, text[start]!.toLowerCase() === "a" ? 0 : 12)
    return true
  }

  function digits(start: number): number {
    // Digits glued to letters or a currency sign are names and sums: "F35", "$20".
    const before = start > 0 ? text.charCodeAt(start - 1) : 32
    NUMBER.lastIndex = start
    const fraction = /\d \d\/\d$/.test(text.slice(start, NUMBER.test(text) ? NUMBER.lastIndex : start))
    DIGITAL.lastIndex = start
    if (!isLetter(before) && !fraction && DIGITAL.test(text)) {
      add(PARTS.iso, start, DIGITAL.lastIndex, text.slice(start, DIGITAL.lastIndex))
      return DIGITAL.lastIndex
    }
    CLOCK.lastIndex = start
    if (CLOCK.test(text)) {
      add(PARTS.hourMinute, start, CLOCK.lastIndex, text.slice(start, CLOCK.lastIndex))
      return CLOCK.lastIndex
    }
    NUMBER.lastIndex = start
    NUMBER.test(text)
    let end = NUMBER.lastIndex
    const raw = text.slice(start, end)
    const [whole1, over, under] = raw.split(/[ /]/)
    const number = Number(whole1!.replaceAll(",", "")) + (over && under ? Number(over) / Number(under) : 0)
    const whole = /^\d+$/.test(raw)
    const tail = text.slice(end, end + 3).toLowerCase()
    if (isLetter(before) || "$€£¥#".includes(text[start - 1] ?? " ")) add(PARTS.other, start, end)
    else if (whole && number > 0 && number <= 31 && /^(?:st|nd|rd|th)(?![a-z])/.test(tail)) {
      end += 2
      add(PARTS.nth, start, end, number)
    } else if (whole && /^(?:st|nd|rd|th)(?![a-z])/.test(tail)) {
      end += 2
      add(PARTS.ordinal, start, end, number)
    } else if (
      whole &&
      /^['’]?s(?![a-z])/.test(tail) &&
      ((raw.length === 4 && raw.endsWith("0")) || (raw.length === 2 && raw.endsWith("0")))
    ) {
      end += tail[0] === "s" ? 1 : 2
      add(PARTS.decade, start, end, raw.slice(0, -1))
    } else if (/^(?:am|pm)(?![a-z])/.test(tail)) {
      add(PARTS.small, start, end, number)
    } else if (isLetter(text.charCodeAt(end))) add(PARTS.other, start, end)
    else if (whole && raw.length <= 2 && number >= 0 && number <= 31) add(PARTS.small, start, end, number)
    else if (whole && raw.length === 4 && number >= 1000 && number < 2200) add(PARTS.year, start, end, number)
    else add(PARTS.number, start, end, number)
    return end
  }
}

/** The text of mark `i` to mark `j`, inclusive, as a span. */
export const spanOf = ({ from, to }: Marks, i: number, j: number): Span => ({ from: from[i]!, to: to[j]! })
