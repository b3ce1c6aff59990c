import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { ActorMention } from "../model/layers.ts"
import { Features, keysOf } from "./features.ts"
import { cited, type Option, together } from "./options.ts"
import { wordOrDeed } from "./roles.ts"
import type { Scene } from "./scene.ts"
import { standing } from "./standing.ts"

/** Organs, offices and people of a state, not persons by name: what they do or suffer may be put down to the state itself. */
const stateFor = ({ kind, actors }: ActorMention) =>
  /^(?:office|organisation|group|people)$/.test(kind) && actors.some(({ state, name }) => name && state !== "-")

/**
 * The same actors, their states in place of organs and offices: "its embassy was attacked" tells of the state rather than of the embassy.
 * @returns `undefined` where nobody of the group can be meant so
 */
export function statesAlone(
  scene: Scene,
  at: number,
  type: EventType,
  group: readonly ActorMention[],
  place: string,
): Option | undefined {
  if (!group.some(stateFor)) return undefined
  const actors = together(
    group.map(mention =>
      stateFor(mention)
        ? cited(mention).map(actor =>
            actor.value.state === "-" ? actor : { ...actor, value: { state: actor.value.state } },
          )
        : cited(mention),
    ),
  )
  const { grammar } = scene
  const features = new Features()
  const part = EVENT_TYPES[type].symmetric ? "both" : wordOrDeed(type)
  for (const mention of group.filter(stateFor)) {
    const crown = scene.crown(mention)
    const lemma = grammar.lemma(crown)
    features.under(keysOf("alone ", `alone ${type}&`, `alone ${part}&`, `~alone ${grammar.lemma(at)}&`), [
      "",
      `kind=${mention.kind}`,
      `head=${lemma}`,
      `kind=${mention.kind} form=${mention.form}`,
      `name=${mention.actors[0]!.name}`,
      `stand=${standing(scene, at, mention)}`,
      `stand=${standing(scene, at, mention)} ${mention.kind}`,
      `class=${grammar.token(crown).wordClass}`,
      `${mention.certainty}`,
      `page=${scene.home ? "release" : "report"}`,
    ])
  }
  return { actors, features, place }
}
