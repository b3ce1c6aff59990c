import type { RecordDate } from "../model/eventRecord.ts"

const DAY = 86_400_000

/** When an event can have fallen: the calendar days named, and the instants between which it lies, as far as they are known. */
export interface Days {
  /** First and last calendar day, as days since 1970; `-Infinity` for "on or before". */
  readonly first: number
  readonly last: number
  /** First instant, and the first instant after, in milliseconds since 1970; taken wide where no zone is known. */
  readonly from: number
  readonly to: number
  readonly zone?: string
}

/** Zones run from 14 hours before Greenwich to 12 behind it; a day of unknown zone lies somewhere in between. */
const EASTMOST = 14 * 3_600_000
const WESTMOST = 12 * 3_600_000

/** Calendar days of one part of a date, whose length is its precision: "2022", "2022-05", "2022-05-25". */
function part(value: string): readonly [first: number, last: number] | null {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(value)
  if (!found) return null
  const [, year, month, day] = found
  const first = Date.UTC(Number(year), month ? Number(month) - 1 : 0, day ? Number(day) : 1)
  const after = day ? first + DAY : month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1)
  return [first / DAY, after / DAY - 1]
}

/** The days a record's date may mean; `null` where none is known. */
export function daysOf({ value, zone, utc }: Pick<RecordDate, "value" | "zone" | "utc">): Days | null {
  if (!value) return null
  const [a, b] = value.includes("/") ? value.split("/") : value.startsWith("..") ? ["", value.slice(2)] : [value, value]
  const start = a && a !== ".." ? part(a) : ([-Infinity, -Infinity] as const)
  const end = b && b !== ".." ? part(b) : ([Infinity, Infinity] as const)
  if (!start || !end) return null
  const [first, last] = [start[0], end[1]]
  const known = utc && Number.isFinite(first) && Number.isFinite(last)
  return {
    first,
    last,
    from: known ? Date.parse(utc.from) : first * DAY - EASTMOST,
    to: known ? Date.parse(utc.to) : (last + 1) * DAY + WESTMOST,
    ...(zone ? { zone } : {}),
  }
}

/** How many days a date leaves open: 1 for a known day. */
export const width = ({ first, last }: Days): number => last - first + 1

/** How the days of two tellings stand to each other. */
export type Nearness = "same" | "neighbour" | "within" | "apart" | "unknown"

/**
 * Compares two dates. "same": one and the same calendar day; "neighbour": calendar days next to each other that name common hours,
 * as Wednesday in Washington and Thursday in Seoul do; "within": one leaves open what the other says; "apart": no common hour.
 */
export function nearness(a: Days | null, b: Days | null): Nearness {
  if (!a || !b) return "unknown"
  const exact = width(a) === 1 && width(b) === 1
  const sameZone = a.zone !== undefined && a.zone === b.zone
  const common = sameZone ? a.first <= b.last && b.first <= a.last : a.from < b.to && b.from < a.to
  if (!common) return "apart"
  if (!exact) return "within"
  if (a.first === b.first) return "same"
  return Math.abs(a.first - b.first) === 1 ? "neighbour" : "apart"
}

/**
 * Whole days between two dates, counted in one zone: from the start of one to the start of the other, in hours.
 * Wednesday in Washington and Wednesday sixteen weeks later in Seoul are 111 days apart, for Seoul's day starts earlier.
 */
export function daysApart(a: Days, b: Days): number {
  const [early, late] = a.first <= b.first ? [a, b] : [b, a]
  const start = Number.isFinite(early.first) && width(early) === 1 ? early.from : early.to
  return Number.isFinite(start) ? Math.max(0, Math.floor((late.from - start) / DAY)) : 0
}

/** The calendar day `days` since 1970, as an ISO date. */
export const isoDay = (days: number): string => new Date(days * DAY).toISOString().slice(0, 10)
