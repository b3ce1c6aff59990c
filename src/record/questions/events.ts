import { type SqlBool, sql } from "kysely"
import type { Claim } from "../../model/claim.ts"
import type { DocumentHead, GatheredEvent, Telling } from "../../model/gathered.ts"
import type { Filter } from "../answers.ts"
import { bounds, shift, startIn, WIDE } from "../days.ts"
import type { Store } from "../schema.ts"
import { actorKeys } from "./actors.ts"

type Condition = ReturnType<typeof sql<SqlBool>>

/** One way into the record: a table in the order of its moments, and what must hold of its rows. */
export interface Branch {
  readonly table: "events" | "parties" | "topics"
  readonly conditions: readonly Condition[]
}

const NARROWS = sql<SqlBool>`wide = 0`
const WIDENS = sql<SqlBool>`wide = 1`

/** Words of a name mean so many actors at most that each has a branch of its own; with every type and span that is below SQLite's limit of parts. */
const MOST_PARTIES = 6
/** An event in which two of the actors take part stands in the branch of the first. */
const withoutParty = (party: number): Condition =>
  sql`not exists (select 1 from parties other where other.party = ${party} and other.moment = parties.moment and other.event = parties.event)`

/** Event days that overlap the days asked for. */
function days({ since, until, zone }: Filter): {
  readonly from?: string
  readonly to?: string
  readonly overlap: Condition[]
} {
  const first = since ? bounds(since)?.[0] : undefined
  const last = until ? bounds(until)?.[1] : undefined
  const overlap: Condition[] = []
  if (first || last) overlap.push(sql`first_day is not null`)
  const start = first && (zone ? startIn(zone, first) : `${shift(first, -1)}T10:00:00.000Z`)
  const end = last && (zone ? startIn(zone, shift(last, 1)) : `${shift(last, 1)}T14:00:00.000Z`)
  const byInstant = (condition: Condition, otherwise: Condition): Condition =>
    zone ? sql`case when utc_from is null then ${otherwise} else ${condition} end` : otherwise
  if (first) overlap.push(byInstant(sql`utc_to > ${start}`, sql`last_day >= ${first}`))
  if (last) overlap.push(byInstant(sql`utc_from < ${end}`, sql`first_day <= ${last}`))
  return { ...(start ? { from: start } : {}), ...(end ? { to: end } : {}), overlap }
}

/**
 * The branches whose events together are those asked for, each event in one of them only. Every branch runs along an index,
 * so that the first page of a long answer costs no more than that of a short one.
 */
export async function branches(db: Store, filter: Filter): Promise<readonly Branch[]> {
  const { types, statuses, issues, doc, actor } = filter
  const common: Condition[] = []
  let table: Branch["table"] = "events"
  let event = sql.ref("key")
  let whos: Condition[][] = [[]]
  if (doc !== undefined) {
    common.push(
      sql`key in (select c.event from claims c join documents d on d.key = c.doc where d.id = ${doc} and c.event is not null)`,
    )
  }
  if (actor !== undefined) {
    const keys = await actorKeys(db, actor)
    if (!keys.length) return []
    if (keys.length <= MOST_PARTIES && doc === undefined) {
      table = "parties"
      event = sql.ref("event")
      whos = keys.map((key, i) => [sql`party = ${key}`, ...keys.slice(0, i).map(withoutParty)])
    } else common.push(sql`key in (select event from parties where party in (${sql.join(keys)}))`)
  }
  if (issues?.length) {
    if (table === "events" && doc === undefined && actor === undefined && issues.length === 1) {
      table = "topics"
      event = sql.ref("event")
      common.push(sql`issue = ${issues[0]}`)
    } else common.push(sql`${event} in (select event from topics where issue in (${sql.join(issues)}))`)
  }
  if (statuses?.length) common.push(sql`status in (${sql.join(statuses)})`)
  const { from, to, overlap } = days(filter)
  common.push(...overlap)
  const zoned = filter.zone !== undefined && overlap.length > 0 && table !== "events"
  // Only the events themselves know their instants.
  if (zoned) {
    const again = common.splice(common.length - overlap.length, overlap.length)
    common.push(
      sql`${event} in (select key from events where key = ${sql.ref(`${table}.event`)} and ${sql.join(again, sql` and `)})`,
    )
  }
  if (to) common.push(sql`moment < ${to}`)
  // A wide event may begin long before the first day asked for; the others lie within a week and its edges.
  const spans: Condition[][] = from
    ? [[NARROWS, sql`moment >= ${`${shift(from.slice(0, 10), -WIDE - 3)}T00:00:00.000Z`}`], [WIDENS]]
    : [[]]
  const kinds: Condition[][] = types?.length ? [...new Set(types)].map(type => [sql`type = ${type}`]) : [[]]
  return whos.flatMap(who =>
    kinds.flatMap(kind => spans.map(span => ({ table, conditions: [...who, ...kind, ...span, ...common] }))),
  )
}

const from = ({ table, conditions }: Branch) =>
  sql`from ${sql.table(table)} ${conditions.length ? sql`where ${sql.join(conditions, sql` and `)}` : sql``}`
const eventOf = ({ table }: Branch) => sql.ref(table === "events" ? "key" : "event")

/** How many events the branches hold together. */
export async function count(db: Store, list: readonly Branch[]): Promise<number> {
  if (!list.length) return 0
  const counts = list.map(branch => sql`select count(*) as n ${from(branch)}`)
  const { rows } = await sql<{ n: number }>`select sum(n) as n from (${sql.join(counts, sql` union all `)})`.execute(db)
  return rows[0]?.n ?? 0
}

/** Keys of the events of all branches, by moment; backwards, the latest first. */
export async function ordered(
  db: Store,
  list: readonly Branch[],
  limit: number,
  offset: number,
  direction: "asc" | "desc" = "asc",
): Promise<readonly number[]> {
  if (!list.length) return []
  const parts = list.map(branch => sql`select ${eventOf(branch)} as event, moment ${from(branch)}`)
  const { rows } = await sql<{ event: number }>`
    ${sql.join(parts, sql` union all `)} order by moment ${sql.raw(direction)}, event ${sql.raw(direction)} limit ${limit} offset ${offset}`.execute(
    db,
  )
  return rows.map(row => row.event)
}

/** First and last moment of the events that have a day; nothing where none has. */
export async function edges(db: Store, list: readonly Branch[]): Promise<readonly [string, string] | undefined> {
  const dated = list.map(({ table, conditions }) => from({ table, conditions: [...conditions, sql`moment < '9'`] }))
  const end = (direction: "asc" | "desc") =>
    sql.join(
      dated.map(rows => sql`select * from (select moment ${rows} order by moment ${sql.raw(direction)} limit 1)`),
      sql` union all `,
    )
  const { rows } = await sql<{ first: string | null; last: string | null }>`
    select (select min(moment) from (${end("asc")})) as first, (select max(moment) from (${end("desc")})) as last`.execute(
    db,
  )
  const { first, last } = rows[0]!
  return first === null || last === null ? undefined : [first, last]
}

/** A selection to count over: event, type, status and day of every branch. */
export const rows = (list: readonly Branch[]) =>
  sql.join(
    list.map(branch => sql`select ${eventOf(branch)} as event, type, status, first_day ${from(branch)}`),
    sql` union all `,
  )

const HEAD = ["documents.id", "title", "published", "zone", "outlet", "url", "lang"] as const

/** A document's head from its row. */
export const headOf = (row: { readonly id: string; readonly [field: string]: unknown }): DocumentHead =>
  Object.fromEntries(
    ["id", "title", "published", "zone", "outlet", "url", "lang"].flatMap(field =>
      row[field] === null || row[field] === undefined ? [] : [[field, row[field]]],
    ),
  ) as unknown as DocumentHead

/** Claims of events, each with its document, in the order of their ids. */
export async function claimsOf(db: Store, events: readonly number[]) {
  if (!events.length) return new Map<number, { key: number; claim: Claim; document: DocumentHead }[]>()
  const found = await db
    .selectFrom("claims")
    .innerJoin("documents", "documents.key", "claims.doc")
    .select(["claims.key as claim_key", "claims.record", "claims.event", ...HEAD])
    .where("claims.event", "in", events)
    .orderBy("claims.id")
    .execute()
  const told = found.map(({ claim_key, record, event, ...head }) => ({
    event: event!,
    key: claim_key,
    claim: JSON.parse(record) as Claim,
    document: headOf(head),
  }))
  return Map.groupBy(told, row => row.event)
}

/** Events by key, in the order asked, with the words of their clearest claim and all their claims. */
export async function tellings(
  db: Store,
  keys: readonly number[],
  dayOf: (date: Claim["date"]) => string | null,
): Promise<readonly Telling[]> {
  if (!keys.length) return []
  const found = await db
    .selectFrom("events")
    .select(["key", "id", "clearest", "claims"])
    .where("key", "in", keys)
    .execute()
  const byKey = new Map(found.map(row => [row.key, row]))
  const told = await claimsOf(db, keys)
  return keys.map(key => {
    const event = byKey.get(key)!
    const claims = told.get(key) ?? []
    const { doc, ...best } = claims.find(c => c.key === event.clearest)!.claim
    const heads = new Map(claims.map(c => [c.document.id, c.document]))
    return {
      event: {
        ...best,
        id: event.id,
        day: dayOf(best.date),
        clearest: doc,
        documents: [...heads.values()],
        claims: event.claims,
      },
      claims: claims.map(({ claim, document }) => ({ claim, document })),
    }
  })
}

/** Events by key, in the order asked, with the words of their clearest claim. */
export const answers = async (...asked: Parameters<typeof tellings>): Promise<readonly GatheredEvent[]> =>
  (await tellings(...asked)).map(({ event }) => event)
