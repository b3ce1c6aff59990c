import { readFileSync } from "node:fs"

/**
 * A linear model over named features: for each feature, what it speaks for or against each class.
 * Kept as text so that a reader can look up why something was decided.
 */
export class Weights {
  readonly classes: readonly string[]
  private readonly rows: ReadonlyMap<string, readonly (readonly [number, number])[]>
  /** The rows once more, class and weight in turn: adding up is most of the work of reading events. */
  private readonly flat: ReadonlyMap<string, Float64Array>

  constructor(classes: readonly string[], rows: ReadonlyMap<string, readonly (readonly [number, number])[]>) {
    this.classes = classes
    this.rows = rows
    this.flat = new Map([...rows].map(([feature, cells]) => [feature, Float64Array.from(cells.flat())]))
  }

  /** Reads `class class …` on the first line, then `feature TAB classIndex:weight …` on each. */
  static parse(text: string): Weights {
    const [head = "", ...lines] = text.split("\n")
    const rows = new Map<string, readonly (readonly [number, number])[]>()
    for (const line of lines) {
      const tab = line.indexOf("\t")
      if (tab < 0) continue
      const cells = line.slice(tab + 1).split(" ")
      rows.set(
        line.slice(0, tab),
        cells.map(cell => {
          const colon = cell.indexOf(":")
          return [Number(cell.slice(0, colon)), Number(cell.slice(colon + 1))] as const
        }),
      )
    }
    return new Weights(head.split(" "), rows)
  }

  static read(file: URL): Weights {
    return Weights.parse(readFileSync(file, "utf8"))
  }

  write(): string {
    const lines = [...this.rows].map(
      ([feature, cells]) => `${feature}\t${cells.map(([at, weight]) => `${at}:${weight}`).join(" ")}`,
    )
    return `${[this.classes.join(" "), ...lines].join("\n")}\n`
  }

  /** What all features together speak for each class, as a bare sum. */
  sums(features: readonly string[]): number[] {
    const sums = new Array<number>(this.classes.length).fill(0)
    for (let f = 0; f < features.length; f++) {
      const row = this.flat.get(features[f]!)
      if (row) for (let cell = 0; cell < row.length; cell += 2) sums[row[cell]!]! += row[cell + 1]!
    }
    return sums
  }

  /** How likely each class is, given the features present: fractions that add up to 1. */
  likelihoods(features: readonly string[]): number[] {
    return fractions(this.sums(features))
  }

  /** The likeliest class and how likely it is. */
  best(features: readonly string[]): { readonly name: string; readonly likelihood: number } {
    const likelihoods = this.likelihoods(features)
    let at = 0
    for (let other = 1; other < likelihoods.length; other++) if (likelihoods[other]! > likelihoods[at]!) at = other
    return { name: this.classes[at]!, likelihood: likelihoods[at]! }
  }
}

/** Sums turned into fractions that add up to 1, the larger the sum the larger the fraction (softmax). */
export function fractions(sums: readonly number[]): number[] {
  const highest = Math.max(...sums)
  const powers = sums.map(sum => Math.exp(sum - highest))
  const total = powers.reduce((a, b) => a + b, 0)
  return powers.map(power => power / total)
}
