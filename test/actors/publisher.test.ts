import { describe, expect, test } from "vitest"
import { loadKnowledge } from "../../src/actors/index.ts"
import { publisherOf } from "../../src/actors/publisher.ts"
import { english } from "../../src/english.ts"

const knowledge = loadKnowledge()

describe("who puts a document out", () => {
  const OFFICES = {
    "U.S. Department of State": "USA",
    "Ministry of Foreign Affairs of Japan": "JPN",
    "Ministry of Foreign Affairs of the Russian Federation": "RUS",
    "Office of the President of Ukraine": "UKR",
    "Israeli Prime Minister's Office": "ISR",
    "Prime Minister’s Office of Israel": "ISR",
    "UK Foreign, Commonwealth & Development Office": "GBR",
    "The Kremlin": "RUS",
    "European External Action Service": "EU",
    NATO: "NATO",
  }
  for (const [outlet, state] of Object.entries(OFFICES))
    test(`${outlet} speaks for ${state}`, () => {
      expect(publisherOf(knowledge, outlet)).toEqual({ state, official: true })
    })

  test("a state's news service is its own, but no office", () => {
    expect(publisherOf(knowledge, "Xinhua")).toEqual({ state: "CHN", official: false })
  })

  test("what many states have, and what no state has, is nobody's", () => {
    for (const outlet of [
      "Ministry of Defence",
      "Prime Minister's Office",
      "Japan Times",
      "Meridian Wire",
      "Kenya",
      "",
      undefined,
    ])
      expect(publisherOf(knowledge, outlet)).toBeUndefined()
  })
})

test("what an office says without a signature its state says", () => {
  const page = english.read({
    id: "release",
    outlet: "Ministry of Foreign Affairs of Japan",
    published: "2022-06-05",
    zone: "Asia/Tokyo",
    text: "Launch of Ballistic Missiles by North Korea\n\nNorth Korea launched ballistic missiles this morning. We strongly condemn these launches.",
  })
  const condemned = page.events.find(({ type }) => type === "condemn")
  expect(condemned?.source.map(({ value }) => value.state)).toEqual(["JPN"])
  expect(condemned?.target.map(({ value }) => value.state)).toEqual(["PRK"])
})
