import { readFileSync } from "node:fs"
import { zstdDecompressSync } from "node:zlib"
import type { Features } from "../network/features.ts"
import { fractions, likeliest, Weights } from "../network/weights.ts"

/**
 * A network with one layer of units between named features and classes: features speak for units as in `Weights`, and units of which
 * more is said for than against speak for classes. Unlike a linear model it can hold that two features mean something only together.
 */
export class Network {
  readonly classes: readonly string[]
  private readonly units: Weights
  /** What is said for each unit before any feature speaks. */
  private readonly start: readonly number[]
  /** For each class what is said for it before any unit speaks, then what each unit says for it. */
  private readonly outer: readonly (readonly number[])[]

  /**
   * @param text in UTF-8: the number of classes; a line `start number …` with a number for each unit; a line `class number number …` for
   *   each class, its own start first; then the units as `Weights` reads them
   * @throws Error where the text is no such list or cut short
   */
  constructor(text: Uint8Array) {
    const lines: string[][] = []
    let at = 0
    for (let left = 1; left > 0; left--) {
      const end = text.indexOf(NEWLINE, at)
      if (end < 0) throw new Error("a network is cut short")
      const words = Buffer.from(text.subarray(at, end)).toString().split(" ")
      if (lines.push(words) === 1) left += Number(words[0]) + 1
      at = end + 1
    }
    const [, start = [], ...outer] = lines
    this.start = start.slice(1).map(Number)
    this.classes = outer.map(([name = ""]) => name)
    this.outer = outer.map(([, ...numbers]) => numbers.map(Number))
    this.units = new Weights(text.subarray(at))
    const width = this.units.classes.length
    if (this.start.length !== width || this.outer.some(numbers => numbers.length !== width + 1))
      throw new Error(`a network of ${width} units has lines of another length`)
  }

  /** @param file the text of the network, packed by Zstandard */
  static read(file: URL): Network {
    return new Network(zstdDecompressSync(readFileSync(file)))
  }

  /** What is said for each class, as a bare sum. */
  sums(features: Features): number[] {
    const units = this.units.sums(features).map((sum, u) => Math.max(0, sum / 100 + this.start[u]!))
    return this.outer.map(numbers => {
      let sum = numbers[0]!
      for (let u = 0; u < units.length; u++) sum += units[u]! * numbers[u + 1]!
      return sum
    })
  }

  /** How likely each class is, given the features present: fractions that add up to 1. */
  likelihoods(features: Features): number[] {
    return fractions(this.sums(features))
  }

  /** The likeliest class and how likely it is. */
  best(features: Features): { readonly name: string; readonly likelihood: number } {
    return likeliest(this.classes, this.likelihoods(features))
  }
}

const NEWLINE = 10
