import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { ActorMention } from "../model/layers.ts"
import type { Frame } from "./frames.ts"
import type { Scene } from "./scene.ts"
import { isLight } from "./triggers.ts"

/** Types made of words rather than deeds. */
export const SPOKEN: ReadonlySet<EventType> = new Set<EventType>([
  "express-support",
  "praise",
  "urge",
  "offer",
  "agree",
  "pledge",
  "condemn",
  "accuse",
  "concern",
  "reject",
  "threaten",
])

/** How an actor stands to a trigger in grammar, before anybody decides on its part. */
export function standing(scene: Scene, at: number, mention: ActorMention): string {
  const { grammar } = scene
  const head = mention.head
  const token = grammar.token(at)
  const doers = grammar.isVerb(at) ? grammar.doers(at) : []
  if (doers.includes(head)) return "doer"
  const undergoers = grammar.isVerb(at) ? grammar.undergoers(at) : []
  if (undergoers.includes(head)) return "undergoer"
  for (const undergoer of undergoers)
    if (grammar.phrase(undergoer).includes(head)) return `in-undergoer ${grammar.relation(head).split(":")[0]}`
  for (const doer of doers) if (grammar.phrase(doer).includes(head)) return "in-doer"
  for (const phrase of grammar.phrases(at)) {
    if (grammar.coordinated(phrase.head).includes(head)) return `prep ${phrase.preposition}`
    if (grammar.subtree(phrase.head, child => grammar.isVerb(child)).includes(head))
      return `in-prep ${phrase.preposition}`
  }
  if (!grammar.isVerb(at)) {
    for (const child of grammar.children(at))
      if (grammar.coordinated(child).includes(head) || grammar.phrase(child).includes(head))
        return `own ${grammar.relation(child)} ${grammar.preposition(child)}`
    const verb = grammar.verbAbove(at)
    if (verb >= 0) {
      const carried = isLight(scene, verb) ? "light" : "verb"
      if (grammar.doers(verb).includes(head)) return `${carried} doer ${token.relation}`
      if (grammar.undergoers(verb).includes(head)) return `${carried} undergoer ${token.relation}`
      for (const phrase of grammar.phrases(verb))
        if (grammar.coordinated(phrase.head).includes(head)) return `${carried} prep ${phrase.preposition}`
    }
  } else {
    for (const child of grammar.childrenBy(at, "xcomp", "ccomp", "advcl"))
      if (grammar.subtree(child).includes(head)) return grammar.doers(child).includes(head) ? "below doer" : "below"
  }
  return "elsewhere"
}

/** What can be seen of an actor beside a trigger, as named features for the weights that decide on its part. */
export function roleFeatures(
  scene: Scene,
  at: number,
  type: EventType,
  frame: Frame | undefined,
  mention: ActorMention,
  others: readonly ActorMention[],
): string[] {
  const { grammar } = scene
  const kind = EVENT_TYPES[type].symmetric ? "both" : SPOKEN.has(type) ? "word" : "deed"
  const trigger = grammar.token(at)
  const passive = grammar.isVerb(at) && grammar.isPassive(at)
  const shape = `${trigger.upos === "VERB" ? "verb" : "noun"}${passive ? "-passive" : ""}${frame?.subject ? "-turned" : ""}`
  const stand = standing(scene, at, mention)
  const path = (grammar.path(at, mention.head) ?? "none").replace(/ conj(?=( |$))/g, "")
  const side = mention.head < at ? "before" : "after"
  const between = others.filter(other =>
    side === "before" ? other.head > mention.head && other.head < at : other.head < mention.head && other.head > at,
  ).length
  const preposition = grammar.preposition(mention.head)
  const lemma = grammar.lemma(at)
  const features: string[] = []
  for (const key of [type, `${type} ${shape}`, kind, `${kind} ${shape}`, `~${lemma}`, `~${lemma} ${shape}`])
    features.push(
      `${key}`,
      `${key}&stand=${stand}`,
      `${key}&path=${path}`,
      `${key}&${side}`,
      `${key}&${side}${Math.min(between, 2)}`,
      `${key}&kind=${mention.kind}`,
      `${key}&prep=${preposition} ${side}`,
      `${key}&stand=${stand} ${mention.kind}`,
    )
  features.push(
    `form=${mention.form}`,
    `${kind}&form=${mention.form} ${mention.kind}`,
    `stand=${stand}`,
    `stand=${stand} ${mention.form}`,
    `path=${path}`,
    `count=${mention.actors.length}`,
    `${kind}&${side}&owner=${grammar.lemma(grammar.head(mention.head))}`,
    `${type}&owner=${grammar.lemma(grammar.head(mention.head))} ${grammar.relation(mention.head)}`,
    `distance=${Math.min(6, Math.floor(Math.abs(at - mention.head) / 4))}`,
    `${kind}&distance=${Math.min(6, Math.floor(Math.abs(at - mention.head) / 4))}`,
    `${kind}&alone=${others.length === 1}`,
  )
  return features
}
