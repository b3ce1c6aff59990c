import type { Claim } from "../../model/claim.ts"
import type { Document } from "../../model/document.ts"
import type { EventAnswer, Filter, WhyAnswer } from "../answers.ts"
import { dayOf } from "../days.ts"
import { documentOf } from "../keep.ts"
import type { Store } from "../schema.ts"
import { answers, branches, ordered } from "./events.ts"
import { why } from "./why.ts"

/** How many rows are held in memory at once. */
const STEP = 500

/** Every event asked for, in the order of the chronology, read as it is handed out. */
export async function* events(db: Store, filter: Filter): AsyncIterable<EventAnswer> {
  const list = await branches(db, filter)
  for (let offset = 0; ; offset += STEP) {
    const keys = await ordered(db, list, STEP, offset)
    yield* await answers(db, keys, date => dayOf(date, filter.zone))
    if (keys.length < STEP) return
  }
}

/** Every event with its claims and look-alikes. */
export async function* cases(db: Store, filter: Filter): AsyncIterable<WhyAnswer> {
  for await (const event of events(db, filter)) {
    const found = await why(db, event.id)
    if (found) yield found
  }
}

/** Every document, in the order in which they came in. */
export async function* allDocuments(
  db: Store,
): AsyncIterable<Document & { readonly version: number; readonly added: string }> {
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom("documents")
      .selectAll()
      .where("key", ">", last)
      .orderBy("key")
      .limit(STEP)
      .execute()
    for (const row of rows) yield { ...documentOf(row), version: row.version, added: row.added }
    if (rows.length < STEP) return
    last = rows.at(-1)!.key
  }
}

/** Every claim with the event it is gathered in. */
export async function* allClaims(db: Store): AsyncIterable<{ readonly event: string | null; readonly claim: Claim }> {
  for (let last = 0; ; ) {
    const rows = await db
      .selectFrom("claims")
      .leftJoin("events", "events.key", "claims.event")
      .select(["claims.key", "claims.record", "events.id as event"])
      .where("claims.key", ">", last)
      .orderBy("claims.key")
      .limit(STEP)
      .execute()
    for (const { record, event } of rows) yield { event, claim: JSON.parse(record) as Claim }
    if (rows.length < STEP) return
    last = rows.at(-1)!.key
  }
}

/** What people corrected, in the order in which they did. */
export const corrections = (db: Store) => db.selectFrom("corrections").selectAll().orderBy("key").execute()

/** What the record held once and holds no longer. */
export const deleted = (db: Store) => db.selectFrom("deleted").selectAll().orderBy("deleted").orderBy("id").execute()
