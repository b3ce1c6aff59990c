import { sql } from "kysely"
import type { EventType, Status } from "../../model/event.ts"
import type { Filter, TimelineAnswer } from "../answers.ts"
import type { Store } from "../schema.ts"
import { type Branch, branches, edges, rows } from "./events.ts"

interface Row {
  readonly day: string | null
  readonly type: EventType
  readonly status: Status
  readonly events: number
}

const tally = (list: readonly Row[], by: "type" | "status") => {
  const counts: Record<string, number> = {}
  for (const row of list) counts[row[by]] = (counts[row[by]] ?? 0) + row.events
  return counts
}

const DAY = 86_400_000

/**
 * Whether weeks would be too narrow for so many bars, so that months are enough: a week more is asked for, since a moment may lie a
 * day beside its day.
 */
async function byMonths(db: Store, list: readonly Branch[], bars: number, since: string | undefined): Promise<boolean> {
  const found = await edges(db, list)
  if (!found) return false
  const first = Math.max(Date.parse(found[0]), since ? Date.parse(since) : Number.NEGATIVE_INFINITY)
  return (Date.parse(found[1]) - first) / DAY >= 7 * (bars + 1)
}

/**
 * How many events fell on which day, by type and status; days are those of the events' own places.
 * @param bars how many bars the days will be gathered in at most: where weeks were too narrow for them, months are given as days,
 *   since a long record has more days than anybody wants sent
 */
export async function timeline(db: Store, filter: Filter, bars = Number.POSITIVE_INFINITY): Promise<TimelineAnswer> {
  const list = await branches(db, filter)
  if (!list.length) return { total: 0, undated: 0, days: [], types: {}, statuses: {}, issues: {} }
  const months = bars < Number.POSITIVE_INFINITY && (await byMonths(db, list, bars, filter.since))
  const day = months ? sql`substr(first_day, 1, 7)` : sql`first_day`
  const { rows: counted } = await sql<Row>`
    select ${day} as day, type, status, count(*) as events from (${rows(list)}) group by 1, 2, 3 order by 1, 2, 3`.execute(
    db,
  )
  const everything = list.every(({ table, conditions }) => table === "events" && conditions.length === 0)
  // A cross join keeps SQLite from going through all topics first, which only the whole record wants.
  const among = everything ? sql`topics` : sql`(${rows(list)}) chosen cross join topics on topics.event = chosen.event`
  const { rows: issues } = await sql<{ issue: string; events: number }>`
    select issue, count(*) as events from ${among} group by issue order by issue`.execute(db)
  const sum = (part: readonly Row[]) => part.reduce((n, row) => n + row.events, 0)
  return {
    total: sum(counted),
    undated: sum(counted.filter(row => row.day === null)),
    days: counted.flatMap(row => (row.day === null ? [] : [{ ...row, day: row.day }])),
    types: tally(counted, "type"),
    statuses: tally(counted, "status"),
    issues: Object.fromEntries(issues.map(row => [row.issue, row.events])),
  }
}
