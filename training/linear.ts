import { constants, zstdCompressSync } from "node:zlib"
import { fractions } from "../src/events/weights.ts"

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

/** Multinomial logistic regression by AdaGrad; gives the weights as `Weights` reads them. */
export function learn(samples: readonly Sample[], learning: Learning = {}): Uint8Array {
  const { epochs = 10, rate = 0.05, ridge = 2e-4, rarest = 2, hidden } = learning
  const classes = [...new Set(samples.map(sample => sample.label))].sort()
  const classAt = new Map(classes.map((name, at) => [name, at]))
  const seen = new Map<string, number>()
  for (const sample of samples)
    for (const feature of new Set(sample.features)) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const names = [...seen].filter(([, times]) => times >= rarest).map(([name]) => name)
  const rowAt = new Map(names.map((name, at) => [name, at]))
  const hide = names.map(name => hidden?.(name) ?? 0)
  const width = classes.length
  const weights = new Float64Array(names.length * width)
  const squares = new Float64Array(names.length * width).fill(1e-3)
  const rows = samples.map(sample => [...new Set(sample.features)].flatMap(name => rowAt.get(name) ?? []))
  const chance = dice(7)
  const order = samples.map((_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(chance() * (at + 1))
      ;[order[at], order[other]] = [order[other]!, order[at]!]
    }
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
  const table = new Map<string, [number, number][]>()
  names.forEach((name, row) => {
    const cells: [number, number][] = []
    for (let c = 0; c < width; c++) {
      const hundredths = Math.round(weights[row * width + c]! * 100)
      if (Math.abs(hundredths) >= 5) cells.push([c, hundredths])
    }
    if (cells.length > 0) table.set(name, cells)
  })
  return written(classes, table)
}

/** A question with several answers to choose from, of which one or more are right. */
export interface Choice {
  /** The class whose weights decide: "source", "target". */
  readonly name: string
  readonly options: readonly (readonly string[])[]
  readonly right: readonly boolean[]
  /** How much the question counts; 1 by default. */
  readonly weight?: number
}

/** Learns to choose: for each question, the right options together should outweigh the others (conditional logit, AdaGrad). Gives the weights as `Weights` reads them. */
export function learnChoices(choices: readonly Choice[], learning: Learning = {}): Uint8Array {
  const { epochs = 8, rate = 0.03, ridge = 1e-3, rarest = 2, hidden } = learning
  const classes = [...new Set(choices.map(choice => choice.name))].sort()
  const seen = new Map<string, number>()
  const named = ({ name, options }: Choice) => options.map(features => features.map(feature => `${name} ${feature}`))
  const questions = choices.map(choice => ({ ...choice, options: named(choice) }))
  for (const { options } of questions)
    for (const features of options) for (const feature of features) seen.set(feature, (seen.get(feature) ?? 0) + 1)
  const names = [...seen].filter(([, times]) => times >= rarest).map(([name]) => name)
  const rowAt = new Map(names.map((name, at) => [name, at]))
  const hide = names.map(name => hidden?.(name.slice(name.indexOf(" ") + 1)) ?? 0)
  const weights = new Float64Array(names.length)
  const squares = new Float64Array(names.length).fill(1e-3)
  const rows = questions.map(({ options }) =>
    options.map(features => features.flatMap(feature => rowAt.get(feature) ?? [])),
  )
  const chance = dice(11)
  const order = questions.map((_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(chance() * (at + 1))
      ;[order[at], order[other]] = [order[other]!, order[at]!]
    }
    for (const at of order) {
      const { right, weight = 1 } = questions[at]!
      const active = rows[at]!.map(option => option.filter(row => hide[row] === 0 || chance() >= hide[row]!))
      const likelihoods = fractions(active.map(option => option.reduce((sum, row) => sum + weights[row]!, 0)))
      const won = likelihoods.reduce((sum, likelihood, o) => sum + (right[o] ? likelihood : 0), 0)
      active.forEach((option, o) => {
        const wanted = right[o] ? likelihoods[o]! / Math.max(won, 1e-9) : 0
        const slope = weight * (likelihoods[o]! - wanted)
        if (Math.abs(slope) < 1e-4) return
        for (const row of option) {
          const gradient = slope + ridge * weights[row]!
          squares[row]! += gradient * gradient
          weights[row]! -= (rate * gradient) / Math.sqrt(squares[row]!)
        }
      })
    }
  }
  const table = new Map<string, [number, number][]>()
  names.forEach((name, row) => {
    const hundredths = Math.round(weights[row]! * 100)
    if (Math.abs(hundredths) < 3) return
    const space = name.indexOf(" ")
    const feature = name.slice(space + 1)
    const cells = table.get(feature) ?? []
    cells.push([classes.indexOf(name.slice(0, space)), hundredths])
    table.set(feature, cells)
  })
  return written(classes, table)
}
