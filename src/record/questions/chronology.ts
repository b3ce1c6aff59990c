import type { Telling } from "../../model/gathered.ts"
import type { ChronologyAnswer, Filter, Part } from "../answers.ts"
import { dayOf } from "../days.ts"
import type { Store } from "../schema.ts"
import { type Branch, branches, count, ordered, tellings } from "./events.ts"

/** Keys of a part of all events, and how many there are; a part of the second half is counted off from the end, where it is nearer. */
async function part(db: Store, list: readonly Branch[], limit: number, offset: number) {
  if (offset === 0) {
    const keys = await ordered(db, list, limit, 0)
    return { total: keys.length < limit ? keys.length : await count(db, list), keys }
  }
  const total = await count(db, list)
  const after = total - offset - limit
  if (after >= offset) return { total, keys: await ordered(db, list, limit, offset) }
  const left = Math.min(limit, total - offset)
  const backwards = left > 0 ? await ordered(db, list, left, Math.max(after, 0), "desc") : []
  return { total, keys: backwards.toReversed() }
}

/** The events asked for in the order of their days; those without a day come last. */
export async function chronology(db: Store, filter: Filter, { limit, offset }: Part): Promise<ChronologyAnswer> {
  const { total, told } = await toldOf(db, filter, { limit, offset })
  return { total, limit, offset, zone: filter.zone ?? null, events: told.map(({ event }) => event) }
}

/** A part of the chronology with the claims behind its events, and how many events there are in all. */
export async function toldOf(
  db: Store,
  filter: Filter,
  { limit, offset }: Part,
): Promise<{ readonly total: number; readonly told: readonly Telling[] }> {
  const { total, keys } = await part(db, await branches(db, filter), limit, offset)
  return { total, told: await tellings(db, keys, date => dayOf(date, filter.zone)) }
}
