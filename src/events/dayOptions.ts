import type { Span } from "../model/document.ts"
import { EVENT_TYPES, type EventType } from "../model/event.ts"
import { REPORT_DAY } from "../model/eventDate.ts"
import type { EventDate } from "../model/layers.ts"
import { type Carried, carriedDay } from "./carriedDay.ts"
import type { PageDays } from "./pageDays.ts"
import type { Scene } from "./scene.ts"
import { type Beside, timesBeside } from "./timesBeside.ts"

/**
 * Where an event's day comes from: words beside it, the day of the document or of the contact it is about, any day up to
 * either, the days of what is announced, a day told just before, or nowhere.
 */
export type Ground = "told" | "day" | "upto" | "contact" | "upto contact" | "announced" | "carried" | "none"

/** One answer to the question of an event's day. */
export interface DayOption {
  readonly ground: Ground
  readonly date: EventDate | null
  /** The time of a told day, and how it hangs on the event. */
  readonly beside?: Beside
  /** Where a day told before stands. */
  readonly carried?: Carried
  /** The word that tells the contact whose day it is. */
  readonly contact?: number
}

/** Why an event is dated by what the page is about, where no words beside it date it. */
const REASONS = {
  day: REPORT_DAY,
  upto: "told as past on the day of the report",
  contact: "the day of the contact reported",
  "upto contact": "told as past on the day of the contact reported",
  announced: "the days of what was announced before",
  carried: "the day told just before",
} as const

const PAGE_REASONS: ReadonlySet<string> = new Set(Object.values(REASONS))

/** Whether an event has its day from the page it stands on, none being told with it. */
export const isDatedByPage = ({ reason }: EventDate): boolean => PAGE_REASONS.has(reason ?? "")

/** Deeds that never happen in the contact where they are spoken of: a launch condemned on the telephone was before. */
const OUTSIDE = /^(?:MOBILIZE|ASSAULT|PROTEST|COERCE)$/

/** Every day that an event may have, in the order in which they would be guessed: that of its own words, that of the page. */
export function dayOptions(
  scene: Scene,
  at: number,
  type: EventType,
  { page, contact, announced }: PageDays,
): readonly DayOption[] {
  const { zone } = scene.doc
  const fromPage = (ground: keyof typeof REASONS, value: string, evidence: Span): DayOption => ({
    ground,
    date: { value, ...(zone ? { zone } : {}), evidence: [evidence], certainty: "implied", reason: REASONS[ground] },
  })
  const told = timesBeside(scene, at)
    .filter(({ time }) => time.date !== null || (time.partial !== undefined && !page.value))
    .map(dayTold)
  const options = told.filter(({ beside }) => beside?.holds === "own")
  if (page.value)
    options.push(fromPage("day", page.value, page.evidence), fromPage("upto", `..${page.value}`, page.evidence))
  if (contact && contact.value !== page.value) {
    const { value, evidence, at } = contact
    if (!OUTSIDE.test(EVENT_TYPES[type].root)) options.push({ ...fromPage("contact", value, evidence), contact: at })
    options.push({ ...fromPage("upto contact", `..${value}`, evidence), contact: at })
  }
  if (announced) options.push(fromPage("announced", announced.value, announced.evidence))
  const carried = carriedDay(scene, at)
  if (carried && carried.time.date !== page.value && carried.time.date !== contact?.value)
    options.push({ ...fromPage("carried", carried.time.date!, carried.time), carried })
  return [...options, ...told.filter(({ beside }) => beside?.holds !== "own"), { ground: "none", date: null }]
}

function dayTold(beside: Beside): DayOption {
  const { date: value, partial, zone, utc, from, to, certainty, reason } = beside.time
  return {
    ground: "told",
    beside,
    date: {
      value,
      ...(partial ? { partial } : {}),
      ...(zone ? { zone } : {}),
      ...(utc ? { utc } : {}),
      evidence: [{ from, to }],
      certainty,
      reason,
    },
  }
}
