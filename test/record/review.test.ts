import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { afterAll, describe, expect, it } from "vitest"
import { linking } from "../../src/linking/index.ts"
import type { Claim } from "../../src/model/claim.ts"
import { type DoubtKind, doubtsOf } from "../../src/model/doubts.ts"
import type { RecordActor } from "../../src/model/eventRecord.ts"
import { openRecord, type Record } from "../../src/record/index.ts"
import { telling } from "./tellings.ts"

const folder = mkdtempSync(join(tmpdir(), "readout-review-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ALL = { limit: 100, offset: 0 }
const by = { author: "Ana", reason: "looked at the page" }

/** The one claim of a document, changed. */
function told(id: string, change: (claim: Claim) => Partial<Claim>, published = "2022-02-03") {
  const { document, claims } = telling(id, [{ source: ["USA"] }], { published })
  const [claim] = claims as [Claim]
  return { document, claims: [{ ...claim, ...change(claim) }] }
}
const implied = (name: string, quote: string): RecordActor => ({
  ...{ state: "USA", name, office: "Secretary of State", certainty: "implied" },
  ...{ reason: "the last man spoken of", evidence: [{ from: 0, to: quote.length, quote }] },
})
const partial = ({ date }: Claim) => ({ date: { ...date, value: null, partial: "XXXX-XX-25" } })

const TOLD = [
  told("plain", () => ({})),
  told("flagged", () => ({ flags: ["a paraphrase is stronger than the quotation"] })),
  told("half-day", partial),
  told("pronoun", () => ({ source: [implied("Dana Ellery", "She")] })),
  told("by-name", () => ({ source: [implied("Dana Ellery", "Ms. Ellery")] })),
  told("nobody", () => ({ source: [] })),
]

const reasons = (claim: Claim) => doubtsOf(claim).map(({ kind, reason }) => `${kind}: ${reason}`)

describe("what asks for a second look", () => {
  it.each([
    ["plain", []],
    ["flagged", ["warning: a paraphrase is stronger than the quotation"]],
    ["half-day", ["day: of its day only XXXX-XX-25 is told"]],
    ["pronoun", ["name: Dana Ellery stands for “She”, and is not named there: the last man spoken of"]],
    ["by-name", []],
    ["nobody", ["nobody: nobody is known who did it"]],
  ])("%s", (id, wanted) => {
    expect(reasons(TOLD.find(({ document }) => document.id === id)!.claims[0]!)).toEqual(wanted)
  })

  it("names all for whom the same words stand at once", () => {
    const { claims } = told("both", () => ({ source: [implied("Dana Ellery", "They"), implied("Ahn Sorin", "They")] }))
    expect(reasons(claims[0]!)).toEqual([
      "name: Dana Ellery, Ahn Sorin stand for “They”, and are not named there: the last man spoken of",
    ])
  })
})

async function made(path = ":memory:"): Promise<Record> {
  const record = await openRecord(path, { create: true })
  await record.keep(TOLD)
  return record
}
const claimsOf = async (record: Record, kinds?: readonly DoubtKind[], part = ALL) =>
  (await record.review(kinds, part)).items.map(item => item.told.map(({ claim }) => claim.doc).join(" ~ "))

describe("the review", () => {
  it("lists those that came last first, with their event and document, by kind and by page", async () => {
    const record = await made()
    const { total, kinds, items } = await record.review(undefined, ALL)
    expect([total, kinds]).toEqual([4, { warning: 1, day: 1, name: 1, nobody: 1, pair: 0 }])
    expect(await claimsOf(record)).toEqual(["nobody", "pronoun", "half-day", "flagged"])
    const [{ event, document }] = items[0]!.told as [(typeof items)[number]["told"][number]]
    expect(document).toMatchObject({ id: "nobody", published: "2022-02-03" })
    expect((await record.why(event))!.event.clearest).toBe("nobody")
    expect(await claimsOf(record, ["day", "warning"])).toEqual(["half-day", "flagged"])
    expect(await claimsOf(record, undefined, { limit: 2, offset: 1 })).toEqual(["pronoun", "half-day"])
    await record.close()
  })

  it("lets go of what is accepted, rejected or put right, and takes it back with an undo", async () => {
    const record = await made()
    const one = (doc: string) => `${doc}#call-0`
    const { number } = await record.correct({ ...by, act: { kind: "accept", claims: [one("flagged")] } })
    await record.correct({ ...by, act: { kind: "reject", claims: [one("nobody")] } })
    await record.correct({
      ...by,
      act: { kind: "edit", claim: one("half-day"), field: "date.value", value: "2022-01-25" },
    })
    await record.correct({
      ...by,
      act: { kind: "edit", claim: one("pronoun"), field: "source", value: [{ state: "USA", name: "Ned Price" }] },
    })
    expect((await record.review(undefined, ALL)).total).toBe(0)
    await record.correct({ ...by, act: { kind: "undo", correction: number } })
    expect(await claimsOf(record)).toEqual(["flagged"])
    await record.close()
  })

  it("forgets what an earlier version told", async () => {
    const record = await made()
    const { document, claims } = told("flagged", () => ({}), "2022-02-04")
    await record.keep([{ document: { ...document, text: "Words put otherwise." }, claims }])
    expect(await claimsOf(record, ["warning"])).toEqual([])
    await record.close()
  })

  it("finds the same in a record that was made before there was a review", async () => {
    const path = join(folder, "older")
    await (await made(path)).close()
    const file = new DatabaseSync(path)
    file.exec("drop table doubts; drop index links_unsure; delete from kysely_migration where name = '005-doubts'")
    file.close()
    const record = await openRecord(path)
    expect(await claimsOf(record)).toEqual(["nobody", "pronoun", "half-day", "flagged"])
    await record.close()
  })

  it("asks of two events that may be one, once, until a person judges", async () => {
    const record = await openRecord(":memory:", { create: true, linking })
    const condemned = (target: string) => ({ type: "condemn", source: ["USA:Dana Ellery"], target: [target] }) as const
    for (const [id, target] of [
      ["a", "PRK"],
      ["b", "JPN"],
    ] as const)
      await record.keep([telling(id, [condemned(target)], { published: "2022-02-03" })])
    const { total, items } = await record.review(["pair"], ALL)
    expect([total, items[0]?.doubts[0]?.kind]).toEqual([1, "pair"])
    expect(await claimsOf(record)).toEqual(["a ~ b"])
    const [a, b] = ["a#condemn-0", "b#condemn-0"] as const
    const { number } = await record.correct({ ...by, act: { kind: "split", claims: [a], from: [b] } })
    expect(await claimsOf(record)).toEqual([])
    await record.correct({ ...by, act: { kind: "undo", correction: number } })
    await record.correct({ ...by, act: { kind: "merge", claims: [a], with: [b] } })
    expect(await claimsOf(record)).toEqual([])
    await record.close()
  })
})
