import { describe, expect, it } from "vitest"
import { english } from "../../src/english.ts"
import { dayOptions } from "../../src/events/dayOptions.ts"
import { type DatedContact, pageDays } from "../../src/events/pageDays.ts"
import { Scene } from "../../src/events/scene.ts"
import { tenseOf } from "../../src/events/tense.ts"
import type { EventType } from "../../src/model/event.ts"

const sceneOf = (text: string) => new Scene(english.read({ id: "page", published: "2023-05-04", zone: "UTC", text }))

/** The word of a scene, by its letters. */
const wordOf = ({ doc }: Scene, letters: string) => doc.tokens.findIndex(token => token.norm === letters)

const contact = (at: number, status: "happened" | "planned", value: string): DatedContact => ({
  at,
  status,
  value,
  evidence: { from: 0, to: 1 },
})

describe("the days of a page", () => {
  it("are those of the journey announced last before a place", () => {
    const scene = sceneOf("The envoy will visit Oslo and then Bonn. He will meet the mayor and dine with the king.")
    const days = pageDays(
      scene,
      [],
      [
        contact(wordOf(scene, "Oslo"), "planned", "2023-05-08"),
        contact(wordOf(scene, "Bonn"), "planned", "2023-05-10"),
      ],
    )
    expect(days(wordOf(scene, "then")).announced?.value).toBe("2023-05-08")
    expect(days(wordOf(scene, "dine")).announced?.value).toBe("2023-05-10")
  })

  it("are told by the lead's main verb where no contact tells its own", () => {
    const scene = sceneOf("On May 2, Minister Lund phoned Minister Berg. He condemned the strikes.")
    const days = pageDays(scene, [wordOf(scene, "phoned")], [])
    expect(days(wordOf(scene, "condemned")).contact?.value).toBe("2023-05-02")
    expect(pageDays(scene, [], [])(wordOf(scene, "condemned")).contact).toBeUndefined()
  })

  it("are told by a time that opens the lead, whatever the tree hangs it on", () => {
    const scene = sceneOf(
      "Call with Minister Berg\n\nOn May 1, Special Envoy for the Gulf Ada Lund called Envoy Berg on shipping.",
    )
    const at = wordOf(scene, "shipping")
    expect(pageDays(scene, [wordOf(scene, "Call")], [])(at).contact?.value).toBe("2023-05-01")
  })

  it("are the page's alone for remarks beside a contact", () => {
    const scene = sceneOf(
      "Minister Lund and Minister Berg Before Their Meeting\n\nMINISTER LUND: We met in May. Thank you.",
    )
    const met = contact(wordOf(scene, "met"), "happened", "2023-05-01")
    expect(pageDays(scene, [met.at], [met])(met.at).contact?.value).toBe("2023-05-01")
    expect(pageDays(scene, [wordOf(scene, "Meeting"), met.at], [met])(met.at).contact).toBeUndefined()
  })
})

describe("the days an event may have", () => {
  it("are all that its page offers, its own words first", () => {
    const scene = sceneOf("The army shelled the port on Tuesday, a week after it seized the bridge on 24 April.")
    const at = wordOf(scene, "shelled")
    const days = pageDays(scene, [], [contact(at, "happened", "2023-05-03")])(at)
    const valuesOf = (type: EventType) => dayOptions(scene, at, type, days).map(({ date }) => date?.value ?? null)
    const values = valuesOf("condemn")
    expect(values[0]).toBe("2023-05-02")
    expect(values).toEqual(
      expect.arrayContaining(["2023-04-24", "2023-05-04", "..2023-05-04", "2023-05-03", "..2023-05-03", null]),
    )
    // Shelling of which a call speaks was before it.
    expect(valuesOf("attack")).toContain("..2023-05-03")
    expect(valuesOf("attack")).not.toContain("2023-05-03")
  })

  it("are none but those told where the page bears no day", () => {
    const text = "The army shelled the port on 2 May 2023."
    const scene = new Scene(english.read({ id: "page", text }))
    const at = wordOf(scene, "shelled")
    const values = dayOptions(scene, at, "attack", pageDays(scene, [], [])(at)).map(({ date }) => date?.value ?? null)
    expect(values).toEqual(["2023-05-02", null])
  })
})

it.each([
  ["The army has shelled the port.", "shelled", "perfect"],
  ["The army had shelled the port.", "shelled", "before past"],
  ["The army shelled the port.", "shelled", "past"],
  ["The army will shell the port.", "shell", "future"],
  ["The army is shelling the port.", "shelling", "progressive"],
  ["The army may shell the port.", "shell", "modal"],
  ["The army wants to shell the port.", "shell", "infinitive"],
  ["The army wants to shell the port.", "port", "none"],
])("%s: the tense of %s is %s", (text, word, tense) => {
  const scene = sceneOf(text)
  expect(tenseOf(scene, wordOf(scene, word))).toBe(tense)
})
