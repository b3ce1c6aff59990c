import { fractions } from "../src/network/weights.ts"
import { Adam } from "./adam.ts"
import { chance, shuffled } from "./chance.ts"
import { inHundredths, numbered, type Sample, written } from "./linear.ts"

/** How to learn a network; the defaults were settled by cross-validation over documents. */
export interface NetworkLearning {
  readonly epochs?: number
  readonly rate?: number
  /** How many units stand between features and classes. */
  readonly units?: number
  /** Features seen in fewer samples are left out. */
  readonly rarest?: number
}

/** How often a feature, and how often a unit, is hidden while learning, so that none is relied on alone (dropout, Srivastava et al. 2014). */
const [FEATURE_HIDDEN, UNIT_HIDDEN] = [0.15, 0.4]

/** Hundredths below which what a feature says for a unit is left out: a sixth of the file, and 4 of 1,000 words are read otherwise. */
const LEAST = 3

/** Samples after which the weights move. */
const BATCH = 64

/** Numbers that are learned. */
class Learned {
  readonly numbers: Float32Array
  private readonly adam: Adam

  constructor(numbers: Float32Array) {
    this.numbers = numbers
    this.adam = new Adam(numbers.length, [0.9, 0.1], [0.999, 0.001])
  }

  /** Moves `length` numbers from `to` on against the slopes that stand from `from` on. */
  move(slopes: Float32Array, from: number, to: number, length: number, pace: number): void {
    this.adam.move(this.numbers, to, slopes, from, to, length, pace)
  }
}

/** What one list of features gave while learning: which of them were not hidden, and how strongly each unit speaks. */
interface Heard {
  readonly active: readonly number[]
  readonly units: Float32Array
}

/** A network while it learns. */
class Pupil {
  private readonly chance: () => number
  private readonly names: readonly string[]
  private readonly classes: readonly string[]
  private readonly units: number
  private readonly inner: Learned
  private readonly outer: Learned
  private readonly starts: Learned
  /** Where the slopes of a feature touched since the last move begin, counted in features; -1 for the others. */
  private readonly place: Int32Array
  private touched: number[] = []
  private innerSlopes: Float32Array
  private readonly outerSlopes: Float32Array
  private readonly startSlopes: Float32Array
  private moves = 0

  constructor(names: readonly string[], classes: readonly string[], units: number, chance: () => number) {
    this.names = names
    this.classes = classes
    this.units = units
    this.chance = chance
    const normal = () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance())
    this.inner = new Learned(Float32Array.from({ length: names.length * units }, () => normal() * 0.05))
    this.outer = new Learned(
      Float32Array.from({ length: classes.length * units }, () => (chance() * 2 - 1) / Math.sqrt(units)),
    )
    this.starts = new Learned(new Float32Array(units + classes.length))
    this.place = new Int32Array(names.length).fill(-1)
    this.innerSlopes = new Float32Array(units * 16384)
    this.outerSlopes = new Float32Array(this.outer.numbers.length)
    this.startSlopes = new Float32Array(this.starts.numbers.length)
  }

  hear(features: Int32Array): Heard {
    const { units, chance } = this
    const { numbers } = this.inner
    const active: number[] = []
    const heard = this.starts.numbers.slice(0, units)
    for (let i = 0; i < features.length; i++) {
      if (chance() < FEATURE_HIDDEN) continue
      const feature = features[i]!
      active.push(feature)
      for (let u = 0, at = feature * units; u < units; u++, at++) heard[u] = heard[u]! + numbers[at]!
    }
    for (let u = 0; u < units; u++)
      heard[u] = heard[u]! > 0 && chance() >= UNIT_HIDDEN ? heard[u]! / (1 - UNIT_HIDDEN) : 0
    return { active, units: heard }
  }

  /** What is said for class `c`. */
  say({ units }: Heard, c: number): number {
    let sum = this.starts.numbers[this.units + c]!
    for (let u = 0, at = c * this.units; u < units.length; u++, at++) sum += units[u]! * this.outer.numbers[at]!
    return sum
  }

  /** Remembers what was wrong with what was said for some classes, each with its slope. */
  blame({ active, units }: Heard, slopes: readonly (readonly [c: number, slope: number])[]): void {
    const width = this.units
    const back = new Float32Array(width)
    for (const [c, slope] of slopes) {
      this.startSlopes[width + c] = this.startSlopes[width + c]! + slope
      for (let u = 0, at = c * width; u < width; u++, at++) {
        this.outerSlopes[at] = this.outerSlopes[at]! + slope * units[u]!
        back[u] = back[u]! + slope * this.outer.numbers[at]!
      }
    }
    for (let u = 0; u < width; u++) {
      back[u] = units[u]! > 0 ? back[u]! / (1 - UNIT_HIDDEN) : 0
      this.startSlopes[u] = this.startSlopes[u]! + back[u]!
    }
    for (const feature of active) {
      const from = this.placeOf(feature) * width
      for (let u = 0; u < width; u++) this.innerSlopes[from + u] = this.innerSlopes[from + u]! + back[u]!
    }
  }

  /** Moves all weights that were blamed since the last move. */
  move(rate: number): void {
    const width = this.units
    this.moves++
    const pace = (rate * Math.sqrt(1 - 0.999 ** this.moves)) / (1 - 0.9 ** this.moves)
    this.touched.forEach((feature, at) => {
      this.inner.move(this.innerSlopes, at * width, feature * width, width, pace)
      this.place[feature] = -1
    })
    this.touched = []
    this.outer.move(this.outerSlopes, 0, 0, this.outerSlopes.length, pace)
    this.starts.move(this.startSlopes, 0, 0, this.startSlopes.length, pace)
    this.outerSlopes.fill(0)
    this.startSlopes.fill(0)
  }

  /** The text that `Network` reads. */
  text(): Uint8Array {
    const { names, classes, units } = this
    const line = (name: string, ...numbers: readonly number[]) =>
      [name, ...numbers.map(number => Math.round(number * 10000) / 10000)].join(" ")
    const outer = classes.map((name, c) =>
      line(name, this.starts.numbers[units + c]!, ...this.outer.numbers.subarray(c * units, (c + 1) * units)),
    )
    const head = [String(classes.length), line("start", ...this.starts.numbers.subarray(0, units)), ...outer]
    const unitNames = Array.from({ length: units }, (_, u) => `u${u}`)
    return Buffer.concat([
      Buffer.from(`${head.join("\n")}\n`),
      written(unitNames, inHundredths(names, this.inner.numbers, units, LEAST)),
    ])
  }

  private placeOf(feature: number): number {
    const known = this.place[feature]!
    if (known >= 0) return known
    const place = this.touched.push(feature) - 1
    this.place[feature] = place
    if (this.touched.length * this.units > this.innerSlopes.length) {
      const wider = new Float32Array(this.innerSlopes.length * 2)
      wider.set(this.innerSlopes)
      this.innerSlopes = wider
    }
    this.innerSlopes.fill(0, place * this.units, (place + 1) * this.units)
    return place
  }
}

/** Learns a network that tells classes apart; gives the text that `Network` reads. */
export function learnNetwork(samples: readonly Sample[], learning: NetworkLearning = {}): Uint8Array {
  const { epochs = 16, rate = 1e-3, units = 32, rarest = 2 } = learning
  const classes = [...new Set(samples.map(({ label }) => label))].sort()
  const truths = samples.map(({ label }) => classes.indexOf(label))
  const { names, rows } = numbered(
    samples.map(({ features }) => features),
    rarest,
  )
  const next = chance(1)
  const pupil = new Pupil(names, classes, units, next)
  let order = samples.map((_, at) => at)
  for (let epoch = 0; epoch < epochs; epoch++) {
    order = shuffled(order, next)
    for (let begin = 0; begin < order.length; begin += BATCH) {
      const batch = order.slice(begin, begin + BATCH)
      for (const at of batch) {
        const heard = pupil.hear(rows[at]!)
        const counts = (samples[at]!.weight ?? 1) / batch.length
        const likelihoods = fractions(classes.map((_, c) => pupil.say(heard, c)))
        pupil.blame(
          heard,
          likelihoods.map((likelihood, c) => [c, (likelihood - (c === truths[at] ? 1 : 0)) * counts]),
        )
      }
      pupil.move(rate * (1.05 - epoch / epochs))
    }
  }
  return pupil.text()
}
