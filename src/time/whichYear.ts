import type { Anchors } from "./anchors.ts"
import { compareDays, type Day, daysOf, dayValue, yearValue } from "./calendar.ts"
import { holiday } from "./holidays.ts"
import type { Meaning } from "./meaning.ts"

/**
 * The year meant where the words give month, season, quarter or holiday only.
 * @param outer the year named with it: "March of last year"
 */
export function yearOf(
  fields: Meaning & { is: "calendar" },
  outer: string | undefined,
  anchors: Anchors,
): { value?: number; reason: string } {
  if (fields.year !== undefined) return { value: fields.year, reason: "in the words" }
  const { published, direction, history } = anchors
  if (outer !== undefined) {
    const days = daysOf(outer)
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
  const named = `counted from ${anchors.name ?? `publication on ${dayValue(base)}`}`
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
