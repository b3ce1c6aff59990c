import { describe, expect, it } from "vitest"
import { judge } from "../../src/linking/sameEvent.ts"
import { lineage, storyKeys, supersedes } from "../../src/linking/stories.ts"
import type { Document } from "../../src/model/document.ts"
import { claim } from "./claims.ts"

const RELEASE = `Readout of the minister's call. The minister spoke with her counterpart today and reaffirmed the partnership as the anchor of
peace in the region and beyond. She condemned the shelling of the border town, which broke the truce that both sides signed in spring, and offered
to host talks without conditions. She also thanked her counterpart for opening the northern road to aid convoys.`
const release: Document = { id: "release", outlet: "Ministry", published: "2022-03-03", text: RELEASE }
const wire: Document = {
  id: "wire",
  outlet: "Example wire",
  published: "2022-03-04",
  text: `CAPITAL, March 4 - The minister and her counterpart talked on Thursday, her office said.
"The minister reaffirmed the partnership as the anchor of peace in the region and beyond", a spokesman said. "She condemned the shelling of the border town, which broke the truce that both sides signed in spring", he added.
The call was the second this month. Markets were calm.`,
}
const version: Document = { ...wire, id: "wire-2", text: wire.text.replace("on Thursday", "on Wednesday") }
const copy: Document = { ...wire, id: "site", outlet: "Example site" }
const other: Document = {
  id: "other",
  outlet: "Example wire",
  published: "2022-03-04",
  text: "The minister opened a bridge in the south. She said that trade had doubled in a year, and that more bridges would follow.",
}

describe("stories", () => {
  const meet = (a: Document, b: Document) => {
    const keys = new Set(storyKeys(a))
    return storyKeys(b).filter(key => keys.has(key)).length > 1
  }
  it("finds the release behind a wire story, with the words they share", () => {
    expect(meet(release, wire)).toBe(true)
    const found = lineage(wire, release)!
    expect(found).toMatchObject({ kind: "drawn", origin: "release" })
    expect(found.shared.map(s => s.a.quote).join(" ")).toContain("anchor of\npeace")
    for (const { a } of found.shared) expect(RELEASE.slice(a.from, a.to)).toBe(a.quote)
  })
  it("knows a copy, and keeps another text of the same outlet apart", () => {
    expect(lineage(wire, copy)?.kind).toBe("copy")
    expect(lineage(wire, other)).toBeNull()
  })
  it("T39: shows where versions differ, and lets one take the other's place only on version evidence", () => {
    const found = lineage(wire, version)!
    expect(found.kind).toBe("version")
    expect(found.only.a.map(q => q.quote)).toEqual(["Thursday"])
    expect(found.only.b.map(q => q.quote)).toEqual(["Wednesday"])
    const later = { ...version, published: "2022-03-05" }
    expect(supersedes(wire, later)).toBeNull()
    expect(supersedes(wire, { ...later, text: `(LEAD) ${later.text}` })).toMatchObject({ old: "wire", by: "wire-2" })
    expect(
      supersedes({ ...wire, url: "https://example.org/1" }, { ...later, url: "https://example.org/1" }),
    ).toMatchObject({ by: "wire-2" })
  })
  it("T39: holds versions that date a call differently for one event, and counts no second source", () => {
    const words = "The minister and her counterpart talked on the phone about the shelling of the border town"
    const call = (doc: string, day: string) =>
      claim({ doc, type: "call", words, day, zone: "Europe/Paris", parties: ["FRA:Anna Berg", "ITA:Carlo Neri"] })
    expect(judge(call("wire", "2022-03-03"), call("wire-2", "2022-03-02"), { oneStory: true }).verdict).toBe("same")
    expect(judge(call("wire", "2022-03-03"), call("wire-2", "2022-03-02")).verdict).not.toBe("same")
  })
  it("takes any text without fault", () => {
    for (const text of ["", "\0", "\ud800 lone", "👩‍🚀 عربي 한국어", "word ".repeat(50_000)]) {
      const doc = { id: "x", text }
      expect(storyKeys(doc).length).toBeGreaterThan(0)
      expect(() => lineage(doc, wire)).not.toThrow()
    }
  })
})
