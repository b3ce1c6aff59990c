import { createHash } from "node:crypto"
import type { Claim, Link } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import type { RecordActor } from "../model/eventRecord.ts"
import { when } from "./days.ts"
import type { Writing } from "./schema.ts"
import { documentsUnder, fileDocument, type KeptLineage, keepLineage, storyOf } from "./stories.ts"

/** A link with how sure it is, for the order of gathering. */
export interface ScoredLink extends Link {
  readonly score: number
}

/** Claims that tell of one event, by their ids; named after the first of them. */
export interface Gathering {
  readonly id: string
  readonly claims: readonly string[]
}

/** The id of a gathered event: from its first claim, so that the order in which documents came in does not matter. */
const eventId = (type: string, first: string) =>
  `${type}-${createHash("sha256").update(first).digest("hex").slice(0, 10)}`

/** How much a claim says: people by name first, then how exact its day is, then how much is stated outright. */
function clarity({ participants, source, target, date, mentions }: Claim): number {
  const actors = [...participants, ...source, ...target]
  const day = date.value === null ? 0 : date.certainty === "stated" ? 2 : 1
  const stated = actors.filter(a => a.certainty === "stated").length
  return 10 * actors.filter(a => a.name).length + 5 * actors.length + 3 * day + stated + Math.min(mentions.length, 3)
}

/** The claim whose values and words stand for the event. */
const clearest = (claims: readonly Kept[]): Kept =>
  claims.reduce((a, b) => {
    const more = clarity(b.claim) - clarity(a.claim)
    return more > 0 || (more === 0 && b.claim.id < a.claim.id) ? b : a
  })

interface Kept {
  readonly key: number
  readonly claim: Claim
}

const claimOf = ({ record }: { record: string }) => JSON.parse(record) as Claim

/** Most values that one question may carry; SQLite allows 32,766. */
const MANY = 5000

async function inParts<T, R>(values: readonly T[], ask: (part: readonly T[]) => Promise<readonly R[]>): Promise<R[]> {
  const found: R[] = []
  for (let at = 0; at < values.length; at += MANY) found.push(...(await ask(values.slice(at, at + MANY))))
  return found
}

/** Claims, their links and the events they are gathered in, within one transaction: what linking works on. */
export class Shelf {
  private readonly db: Writing

  constructor(db: Writing) {
    this.db = db
  }

  /** Files a claim under keys by which look-alikes are sought; false where it was filed before. */
  async keep(claim: Claim, keys: readonly string[]): Promise<boolean> {
    const { key } = await this.db
      .selectFrom("claims")
      .select("key")
      .where("id", "=", claim.id)
      .executeTakeFirstOrThrow()
    const known = await this.db.selectFrom("blocks").select("claim").where("claim", "=", key).executeTakeFirst()
    if (known) return false
    const rows = [...new Set(keys)].map(block => ({ block, claim: key }))
    if (rows.length) await this.db.insertInto("blocks").values(rows).execute()
    return true
  }

  /** Claims filed under any of the keys, each once. */
  async under(keys: readonly string[]): Promise<readonly Claim[]> {
    if (!keys.length) return []
    const rows = await this.db
      .selectFrom("blocks")
      .innerJoin("claims", "claims.key", "blocks.claim")
      .select("claims.record")
      .distinct()
      .where("block", "in", keys)
      .execute()
    return rows.map(claimOf)
  }

  async claims(ids: readonly string[]): Promise<readonly Claim[]> {
    const rows = await inParts(ids, part =>
      this.db.selectFrom("claims").select("record").where("id", "in", part).execute(),
    )
    return rows.map(claimOf)
  }

  keepDocument(doc: Document, keys: readonly string[]): Promise<boolean> {
    return fileDocument(this.db, doc, keys)
  }

  /** Documents filed under keys that together weigh at least `least`. */
  documentsUnder(
    keys: readonly string[],
    weightOf: (key: string) => number,
    least: number,
  ): Promise<readonly Document[]> {
    return documentsUnder(this.db, keys, weightOf, least)
  }

  keepLineage(lineages: readonly KeptLineage[]): Promise<void> {
    return keepLineage(this.db, lineages)
  }

  /** The documents of one story with this one. */
  async storyOf(doc: string): Promise<ReadonlySet<string>> {
    return new Set((await storyOf(this.db, doc)).map(({ a, b }) => (a === doc ? b : a)))
  }

  /** Links of which a claim is one end, in the order in which they were made. */
  async linksOf(claim: string): Promise<readonly ScoredLink[]> {
    const rows = await this.db
      .selectFrom("links")
      .selectAll()
      .where(({ or, eb }) => or([eb("a", "=", claim), eb("b", "=", claim)]))
      .orderBy("key")
      .execute()
    return rows.map(({ a, b, verdict, reasons, judge, score }) => ({
      a,
      b,
      verdict,
      reasons: JSON.parse(reasons) as string[],
      judge,
      score,
    }))
  }

  /** Keeps links; one that the program made before is not made again. */
  async link(links: readonly ScoredLink[]): Promise<void> {
    for (const { a, b, verdict, reasons, judge, score } of links)
      await this.db
        .insertInto("links")
        .values({ a, b, verdict, reasons: JSON.stringify(reasons), judge, score })
        .onConflict(conflict => conflict.doNothing())
        .execute()
  }

  /** The events in which the claims are gathered now. */
  async eventsOf(claims: Iterable<string>): Promise<readonly Gathering[]> {
    const events = await inParts([...new Set(claims)], part =>
      this.db
        .selectFrom("claims")
        .select("event")
        .distinct()
        .where("id", "in", part)
        .where("event", "is not", null)
        .execute(),
    )
    const keys = [...new Set(events.map(row => row.event!))]
    const rows = await inParts(keys, part =>
      this.db.selectFrom("claims").select(["id", "event"]).where("event", "in", part).orderBy("id").execute(),
    )
    return [...Map.groupBy(rows, row => row.event).values()].map(group => ({
      id: group[0]!.id,
      claims: group.map(row => row.id),
    }))
  }

  /**
   * Replaces events by others over the same claims. An event that stays as it was is left alone; the id of one that is gone
   * is kept among the deleted.
   */
  async regather(before: readonly Gathering[], after: readonly Gathering[]): Promise<void> {
    const name = ({ claims }: Gathering) => claims.toSorted().join("\n")
    const stood = new Set(before.map(name))
    const stays = new Set(after.map(name))
    await this.removeEventsOf(before.filter(g => !stays.has(name(g))).flatMap(g => g.claims))
    await this.insert(after.filter(g => !stood.has(name(g))))
  }

  /** Takes events away whose claims are given, and keeps their ids among the deleted. */
  async removeEventsOf(claims: readonly string[]): Promise<void> {
    const rows = await inParts(claims, part =>
      this.db
        .selectFrom("claims")
        .innerJoin("events", "events.key", "claims.event")
        .select(["events.key", "events.id"])
        .distinct()
        .where("claims.id", "in", part)
        .execute(),
    )
    if (!rows.length) return
    const keys = rows.map(row => row.key)
    const parties = await this.db
      .selectFrom("parties")
      .select(({ fn }) => ["party", fn.countAll<number>().as("n")])
      .where("event", "in", keys)
      .groupBy("party")
      .execute()
    await this.recount(parties.map(({ party, n }) => [party, -n]))
    for (const table of ["parties", "topics"] as const)
      await this.db.deleteFrom(table).where("event", "in", keys).execute()
    await this.db.updateTable("claims").set({ event: null }).where("event", "in", keys).execute()
    await this.db.deleteFrom("events").where("key", "in", keys).execute()
    const deleted = new Date().toISOString()
    await this.db
      .insertInto("deleted")
      .values(
        rows.map(({ id }) => ({
          kind: "event" as const,
          id,
          deleted,
          reason: "its claims are gathered otherwise or gone",
        })),
      )
      .onConflict(conflict => conflict.columns(["kind", "id"]).doUpdateSet({ deleted }))
      .execute()
  }

  private async insert(gatherings: readonly Gathering[]): Promise<void> {
    if (!gatherings.length) return
    const ids = gatherings.flatMap(g => g.claims)
    const rows = await inParts(ids, part =>
      this.db.selectFrom("claims").select(["key", "id", "record"]).where("id", "in", part).execute(),
    )
    const kept = new Map(rows.map(row => [row.id, { key: row.key, claim: claimOf(row) }]))
    const events = gatherings.map(({ claims }) => {
      const members = claims.toSorted().map(id => kept.get(id)!)
      const best = clearest(members)
      const { type, status, date, issues } = best.claim
      return {
        id: eventId(members[0]!.claim.type, members[0]!.claim.id),
        members,
        best,
        type,
        status,
        issues,
        ...when(date),
      }
    })
    const parties: (Row & { party: number })[] = []
    const topics: (Row & { issue: string })[] = []
    const actors = await this.actors(events.flatMap(({ members }) => members.flatMap(m => named(m.claim))))
    const counts = new Map<number, number>()
    for (const { members, best, issues, utc_from, utc_to, ...event } of events) {
      const { key } = await this.db
        .insertInto("events")
        .values({ ...event, utc_from, utc_to, clearest: best.key, claims: members.length })
        .returning("key")
        .executeTakeFirstOrThrow()
      await this.db
        .updateTable("claims")
        .set({ event: key })
        .where(
          "key",
          "in",
          members.map(m => m.key),
        )
        .execute()
      const { id: _, ...row } = { ...event, event: key }
      const takingPart = new Set(members.flatMap(m => named(m.claim)).map(actor => actors.get(actorKey(actor))!))
      for (const party of takingPart) {
        parties.push({ ...row, party })
        counts.set(party, (counts.get(party) ?? 0) + 1)
      }
      for (const issue of new Set([...issues, ...members.flatMap(m => m.claim.issues)])) topics.push({ ...row, issue })
    }
    const COLUMNS = 8
    for (let at = 0; at < parties.length; at += MANY / COLUMNS)
      await this.db
        .insertInto("parties")
        .values(parties.slice(at, at + MANY / COLUMNS))
        .execute()
    for (let at = 0; at < topics.length; at += MANY / COLUMNS)
      await this.db
        .insertInto("topics")
        .values(topics.slice(at, at + MANY / COLUMNS))
        .execute()
    await this.recount(counts)
    await inParts(events, async part => {
      await this.db
        .deleteFrom("deleted")
        .where("kind", "=", "event")
        .where(
          "id",
          "in",
          part.map(event => event.id),
        )
        .execute()
      return []
    })
  }

  /** Adds to how many events name each actor. */
  private async recount(changes: Iterable<readonly [actor: number, events: number]>): Promise<void> {
    for (const [key, n] of changes)
      await this.db
        .updateTable("actors")
        .set(({ eb }) => ({ events: eb("events", "+", n) }))
        .where("key", "=", key)
        .execute()
  }

  /** The keys of actors, new ones entered. */
  private async actors(
    list: readonly Pick<RecordActor, "state" | "name" | "id">[],
  ): Promise<ReadonlyMap<string, number>> {
    const keys = new Map<string, number>()
    for (const actor of list) {
      const name = actor.name ?? ""
      if (keys.has(actorKey(actor))) continue
      const known = await this.db
        .selectFrom("actors")
        .select("key")
        .where("state", "=", actor.state)
        .where("name", "=", name)
        .executeTakeFirst()
      if (known) {
        keys.set(actorKey(actor), known.key)
        continue
      }
      const { key } = await this.db
        .insertInto("actors")
        .values({ state: actor.state, name, id: actor.id ?? null, events: 0 })
        .returning("key")
        .executeTakeFirstOrThrow()
      await this.db
        .insertInto("actors_words")
        .values({ rowid: key, name: `${actor.state} ${name}` })
        .execute()
      keys.set(actorKey(actor), key)
    }
    return keys
  }
}

interface Row {
  readonly event: number
  readonly type: string
  readonly status: Claim["status"]
  readonly moment: string
  readonly first_day: string | null
  readonly last_day: string | null
  readonly wide: number
}

const actorKey = ({ state, name }: { readonly state: string; readonly name?: string }) => `${state}\n${name ?? ""}`

/** Everyone who takes part, and the state of each. */
function named({ participants, source, target }: Claim): { state: string; name?: string; id?: string }[] {
  return [...participants, ...source, ...target].flatMap(({ state, name, id }) => [
    ...(state === "-" ? [] : [{ state }]),
    ...(name ? [{ state, name, ...(id ? { id } : {}) }] : []),
  ])
}
