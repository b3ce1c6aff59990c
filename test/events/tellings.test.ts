import { describe, expect, it } from "vitest"
import { hearing } from "../../src/english.ts"
import { judgement } from "../../src/events/judgement.ts"
import { bySentence } from "../../src/events/mentions.ts"
import { Scene } from "../../src/events/scene.ts"
import { tellingsOf, toldBy } from "../../src/events/tellings.ts"
import { candidates } from "../../src/events/triggers.ts"
import type { EventType } from "../../src/model/event.ts"
import type { Actor } from "../../src/model/layers.ts"

const sceneOf = (text: string) => new Scene(hearing.read({ id: "one", published: "2022-06-15", zone: "UTC", text }))
const written = ({ state, name }: Actor) => (name ? `${state}:${name}` : state)

function asked(text: string, word: string, type: EventType, doers: readonly Actor[] = []) {
  const scene = sceneOf(text)
  const at = scene.doc.tokens.find(({ from, to }) => text.slice(from, to) === word)!.index
  const { sentence } = scene.grammar.token(at)
  const impression = judgement.impressions.reader(scene, bySentence(scene, candidates(scene)))(sentence)
  return {
    offered: tellingsOf(scene, at, type, "happened", doers, impression).map(({ chain }) =>
      chain.map(({ value }) => written(value)).join(" < "),
    ),
    told: toldBy(scene, at, type, "happened", doers, judgement.teller, impression).map(({ value }) => written(value)),
  }
}

describe("who tells an event", () => {
  it("may be the page itself, a voice around the words, anybody named beside them, or who spoke just before", () => {
    const { offered } = asked(
      "Bulgaria said on Monday that Niger had closed its border. Greek jets struck a camp in Chad.",
      "struck",
      "attack",
      [{ state: "GRC" }],
    )
    expect(offered[0]).toBe("")
    expect(offered).toContain("TCD")
    expect(offered.at(-1)).toBe("BGR")
  })

  it("is told through all voices that stand around the last, outermost first", () => {
    const { offered } = asked(
      "Belgium said that Chad claimed that rebels had attacked a village.",
      "attacked",
      "attack",
    )
    expect(offered).toContain("BEL < TCD")
  })

  it("is who announces the own deed, and nobody where a reporter says so", () => {
    expect(
      asked("Georgia said on Monday that it had arrested two spies.", "arrested", "coerce", [{ state: "GEO" }]).told,
    ).toEqual(["GEO"])
    expect(asked("Georgia arrested two spies on Monday.", "arrested", "coerce", [{ state: "GEO" }]).told).toEqual([])
  })

  it("is not who condemns, for the own words", () => {
    expect(asked("Georgia condemned the attack on Monday.", "condemned", "condemn", [{ state: "GEO" }]).told).toEqual(
      [],
    )
  })

  it("is who says what another did", () => {
    expect(
      asked("Brazil said on Monday that Chad had arrested two pilots.", "arrested", "coerce", [{ state: "TCD" }]).told,
    ).toEqual(["BRA"])
  })
})
