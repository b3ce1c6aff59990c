import { describe, expect, it } from "vitest"
import { Headlines } from "../../src/linking/headlines.ts"
import { REGISTERS, readRegister } from "../../src/linking/registers.ts"

describe("headlines without slots", () => {
  const texts = {
    a1: "Harbour bridge at Norvik closed after freighter Solveig hits pillar",
    a2: "Freighter Solveig strikes bridge pillar in Norvik harbour",
    a3: "Norvik harbour bridge shut as freighter Solveig damages pillar",
    b1: "Harbour bridge at Larsund closed after ferry Maren hits pillar",
    b2: "Ferry Maren strikes bridge pillar in Larsund harbour",
    c1: "Council of Aldmoor elects its first woman mayor",
    c2: "Aldmoor chooses first woman as mayor",
    d1: "Shares fell on fears of a poor harvest",
  }
  const groups = new Headlines(Object.entries(texts).map(([id, text]) => ({ id, text }))).groups()
  const together = (a: string, b: string) => groups.some(group => group.includes(a) && group.includes(b))

  it("brings together what tells of one event", () => {
    expect(together("a1", "a3")).toBe(true)
    expect(together("a1", "a2")).toBe(true)
  })
  it("keeps look-alikes apart that name another ship and town", () => {
    for (const a of ["a1", "a2", "a3"]) for (const b of ["b1", "b2"]) expect(together(a, b)).toBe(false)
    expect(together("c1", "d1")).toBe(false)
  })
  it("take the same number of one thing for one event, and another number for another", () => {
    const groupsOf = (...held: string[]) => new Headlines(held.map((text, at) => ({ id: String(at), text }))).groups()
    const seized = "Brenholm coast guard seizes fourteen smugglers"
    expect(groupsOf(seized, "14 smugglers held by coast guard patrol off Brenholm")).toHaveLength(1)
    expect(groupsOf(seized, "31 smugglers held by coast guard patrol off Brenholm")).toHaveLength(2)
  })
  it("keep two events of one mould apart though many headlines of either name nobody", () => {
    const varga = [
      "Gulls keeper Varga held for smuggling",
      "Gulls' Varga held on smuggling charge",
      "Varga of Gulls held",
    ]
    const nobody = ["Gulls keeper held for smuggling", "Gulls keeper held", "Gulls player held for smuggling"]
    const ostrem = ["Gulls striker Ostrem held for smuggling", "Gulls' Ostrem held on smuggling charge", "Ostrem held"]
    const all = [...varga, ...nobody, ...ostrem, ...ostrem.map(text => `${text} in Brenholm`)]
    const groupsOf = new Headlines(all.map((text, at) => ({ id: String(at), text }))).groups()
    const [first, second] = [all.indexOf(varga[1]!), all.indexOf(ostrem[1]!)].map(String)
    expect(groupsOf.filter(group => group.includes(first!) && group.includes(second!))).toEqual([])
    expect(groupsOf.some(group => group.includes(second!) && group.length > 2)).toBe(true)
  })
  it("gives the same groups in any order, and takes any text", () => {
    const turned = new Headlines(
      Object.entries(texts)
        .reverse()
        .map(([id, text]) => ({ id, text })),
    ).groups()
    const plain = (list: readonly (readonly string[])[]) => list.map(group => group.toSorted().join()).sort()
    expect(plain(turned)).toEqual(plain(groups))
    expect(
      new Headlines(["", "\ud800", "👩‍🚀", "عربي 한국어"].map((text, i) => ({ id: String(i), text }))).groups(),
    ).toHaveLength(4)
  })
})

describe("registers", () => {
  it("come by the names that users ask for", () => {
    const names = REGISTERS.map(register => register.name)
    for (const name of [
      "launches",
      "calls-and-meetings",
      "sanctions-and-resolutions",
      "alliance-and-extended-deterrence",
      "trilateral-cooperation",
      "dialogue-offers",
      "humanitarian-aid",
    ])
      expect(names).toContain(name)
  })
  it("say what is wrong with one that cannot be", () => {
    const asks = [{ types: ["call"] }]
    expect(() => readRegister({ name: "two words", questions: asks })).toThrow(/no name/)
    expect(() => readRegister({ name: "x", questions: [{ types: ["parley"] }] })).toThrow(/"parley" is no event type/)
    expect(() => readRegister({ name: "x", questions: asks, columns: ["colour"] })).toThrow(/"colour" is no column/)
    expect(() => readRegister({ name: "x", questions: [] })).toThrow(/asks nothing/)
  })
})
