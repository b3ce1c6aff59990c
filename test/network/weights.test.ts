import { describe, expect, it } from "vitest"
import { Features, keysOf } from "../../src/network/features.ts"
import { Weights } from "../../src/network/weights.ts"
import { written } from "../../training/linear.ts"

const table = new Map<string, readonly (readonly [number, number])[]>([
  [
    "root",
    [
      [0, 120],
      [2, -7],
    ],
  ],
  ["call&~Élysée", [[1, 40]]],
  ["~\u{1f4a5}", [[2, 33]]],
])
const text = written(["call", "meeting", "none"], table)
const weights = new Weights(text)

describe("learned weights", () => {
  it("are a line of sizes, a line of classes, and a line a feature, in hundredths", () => {
    expect(Buffer.from(text).toString().split("\n").slice(0, 3)).toEqual([
      "3 4",
      "call meeting none",
      "root\t0:120 2:-7",
    ])
    expect(weights.classes).toEqual(["call", "meeting", "none"])
  })

  it("speak for the classes of the features present, letters beyond ASCII and crossed ones included", () => {
    const features = new Features("root", "~\u{1f4a5}", "unknown")
    features.under(keysOf("call&"), ["~Élysée"])
    expect(weights.sums(features)).toEqual([120, 40, 26])
    expect(weights.sums(new Features("unknown"))).toEqual([0, 0, 0])
  })

  it("say what is wrong with a file", () => {
    const cut = (n: number) => new Weights(text.subarray(0, text.length - n))
    expect(() => cut(30)).toThrow(/weights are there of 4/)
    expect(() => new Weights(Buffer.from("1 1\ncall\nroot\t0:1.5\n"))).toThrow('"0:1." is no weight')
    expect(() => new Weights(Buffer.from("2 2\ncall\nroot\t0:1\nroot\t0:1\n"))).toThrow(/two features have the hash/)
    expect(() => new Weights(new Uint8Array(0))).toThrow()
  })
})
