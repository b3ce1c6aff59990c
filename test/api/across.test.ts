import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { series, sideBySide } from "../../src/api/across.ts"
import { linking } from "../../src/linking/index.ts"
import { openRecord, type Record } from "../../src/record/index.ts"
import { claim } from "../linking/claims.ts"

const condemns = (doc: string, day: string, who: string) =>
  claim({
    ...{ doc, day, type: "condemn", issues: ["missiles"] },
    words: `${who} condemned the launch`,
    source: [who],
    target: ["PRK"],
  })
const call = (doc: string, day: string, words: string) =>
  claim({
    ...{ doc, day, words, type: "call" },
    parties: ["USA:Dana Cole (Secretary of State)", "KOR:Han Seo (Foreign Minister)"],
  })

let record: Record
beforeAll(async () => {
  record = await openRecord(":memory:", { create: true, linking })
  await record.keep([
    {
      document: { id: "march", text: "m" },
      claims: [
        condemns("march", "2031-03-02", "KOR:Han Seo (Foreign Minister)"),
        call("march", "2031-03-02", "a call of both ministers"),
      ],
    },
    {
      document: { id: "may", text: "n" },
      claims: [
        condemns("may", "2031-05-02", "KOR:Yun Ara (Foreign Minister)"),
        call("may", "2031-03-02", "their talk in March by telephone"),
        call("may", "2031-04-10", "a second call"),
        call("may", "2031-05-01", "another call of both"),
      ],
    },
  ])
})
afterAll(() => record.close())

describe("what is asked across documents", () => {
  it("follows an office from one holder to the next", async () => {
    const found = await series(record, "KOR:Foreign Minister", { issue: "missiles", limit: 60 })
    expect(found!.points.map(({ speaker, course }) => [speaker, course])).toEqual([
      ["Han Seo", "new"],
      ["Yun Ara", "other speaker"],
    ])
  })

  it("sets two events of one document beside each other by what it tells of each, and a telling not beside itself", async () => {
    const may = (await record.pages(["may"]))[0]!
    const eventOf = (words: string) =>
      may.events.get(may.claims.find(({ mentions }) => mentions[0]!.quote.includes(words))!.id)!
    const [early, late] = [eventOf("second"), eventOf("another")]
    const found = await sideBySide(record, early, late)
    if ("missing" in found) throw new Error(found.missing)
    expect(found.compared.events.map(({ judgement }) => judgement.verdict)).toEqual(["different"])
    const same = await sideBySide(record, "may", "may")
    if ("missing" in same) throw new Error(same.missing)
    expect(same.compared.events.every(({ first, second }) => first !== second)).toBe(true)
    expect(same.compared.rows.map(({ difference }) => difference)).toEqual(["same words"])
  })

  it("says of two tellings what the record made of them, also where a person judged otherwise than the program", async () => {
    const before = await sideBySide(record, "march", "may")
    if ("missing" in before) throw new Error(before.missing)
    const same = before.compared.events.find(({ judgement }) => judgement.verdict === "same")!
    await record.correct({
      author: "ed",
      reason: "two calls on one day",
      act: { kind: "split", claims: [same.first], from: [same.second] },
    })
    const after = await sideBySide(record, "march", "may")
    if ("missing" in after) throw new Error(after.missing)
    const now = after.compared.events.find(({ first, second }) => first === same.first && second === same.second)!
    expect(now.judgement.verdict).toBe("different")
    expect(now.judgement.reasons[0]).toMatch(/keeps .+ and .+ apart/)
  })
})
