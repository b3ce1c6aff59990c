import { copied } from "../model/document.ts"
import { wordClass } from "./classes.ts"
import { textNumber } from "./textNumber.ts"

/** What the models see of a word: numbers only, worked out once. */
export class WordLook {
  /** As written. */
  readonly form: number
  /** In lower case. */
  readonly lower: number
  /** The last one, two, three and four letters, in lower case. */
  readonly ends: readonly [number, number, number, number]
  /** The first one to three letters. */
  readonly starts: readonly [number, number, number]
  /** Its shape: capitals, small letters, digits and marks, each run once. */
  readonly shape: number
  readonly capital: boolean
  readonly digit: boolean
  /** Its class of words that stand in like places, and the family of that class; 0 for none. */
  readonly kind: number
  readonly family: number

  constructor(norm: string) {
    const word = norm.length > 60 ? norm.slice(0, 60) : norm
    const lower = word.toLowerCase()
    const n = lower.length
    this.form = textNumber(word)
    this.lower = textNumber(lower)
    this.ends = [
      textNumber(lower, n - 1 < 0 ? 0 : n - 1),
      n < 2 ? 1 : textNumber(lower, n - 2),
      n < 3 ? 2 : textNumber(lower, n - 3),
      n < 4 ? 3 : textNumber(lower, n - 4),
    ]
    this.starts = [textNumber(lower, 0, 1), n < 2 ? 1 : textNumber(lower, 0, 2), n < 3 ? 2 : textNumber(lower, 0, 3)]
    let shape = 0
    let last = 0
    let digit = false
    for (let i = 0; i < word.length; i++) {
      const kind = charKind(word.charCodeAt(i), word[i]!)
      if (kind === DIGIT) digit = true
      if (kind !== last) shape = Math.imul(shape, 7) + kind
      else if (shape % 2 === 0 && kind === UPPER && i === 1) shape += 3
      last = kind
    }
    this.shape = n === 1 ? shape + 1000003 : shape
    const first = word.charCodeAt(0)
    this.capital = (first >= 65 && first <= 90) || (first > 127 && word[0] !== lower[0])
    this.digit = digit
    const { number, family } = wordClass(this.lower)
    this.kind = number
    this.family = family
  }
}

const UPPER = 1
const LOWER = 2
const DIGIT = 3

function charKind(code: number, char: string): number {
  if (code >= 97 && code <= 122) return LOWER
  if (code >= 65 && code <= 90) return UPPER
  if (code >= 48 && code <= 57) return DIGIT
  if (code === 45) return 4
  if (code === 46) return 5
  if (code > 127) return char.toLowerCase() !== char ? UPPER : /\p{L}/u.test(char) ? LOWER : 6
  return 6
}

/** Most words that are kept: more than a hundred reports hold, few enough to cost little memory. */
const KEPT = 8_000

/** Looks of words met before; forgotten when too many have been kept. */
export class WordLooks {
  private looks = new Map<string, WordLook>()

  of(norm: string): WordLook {
    let look = this.looks.get(norm)
    if (!look) {
      look = new WordLook(norm)
      if (this.looks.size >= KEPT) this.looks = new Map()
      this.looks.set(copied(norm), look)
    }
    return look
  }
}

/** The looks that tagger, parser and name finder share. */
export const wordLooks = new WordLooks()
