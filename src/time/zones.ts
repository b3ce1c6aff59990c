import zones from "../../data/time/zones.json" with { type: "json" }
import type { Document } from "../model/document.ts"
import type { Sentence, Token } from "../model/layers.ts"
import { daysOf } from "./calendar.ts"

type Names = Readonly<Record<string, string>>

const PLACES: Names = { ...zones.places, ...zones.zoneNames }
const CITIES: Names = zones.places
const ABBREVIATIONS: Names = zones.abbreviations
const SEATS = Object.entries(zones.seats)
const OUTLETS = Object.entries(zones.outlets)

const PLACE_TIME =
  /[\s,]{0,2}(\()?(?:in )?((?:[A-Z][\w.]{1,14}[ ,]{0,2}){1,3}|local )(?:[Ss]tandard |[Dd]aylight )?time\b(\))?/y
const ABBREVIATION = /[\s,]{1,2}(\()?([A-Z]{2,4})\b(\))?/y

/** A zone with the reason for taking it. */
export interface ZoneReading {
  readonly zone: string
  readonly reason: string
}

/** The zone written after an expression: "(Seoul time)", "Moscow time", "KST", "local time"; with the end of those words. */
export function zoneAfter(text: string, at: number): { zone?: string; local?: true; to: number } | undefined {
  PLACE_TIME.lastIndex = at
  const named = PLACE_TIME.exec(text)
  if (named && (named[1] === undefined) === (named[3] === undefined)) {
    const place = named[2]!.trim().replace(/,$/, "").toLowerCase()
    const zone = PLACES[place]
    if (place === "local") return { local: true, to: PLACE_TIME.lastIndex }
    if (zone) return { zone, to: PLACE_TIME.lastIndex }
  }
  ABBREVIATION.lastIndex = at
  const short = ABBREVIATION.exec(text)
  const zone = short && ABBREVIATIONS[short[2]!]
  if (short && zone && (short[1] === undefined) === (short[3] === undefined))
    return { zone, to: ABBREVIATION.lastIndex }
  return undefined
}

/** A city at the head of a line, before a date or a dash: "WASHINGTON, Feb. 4", "SEOUL (Yonhap) --". */
const DATELINE =
  /(?:^|\n)[ \t]*([A-Z][A-Za-z.']{1,14}(?: [A-Z][A-Za-z.']{1,14}){0,2})(?:, [A-Z][A-Za-z.]{1,14})?(?: \([A-Za-z ]{2,20}\))?(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]{0,7} \d{1,2}\b| ?(?:--|[-–—_]))/g

/** How far into a text a dateline is looked for, in code units. */
const HEAD = 1500

/**
 * The zone in which a document's "today" is meant: its own, else that of the city of its dateline, else that of its
 * outlet; `undefined` where nothing tells.
 */
export function zoneOf({ zone, text, outlet }: Pick<Document, "zone" | "text" | "outlet">): ZoneReading | undefined {
  if (zone) return { zone, reason: "zone of the publication" }
  for (const [, place] of text.slice(0, HEAD).matchAll(DATELINE)) {
    const found = CITIES[place!.toLowerCase()]
    if (found) return { zone: found, reason: `dateline ${place}` }
  }
  const name = outlet?.toLowerCase()
  const known = name && OUTLETS.find(([key]) => name.includes(key))
  return known ? { zone: known[1], reason: `outlet ${outlet}` } : undefined
}

/**
 * The zone of the body that speaks or acts by the verb an expression modifies: a State Department "Wednesday" is a day
 * in Washington, wherever the report is printed.
 */
export function zoneOfSpeaker(text: string, tokens: readonly Token[], verb: number): ZoneReading | undefined {
  const governor = tokens[verb]
  if (governor?.upos !== "VERB") return undefined
  for (let i = verb - 1; i >= 0 && i > verb - 30 && tokens[i]!.sentence === governor.sentence; i--) {
    const subject = tokens[i]!
    if (subject.head !== verb || !subject.relation.startsWith("nsubj")) continue
    const first = tokens[Math.max(0, i - 4)]!
    const words = text.slice(first.sentence === subject.sentence ? first.from : subject.from, subject.to).toLowerCase()
    const seat = SEATS.find(([name]) => words.includes(name))
    return seat && { zone: seat[1], reason: `a day at the seat of the ${seat[0]}` }
  }
  return undefined
}

/** The zone of the first place named in a sentence, for its "local time". */
export function zoneOfPlace(text: string, sentence: Pick<Sentence, "from" | "to">): ZoneReading | undefined {
  const words = text.slice(sentence.from, Math.min(sentence.to, sentence.from + HEAD))
  for (const [place] of words.matchAll(/[A-Z][a-z]{2,14}(?: [A-Z][a-z]{2,14}){0,2}/g)) {
    const parts = place.split(" ")
    for (let length = parts.length; length > 0; length--)
      for (let from = 0; from + length <= parts.length; from++) {
        const name = parts.slice(from, from + length).join(" ")
        const zone = CITIES[name.toLowerCase()]
        if (zone) return { zone, reason: `local time of ${name}` }
      }
  }
  return undefined
}

interface Interval {
  readonly from: string
  readonly to: string
}

/** Intervals worked out already: a document names few days, in few zones, many times. */
const known = new Map<string, Interval | undefined>()
const MOST_KNOWN = 5000

/**
 * First instant of a record's date and the first after it; of a clock time, its minute. Without a zone the widest
 * bounds are given, from UTC+14 to UTC-12, so that two days overlap unless they are apart everywhere on earth.
 */
export function utc(date: string, timex: string, zone: string | undefined): Interval | undefined {
  const clock = zone ? (/T(\d{2}:\d{2})/.exec(timex)?.[1] ?? "") : ""
  const key = `${zone ?? ""} ${date} ${clock}`
  if (known.has(key)) return known.get(key)
  if (known.size > MOST_KNOWN) known.clear()
  const value = interval(date, clock, zone)
  known.set(key, value)
  return value
}

function interval(date: string, clock: string, zone: string | undefined): Interval | undefined {
  if (date.startsWith("..")) return undefined
  const [a, b = a] = date.split("/") as [string, string?]
  const first = daysOf(a)?.first
  const last = daysOf(b)?.last
  if (!first || !last || first.year < 1 || last.year > 9999) return undefined
  try {
    if (clock && a === b && clock < "24") {
      const minute = first.toZonedDateTime({ timeZone: zone!, plainTime: clock })
      return { from: minute.toInstant().toString(), to: minute.add({ minutes: 1 }).toInstant().toString() }
    }
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
