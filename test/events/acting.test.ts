import { describe, expect, it } from "vitest"
import { hearing } from "../../src/english.ts"
import { actedThere } from "../../src/events/acting.ts"
import { Scene } from "../../src/events/scene.ts"

/** Whether who acts around a word of the second sentence was named in the first. */
function acted(text: string, word: string): string {
  const scene = new Scene(hearing.read({ id: "one", published: "2022-06-15", zone: "UTC", text }))
  return actedThere(scene, scene.doc.tokens.findLast(({ norm }) => norm === word)!.index, 0)
}

describe("who acts around a word was named in another sentence", () => {
  const call = "On June 10, Foreign Minister Hayashi called Foreign Minister Park."

  it("himself, as doer of the word or of the clause in which it stands", () => {
    expect(acted(`${call} Foreign Minister Hayashi condemned the launch.`, "condemned")).toBe("same 0")
    expect(acted(`${call} Foreign Minister Hayashi condemned the launch.`, "launch")).toBe("same 1")
    expect(acted(`${call} He urged the sides to release the prisoners.`, "urged")).toBe("same 0")
  })

  it("by his state, or not at all", () => {
    expect(acted(`${call} Japan condemned the launch.`, "condemned")).toBe("state 0")
    expect(acted(`${call} France condemned the launch.`, "condemned")).toBe("other 0")
    expect(acted(`${call} The launch failed.`, "launch")).toBe("nobody")
  })
})
