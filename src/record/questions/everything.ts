import type { Claim } from "../../model/claim.ts"
import type { Document } from "../../model/document.ts"
import type { Case, GatheredEvent, Telling } from "../../model/gathered.ts"
import type { Filter } from "../answers.ts"
import { dayOf } from "../days.ts"
import { documentOf } from "../keep.ts"
import type { Store } from "../schema.ts"
import { branches, ordered, tellings } from "./events.ts"
import { why } from "./why.ts"

/** How many rows are held in memory at once. */
const STEP = 500

/** Every event asked for with its claims, in the order of the chronology, read as it is handed out. */
export async function* told(db: Store, filter: Filter): AsyncIterable<Telling> {
  const list = await branches(db, filter)
  for (let offset = 0; ; offset += STEP) {
    const keys = await ordered(db, list, STEP, offset)
    yield* await tellings(db, keys, date => dayOf(date, filter.zone))
    if (keys.length < STEP) return
  }
}

/** Every event asked for, in the order of the chronology, read as it is handed out. */
export async function* events(db: Store, filter: Filter): AsyncIterable<GatheredEvent> {
  for await (const { event } of told(db, filter)) yield event
}

/** Every event asked for with its claims and look-alikes; the days are those of the zone that was asked for. */
export async function* cases(db: Store, filter: Filter): AsyncIterable<Case> {
  for await (const { id, day } of events(db, filter)) {
    const found = await why(db, id)
    if (found) yield { ...found, event: { ...found.event, day } }
  }
}

/** A document as the record keeps it. */
export type KeptDocument = Document & { readonly version: number; readonly added: string }

/** Every document, in the order in which they came in. */
export async function* allDocuments(db: Store): AsyncIterable<KeptDocument> {
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
export async function corrections(db: Store) {
  const rows = await db.selectFrom("corrections").selectAll().orderBy("key").execute()
  return rows.map(({ made, author, kind, reason, body }) => ({
    made,
    author,
    kind,
    reason,
    body: JSON.parse(body) as unknown,
  }))
}

/** What the record held once and holds no longer. */
export const deleted = (db: Store) => db.selectFrom("deleted").selectAll().orderBy("deleted").orderBy("id").execute()
