import type { TimelineAnswer } from "../record/answers.ts"

/** How wide the bars of a timeline may be. */
export const WIDTHS = ["day", "week", "month", "quarter", "year"] as const
export type Width = (typeof WIDTHS)[number]

const DAY = 86_400_000

/** Fewest days of each width. */
const DAYS: Readonly<Record<Width, number>> = { day: 1, week: 7, month: 28, quarter: 84, year: 336 }
const MONTHS: Readonly<Partial<Record<Width, number>>> = { month: 1, quarter: 3, year: 12 }

/** First instant of the bar that holds an instant, both in milliseconds since the epoch. Weeks begin on Monday. */
export function barAt(width: Width, ms: number): number {
  const months = MONTHS[width]
  if (months) {
    const at = new Date(ms)
    return Date.UTC(at.getUTCFullYear(), Math.floor(at.getUTCMonth() / months) * months)
  }
  // Day 4 of the epoch was a Monday.
  return width === "day" ? ms : ms - ((((ms / DAY - 4) % 7) + 7) % 7) * DAY
}

/** First instant of the bar after the one that begins at `ms`. */
export function barAfter(width: Width, ms: number): number {
  const months = MONTHS[width]
  if (!months) return ms + DAYS[width] * DAY
  return Date.UTC(new Date(ms).getUTCFullYear(), new Date(ms).getUTCMonth() + months)
}

export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** A timeline in bars: `day` is the first day of each. */
export interface Timeline extends TimelineAnswer {
  readonly width: Width
}

/**
 * Gathers days into at most `most` bars, as narrow as the calendar allows; at years it stops.
 * @param since first day asked for, or a month or year: an event that began before it counts on it
 */
export function inBars(timeline: TimelineAnswer, most: number, since?: string): Timeline {
  const start = since === undefined ? Number.NEGATIVE_INFINITY : Date.parse(since)
  const dated = timeline.days.flatMap(d => {
    const at = Date.parse(d.day)
    return Number.isNaN(at) ? [] : [{ ...d, at: Math.max(at, start) }]
  })
  const first = dated.reduce((ms, d) => Math.min(ms, d.at), Number.POSITIVE_INFINITY)
  const last = dated.reduce((ms, d) => Math.max(ms, d.at), Number.NEGATIVE_INFINITY)
  const width = WIDTHS.find(w => (last - first) / DAY / DAYS[w] < most) ?? "year"
  const bars = new Map<string, TimelineAnswer["days"][number]>()
  for (const { at, type, status, events } of dated) {
    const day = isoDay(barAt(width, at))
    const key = `${day} ${type} ${status}`
    bars.set(key, { day, type, status, events: (bars.get(key)?.events ?? 0) + events })
  }
  return { ...timeline, width, days: [...bars.values()] }
}
