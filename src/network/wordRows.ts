import type { WordLook } from "./words.ts"

/** Affixes and shapes share so many rows, by their numbers. */
const [AFFIXES, SHAPES, CLASSES] = [4096, 256, 257]

/** How many rows speak for a word. */
export const ROWS_A_WORD = 8

/** A number's place among so many (Fibonacci hashing, Knuth 1973). */
const among = (number: number, places: number) => (Math.imul(number, 0x9e3779b1) >>> 8) % places

/**
 * Which rows of a table of vectors speak for a word: one each for the word itself, its last three and two letters, its
 * first three, its class, its shape, its tag and the tag that it might have instead.
 */
export class WordRows {
  /** Rows in all. */
  readonly count: number
  /** Numbers of the words that have a row of their own (`WordLook.lower`); all others share the first one. */
  readonly words: Int32Array
  private readonly known: ReadonlyMap<number, number>
  private readonly tagCount: number

  constructor(words: Int32Array, tagCount: number) {
    this.words = words
    this.tagCount = tagCount
    this.known = new Map(Array.from(words, (word, i) => [word, i + 1]))
    this.count = words.length + 1 + 3 * AFFIXES + CLASSES + SHAPES + tagCount + (1 + 2 * tagCount)
  }

  /** Writes the rows of each word. @param doubts as `Tagger.tag` tells them */
  of(words: readonly WordLook[], tags: Int32Array, doubts: Int32Array, rows: Int32Array): void {
    const long = this.words.length + 1
    const short = long + AFFIXES
    const front = short + AFFIXES
    const classes = front + AFFIXES
    const shapes = classes + CLASSES
    const tagged = shapes + SHAPES
    const doubted = tagged + this.tagCount
    let k = 0
    for (let i = 0; i < words.length; i++) {
      const { lower, ends, starts, kind, shape } = words[i]!
      rows[k++] = this.known.get(lower) ?? 0
      rows[k++] = long + among(ends[2], AFFIXES)
      rows[k++] = short + among(ends[1], AFFIXES)
      rows[k++] = front + among(starts[2], AFFIXES)
      rows[k++] = classes + kind
      rows[k++] = shapes + among(shape, SHAPES)
      rows[k++] = tagged + tags[i]!
      rows[k++] = doubted + doubts[i]!
    }
  }
}
