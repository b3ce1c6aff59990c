import type { Cited, Span } from "../model/document.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import { Features } from "../network/features.ts"

/** Somebody who may have a part: actors named together in the sentence, actors implied by the page, or nobody. */
export interface Option {
  readonly actors: readonly Cited<Actor>[]
  readonly features: Features
  /** Options that are taken together in this one, or that it says more of; their features count too. */
  readonly parts?: readonly Option[]
  /** Their states in their place, and what speaks for that beside what is seen of them. */
  readonly states?: Option
  /** How they stand to the trigger, or how the page implies them. */
  readonly place: string
}

/** Actors of a mention as cited values. */
export function cited(mention: ActorMention): Cited<Actor>[] {
  const { from, to, antecedent } = mention
  const evidence: readonly [Span, ...Span[]] = antecedent ? [{ from, to }, antecedent] : [{ from, to }]
  return mention.actors.map(value => ({ value, evidence, certainty: mention.certainty, reason: mention.reason }))
}

/** Several lists as one, each actor once. */
export function together(lists: readonly (readonly Cited<Actor>[])[]): readonly Cited<Actor>[] {
  const found: Cited<Actor>[] = []
  for (const actor of lists.flat()) if (!found.some(other => sameActor(other.value, actor.value))) found.push(actor)
  return found
}

/** How two lists of actors compare by state. */
export function overlapOf(a: readonly Cited<Actor>[], b: readonly Cited<Actor>[]): string {
  const [x, y] = [new Set(a.map(({ value }) => value.state)), new Set(b.map(({ value }) => value.state))]
  const both = [...x].filter(state => y.has(state)).length
  return both === 0 ? "apart" : both === x.size && both === y.size ? "same" : "part"
}

/** The same option with states in place of organs and offices, where it names any. */
export const asStates = (option: Option): readonly Option[] =>
  option.states ? [{ ...option.states, features: new Features(), parts: [option, option.states] }] : []
