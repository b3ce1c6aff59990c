import type { Claim } from "../model/claim.ts"
import type { Quote } from "../model/document.ts"
import { daysOf } from "./days.ts"
import { type Ordinal, ordinal } from "./ordinals.ts"
import { testOf } from "./weapons.ts"

/** A running count as somebody gives it, set against what the record holds. Neither is corrected by the other. */
export interface Count {
  readonly claim: string
  readonly doc: string
  /** Who counts: the innermost teller, else the document. */
  readonly by: string
  readonly claimed: number
  readonly counted: string
  /** First and last day that are counted, as ISO dates; the first is absent for a count "ever". */
  readonly from?: string
  readonly to: string
  readonly evidence: readonly Quote[]
  /** Events of the kind that the record holds in these days, and their ids. */
  readonly inRecord: number
  readonly events: readonly string[]
  /** How counted: occasions are counted and not missiles; undated and merely planned ones are left out. */
  readonly basis: string
}

/** One event of the record as counting needs it. */
export interface Countable {
  readonly id: string
  readonly claims: readonly Claim[]
}

/** What is counted, in words: a nuclear test is no launch among launches. */
function whatOf(claim: Claim): string {
  const test = claim.type === "launch" ? testOf([claim]) : "launch"
  return test === "launch" ? claim.type : `${test} test`
}

const iso = (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10)

/** Where a count begins, for the day on which it is given. */
function start(basis: Ordinal["basis"], day: string): string | undefined {
  if (basis === "year") return `${day.slice(0, 4)}-01-01`
  if (basis === "month") return `${day.slice(0, 7)}-01`
  if (basis === "ever") return undefined
  const date = new Date(`${day}T00:00:00Z`)
  return iso(date.getTime() / 86_400_000 - ((date.getUTCDay() + 6) % 7))
}

/** A running count as a claim gives it, and what is to be counted against it. */
export interface Asked {
  readonly told: Ordinal
  /** States of those whose events are counted. */
  readonly doers: readonly string[]
  /** First and last day; the first is absent for a count "ever". */
  readonly from?: string
  readonly to: string
}

/** The running count that a claim gives, if it gives one. */
export function askedOf(claim: Claim): Asked | undefined {
  const told = ordinal(claim)
  const days = daysOf(claim.date)
  if (!told || !days || !Number.isFinite(days.last)) return undefined
  const to = iso(days.last)
  const from = start(told.basis, to)
  const doers = [...new Set([...claim.source, ...claim.participants].map(a => a.state))]
  return { told, doers, ...(from ? { from } : {}), to }
}

/**
 * Every running count told in the claims of events, against the events of the same kind and doer that the record itself holds.
 * @param record what the record holds, at least of the days that are counted
 */
export function counts(events: readonly Countable[], record: readonly Countable[] = events): readonly Count[] {
  const dated = record.flatMap(event => {
    const days = event.claims.filter(c => c.status === "happened").flatMap(c => daysOf(c.date) ?? [])
    const exact = days.find(d => d.first === d.last)
    return exact ? [{ event, day: iso(exact.first) }] : []
  })
  return events.flatMap(event =>
    event.claims.flatMap(claim => {
      const asked = askedOf(claim)
      if (!asked) return []
      const { told, doers, from, to } = asked
      const held = dated.filter(
        ({ day, event: { claims } }) =>
          claims.some(({ type }) => type === claim.type) &&
          (claim.type !== "launch" || testOf(claims) === testOf([claim])) &&
          day <= to &&
          (from === undefined || day >= from) &&
          claims.some(({ source, participants }) => [...source, ...participants].some(a => doers.includes(a.state))),
      )
      return [
        {
          claim: claim.id,
          doc: claim.doc,
          by: claim.saidBy.at(-1)?.name ?? claim.saidBy.at(-1)?.state ?? claim.doc,
          claimed: told.number,
          counted: told.counted,
          ...(from ? { from } : {}),
          to,
          evidence: told.evidence,
          inRecord: held.length,
          events: held.map(h => h.event.id),
          basis: `${whatOf(claim)} occasions of ${doers.join(" and ") || "anybody"}${from ? ` since ${from}` : ""}, each day and event once`,
        },
      ]
    }),
  )
}
