import { describe, expect, it } from "vitest"
import { english, hearing } from "../../src/english.ts"
import { sameFeatures } from "../../src/events/gather.ts"
import { judgement } from "../../src/events/judgement.ts"
import { readMentions } from "../../src/events/mentions.ts"
import { Scene } from "../../src/events/scene.ts"

const page = (text: string) => ({ id: "case", published: "2021-10-04", zone: "UTC", text })
const ITEM = "Norway attacked a Danish ship on Friday. The attack killed two sailors."
const STORY = `${ITEM} ${"The sea was calm that day. ".repeat(6)}`

const looks = (text: string) => {
  const { doc } = new Scene(hearing.read(page(text)))
  const [first, second] = readMentions(doc, judgement).filter(({ type }) => type === "attack")
  return sameFeatures(doc, first!, second!).strings()
}

describe("what tells that two mentions are one event", () => {
  it("is learned apart for stories", () => {
    expect(looks(STORY).every(feature => feature.startsWith("story"))).toBe(true)
    expect(looks(ITEM).some(feature => feature.startsWith("story"))).toBe(false)
  })

  it("holds slots against each other in stories", () => {
    expect(looks(STORY)).toContain("story&ordinal=neither")
  })
})

describe("events", () => {
  it("of a word and of the noun that takes it up are one", () => {
    expect(english.read(page(ITEM)).events.filter(({ type }) => type === "attack")).toHaveLength(1)
  })
})
