import type { Cited } from "../model/document.ts"
import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import type { Frame } from "./frames.ts"
import { roleFeatures } from "./roles.ts"
import type { Scene } from "./scene.ts"
import type { Weights } from "./weights.ts"

/** Who takes part in an event and how. */
export interface Parties {
  readonly source: readonly Cited<Actor>[]
  readonly target: readonly Cited<Actor>[]
  readonly participants: readonly Cited<Actor>[]
}

/** Actors of a mention as cited values. */
export const cited = (mention: ActorMention): Cited<Actor>[] =>
  mention.actors.map(value => ({
    value,
    evidence: mention.antecedent
      ? ([mention, mention.antecedent].map(({ from, to }) => ({ from, to })) as [Cited<Actor>["evidence"][0]])
      : [{ from: mention.from, to: mention.to }],
    certainty: mention.certainty,
    reason: mention.reason,
  }))

/** Several lists as one, each actor once; a state steps back behind a person or body of its own in the same list. */
export function together(lists: readonly (readonly Cited<Actor>[])[]): readonly Cited<Actor>[] {
  const found: Cited<Actor>[] = []
  for (const actor of lists.flat()) if (!found.some(other => sameActor(other.value, actor.value))) found.push(actor)
  return found
}

/** Actor mentions of a sentence that can have a part: not those inside another's name. */
export function standingAlone(scene: Scene, sentence: number): readonly ActorMention[] {
  const inSentence = scene.actorsIn(sentence).filter(mention => mention.actors.length > 0)
  return inSentence.filter(
    mention =>
      !inSentence.some(
        other =>
          other !== mention &&
          other.from <= mention.from &&
          mention.to <= other.to &&
          other.to - other.from > mention.to - mention.from,
      ),
  )
}

/** Decides the part of each actor of the trigger's sentence. */
export function partiesOf(
  scene: Scene,
  at: number,
  type: EventType,
  frame: Frame | undefined,
  weights: Weights,
): Parties {
  const mentions = standingAlone(scene, scene.grammar.token(at).sentence)
  const parts: Record<string, Cited<Actor>[]> = { source: [], target: [], participant: [] }
  const symmetric = EVENT_TYPES[type].symmetric
  for (const mention of mentions) {
    const features = roleFeatures(scene, at, type, frame, mention, mentions)
    const likelihoods = weights.likelihoods(features)
    let part = "none"
    let most = 0
    weights.classes.forEach((name, c) => {
      const open = name === "none" || (name === "participant") === symmetric
      if (open && likelihoods[c]! > most) {
        most = likelihoods[c]!
        part = name
      }
    })
    parts[part]?.push(...cited(mention))
  }
  return {
    source: together([parts["source"] ?? []]),
    target: together([parts["target"] ?? []]),
    participants: together([parts["participant"] ?? []]),
  }
}
