import { sql } from "kysely"
import type { EventType, Status } from "../../model/event.ts"
import type { Filter, TimelineAnswer } from "../answers.ts"
import type { Store } from "../schema.ts"
import { branches, rows } from "./events.ts"

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

/** How many events fell on which day, by type and status; days are those of the events' own places. */
export async function timeline(db: Store, filter: Filter): Promise<TimelineAnswer> {
  const list = await branches(db, filter)
  if (!list.length) return { total: 0, undated: 0, days: [], types: {}, statuses: {}, issues: {} }
  const { rows: counted } = await sql<Row>`
    select first_day as day, type, status, count(*) as events from (${rows(list)}) group by 1, 2, 3 order by 1, 2, 3`.execute(
    db,
  )
  // A cross join keeps SQLite from going through all topics first.
  const { rows: issues } = await sql<{ issue: string; events: number }>`
    select issue, count(*) as events from (${rows(list)}) chosen cross join topics on topics.event = chosen.event group by issue order by issue`.execute(
    db,
  )
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
