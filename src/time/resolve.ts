import type { Certainty } from "../model/document.ts"
import type { Time } from "../model/layers.ts"
import { type Anchors, implied, stated, unknown, type Value } from "./anchors.ts"
import {
  compareDays,
  type Day,
  day,
  daysOf,
  dayValue,
  interval,
  recordDate,
  shifted,
  type Unit,
  within,
  yearValue,
} from "./calendar.ts"
import { holiday } from "./holidays.ts"
import type { Meaning } from "./meaning.ts"
import { dayOfMonth, weekday, weekdayWithDay, weekend } from "./whichDay.ts"
import { yearOf } from "./whichYear.ts"

/** What an expression comes to: the fields of `Time` that need no place in the text. */
export interface Resolved {
  readonly type: Time["type"]
  readonly timex: string
  readonly date: string | null
  readonly partial?: string
  readonly mod?: string
  readonly zone?: string
  readonly certainty: Certainty
  readonly reason: string
}

/** Works out what the words mean on the calendar. Where nothing is known to count from, the parts that are known stay. */
export function resolve(meaning: Meaning, anchors: Anchors): Resolved {
  const { mod, zone, clock } = meaning
  const extras = { ...(mod ? { mod } : {}), ...(zone ? { zone } : {}) }
  switch (meaning.is) {
    case "set":
      return { type: "SET", timex: meaning.value, date: null, certainty: "stated", reason: "how often", ...extras }
    case "duration":
      return { type: "DURATION", timex: meaning.value, ...stretch(meaning, anchors), ...extras }
  }
  const value = onCalendar(meaning, anchors)
  const timex = clock ? `${value.timex}T${clock}` : value.timex
  const whole = value.date === undefined ? recordDate(value.timex) : value.date
  const date = meaning.is === "period" ? partOf(whole, value.timex, mod, anchors) : whole
  return {
    type: meaning.is === "chain" && meaning.value ? "DURATION" : clock || /T\d/.test(timex) ? "TIME" : "DATE",
    timex,
    date: value.timex === "PAST_REF" && anchors.published ? `..${dayValue(anchors.published)}` : date,
    ...(value.partial ? { partial: value.partial } : {}),
    certainty: value.certainty,
    reason: value.reason,
    ...extras,
  }
}

/** "earlier this month" reaches from its first day to publication, "later this month" from there to its end. */
function partOf(date: string | null, timex: string, mod: string | undefined, { published }: Anchors): string | null {
  const days = daysOf(timex)
  if (!published || !days || (mod !== "BEFORE" && mod !== "AFTER")) return date
  // Of a year, no more is said than that it is the year.
  if (/^\d{4}$/.test(timex) || compareDays(published, days.first) <= 0 || compareDays(published, days.last) >= 0)
    return date
  return mod === "BEFORE"
    ? `${dayValue(days.first)}/${dayValue(published)}`
    : `${dayValue(published)}/${dayValue(days.last)}`
}

/** The days that "the past three weeks" covers; a bare length covers none. */
function stretch(
  meaning: Meaning & { is: "duration" },
  { published }: Anchors,
): Pick<Resolved, "date" | "certainty" | "reason"> {
  const { toward, count, unit } = meaning
  if (!toward || count === undefined || !unit || !published)
    return { date: null, certainty: "stated", reason: "how long" }
  const other = shifted(published, toward * count, unit)
  // Days and weeks past reach to yesterday, longer stretches to the day itself; what is to come begins tomorrow.
  const last = unit === "D" || unit === "W" ? published.subtract({ days: 1 }) : published
  const [a, b] = toward < 0 ? [other, last] : [published.add({ days: 1 }), other]
  if (compareDays(a, b) > 0)
    return { date: dayValue(published), certainty: "implied", reason: "within the day of publication" }
  const date = interval(a, b)
  return {
    date,
    certainty: "implied",
    reason: `${toward < 0 ? "up to" : "from"} publication on ${dayValue(published)}`,
  }
}

function onCalendar(meaning: Meaning, anchors: Anchors): Value {
  switch (meaning.is) {
    case "fixed":
      return stated(meaning.value, meaning.value.endsWith("_REF") ? "no day said" : "in the words")
    case "chain":
      return {
        timex: meaning.value ?? "XXXX-XX-XX",
        date: null,
        certainty: "stated",
        reason: "counted from the clause that follows",
      }
    case "dayOfMonth":
      return dayOfMonth(meaning.day, anchors)
    case "period":
      return period(meaning, anchors)
    case "offset":
      return offset(meaning, anchors)
    case "nth":
      return nth(meaning, anchors)
    case "calendar":
      return calendarValue(meaning, anchors)
    default:
      return stated(meaning.value, "in the words")
  }
}

/** The day to count from, and how to call it. */
function anchorDay(
  from: "publication" | "story" | Meaning,
  anchors: Anchors,
): { day: Day; name: string; value: string } | undefined {
  if (typeof from === "object") {
    const { timex } = onCalendar(from, anchors)
    const days = daysOf(timex)
    return days && { day: days.first, name: timex, value: timex }
  }
  const told = from === "story" && anchors.story ? daysOf(anchors.story) : undefined
  if (told) return { day: told.first, name: `${anchors.story}, told before`, value: anchors.story! }
  const { published } = anchors
  return published && { day: published, name: `publication on ${dayValue(published)}`, value: dayValue(published) }
}

const NAMES: Readonly<Record<Unit | "WE", string>> = {
  S: "second",
  MIN: "minute",
  H: "hour",
  D: "day",
  W: "week",
  M: "month",
  Q: "quarter",
  Y: "year",
  "2W": "fortnight",
  HY: "half-year",
  E: "decade",
  C: "century",
  L: "millennium",
  WE: "weekend",
}

const PLURALS: Readonly<Record<string, string>> = { century: "centuries", millennium: "millennia" }

/** So many of a unit, in words: "1 day", "3 weeks". */
export function counted(count: number, unit: Unit | "WE"): string {
  const name = NAMES[unit]
  return Math.abs(count) === 1 ? `1 ${name}` : `${Math.abs(count)} ${PLURALS[name] ?? `${name}s`}`
}

function period(meaning: Meaning & { is: "period" }, anchors: Anchors): Value {
  const { unit } = meaning
  // "The quarter" is the one told of, and where none is, that which is over: results are told once it has ended.
  // So is "the year-ago quarter", four quarters before.
  const over = unit === "Q" && meaning.shift % 4 === 0 && meaning.from === "story" && !/-Q\d$/.test(anchors.story ?? "")
  const shift = over && anchors.direction <= 0 ? meaning.shift - 1 : meaning.shift
  const anchor = anchorDay(over ? "publication" : meaning.from, anchors)
  if (!anchor) return unknown(unit === "D" ? "XXXX-XX-XX" : "XXXX")
  const whole = `the ${NAMES[unit] ?? "time"} of ${anchor.name}`
  const away = `${counted(shift, unit)} ${shift < 0 ? "before" : "after"}`
  const reason = shift === 0 ? whole : `${away} ${unit === "D" ? anchor.name : whole}`
  if (unit === "WE") return implied(`${within(shifted(anchor.day, shift, "W"), "W")}-WE`, reason)
  return implied(within(shifted(anchor.day, shift, unit), unit), reason)
}

function offset({ count, unit, more = [], from }: Meaning & { is: "offset" }, anchors: Anchors): Value {
  // Beside a quarter, "a year ago" is the same quarter of the year before.
  const quarterly = unit === "Y" && from === "publication" && /-Q\d$/.test(anchors.story ?? "")
  const anchor = anchorDay(quarterly ? "story" : from, anchors)
  if (!anchor) return unknown("XXXX-XX-XX")
  const reason = `${counted(count, unit)} ${count < 0 ? "before" : "after"} ${anchor.name}`
  const whole = Math.trunc(count)
  const halves = count - whole
  const first = shifted(shifted(anchor.day, whole, unit), unit === "Y" ? halves * 12 : 0, "M")
  const moved = more.reduce((day, next) => shifted(day, next.count, next.unit), first)
  // A year from a quarter or a month is that quarter or month again.
  const finer = unit === "Y" ? (/-Q/.test(anchor.value) ? "Q" : /^\d{4}-\d{2}$/.test(anchor.value) ? "M" : "Y") : unit
  return implied(within(moved, more.at(-1)?.unit ?? (unit === "E" ? "Y" : finer)), reason)
}

function nth({ nth, unit, weekday: wanted, in: outer }: Meaning & { is: "nth" }, anchors: Anchors): Value {
  const value = onCalendar(outer, anchors)
  const days = daysOf(value.timex)
  if (!days) return value
  const reason = `counted within ${value.timex}`
  if (wanted === undefined) {
    const moved = nth > 0 ? shifted(days.first, nth - 1, unit) : days.last
    return compareDays(moved, days.last) > 0
      ? unknown(value.timex)
      : { timex: within(moved, unit), certainty: value.certainty, reason }
  }
  const found =
    nth > 0
      ? days.first.add({ days: ((wanted - days.first.dayOfWeek + 7) % 7) + 7 * (nth - 1) })
      : days.last.subtract({ days: (days.last.dayOfWeek - wanted + 7) % 7 })
  return compareDays(found, days.last) > 0
    ? unknown(value.timex)
    : { timex: dayValue(found), certainty: value.certainty, reason }
}

/** "The following Tuesday" is counted from the day told before as "next Tuesday" is from publication. */
function countedFromStory(anchors: Anchors): Anchors {
  const told = anchors.story && anchors.story.length >= 10 ? daysOf(anchors.story)?.first : undefined
  return told ? { ...anchors, published: told, name: `${anchors.story}, told before` } : anchors
}

function calendarValue(fields: Meaning & { is: "calendar" }, from: Anchors): Value {
  const anchors = fields.fromStory ? countedFromStory(from) : from
  if (fields.weekday !== undefined && fields.day !== undefined && fields.month === undefined)
    return weekdayWithDay(fields.weekday, fields.day, anchors)
  if (fields.season === "WE") return weekend(fields.which, anchors)
  const outer = fields.in && onCalendar(fields.in, anchors).timex
  if (fields.weekday !== undefined && fields.day === undefined && fields.month === undefined)
    return weekday(fields.weekday, fields.which, outer, anchors)
  const year = yearOf(fields, outer, anchors)
  const known = year.value === undefined ? "XXXX" : yearValue(year.value)
  const certainty: Certainty = fields.year === undefined ? "implied" : "stated"
  const give = (timex: string, extra: Partial<Value> = {}): Value =>
    year.value === undefined ? unknown(timex) : { timex, certainty, reason: year.reason, ...extra }
  if (fields.holiday !== undefined) return give(holiday(fields.holiday, year.value) ?? known)
  if (fields.season !== undefined) return give(`${known}-${fields.season}`)
  if (fields.quarter !== undefined) return give(`${fields.fiscal ? "FY" : ""}${known}-Q${fields.quarter}`)
  if (fields.half !== undefined) return give(`${known}-H${fields.half}`)
  if (fields.month === undefined) {
    if (fields.untilYear !== undefined) return give(known, { date: `${known}-01-01/${fields.untilYear}-12-31` })
    return give(fields.fiscal ? `FY${known}` : known)
  }
  const month = `${known}-${String(fields.month).padStart(2, "0")}`
  if (fields.day === undefined) return give(month)
  const first = `${month}-${String(fields.day).padStart(2, "0")}`
  if (year.value !== undefined && !day(year.value, fields.month, fields.day)) return unknown(month)
  if (fields.untilDay === undefined || fields.untilDay <= fields.day) return give(first)
  return give(first, { date: `${first}/${month}-${String(fields.untilDay).padStart(2, "0")}` })
}
