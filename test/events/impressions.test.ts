import { describe, expect, it } from "vitest"
import { hearing } from "../../src/english.ts"
import { Impressions } from "../../src/events/impressions.ts"
import { fileOf, judgement } from "../../src/events/judgement.ts"
import { bySentence } from "../../src/events/mentions.ts"
import { RELATIONS, TOLD } from "../../src/events/questions.ts"
import { Scene } from "../../src/events/scene.ts"
import { candidates } from "../../src/events/triggers.ts"
import { STATUSES } from "../../src/model/event.ts"
import { readParts } from "../../src/network/parts.ts"

const sceneOf = (text: string) => new Scene(hearing.read({ id: "one", published: "2022-06-15", zone: "UTC", text }))

function impressionOf(text: string) {
  const scene = sceneOf(text)
  const all = candidates(scene)
  const impression = judgement.impressions.reader(scene, bySentence(scene, all))(scene.doc.sentences.length - 1)
  const at = (word: string) => scene.doc.tokens.find(({ from, to }) => text.slice(from, to) === word)!.index
  const mention = (word: string) => scene.doc.actors.find(({ from, to }) => text.slice(from, to) === word)!
  return { impression, at, mention, all }
}

describe("impressions of a sentence", () => {
  it("say of each word that may tell an event how likely it tells which", () => {
    const { impression, at } = impressionOf("France condemned the launch by Iran.")
    const told = impression.of(at("condemned"), "told")!
    expect(told.reduce((sum, log) => sum + Math.exp(log), 0)).toBeCloseTo(1)
    expect(TOLD[told.indexOf(Math.max(...told))]).toBe("condemn")
    expect(impression.of(at("by"), "told")).toBeUndefined()
  })

  it("tell the doer from the one who suffers, also where the verb is turned round", () => {
    for (const text of ["Russia attacked Ukraine on Monday.", "Ukraine was attacked by Russia on Monday."]) {
      const { impression, at, mention } = impressionOf(text)
      const [attacker, attacked] = [mention("Russia"), mention("Ukraine")]
      const source = (who: typeof attacker) => impression.part(at("attacked"), who, "source")!
      const target = (who: typeof attacker) => impression.part(at("attacked"), who, "target")!
      expect(source(attacker)).toBeGreaterThan(source(attacked))
      expect(target(attacked)).toBeGreaterThan(target(attacker))
    }
  })

  it("say of what is told whether it happened", () => {
    const { impression, at } = impressionOf("France attacked the port on Monday and will attack the airport on Friday.")
    const happened = (word: string) => impression.of(at(word), "status")![STATUSES.indexOf("happened")]!
    expect(happened("attacked")).toBeGreaterThan(happened("attack"))
  })

  it("tell who says it from who does it", () => {
    const { impression, at, mention } = impressionOf("Brazil said on Monday that Chad had arrested two pilots.")
    const teller = (who: string) => impression.teller(at("arrested"), mention(who))!
    expect(teller("Brazil")).toBeGreaterThan(teller("Chad"))
  })

  it("hear who was named in the sentence before, if he is not named again", () => {
    const { impression, at, mention } = impressionOf(
      "Chad fired on the camp on Monday. Two soldiers were killed, Niger said.",
    )
    expect(impression.part(at("killed"), mention("Chad"), "source")).toBeGreaterThan(
      impression.part(at("killed"), mention("Niger"), "source")!,
    )
    const again = impressionOf("Chad fired on the camp on Monday. Chad killed two soldiers.")
    expect(again.impression.part(again.at("killed"), again.mention("Chad"), "source")).toBeUndefined()
  })

  it("are not made of lists without an end, which are read without them", () => {
    const text = `France condemned ${"Iran, ".repeat(300)}and Iraq.`
    const { impression, at, all } = impressionOf(text)
    expect(all.length).toBeGreaterThan(0)
    expect(impression.of(at("condemned"), "told")).toBeUndefined()
  })

  it("cannot be made by a network that was taught other types", () => {
    const parts = new Map(readParts(fileOf("impressions")))
    parts.set("relations", Buffer.from([...RELATIONS].reverse().join("\n")))
    expect(() => new Impressions(parts)).toThrow("learned for other types")
  })
})
