import { type Anchors, implied, unknown, type Value } from "./anchors.ts"
import { compareDays, day, daysOf, dayValue, shifted, within } from "./calendar.ts"
import type { Which } from "./meaning.ts"

/** "the 25th": of the month of publication or of the story, the nearest in the direction the words look. */
export function dayOfMonth(dom: number, { published, story, direction, history }: Anchors): Value {
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

const WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"] as const

/**
 * "Tuesday", "last Tuesday": the nearest in the direction the words look; news that does not say looks back.
 * @param target 1 for Monday to 7 for Sunday
 * @param outer the stretch named with it: "Friday of last week"
 */
export function weekday(target: number, which: Which | undefined, outer: string | undefined, anchors: Anchors): Value {
  const days = outer === undefined ? undefined : daysOf(outer)
  if (days)
    return implied(
      dayValue(days.first.add({ days: (target - days.first.dayOfWeek + 7) % 7 })),
      "that weekday of the week named",
    )
  const told = anchors.story ? daysOf(anchors.story)?.first : undefined
  const fromStory = (anchors.history || which === "that") && told && anchors.story!.length >= 10
  const base = fromStory ? told : anchors.published
  if (!base) return { ...unknown(`XXXX-WXX-${target}`), partial: `XXXX-WXX-${target}` }
  const name = fromStory ? `${anchors.story}, told before` : (anchors.name ?? `publication on ${dayValue(base)}`)
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
export function weekdayWithDay(weekday: number, dom: number, anchors: Anchors): Value {
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

/** "over the weekend": the one just past, or on, unless the words look ahead. */
export function weekend(which: Which | undefined, { published, direction }: Anchors): Value {
  if (!published) return unknown("XXXX-WXX-WE")
  const now = published.dayOfWeek >= 6
  const shift = which === "last" ? -1 : which === "next" ? 1 : now || direction > 0 ? 0 : -1
  return implied(
    `${within(shifted(published, shift, "W"), "W")}-WE`,
    `weekend ${shift < 0 ? "before" : "of the week of"} publication on ${dayValue(published)}`,
  )
}
