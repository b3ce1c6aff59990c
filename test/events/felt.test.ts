import { describe, expect, it } from "vitest"
import { hearing } from "../../src/english.ts"
import { feltIn } from "../../src/events/felt.ts"
import type { Impression } from "../../src/events/impressions.ts"
import { optionsOf } from "../../src/events/parties.ts"
import { Scene } from "../../src/events/scene.ts"

describe("what is felt of who takes part", () => {
  const text = "France condemned the attack by Hamas on Monday."
  const scene = new Scene(hearing.read({ id: "felt", published: "2022-06-15", zone: "UTC", text }))
  const at = scene.doc.tokens.findIndex(({ norm }) => norm === "condemned")
  const options = optionsOf(scene, at, "condemn", undefined)
  /** An impression that France is the source, by two nats, and knows nothing else. */
  const impression: Impression = {
    of: () => undefined,
    teller: () => undefined,
    part: (_, mention, part) => (text.slice(mention.from, mention.to) === "France" && part === "source" ? 2 : -1),
  }
  const felt = feltIn(scene, at, "condemn", options, impression)
  const seen = (state: string, side: "source" | "target") =>
    felt(
      options.findIndex(({ actors }) => (actors[0]?.value.state ?? "") === state),
      side,
    ).strings()

  it("is stronger for whom more speaks, and each part is felt apart", () => {
    expect(seen("FRA", "source")).toEqual(expect.arrayContaining(["felt=3", "felt=3 condemn", "felt top=3 true"]))
    expect(seen("FRA", "target")).toContain("felt=-1")
    expect(seen("-", "source")).toEqual(expect.arrayContaining(["felt=-1", "felt top=3 false"]))
  })

  it("is nothing for nobody, beside whoever is felt most", () => {
    expect(seen("", "source")).toEqual(
      expect.arrayContaining(["felt=no", "felt top=3 nobody", "felt top=3 nobody condemn"]),
    )
  })
})
