import type { TimelineAnswer } from "../record/answers.ts"
import { TONES, type Tone, toneOf } from "./tones.ts"
import { tookPlace } from "./wording.ts"

/** The events of one day, week, month, quarter or year. */
export interface Bar {
  /** First and last day, ISO. */
  readonly since: string
  readonly until: string
  readonly done: number
  readonly open: number
  readonly tones: readonly { readonly tone: Tone; readonly done: number; readonly open: number }[]
}

const DAY = 86_400_000
const iso = (ms: number) => new Date(ms).toISOString().slice(0, 10)

/** Widths a bar may have: how to find the first day of the bar that holds a day, and of the next. */
const WIDTHS: readonly {
  readonly days: number
  readonly first: (ms: number) => number
  readonly next: (ms: number) => number
}[] = [
  { days: 1, first: ms => ms, next: ms => ms + DAY },
  // Weeks begin on Monday; day 4 of the epoch was one.
  { days: 7, first: ms => ms - ((((ms / DAY - 4) % 7) + 7) % 7) * DAY, next: ms => ms + 7 * DAY },
  ...[1, 3, 12].map(months => ({
    days: months * 28,
    first: (ms: number) => {
      const at = new Date(ms)
      return Date.UTC(at.getUTCFullYear(), Math.floor(at.getUTCMonth() / months) * months)
    },
    next: (ms: number) => Date.UTC(new Date(ms).getUTCFullYear(), new Date(ms).getUTCMonth() + months),
  })),
]

/** Gathers days into at most `most` bars without gaps, as narrow as the calendar allows; at years it stops. */
export function barsOf(days: TimelineAnswer["days"], most: number): readonly Bar[] {
  const dated = days.map(d => ({ ...d, at: Date.parse(d.day) })).filter(d => !Number.isNaN(d.at))
  if (dated.length === 0) return []
  const from = dated.reduce((ms, d) => Math.min(ms, d.at), Number.POSITIVE_INFINITY)
  const to = dated.reduce((ms, d) => Math.max(ms, d.at), Number.NEGATIVE_INFINITY)
  const width = WIDTHS.find(w => (to - from) / DAY / w.days < most) ?? WIDTHS.at(-1)!
  const inBar = Map.groupBy(dated, d => width.first(d.at))
  const bars: Bar[] = []
  for (let at = width.first(from); at <= to; at = width.next(at)) {
    const here = inBar.get(at) ?? []
    const tones = TONES.flatMap(tone => {
      const ours = here.filter(d => toneOf(d.type) === tone)
      const sum = (took: boolean) => ours.reduce((n, d) => (tookPlace(d.status) === took ? n + d.events : n), 0)
      return ours.length ? [{ tone, done: sum(true), open: sum(false) }] : []
    })
    bars.push({
      since: iso(at),
      until: iso(width.next(at) - DAY),
      done: tones.reduce((n, t) => n + t.done, 0),
      open: tones.reduce((n, t) => n + t.open, 0),
      tones,
    })
  }
  return bars
}
