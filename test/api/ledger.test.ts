import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { launchLedger } from "../../src/api/across.ts"
import { occasionsOnly } from "../../src/linking/launches.ts"
import { openRecord, type Record } from "../../src/record/index.ts"
import { claim } from "../linking/claims.ts"

const DAYS = ["2030-12-20", "2031-01-05", "2031-01-11", "2031-01-17", "2031-02-03"]
/** The last launch is called the fifth of the year: the record holds four. */
const launch = (day: string, i: number) =>
  claim({
    ...{ doc: `wire-${i}`, type: "launch", day, zone: "Asia/Seoul", source: ["PRK"] },
    words: i === 4 ? "the fifth missile launch since the start of the year" : "fired a missile",
    ...(i === 4 ? { slots: { ordinal: "fifth missile launch since the start of the year" } } : {}),
  })

let record: Record
beforeAll(async () => {
  record = await openRecord(":memory:", { create: true })
  await record.keep(DAYS.map((day, i) => ({ document: { id: `wire-${i}`, text: day }, claims: [launch(day, i)] })))
})
afterAll(() => record.close())

describe("the launch ledger", () => {
  it("sets a count against the whole record, whatever days or page are asked for", async () => {
    for (const [filter, part] of [
      [{}, undefined],
      [{ since: "2031-02" }, undefined],
      [{}, { limit: 1, offset: 4 }],
    ] as const) {
      const { ledger } = await launchLedger(record, filter, part)
      const counts = ledger.flatMap(({ counts }) => counts)
      expect(counts).toMatchObject([{ claimed: 5, inRecord: 4, from: "2031-01-01", to: "2031-02-03" }])
    }
  })

  it("says which tellings mean a launch of the ledger, also one before the days asked for", async () => {
    const told = claim({
      doc: "later",
      type: "launch",
      day: "..2031-02-09",
      words: "over its latest launch",
      source: ["PRK"],
    })
    const nuclear = claim({
      doc: "nuclear",
      type: "launch",
      day: "..2031-02-10",
      words: "over its nuclear test",
      source: ["PRK"],
    })
    const late = await openRecord(":memory:", { create: true })
    await late.keep(DAYS.map((day, i) => ({ document: { id: `wire-${i}`, text: day }, claims: [launch(day, i)] })))
    await late.keep([told, nuclear].map(one => ({ document: { id: one.doc, text: one.doc }, claims: [one] })))
    const whole = (await launchLedger(late, {})).ledger
    expect(whole.map(({ day, known }) => [day, known])).toEqual([
      ...DAYS.map(day => [day, "day"]),
      ["..2031-02-09", undefined],
      ["..2031-02-10", "only before"],
    ])
    expect(whole[4]!.retold).toEqual([whole[5]!.event])
    expect(occasionsOnly(whole)).toEqual(whole.filter(({ event }) => event !== whole[5]!.event))
    const { ledger } = await launchLedger(late, { since: "2031-02-08" })
    expect(ledger[0]!.means).toBe(whole[4]!.event)
    expect(occasionsOnly(ledger)).toEqual(ledger)
    await late.close()
  })

  it("comes in pages that are together the whole, each with the total", async () => {
    const whole = (await launchLedger(record, { since: "2031" })).ledger
    expect(whole.map(({ day }) => day)).toEqual(DAYS.slice(1))
    const pages = await Promise.all(
      [0, 3, 6].map(offset => launchLedger(record, { since: "2031" }, { limit: 3, offset })),
    )
    expect(pages.map(({ total }) => total)).toEqual([4, 4, 4])
    expect(pages.flatMap(({ ledger }) => ledger)).toEqual(whole)
  })
})
