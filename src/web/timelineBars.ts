import { barAfter, isoDay, type Timeline } from "../api/calendar.ts"
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

/** All bars from the first to the last, without gaps, their events summed by tone. */
export function barsOf({ days, width }: Pick<Timeline, "days" | "width">): readonly Bar[] {
  const inBar = Map.groupBy(days, d => Date.parse(d.day))
  const [first, last] = inBar.keys().reduce(([a, b], at) => [Math.min(a, at), Math.max(b, at)], [Infinity, -Infinity])
  const bars: Bar[] = []
  for (let at = first; at <= last; at = barAfter(width, at)) {
    const here = inBar.get(at) ?? []
    const tones = TONES.flatMap(tone => {
      const ours = here.filter(d => toneOf(d.type) === tone)
      const sum = (took: boolean) => ours.reduce((n, d) => (tookPlace(d.status) === took ? n + d.events : n), 0)
      return ours.length ? [{ tone, done: sum(true), open: sum(false) }] : []
    })
    bars.push({
      since: isoDay(at),
      until: isoDay(barAfter(width, at) - DAY),
      done: tones.reduce((n, t) => n + t.done, 0),
      open: tones.reduce((n, t) => n + t.open, 0),
      tones,
    })
  }
  return bars
}
