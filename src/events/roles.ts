import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { ActorMention } from "../model/layers.ts"
import { Features, keysOf } from "./features.ts"
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
  const crown = scene.crown(mention)
  const token = grammar.token(at)
  const isIt = (word: number) =>
    word === crown || (grammar.token(word).from >= mention.from && grammar.token(word).to <= mention.to)
  const isIn = (words: readonly number[]) => words.includes(crown)
  const verbal = grammar.isVerb(at) || grammar.has(at, "nsubj") || grammar.has(at, "obj")
  if (verbal) {
    const doers = grammar.doers(at)
    if (doers.some(isIt)) return "doer"
    const undergoers = grammar.undergoers(at)
    if (undergoers.some(isIt)) return "undergoer"
    for (const phrase of grammar.phrases(at)) {
      if (grammar.coordinated(phrase.head).some(isIt)) return `prep ${phrase.preposition}`
      if (grammar.isUnder(crown, phrase.head, child => grammar.isVerb(child))) return `in-prep ${phrase.preposition}`
    }
    for (const undergoer of undergoers) {
      if (isIn(grammar.phrase(undergoer)))
        return `in-undergoer ${grammar.relation(crown).split(":")[0]} ${grammar.preposition(crown)}`
      if (grammar.isUnder(crown, undergoer)) return "under-undergoer"
    }
    for (const doer of doers) if (isIn(grammar.phrase(doer))) return "in-doer"
    for (const child of grammar.childrenBy(at, "xcomp", "ccomp", "advcl", "acl"))
      if (grammar.isUnder(crown, child))
        return `below ${grammar.relation(child).split(":")[0]} ${grammar.doers(child).some(isIt) ? "doer" : grammar.undergoers(child).some(isIt) ? "undergoer" : ""}`
  } else {
    for (const child of grammar.children(at)) {
      if (grammar.coordinated(child).some(isIt)) return `own ${grammar.relation(child)} ${grammar.preposition(child)}`
      if (isIn(grammar.phrase(child))) return `in-own ${grammar.relation(child)} ${grammar.preposition(child)}`
    }
  }
  const verb = grammar.verbAbove(at)
  if (verb >= 0) {
    const carried = isLight(scene, verb) ? "light" : "verb"
    const how = grammar.relation(grammar.firstOfCoordination(at)).split(":")[0]
    if (grammar.doers(verb).some(isIt)) return `${carried} doer ${how}`
    if (grammar.undergoers(verb).some(isIt)) return `${carried} undergoer ${how}`
    for (const phrase of grammar.phrases(verb))
      if (grammar.coordinated(phrase.head).some(isIt)) return `${carried} prep ${phrase.preposition}`
    const higher = grammar.verbAbove(verb)
    if (higher >= 0 && grammar.doers(higher).some(isIt)) return `higher doer ${grammar.relation(verb).split(":")[0]}`
    if (higher >= 0 && grammar.undergoers(higher).some(isIt))
      return `higher undergoer ${grammar.relation(verb).split(":")[0]}`
  }
  return grammar.isUnder(crown, at) ? "elsewhere below" : `elsewhere ${token.relation.split(":")[0]}`
}

/** Prepositions after which stands whom a deed or word is aimed at. */
const TOWARDS = /^(to|on|upon|against|at|for|with|from|toward|towards|of|about|over|into|in)$/

/** The part that grammar alone suggests: who does it is the source, who undergoes it the target. */
export function suggested(
  stand: string,
  type: EventType,
  frame: Frame | undefined,
): "source" | "target" | "participant" | "none" {
  const [place = "", second = "", third = ""] = stand.split(" ")
  const symmetric = EVENT_TYPES[type].symmetric
  const doing =
    stand === "doer" ||
    (place === "own" && (/^(nmod:poss|compound|amod|nmod:desc|flat)$/.test(second) || third === "by")) ||
    (/^(light|verb)$/.test(place) && second === "doer")
  const undergoing =
    stand === "undergoer" ||
    place === "in-undergoer" ||
    (place === "below" && third === "doer" && second !== "advcl") ||
    (place === "prep" && TOWARDS.test(second)) ||
    (place === "own" && TOWARDS.test(third)) ||
    (place === "light" && second === "prep" && TOWARDS.test(third))
  if (symmetric) {
    const beside = /^(prep|own|light)$/.test(place) && /\b(with|between|among|and|to|by|of)$/.test(stand)
    return doing || stand === "undergoer" || beside ? "participant" : "none"
  }
  if (doing) return frame?.subject ?? "source"
  return undergoing ? "target" : "none"
}

/** What can be seen of an actor beside a trigger, as named features; `stands` tells how each actor of the sentence stands to it. */
export function roleFeatures(
  scene: Scene,
  at: number,
  type: EventType,
  frame: Frame | undefined,
  mention: ActorMention,
  others: readonly ActorMention[],
  stands: ReadonlyMap<ActorMention, string>,
): Features {
  const { grammar } = scene
  const kind = EVENT_TYPES[type].symmetric ? "both" : SPOKEN.has(type) ? "word" : "deed"
  const trigger = grammar.token(at)
  const crown = scene.crown(mention)
  const passive = grammar.isVerb(at) && grammar.isPassive(at)
  const shape = `${trigger.upos === "VERB" ? "verb" : "noun"}${passive ? "-passive" : ""}${frame?.subject ? "-turned" : ""}`
  const ruleOf = (other: ActorMention) => suggested(stands.get(other) ?? "", type, frame)
  const stand = stands.get(mention) ?? ""
  const path = (grammar.path(at, crown) ?? "none").replace(/ conj(?=( |$))/g, "")
  const side = crown < at ? "before" : "after"
  const between = others.filter(other => {
    const place = scene.crown(other)
    return side === "before" ? place > crown && place < at : place < crown && place > at
  }).length
  const rule = suggested(stand, type, frame)
  const rules = others.map(other => (other === mention ? "self" : ruleOf(other)))
  const rival = rules.includes(rule) ? "rival" : "only"
  const lack = `${rules.includes("source") ? "" : "s"}${rules.includes("target") ? "" : "t"}`
  const states = mention.actors.map(actor => actor.state)
  const home =
    states.length === 0 ? "" : states.every(state => state === scene.home) ? "home" : scene.home ? "abroad" : "nohome"
  const topic = scene.home && states.some(state => state === scene.topic) ? "topic" : ""
  const doer = others.find(other => other !== mention && ruleOf(other) === "source")
  const doubled = doer?.actors.some(actor => states.includes(actor.state))
    ? "doer's state"
    : doer
      ? "other state"
      : "no doer"
  const lemma = grammar.lemma(at)
  const coarse = stand.split(" ").slice(0, 2).join(" ")
  const owner = grammar.lemma(grammar.head(crown))
  const near = `${side}${Math.min(between, 2)}`
  const features = new Features(
    `path=${path}`,
    `stand=${stand} ${mention.kind}`,
    `form=${mention.form} ${mention.kind}`,
    `${type}&owner=${owner} ${grammar.relation(crown)}`,
    `${type}&${rule} ${lack} ${near}`,
    `count=${Math.min(3, mention.actors.length)}`,
  )
  features.under(keysOf("", `${kind}&`, `${kind} ${shape}&`, `${type}&`, `${type} ${shape}&`, `~${lemma}&`), [
    "always",
    `rule=${rule}`,
    `rule=${rule} ${rival}`,
    `rule=${rule} ${lack}`,
    `rule=${rule} ${near}`,
    `rule=${rule} ${mention.kind}`,
    `rule=${rule} ${mention.form}`,
    `rule=${rule} ${home}${topic}`,
    `rule=${rule} ${doubled}`,
    `stand=${stand}`,
    `place=${coarse}`,
    `path=${path}`,
    near,
    `kind=${mention.kind} ${side}`,
    home,
    topic,
    `prep=${grammar.preposition(crown)} ${side}`,
    `far=${Math.min(6, Math.floor(Math.abs(at - crown) / 4))}`,
  ])
  return features
}
