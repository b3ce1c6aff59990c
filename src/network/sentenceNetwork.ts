import { Matrices } from "./matrices.ts"
import { PackedVectors } from "./packedVectors.ts"
import { ownBytes, type Parts, part, textPart } from "./parts.ts"
import { ROWS_A_WORD } from "./wordRows.ts"

/** How wide the network is. */
export interface Shape {
  /** Rows of vectors that speak for a word; `ROWS_A_WORD` where it is not told. */
  readonly rows?: number
  /** Numbers that stand for a word in its sentence; half of them look back, half ahead. A multiple of 16. */
  readonly width: number
  /** Times that words look around. */
  readonly layers: number
  /** Numbers by which governor and dependent find each other, a multiple of 8; 0 where no governors are sought. */
  readonly arcs: number
  /** Numbers by which the relation of two words is told, a multiple of 8. */
  readonly labels: number
  readonly relations: number
}

/** One matrix of what was learned. */
export interface Weight {
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** Where its rows stand. */
  readonly at: number
  /** Where its panels stand, if words are multiplied by it. */
  readonly panels: number
}

/** Vectors of words, their parts and tags. */
export interface Vectors {
  /** Adds a row to the numbers at a place. */
  add(row: number, numbers: Float32Array, at: number): void
}

/** Hides some of the numbers of each sentence while learning. */
export type Hide = (at: number, columns: number) => void

/** Numbers of all weights, with some to spare between them. */
export const denseCount = ({ width, layers, arcs, labels, relations }: Shape) =>
  width * (layers * (3 * width + 8) + 2 * arcs + 2 * labels) + labels * (relations + 40) + 20_000

/** Further apart than this is all the same, for arcs and for relations. */
const [ARC_REACH, LABEL_REACH] = [20, 10]
const ARC_DISTANCES = 2 * ARC_REACH + 2
const LABEL_DISTANCES = 2 * LABEL_REACH + 1
/** What is left of a number below nought. */
export const BELOW = 0.1

const within = (d: number, reach: number) => (d < -reach ? -reach : d > reach ? reach : d)
/** The number of the distance between governor and dependent, for arcs and for relations. */
export const arcDistance = (head: number, child: number) => ARC_REACH + within(head - child, ARC_REACH)
export const labelDistance = (head: number, child: number) => LABEL_REACH + within(head - child, LABEL_REACH)
/** A gate between 0 and 1 that costs no exponential. */
const gate = (x: number) => 0.5 + (0.5 * x) / (1 + Math.abs(x))

/**
 * Tells how well each word of a sentence would govern each other one, and in which relation two of its words stand. Words
 * begin as the sum of their vectors and look around in both directions by simple recurrent units (Lei et al. 2018), all but
 * the carrying on being products of matrices; governor and dependent then are matched by a product of two vectors (after
 * Dozat and Manning 2017, without their inner matrix).
 *
 * Several sentences may be read at once, which learning does; all that is worked out stays in its place until the next.
 */
export class SentenceNetwork {
  readonly shape: Shape
  /** Rows of vectors that speak for a word. */
  readonly rowsAWord: number
  readonly matrices: Matrices
  readonly weights: Weight[] = []
  readonly vectors: Vectors
  /** For each layer gates and candidates [layer][direction: candidate, keep, let through], and how gates see what is carried. */
  readonly inputs: Weight[] = []
  readonly inputBias: Weight[] = []
  readonly carried: Weight[] = []
  readonly arcs: Weight
  readonly arcBias: Weight
  readonly arcRoot: Weight
  readonly arcDistance: Weight
  readonly pairs: Weight
  readonly pairBias: Weight
  readonly pairDistance: Weight
  readonly relations: Weight
  readonly relationBias: Weight
  /** Relations rounded up to whole panels. */
  readonly relationColumns: number
  /** Words before the first layer and after each; what each layer computed, and what it carried. */
  readonly words: readonly number[]
  readonly gates: readonly number[]
  readonly carry: readonly number[]
  /** For each word what it seeks in a governor, then what it offers as one. */
  readonly seekers: number
  /** For each word what it adds to a relation as governor, then as dependent. */
  readonly ends: number
  /** Pairs after their bend, and their relations' scores. */
  readonly bent: number
  readonly relationScores: number
  /** Scores of governors for the words of one sentence; the seekers and the offers it had, filled up to whole panels. */
  readonly arcScores: number
  readonly seeking: number
  readonly offering: number
  readonly panels: number

  /**
   * @param most words that are read at once, at most
   * @param longest words of one sentence, at most
   * @param room for so many numbers more
   */
  constructor(shape: Shape, vectors: Vectors, most: number, longest: number, room = 0) {
    const { width, layers, arcs, labels, relations } = shape
    this.shape = shape
    this.rowsAWord = shape.rows ?? ROWS_A_WORD
    this.vectors = vectors
    this.relationColumns = (relations + 7) & ~7
    const aWord = width * (1 + 5 * layers) + 2 * arcs + 3 * labels + this.relationColumns
    const aRow = longest + 16 + 3 * arcs
    this.matrices = new Matrices(most * aWord + (longest + 16) * aRow + 2 * denseCount(shape) + room)
    for (let l = 0; l < layers; l++) {
      this.inputs.push(this.weight(`inputs ${l}`, width, 3 * width, true))
      this.inputBias.push(this.weight(`input bias ${l}`, 1, 3 * width))
      this.carried.push(this.weight(`carried ${l}`, 1, 2 * width))
    }
    this.arcs = this.weight("arcs", width, 2 * arcs, true)
    this.arcBias = this.weight("arc bias", 1, 2 * arcs)
    this.arcRoot = this.weight("arc root", 1, arcs)
    this.arcDistance = this.weight("arc distance", 1, ARC_DISTANCES)
    this.pairs = this.weight("pairs", width, 2 * labels, true)
    this.pairBias = this.weight("pair bias", 1, labels)
    this.pairDistance = this.weight("pair distance", LABEL_DISTANCES, labels)
    this.relations = this.weight("relations", labels, this.relationColumns, true)
    this.relationBias = this.weight("relation bias", 1, this.relationColumns)
    const { matrices } = this
    const places = (count: number, size: number) => Array.from({ length: count }, () => matrices.place(most * size))
    this.words = places(layers + 1, width)
    this.gates = places(layers, 3 * width)
    this.carry = places(layers, width)
    this.seekers = matrices.place(most * 2 * arcs)
    this.ends = matrices.place(most * 2 * labels)
    this.bent = matrices.place(most * labels)
    this.relationScores = matrices.place(most * this.relationColumns)
    this.arcScores = matrices.place((longest + 16) * (longest + 16))
    this.seeking = matrices.place((longest + 16) * arcs)
    this.offering = matrices.place((longest + 16) * arcs)
    this.panels = matrices.place((longest + 16) * arcs)
  }

  /**
   * Unpacks what `packNetwork` of the trainer wrote.
   * @param longest words of one sentence, at most
   */
  static unpack(parts: Parts, longest: number): SentenceNetwork {
    const shape = JSON.parse(textPart(parts, "tree.shape")) as Shape
    const vectors = new PackedVectors(
      shape.width,
      new Int8Array(ownBytes(parts, "tree.vectors")),
      new Float32Array(ownBytes(parts, "tree.scales")),
    )
    const network = new SentenceNetwork(shape, vectors, longest, longest)
    const dense = part(parts, "tree.weights")
    const view = new DataView(dense.buffer, dense.byteOffset)
    let at = 0
    for (const weight of network.weights) {
      const scale = view.getFloat32(at, true)
      at += 4
      for (let i = 0; i < weight.rows * weight.columns; i++, at += 2)
        network.matrices.numbers[weight.at + i] = scale * view.getInt16(at, true)
    }
    network.prepare()
    return network
  }

  private weight(name: string, rows: number, columns: number, multiplies = false): Weight {
    const { matrices } = this
    const at = matrices.place(rows * columns)
    const panels = multiplies ? matrices.place(rows * columns) : 0
    const weight = { name, rows, columns, at, panels }
    this.weights.push(weight)
    return weight
  }

  /** Must be called when weights have changed. */
  prepare(): void {
    for (const { at, rows, columns, panels } of this.weights)
      if (panels > 0) this.matrices.pack(at, rows, columns, panels)
  }

  /**
   * Reads sentences.
   * @param rows of each word, `rowsAWord` of them
   * @param starts where each sentence begins, and where the last one ends
   */
  read(rows: Int32Array, starts: readonly number[], hide?: Hide): void {
    const { matrices, shape, words, vectors, rowsAWord } = this
    const { numbers } = matrices
    const { width, layers, arcs, labels } = shape
    const count = starts[starts.length - 1]!
    matrices.clear(words[0]!, count * width)
    for (let i = 0; i < count; i++)
      for (let k = 0; k < rowsAWord; k++) vectors.add(rows[i * rowsAWord + k]!, numbers, words[0]! + i * width)
    hide?.(words[0]!, width)
    for (let l = 0; l < layers; l++) {
      matrices.repeat(this.inputBias[l]!.at, 3 * width, this.gates[l]!, count)
      matrices.multiply(words[l]!, this.inputs[l]!.panels, this.gates[l]!, count, width, 3 * width)
      for (let s = 0; s + 1 < starts.length; s++) {
        this.lookAround(l, starts[s]!, starts[s + 1]!, 0)
        this.lookAround(l, starts[s]!, starts[s + 1]!, 1)
      }
      hide?.(words[l + 1]!, width)
    }
    const seen = words[layers]!
    const { seekers, ends } = this
    matrices.repeat(this.arcBias.at, 2 * arcs, seekers, count)
    matrices.multiply(seen, this.arcs.panels, seekers, count, width, 2 * arcs)
    for (let i = seekers; i < seekers + count * 2 * arcs; i++) if (numbers[i]! < 0) numbers[i]! *= BELOW
    hide?.(seekers, 2 * arcs)
    matrices.clear(ends, count * 2 * labels)
    matrices.multiply(seen, this.pairs.panels, ends, count, width, 2 * labels)
    hide?.(ends, 2 * labels)
  }

  /** Carries on along one sentence what the gates of a layer keep; direction 1 is from its end to its beginning. */
  private lookAround(layer: number, from: number, to: number, direction: number): void {
    const { numbers } = this.matrices
    const { width } = this.shape
    const half = width / 2
    const keeps = this.carried[layer]!.at + direction * width
    const lets = keeps + half
    const step = direction === 0 ? 1 : -1
    let before = -1
    for (let i = direction === 0 ? from : to - 1; i >= from && i < to; i += step) {
      const candidates = this.gates[layer]! + (i * 2 + direction) * 3 * half
      const place = i * width + direction * half
      const carry = this.carry[layer]! + place
      const x = this.words[layer]! + place
      const y = this.words[layer + 1]! + place
      for (let j = 0; j < half; j++) {
        const last = before < 0 ? 0 : numbers[before + j]!
        const keep = gate(numbers[candidates + half + j]! + numbers[keeps + j]! * last)
        const through = gate(numbers[candidates + width + j]! + numbers[lets + j]! * last)
        const now = keep * last + (1 - keep) * numbers[candidates + j]!
        numbers[candidates + half + j] = keep
        numbers[candidates + width + j] = through
        numbers[carry + j] = now
        numbers[y + j] = through * now + (1 - through) * numbers[x + j]!
      }
      before = carry
    }
  }

  /**
   * Scores all arcs of a sentence that was read: a row a word in `arcScores`, a column for each governor, then the root.
   * @returns the width of a row
   */
  scoreArcs(from: number, words: number): number {
    const { matrices, arcScores, seeking, offering, panels, seekers } = this
    const { numbers } = matrices
    const { arcs } = this.shape
    const width = (words + 8) & ~7
    for (let i = 0; i < words; i++) {
      const at = seekers + (from + i) * 2 * arcs
      numbers.copyWithin(seeking + i * arcs, at, at + arcs)
      numbers.copyWithin(offering + i * arcs, at + arcs, at + 2 * arcs)
    }
    numbers.copyWithin(offering + words * arcs, this.arcRoot.at, this.arcRoot.at + arcs)
    matrices.clear(offering + (words + 1) * arcs, (width - words - 1) * arcs)
    matrices.packTurned(offering, width, arcs, panels)
    const distances = this.arcDistance.at
    for (let i = 0; i < words; i++) {
      const row = arcScores + i * width
      for (let j = 0; j < words; j++) numbers[row + j] = numbers[distances + arcDistance(j, i)]!
      numbers[row + words] = numbers[distances + ARC_DISTANCES - 1]!
      numbers.fill(0, row + words + 1, row + width)
    }
    matrices.multiply(seeking, panels, arcScores, words, arcs, width)
    return width
  }

  /** Scores the relations of pairs, a row a pair in `relationScores`; not more pairs than words that are read at once. */
  scoreRelations(children: Int32Array, heads: Int32Array, count: number): void {
    const { matrices, ends, bent } = this
    const { numbers } = matrices
    const { labels } = this.shape
    for (let k = 0; k < count; k++) {
      const head = ends + heads[k]! * 2 * labels
      const child = ends + children[k]! * 2 * labels + labels
      const distance = this.pairDistance.at + labelDistance(heads[k]!, children[k]!) * labels
      for (let j = 0; j < labels; j++) {
        const sum = numbers[head + j]! + numbers[child + j]! + numbers[distance + j]! + numbers[this.pairBias.at + j]!
        numbers[bent + k * labels + j] = sum < 0 ? BELOW * sum : sum
      }
    }
    matrices.repeat(this.relationBias.at, this.relationColumns, this.relationScores, count)
    matrices.multiply(bent, this.relations.panels, this.relationScores, count, labels, this.relationColumns)
  }
}
