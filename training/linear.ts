import { constants, zstdCompressSync } from "node:zlib"
import { fractions } from "../src/network/weights.ts"
import { shuffled } from "./chance.ts"

/** One thing to learn from: what was seen, and what it was. `weight` tells how much it counts (1 by default). */
export interface Sample {
  readonly features: readonly string[]
  readonly label: string
  readonly weight?: number
}

/** How to learn; the defaults were settled by cross-validation over documents. */
export interface Learning {
  readonly epochs?: number
  readonly rate?: number
  /** Pull of every weight towards 0, so that rare features do not learn single documents by heart. */
  readonly ridge?: number
  /** Features seen in fewer samples are left out. */
  readonly rarest?: number
  /** Features that are hidden now and then while learning, and how often (0 to 1), so that general ones learn to do without them. */
  readonly hidden?: (feature: string) => number
}

/** Weights in the text that `Weights` reads: sizes, classes, then what each feature speaks for them in hundredths. */
export function written(
  classes: readonly string[],
  table: ReadonlyMap<string, readonly (readonly [at: number, hundredths: number])[]>,
): Uint8Array {
  const weights = table.values().reduce((sum, cells) => sum + cells.length, 0)
  const lines = [...table].map(
    ([feature, cells]) => `${feature}\t${cells.map(([at, hundredths]) => `${at}:${hundredths}`).join(" ")}`,
  )
  return Buffer.from(`${[`${table.size} ${weights}`, classes.join(" "), ...lines].join("\n")}\n`)
}

/** The text packed as `Weights.read` unpacks it. */
export const packed = (weights: Uint8Array): Uint8Array =>
  zstdCompressSync(weights, { params: { [constants.ZSTD_c_compressionLevel]: 19 } })

/** A small repeatable source of chance, so that training twice gives the same weights. */
function dice(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 4294967296
  }
}

/** Features that are seen in enough of some lists, and each list as their numbers, every feature once. */
export function numbered(lists: readonly (readonly string[])[], rarest: number) {
  const sets = lists.map(list => [...new Set(list)])
  const seen = new Map<string, number>()
  for (const set of sets) for (const feature of set) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const names = [...seen].filter(([, times]) => times >= rarest).map(([name]) => name)
  const numbers = new Map(names.map((name, at) => [name, at]))
  return { names, rows: sets.map(set => Int32Array.from(set.flatMap(name => numbers.get(name) ?? []))) }
}

/**
 * What each feature says, as `written` takes it.
 * @param weights one row of `width` numbers for each name
 * @param least hundredths below which a weight is left out
 */
export function inHundredths(
  names: readonly string[],
  weights: Float32Array | Float64Array,
  width: number,
  least: number,
): ReadonlyMap<string, readonly (readonly [at: number, hundredths: number])[]> {
  const table = new Map<string, [number, number][]>()
  names.forEach((name, row) => {
    const cells: [number, number][] = []
    for (let c = 0; c < width; c++) {
      const hundredths = Math.round(weights[row * width + c]! * 100)
      if (Math.abs(hundredths) >= least) cells.push([c, hundredths])
    }
    if (cells.length > 0) table.set(name, cells)
  })
  return table
}

/** Multinomial logistic regression by AdaGrad; gives the weights as `Weights` reads them. */
export function learn(samples: readonly Sample[], learning: Learning = {}): Uint8Array {
  const { epochs = 10, rate = 0.05, ridge = 2e-4, rarest = 2, hidden } = learning
  const classes = [...new Set(samples.map(sample => sample.label))].sort()
  const classAt = new Map(classes.map((name, at) => [name, at]))
  const { names, rows } = numbered(
    samples.map(({ features }) => features),
    rarest,
  )
  const hide = names.map(name => hidden?.(name) ?? 0)
  const width = classes.length
  const weights = new Float64Array(names.length * width)
  const squares = new Float64Array(names.length * width).fill(1e-3)
  const chance = dice(7)
  let order = samples.map((_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffled(order, chance)
    for (const at of order) {
      const active = rows[at]!.filter(row => hide[row] === 0 || chance() >= hide[row]!)
      const sums = new Float64Array(width)
      for (const row of active) for (let c = 0; c < width; c++) sums[c]! += weights[row * width + c]!
      const highest = Math.max(...sums)
      let total = 0
      for (let c = 0; c < width; c++) total += sums[c] = Math.exp(sums[c]! - highest)
      const truth = classAt.get(samples[at]!.label)!
      const counts = samples[at]!.weight ?? 1
      for (let c = 0; c < width; c++) {
        const slope = counts * (sums[c]! / total - (c === truth ? 1 : 0))
        if (Math.abs(slope) < 1e-4) continue
        for (const row of active) {
          const cell = row * width + c
          const gradient = slope + ridge * weights[cell]!
          squares[cell]! += gradient * gradient
          weights[cell]! -= (rate * gradient) / Math.sqrt(squares[cell]!)
        }
      }
    }
  }
  return written(classes, inHundredths(names, weights, width, 5))
}

/** Some of what speaks for an answer, and the class whose weights it is for: "source", "target". */
export interface Piece {
  readonly name: string
  readonly features: readonly string[]
  /** What is known to speak for it before anything is learned, in nats; 0 by default. */
  readonly given?: number
}

/** A question with several answers to choose from, of which one or more are right. */
export interface Choice {
  readonly pieces: readonly Piece[]
  /** The pieces of each answer, as indexes: answers that share a part share its piece. */
  readonly options: readonly (readonly number[])[]
  readonly right: readonly boolean[]
  /** How much the question counts; 1 by default. */
  readonly weight?: number
}

/** Learns to choose: for each question, the right options together should outweigh the others (conditional logit, AdaGrad). Gives the weights as `Weights` reads them. */
export function learnChoices(choices: readonly Choice[], learning: Learning = {}): Uint8Array {
  const { epochs = 8, rate = 0.03, ridge = 1e-3, rarest = 2, hidden } = learning
  const classes = [...new Set(choices.flatMap(({ pieces }) => pieces.map(({ name }) => name)))].sort()
  // A feature has a row for each class in which it speaks.
  const rowAt = classes.map(() => new Map<string, number>())
  const seen: number[] = []
  const asked = choices.map(({ pieces, ...question }) => ({
    ...question,
    given: pieces.map(({ given = 0 }) => given),
    rows: pieces.map(({ name, features }) => {
      const known = rowAt[classes.indexOf(name)]!
      return Int32Array.from(features, feature => {
        const row = known.get(feature) ?? seen.push(0) - 1
        known.set(feature, row)
        seen[row]!++
        return row
      })
    }),
  }))
  const questions = asked.map(({ rows, ...question }) => ({
    ...question,
    rows: rows.map(piece => piece.filter(row => seen[row]! >= rarest)),
  }))
  const weights = new Float64Array(seen.length)
  const squares = new Float64Array(seen.length).fill(1e-3)
  const hide = new Float64Array(seen.length)
  for (const known of rowAt) for (const [feature, row] of known) hide[row] = hidden?.(feature) ?? 0
  const active = new Int32Array(
    Math.max(0, ...questions.map(({ rows }) => rows.reduce((sum, piece) => sum + piece.length, 0))),
  )
  const chance = dice(11)
  let order = questions.map((_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffled(order, chance)
    for (const at of order) {
      const { rows, given, options, right, weight = 1 } = questions[at]!
      let end = 0
      const starts = [0]
      const sums = rows.map((piece, p) => {
        let sum = given[p]!
        for (const row of piece) {
          if (hide[row]! > 0 && chance() < hide[row]!) continue
          active[end++] = row
          sum += weights[row]!
        }
        starts.push(end)
        return sum
      })
      const likelihoods = fractions(options.map(option => option.reduce((sum, piece) => sum + sums[piece]!, 0)))
      const won = likelihoods.reduce((sum, likelihood, o) => sum + (right[o] ? likelihood : 0), 0)
      const slopes = new Float64Array(rows.length)
      options.forEach((option, o) => {
        const wanted = right[o] ? likelihoods[o]! / Math.max(won, 1e-9) : 0
        for (const piece of option) slopes[piece]! += weight * (likelihoods[o]! - wanted)
      })
      for (let p = 0; p < rows.length; p++) {
        const slope = slopes[p]!
        if (Math.abs(slope) < 1e-4) continue
        for (let i = starts[p]!; i < starts[p + 1]!; i++) {
          const row = active[i]!
          const gradient = slope + ridge * weights[row]!
          squares[row]! += gradient * gradient
          weights[row]! -= (rate * gradient) / Math.sqrt(squares[row]!)
        }
      }
    }
  }
  const table = new Map<string, [number, number][]>()
  rowAt.forEach((known, c) => {
    for (const [feature, row] of known) {
      const hundredths = Math.round(weights[row]! * 100)
      if (Math.abs(hundredths) < 3) continue
      const cells = table.get(feature) ?? []
      cells.push([c, hundredths])
      table.set(feature, cells)
    }
  })
  return written(classes, table)
}
