import { describe, expect, it } from "vitest"
import { english } from "../../src/english.ts"
import { impliedBy } from "../../src/events/implied.ts"
import { groupsOf } from "../../src/events/joined.ts"
import { elsewhere, innerOf, outerOf } from "../../src/events/nested.ts"
import type { Option } from "../../src/events/options.ts"
import { optionsOf, pairFeatures, partiesOf } from "../../src/events/parties.ts"
import { Scene } from "../../src/events/scene.ts"
import { sidesOf } from "../../src/events/sides.ts"
import type { Cited } from "../../src/model/document.ts"
import type { Actor } from "../../src/model/layers.ts"
import { Features } from "../../src/network/features.ts"
import { Weights } from "../../src/network/weights.ts"
import { learnChoices } from "../../training/linear.ts"

const sceneOf = (text: string) =>
  new Scene(english.read({ id: "parties", published: "2022-06-15", zone: "UTC", lang: "en", text }))

/** The token of a word, counted from its first occurrence. */
const wordAt = (scene: Scene, word: string, nth = 0) => scene.doc.tokens.filter(({ norm }) => norm === word)[nth]!.index

const statesOf = (actors: readonly Cited<Actor>[]) => actors.map(({ value }) => value.state).sort()

describe("events around an event", () => {
  const scene = sceneOf("France condemned the attack by Hamas on a border post.")

  it("sees what a word is about", () => {
    expect(innerOf(scene, wordAt(scene, "condemned"))?.at).toBe(wordAt(scene, "attack"))
  })

  it("sees the word that is about it", () => {
    expect(outerOf(scene, wordAt(scene, "attack"))?.at).toBe(wordAt(scene, "condemned"))
    expect(outerOf(scene, wordAt(scene, "condemned"))).toBeUndefined()
  })
})

describe("the like elsewhere on the page", () => {
  const scene = sceneOf("Iran attacked a tanker on Monday. The attack killed two sailors.")
  const second = wordAt(scene, "attack")

  it("finds who does it in other words", () => {
    expect(elsewhere(scene, second, "attack", "source")?.actors.map(({ state }) => state)).toEqual(["IRN"])
  })

  it("does not find the word itself, nor another type", () => {
    expect(elsewhere(scene, wordAt(scene, "attacked"), "attack", "source")).toBeUndefined()
    expect(elsewhere(scene, second, "launch", "source")).toBeUndefined()
  })
})

describe("actors implied by a page", () => {
  const scene = sceneOf(
    "Secretary Blinken's Call with Norwegian Foreign Minister Huitfeldt\n\n" +
      "The below is attributable to Spokesperson Ned Price:\n\n" +
      "Secretary of State Antony J. Blinken spoke today with Norwegian Foreign Minister Anniken Huitfeldt. " +
      "Both reaffirmed the importance of open sea lanes.",
  )
  const implied = new Map(
    impliedBy(scene, wordAt(scene, "reaffirmed"), "express-support").map(({ name, actors }) => [name, actors]),
  )

  it("knows both sides of the contact, one side, and the state that speaks", () => {
    expect(statesOf(implied.get("officials")!)).toEqual(["NOR", "USA"])
    expect(statesOf(implied.get("own official")!)).toEqual(["USA"])
    expect(statesOf(implied.get("counterparts")!)).toEqual(["NOR"])
    expect(implied.get("home")!.map(({ value }) => value)).toEqual([{ state: "USA" }])
  })

  it("cites words for each", () => {
    for (const { value, evidence } of implied.get("officials")!)
      expect(scene.doc.text.slice(evidence[0].from, evidence[0].to)).toMatch(
        value.state === "USA" ? /Blinken/ : /Huitfeldt/,
      )
  })
})

describe("who is implied by what is said elsewhere", () => {
  const namesAt = (scene: Scene, word: string, nth = 0) =>
    new Map(
      impliedBy(scene, wordAt(scene, word, nth), "attack").map(({ name, actors }) => [
        name,
        actors.map(({ value }) => (value.name ? `${value.state}:${value.name}` : value.state)),
      ]),
    )

  it("hears who claims a deed behind it", () => {
    const scene = sceneOf("A car bomb killed nine people in Beledweyne. Al-Shabaab claimed responsibility on Friday.")
    expect(namesAt(scene, "killed").get("claimant")).toEqual(["-:Al-Shabaab"])
    expect(namesAt(sceneOf("A car bomb killed nine people."), "killed").has("claimant")).toBe(false)
  })

  it("does not take whom a briefing names first for the other side of every contact in it", () => {
    const briefing = (label: string) =>
      sceneOf(
        "Department Press Briefing\n\nNed Price, Department of State Spokesperson\n\n" +
          `${label}Secretary Blinken and Foreign Minister Huitfeldt opened the fair in Oslo.\n\n` +
          "We have seen the readout of the call.",
      )
    expect(namesAt(briefing(""), "call").has("counterparts")).toBe(true)
    expect(namesAt(briefing("MR PRICE: "), "call").has("counterparts")).toBe(false)
  })

  it("knows whom a speaker of a transcript addresses, and that “we” is the speaker's", () => {
    const scene = sceneOf(
      "Secretary Antony J. Blinken and Norwegian Foreign Minister Anniken Huitfeldt Before Their Meeting\n\n" +
        "SECRETARY BLINKEN: We thank our friends from Oslo.\n\n" +
        "FOREIGN MINISTER HUITFELDT: We thank you for the welcome.",
    )
    const ours = scene.doc.actors.filter(({ from, to }) => scene.doc.text.slice(from, to) === "We")
    expect(ours.map(({ actors }) => [...new Set(actors.map(({ state }) => state))])).toEqual([["USA"], ["NOR"]])
    expect(namesAt(scene, "thank", 1).get("addressed")).toEqual(["USA:Antony Blinken"])
  })
})

describe("who stands together", () => {
  const groups = (text: string) => {
    const scene = sceneOf(text)
    return groupsOf(scene, scene.standingAlone(0)).map(group =>
      [...new Set(group.flatMap(({ actors }) => actors.map(({ state }) => state)))].sort().join("+"),
    )
  }

  it("passes over an abbreviation in brackets", () => {
    expect(groups("France, the Republic of Korea (ROK), and Chile condemned the launch.")).toContain("CHL+FRA+KOR")
  })

  it("does not join what a bracket only explains", () => {
    expect(groups("France (Paris) met Chile on Monday.")).not.toContain("CHL+FRA")
  })
})

describe("states in place of organs", () => {
  const scene = sceneOf("Gunmen attacked the Chilean embassy, and Emmanuel Macron condemned the attack.")
  const offered = (word: string) =>
    optionsOf(scene, wordAt(scene, word), "attack", undefined).map(({ actors }) =>
      actors.map(({ value }) => (value.name ? `${value.state}:${value.name}` : value.state)).join(" + "),
    )

  it("are offered beside an embassy, and never for a person by name", () => {
    expect(offered("attacked")).toEqual(expect.arrayContaining(["CHL:Embassy", "CHL", "FRA:Emmanuel Macron"]))
    expect(offered("attacked")).not.toContain("FRA")
  })
})

describe("sides", () => {
  const option = (place: string, ...states: string[]): Option => ({
    actors: states.map(state => ({ value: { state }, evidence: [{ from: 0, to: 1 }], certainty: "stated" })),
    features: new Features(place),
    place,
  })
  const groups = [option("doer", "FRA"), option("prep with", "DEU"), option("prep and", "POL")]

  it("offers groups alone, by twos and by threes", () => {
    const sets = sidesOf(groups, [], "meeting").map(({ actors }) => statesOf(actors).join("+"))
    expect(sets).toEqual(["FRA", "DEU", "POL", "DEU+FRA", "FRA+POL", "DEU+POL", "DEU+FRA+POL"])
  })

  it("does not set somebody implied beside the own state", () => {
    const sets = sidesOf(groups, [option("home", "DEU")], "meeting").map(({ place }) => place)
    expect(sets).toContain("doer + home")
    expect(sets).not.toContain("prep with + home")
  })

  it("stays small in a long list", () => {
    const many = Array.from({ length: 400 }, (_, at) => option(`place ${at}`, `S${at}`))
    expect(sidesOf(many, [], "meeting").length).toBeLessThan(500)
  })

  it("tells how source and target are bound", () => {
    const bond = (source: Option, target: Option) =>
      pairFeatures("condemn", source, target)
        .strings()
        .find(name => name.startsWith("bond="))
    const [france, germany] = groups as [Option, Option, Option]
    expect(bond(france, france)).toBe("bond=one")
    expect(bond(france, option("prep of", "FRA"))).toBe("bond=same")
    expect(bond(france, germany)).toBe("bond=apart")
    expect(bond(france, option("nobody"))).toBe("bond=true false")
  })
})

describe("the likeliest answer", () => {
  const evidence = [{ from: 0, to: 1 }] as const
  const option = (place: string, state?: string, name?: string): Option => ({
    actors: state ? [{ value: { state, ...(name ? { name } : {}) }, evidence, certainty: "stated", reason: "" }] : [],
    features: new Features(),
    place,
  })
  const options = [
    option("subject", "FRA"),
    option("nobody"),
    option("topic", "DEU"),
    option("before", "DEU", "Annalena Baerbock"),
  ]
  const nothing = new Weights(learnChoices([]))
  const target = (nobody: number, topic: number, before: number) =>
    partiesOf(
      {
        type: "condemn",
        options,
        source: [900, 0, 0, 0],
        target: [-900, nobody, topic, before],
        participants: [],
      },
      { choice: nothing, thread: nothing },
    ).target.map(({ value }) => value.name ?? value.state)

  it("is the state for which most speaks in all the ways it is offered", () => {
    expect(target(100, 70, 60)).toEqual(["DEU"])
    expect(target(100, 60, 70)).toEqual(["Annalena Baerbock"])
  })

  it("is nobody where that outweighs them all together", () => {
    expect(target(200, 70, 60)).toEqual([])
  })
})

describe("learning to choose", () => {
  it("weighs what answers share and what they do not", () => {
    const choices = Array.from({ length: 30 }, (_, at) => ({
      pieces: [
        { name: "source", features: ["subject", `word ${at % 3}`] },
        { name: "source", features: ["object", `word ${at % 3}`] },
        { name: "pair", features: ["apart"] },
      ],
      options: [
        [0, 2],
        [1, 2],
      ],
      right: [true, false],
    }))
    const weights = new Weights(learnChoices(choices))
    const source = weights.classes.indexOf("source")
    const sum = (name: string) => weights.sums(new Features(name))[source]!
    expect(sum("subject")).toBeGreaterThan(0)
    expect(sum("object")).toBeLessThan(0)
    expect(sum("word 1")).toBe(0)
    expect(weights.sums(new Features("apart"))[weights.classes.indexOf("pair")] ?? 0).toBe(0)
  })
})
