import type { ChronologyAnswer, Filter, Part } from "../answers.ts"
import { dayOf } from "../days.ts"
import type { Store } from "../schema.ts"
import { answers, branches, count, ordered } from "./events.ts"

/** The events asked for in the order of their days; those without a day come last. */
export async function chronology(db: Store, filter: Filter, { limit, offset }: Part): Promise<ChronologyAnswer> {
  const list = await branches(db, filter)
  const keys = await ordered(db, list, limit, offset)
  const whole = offset === 0 && keys.length < limit
  return {
    total: whole ? keys.length : await count(db, list),
    limit,
    offset,
    zone: filter.zone ?? null,
    events: await answers(db, keys, date => dayOf(date, filter.zone)),
  }
}
