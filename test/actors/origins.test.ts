import { describe, expect, it } from "vitest"
import { loadKnowledge } from "../../src/actors/index.ts"
import { Origins } from "../../src/actors/origins.ts"

const origins = new Origins(loadKnowledge())

describe("where those of a name come from", () => {
  it("is told by all whom the files know by it", () => {
    expect(origins.share("netanyahu", "ISR")).toBe(1)
    expect(origins.share("kim", "KOR")! + origins.share("kim", "PRK")!).toBeGreaterThan(0.8)
  })

  it("is told by the ending of a family name", () => {
    expect(origins.shareOfEnding("mikashvili", "GEO")).toBeGreaterThan(0.5)
  })

  it("is open where nobody bears it", () => {
    expect(origins.share("qqzzx", "ISR")).toBeUndefined()
  })
})
