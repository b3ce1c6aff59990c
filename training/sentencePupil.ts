import {
  arcDistance,
  BELOW,
  denseCount,
  labelDistance,
  SentenceNetwork,
  type Shape,
  type Vectors,
  type Weight,
} from "../src/network/sentenceNetwork.ts"
import { Learned } from "./learned.ts"
import { packNetwork } from "./packNetwork.ts"

/** A sentence to learn from. */
export interface Lesson {
  /** Rows of its words, as many for each as the shape tells. */
  readonly rows: Int32Array
  /** Index of each word's governor, -1 for the root; without them no governors are learned. */
  readonly heads?: ArrayLike<number>
  /** Pairs of words whose relation is learned, by index, and the numbers of those relations. */
  readonly children: Int32Array
  readonly governors: Int32Array
  readonly relations: Int32Array
}

/** How surprising a lesson was, in nats: the governors of all words, and the relations of all pairs. */
export interface Surprise {
  readonly governors: number
  readonly relations: number
}

/** Relations that compete with each other: those from one number up to another, and how much their faults count. */
export type Competing = readonly [from: number, to: number, share: number]

/** How often a number is hidden, and how often a word's own row gives way to that of unknown words (dropout, Srivastava et al. 2014). */
const [HIDDEN, WORD_HIDDEN] = [0.15, 0.15]
/** How long the slopes of all matrices together may be. */
const LONGEST_SLOPE = 1
/** Words of the longest sentence. */
export const LONGEST_LESSON = 200

/** Vectors while they are learned. */
class LearnedVectors implements Vectors {
  numbers = 0
  readonly width: number

  constructor(width: number) {
    this.width = width
  }

  add(row: number, numbers: Float32Array, at: number): void {
    const from = this.numbers + row * this.width
    for (let j = 0; j < this.width; j++) numbers[at + j]! += numbers[from + j]!
  }
}

/** A network while it learns: what it computes and what each weight had to do with its faults. */
export class SentencePupil {
  readonly network: SentenceNetwork
  private readonly chance: () => number
  private readonly learned = new Map<Weight, Learned>()
  /** Panels of the matrices with rows for columns, to carry slopes back through them. */
  private readonly turned = new Map<Weight, number>()
  private readonly vectors: Learned
  /** Rows whose vectors have slopes. */
  private readonly touched = new Set<number>()
  private readonly rows: Int32Array
  /** What was hidden in reading, in order: a factor for each column of each sentence. */
  private hidden: Float32Array[] = []
  private moves = 0
  private readonly wordSlopes: readonly [number, number]
  private readonly gateSlopes: number
  private readonly seekerSlopes: number
  private readonly endSlopes: number
  private readonly bentSlopes: number
  private readonly turnedWords: number
  private readonly slopePanels: number
  private readonly turnedScores: number
  private readonly seekingSlopes: number
  private readonly offeringSlopes: number

  /** Which relations each one competes with. */
  private readonly competing: readonly Competing[]

  /**
   * @param rowCount rows of vectors
   * @param words that are learned from at once, about
   * @param groups of relations that compete with each other; without them all do
   */
  constructor(
    shape: Shape,
    rowCount: number,
    words: number,
    chance: () => number,
    groups: readonly Competing[] = [[0, shape.relations, 1]],
  ) {
    const { width, arcs, labels } = shape
    this.competing = groups.flatMap(group => Array.from({ length: group[1] - group[0] }, () => group))
    const most = words + LONGEST_LESSON + 8
    const longest = LONGEST_LESSON + 16
    this.chance = chance
    const widest = Math.max(3 * width, 2 * arcs, 2 * labels, (shape.relations + 7) & ~7)
    const room =
      2 * rowCount * width +
      most * (5 * width + 2 * arcs + 3 * labels + Math.max(width, labels) + widest) +
      longest * (longest + 2 * arcs) +
      3 * denseCount(shape)
    const vectors = new LearnedVectors(width)
    this.network = new SentenceNetwork(shape, vectors, most, longest, room)
    const { matrices, weights } = this.network
    for (const weight of weights) {
      const { rows, columns } = weight
      this.learned.set(weight, new Learned(matrices, weight.at, rows * columns))
      if (weight.panels > 0) this.turned.set(weight, matrices.place(rows * columns))
      const spread = weight.panels > 0 ? 1 / Math.sqrt(rows) : (SPREADS[weight.name.replace(/ \d+$/, "")] ?? 0)
      for (let i = 0; i < rows * columns; i++) matrices.numbers[weight.at + i] = spread * this.normal()
    }
    vectors.numbers = matrices.place(rowCount * width)
    this.vectors = new Learned(matrices, vectors.numbers, rowCount * width)
    for (let i = 0; i < rowCount * width; i++) matrices.numbers[vectors.numbers + i] = 0.3 * this.normal()
    this.rows = new Int32Array(most * this.network.rowsAWord)
    this.wordSlopes = [matrices.place(most * width), matrices.place(most * width)]
    this.gateSlopes = matrices.place(most * 3 * width)
    this.seekerSlopes = matrices.place(most * 2 * arcs)
    this.endSlopes = matrices.place(most * 2 * labels)
    this.bentSlopes = matrices.place(most * labels)
    this.turnedWords = matrices.place(most * Math.max(width, labels))
    this.slopePanels = matrices.place(most * widest)
    this.turnedScores = matrices.place(longest * longest)
    this.seekingSlopes = matrices.place(longest * arcs)
    this.offeringSlopes = matrices.place(longest * arcs)
    this.prepare()
  }

  /** A number of the normal distribution (Box and Muller 1958). */
  private normal(): number {
    return Math.sqrt(-2 * Math.log(this.chance() + 1e-12)) * Math.cos(2 * Math.PI * this.chance())
  }

  /**
   * Begins where another network ended: looks around as it does, and knows its vectors.
   * @param rows that both have, the first ones
   */
  begin(other: SentenceNetwork, rows: number): void {
    const { network, vectors } = this
    const { numbers } = network.matrices
    const { width } = network.shape
    const layers = [...network.inputs, ...network.inputBias, ...network.carried]
    ;[...other.inputs, ...other.inputBias, ...other.carried].forEach(({ at, rows, columns }, i) => {
      numbers.set(other.matrices.numbers.subarray(at, at + rows * columns), layers[i]!.at)
    })
    numbers.fill(0, vectors.at, vectors.at + vectors.count)
    for (let row = 0; row < rows; row++) other.vectors.add(row, numbers, vectors.at + row * width)
    this.prepare()
  }

  private prepare(): void {
    this.network.prepare()
    for (const [{ at, rows, columns }, to] of this.turned) this.network.matrices.packTurned(at, rows, columns, to)
  }

  private slopesOf(weight: Weight): number {
    return this.learned.get(weight)!.slopes
  }

  /**
   * Learns from some sentences: reads them, and moves every weight against its share in the faults.
   * @param pace how far weights move
   */
  learn(lessons: readonly Lesson[], pace: number): Surprise {
    const { rowsAWord } = this.network
    const starts = [0]
    for (const { rows } of lessons) {
      this.rows.set(rows, starts.at(-1)! * rowsAWord)
      starts.push(starts.at(-1)! + rows.length / rowsAWord)
    }
    const count = starts.at(-1)!
    for (let i = 0; i < count; i++) if (this.chance() < WORD_HIDDEN) this.rows[i * rowsAWord] = 0
    this.hidden = []
    this.network.read(this.rows, starts, (at, columns) => this.hide(at, columns, starts))
    const governors = this.faultsOfArcs(lessons, starts)
    const relations = this.faultsOfRelations(lessons, starts)
    this.back(starts)
    this.move(pace)
    return { governors, relations }
  }

  private hide(at: number, columns: number, starts: readonly number[]): void {
    for (let s = 0; s + 1 < starts.length; s++) {
      const factors = new Float32Array(columns)
      for (let j = 0; j < columns; j++) factors[j] = this.chance() < HIDDEN ? 0 : 1 / (1 - HIDDEN)
      this.hidden.push(factors)
    }
    this.scale(at, columns, starts, this.hidden.length - (starts.length - 1))
  }

  /** What was hidden last has no slope. */
  private unhide(at: number, columns: number, starts: readonly number[]): void {
    this.scale(at, columns, starts, this.hidden.length - (starts.length - 1))
    this.hidden.length -= starts.length - 1
  }

  private scale(at: number, columns: number, starts: readonly number[], first: number): void {
    const { numbers } = this.network.matrices
    for (let s = 0; s + 1 < starts.length; s++) {
      const factors = this.hidden[first + s]!
      for (let i = at + starts[s]! * columns; i < at + starts[s + 1]! * columns; i += columns)
        for (let j = 0; j < columns; j++) numbers[i + j]! *= factors[j]!
    }
  }

  /** Slopes of what words seek and offer: each word's governor should be the likeliest among all. */
  private faultsOfArcs(lessons: readonly Lesson[], starts: readonly number[]): number {
    const { network, seekerSlopes, turnedScores, seekingSlopes, offeringSlopes } = this
    const { matrices, arcScores, seeking, offering, panels } = network
    const { numbers } = matrices
    const { arcs } = network.shape
    const all = starts.at(-1)!
    const distances = this.slopesOf(network.arcDistance)
    const toRoot = distances + network.arcDistance.columns - 1
    const roots = this.slopesOf(network.arcRoot)
    let surprise = 0
    lessons.forEach(({ heads }, s) => {
      const from = starts[s]!
      const words = starts[s + 1]! - from
      if (!heads) {
        matrices.clear(seekerSlopes + from * 2 * arcs, words * 2 * arcs)
        return
      }
      const width = network.scoreArcs(from, words)
      for (let i = 0; i < words; i++) {
        const row = arcScores + i * width
        const right = row + (heads[i]! < 0 ? words : heads[i]!)
        numbers[row + i] = Number.NEGATIVE_INFINITY
        surprise -= Math.log(slopes(numbers, row, words + 1, right, all) + 1e-9)
        for (let j = 0; j < words; j++) numbers[distances + arcDistance(j, i)]! += numbers[row + j]!
        numbers[toRoot]! += numbers[row + words]!
      }
      const length = (words + 3) & ~3
      matrices.clear(seekingSlopes, words * arcs)
      matrices.pack(offering, width, arcs, panels)
      matrices.multiply(arcScores, panels, seekingSlopes, words, width, arcs)
      matrices.turn(arcScores, words, width, turnedScores, length)
      matrices.clear(offeringSlopes, (words + 1) * arcs)
      matrices.pack(seeking, words, arcs, panels, length)
      matrices.multiply(turnedScores, panels, offeringSlopes, words + 1, length, arcs)
      for (let i = 0; i < words; i++) {
        const at = seekerSlopes + (from + i) * 2 * arcs
        numbers.copyWithin(at, seekingSlopes + i * arcs, seekingSlopes + (i + 1) * arcs)
        numbers.copyWithin(at + arcs, offeringSlopes + i * arcs, offeringSlopes + (i + 1) * arcs)
      }
      for (let j = 0; j < arcs; j++) numbers[roots + j]! += numbers[offeringSlopes + words * arcs + j]!
    })
    return surprise
  }

  /** Slopes of what words add to relations: those of the right pairs should be the likeliest. */
  private faultsOfRelations(lessons: readonly Lesson[], starts: readonly number[]): number {
    const { network, endSlopes } = this
    const all = starts.at(-1)!
    network.matrices.clear(endSlopes, all * 2 * network.shape.labels)
    const pairs = lessons.flatMap(({ children, governors, relations }, s) =>
      Array.from(relations, (right, i) => [starts[s]! + children[i]!, starts[s]! + governors[i]!, right] as const),
    )
    let surprise = 0
    for (let from = 0; from < pairs.length; from += all)
      surprise += this.faultsOfPairs(pairs.slice(from, from + all), all)
    return surprise
  }

  /** The same of no more pairs than there are words. */
  private faultsOfPairs(pairs: readonly (readonly [number, number, number])[], all: number): number {
    const { network, endSlopes, bentSlopes, competing } = this
    const { matrices, bent, relationScores, relationColumns } = network
    const { numbers } = matrices
    const { labels, relations } = network.shape
    const count = pairs.length
    const children = Int32Array.from(pairs, ([child]) => child)
    const heads = Int32Array.from(pairs, ([, head]) => head)
    network.scoreRelations(children, heads, count)
    const bias = this.slopesOf(network.relationBias)
    let surprise = 0
    for (let k = 0; k < count; k++) {
      const row = relationScores + k * relationColumns
      const right = pairs[k]![2]
      const [from, to, share] = competing[right]!
      surprise -= Math.log(slopes(numbers, row + from, to - from, row + right, all) + 1e-9)
      numbers.fill(0, row, row + from)
      numbers.fill(0, row + to, row + relationColumns)
      for (let j = from; j < to; j++) numbers[row + j]! *= share
      for (let j = 0; j < relations; j++) numbers[bias + j]! += numbers[row + j]!
    }
    this.weightSlopes(network.relations, bent, relationScores, count)
    matrices.clear(bentSlopes, count * labels)
    matrices.multiply(relationScores, this.turned.get(network.relations)!, bentSlopes, count, relationColumns, labels)
    const pairBias = this.slopesOf(network.pairBias)
    for (let k = 0; k < count; k++) {
      const head = endSlopes + heads[k]! * 2 * labels
      const child = endSlopes + children[k]! * 2 * labels + labels
      const distance = this.slopesOf(network.pairDistance) + labelDistance(heads[k]!, children[k]!) * labels
      for (let j = 0; j < labels; j++) {
        const at = k * labels + j
        const slope = numbers[bent + at]! < 0 ? BELOW * numbers[bentSlopes + at]! : numbers[bentSlopes + at]!
        numbers[head + j]! += slope
        numbers[child + j]! += slope
        numbers[distance + j]! += slope
        numbers[pairBias + j]! += slope
      }
    }
    return surprise
  }

  /** Carries the slopes back to the vectors of words. */
  private back(starts: readonly number[]): void {
    const { network, seekerSlopes, endSlopes, wordSlopes, gateSlopes } = this
    const { matrices, seekers } = network
    const { numbers } = matrices
    const { width, layers, arcs, labels } = network.shape
    const count = starts.at(-1)!
    this.unhide(endSlopes, 2 * labels, starts)
    this.unhide(seekerSlopes, 2 * arcs, starts)
    for (let i = 0; i < count * 2 * arcs; i++) if (numbers[seekers + i]! < 0) numbers[seekerSlopes + i]! *= BELOW
    const seen = network.words[layers]!
    this.weightSlopes(network.arcs, seen, seekerSlopes, count)
    this.weightSlopes(network.pairs, seen, endSlopes, count)
    this.biasSlopes(network.arcBias, seekerSlopes, count)
    let [above, below] = wordSlopes
    matrices.clear(above, count * width)
    matrices.multiply(seekerSlopes, this.turned.get(network.arcs)!, above, count, 2 * arcs, width)
    matrices.multiply(endSlopes, this.turned.get(network.pairs)!, above, count, 2 * labels, width)
    for (let l = layers - 1; l >= 0; l--) {
      this.unhide(above, width, starts)
      for (let s = 0; s + 1 < starts.length; s++) {
        this.lookBack(l, starts[s]!, starts[s + 1]!, 0, above, below)
        this.lookBack(l, starts[s]!, starts[s + 1]!, 1, above, below)
      }
      const inputs = network.inputs[l]!
      this.biasSlopes(network.inputBias[l]!, gateSlopes, count)
      this.weightSlopes(inputs, network.words[l]!, gateSlopes, count)
      matrices.multiply(gateSlopes, this.turned.get(inputs)!, below, count, 3 * width, width)
      ;[above, below] = [below, above]
    }
    this.unhide(above, width, starts)
    const { slopes: vectorSlopes } = this.vectors
    for (let i = 0; i < count; i++)
      for (let k = 0; k < network.rowsAWord; k++) {
        const row = this.rows[i * network.rowsAWord + k]!
        this.touched.add(row)
        for (let j = 0; j < width; j++) numbers[vectorSlopes + row * width + j]! += numbers[above + i * width + j]!
      }
  }

  /** The way back through `SentenceNetwork.lookAround`, against its direction. */
  private lookBack(layer: number, from: number, to: number, direction: number, above: number, below: number): void {
    const { network, gateSlopes } = this
    const { numbers } = network.matrices
    const { width } = network.shape
    const half = width / 2
    const keeps = network.carried[layer]!.at + direction * width
    const keepSlopes = this.slopesOf(network.carried[layer]!) + direction * width
    const step = direction === 0 ? -1 : 1
    const carried = new Float64Array(half)
    for (let i = direction === 0 ? to - 1 : from; i >= from && i < to; i += step) {
      const gates = (i * 2 + direction) * 3 * half
      const candidates = network.gates[layer]! + gates
      const slopesAt = gateSlopes + gates
      const place = i * width + direction * half
      const carry = network.carry[layer]! + place
      const before = i + step >= from && i + step < to ? carry + step * width : -1
      const x = network.words[layer]! + place
      for (let j = 0; j < half; j++) {
        const keep = numbers[candidates + half + j]!
        const through = numbers[candidates + width + j]!
        const last = before < 0 ? 0 : numbers[before + j]!
        const slope = numbers[above + place + j]!
        const slopeNow = carried[j]! + slope * through
        const throughSlope = slope * (numbers[carry + j]! - numbers[x + j]!) * gateSlope(through)
        const keepSlope = slopeNow * (last - numbers[candidates + j]!) * gateSlope(keep)
        numbers[below + place + j] = slope * (1 - through)
        numbers[slopesAt + j] = slopeNow * (1 - keep)
        numbers[slopesAt + half + j] = keepSlope
        numbers[slopesAt + width + j] = throughSlope
        carried[j] = slopeNow * keep + keepSlope * numbers[keeps + j]! + throughSlope * numbers[keeps + half + j]!
        numbers[keepSlopes + j]! += keepSlope * last
        numbers[keepSlopes + half + j]! += throughSlope * last
      }
    }
  }

  /** Adds what a matrix had to do with the slopes of what was multiplied by it. */
  private weightSlopes(weight: Weight, left: number, slopesAt: number, count: number): void {
    const { matrices } = this.network
    const length = (count + 3) & ~3
    matrices.turn(left, count, weight.rows, this.turnedWords, length)
    matrices.pack(slopesAt, count, weight.columns, this.slopePanels, length)
    matrices.multiply(this.turnedWords, this.slopePanels, this.slopesOf(weight), weight.rows, length, weight.columns)
  }

  private biasSlopes(weight: Weight, slopesAt: number, count: number): void {
    const { numbers } = this.network.matrices
    const to = this.slopesOf(weight)
    const { columns } = weight
    for (let i = 0; i < count; i++)
      for (let j = 0; j < columns; j++) numbers[to + j]! += numbers[slopesAt + i * columns + j]!
  }

  private move(pace: number): void {
    const { vectors, touched } = this
    const { width } = this.network.shape
    this.moves += 1
    let squares = 0
    for (const learned of this.learned.values()) squares = learned.squares(squares)
    const factor = Math.min(1, LONGEST_SLOPE / Math.sqrt(squares + 1e-12))
    for (const learned of this.learned.values()) learned.move(0, learned.count, this.moves, pace, factor)
    for (const row of touched) vectors.move(row * width, (row + 1) * width, this.moves, pace, factor)
    touched.clear()
    this.prepare()
  }

  /** What was learned, packed. @param words that have a vector of their own */
  pack(words: Int32Array): Map<string, Uint8Array> {
    const { network, vectors } = this
    return packNetwork(network, words, vectors.at, vectors.count / network.shape.width)
  }
}

/** How far weights that multiply nothing lie from nought at first; the others start there. */
const SPREADS: Readonly<Record<string, number>> = { carried: 0.1, "arc root": 0.1, "pair distance": 0.05 }

/** The slope of a gate that is so far open (`gate` of the network). */
const gateSlope = (open: number) => 0.5 * (1 - Math.abs(2 * open - 1)) ** 2

/**
 * Turns scores into slopes in their place: how likely each is, less one for the right one, shared among `all` words.
 * @returns how likely the right one was
 */
function slopes(numbers: Float32Array, at: number, count: number, right: number, all: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (let i = at; i < at + count; i++) if (numbers[i]! > most) most = numbers[i]!
  let sum = 0
  for (let i = at; i < at + count; i++) {
    numbers[i] = Math.exp(numbers[i]! - most)
    sum += numbers[i]!
  }
  const likelihood = numbers[right]! / sum
  for (let i = at; i < at + count; i++) numbers[i]! /= sum * all
  numbers[right]! -= 1 / all
  return likelihood
}
