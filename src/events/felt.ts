import type { Cited } from "../model/document.ts"
import type { EventType } from "../model/event.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { Features } from "../network/features.ts"
import type { Impression } from "./impressions.ts"
import type { Option } from "./options.ts"
import type { Scene } from "./scene.ts"
import { nearby } from "./stretches.ts"

/** A part that one has apart from the other: those who do something together are several at once, and impressions are of each alone. */
type Side = "source" | "target"

const SIDES: readonly Side[] = ["source", "target"]

/** Features of an option, by its number, as source or as target. */
export type Felt = (option: number, side: Side) => Features

/** Steps to a nat, and the last step: what is surer than that is as good as certain. */
const [STEPS, SUREST] = [1.5, 8]

/** What speaks for something, in nats, as a whole number of steps that features can name. */
export const stepOf = (nats: number) => Math.max(-SUREST, Math.min(SUREST, Math.round(nats * STEPS)))

/** Whether an actor was read in the words of a mention. */
const rests = ({ evidence: [words] }: Cited<Actor>, { from, to }: ActorMention) =>
  words.from === from && words.to === to

/**
 * What can be seen of the impression that a sentence makes, as named features of each option as source and as target: how much speaks for it,
 * and how much for the likeliest of all. How far an impression is to be trusted, of which type and of whom, is learned with everything else.
 */
export function feltIn(
  scene: Scene,
  at: number,
  type: EventType,
  options: readonly Option[],
  impression: Impression,
): Felt {
  const mentions = nearby(scene, scene.grammar.token(at).sentence)
  const felt = options.map(({ actors }) => {
    const own = mentions.filter(mention => actors.some(actor => rests(actor, mention)))
    return SIDES.map(side => {
      const nats = own.flatMap(mention => impression.part(at, mention, side) ?? [])
      return nats.length === 0 ? undefined : nats.reduce((sum, one) => sum + one, 0) / nats.length
    })
  })
  const highest = SIDES.map((_, s) => Math.max(...felt.map(nats => nats[s] ?? -Infinity)))
  return (option, side) => {
    const s = SIDES.indexOf(side)
    const nats = felt[option]![s]
    const other = felt[option]![1 - s]
    const place = options[option]!.place.split(" ")[0]
    const step = nats === undefined ? "no" : stepOf(nats)
    const top = highest[s]! === -Infinity ? "none" : stepOf(highest[s]!)
    return new Features(
      `felt=${step}`,
      `felt=${step} ${type}`,
      `felt=${step} ${place}`,
      `felt=${step} ${scene.kind}`,
      `felt both=${step} ${other === undefined ? "no" : stepOf(other / 2)}`,
      `felt top=${top} ${nats !== undefined && nats === highest[s]}`,
      ...(nats === undefined ? [`felt top=${top} ${place}`, `felt top=${top} ${place} ${type}`] : []),
    )
  }
}
