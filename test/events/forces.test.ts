import { expect, test } from "vitest"
import { hearing } from "../../src/english.ts"
import { isForce } from "../../src/events/forces.ts"
import { Scene } from "../../src/events/scene.ts"

/** Text, word, and whether nobody did what it tells. */
const HARMS: readonly (readonly [text: string, word: string, nobody: boolean])[] = [
  ["A cyclone kills 14 people in Madagascar.", "kills", true],
  ["Floods hit Sudan, and rebels killed nine people in Darfur.", "hit", true],
  ["Floods hit Sudan, and rebels killed nine people in Darfur.", "killed", false],
  ["At least 12 people are killed in floods in Chad.", "killed", true],
  ["An Israeli storm of shells killed two in Gaza.", "killed", false],
  ["Militants killed ten soldiers during a sandstorm in Mali.", "killed", false],
]

test.each(HARMS)("%s %s", (text, word, nobody) => {
  const scene = new Scene(hearing.read({ id: "harm", text }))
  expect(
    isForce(
      scene,
      scene.doc.tokens.findIndex(({ norm }) => norm === word),
    ),
  ).toBe(nobody)
})
