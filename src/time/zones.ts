import type { Temporal } from "temporal-polyfill"
import zones from "../../data/time/zones.json" with { type: "json" }
import { daysOf } from "./calendar.ts"

const PLACES: Readonly<Record<string, string>> = { ...zones.places, ...zones.zoneNames }
const ABBREVIATIONS: Readonly<Record<string, string>> = zones.abbreviations

const PLACE_TIME =
  /[\s,]{0,2}(\()?(?:in )?((?:[A-Z][\w.]{1,14}[ ,]{0,2}){1,3}|local )(?:[Ss]tandard |[Dd]aylight )?time\b(\))?/y
const ABBREVIATION = /[\s,]{1,2}(\()?([A-Z]{2,4})\b(\))?/y

/** The zone written after an expression: "(Seoul time)", "Moscow time", "KST"; with the end of those words. */
export function zoneAfter(text: string, at: number): { zone?: string; to: number } | undefined {
  PLACE_TIME.lastIndex = at
  const named = PLACE_TIME.exec(text)
  if (named && (named[1] === undefined) === (named[3] === undefined)) {
    const place = named[2]!.trim().replace(/,$/, "").toLowerCase()
    const zone = PLACES[place]
    if (zone || place === "local") return { ...(zone ? { zone } : {}), to: PLACE_TIME.lastIndex }
  }
  ABBREVIATION.lastIndex = at
  const short = ABBREVIATION.exec(text)
  const zone = short && ABBREVIATIONS[short[2]!]
  if (short && zone && (short[1] === undefined) === (short[3] === undefined))
    return { zone, to: ABBREVIATION.lastIndex }
  return undefined
}

const cache = new Map<string, { from: string; to: string } | undefined>()

/**
 * First instant of a record's date and the first after it. Without a zone the widest bounds are given, from UTC+14
 * to UTC-12, so that two days overlap unless they are apart everywhere on earth.
 */
export function utc(date: string, zone: string | undefined): { from: string; to: string } | undefined {
  const key = `${zone ?? ""} ${date}`
  if (cache.has(key)) return cache.get(key)
  if (cache.size > 5000) cache.clear()
  const value = interval(date, zone)
  cache.set(key, value)
  return value
}

function interval(date: string, zone: string | undefined): { from: string; to: string } | undefined {
  if (date.startsWith("..") || date.endsWith("..")) return undefined
  const [a, b = a] = date.split("/") as [string, string?]
  const first = daysOf(a)?.first
  const last = daysOf(b)?.last
  if (!first || !last || first.year < 1 || last.year > 9999) return undefined
  try {
    const from = first.toZonedDateTime({ timeZone: zone ?? "+14:00" }).toInstant()
    const to = last
      .add({ days: 1 })
      .toZonedDateTime({ timeZone: zone ?? "-12:00" })
      .toInstant()
    return { from: from.toString(), to: to.toString() }
  } catch {
    // A zone the runtime does not know; the date stands without instants.
    return undefined
  }
}

export type Instant = Temporal.Instant
