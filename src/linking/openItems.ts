import type { Claim } from "../model/claim.ts"
import type { EventType } from "../model/event.ts"
import { daysOf, isoDay, width } from "./days.ts"
import { familyOf } from "./families.ts"

/** What became of something hoped for, planned or promised. */
export interface OpenItem {
  readonly claim: Claim
  readonly state: "open" | "closed" | "lapsed"
  /** The event that closed it, and whether it brought what was awaited or refused it. */
  readonly by?: string
  readonly outcome?: "came about" | "refused"
  readonly reason: string
}

/** What refuses a thing awaited: a draft is vetoed, an offer rejected, a meeting called off. */
const REFUSALS: Partial<Record<EventType, readonly EventType[]>> = {
  adopt: ["coerce", "reject"],
  sanction: ["coerce", "reject"],
  meeting: ["reject", "downgrade"],
  talks: ["reject", "downgrade"],
  sign: ["reject"],
  agree: ["reject"],
}
const AWAITED = ["planned", "hoped", "conditional"]

/** The types of event that can answer a thing awaited: its own kind, and what refuses it. */
export const answering = (type: EventType): readonly EventType[] => [
  ...new Set([...familyOf(type).types, ...(REFUSALS[type] ?? [])]),
]
/** A thing awaited without a day is closed only by what comes within so many days, lest every later meeting close it. */
const PATIENCE = 240
/** So many days after its announced day a plan that nothing answered has lapsed. */
const GRACE = 14

/**
 * The things awaited among claims, each with what closed it. Closing needs the same kind of event (or one that refuses it), after the
 * claim's document, by the same states; and a shared issue where both name any.
 * @param published day of each document, ISO
 * @param today the day by which a plan may have lapsed
 */
export function openItems(
  claims: readonly Claim[],
  published: ReadonlyMap<string, string>,
  today: string,
): readonly OpenItem[] {
  const done = claims.filter(
    claim => claim.status === "happened" || claim.status === "ongoing" || claim.status === "denied",
  )
  const day = (iso: string) => Math.floor(Date.parse(iso) / 86_400_000)
  return claims
    .filter(claim => AWAITED.includes(claim.status))
    .map(claim => {
      const told = published.get(claim.doc)
      const planned = daysOf(claim.date)
      const from = told ? day(told) - 1 : planned ? planned.first : -Infinity
      const until = planned && Number.isFinite(planned.last) ? planned.last + GRACE : from + PATIENCE
      const answers = done.flatMap(other => {
        const days = daysOf(other.date)
        if (!days || width(days) > PATIENCE || days.last < from || days.first > until || other.doc === claim.doc)
          return []
        const outcome = answer(claim, other)
        return outcome ? [{ other, outcome, at: days.last }] : []
      })
      // a report of a veto also names what "would have tightened sanctions": of one day, the refusal is what happened
      const refused = (outcome: OpenItem["outcome"]) => (outcome === "refused" ? 0 : 1)
      const first = answers
        .sort((a, b) => a.at - b.at || refused(a.outcome) - refused(b.outcome) || (a.other.id < b.other.id ? -1 : 1))
        .at(0)
      if (first) {
        const reason = `${claim.status}; ${first.other.type} on ${isoDay(first.at)}`
        return { claim, state: "closed" as const, by: first.other.id, outcome: first.outcome, reason }
      }
      if (planned && Number.isFinite(planned.last) && planned.last + GRACE < day(today)) {
        return {
          claim,
          state: "lapsed" as const,
          reason: `announced for ${isoDay(planned.last)}; nothing in the record answers it`,
        }
      }
      return { claim, state: "open" as const, reason: "nothing in the record answers it" }
    })
}

const actors = (claim: Claim) => [...claim.participants, ...claim.source, ...claim.target]

function answer(awaited: Claim, done: Claim): OpenItem["outcome"] | null {
  const states = new Set(actors(awaited).map(a => a.state))
  const shared = new Set(
    actors(done)
      .filter(a => states.has(a.state))
      .map(a => a.state),
  )
  const same = familyOf(awaited.type) === familyOf(done.type)
  if (awaited.issues.length && done.issues.length && !awaited.issues.some(issue => done.issues.includes(issue)))
    return null
  if (same) {
    const needed = familyOf(awaited.type).roles === "parties" ? Math.min(2, states.size) : 1
    if (shared.size < needed) return null
    return done.status === "denied" ? "refused" : "came about"
  }
  if (!REFUSALS[awaited.type]?.includes(done.type)) return null
  // a veto is cast by members, who are rarely named together with their body: then the issue must be the same
  const cast = done.slots.wording?.value === "veto" && awaited.issues.some(issue => done.issues.includes(issue))
  return shared.size > 0 || cast ? "refused" : null
}
