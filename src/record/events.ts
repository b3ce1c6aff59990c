import { createHash } from "node:crypto"
import type { Claim } from "../model/claim.ts"
import { actorKeys, recount, takingPart } from "./cast.ts"
import { when } from "./days.ts"
import { inParts } from "./parts.ts"
import type { PartiesTable, TopicsTable, Writing } from "./schema.ts"

/** Claims that tell of one event, by their ids; named after the first of them. */
export interface Gathering {
  readonly id: string
  readonly claims: readonly string[]
}

interface Kept {
  readonly key: number
  readonly claim: Claim
}

/** The id of a gathered event: from its first claim, so that the order in which documents came in does not matter. */
const eventId = ({ id }: Claim) => `event-${createHash("sha256").update(id).digest("hex").slice(0, 10)}`

/**
 * How much a claim says: people by name first, then in which form they met ("talks" leaves it open), then how exact its day is, then how much is
 * stated outright.
 */
function clarity({ type, participants, source, target, date, mentions }: Claim): number {
  const actors = [...participants, ...source, ...target]
  const day = date.value === null ? 0 : date.certainty === "stated" ? 2 : 1
  const stated = actors.filter(a => a.certainty === "stated").length
  const form = type === "talks" ? 0 : 10
  return (
    10 * actors.filter(a => a.name).length + 5 * actors.length + form + 3 * day + stated + Math.min(mentions.length, 3)
  )
}

/** The claim whose values and words stand for the event. */
const clearest = (claims: readonly Kept[]): Kept =>
  claims.reduce((a, b) => {
    const more = clarity(b.claim) - clarity(a.claim)
    return more > 0 || (more === 0 && b.claim.id < a.claim.id) ? b : a
  })

/** Enters events, and what they are found by: actors, issues, days. */
export async function enterEvents(db: Writing, gatherings: readonly Gathering[]): Promise<void> {
  if (!gatherings.length) return
  const rows = await inParts(
    gatherings.flatMap(g => g.claims),
    part => db.selectFrom("claims").select(["key", "id", "record"]).where("id", "in", part).execute(),
  )
  const kept = new Map<string, Kept>(
    rows.map(row => [row.id, { key: row.key, claim: JSON.parse(row.record) as Claim }]),
  )
  const entries = gatherings.map(({ claims }) => {
    const members = claims.toSorted().map(id => kept.get(id)!)
    const best = clearest(members)
    const { type, status, date } = best.claim
    const row = {
      id: eventId(members[0]!.claim),
      type,
      status,
      clearest: best.key,
      claims: members.length,
      ...when(date),
    }
    return { members, row }
  })
  const entered = await inParts(entries, part =>
    db
      .insertInto("events")
      .values(part.map(entry => entry.row))
      .returning(["key", "id"])
      .execute(),
  )
  const keys = new Map(entered.map(row => [row.id, row.key]))
  const actors = await actorKeys(
    db,
    entries.flatMap(({ members }) => members.flatMap(m => takingPart(m.claim))),
  )
  const parties: PartiesTable[] = []
  const topics: TopicsTable[] = []
  const counts = new Map<number, number>()
  for (const { members, row } of entries) {
    const event = keys.get(row.id)!
    for (const { key } of members) await db.updateTable("claims").set({ event }).where("key", "=", key).execute()
    const { type, status, moment, first_day, last_day, wide } = row
    const found = { event, type, status, moment, first_day, last_day, wide }
    for (const party of new Set(members.flatMap(m => takingPart(m.claim)).map(actor => actors.of(actor)))) {
      parties.push({ ...found, party })
      counts.set(party, (counts.get(party) ?? 0) + 1)
    }
    for (const issue of new Set(members.flatMap(m => m.claim.issues))) topics.push({ ...found, issue })
  }
  await inParts(parties, part => db.insertInto("parties").values(part).execute())
  await inParts(topics, part => db.insertInto("topics").values(part).execute())
  await recount(db, counts)
  await inParts([...keys.keys()], part =>
    db.deleteFrom("deleted").where("kind", "=", "event").where("id", "in", part).execute(),
  )
}

/** Takes away the events in which the claims are gathered, and keeps their ids among the deleted. */
export async function removeEvents(db: Writing, claims: readonly string[]): Promise<void> {
  const rows = await inParts(claims, part =>
    db
      .selectFrom("claims")
      .innerJoin("events", "events.key", "claims.event")
      .select(["events.key", "events.id"])
      .distinct()
      .where("claims.id", "in", part)
      .execute(),
  )
  const ids = new Map(rows.map(row => [row.key, row.id]))
  await inParts([...ids.keys()], async keys => {
    const parties = await db
      .selectFrom("parties")
      .select(({ fn }) => ["party", fn.countAll<number>().as("n")])
      .where("event", "in", keys)
      .groupBy("party")
      .execute()
    await recount(db, new Map(parties.map(({ party, n }) => [party, -n])))
    for (const table of ["parties", "topics"] as const) await db.deleteFrom(table).where("event", "in", keys).execute()
    await db.updateTable("claims").set({ event: null }).where("event", "in", keys).execute()
    await db.deleteFrom("events").where("key", "in", keys).execute()
    const deleted = new Date().toISOString()
    await db
      .insertInto("deleted")
      .values(
        keys.map(key => ({
          kind: "event" as const,
          id: ids.get(key)!,
          deleted,
          reason: "its claims are gathered otherwise or gone",
        })),
      )
      .onConflict(conflict => conflict.columns(["kind", "id"]).doUpdateSet({ deleted }))
      .execute()
    return []
  })
}
