import { describe, expect, it } from "vitest"
import { gather, type ScoredLink } from "../../src/linking/gather.ts"
import { linkClaims, linkDocument, MemoryShelf } from "../../src/linking/linker.ts"
import { chance, shuffled } from "../../training/chance.ts"
import { goldClaims, goldIsThere } from "./gold.ts"

const link = (a: string, b: string, verdict: ScoredLink["verdict"], score: number, judge = "program"): ScoredLink => ({
  a,
  b,
  verdict,
  score,
  judge,
  reasons: [],
})

describe("gathering", () => {
  it("follows the surest links first and never joins what is different", () => {
    const events = gather(
      ["a", "b", "c"],
      [link("a", "b", "same", 7), link("b", "c", "same", 9), link("a", "c", "different", -4)],
    )
    expect(events.map(e => e.claims)).toEqual([["a"], ["b", "c"]])
  })

  it("puts what a person judged above what the program found", () => {
    const program = [link("a", "b", "same", 9)]
    expect(gather(["a", "b"], program)).toHaveLength(1)
    expect(gather(["a", "b"], [link("a", "b", "different", 0, "Ana"), ...program])).toHaveLength(2)
    expect(
      gather(["a", "b"], [...program, link("a", "b", "different", 0, "Ana"), link("a", "b", "same", 0, "Ben")]),
    ).toHaveLength(1)
  })

  it.runIf(goldIsThere())(
    "gives the identical record whatever the order of the documents",
    { timeout: 60_000 },
    async () => {
      const documents = ["seeds", "releases", "current-events"].flatMap(goldClaims)
      const recordOf = async (order: typeof documents) => {
        const shelf = new MemoryShelf()
        for (const { doc, claims } of order) {
          await linkDocument(shelf, doc)
          await linkClaims(shelf, claims)
        }
        return shelf.events()
      }
      const first = await recordOf(documents)
      expect(first.some(event => event.claims.length > 1)).toBe(true)
      for (let seed = 1; seed <= 20; seed++) expect(await recordOf(shuffled(documents, chance(seed)))).toEqual(first)
    },
  )

  it.runIf(goldIsThere())("changes nothing when a document comes again", async () => {
    const shelf = new MemoryShelf()
    const [first] = goldClaims("seeds")
    await linkDocument(shelf, first!.doc)
    await linkClaims(shelf, first!.claims)
    const before = shelf.events()
    await linkDocument(shelf, first!.doc)
    expect(await linkClaims(shelf, first!.claims)).toEqual([])
    expect(shelf.events()).toEqual(before)
  })
})
