import type { Document } from "./document.ts"
import type { EventDate } from "./layers.ts"

/** The reason given for the day of an event that no words beside it date: then it is its report's, and may be a day off. */
export const REPORT_DAY = "the day of the report"

/** How the reason for a day begins that a time takes from the page: "today". Put together by the time room, whose cases hold it. */
export const PAGE_DAY = "the day of publication"

/** Order of two values in time. */
export type Order = "before" | "after" | "same" | "unknown"

/**
 * Which of two came first, by their UTC intervals: "unknown" where these overlap without being one and the same, and
 * where either has none. Days in two zones often overlap: Wednesday in Washington and Thursday in Seoul do.
 */
export function compareTimes(a: Pick<EventDate, "utc">, b: Pick<EventDate, "utc">): Order {
  if (!a.utc || !b.utc) return "unknown"
  const [aFrom, aTo, bFrom, bTo] = [a.utc.from, a.utc.to, b.utc.from, b.utc.to].map(Date.parse) as [
    number,
    number,
    number,
    number,
  ]
  if (aTo <= bFrom) return "before"
  if (bTo <= aFrom) return "after"
  return aFrom === bFrom && aTo === bTo && a.utc.from === a.utc.to ? "same" : "unknown"
}

/** Day of publication in the document's own zone, `undefined` where it bears no date. */
export function publicationDay(doc: Pick<Document, "published" | "zone">): string | undefined {
  const { published, zone } = doc
  if (!published) return undefined
  const instant = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(published) ? Date.parse(published) : Number.NaN
  if (Number.isNaN(instant) || !zone) return /^\d{4}(?:-\d{2}){0,2}/.exec(published)?.[0]
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(instant)
  } catch {
    // A zone the runtime does not know: the day as written.
    return published.slice(0, 10)
  }
}
