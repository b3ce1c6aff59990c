import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, it } from "vitest"
import { readParts } from "../../src/network/parts.ts"
import { FeatureList, FOLDED_BITS } from "../../src/text/features.ts"
import { Weights } from "../../src/text/weights.ts"
import { writeParts } from "../../training/learner.ts"

/** Features in rising order, neighbours and the last possible number among them, with their weights by class. */
const KNOWN: readonly (readonly [feature: number, weights: Readonly<Record<number, number>>])[] = [
  [0, { 1: 5 }],
  [1, { 0: -7, 2: 127 }],
  [2, { 2: -127 }],
  [300_000, { 0: 1, 1: 2, 2: 3 }],
  [2 ** FOLDED_BITS - 1, { 0: 11 }],
]

/** The list as weight files hold it, of model "m". */
function packed(): Map<string, Uint8Array> {
  const steps: number[] = []
  let last = 0
  for (const [feature] of KNOWN) {
    let step = feature - last
    last = feature
    for (; step >= 128; step = Math.floor(step / 128)) steps.push((step % 128) + 128)
    steps.push(step)
  }
  const all = KNOWN.flatMap(([, weights]) => Object.entries(weights))
  return new Map([
    ["m.features", Uint8Array.from(steps)],
    ["m.counts", Uint8Array.from(KNOWN, ([, weights]) => Object.keys(weights).length)],
    ["m.classes", Uint8Array.from(all, ([label]) => Number(label))],
    ["m.weights", Uint8Array.from(all, ([, weight]) => weight & 255)],
  ])
}

const looks = (...features: readonly number[]) => {
  const list = new FeatureList()
  for (const feature of features) list.items[list.length++] = feature << (32 - FOLDED_BITS)
  return list
}

it("weights written to a file are found again, and unknown features weigh nothing", () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-weights-"))
  try {
    const file = join(folder, "m.weights")
    writeFileSync(file, writeParts(packed()))
    const parts = readParts(file)
    const model = Weights.unpack(parts, "m")
    const scores = new Int32Array(3)
    for (const [feature, weights] of KNOWN) {
      model.score(looks(feature), scores)
      expect([...scores]).toEqual([0, 1, 2].map(label => weights[label] ?? 0))
    }
    model.score(looks(3, 299_999, 300_001, 2 ** FOLDED_BITS - 2), scores)
    expect([...scores]).toEqual([0, 0, 0])
    model.score(looks(1, 2, 300_000, 77), scores)
    expect([...scores]).toEqual([-6, 2, 3])
    expect(() => Weights.unpack(parts, "other")).toThrow('lack the part "other.')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
