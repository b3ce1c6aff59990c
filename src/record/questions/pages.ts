import { type SqlBool, sql } from "kysely"
import type { Claim } from "../../model/claim.ts"
import type { Issue } from "../../model/event.ts"
import type { DocumentHead, GatheredEvent } from "../../model/gathered.ts"
import type { Store } from "../schema.ts"
import { actorKeys } from "./actors.ts"
import { answers, headOf } from "./events.ts"

/** A document with all that it tells, and the event in which each claim is gathered. */
export interface PageAnswer {
  readonly doc: DocumentHead
  readonly claims: readonly Claim[]
  readonly events: ReadonlyMap<string, string>
}

/** Documents with all their claims, by their ids. */
export async function pages(db: Store, docs: readonly string[]): Promise<readonly PageAnswer[]> {
  if (!docs.length) return []
  const rows = await db
    .selectFrom("claims")
    .innerJoin("documents", "documents.key", "claims.doc")
    .leftJoin("events", "events.key", "claims.event")
    .select([
      "documents.id",
      "title",
      "published",
      "zone",
      "outlet",
      "url",
      "lang",
      "claims.id as claim",
      "record",
      "events.id as event",
    ])
    .where("documents.id", "in", docs)
    .orderBy("claims.key")
    .execute()
  const told = Map.groupBy(rows, row => row.id)
  return docs.flatMap(id => {
    const group = told.get(id)
    if (!group) return []
    const { claim: _claim, record: _record, event: _event, ...head } = group[0]!
    return [
      {
        doc: headOf(head),
        claims: group.filter(row => row.event !== null).map(row => JSON.parse(row.record) as Claim),
        events: new Map(group.flatMap(row => (row.event ? [[row.claim, row.event] as const] : []))),
      },
    ]
  })
}

/**
 * Documents in which an actor takes part in the latest events about an issue, by the moment of those events; at most `limit` events
 * are looked at, so that the answer takes no longer in a large record.
 */
export async function heardOf(
  db: Store,
  {
    actor,
    issue,
    until,
  }: { readonly actor: string; readonly issue?: Issue | undefined; readonly until?: string | undefined },
  limit: number,
): Promise<readonly PageAnswer[]> {
  const keys = await actorKeys(db, actor)
  if (!keys.length) return []
  const about = issue
    ? sql<SqlBool>`exists (select 1 from topics t where t.issue = ${issue} and t.moment = p.moment and t.event = p.event)`
    : sql<SqlBool>`true`
  const before = until ? sql<SqlBool>`moment < ${`${until}~`}` : sql<SqlBool>`moment < '9'`
  const of = async (party: number) => {
    const { rows } = await sql<{ event: number; moment: string }>`
      select event, moment from parties p where party = ${party} and ${before} and ${about}
      order by moment desc, event desc limit ${limit}`.execute(db)
    return rows
  }
  const latest = (await Promise.all(keys.map(of))).flat().sort((a, b) => (a.moment < b.moment ? 1 : -1))
  const rows = [...new Set(latest.map(row => row.event))].slice(0, limit).map(event => ({ event }))
  if (!rows.length) return []
  const docs = await db
    .selectFrom("claims")
    .innerJoin("documents", "documents.key", "claims.doc")
    .select("documents.id")
    .distinct()
    .where(
      "claims.event",
      "in",
      rows.map(row => row.event),
    )
    .execute()
  return pages(
    db,
    docs.map(row => row.id),
  )
}

/** Events of given types nearest in time to one event, before and after it, in which one of its least busy actors takes part. */
export async function nearby(
  db: Store,
  event: string,
  types: readonly string[],
  each: number,
): Promise<readonly { readonly event: GatheredEvent; readonly claim: Claim }[]> {
  const row = await db.selectFrom("events").select(["key", "moment"]).where("id", "=", event).executeTakeFirst()
  if (!row) return []
  const { rows: parties } = await sql<{ party: number }>`
    select p.party from parties p join actors a on a.key = p.party where p.event = ${row.key} and a.name = '' order by a.events limit 1`.execute(
    db,
  )
  const party = parties[0]?.party
  if (party === undefined) return []
  const side = async (compare: "<" | ">=", order: "asc" | "desc", type: string) => {
    const { rows } = await sql<{ event: number; moment: string }>`
      select event, moment from parties where party = ${party} and type = ${type} and moment ${sql.raw(compare)} ${row.moment}
        and event <> ${row.key} order by moment ${sql.raw(order)}, event limit ${each}`.execute(db)
    return rows
  }
  const found: { event: number; moment: string }[] = []
  for (const type of types) found.push(...(await side("<", "desc", type)), ...(await side(">=", "asc", type)))
  const keys = found.sort((a, b) => (a.moment < b.moment ? -1 : 1)).map(f => f.event)
  const events = await answers(db, keys, date => date.value)
  const clearest = await db
    .selectFrom("events")
    .innerJoin("claims", "claims.key", "events.clearest")
    .select(["events.id", "claims.record"])
    .where("events.key", "in", keys.length ? keys : [-1])
    .execute()
  const claims = new Map(clearest.map(c => [c.id, JSON.parse(c.record) as Claim]))
  return events.map(found => ({ event: found, claim: claims.get(found.id)! }))
}
