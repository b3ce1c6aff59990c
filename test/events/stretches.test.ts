import { describe, expect, it } from "vitest"
import { hearing } from "../../src/english.ts"
import { answersTo, QUESTIONS, RELATIONS } from "../../src/events/questions.ts"
import { Scene } from "../../src/events/scene.ts"
import { heardIn, nearby, stretchesOf } from "../../src/events/stretches.ts"

const sceneOf = (text: string) => new Scene(hearing.read({ id: "one", published: "2022-06-15", zone: "UTC", text }))
const names = (mentions: ReturnType<typeof heardIn>) =>
  mentions.flatMap(({ actors }) => actors.map(({ state }) => state))

describe("what is read at one go", () => {
  it("is whole sentences, all of a short text and every word of a long one once", () => {
    expect(stretchesOf(sceneOf("Chad met Niger. They talked."))).toEqual([[0, 1]])
    const scene = sceneOf("Chad and Niger talked about the border in the desert for many hours on Monday. ".repeat(20))
    const stretches = stretchesOf(scene)
    expect(stretches.length).toBeGreaterThan(1)
    expect(stretches.flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, s) => first + s))).toEqual(
      scene.doc.sentences.map((_, sentence) => sentence),
    )
  })

  it("is a sentence by itself where that is longer", () => {
    const long = `France condemned ${"Iran, ".repeat(150)}and Iraq.`
    expect(stretchesOf(sceneOf(`Chad met Niger. ${long} Chad left.`))).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ])
  })
})

describe("who is heard in a sentence", () => {
  const scene = sceneOf("Chad met Niger on Monday. Chad condemned France. Mali left. Togo came.")

  it("stands in it or was named in the two before and is not named again", () => {
    expect(names(heardIn(scene, 1, 0))).toEqual(["TCD", "FRA", "NER"])
    expect(names(heardIn(scene, 3, 0))).toEqual(["TGO", "MLI", "TCD", "FRA"])
    expect(names(heardIn(scene, 3, 2))).toEqual(["TGO", "MLI"])
  })

  it("is among those who stand nearby", () => {
    expect(names(nearby(scene, 1))).toEqual(["TCD", "FRA", "TCD", "NER"])
    expect(names(nearby(scene, 0))).toEqual(["TCD", "NER"])
  })
})

describe("the questions", () => {
  it("have answers of their own, side by side", () => {
    const ranges = QUESTIONS.map(answersTo)
    expect(ranges.flatMap(([from, to]) => RELATIONS.slice(from, to))).toEqual(RELATIONS)
  })
})
