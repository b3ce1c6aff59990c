import { type Cited, covers, type Span } from "./document.ts"
import type { Actor, Quotation } from "./layers.ts"

/** Whether two actors are the same person, office, organisation or state. */
export const sameActor = (a: Actor, b: Actor) =>
  a.id && b.id ? a.id === b.id : a.state === b.state && (a.name ?? "") === (b.name ?? "")

/** Whether two lists name the same actors, in whatever order. */
export const sameActors = (xs: readonly Actor[], ys: readonly Actor[]) =>
  xs.length === ys.length && xs.every(x => ys.some(y => sameActor(x, y)))

/** What decides whether a doer is also named as teller of the own deed. */
export interface Deed {
  /** Who does it: the source, or all participants of a symmetric type. */
  readonly doers: readonly Actor[]
  /** Made of words (condemn, urge, pledge …), a contact (call, meeting …), or a deed that is told afterwards. */
  readonly made: "words" | "contact" | "deed"
}

/** Quotations that cover what stands at `at` and are not introduced by it, the widest first. */
export const around = (quotations: readonly Quotation[], at: Span): readonly Quotation[] =>
  quotations.filter(q => covers(q, at) && !covers(at, q.cue)).sort((a, b) => b.to - b.from - (a.to - a.from))

/**
 * Who tells what stands at `at`, outermost first: the sources of all quotations that cover it, joint tellers side by side.
 * Never the doer as such; see `isOwn`. Source of the rules: gold/GUIDELINES.md, `saidBy`.
 */
export function tellersOf(quotations: readonly Quotation[], at: Span, deed?: Deed): readonly Cited<Actor>[] {
  const chain: Cited<Actor>[] = []
  let signed: Quotation | undefined
  for (const quotation of around(quotations, at)) {
    if (
      (deed && isOwn(quotation, deed)) ||
      (signed && speaksAgain(signed, quotation)) ||
      speaksForThem(chain, quotation)
    )
      continue
    if (quotation.form === "attributable") signed = quotation
    for (const teller of quotation.source) if (!chain.some(c => sameActor(c.value, teller.value))) chain.push(teller)
  }
  return chain
}

/** In a signed statement "the United States" and "we" are the signatories' own voice, and no further teller. */
const speaksAgain = (signed: Quotation, { source }: Quotation) =>
  source.length > 0 &&
  source.every(({ value }) => !value.name && signed.source.some(s => s.value.state === value.state))

/** "Iraqi officials said they were pressing …": they, and the state that they speak for, are no further voice. */
const speaksForThem = (chain: readonly Cited<Actor>[], { source }: Quotation) => {
  const last = chain.at(-1)?.value
  return (
    last !== undefined && source.length > 0 && source.every(({ value }) => !value.name && value.state === last.state)
  )
}

const states = (actors: readonly Actor[]) => [...new Set(actors.map(a => a.state))].sort().join()

/**
 * Whether somebody tells their own deed, so that they stand as doer and not as teller: one who condemns is no teller of the
 * condemnation, a signatory none of the own words and contacts, sides that agree to meet none of the meeting. But "the army says
 * it killed eleven" is told by the army, and a joint statement tells of the meeting that it came from.
 */
function isOwn({ source, act, form }: Quotation, { doers, made }: Deed): boolean {
  const tellers = source.map(s => s.value)
  // Several sign for their states: what the states declare together is the signatories' own act.
  if (form === "attributable" && made === "words" && tellers.length > 1 && states(tellers) === states(doers))
    return true
  // "It must stop" in somebody's own words: who urges is not named, and is who speaks.
  if (form === "direct" && made === "words" && doers.length === 0) return true
  const among = tellers.some(teller => doers.some(doer => sameActor(doer, teller)))
  if (!among) return false
  if (form === "attributable")
    return tellers.length === 1 ? made !== "deed" : made === "words" && sameActors(tellers, doers)
  return (
    made === "words" || (act === "commissive" && tellers.every(teller => doers.some(doer => sameActor(doer, teller))))
  )
}

/** Whether what stands at `at` is hearsay: told by nobody who is named. */
export const isHearsay = (quotations: readonly Quotation[], at: Span) =>
  quotations.some(q => q.form === "hearsay" && covers(q, at))
