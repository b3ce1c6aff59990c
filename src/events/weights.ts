import { readFileSync } from "node:fs"
import { type Features, hash } from "./features.ts"

/**
 * A linear model over named features: for each feature, what it speaks for or against each class, in hundredths.
 * Kept as text so that a reader can look up why something was decided; in memory a feature is found by its hash.
 */
export class Weights {
  readonly classes: readonly string[]
  /** Four numbers a place: both halves of a feature's hash, where its cells begin, and where they end; 0 where the place is free. */
  private readonly places: Int32Array
  /** How far a hash is shifted to leave the number of a place. */
  private readonly shift: number
  /** A class in the lower eight bits, what is spoken for it above them. */
  private readonly cells: Int32Array

  /**
   * @param text `class class …` on the first line, then `feature TAB classIndex:weight …` on each
   * @throws Error where two features have one hash, or a weight is finer than hundredths
   */
  constructor(text: string) {
    const head = text.split("\n", 1)[0]!
    // Copied, since a slice would keep the whole text in memory.
    this.classes = head.split(" ").map(name => Buffer.from(name).toString())
    let bits = 8
    while (2 ** bits < count(text, "\t") * 1.6) bits++
    this.shift = 32 - bits
    this.places = new Int32Array(2 ** bits * 4)
    // No cell takes less than four letters: "0:1 ".
    const cells = new Int32Array(text.length / 4)
    let end = 0
    for (let from = head.length + 1; from < text.length; ) {
      const tab = text.indexOf("\t", from)
      if (tab < 0) break
      const start = end
      let at = tab
      do {
        const cell = readCell(text, at + 1)
        cells[end++] = (cell.hundredths << 8) | cell.index
        at = cell.to
      } while (text[at] === " ")
      if (end > start) this.place(text, from, tab, start, end)
      from = at + 1
    }
    this.cells = cells.slice(0, end)
  }

  static read(file: URL): Weights {
    return new Weights(readFileSync(file, "utf8"))
  }

  /** What all features together speak for each class, as a bare sum of hundredths. */
  sums(features: Features): number[] {
    const sums = new Array<number>(this.classes.length).fill(0)
    const { places, shift, cells } = this
    const { list, length } = features.hashed()
    const last = places.length - 1
    for (let i = 0; i < length; i += 2) {
      const a = list[i]!
      const b = list[i + 1]!
      let place = placeOf(a, b, shift)
      let end = places[place + 3]!
      while (end !== 0 && (places[place] !== a || places[place + 1] !== b)) {
        place = (place + 4) & last
        end = places[place + 3]!
      }
      if (end === 0) continue
      for (let at = places[place + 2]!; at < end; at++) sums[cells[at]! & 255]! += cells[at]! >> 8
    }
    return sums
  }

  /** How likely each class is, given the features present: fractions that add up to 1. */
  likelihoods(features: Features): number[] {
    return fractions(this.sums(features).map(sum => sum / 100))
  }

  /** The likeliest class and how likely it is. */
  best(features: Features): { readonly name: string; readonly likelihood: number } {
    const likelihoods = this.likelihoods(features)
    let at = 0
    for (let other = 1; other < likelihoods.length; other++) if (likelihoods[other]! > likelihoods[at]!) at = other
    return { name: this.classes[at]!, likelihood: likelihoods[at]! }
  }

  /** Puts the feature that stands at `from` to `to` of the text into the first free place from its own on. */
  private place(text: string, from: number, to: number, start: number, end: number): void {
    const { places, shift } = this
    const { a, b } = hash(text, from, to)
    let place = placeOf(a, b, shift)
    while (places[place + 3] !== 0) {
      if (places[place] === a && places[place + 1] === b)
        throw new Error(`two features have the hash of "${text.slice(from, to)}": change a base of the hash`)
      place = (place + 4) & (places.length - 1)
    }
    places[place] = a
    places[place + 1] = b
    places[place + 2] = start
    places[place + 3] = end
  }
}

/** Where the places for a hash begin: its halves mixed, the upper bits taken. */
const placeOf = (a: number, b: number, shift: number) => (Math.imul(a ^ (b >>> 15), 0x9e3779b1) >>> shift) * 4

/** Reads "12:-0.4" and where it ends. */
function readCell(text: string, from: number) {
  let [number, index, decimals, sign] = [0, 0, -1, 1]
  let to = from
  for (; to < text.length; to++) {
    const letter = text.charCodeAt(to)
    if (letter >= ZERO && letter <= NINE) {
      number = number * 10 + letter - ZERO
      if (decimals >= 0) decimals++
    } else if (letter === MINUS) sign = -1
    else if (letter === POINT) decimals = 0
    else if (letter === COLON) [index, number] = [number, 0]
    else break
  }
  if (decimals > 2) throw new Error(`weights are told in hundredths: ${text.slice(from, to)}`)
  return { index, hundredths: sign * number * (decimals === 2 ? 1 : decimals === 1 ? 10 : 100), to }
}

const [ZERO, NINE, MINUS, POINT, COLON] = [..."09-.:"].map(sign => sign.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
]

/** How often a sign stands in a text. */
function count(text: string, sign: string): number {
  let found = 0
  for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) found++
  return found
}

/** Sums turned into fractions that add up to 1, the larger the sum the larger the fraction (softmax). */
export function fractions(sums: readonly number[]): number[] {
  const highest = Math.max(...sums)
  const powers = sums.map(sum => Math.exp(sum - highest))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map(power => power / total)
}
