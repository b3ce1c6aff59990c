import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync, type SQLInputValue } from "node:sqlite"
import { type CompiledQuery, Kysely } from "kysely"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { openRecord } from "../../src/record/index.ts"
import { actors } from "../../src/record/questions/actors.ts"
import { chronology } from "../../src/record/questions/chronology.ts"
import { document, documents } from "../../src/record/questions/documents.ts"
import { heardOf, nearby } from "../../src/record/questions/pages.ts"
import { review } from "../../src/record/questions/review.ts"
import { timeline } from "../../src/record/questions/timeline.ts"
import { why } from "../../src/record/questions/why.ts"
import type { Tables } from "../../src/record/schema.ts"
import { sqlite } from "../../src/record/sqlite.ts"
import { telling } from "./tellings.ts"

const folder = mkdtempSync(join(tmpdir(), "readout-plans-"))
const path = join(folder, "record")
const PAGE = { limit: 50, offset: 0 }
const asked: CompiledQuery[] = []
let db: Kysely<Tables>
let file: DatabaseSync

beforeAll(async () => {
  const record = await openRecord(path, { create: true })
  await record.keep([
    telling("d1", [
      { participants: ["USA:Antony Blinken", "KOR"], issues: ["alliance"] },
      { participants: ["USA:Antony Blinken", "USA:Evan Blinken"] },
      { type: "condemn", source: ["KOR"], target: ["PRK"] },
    ]),
  ])
  await record.close()
  db = new Kysely<Tables>({ dialect: sqlite(path), log: ({ query }) => void asked.push(query) })
  file = new DatabaseSync(path)
})
afterAll(async () => {
  file.close()
  await db.destroy()
  rmSync(folder, { recursive: true })
})

/** How SQLite goes about every statement of a question, or about those that hold a word. */
async function plans(ask: () => Promise<unknown>, word = ""): Promise<string[]> {
  asked.length = 0
  await ask()
  const statements = asked.filter(({ sql }) => sql.includes(word))
  expect(statements).not.toEqual([])
  return statements.flatMap(({ sql, parameters }) =>
    file
      .prepare(`explain query plan ${sql}`)
      .all(...(parameters as SQLInputValue[]))
      .map(row => String(row.detail)),
  )
}

const filters = {
  "of everything": {},
  "of an actor": { actor: "USA" },
  "of an actor, types and days": { actor: "KOR", types: ["call", "condemn"], since: "2022-01", until: "2022-03" },
  "of those whom a name may mean": { actor: "Blinken" },
  "of an actor in another zone": { actor: "KOR", since: "2022-01", until: "2022-03", zone: "Asia/Seoul" },
  "of a type": { types: ["call"] },
  "of an issue": { issues: ["alliance"] },
  "of days": { since: "2022-01-01", until: "2022-03-01" },
} as const

describe("no question goes through a whole table", () => {
  const questions: Readonly<Record<string, () => Promise<unknown>>> = {
    ...Object.fromEntries(
      Object.entries(filters).map(([name, filter]) => [`a chronology ${name}`, () => chronology(db, filter, PAGE)]),
    ),
    "why there is an event": async () => why(db, (await chronology(db, {}, PAGE)).events[0]!.id),
    "events near to one": async () => nearby(db, (await chronology(db, {}, PAGE)).events[0]!.id, ["call"], 12),
    "what an actor was heard to say": () => heardOf(db, { actor: "USA", issue: "alliance", types: ["condemn"] }, 60),
    "a document": () => document(db, "d1"),
    "the newest documents": () => documents(db, undefined, PAGE),
    "documents by words": () => documents(db, "words", PAGE),
    "the busiest actors": () => actors(db, undefined, PAGE),
    "actors by words": () => actors(db, "Blinken", PAGE),
    "a timeline of days": () => timeline(db, filters["of days"]),
    "a timeline of an actor": () => timeline(db, filters["of an actor"]),
  }
  it.each(Object.entries(questions))("%s", async (_name, ask) => {
    // Going along an index in its order ends with the page; going through a table does not. Words are sought in their own tables.
    const scans = (await plans(ask)).filter(
      step =>
        /^SCAN/.test(step) &&
        !/USING (COVERING )?INDEX/.test(step) &&
        !/VIRTUAL TABLE|CONSTANT|_words|subquery|chosen/i.test(step),
    )
    expect(scans).toEqual([])
  })
})

it.each(Object.entries(filters))(
  "a page of a chronology %s comes in order, without sorting all that match",
  async (_name, filter) => {
    const steps = await plans(() => chronology(db, filter, PAGE), "limit")
    expect(steps.filter(step => /TEMP B-TREE FOR (LAST TERM OF )?ORDER BY/.test(step))).toEqual([])
  },
)

it("pairs of a review come the most alike first, without sorting all", async () => {
  const steps = await plans(() => review(db, ["pair"], PAGE), "links")
  expect(steps.filter(step => /links_unsure/.test(step))).toHaveLength(1)
  expect(steps.filter(step => /TEMP B-TREE/.test(step))).toEqual([])
})
