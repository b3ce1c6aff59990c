import { Temporal } from "temporal-polyfill"

export type Day = Temporal.PlainDate

/** Units of time as TIMEX3 writes them; "E" is a decade, "C" a century, "L" a millennium. */
export type Unit = "S" | "MIN" | "H" | "D" | "W" | "2W" | "M" | "Q" | "HY" | "Y" | "E" | "C" | "L"

const pad = (n: number, width = 2) => String(n).padStart(width, "0")

/** A year as TIMEX3 writes it: four digits, before our era with "BC". */
export const yearValue = (year: number) => (year < 0 ? `BC${pad(-year, 4)}` : pad(year, 4))

/** The day as such: "2022-02-04". */
export const dayValue = (day: Day) => `${yearValue(day.year)}-${pad(day.month)}-${pad(day.day)}`

/** A day of the calendar; `undefined` for a 31 February. */
export function day(year: number, month: number, dayOfMonth: number): Day | undefined {
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: "reject" })
  } catch {
    return undefined
  }
}

/** The stretch of unit `unit` that holds the day, as a TIMEX3 value: the week of 4 February 2022 is "2022-W05". */
export function within(at: Day, unit: Unit): string {
  switch (unit) {
    case "W":
    case "2W":
      return `${yearValue(at.yearOfWeek ?? at.year)}-W${pad(at.weekOfYear ?? 1)}`
    case "M":
      return `${yearValue(at.year)}-${pad(at.month)}`
    case "Q":
      return `${yearValue(at.year)}-Q${Math.ceil(at.month / 3)}`
    case "HY":
      return `${yearValue(at.year)}-H${at.month <= 6 ? 1 : 2}`
    case "Y":
      return yearValue(at.year)
    case "E":
      return yearValue(at.year).slice(0, -1)
    case "C":
    case "L":
      return yearValue(at.year).slice(0, -2)
    default:
      return dayValue(at)
  }
}

/** The day `count` units away; months are clipped to their last day as calendars do. */
export function shifted(from: Day, count: number, unit: Unit): Day {
  const n = Math.trunc(count)
  const limit = Math.max(-200_000, Math.min(200_000, n))
  switch (unit) {
    case "S":
    case "MIN":
    case "H":
      return from
    case "D":
      return from.add({ days: limit })
    case "W":
      return from.add({ weeks: limit })
    case "2W":
      return from.add({ weeks: 2 * limit })
    case "M":
      return from.add({ months: limit })
    case "Q":
      return from.add({ months: 3 * limit })
    case "HY":
      return from.add({ months: 6 * limit })
    default: {
      const years = { Y: 1, E: 10, C: 100, L: 1000 }[unit] * limit
      return Math.abs(years) > 20_000 ? from : from.add({ years })
    }
  }
}

/** First and last day. */
export interface Days {
  readonly first: Day
  readonly last: Day
}

const SEASONS: Readonly<Record<string, readonly [month: number, months: number]>> = {
  SP: [3, 3],
  SU: [6, 3],
  FA: [9, 3],
  WI: [12, 3],
}

const VALUE =
  /^(BC)?(\d{2,4})(?:-(?:(\d{2})(?:-(\d{2}))?|W(\d{2})(-WE)?|Q([1-4])|H([12])|(SP|SU|FA|WI)))?(?:T[\w:.]*)?$/

/**
 * First and last day of a TIMEX3 value; `undefined` where it names no calendar days ("P3D", "XXXX-05").
 * Seasons are the meteorological ones of the northern half of the globe; a winter is that which begins in its year.
 */
export function daysOf(value: string): Days | undefined {
  const found = VALUE.exec(value.startsWith("FY") ? value.slice(2) : value)
  if (!found) return undefined
  const [, bc, digits, month, dom, week, weekend, quarter, half, season] = found
  const year = Number(digits) * (bc ? -1 : 1)
  if (digits!.length < 4) {
    const years = 10 ** (4 - digits!.length)
    return months(year * years, 1, 12 * years)
  }
  if (dom) {
    const at = day(year, Number(month), Number(dom))
    return at && { first: at, last: at }
  }
  if (month) return months(year, Number(month), 1)
  if (quarter) return months(year, Number(quarter) * 3 - 2, 3)
  if (half) return months(year, Number(half) * 6 - 5, 6)
  if (season) return months(year, ...SEASONS[season]!)
  if (week) {
    // 4 January is always in the first ISO week.
    const fourth = day(year, 1, 4)!
    const monday = fourth.add({ days: 1 - fourth.dayOfWeek + 7 * (Number(week) - 1) })
    return { first: weekend ? monday.add({ days: 5 }) : monday, last: monday.add({ days: 6 }) }
  }
  return months(year, 1, 12)
}

function months(year: number, month: number, count: number): Days | undefined {
  const first = day(year, month, 1)
  return first && { first, last: first.add({ months: count }).subtract({ days: 1 }) }
}

/** First to last day, as event records write an interval; one day stands alone. */
export const interval = (first: Day, last: Day) =>
  first.equals(last) ? dayValue(first) : `${dayValue(first)}/${dayValue(last)}`

/**
 * A TIMEX3 value as event records write dates: itself where its length says its precision, else an interval of days.
 * A season is no more than its year, for it begins on different days north and south.
 */
export function recordDate(value: string): string | null {
  const plain = value.replace(/T[\w:.]*$/, "")
  if (/^\d{4}(?:-\d{2}){0,2}$/.test(plain)) return plain
  const season = /^(\d{4})-(?:SP|SU|FA|WI)$/.exec(plain)
  if (season) return season[1]!
  const days = daysOf(value)
  if (!days) return null
  return value.startsWith("FY") ? within(days.first, "Y") : interval(days.first, days.last)
}

/** Day of a document's publication, in its zone. */
export function publishedDay(published: string | undefined, zone: string | undefined): Day | undefined {
  if (!published) return undefined
  const plain = /^\d{4}-\d{2}-\d{2}/.exec(published)?.[0]
  try {
    if (/T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(published))
      return Temporal.Instant.from(published)
        .toZonedDateTimeISO(zone ?? "UTC")
        .toPlainDate()
    return plain ? Temporal.PlainDate.from(plain) : undefined
  } catch {
    return plain ? day(Number(plain.slice(0, 4)), Number(plain.slice(5, 7)), Number(plain.slice(8, 10))) : undefined
  }
}

/** Below 0 where the first day is the earlier one, above where it is the later. */
export const compareDays = (a: Day, b: Day) => a.year - b.year || a.month - b.month || a.day - b.day
