import { describe, expect, it } from "vitest"
import { hearing } from "../../src/english.ts"
import { carriedDay } from "../../src/events/carriedDay.ts"
import { dayOptions } from "../../src/events/dayOptions.ts"
import { Scene } from "../../src/events/scene.ts"

/** A page of Thursday, 4 May 2023, and the place of a word in it. */
function at(text: string, word: string): readonly [Scene, number] {
  const scene = new Scene(hearing.read({ id: "page", published: "2023-05-04", zone: "UTC", text }))
  return [scene, scene.doc.tokens.findIndex(({ norm }) => norm === word)]
}

const dayCarriedTo = (text: string, word: string) => carriedDay(...at(text, word))?.time.date

describe("a day told before", () => {
  it("is that of the sentence before, the main clause's first", () => {
    expect(dayCarriedTo("On Tuesday jets crossed the river. They bombed a depot.", "bombed")).toBe("2023-05-02")
    expect(
      dayCarriedTo("On Wednesday the envoy left, as he had said on Monday. He praised his hosts.", "praised"),
    ).toBe("2023-05-03")
  })

  it("is carried over a paragraph, which is noted", () => {
    const text = "The rebels took the port on Tuesday.\n\nSoldiers shelled it from the hills."
    expect(carriedDay(...at(text, "shelled"))).toMatchObject({ away: 1, apart: true })
  })

  it("is forgotten after three sentences, and never taken from behind", () => {
    const text = "On Tuesday jets came. It rained. People slept. Markets were shut. Soldiers shelled the port."
    expect(dayCarriedTo(text, "shelled")).toBeUndefined()
    expect(dayCarriedTo("Soldiers shelled the port. On Tuesday jets came.", "shelled")).toBeUndefined()
  })

  it("is no month and no stretch of days", () => {
    expect(dayCarriedTo("In April the talks broke down. Soldiers shelled the port.", "shelled")).toBeUndefined()
    expect(dayCarriedTo("Jets flew from May 1 to May 3. Soldiers shelled the port.", "shelled")).toBeUndefined()
  })

  it("is offered to events of which no day is told, beside the page's", () => {
    const [scene, word] = at("On Tuesday jets crossed the river. They bombed a depot.", "bombed")
    const offered = dayOptions(scene, word, "attack", { page: { value: "2023-05-04", evidence: { from: 0, to: 1 } } })
    expect(offered.find(({ ground }) => ground === "carried")?.date).toMatchObject({
      value: "2023-05-02",
      certainty: "implied",
      reason: "the day told just before",
    })
  })
})
