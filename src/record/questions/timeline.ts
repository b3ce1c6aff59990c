import { sql } from "kysely"
import { type EventType, ISSUES, type Status } from "../../model/event.ts"
import type { Filter, TimelineAnswer } from "../answers.ts"
import type { Store } from "../schema.ts"
import { type Branch, branches, edges, rows } from "./events.ts"

interface Row {
  readonly day: string | null
  readonly type: EventType
  readonly status: Status
  readonly events: number
}

const DAY = 86_400_000

/**
 * How the days are gathered before they are sent, for so many bars: by week or month where anything narrower would be too much. A week
 * more or less is allowed for, since a moment may lie a day beside its day and a bar begins before its first event.
 */
async function width(
  db: Store,
  list: readonly Branch[],
  bars: number,
  since: string | undefined,
): Promise<"day" | "week" | "month"> {
  const found = bars < Number.POSITIVE_INFINITY ? await edges(db, list) : undefined
  if (!found) return "day"
  const first = Math.max(Date.parse(found[0]), since ? Date.parse(since) : Number.NEGATIVE_INFINITY)
  const days = (Date.parse(found[1]) - first) / DAY
  if (days >= 7 * (bars + 1)) return "month"
  return days >= bars + 8 && days < 7 * (bars - 2) ? "week" : "day"
}

/** The first day of what a bar holds, from the first day of an event. */
const BEGINS = {
  day: sql`first_day`,
  week: sql`date(first_day, '-6 days', 'weekday 1')`,
  month: sql`substr(first_day, 1, 7)`,
}

/** Whether days and statuses are all that is asked for, which topics know of themselves. */
const onlyDays = ({ actor, doc, issues, types, zone, since, until }: Filter) =>
  actor === undefined && doc === undefined && !issues?.length && !types?.length && !zone && Boolean(since || until)

/** How many of the events are about each issue. */
async function issuesOf(db: Store, list: readonly Branch[], filter: Filter): Promise<Readonly<Record<string, number>>> {
  const everything = list.every(({ table, conditions }) => table === "events" && conditions.length === 0)
  const topics = onlyDays(filter)
    ? sql`(${sql.join(
        list.map(({ conditions }) => {
          const met = [sql`issue in (${sql.join(ISSUES)})`, ...conditions]
          return sql`select issue from topics where ${sql.join(met, sql` and `)}`
        }),
        sql` union all `,
      )})`
    : everything
      ? sql`topics`
      : // A cross join keeps SQLite from going through all topics first, which only the whole record wants.
        sql`(${rows(list)}) chosen cross join topics on topics.event = chosen.event`
  const { rows: counted } = await sql<{ issue: string; events: number }>`
    select issue, count(*) as events from ${topics} group by issue order by issue`.execute(db)
  return Object.fromEntries(counted.map(row => [row.issue, row.events]))
}

/**
 * How many events fell on which day, by type and status; days are those of the events' own places.
 * @param bars how many bars the days will be gathered in at most: where days or weeks were too narrow for them, weeks or months are
 *   given as days, since a long record has more days than anybody wants sent
 */
export async function timeline(db: Store, filter: Filter, bars = Number.POSITIVE_INFINITY): Promise<TimelineAnswer> {
  const list = await branches(db, filter)
  if (!list.length) return { total: 0, undated: 0, days: [], types: {}, statuses: {}, issues: {} }
  const day = BEGINS[await width(db, list, bars, filter.since)]
  const { rows: counted } = await sql<Row>`
    select ${day} as day, type, status, count(*) as events from (${rows(list)}) group by 1, 2, 3 order by 1, 2, 3`.execute(
    db,
  )
  const days: TimelineAnswer["days"][number][] = []
  const types: Record<string, number> = {}
  const statuses: Record<string, number> = {}
  let [total, undated] = [0, 0]
  for (const { day, type, status, events } of counted) {
    total += events
    types[type] = (types[type] ?? 0) + events
    statuses[status] = (statuses[status] ?? 0) + events
    if (day === null) undated += events
    else days.push({ day, type, status, events })
  }
  return { total, undated, days, types, statuses, issues: await issuesOf(db, list, filter) }
}
