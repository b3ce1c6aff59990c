import { readFileSync } from "node:fs"
import { brotliDecompressSync } from "node:zlib"
import type { FeatureList, LinearModel } from "./features.ts"

/**
 * Trained weights, read-only. Features lie in a hash table by their number; a feature's weights are a run of
 * 16-bit entries, class in the upper and weight in the lower byte, after their count.
 */
export class Weights implements LinearModel {
  /** Feature and where its run starts, side by side; a start of 0 marks a free place. */
  private readonly slots: Int32Array
  private readonly runs: Int16Array
  private readonly mask: number

  /** @param features numbers of the features, each with its run in the same order in `runs`. */
  constructor(features: Int32Array, runs: Int16Array) {
    let size = 1024
    while (size < features.length * 1.6) size *= 2
    this.mask = size - 1
    this.slots = new Int32Array(size * 2)
    this.runs = runs
    let start = 1
    for (const feature of features) {
      let slot = slotOf(feature) & this.mask
      while (this.slots[slot * 2 + 1] !== 0) slot = (slot + 1) & this.mask
      this.slots[slot * 2] = feature
      this.slots[slot * 2 + 1] = start
      start += runs[start]! + 1
    }
  }

  score(features: FeatureList, scores: Int32Array): void {
    const { slots, runs, mask } = this
    const { items, length } = features
    scores.fill(0)
    for (let i = 0; i < length; i++) {
      const feature = items[i]!
      let slot = slotOf(feature) & mask
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

const slotOf = (feature: number) => feature ^ (feature >>> 16)

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

/**
 * Unpacks a model: rising feature numbers as differences (7 bits a byte, low first), counts of entries,
 * classes and weights, each list by itself since like compresses with like.
 */
export function unpackWeights(parts: Parts, name: string): Weights {
  const steps = part(parts, `${name}.features`)
  const counts = part(parts, `${name}.counts`)
  const classes = part(parts, `${name}.classes`)
  const weights = part(parts, `${name}.weights`)
  const features = new Int32Array(counts.length)
  const runs = new Int16Array(1 + counts.length + classes.length)
  let at = 0
  let feature = 0
  let run = 1
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
    features[i] = feature | 0
    const count = counts[i]!
    runs[run++] = count
    for (let k = 0; k < count; k++, entry++) runs[run++] = (classes[entry]! << 8) | weights[entry]!
  }
  return new Weights(features, runs)
}
