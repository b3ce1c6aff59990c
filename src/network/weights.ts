import { readFileSync } from "node:fs"
import { zstdDecompressSync } from "node:zlib"
import { type Features, hashOfBytes } from "./features.ts"

/** Room for the largest text in one piece, so that no second copy is made of it; what is not used of it costs nothing. */
const ROOM = 2 ** 24

/**
 * A linear model over named features: for each feature, what it speaks for or against each class, in hundredths.
 * Kept as text so that a reader can look up why something was decided (`training/look.ts` prints it); in memory a feature is
 * found by its hash. The text is read as bytes in one pass, since a string of it and its pieces would fill the heap.
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
   * @param text in UTF-8: how many features and how many weights there are on the first line, `class class …` on the second,
   *   then `feature TAB classIndex:weight …` on each, weights in hundredths
   * @throws Error where the text is no such list or cut short, or two features have one hash
   */
  constructor(text: Uint8Array) {
    const sizes = text.indexOf(NEWLINE)
    const head = text.indexOf(NEWLINE, sizes + 1)
    const [features = 0, weights = 0] = words(text, 0, sizes).split(" ").map(Number)
    this.classes = words(text, sizes + 1, head).split(" ")
    let bits = 8
    while (2 ** bits < features * 1.6) bits++
    this.shift = 32 - bits
    this.places = new Int32Array(2 ** bits * 4)
    this.cells = new Int32Array(weights)
    let end = 0
    for (let at = head + 1; at < text.length; at++) {
      const from = at
      while (at < text.length && text[at] !== TAB) at++
      const [tab, start] = [at, end]
      while (at < text.length && text[at] !== NEWLINE) at = readCell(text, at + 1, this.cells, end++)
      this.place(text, from, tab, start, end)
    }
    if (head < 0 || end !== weights) throw new Error(`${end} weights are there of ${weights}`)
  }

  /** @param file the text of the weights, packed by Zstandard */
  static read(file: URL): Weights {
    return new Weights(zstdDecompressSync(readFileSync(file), { chunkSize: ROOM }))
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
    return likeliest(this.classes, this.likelihoods(features))
  }

  /** Puts the feature that stands at `from` to `to` of the text into the first free place from its own on. */
  private place(text: Uint8Array, from: number, to: number, start: number, end: number): void {
    const { places, shift } = this
    const { a, b } = hashOfBytes(text, from, to)
    let place = placeOf(a, b, shift)
    while (places[place + 3] !== 0) {
      if (places[place] === a && places[place + 1] === b)
        throw new Error(`two features have the hash of "${words(text, from, to)}": change a base of the hash`)
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

const [TAB, NEWLINE, SPACE, MINUS, ZERO, NINE, COLON] = [9, 10, 32, 45, 48, 57, 58] as const

const words = (text: Uint8Array, from: number, to: number) => Buffer.from(text.subarray(from, to)).toString()

/** Reads "12:-40" into a cell; gives where it ends. */
function readCell(text: Uint8Array, from: number, cells: Int32Array, cell: number): number {
  let [index, number, sign] = [0, 0, 1]
  let at = from
  for (; text[at]! > SPACE; at++) {
    const letter = text[at]!
    if (letter >= ZERO && letter <= NINE) number = number * 10 + letter - ZERO
    else if (letter === MINUS) sign = -1
    else if (letter === COLON) {
      index = number
      number = 0
    } else throw new Error(`"${words(text, from, at + 1)}" is no weight`)
  }
  cells[cell] = ((sign * number) << 8) | index
  return at
}

/** Sums turned into fractions that add up to 1, the larger the sum the larger the fraction (softmax). */
export function fractions(sums: readonly number[]): number[] {
  const highest = Math.max(...sums)
  const powers = sums.map(sum => Math.exp(sum - highest))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map(power => power / total)
}

/** The likeliest of some classes, the first of several, and how likely it is. */
export function likeliest(
  classes: readonly string[],
  likelihoods: readonly number[],
): { readonly name: string; readonly likelihood: number } {
  let at = 0
  for (let other = 1; other < likelihoods.length; other++) if (likelihoods[other]! > likelihoods[at]!) at = other
  return { name: classes[at]!, likelihood: likelihoods[at]! }
}
