import { describe, expect, it } from "vitest"
import { Network } from "../../src/events/network.ts"
import { Features } from "../../src/network/features.ts"
import { learnNetwork } from "../../training/network.ts"

const text = Buffer.from(`2
start 0.5 -1
call 0.1 1 -1
none 0 0 2
2 3
u0 u1
spoke\t0:50 1:-25
about\t1:200
`)

describe("a network", () => {
  it("adds up what features say for units, and what units that speak say for classes", () => {
    const network = new Network(text)
    expect(network.classes).toEqual(["call", "none"])
    // u0: .5 + .5 = 1; u1: -1 - .25 is silent
    expect(network.sums(new Features("spoke"))).toEqual([1.1, 0])
    // u0: .5; u1: -1 + 2 = 1
    expect(network.sums(new Features("about", "unknown"))).toEqual([-0.4, 2])
    expect(network.best(new Features("about")).name).toBe("none")
  })

  it("says what is wrong with a file", () => {
    expect(() => new Network(text.subarray(0, 20))).toThrow("a network is cut short")
    expect(() => new Network(Buffer.from(text.toString().replace("call 0.1 1 -1", "call 0.1 1")))).toThrow(
      "a network of 2 units has lines of another length",
    )
    expect(() => new Network(text.subarray(0, text.length - 9))).toThrow(/weights are there of 3/)
  })

  it("learns what no sum of features can say: either of two, and not both", () => {
    const samples = Array.from({ length: 400 }, (_, at) => {
      const [a, b] = [at % 2 === 0, at % 4 < 2]
      return {
        features: ["always", ...(a ? ["a"] : ["not a"]), ...(b ? ["b"] : ["not b"])],
        label: a === b ? "no" : "yes",
      }
    })
    const learned = learnNetwork(samples, { epochs: 200, rate: 0.02, units: 16 })
    const network = new Network(learned)
    for (const { features, label } of samples.slice(0, 4))
      expect(network.best(new Features(...features)).name).toBe(label)
    expect(learnNetwork(samples, { epochs: 1 })).toEqual(learnNetwork(samples, { epochs: 1 }))
  })
})
