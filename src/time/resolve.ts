import holidays from "../../data/time/holidays.json" with { type: "json" }
import type { Certainty } from "../model/document.ts"
import type { Time } from "../model/layers.ts"
import { type Day, day, daysOf, dayValue, interval, recordDate, shifted, within, yearValue } from "./calendar.ts"
import type { Direction } from "./direction.ts"
import type { Meaning, Which } from "./meaning.ts"

/** From where, and in which direction, an expression is counted. */
export interface Anchors {
  /** Day of publication in its zone; absent where the document bears no date. */
  readonly published?: Day
  /** The value told last before this expression, where it names days. */
  readonly story?: string
  /** -1 where the words around look back, 1 where they look ahead, 0 where they do not say. */
  readonly direction: Direction
  /** Whether the text tells a history, so that "in April" belongs to the year told of, not to that of publication. */
  readonly history: boolean
}

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

/** A value on the calendar, with how it was reached. */
interface Value {
  readonly timex: string
  readonly date?: string | null
  readonly partial?: string
  readonly certainty: Certainty
  readonly reason: string
}

const stated = (timex: string, reason: string): Value => ({ timex, certainty: "stated", reason })
const implied = (timex: string, reason: string): Value => ({ timex, certainty: "implied", reason })

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

const NAMES: Readonly<Record<string, string>> = {
  D: "day",
  W: "week",
  M: "month",
  Q: "quarter",
  Y: "year",
  E: "decade",
  C: "century",
  WE: "weekend",
}

function period(meaning: Meaning & { is: "period" }, anchors: Anchors): Value {
  const { unit } = meaning
  // "The quarter" is the one told of, and where none is, that which is over: results are told once it has ended.
  const over = unit === "Q" && meaning.shift === 0 && meaning.from === "story" && !/-Q\d$/.test(anchors.story ?? "")
  const shift = over && anchors.direction <= 0 ? -1 : meaning.shift
  const anchor = anchorDay(over ? "publication" : meaning.from, anchors)
  if (!anchor) return unknown(unit === "D" ? "XXXX-XX-XX" : "XXXX")
  const reason = `${shift === 0 ? "the" : `${Math.abs(shift)} ${shift < 0 ? "before" : "after"} the`} ${NAMES[unit] ?? "time"} of ${anchor.name}`
  if (unit === "WE") return implied(`${within(shifted(anchor.day, shift, "W"), "W")}-WE`, reason)
  return implied(within(shifted(anchor.day, shift, unit), unit), reason)
}

function offset({ count, unit, more = [], from }: Meaning & { is: "offset" }, anchors: Anchors): Value {
  // Beside a quarter, "a year ago" is the same quarter of the year before.
  const quarterly = unit === "Y" && from === "publication" && /-Q\d$/.test(anchors.story ?? "")
  const anchor = anchorDay(quarterly ? "story" : from, anchors)
  if (!anchor) return unknown("XXXX-XX-XX")
  const reason = `${Math.abs(count)} ${NAMES[unit] ?? unit} ${count < 0 ? "before" : "after"} ${anchor.name}`
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

/** Nothing to count from: what the words themselves say is kept, the rest is not invented. */
function unknown(timex: string): Value {
  return {
    timex,
    date: null,
    ...(/\d/.test(timex) ? { partial: timex } : {}),
    certainty: "stated",
    reason: "nothing to count from",
  }
}

/** "the 25th": of the month of publication or of the story, the nearest in the direction the words look. */
function dayOfMonth(dom: number, { published, story, direction, history }: Anchors): Value {
  const told = story ? daysOf(story)?.first : undefined
  const base =
    history || (told && published && !told.equals(published) && story!.length >= 7) ? (told ?? published) : published
  const partial = `XXXX-XX-${String(dom).padStart(2, "0")}`
  if (!base) return unknown(partial)
  for (const step of direction > 0 ? [0, 1, 2] : base === told ? [0, 1] : [0, -1, -2]) {
    const month = shifted(base.with({ day: 1 }), step, "M")
    const found = day(month.year, month.month, dom)
    if (!found) continue
    const ahead = compareDays(found, base)
    if (base === told ? ahead >= 0 || step > 0 : direction > 0 ? ahead >= 0 : ahead <= 0)
      return implied(dayValue(found), `nearest day ${dom} ${direction > 0 ? "from" : "up to"} ${dayValue(base)}`)
  }
  return unknown(partial)
}

const compareDays = (a: Day, b: Day) => a.year - b.year || a.month - b.month || a.day - b.day

function calendarValue(fields: Meaning & { is: "calendar" }, anchors: Anchors): Value {
  if (fields.weekday !== undefined && fields.day !== undefined && fields.month === undefined)
    return weekdayWithDay(fields.weekday, fields.day, anchors)
  if (fields.season === "WE") return weekend(fields.which, anchors)
  if (fields.weekday !== undefined && fields.day === undefined && fields.month === undefined)
    return weekday(fields, anchors)
  const year = yearOf(fields, anchors)
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

/** The year meant where the words give month, season, quarter or holiday only. */
function yearOf(fields: Meaning & { is: "calendar" }, anchors: Anchors): { value?: number; reason: string } {
  if (fields.year !== undefined) return { value: fields.year, reason: "in the words" }
  const { published, direction, history } = anchors
  if (fields.in) {
    const days = daysOf(onCalendar(fields.in, anchors).timex)
    return days ? { value: days.first.year, reason: "year named with it" } : { reason: "nothing to count from" }
  }
  const told = anchors.story ? daysOf(anchors.story)?.first : undefined
  const base = history && told ? told : published
  if (!base) return { reason: "nothing to count from" }
  const { which } = fields
  if (history && told && (!which || which === "that"))
    return { value: yearTold(fields, told, anchors.story!), reason: `counted from ${anchors.story}, told before` }
  const stretchIn = (year: number) => stretchOf(fields, year)
  const years = [base.year - 1, base.year, base.year + 1]
  const named = `counted from publication on ${dayValue(base)}`
  const starts = (year: number) => compareDays(stretchIn(year).first, base) > 0
  const ends = (year: number) => compareDays(stretchIn(year).last, base) < 0
  if (which === "last") return { value: years.toReversed().find(ends) ?? base.year, reason: `the last one, ${named}` }
  if (which === "next") return { value: years.find(starts) ?? base.year, reason: `the next one, ${named}` }
  if (which === "this") return { value: base.year, reason: `this one, ${named}` }
  return { value: nearest(years, base, stretchIn, direction), reason: `nearest one, ${named}` }
}

/**
 * A history goes forward: the year in which the month comes nearest to the date told last, a look back of more than
 * seven months being taken for a step ahead.
 */
function yearTold({ month, season }: Meaning & { is: "calendar" }, told: Day, story: string): number {
  const wanted = month ?? (season ? { SP: 4, SU: 7, FA: 10, WI: 12 }[season] : undefined)
  if (wanted === undefined || story.replace(/^BC/, "").length <= 4) return told.year
  const steps = wanted - told.month
  if (steps < -7) return told.year + 1
  if (steps > 8) return told.year - 1
  return told.year
}

/** How much farther a date must lie in the direction in which the words do not look, to be the less likely one. */
const AGAINST = 2.5
/** Where they do not say, reports look back rather than ahead. */
const UNSAID = 1.3

function nearest(
  years: readonly number[],
  base: Day,
  stretchIn: (year: number) => { first: Day; last: Day },
  direction: number,
): number {
  const away = (year: number) => {
    const { first, last } = stretchIn(year)
    if (compareDays(first, base) > 0)
      return base.until(first).days * (direction === 0 ? UNSAID : direction < 0 ? AGAINST ** -direction : 1)
    if (compareDays(last, base) < 0) return last.until(base).days * (direction > 0 ? AGAINST ** direction : 1)
    return 0
  }
  return years.reduce((best, year) => (away(year) < away(best) ? year : best))
}

function stretchOf(
  { month, day: dom, season, quarter, half, holiday: name }: Meaning & { is: "calendar" },
  year: number,
): { first: Day; last: Day } {
  const y = yearValue(year)
  const value =
    name !== undefined
      ? (holiday(name, year) ?? y)
      : season
        ? `${y}-${season}`
        : quarter
          ? `${y}-Q${quarter}`
          : half
            ? `${y}-H${half}`
            : `${y}-${String(month ?? 1).padStart(2, "0")}${dom ? `-${String(dom).padStart(2, "0")}` : ""}`
  return daysOf(value) ?? daysOf(y)!
}

function weekday({ weekday: wanted, which, in: outer }: Meaning & { is: "calendar" }, anchors: Anchors): Value {
  const target = wanted!
  if (outer) {
    const days = daysOf(onCalendar(outer, anchors).timex)
    if (days)
      return implied(
        dayValue(days.first.add({ days: (target - days.first.dayOfWeek + 7) % 7 })),
        "that weekday of the week named",
      )
  }
  const told = anchors.story ? daysOf(anchors.story)?.first : undefined
  const fromStory = (anchors.history || which === "that") && told && anchors.story!.length >= 10
  const base = fromStory ? told : anchors.published
  if (!base) return { ...unknown(`XXXX-WXX-${target}`), partial: `XXXX-WXX-${target}` }
  const name = fromStory ? `${anchors.story}, told before` : `publication on ${dayValue(base)}`
  const dayName = WEEKDAYS[target - 1]!
  const back = (base.dayOfWeek - target + 7) % 7
  const ahead = (target - base.dayOfWeek + 7) % 7
  if (which === "last") return implied(dayValue(base.subtract({ days: back || 7 })), `latest ${dayName} before ${name}`)
  if (which === "next") return implied(dayValue(base.add({ days: ahead || 7 })), `next ${dayName} after ${name}`)
  if (which === "this" && anchors.direction >= 0)
    return implied(dayValue(base.add({ days: target - base.dayOfWeek })), `${dayName} of the week of ${name}`)
  if (fromStory || anchors.direction > 0)
    return implied(dayValue(base.add({ days: ahead })), `first ${dayName} on or after ${name}`)
  return implied(dayValue(base.subtract({ days: back })), `latest ${dayName} on or before ${name}`)
}

/** "Friday the 22nd": the nearest month in which the 22nd is a Friday. */
function weekdayWithDay(weekday: number, dom: number, anchors: Anchors): Value {
  const partial = `XXXX-XX-${String(dom).padStart(2, "0")}`
  const base = (anchors.history && anchors.story ? daysOf(anchors.story)?.first : undefined) ?? anchors.published
  if (!base) return unknown(partial)
  for (const step of anchors.direction > 0 ? [0, 1, 2, -1, 3, -2] : [0, -1, 1, -2, 2, -3]) {
    const month = shifted(base.with({ day: 1 }), step, "M")
    const found = day(month.year, month.month, dom)
    if (found?.dayOfWeek === weekday)
      return implied(dayValue(found), `nearest month whose day ${dom} is a ${WEEKDAYS[weekday - 1]}`)
  }
  return unknown(partial)
}

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const

/** "over the weekend": the one just past, or on, unless the words look ahead. */
function weekend(which: Which | undefined, { published, direction }: Anchors): Value {
  if (!published) return unknown("XXXX-WXX-WE")
  const now = published.dayOfWeek >= 6
  const shift = which === "last" ? -1 : which === "next" ? 1 : now || direction > 0 ? 0 : -1
  return implied(
    `${within(shifted(published, shift, "W"), "W")}-WE`,
    `weekend ${shift < 0 ? "before" : "of the week of"} publication on ${dayValue(published)}`,
  )
}

const { fixed, floating, easter } = holidays as unknown as {
  fixed: Readonly<Record<string, readonly [number, number]>>
  floating: Readonly<Record<string, readonly [number, number, number]>>
  easter: Readonly<Record<string, number>>
}

function holiday(name: string, year: number | undefined): string | undefined {
  const onDay = fixed[name]
  const pad = (n: number) => String(n).padStart(2, "0")
  if (onDay) return `${year === undefined ? "XXXX" : yearValue(year)}-${pad(onDay[0])}-${pad(onDay[1])}`
  if (year === undefined) return undefined
  const floats = floating[name]
  if (floats) {
    const [month, target, nth] = floats
    const first = day(year, month, 1)!
    if (nth > 0) return dayValue(first.add({ days: ((target - first.dayOfWeek + 7) % 7) + 7 * (nth - 1) }))
    const last = first.add({ months: 1 }).subtract({ days: 1 })
    return dayValue(last.subtract({ days: (last.dayOfWeek - target + 7) % 7 }))
  }
  const days = easter[name]
  return days === undefined ? undefined : dayValue(easterSunday(year).add({ days }))
}

/** Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, ch. 8). */
function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114
  return day(year, Math.floor(f / 31), (f % 31) + 1)!
}
