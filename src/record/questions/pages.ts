import { type SqlBool, sql } from "kysely"
import type { Claim } from "../../model/claim.ts"
import type { EventType, Issue } from "../../model/event.ts"
import type { DocumentHead, GatheredEvent, Outline } from "../../model/gathered.ts"
import { inParts } from "../parts.ts"
import type { Store } from "../schema.ts"
import { actorKeys } from "./actors.ts"
import { answers, headOf } from "./events.ts"

/** A document with all that it tells, and the event in which each claim is gathered. */
export interface PageAnswer {
  readonly doc: DocumentHead
  readonly claims: readonly Claim[]
  readonly events: ReadonlyMap<string, string>
}

/** As `PageAnswer`, with those claims only in which an actor may speak, and every claim in brief. */
export interface HeardAnswer extends PageAnswer {
  readonly outlines: readonly Outline[]
}

/** What is asked of those who speak. */
export interface Hearing {
  /** A state's code, STATE:name, an id, or words of a name. */
  readonly actor: string
  readonly issue?: Issue | undefined
  /** The last day, month or year. */
  readonly until?: string | undefined
  /** Types of event in which one speaks. */
  readonly types: readonly EventType[]
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
  { actor, issue, until, types }: Hearing,
  limit: number,
): Promise<readonly HeardAnswer[]> {
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
  const events = [...new Set(latest.map(row => row.event))].slice(0, limit)
  if (!events.length) return []
  const docs = await db.selectFrom("claims").select("doc").distinct().where("event", "in", events).execute()
  return spoken(
    db,
    docs.map(row => row.doc),
    await colleagues(db, keys),
    types,
  )
}

/** The states of actors, as whose all who act for them are filed; nothing where one acts for none. */
async function colleagues(db: Store, keys: readonly number[]): Promise<readonly number[] | undefined> {
  const asked = await db.selectFrom("actors").select("state").distinct().where("key", "in", keys).execute()
  if (asked.some(({ state }) => state === "-")) return undefined
  const states = asked.map(({ state }) => state)
  const rows = await db.selectFrom("actors").select("key").where("state", "in", states).where("name", "=", "").execute()
  return rows.map(row => row.key)
}

/**
 * What a few actors may have said in documents. A claim is long and most of them are not wanted: which are is found along
 * indexes, and only these are read.
 */
async function spoken(
  db: Store,
  docs: readonly number[],
  parties: readonly number[] | undefined,
  types: readonly EventType[],
): Promise<readonly HeardAnswer[]> {
  const brief = await db
    .selectFrom("claims")
    .select(["key", "doc", "event", "type", "day", "teller_state", "teller_name"])
    .where("doc", "in", docs)
    .where("event", "is not", null)
    .execute()
  const mayBe = brief.filter(({ type }) => types.includes(type as EventType))
  const theirs =
    parties &&
    new Set(
      await inParts([...new Set(mayBe.map(row => row.event!))], async part =>
        (
          await db
            .selectFrom("parties")
            .select("event")
            .where("event", "in", part)
            .where("party", "in", parties)
            .execute()
        ).map(row => row.event),
      ),
    )
  const wanted = mayBe.filter(row => !theirs || theirs.has(row.event!)).map(row => row.key)
  const claims = await inParts(wanted, part =>
    db
      .selectFrom("claims")
      .innerJoin("events", "events.key", "claims.event")
      .select(["claims.doc", "claims.id", "events.id as event", "record"])
      .where("claims.key", "in", part)
      .orderBy("claims.key")
      .execute(),
  )
  const heads = await inParts(docs, part =>
    db
      .selectFrom("documents")
      .select(["key", "id", "title", "published", "zone", "outlet", "url", "lang"])
      .where("key", "in", part)
      .execute(),
  )
  const outlines = Map.groupBy(
    brief.sort((a, b) => a.key - b.key),
    row => row.doc,
  )
  const told = Map.groupBy(claims, row => row.doc)
  return heads.map(head => ({
    doc: headOf(head),
    claims: (told.get(head.key) ?? []).map(row => JSON.parse(row.record) as Claim),
    events: new Map((told.get(head.key) ?? []).map(row => [row.id, row.event])),
    outlines: (outlines.get(head.key) ?? []).map(({ day, teller_state: state, teller_name: name }) => ({
      day,
      ...(state ? { teller: { state, ...(name ? { name } : {}) } } : {}),
    })),
  }))
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
