import { expect, it } from "vitest"
import { apart } from "../../src/text/countryNames.ts"
import { ownGazetteer } from "../../src/text/gazetteer.ts"

const parted = (words: string) => {
  const list = words.split(" ")
  return apart({ from: 0, to: list.length, kind: "LOC" }, list, ownGazetteer()).map(({ from, to }) =>
    list.slice(from, to).join(" "),
  )
}

it("parts two countries joined by a dash, and leaves the dash to neither", () => {
  expect(parted("United States - South Korea")).toEqual(["United States", "South Korea"])
  expect(parted("United States -")).toEqual(["United States"])
})
