import { describe, expect, it } from "vitest"
import { compare } from "../../src/linking/compare.ts"
import { counts } from "../../src/linking/counts.ts"
import { sourcesOf } from "../../src/linking/independence.ts"
import { occasions } from "../../src/linking/occasions.ts"
import { openItems } from "../../src/linking/openItems.ts"
import { type Page, positions } from "../../src/linking/positions.ts"
import { stanceOf, stronger } from "../../src/linking/stance.ts"
import { weaponOf, weaponsAgree } from "../../src/linking/weapons.ts"
import { REPORT_DAY } from "../../src/model/eventDate.ts"
import { claim } from "./claims.ts"

const BLINKEN = "USA:Antony Blinken (Secretary of State)"
const release: Page = {
  doc: { id: "february", published: "2022-02-03", zone: "America/New_York", outlet: "Example readout" },
  claims: [
    claim({
      doc: "february",
      type: "condemn",
      words: "The Secretary condemned the launches",
      day: "2022-02-02",
      source: [BLINKEN],
      target: ["PRK"],
      saidBy: ["USA:Ned Price"],
      issues: ["missiles"],
    }),
    claim({
      doc: "february",
      type: "offer",
      words: "He reaffirmed openness to dialogue",
      day: "2022-02-02",
      source: [BLINKEN],
      target: ["PRK"],
      saidBy: ["USA:Ned Price"],
      issues: ["dialogue"],
    }),
  ],
}
const broadcast: Page = {
  doc: { id: "may", published: "2022-05-26", zone: "Asia/Seoul", outlet: "Example broadcast" },
  claims: [
    claim({
      doc: "may",
      type: "condemn",
      words: "Foreign Minister Park strongly condemned the launch",
      day: "2022-05-25",
      source: ["KOR:Park Jin (Foreign Minister)"],
      target: ["PRK"],
      issues: ["missiles"],
    }),
    claim({
      doc: "may",
      type: "condemn",
      words: "Blinken and Park criticized the launch",
      day: "2022-05-25",
      source: [BLINKEN, "KOR:Park Jin (Foreign Minister)"],
      target: ["PRK"],
      issues: ["missiles"],
    }),
    claim({
      doc: "may",
      type: "express-support",
      words: "there was no change in its position on humanitarian aid",
      day: "..2022-05-26",
      source: ["USA:Department of State"],
      target: ["PRK:people"],
      issues: ["humanitarian-aid"],
    }),
  ],
}

describe("positions over time", () => {
  it('T24: hears no change in "no change"', () => {
    const [point] = positions({ state: "USA" }, [release, broadcast], { issue: "humanitarian-aid" })
    expect(point).toMatchObject({ course: "continued", doc: "may" })
  })

  it("T25: takes silence for silence", () => {
    const points = positions({ state: "USA" }, [release, broadcast], { issue: "dialogue" })
    expect(points.map(p => p.course)).toEqual(["continued", "not mentioned"])
  })

  it("T26: puts a change down to who tells, where another side tells", () => {
    const points = positions({ state: "USA", name: "Antony Blinken" }, [release, broadcast], { issue: "missiles" })
    expect(points.map(p => p.course)).toEqual(["new", "perspective effect"])
  })

  it("says stronger, weaker and reversed of one speaker", () => {
    const later = (id: string, type: "condemn" | "express-support", words: string): Page => ({
      doc: { id, published: `2022-0${id}-01`, zone: "America/New_York" },
      claims: [
        claim({
          doc: id,
          type,
          words,
          day: `2022-0${id}-01`,
          source: [BLINKEN],
          target: ["PRK"],
          saidBy: ["USA:Ned Price"],
          issues: ["missiles"],
        }),
      ],
    })
    const points = positions({ state: "USA" }, [
      later("3", "condemn", "Blinken condemned the test"),
      later("4", "condemn", "Blinken strongly condemned the test"),
      later("5", "condemn", "Blinken voiced regret at the test"),
      later("6", "express-support", "Blinken endorsed the test"),
    ])
    expect(points.map(p => p.course)).toEqual(["new", "stronger", "weaker", "reversed"])
    const other = positions({ state: "USA" }, [
      later("3", "express-support", "Blinken welcomed missile talks"),
      later("4", "condemn", "Blinken condemned the launch"),
    ])
    expect(other.map(p => p.course)).toEqual(["new", "new"])
  })

  it("follows an office from one holder to the next, and says that another speaks", () => {
    const chung: Page = {
      doc: { id: "a", published: "2022-02-03" },
      claims: [
        claim({
          doc: "a",
          type: "condemn",
          words: "Chung condemned it",
          day: "2022-02-03",
          source: ["KOR:Chung Eui-yong (Foreign Minister)"],
          issues: ["missiles"],
        }),
      ],
    }
    const points = positions({ state: "KOR", name: "Foreign Minister" }, [chung, broadcast], { issue: "missiles" })
    expect(points[1]).toMatchObject({ course: "other speaker" })
    expect(points[1]!.reason).toContain("in the same office")
  })
})

describe("side by side", () => {
  const compared = compare(release, broadcast)
  it("warns of the perspective and of other speakers", () => {
    expect(compared.warnings.join("\n")).toMatch(/possible perspective effect/)
    expect(compared.warnings.join("\n")).toMatch(/different speakers on missiles/)
  })
  it("shows what only one mentions, and withdraws nothing", () => {
    expect(compared.rows.find(row => row.issue === "dialogue")).toMatchObject({ difference: "only first" })
    expect(compared.rows.find(row => row.issue === "humanitarian-aid")).toMatchObject({ difference: "only second" })
  })
})

describe("counts and things awaited", () => {
  it("T17: sets a running count beside the record's own, and makes no events of it", () => {
    const launch = (doc: string, day: string, ordinal?: string) =>
      claim({
        doc,
        type: "launch",
        words: ordinal ?? "a launch",
        day,
        zone: "Asia/Seoul",
        source: ["PRK"],
        ...(ordinal ? { slots: { ordinal } } : {}),
      })
    const events = [
      { id: "e1", claims: [launch("a", "2022-01-05")] },
      { id: "e2", claims: [launch("b", "2022-01-30", "seventh missile launch since the start of the year")] },
      { id: "e3", claims: [launch("c", "2021-10-19")] },
    ]
    expect(counts(events)).toMatchObject([
      { claimed: 7, counted: "launch", from: "2022-01-01", to: "2022-01-30", inRecord: 2, events: ["e1", "e2"] },
    ])
  })

  it("T20: closes what was hoped for by what came of it, and lets a plan lapse", () => {
    const hoped = claim({
      doc: "may",
      type: "adopt",
      status: "hoped",
      words: "so that a new resolution can be adopted",
      source: ["UN:Security Council"],
      target: ["PRK"],
      issues: ["sanctions"],
    })
    const veto = claim({
      doc: "veto",
      type: "coerce",
      words: "China and Russia vetoed the draft",
      day: "2022-05-26",
      source: ["CHN", "RUS"],
      target: ["UN:Security Council"],
      issues: ["sanctions"],
    })
    const planned = claim({
      doc: "may",
      type: "exercise",
      status: "planned",
      words: "will hold an exercise",
      day: "2022-06-02",
      parties: ["USA", "KOR"],
    })
    const published = new Map([
      ["may", "2022-05-26"],
      ["veto", "2022-05-27"],
    ])
    const items = openItems([hoped, veto, planned], published, "2022-08-01")
    expect(items.map(item => [item.state, item.outcome])).toEqual([
      ["closed", "refused"],
      ["lapsed", undefined],
    ])
    expect(openItems([hoped], published, "2022-06-01")[0]!.state).toBe("open")
  })

  it("counts one department behind five attributions once, and an outlet of its own besides", () => {
    const told = (doc: string, saidBy: string[]) =>
      claim({ doc, type: "condemn", words: "It condemned the launch", source: ["USA"], saidBy })
    const claims = [
      told("a", ["USA:Department of State", "USA:Ned Price"]),
      told("b", ["USA:Ned Price"]),
      told("c", []),
    ]
    const docs = new Map([["c", { id: "c", outlet: "Example wire" }]])
    expect(sourcesOf(claims, docs, () => false)).toHaveLength(2)
    expect(sourcesOf(claims, docs, (a, b) => a !== b)).toHaveLength(1)
  })
})

describe("what answers a thing awaited", () => {
  it("takes a veto for the answer to a resolution hoped for, though the members are not named with the council", () => {
    const hoped = claim({
      ...{
        doc: "may",
        type: "adopt" as const,
        status: "hoped" as const,
        words: "so that a new resolution can be adopted",
      },
      source: ["UN:Security Council"],
      issues: ["sanctions"],
    })
    const veto = (issue: "sanctions" | "climate") =>
      claim({
        ...{ doc: "veto", type: "coerce" as const, words: "China and Russia vetoed the draft", day: "2022-05-26" },
        source: ["CHN", "RUS"],
        issues: [issue],
        slots: { wording: "veto" },
      })
    const published = new Map([["may", "2022-05-26"]])
    expect(openItems([hoped, veto("sanctions")], published, "2022-06-01")[0]).toMatchObject({ outcome: "refused" })
    expect(openItems([hoped, veto("climate")], published, "2022-06-01")[0]).toMatchObject({ state: "open" })
  })
})

describe("wording of a position", () => {
  it("takes the month of May for no weakening, and 'may' for one", () => {
    const words = (text: string) =>
      stanceOf(claim({ doc: "a", type: "condemn", words: text, source: ["USA"], target: ["PRK"] }))
    expect(words("condemned the launches of May 25")?.marks).toEqual(["condemned"])
    expect(words("said that it may condemn the launch")?.marks).toEqual(["condemn", "may"])
  })
  it("weighs the verb of who speaks, and not what others are thanked for", () => {
    const stance = (words: string) => stanceOf(claim({ doc: "a", type: "praise", words, source: ["USA"] }))!
    expect(stance("thanked Seoul for its commitment to the region").marks).toEqual(["thanked"])
    const plain = stance("thanked Seoul for its help")
    expect(stronger(plain, stance("thanked Seoul for its commitment to the region"))).toBe(0)
    expect(stronger(plain, stance("thanked Seoul for its steadfast help"))).toBe(1)
    expect(stronger(plain, stance("Seoul is a partner of long standing"))).toBeUndefined()
  })
})

describe("occasions of a ledger", () => {
  const told = (id: string, day: string, words: string, reason: string = REPORT_DAY) => {
    const one = claim({ doc: id, type: "launch", words, day, source: ["PRK"] })
    return { id, claims: [{ ...one, date: { ...one.date, certainty: "implied" as const, reason } }] }
  }
  it("takes what is told as known for the latest launch before it, and news told as past for one of its own", () => {
    const ledger = occasions([
      told("fired", "2012-12-12", "The North fired a rocket that put a satellite into orbit"),
      told("praise", "2012-12-14", "crowds praised the successful launch of the rocket"),
      told("old", "..2012-12-23", "over its rocket launch"),
      told("news", "..2013-03-15", "that the North has fired two missiles"),
      told("sunday", "2013-03-24", "its missile test on Sunday", "latest Sunday on or before publication"),
      told("far", "..2014-01-09", "over its missile tests"),
    ])
    expect(ledger).toEqual([
      { event: "fired", day: "2012-12-12", known: "day", retold: ["praise", "old"] },
      { event: "news", day: "2013-03-15", known: "or before", retold: [] },
      { event: "sunday", day: "2013-03-24", known: "day", retold: [] },
      { event: "far", day: "2014-01-09", known: "only before", retold: [] },
    ])
  })

  it("takes a launch that readers do not know of yet for news, though no verb tells it", () => {
    const ledger = occasions([
      told("launches", "2016-08-03", "The North launches two missiles, one of which explodes after its launch"),
      told("failed", "..2016-10-15", "detected a failed North Korean ballistic missile launch near the city"),
      told("tried", "..2016-12-01", "to launch a ballistic missile but failed"),
      told("asserted", "..2017-03-23", "the launch of a satellite by the North was a disguised missile test"),
      told("background", "..2018-05-02", "after a North Korean missile test"),
    ])
    expect(ledger.map(({ event, known }) => [event, known])).toEqual([
      ["launches", "day"],
      ["failed", "or before"],
      ["tried", "or before"],
      ["asserted", "only before"],
      ["background", "only before"],
    ])
  })
})

describe("classes of weapon", () => {
  it("tells an engine and an air defence missile from the missile that they are named with", () => {
    expect(weaponOf("tested the engine for an intercontinental ballistic missile")).toBe("engine")
    expect(weaponOf("test-fired a KN-06 missile")).toBe("missile/air-defence")
    expect(weaponOf("the failed Kwangmyŏngsŏng-3 launch")).toBe("rocket/satellite")
    expect(weaponsAgree("engine", "missile/ballistic")).toBe("never")
  })
})
