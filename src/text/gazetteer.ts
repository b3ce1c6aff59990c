import { readFileSync } from "node:fs"
import { textNumber } from "../network/textNumber.ts"

/** The lists of `data/text/gazetteer.txt`, each a bit. */
export const LISTS = ["first", "last", "place", "country", "people", "organisation"] as const

/** Longest entry that is looked for, in words. */
const LONGEST = 4

/** Words and phrases known to be parts of names: which lists they stand in. */
export class Gazetteer {
  /** Lists as bits, by the number of the entry; the sign bit says that a longer entry begins so. */
  private readonly entries = new Map<number, number>()

  constructor(file: URL | string) {
    let bit = 0
    for (const line of readFileSync(file, "utf8").split("\n")) {
      const list = /^\[(\w+)\]$/.exec(line)?.[1]
      if (list) bit = 1 << LISTS.indexOf(list as (typeof LISTS)[number])
      else if (line !== "" && !line.startsWith("#")) this.add(line.split(" "), bit)
    }
  }

  private add(words: readonly string[], bit: number): void {
    let number = 0
    words.slice(0, LONGEST).forEach((word, i) => {
      number = i === 0 ? textNumber(word) : join(number, textNumber(word))
      const last = i === words.length - 1
      this.entries.set(number, (this.entries.get(number) ?? 0) | (last ? bit : PREFIX))
    })
  }

  /** How many of the words, from the first on, are one entry of a list; 0 where none is. */
  entryLength(words: readonly string[], list: (typeof LISTS)[number]): number {
    const bit = 1 << LISTS.indexOf(list)
    let length = 0
    let number = 0
    for (let n = 1; n <= Math.min(LONGEST, words.length); n++) {
      const word = textNumber(words[n - 1]!.toLowerCase())
      number = n === 1 ? word : join(number, word)
      const found = this.entries.get(number)
      if (found === undefined) break
      if (found & bit) length = n
      if ((found & PREFIX) === 0) break
    }
    return length
  }

  /**
   * For each word, the lists of the entries that cover it.
   * @param marks is written to, one entry a word
   */
  mark(words: readonly { readonly lower: number }[], marks: Int32Array): void {
    marks.fill(0, 0, words.length)
    for (let i = 0; i < words.length; i++) {
      let number = words[i]!.lower
      for (let n = 1; n <= LONGEST; n++) {
        const found = this.entries.get(number)
        if (found === undefined) break
        const bits = found & ~PREFIX
        // An entry of several words is surer than one alone, so it has bits of its own.
        if (bits) for (let k = 0; k < n; k++) marks[i + k]! |= n === 1 ? bits : bits << LISTS.length
        if ((found & PREFIX) === 0 || i + n >= words.length) break
        number = join(number, words[i + n]!.lower)
      }
    }
  }
}

let shipped: Gazetteer | undefined

/** The gazetteer shipped here, read once. */
export const ownGazetteer = (): Gazetteer => {
  shipped ??= new Gazetteer(new URL("../../data/text/gazetteer.txt", import.meta.url))
  return shipped
}

const PREFIX = 1 << 30
const join = (a: number, b: number) => Math.imul(a ^ (b >>> 7), 0x5bd1e995) ^ b
