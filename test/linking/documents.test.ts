import { beforeAll, describe, expect, it } from "vitest"
import { read, records } from "../../src/cli/reading.ts"
import { sourcesOf } from "../../src/linking/independence.ts"
import { linking } from "../../src/linking/index.ts"
import { MemoryShelf } from "../../src/linking/linker.ts"
import { openRecord, type Record } from "../../src/record/index.ts"
import { documents } from "../../src/sources/index.ts"
import { goldClaims, goldIsThere } from "./gold.ts"

describe("the sample reports, read and linked", () => {
  let record: Record
  beforeAll(async () => {
    record = await openRecord(":memory:", { create: true, linking })
    for await (const found of documents(["examples"])) {
      if ("document" in found) await record.keep([{ document: found.document, claims: records(read(found.document)) }])
    }
  }, 60_000)
  const contactsOf = async (doc: string) => {
    const [page] = await record.pages([doc])
    return page!.claims
      .filter(c => ["call", "talks"].includes(c.type) && c.participants.length > 1)
      .map(c => page!.events.get(c.id)!)
  }

  it("know the two readouts of one call, dated in Washington and in Seoul, for one event", async () => {
    const [washington, seoul] = [
      await contactsOf("2022-02-03-us-readout"),
      await contactsOf("2022-02-03-korean-readout"),
    ]
    expect(washington.some(event => seoul.includes(event))).toBe(true)
  })

  it("T01: keep the call of the next minister apart, and say why when asked", async () => {
    const [february, may] = [await contactsOf("2022-02-03-us-readout"), await contactsOf("2022-05-25-us-readout")]
    expect(february.some(event => may.includes(event))).toBe(false)
    const why = await record.why(february[0]!)
    const lookalike = why!.lookalikes.find(({ event }) => may.includes(event.id))
    expect(lookalike).toMatchObject({ verdict: "different" })
    expect(lookalike!.reasons.join()).toMatch(/11[12] days apart/)
  })
})

describe.runIf(goldIsThere())("the two reports of the design and the releases beside them, as gold has them", () => {
  const shelf = new MemoryShelf()
  const docs = new Map(["seeds", "releases"].flatMap(goldClaims).map(({ doc }) => [doc.id, doc]))
  beforeAll(async () => {
    for (const { doc, claims } of ["seeds", "releases"].flatMap(goldClaims)) await linking.join(shelf, doc, claims)
  })
  const eventOf = (claim: string) => shelf.events().find(event => event.claims.includes(claim))!
  const claimsOf = (doc: string, type: string) =>
    [...shelf.claims.values()].filter(c => c.doc === doc && c.type === type)
  const withStates = (doc: string, type: string, ...states: string[]) =>
    claimsOf(doc, type).find(c => states.every(state => c.participants.some(a => a.state === state)))!
  const RELEASE = "state-2022-02-04-secretary-blinken-s-call-with-republic-of-korea-foreign-minister-chung"

  it("T01, T02: one call in report and release, another in the second report", () => {
    const call = withStates("seed-000", "call", "USA", "KOR")
    expect(eventOf(call.id).claims.map(id => shelf.claims.get(id)!.doc)).toEqual(["seed-000", RELEASE])
    const may = withStates("seed-002@2022-05-26", "call", "USA", "KOR")
    expect(eventOf(may.id)).not.toBe(eventOf(call.id))
  })

  it("T03: the report and the release behind it are one source", () => {
    const condemned = claimsOf("seed-000", "condemn")[0]!
    const claims = eventOf(condemned.id).claims.map(id => shelf.claims.get(id)!)
    expect(claims).toHaveLength(2)
    expect(sourcesOf(claims, docs, (a, b) => shelf.lineages.has([a, b].sort().join("\n")))).toHaveLength(1)
    expect(shelf.lineages.get([RELEASE, "seed-000"].sort().join("\n"))).toMatchObject({
      kind: "drawn",
      origin: RELEASE,
    })
  })

  it("T04, T05: the calls told in one report stay apart", () => {
    const calls = claimsOf("seed-002@2022-05-26", "call").map(c => eventOf(c.id))
    expect(new Set(calls).size).toBe(calls.length)
  })

  it("T06, T08: launches and ministers of February and May stay apart", () => {
    const launches = claimsOf("seed-000", "launch").map(c => eventOf(c.id).id)
    for (const c of claimsOf("seed-002@2022-05-26", "launch")) expect(launches).not.toContain(eventOf(c.id).id)
  })

  it("T32: days of call, statement and publication stay three", () => {
    const call = withStates("seed-000", "call", "USA", "KOR")
    expect(call.date.value).toBe("2022-02-02")
    expect(docs.get("seed-000")!.published).toBe("2022-02-04")
    expect(eventOf(withStates("seed-000", "call", "KOR", "JPN").id)).not.toBe(eventOf(call.id))
  })
})
