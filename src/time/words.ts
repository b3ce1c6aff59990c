import holidays from "../../data/time/holidays.json" with { type: "json" }
import words from "../../data/time/words.json" with { type: "json" }

/**
 * The part a word or mark plays in an expression of time, one character each, so that a stretch of text
 * becomes a string of parts and the grammar (`grammar.ts`) is plain regular expressions over it.
 */
export const PARTS = {
  month: "M",
  weekday: "W",
  weekdays: "w",
  weekend: "K",
  unit: "u",
  units: "U",
  quarter: "Q",
  half: "v",
  season: "S",
  part: "p",
  deictic: "D",
  last: "L",
  next: "N",
  this: "T",
  that: "H",
  early: "e",
  edge: "E",
  ago: "g",
  before: "B",
  after: "A",
  meridiem: "P",
  cardinal: "c",
  multiple: "b",
  beside: "s",
  commonEra: "r",
  vague: "q",
  ordinal: "O",
  decade: "R",
  fiscal: "F",
  every: "X",
  regular: "y",
  reference: "G",
  approx: "~",
  signal: "i",
  of: "f",
  old: "l",
  era: "j",
  time: "m",
  clock: "C",
  article: "a",
  manner: "Z",
  definite: "t",
  /** "Q3", "H1". */
  numberedQuarter: "V",
  numberedHalf: "J",
  /** A holiday's name; its value is the key in `data/time/holidays.json`. */
  holiday: "h",
  /** One or two digits up to 31. */
  small: "d",
  /** Any other number. */
  number: "n",
  /** Four digits that may be a year. */
  year: "Y",
  /** "25th". */
  nth: "o",
  /** A whole calendar date or instant in digits: "2022-02-04", "2/4/2022". */
  iso: "I",
  /** "10:30", "10.30". */
  hourMinute: "k",
  /** An abbreviated zone: "GMT". */
  zone: "z",
  /** Any other word. */
  other: "x",
  /** An end of sentence or a blank line. */
  stop: "|",
} as const

export type Part = keyof typeof PARTS
export type WordValue = string | number

interface Entry {
  readonly part: string
  readonly value: WordValue
}

/** Single words by their lower-case form. */
export const WORDS: ReadonlyMap<string, Entry> = new Map(
  entries().flatMap(([part, list]) =>
    Object.entries(list)
      .filter(([word]) => !word.includes(" "))
      .map(([word, value]): [string, Entry] => [word, { part: PARTS[part], value }]),
  ),
)

/** Expressions of several words, by their first word, longest first. */
export const PHRASES: ReadonlyMap<string, readonly { readonly words: string; readonly entry: Entry }[]> = phrases()

/** Words that are time words only with a capital: "May", "March". */
export const CAPITALISED: ReadonlySet<string> = new Set(words.capitalised)

function entries(): [Part, Record<string, WordValue>][] {
  const { passport: _, capitalised: __, ...lists } = words
  return Object.entries(lists) as [Part, Record<string, WordValue>][]
}

function phrases() {
  const all = new Map<string, { words: string; entry: Entry }[]>()
  const add = (words: string, entry: Entry) => {
    const first = /^[a-z]+/.exec(words)?.[0] ?? words
    const list = all.get(first) ?? []
    list.push({ words, entry })
    all.set(first, list)
  }
  for (const [part, list] of entries())
    for (const [words, value] of Object.entries(list)) if (words.includes(" ")) add(words, { part: PARTS[part], value })
  const { passport: _, ...kinds } = holidays
  for (const kind of Object.values(kinds))
    for (const name of Object.keys(kind)) add(name, { part: PARTS.holiday, value: name })
  for (const list of all.values()) list.sort((a, b) => b.words.length - a.words.length)
  return all
}
