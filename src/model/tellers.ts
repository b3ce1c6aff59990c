import { type Cited, covers, type Span } from "./document.ts"
import type { Actor, Quotation } from "./layers.ts"

/** Whether two actors are the same person, office, organisation or state. */
export const sameActor = (a: Actor, b: Actor) =>
  a.id && b.id ? a.id === b.id : a.state === b.state && (a.name ?? "") === (b.name ?? "")

const sameActors = (xs: readonly Actor[], ys: readonly Actor[]) =>
  xs.length === ys.length && xs.every(x => ys.some(y => sameActor(x, y)))

/** What decides whether a doer is also named as teller of the own deed. */
export interface Deed {
  /** Who does it: the source, or all participants of a symmetric type. */
  readonly doers: readonly Actor[]
  /** Whether the event is made of words (condemn, urge, pledge …) or is a contact, rather than a deed told afterwards. */
  readonly spoken: boolean
}

/**
 * Who tells what stands at `at`, outermost first: the sources of all quotations that cover it.
 *
 * Never the doer as such: one who condemns is no teller of the condemnation, and sides that agree to meet are no tellers of
 * the meeting. But "the army says it killed eleven" is told by the army. Joint tellers of one quotation stand side by side.
 * Source of the rules: gold/GUIDELINES.md, `saidBy`.
 */
export function tellersOf(quotations: readonly Quotation[], at: Span, deed?: Deed): readonly Cited<Actor>[] {
  const around = quotations
    .filter(q => covers(q, at) && !covers(at, q.cue))
    .sort((a, b) => b.to - b.from - (a.to - a.from))
  const chain: Cited<Actor>[] = []
  for (const { source, act, form } of around) {
    const own =
      deed !== undefined &&
      source.length > 0 &&
      (deed.spoken || (act !== "assertive" && form !== "attributable")) &&
      (sameActors(
        source.map(s => s.value),
        deed.doers,
      ) ||
        (deed.spoken && form !== "attributable" && deed.doers.some(doer => source.some(s => sameActor(s.value, doer)))))
    if (own) continue
    for (const teller of source) if (!chain.some(c => sameActor(c.value, teller.value))) chain.push(teller)
  }
  return chain
}

/** Whether what stands at `at` is hearsay: told by nobody who is named. */
export const isHearsay = (quotations: readonly Quotation[], at: Span) =>
  quotations.some(q => q.form === "hearsay" && covers(q, at))
