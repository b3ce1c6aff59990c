import type { Claim } from "../model/claim.ts"
import { REPORT_DAY } from "../model/eventDate.ts"
import type { Countable } from "./counts.ts"
import { daysOf, isoDay, width } from "./days.ts"

/** A launch or other deed as an occasion of a ledger: its day, or the last day it can have been, and what refers back to it. */
export interface Occasion {
  readonly event: string
  /** ISO day. */
  readonly day: string
  /** How well the day is known: it was that day; told as news on that day, so then or just before; some time before it. */
  readonly known: "day" | "or before" | "only before"
  /** Events told as something already known, with no day of their own, that are held to mean this occasion. */
  readonly retold: readonly string[]
}

/** So many days a report looks back when it speaks of "the launch" without saying when. */
export const LOOKS_BACK = 21

/** "The launch", "its latest tests", "North Korea's rocket launch": told as something that readers know of. */
const KNOWN =
  /(?:\b(?:the|its|their|his|this|these|those|latest|recent|last)\b|['’]s)\s+(?:[\p{L}\p{N}“”"'’-]+\s+){0,5}?(?:launch(?:es|ings?)?|tests?|firings?)\b/iu

/** Told as news: "has fired", "test-fires", "launches two missiles", "tried to launch". */
const NEWS =
  /\b(?:test[- ]?)?(?:fired|fires|launched|tested|conducted|conducts|carried out|carries out)\b|\bto (?:test[- ]?)?(?:launch|fire|test)\b|\b(?:launches|tests)\s+(?:an?|another|one|two|three|four|five|six|several|more|multiple|at least|its|\d+)\b/i
/** Told as something that readers do not know of yet: "a failed rocket launch", "another missile test". */
const NEW =
  /\b(?:an?|another|one|two|three|four|several)\s+(?:[\p{L}\p{N}“”"'’-]+\s+){0,5}?(?:launch(?:es|ings?)?|tests?|firings?)\b/iu

/** Told as the background of something else: "talks, days after a missile test". */
const BACKGROUND = /^(?:after|following|since)\b/i

const isNews = ({ mentions }: Claim) =>
  mentions.some(({ quote }) => NEWS.test(quote) || (NEW.test(quote) && !KNOWN.test(quote) && !BACKGROUND.test(quote)))
/** Whether no words but the report's own day say when: "its launch on Sunday" has a day of its own. */
const undated = ({ date }: Claim) => date.reason === REPORT_DAY || date.value?.startsWith("..")
const isKnown = (claim: Claim) => undated(claim) && !isNews(claim) && KNOWN.test(claim.mentions[0]?.quote ?? "")

/**
 * The occasions among events of one kind by one actor. An event with a day of its own is one. One that is told as news and only as past
 * ("has fired") is one, too, on the day of the report or before it. One that is told as already known means the latest occasion of the weeks
 * before; where there is none, it is an occasion of which no day is known but the last that it can have been.
 */
export function occasions(events: readonly Countable[]): readonly Occasion[] {
  const told = events.flatMap(({ id, claims }) => {
    const happened = claims.filter(claim => claim.status === "happened")
    const dated = happened.flatMap(claim => {
      const days = daysOf(claim.date)
      if (!days || !Number.isFinite(days.last)) return []
      const kind = isKnown(claim) ? 2 : width(days) === 1 ? 0 : Number.isFinite(days.first) ? 3 : isNews(claim) ? 1 : 2
      return [{ id, day: days.last, kind }]
    })
    return dated.sort((a, b) => a.kind - b.kind || a.day - b.day).slice(0, 1)
  })
  // what only says "in April" is neither an occasion nor a retelling of one
  const usable = told
    .filter(({ kind }) => kind < 3)
    .sort((a, b) => a.day - b.day || a.kind - b.kind || (a.id < b.id ? -1 : 1))
  const found: { event: string; at: number; kind: number; retold: string[] }[] = []
  for (const { id, day, kind } of usable) {
    // two events of one known day were kept apart on other grounds, such as the weapon
    const back = [-1, 1, LOOKS_BACK][kind]!
    const same = found.findLast(occasion => day - occasion.at <= back && occasion.kind < 2)
    if (same) same.retold.push(id)
    else found.push({ event: id, at: day, kind, retold: [] })
  }
  return found.map(({ event, at, kind, retold }) => ({
    event,
    day: isoDay(at),
    known: kind === 0 ? "day" : kind === 1 ? "or before" : "only before",
    retold,
  }))
}
