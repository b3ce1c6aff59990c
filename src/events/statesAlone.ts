import type { ActorMention } from "../model/layers.ts"
import { Features } from "../network/features.ts"
import { cited, type Option, together } from "./options.ts"
import type { Standings } from "./roles.ts"
import type { Scene } from "./scene.ts"

/** Organs, offices and people of a state, not persons by name: what they do or suffer may be put down to the state itself. */
const stateFor = ({ kind, actors }: ActorMention) =>
  /^(?:office|organisation|group|people)$/.test(kind) && actors.some(({ state, name }) => name && state !== "-")

/**
 * The same actors, their states in place of organs and offices: "its embassy was attacked" tells of the state rather than of the embassy.
 * @returns `undefined` where nobody of the group can be meant so
 */
export function statesAlone(
  scene: Scene,
  group: readonly ActorMention[],
  { stands, keys }: Standings,
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
  const page = scene.home ? "release" : "report"
  const features = new Features()
  for (const mention of group.filter(stateFor)) {
    const crown = scene.crown(mention)
    const stand = stands.get(mention)
    features.under(keys.alone, [
      "",
      `kind=${mention.kind}`,
      `head=${grammar.lemma(crown)}`,
      `kind=${mention.kind} form=${mention.form}`,
      `name=${mention.actors[0]!.name}`,
      `stand=${stand}`,
      `stand=${stand} ${mention.kind}`,
      `class=${grammar.token(crown).wordClass}`,
      mention.certainty,
      `page=${page}`,
    ])
  }
  return { actors, features, place: stands.get(group[0]!)! }
}
