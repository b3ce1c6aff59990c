import { describe, expect, it } from "vitest"
import { linking } from "../../src/linking/index.ts"
import type { Claim } from "../../src/model/claim.ts"
import { NoCorrection, openRecord, type Record } from "../../src/record/index.ts"
import { rebuild } from "../../src/record/rebuild.ts"
import { claim } from "./claims.ts"

const call = (doc: string, day: string, other = "KOR:Chung Eui-yong") =>
  claim({
    doc,
    type: "call",
    words: `The ministers spoke by phone (${doc})`,
    day,
    zone: "Asia/Seoul",
    parties: ["USA:Antony Blinken", other],
  })
const TOLD = new Map<string, Claim[]>([
  ["a", [call("a", "2022-02-03")]],
  ["b", [call("b", "2022-02-03")]],
  ["c", [call("c", "2022-02-09")]],
])
const read = ({ id }: { readonly id: string }) => TOLD.get(id) ?? []
const ids = [...TOLD.values()].flat().map(c => c.id) as [string, string, string]

async function made(): Promise<Record> {
  const record = await openRecord(":memory:", { create: true, linking })
  await record.keep(
    [...TOLD].map(([id, claims]) => ({ document: { id, text: claims[0]!.mentions[0]!.quote }, claims })),
  )
  return record
}

/** The record's events, each as the ids of its claims. */
async function gathered(record: Record): Promise<readonly (readonly string[])[]> {
  const { events } = await record.chronology({}, { limit: 100, offset: 0 })
  const cases = await Promise.all(events.map(event => record.why(event.id)))
  return cases.map(found => found!.claims.map(c => c.claim.id)).sort()
}

const by = { author: "Ana", reason: "checked with the ministry" }

describe("corrections", () => {
  it("start from what the program gathered", async () => {
    expect(await gathered(await made())).toEqual([[ids[0], ids[1]], [ids[2]]])
  })

  it("split, remember that two are not the same, and take it back", async () => {
    const record = await made()
    const { number } = await record.correct({ ...by, act: { kind: "split", claims: [ids[0]], from: [ids[1]] } })
    expect(await gathered(record)).toEqual([[ids[0]], [ids[1]], [ids[2]]])
    const found = await record.why(ids[0])
    expect(found!.lookalikes[0]).toMatchObject({ verdict: "different", judge: "Ana" })
    // a later document does not bring together what a person kept apart
    await record.keep([{ document: { id: "d", text: "d" }, claims: [call("d", "2022-02-03")] }])
    const apart = await gathered(record)
    expect(apart.some(event => event.includes(ids[0]) && event.includes(ids[1]))).toBe(false)
    await record.correct({ ...by, act: { kind: "undo", correction: number } })
    expect((await gathered(record))[0]).toHaveLength(3)
  })

  it("merge what the program kept apart, with the person as judge", async () => {
    const record = await made()
    await record.correct({ ...by, act: { kind: "merge", claims: [ids[0], ids[1]], with: [ids[2]] } })
    expect(await gathered(record)).toEqual([[...ids]])
    expect((await record.why(ids[2]))!.reasons.some(r => r.judge === "Ana")).toBe(true)
  })

  it("reject: the claim is kept, and belongs to no event until it is taken back", async () => {
    const record = await made()
    const { number } = await record.correct({ ...by, act: { kind: "reject", claims: [ids[0]] } })
    expect(await gathered(record)).toEqual([[ids[1]], [ids[2]]])
    await record.correct({ ...by, act: { kind: "undo", correction: number } })
    expect(await gathered(record)).toEqual([[ids[0], ids[1]], [ids[2]]])
  })

  it("edit a value, link anew, and keep what the program had read", async () => {
    const record = await made()
    const { number } = await record.correct({
      ...by,
      act: { kind: "edit", claim: ids[2], field: "date.value", value: "2022-02-03" },
    })
    expect(await gathered(record)).toEqual([[...ids]])
    const edited = (await record.why(ids[2]))!.claims.find(c => c.claim.id === ids[2])!.claim
    expect(edited.edited).toEqual([{ field: "date.value", was: "2022-02-09", author: "Ana", correction: number }])
    await record.correct({ ...by, act: { kind: "undo", correction: number } })
    expect((await record.why(ids[2]))!.event.date.value).toBe("2022-02-09")
  })

  it("set actors as a person names them, and move the hours with the day", async () => {
    const record = await made()
    const edit = (field: string, value: unknown) =>
      record.correct({ ...by, act: { kind: "edit", claim: ids[2], field, value } })
    await edit("participants", [{ state: "JPN", name: "Hayashi Yoshimasa" }])
    await edit("date.value", "2022-02-10")
    const { claims } = (await record.why(ids[2]))!
    expect(claims[0]!.claim.participants).toEqual([
      { state: "JPN", name: "Hayashi Yoshimasa", certainty: "implied", reason: "set by Ana", evidence: [] },
    ])
    expect(claims[0]!.claim.date).toMatchObject({
      value: "2022-02-10",
      utc: { from: "2022-02-09T15:00:00.000Z", to: "2022-02-10T15:00:00.000Z" },
      reason: "set by Ana",
    })
  })

  it.each([
    ["type", "calls"],
    ["status", "done"],
    ["issues", ["weather"]],
    ["participants", "Blinken"],
    ["source", [{ name: "Blinken" }]],
    ["date.value", "2022-02-31"],
    ["date.value", "soon"],
    ["date.zone", "Mars/Base"],
  ])("set no %s to what it cannot be: %j", async (field, value) => {
    const record = await made()
    await expect(record.correct({ ...by, act: { kind: "edit", claim: ids[0], field, value } })).rejects.toThrow(
      NoCorrection,
    )
    expect(await record.correctionsMade()).toEqual([])
  })

  it("never touch evidence, and need a person and a reason", async () => {
    const record = await made()
    const edit = (field: string) => record.correct({ ...by, act: { kind: "edit", claim: ids[0], field, value: "x" } })
    for (const field of ["mentions", "date.evidence", "doc", "participants.0.evidence", "slots.place.evidence", "id"])
      await expect(edit(field)).rejects.toThrow(NoCorrection)
    await expect(
      record.correct({ author: " ", reason: "x", act: { kind: "accept", claims: [ids[0]] } }),
    ).rejects.toThrow(NoCorrection)
    await expect(
      record.correct({ author: "program", reason: "x", act: { kind: "accept", claims: [ids[0]] } }),
    ).rejects.toThrow(NoCorrection)
    await expect(record.correct({ ...by, act: { kind: "reject", claims: ["nobody"] } })).rejects.toThrow(NoCorrection)
    expect(await record.correctionsMade()).toEqual([])
  })

  it("are made again on a rebuilt record, which comes out the same", async () => {
    const record = await made()
    const { number } = await record.correct({ ...by, act: { kind: "split", claims: [ids[0]], from: [ids[1]] } })
    await record.correct({ ...by, act: { kind: "undo", correction: number } })
    await record.correct({ ...by, act: { kind: "accept", claims: [ids[1]] } })
    await record.correct({
      author: "Ben",
      reason: "the same call, a week on",
      act: { kind: "merge", claims: [ids[1]], with: [ids[2]] },
    })
    const fresh = await openRecord(":memory:", { create: true, linking })
    expect(await rebuild(record, fresh, read)).toMatchObject({ documents: 3, corrections: 4, lost: [] })
    expect(await gathered(fresh)).toEqual(await gathered(record))
    expect(await fresh.correctionsMade()).toEqual(await record.correctionsMade())
    // what is no longer read so is named, and the rest is made
    const poorer = await openRecord(":memory:", { create: true, linking })
    const result = await rebuild(record, poorer, doc => (doc.id === "c" ? [] : read(doc)))
    expect(result.lost.map(l => l.correction.author)).toEqual(["Ben"])
  })
})
