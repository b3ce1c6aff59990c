import { type Parts, part } from "../network/parts.ts"
import { type FeatureList, FOLDED_BITS, folded, type LinearModel } from "./features.ts"

/**
 * How features are found: they stand in rising order, parted into buckets by their upper bits, and within a bucket a feature is told
 * by its lower bits. The table of buckets is small enough for a processor's second cache, and what a feature speaks for lies in one
 * or two lines of memory, so that nothing is spent on free places.
 */
class Buckets {
  /** By how much a feature is shifted to leave the number of its bucket; no more than the eight bits that an entry has for the others. */
  readonly shift: number
  /** Where the entries of each bucket begin, and at last where all end. */
  readonly begins: Int32Array

  constructor(features: number) {
    const bits = Math.min(FOLDED_BITS, Math.max(FOLDED_BITS - 8, Math.ceil(Math.log2(features + 1)) - 2))
    this.shift = FOLDED_BITS - bits
    this.begins = new Int32Array(2 ** bits + 1)
  }

  /** Notes that the entries of a feature end before `end`; features come in rising order. */
  add(feature: number, end: number): void {
    this.begins[(feature >>> this.shift) + 1] = end
  }

  /** Buckets that hold nothing begin where the one before ends. */
  close(): void {
    const { begins } = this
    for (let i = 1; i < begins.length; i++) if (begins[i]! < begins[i - 1]!) begins[i] = begins[i - 1]!
  }
}

/** Trained weights, read-only: for each feature a head (lower bits, count) and so many entries of class and weight, a byte each. */
export class Weights implements LinearModel {
  private readonly buckets: Buckets
  private readonly runs: Uint16Array
  /** Keeps the fetching of runs from being taken for idle. */
  protected touched = 0

  private constructor(buckets: Buckets, runs: Uint16Array) {
    this.buckets = buckets
    this.runs = runs
  }

  /**
   * Unpacks a model: rising feature numbers as differences (7 bits a byte, low first), counts of entries,
   * classes and weights, each list by itself since like compresses with like.
   */
  static unpack(parts: Parts, name: string): Weights {
    const classes = part(parts, `${name}.classes`)
    const weights = part(parts, `${name}.weights`)
    const size = part(parts, `${name}.counts`).length
    const buckets = new Buckets(size)
    const mask = 2 ** buckets.shift - 1
    // One place more, for buckets after the last feature.
    const runs = new Uint16Array(size + classes.length + 1)
    let end = 0
    eachFeature(parts, name, (feature, from, count) => {
      runs[end++] = ((feature & mask) << 8) | count
      for (let k = from; k < from + count; k++) runs[end++] = (classes[k]! << 8) | weights[k]!
      buckets.add(feature, end)
    })
    buckets.close()
    return new Weights(buckets, runs)
  }

  score(features: FeatureList, scores: Int32Array): void {
    const { runs } = this
    const { shift, begins } = this.buckets
    const mask = 2 ** shift - 1
    const { items, length } = features
    scores.fill(0)
    // Touches every run first: the processor fetches them side by side, which it cannot while it searches them.
    let touched = 0
    for (let i = 0; i < length; i++) touched ^= runs[begins[folded(items[i]!) >>> shift]!]!
    this.touched = touched
    for (let i = 0; i < length; i++) {
      const feature = folded(items[i]!)
      const bucket = feature >>> shift
      const low = feature & mask
      const end = begins[bucket + 1]!
      for (let at = begins[bucket]!; at < end; ) {
        const head = runs[at]!
        const last = at + (head & 255)
        if (head >>> 8 >= low) {
          if (head >>> 8 === low)
            for (at++; at <= last; at++) {
              const entry = runs[at]!
              scores[entry >>> 8]! += (entry << 24) >> 24
            }
          break
        }
        at = last + 1
      }
    }
  }
}

/** Hands each feature of a packed model, with the place and number of its weights, to `take`, in rising order. */
function eachFeature(parts: Parts, name: string, take: (feature: number, from: number, count: number) => void) {
  const steps = part(parts, `${name}.features`)
  const counts = part(parts, `${name}.counts`)
  let at = 0
  let feature = 0
  let entry = 0
  for (let i = 0; i < counts.length; i++) {
    let step = 0
    let scale = 1
    let byte = steps[at++]!
    while (byte >= 128) {
      step += (byte - 128) * scale
      scale *= 128
      byte = steps[at++]!
    }
    feature += step + byte * scale
    const count = counts[i]!
    take(feature, entry, count)
    entry += count
  }
}
