import { readFileSync } from "node:fs"
import { brotliDecompressSync } from "node:zlib"
import { type FeatureList, FOLDED_BITS, folded, type LinearModel } from "./features.ts"

/**
 * Trained weights, read-only. Features lie in a hash table by their number; a feature's weights are a run of
 * 16-bit entries, class in the upper and weight in the lower byte, after their count.
 */
export class Weights implements LinearModel {
  /** Feature and where its run starts, side by side; a start of 0 marks a free place. */
  private readonly slots: Int32Array
  private readonly runs: Int16Array
  private readonly mask: number
  /** A feature's place is its upper bits: features come sorted, so the table is filled from front to back. */
  private readonly shift: number
  /** Keeps the fetching of places from being taken for idle. */
  protected touched = 0

  /** @param features folded numbers of the features, each with its run in the same order in `runs`. */
  constructor(features: Int32Array, runs: Int16Array) {
    let bits = 10
    while (2 ** bits < features.length * 1.6) bits += 1
    const size = 2 ** bits
    this.mask = size - 1
    this.shift = FOLDED_BITS - bits
    this.slots = new Int32Array(size * 2)
    this.runs = runs
    let start = 1
    for (const feature of features) {
      let slot = feature >>> this.shift
      while (this.slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot * 2] = feature
      this.slots[slot * 2 + 1] = start
      start += runs[start]! + 1
    }
  }

  score(features: FeatureList, scores: Int32Array): void {
    const { slots, runs, mask, shift } = this
    const { items, length } = features
    scores.fill(0)
    let touched = 0
    for (let i = 0; i < length; i++) touched ^= slots[(folded(items[i]!) >>> shift) * 2]!
    this.touched = touched
    for (let i = 0; i < length; i++) {
      const feature = folded(items[i]!)
      let slot = feature >>> shift
      let start = slots[slot * 2 + 1]!
      while (start !== 0 && slots[slot * 2] !== feature) {
        slot = (slot + 1) & mask
        start = slots[slot * 2 + 1]!
      }
      if (start === 0) continue
      const end = start + runs[start]!
      for (let at = start + 1; at <= end; at++) {
        const entry = runs[at]!
        scores[entry >> 8]! += (entry << 24) >> 24
      }
    }
  }
}

/** Entries of a bucket: sixteen of four bytes fill one line of the processor's cache. */
const BUCKET = 16

/**
 * Trained weights of a model of three classes, in one table where looking up a feature touches one line of cache:
 * its bucket. An entry holds what tells the feature from others of its bucket (8 bits) and its three weights.
 */
export class MoveWeights implements LinearModel {
  private readonly entries: Int32Array
  private readonly shift: number
  /** Keeps the fetching from being taken for idle. */
  protected touched = 0

  /** @param rows for each folded feature its three weights; where a bucket is full the feature is left out. */
  constructor(features: Int32Array, rows: Int8Array) {
    // The upper bits choose the bucket, 17 at least, so that the others fit an entry.
    let bits = 17
    while (2 ** bits * BUCKET < features.length * 1.5) bits += 1
    this.shift = FOLDED_BITS - bits
    const entries = new Int32Array(2 ** bits * BUCKET)
    const mask = 2 ** this.shift - 1
    for (let i = 0; i < features.length; i++) {
      const feature = features[i]!
      const start = (feature >>> this.shift) * BUCKET
      const check = feature & mask
      for (let k = 0; k < BUCKET; k++) {
        const at = start + ((check + k) & (BUCKET - 1))
        if (entries[at] !== 0) continue
        entries[at] =
          (check << 24) | ((rows[i * 3]! & 255) << 16) | ((rows[i * 3 + 1]! & 255) << 8) | (rows[i * 3 + 2]! & 255)
        break
      }
    }
    this.entries = entries
  }

  score(features: FeatureList, scores: Int32Array): void {
    const { entries, shift } = this
    const mask = 2 ** shift - 1
    const { items, length } = features
    // Touches every bucket first: the processor fetches them side by side, which it cannot while it searches them.
    let touched = 0
    for (let i = 0; i < length; i++) touched ^= entries[(folded(items[i]!) >>> shift) * BUCKET]!
    this.touched = touched
    let a = 0
    let b = 0
    let c = 0
    for (let i = 0; i < length; i++) {
      const feature = folded(items[i]!)
      const start = (feature >>> shift) * BUCKET
      const check = feature & mask
      for (let k = 0; k < BUCKET; k++) {
        const entry = entries[start + ((check + k) & (BUCKET - 1))]!
        if (entry === 0) break
        if (entry >>> 24 !== check) continue
        a += (entry << 8) >> 24
        b += (entry << 16) >> 24
        c += (entry << 24) >> 24
        break
      }
    }
    scores[0] = a
    scores[1] = b
    scores[2] = c
  }
}

/** One named part of a weight file. */
export type Parts = ReadonlyMap<string, Uint8Array>

/**
 * Reads a weight file: Brotli over a sequence of parts, each a line `name length` and that many bytes.
 * @throws where the file is missing or cut short.
 */
export function readParts(file: URL | string): Parts {
  const bytes = brotliDecompressSync(readFileSync(file))
  const parts = new Map<string, Uint8Array>()
  let at = 0
  while (at < bytes.length) {
    const end = bytes.indexOf(10, at)
    const [name, length] = bytes.toString("utf8", at, end).split(" ")
    const from = end + 1
    at = from + Number(length)
    if (!name || at > bytes.length) throw new Error(`${file} is cut short`)
    parts.set(name, bytes.subarray(from, at))
  }
  return parts
}

/** A part by name. */
export function part(parts: Parts, name: string): Uint8Array {
  const found = parts.get(name)
  if (!found) throw new Error(`weights lack the part "${name}"`)
  return found
}

export const textPart = (parts: Parts, name: string): string => Buffer.from(part(parts, name)).toString("utf8")

/** Hands each feature of a packed model, with the place of its entries, to `take`, in rising order. */
function eachFeature(
  parts: Parts,
  name: string,
  take: (i: number, feature: number, from: number, count: number) => void,
) {
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
    take(i, feature, entry, count)
    entry += count
  }
}

/**
 * Unpacks a model: rising feature numbers as differences (7 bits a byte, low first), counts of entries,
 * classes and weights, each list by itself since like compresses with like.
 */
export function unpackWeights(parts: Parts, name: string): Weights {
  const classes = part(parts, `${name}.classes`)
  const weights = part(parts, `${name}.weights`)
  const size = part(parts, `${name}.counts`).length
  const features = new Int32Array(size)
  const runs = new Int16Array(1 + size + classes.length)
  let run = 1
  eachFeature(parts, name, (i, feature, from, count) => {
    features[i] = feature
    runs[run++] = count
    for (let k = from; k < from + count; k++) runs[run++] = (classes[k]! << 8) | weights[k]!
  })
  return new Weights(features, runs)
}

/** Unpacks a model of three classes. */
export function unpackMoves(parts: Parts, name: string): MoveWeights {
  const classes = part(parts, `${name}.classes`)
  const weights = part(parts, `${name}.weights`)
  const size = part(parts, `${name}.counts`).length
  const features = new Int32Array(size)
  const rows = new Int8Array(size * 3)
  eachFeature(parts, name, (i, feature, from, count) => {
    features[i] = feature
    for (let k = from; k < from + count; k++) rows[i * 3 + classes[k]!] = weights[k]!
  })
  return new MoveWeights(features, rows)
}
