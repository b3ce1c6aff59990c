import type { Claim } from "../model/claim.ts"
import type { Correction, Edited } from "../model/correction.ts"
import { EVENT_TYPES, ISSUES, STATUSES } from "../model/event.ts"
import type { RecordActor, RecordDate } from "../model/eventRecord.ts"
import type { Actor } from "../model/layers.ts"
import { bounds, shift, startIn } from "./days.ts"

/** Fields of a claim that nobody may set: what it rests on, and what it is known by. */
const EVIDENCE =
  /^(?:doc|id|mentions|statusEvidence|plover|cameo|provenance|edited|accepted)\b|\b(?:evidence|quote|from|to)\b/

/** Fields that hold actors. */
const ACTORS = /^(?:participants|source|target|saidBy)$/

/** A claim with the edits that stand; what the program had read stays beside each. */
export function corrected(reading: Claim, made: readonly Correction[]): Claim {
  const undone = new Set(made.flatMap(({ act }) => (act.kind === "undo" ? [act.correction] : [])))
  let claim: Claim = reading
  for (const { number, author, act } of made) {
    if (undone.has(number)) continue
    if (act.kind === "accept" && act.claims.includes(reading.id))
      claim = { ...claim, accepted: { author, correction: number } }
    if (act.kind !== "edit" || act.claim !== reading.id) continue
    const was = valueAt(claim, act.field)
    const edited: Edited = { field: act.field, was: was ?? null, author, correction: number }
    const value = ACTORS.test(act.field) ? setBy(author, act.value as readonly Actor[]) : act.value
    const set = withValue(claim, act.field.split("."), value)
    const date = /^date\.(?:value|zone)$/.test(act.field)
      ? placed({ ...set.date, reason: `set by ${author}` }, act.field)
      : set.date
    claim = { ...set, date, edited: [...(claim.edited ?? []), edited] }
  }
  return claim
}

/** Actors whom a person named: they rest on no words of the text. */
const setBy = (author: string, actors: readonly Actor[]): readonly RecordActor[] =>
  actors.map(actor => ({ certainty: "implied", reason: `set by ${author}`, evidence: [], ...actor }))

/** A date whose day or zone was set, with the hours that it now is; half a day that the words tell is no longer wanted beside a whole one. */
function placed(date: RecordDate, field: string): RecordDate {
  const { utc: _, partial, suggested, ...rest } = date
  const half =
    field === "date.value" && date.value !== null
      ? {}
      : { ...(partial ? { partial } : {}), ...(suggested ? { suggested } : {}) }
  const { value, zone } = date
  if (!zone || !value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return { ...rest, ...half }
  return { ...rest, ...half, utc: { from: startIn(zone, value), to: startIn(zone, shift(value, 1)) } }
}

const valueAt = (claim: Claim, field: string) =>
  field.split(".").reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], claim)

function withValue<T extends object>(target: T, [key, ...rest]: readonly string[], value: unknown): T {
  if (rest.length === 0) return { ...target, [key!]: value }
  const inner = (target as Record<string, unknown>)[key!]
  return { ...target, [key!]: withValue(typeof inner === "object" && inner !== null ? inner : {}, rest, value) }
}

/** Whether a field may be set by a person; says why not. */
export function refusal(field: string): string | undefined {
  if (EVIDENCE.test(field)) return `"${field}" is evidence or follows from it, and nobody edits it`
  const known =
    /^(?:type|status|participants|source|target|saidBy|issues|flags|date\.(?:value|partial|zone)|slots\.\w+\.value)$/
  return known.test(field) ? undefined : `"${field}" is no field of a claim that can be set`
}

/** What a value must be to stand in a field; says why it cannot. */
export function misfit(field: string, value: unknown): string | undefined {
  const among = (known: readonly string[]) =>
    typeof value === "string" && known.includes(value) ? undefined : `${field} is one of: ${known.join(", ")}`
  const listOf = (fits: (one: unknown) => boolean) => Array.isArray(value) && value.every(fits)
  if (field === "type") return among(Object.keys(EVENT_TYPES))
  if (field === "status") return among(STATUSES)
  if (field === "issues")
    return listOf(one => ISSUES.some(issue => issue === one)) ? undefined : `issues are a list of: ${ISSUES.join(", ")}`
  if (field === "flags") return listOf(one => typeof one === "string") ? undefined : "flags are a list of words"
  if (ACTORS.test(field))
    return listOf(isActor) ? undefined : `${field} is a list of actors: [{"state":"USA","name":"Antony Blinken"}]`
  if (field === "date.value" && value !== null && !(typeof value === "string" && isDay(value)))
    return "date.value is a day (2022-02-04), month, year, interval (2022-02-04/2022-02-06), ..2022-02-04, or null"
  if (field === "date.zone" && !(typeof value === "string" && isZone(value)))
    return "date.zone is an IANA time zone such as Asia/Seoul"
  return /^(?:date\.partial|slots\.\w+\.value)$/.test(field) && typeof value !== "string"
    ? `${field} is words`
    : undefined
}

/** Whether words are days as event records write them. */
function isDay(words: string): boolean {
  const [from = "", to, ...more] = words.split("/")
  const whole = (day: string) => /^\d{4}(?:-\d{2}){0,2}$/.test(day) && bounds(day) !== undefined
  if (to === undefined) return whole(from.replace(/^\.\./, ""))
  return more.length === 0 && whole(from) && (to === ".." || whole(to))
}

const isActor = (one: unknown) => {
  const { state, name, office, id } = (one ?? {}) as { readonly [field: string]: unknown }
  const words = (value: unknown) => value === undefined || typeof value === "string"
  return typeof state === "string" && /^(?:-|\p{Lu}{2,6})$/u.test(state) && [name, office, id].every(words)
}

function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }))
  } catch {
    return false
  }
}
