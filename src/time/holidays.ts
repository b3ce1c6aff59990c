import holidays from "../../data/time/holidays.json" with { type: "json" }
import { type Day, day, dayValue, yearValue } from "./calendar.ts"

const { fixed, floating, easter } = holidays as unknown as {
  fixed: Readonly<Record<string, readonly [number, number]>>
  floating: Readonly<Record<string, readonly [number, number, number]>>
  easter: Readonly<Record<string, number>>
}

/** The day of a holiday in a year; without a year, what is known of a fixed one: "XXXX-12-25". `undefined` where no such holiday is known. */
export function holiday(name: string, year: number | undefined): string | undefined {
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
