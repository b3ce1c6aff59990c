import type { Claim } from "../model/claim.ts"
import { daysOf, width } from "./days.ts"
import { familyOf } from "./families.ts"
import { tellingWords } from "./wording.ts"

/** A claim whose day is open is looked for among this many days before its bound. */
const OPEN_DAYS = 7
/** A first mention of so many telling words makes a key of its own, so that copies meet whatever day they name. */
const SAME_WORDS = 10
/** From this many parties on, a gathering is looked for by its states one by one and not by their pairs. */
const MANY = 5

/**
 * Keys under which a claim is kept and looked up: two claims are compared if they share one. Keys carry the family of types, the states
 * and two days next to each other, so that the number of claims under a key depends on what happened in two days and not on the size of
 * the record. Comparing is symmetric: each claim lies under the keys of its day and the day before, and of its day and the day after.
 */
export function candidateKeys(claim: Claim): readonly string[] {
  const { name } = familyOf(claim.type)
  const who = whoKeys(claim)
  const words = tellingWords(claim.mentions[0]?.quote ?? "")
  return [
    ...who.flatMap(key => daySpans(claim).map(day => `${name}|${key}|${day}`)),
    ...(words.length >= SAME_WORDS ? [`${name}|${words.map(w => w.stem).join(" ")}`] : []),
  ]
}

/**
 * Who a claim is kept under: the pairs of states of a contact, the states of a deed or a great gathering, the doers of anything else. Claims
 * that share none of them are not taken for one event, whatever else they share: of "Blinken telephoned" nobody can say whom he called.
 */
export function whoKeys(claim: Claim): readonly string[] {
  const { roles } = familyOf(claim.type)
  const actors =
    roles === "parties" || roles === "deed" ? [...claim.participants, ...claim.source, ...claim.target] : doers(claim)
  const states = [...new Set(actors.map(a => (a.state === "-" ? (a.name ?? "-") : a.state)))].sort()
  return roles === "parties" && states.length > 1 && states.length < MANY ? pairs(states) : states
}

const doers = (claim: Claim) =>
  claim.source.length ? claim.source : claim.participants.length ? claim.participants : claim.target
const pairs = (states: readonly string[]) => states.flatMap((a, at) => states.slice(at + 1).map(b => `${a}+${b}`))

/** The pairs of neighbouring days in which a claim's day may lie, as numbers of the first of the two. */
function daySpans(claim: Claim): readonly number[] {
  const days = daysOf(claim.date)
  if (!days || !Number.isFinite(days.last)) return []
  const { last } = days
  const first = Number.isFinite(days.first) && width(days) <= OPEN_DAYS ? days.first : last - OPEN_DAYS
  return Array.from({ length: last - first + 2 }, (_, at) => first - 1 + at)
}
