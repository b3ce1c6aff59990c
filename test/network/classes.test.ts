import { describe, expect, it } from "vitest"
import { wordClass } from "../../src/network/classes.ts"
import { textNumber } from "../../src/network/textNumber.ts"

const classOf = (word: string) => wordClass(textNumber(word))

describe("word classes", () => {
  it("hold words that stand in like places", () => {
    expect(classOf("soldiers").number).toBeGreaterThan(0)
    expect(classOf("soldiers")).toEqual(classOf("troops"))
    expect(classOf("monday")).toEqual(classOf("friday"))
    expect(classOf("soldiers").number).not.toBe(classOf("monday").number)
  })

  it("take figures of equal length as one word", () => {
    expect(classOf("2019").number).toBeGreaterThan(0)
    expect(classOf("2019")).toEqual(classOf("2021"))
  })

  it("leave out words that were hardly seen", () => {
    expect(classOf("zqxjkv")).toEqual({ number: 0, family: 0 })
  })
})
