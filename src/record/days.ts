import { Temporal } from "temporal-polyfill"
import type { RecordDate } from "../model/eventRecord.ts"
import type { When } from "./schema.ts"

/** Days beyond which an event counts as wide (see `When`). */
export const WIDE = 7

/** A later or earlier day. */
export const shift = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

/** First and last day of an ISO date whose length is its precision; nothing where it is no such date. */
export function bounds(date: string): readonly [first: string, last: string] | undefined {
  try {
    if (/^\d{4}$/.test(date)) return [`${date}-01-01`, `${date}-12-31`]
    if (/^\d{4}-\d{2}$/.test(date)) {
      const month = Temporal.PlainYearMonth.from(date)
      return [`${date}-01`, `${date}-${month.daysInMonth}`]
    }
    return /^\d{4}-\d{2}-\d{2}/.test(date) ? twice(Temporal.PlainDate.from(date.slice(0, 10)).toString()) : undefined
  } catch {
    return undefined
  }
}
const twice = (day: string) => [day, day] as const

const instant = (words: string) => {
  const ms = Date.parse(words)
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/** Where a record's date lies, for ordering and searching. "On or before" and "since" count on the day they name. */
export function when({ value, utc }: RecordDate): When & { utc_from: string | null; utc_to: string | null } {
  const [a, b] = (value ?? "").split("/")
  const from = bounds(a!.replace(/^\.\./, ""))
  const to = b && b !== ".." ? bounds(b) : from
  if (!from || !to) return { moment: "9999", first_day: null, last_day: null, wide: 0, utc_from: null, utc_to: null }
  const [first_day, last_day] = [from[0], to[1] < from[0] ? from[1] : to[1]]
  const utc_from = utc ? (instant(utc.from) ?? null) : null
  const utc_to = utc && utc_from ? (instant(utc.to) ?? null) : null
  const wide = shift(first_day, WIDE) < last_day ? 1 : 0
  // An interval open towards the past has an instant long before its day; it is ordered by its day.
  const near = utc_from !== null && utc_from >= shift(first_day, -2)
  return {
    moment: near ? utc_from : `${first_day}T00:00:00.000Z`,
    first_day,
    last_day,
    wide,
    utc_from: utc_to ? utc_from : null,
    utc_to,
  }
}

const days = new Map<string, Intl.DateTimeFormat>()
/** The calendar day of an instant in a zone. */
export function dayIn(zone: string, instant: number): string {
  let format = days.get(zone)
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" })
    days.set(zone, format)
  }
  return format.format(instant)
}

/** First instant of a day in a zone, in UTC. */
export const startIn = (zone: string, day: string): string =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(zone).epochMilliseconds).toISOString()

/** An event's date as days of a zone; as it stands where no zone is asked for, or the date is no single day. */
export function dayOf(date: RecordDate, zone: string | undefined): string | null {
  const { value, utc } = date
  if (!zone || zone === date.zone || !utc || !value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return value
  const first = dayIn(zone, Date.parse(utc.from))
  const last = dayIn(zone, Date.parse(utc.to) - 1)
  return first === last ? first : `${first}/${last}`
}
