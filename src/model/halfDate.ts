/** A stretch of time that an event must fall in, and why: "Antony Blinken was Secretary of State of USA". */
export interface Bounds {
  /** First and last day, or a prefix of them ("2021-01"); absent where the stretch is open on that side. */
  readonly from?: string
  readonly to?: string
  readonly reason: string
}

/**
 * The days that half a date can mean, by facts known beside the text. It stands beside the date and never fills it in.
 * Always implied, never stated.
 */
export interface SuggestedDate {
  /** The one day possible, or the first and last of the possible ones as "a/b". */
  readonly value: string
  readonly reasons: readonly [string, ...string[]]
}

/** Longest stretch worth suggesting: beyond it the bounds say hardly more than nothing. */
const LONGEST_YEARS = 10

/**
 * The days that the known part of a date ("XXXX-XX-25", "XXXX-05-25", "XXXX-05") can mean within all the bounds at once.
 * `undefined` where the part names neither day nor month, where the bounds are open on a side, more than ten years
 * apart or at odds with each other, and where no such day lies between them.
 */
export function narrow(partial: string, bounds: readonly Bounds[]): SuggestedDate | undefined {
  const part = /^XXXX-(XX|\d\d)(?:-(\d\d))?$/.exec(partial)
  const [, month, day] = part ?? []
  if (!month || (month === "XX" && !day)) return undefined
  const from = bounds.flatMap(b => b.from ?? []).reduce((a, b) => (padded(a, "-01") > padded(b, "-01") ? a : b), "")
  const to = bounds.flatMap(b => b.to ?? []).reduce((a, b) => (padded(a, "-31") < padded(b, "-31") ? a : b), "9")
  const [first, last] = [padded(from, "-01"), padded(to, "-31")]
  if (from === "" || to === "9" || last < first) return undefined
  const [year, end] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  if (end - year > LONGEST_YEARS) return undefined
  const possible: string[] = []
  for (let y = year; y <= end; y++)
    for (let m = 1; m <= 12; m++) {
      if (month !== "XX" && m !== Number(month)) continue
      const found = `${y}-${String(m).padStart(2, "0")}${day ? `-${day}` : ""}`
      const within = padded(found, "-31") >= first && padded(found, "-01") <= last
      if (within && (!day || isDay(found))) possible.push(found)
    }
  const [one, ...more] = possible
  const reasons = bounds.filter(b => b.from ?? b.to).map(b => b.reason)
  if (!one || reasons.length === 0) return undefined
  return { value: more.length ? `${one}/${more.at(-1)}` : one, reasons: reasons as [string, ...string[]] }
}

/** A prefix of a date as its first or last day, for comparing by letters: "2021" is up to "2021-31-31". */
const padded = (date: string, by: "-01" | "-31") => (date + by + by).slice(0, 10)

const isDay = (date: string) => new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
