import type { Span } from "../model/document.ts"
import { EVENT_TYPES, type EventType, type Status } from "../model/event.ts"
import { REPORT_DAY } from "../model/eventDate.ts"
import type { EventDate, Time } from "../model/layers.ts"
import { Features, keysOf } from "./features.ts"
import { SPOKEN } from "./roles.ts"
import type { Scene } from "./scene.ts"
import { statusFeatures } from "./status.ts"
import { isLight } from "./triggers.ts"
import type { Weights } from "./weights.ts"

/** Where an event's day comes from: words beside it, the day of the document, any day up to that one, or nowhere. */
export const GROUNDS = ["told", "day", "upto", "none"] as const
export type Ground = (typeof GROUNDS)[number]

/** A time beside a trigger, and how it hangs on it: on the trigger itself, on its verb, somewhere below it, or merely near. */
interface Beside {
  readonly time: Time
  readonly holds: "own" | "verb" | "below" | "near"
}

const HELD = /^(?:hold|conduct|stage|convene|schedule)$/

/** Whether a participle tells when the noun before it took place, "the call with the minister, held Wednesday", wherever the tree hangs it. */
function isHeldAt({ grammar }: Scene, at: number, participle: number): boolean {
  if (grammar.isVerb(at) || !HELD.test(grammar.lemma(participle))) return false
  if (grammar.head(participle) === at) return true
  const alone = grammar.childrenBy(participle, "nsubj", "cc", "aux").length === 0
  if (!alone || grammar.token(participle - 1).norm !== "," || participle - at > FAR) return false
  for (let between = at + 1; between < participle; between++) if (grammar.isVerb(between)) return false
  return true
}

/** So many words a name with its titles may hold between a contact and its participle. */
const FAR = 16

const HOLDS = ["own", "verb", "below", "near"] as const

/** Times that may date a trigger, the likeliest first. */
function timesBeside(scene: Scene, at: number): readonly Beside[] {
  const { grammar } = scene
  const [first, end] = scene.sentenceTokens(grammar.token(at).sentence)
  const from = grammar.tokens[first]?.from ?? 0
  const to = grammar.tokens[end - 1]?.to ?? 0
  const verb = grammar.isVerb(at) ? at : grammar.verbAbove(at)
  const below = new Set(
    grammar.subtree(at, child => grammar.isVerb(child) && /^(conj|advcl|parataxis)/.test(grammar.relation(child))),
  )
  const holderOf = (time: Time): number => {
    const inside: number[] = []
    for (let token = first; token < end; token++)
      if (grammar.token(token).from >= time.from && grammar.token(token).to <= time.to) inside.push(token)
    const crown = inside.find(token => !inside.includes(grammar.head(token)))
    return crown === undefined ? -1 : grammar.head(crown)
  }
  // "…, the ministry said Thursday": the day of the statement, not of what it tells.
  const cues = scene.quotationsAt(at).map(({ cue }) => cue)
  const tells = (holder: number) =>
    holder >= 0 &&
    holder !== at &&
    cues.some(cue => cue.from <= grammar.token(holder).from && grammar.token(holder).to <= cue.to)
  return scene
    .timesIn(grammar.token(at).sentence)
    .filter(time => time.from >= from && time.to <= to && time.type !== "SET")
    .filter(time => time.type !== "DURATION" || time.date !== null)
    .map(time => ({ time, holder: holderOf(time) }))
    .filter(({ holder }) => !tells(holder))
    .map(({ time, holder }) => {
      const on = (word: number) => word >= 0 && (time.modifies === word || holder === word)
      const held = holder > at && isHeldAt(scene, at, holder)
      if (on(at) || held || (on(verb) && isLight(scene, verb))) return { time, holds: "own" as const }
      if (on(verb)) return { time, holds: "verb" as const }
      return { time, holds: below.has(holder) ? ("below" as const) : ("near" as const) }
    })
    .sort(
      (a, b) =>
        HOLDS.indexOf(a.holds) - HOLDS.indexOf(b.holds) ||
        Math.abs(a.time.from - grammar.token(at).from) - Math.abs(b.time.from - grammar.token(at).from),
    )
}

/** What can be seen of a trigger's day, as named features for the weights that decide on its ground. */
export function datingFeatures(scene: Scene, at: number, type: EventType, status: Status): Features {
  const { grammar } = scene
  const kind = SPOKEN.has(type) ? "word" : "deed"
  const [beside] = timesBeside(scene, at)
  const nearest = beside?.time
  const features = new Features()
  features.include("s.", statusFeatures(scene, at, type))
  const closeness = beside?.holds ?? "no"
  const side = !nearest ? "" : nearest.from < grammar.token(at).from ? "before" : "after"
  const sort = !nearest ? "" : nearest.date === null ? "undated" : nearest.date.includes("..") ? "bound" : "dated"
  const form =
    nearest?.timex === "PRESENT_REF" || nearest?.timex === "PAST_REF" || nearest?.timex === "FUTURE_REF"
      ? nearest.timex
      : ""
  // A day of its own dates an event; "today" and no day at all leave it to the page.
  const own =
    scene.page !== "" && nearest?.date === scene.page
      ? "the page's day"
      : /^\d{4}-\d\d-\d\d/.test(nearest?.date ?? "")
        ? "another day"
        : "no day"
  features.under(keysOf("", `${kind}&`, `${type}&`, `${status}&`, `${status} ${kind}&`), [
    `time=${closeness} ${own}`,
    `time=${closeness}`,
    `time=${closeness} ${sort}`,
    `time=${closeness} ${side} ${sort}${form}`,
    "always",
  ])
  const sentence = grammar.token(at).sentence
  const told = scene.quotationsAt(at)
  features.push(
    `told=${told.map(q => q.form).join()}`,
    `place=${Math.min(3, sentence)}`,
    `${kind}&root=${grammar.relation(at)}`,
  )
  features.push(`${type}&root=${grammar.relation(at)}`, `${status}&root=${grammar.relation(at)}`)
  return features
}

/**
 * Whether a time hangs on the event's own word, or on the verb of a contact told by a noun ("held talks on Tuesday"), and
 * comes to days: it then dates the event, whatever else the page tells, and there is nothing to weigh.
 */
export function datedByOwn(scene: Scene, at: number, type: EventType): boolean {
  const [beside] = timesBeside(scene, at)
  if (!beside || beside.time.date === null || beside.time.timex.endsWith("_REF")) return false
  return beside.holds === "own" || (beside.holds === "verb" && EVENT_TYPES[type].symmetric)
}

/** Where an event's day comes from: a time of its own, else what the weights say. */
export function groundOf(scene: Scene, at: number, type: EventType, status: Status, weights: Weights): Ground {
  if (datedByOwn(scene, at, type)) return "told"
  return weights.best(datingFeatures(scene, at, type, status)).name as Ground
}

/** The day of an event once its ground is known. `day` is the day of the contact or the document. */
export function dateOf(scene: Scene, at: number, ground: Ground, day: string, dayEvidence: Span): EventDate | null {
  const zone = scene.doc.zone ? { zone: scene.doc.zone } : {}
  const time = timesBeside(scene, at).find(
    ({ time: { date, partial } }) => date !== null || partial !== undefined,
  )?.time
  // Half a date is told where there is no day to count from, whatever the ground; nothing fills in the rest.
  const half = time?.date === null && !day
  if (ground === "told" || half) {
    if (time)
      return {
        value: time.date,
        ...(time.partial ? { partial: time.partial } : {}),
        ...(time.zone ? { zone: time.zone } : {}),
        ...(time.utc ? { utc: time.utc } : {}),
        evidence: [{ from: time.from, to: time.to }],
        certainty: time.certainty,
        reason: time.reason,
      }
    return day ? { value: day, ...zone, evidence: [dayEvidence], certainty: "implied", reason: REPORT_DAY } : null
  }
  if (ground === "none" || !day) return null
  return ground === "day"
    ? { value: day, ...zone, evidence: [dayEvidence], certainty: "implied", reason: REPORT_DAY }
    : {
        value: `..${day}`,
        ...zone,
        evidence: [dayEvidence],
        certainty: "implied",
        reason: "told as past on the day of the report",
      }
}
