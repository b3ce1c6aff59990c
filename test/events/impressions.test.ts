import { describe, expect, it } from "vitest"
import { hearing } from "../../src/english.ts"
import { Impressions, RELATIONS, TOLD } from "../../src/events/impressions.ts"
import { fileOf, judgement } from "../../src/events/judgement.ts"
import { bySentence } from "../../src/events/mentions.ts"
import { Scene } from "../../src/events/scene.ts"
import { candidates } from "../../src/events/triggers.ts"
import { readParts } from "../../src/network/parts.ts"

const sceneOf = (text: string) => new Scene(hearing.read({ id: "one", published: "2022-06-15", zone: "UTC", text }))

function impressionOf(text: string) {
  const scene = sceneOf(text)
  const [[sentence, together] = [0, []]] = bySentence(scene, candidates(scene))
  const impression = judgement.impressions.of(scene, sentence, together)
  const at = (word: string) => scene.doc.tokens.find(({ from, to }) => text.slice(from, to) === word)!.index
  const mention = (word: string) => scene.doc.actors.find(({ from, to }) => text.slice(from, to) === word)!
  return { impression, at, mention, together }
}

describe("impressions of a sentence", () => {
  it("say of each word that may tell an event how likely it tells which", () => {
    const { impression, at } = impressionOf("France condemned the launch by Iran.")
    const told = impression.told(at("condemned"))!
    expect(told.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1)
    expect(TOLD[told.indexOf(Math.max(...told))]).toBe("condemn")
    expect(impression.told(at("by"))).toBeUndefined()
  })

  it("tell the doer from the one who suffers, also where the verb is turned round", () => {
    for (const text of ["Russia attacked Ukraine on Monday.", "Ukraine was attacked by Russia on Monday."]) {
      const { impression, at, mention } = impressionOf(text)
      const [attacker, attacked] = [mention("Russia"), mention("Ukraine")]
      const source = (who: typeof attacker) => impression.part(at("attacked"), who, "source")
      const target = (who: typeof attacker) => impression.part(at("attacked"), who, "target")
      expect(source(attacker)).toBeGreaterThan(source(attacked))
      expect(target(attacked)).toBeGreaterThan(target(attacker))
    }
  })

  it("are not made of lists without an end, which are read without them", () => {
    const text = `France condemned ${"Iran, ".repeat(300)}and Iraq.`
    const { impression, at, together } = impressionOf(text)
    expect(together.length).toBeGreaterThan(0)
    expect(impression.told(at("condemned"))).toBeUndefined()
  })

  it("cannot be made by a network that was taught other types", () => {
    const parts = new Map(readParts(fileOf("impressions")))
    parts.set("relations", Buffer.from([...RELATIONS].reverse().join("\n")))
    expect(() => new Impressions(parts)).toThrow("learned for other types")
  })
})
