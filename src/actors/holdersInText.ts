import type { Span } from "../model/document.ts"
import type { Actor, ActorMention } from "../model/layers.ts"

/** A person whom the document itself names in an office, and where. */
interface Holder {
  readonly actor: Actor
  readonly at: Span
}

const seat = ({ state, office }: Actor) => `${state} ${office ?? ""}`

/**
 * Offices that the document itself fills: where exactly one person is named as foreign minister of a country, before or after,
 * "the foreign ministers of the two countries" means that person. An office without such a person stays an office: nobody is
 * filled in from outside.
 */
export function withHoldersInText(mentions: readonly ActorMention[]): readonly ActorMention[] {
  const holders = new Map<string, Holder | undefined>()
  for (const { kind, actors, from, to } of mentions) {
    if (kind !== "person") continue
    for (const actor of actors) {
      if (!actor.office || !actor.name || actor.name === actor.office) continue
      const known = holders.get(seat(actor))
      // Two persons in one office on one page: neither is meant for certain.
      const other = holders.has(seat(actor)) && known?.actor.name !== actor.name
      if (other) holders.set(seat(actor), undefined)
      else if (!known) holders.set(seat(actor), { actor, at: { from, to } })
    }
  }
  return mentions.map(mention => {
    if (mention.kind !== "office" || mention.actors.length === 0) return mention
    const found = mention.actors.map(actor => (actor.name === actor.office ? holders.get(seat(actor)) : undefined))
    const [first] = found.filter(holder => holder !== undefined)
    if (!first) return mention
    const named = found.flatMap(holder => (holder ? [`${holder.actor.name} as ${holder.actor.office}`] : []))
    return {
      ...mention,
      actors: mention.actors.map((actor, i) => found[i]?.actor ?? actor),
      antecedent: first.at,
      certainty: "implied",
      reason: [mention.reason, `the document names ${named.join(" and ")}`].filter(Boolean).join("; "),
    }
  })
}
