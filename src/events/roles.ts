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

export type Part = "source" | "target" | "participant" | "none"

/** The part that grammar alone suggests: who does it is the source, who undergoes it the target. */
export function suggested(stand: string, type: EventType, frame: Frame | undefined): Part {
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

/** How the actors of a sentence stand to a trigger, worked out once for the features of all of them. */
export interface Standings {
  readonly stands: ReadonlyMap<ActorMention, string>
  /** The part that grammar suggests for each, and how many have it. */
  readonly rules: ReadonlyMap<ActorMention, Part>
  readonly counts: ReadonlyMap<Part, number>
  /** Those whom grammar makes sources, in order. */
  readonly doers: readonly ActorMention[]
  /** Where they hang on the sentence, in rising order. */
  readonly crowns: readonly number[]
}

export function standings(
  scene: Scene,
  at: number,
  type: EventType,
  frame: Frame | undefined,
  mentions: readonly ActorMention[],
): Standings {
  const stands = new Map(mentions.map(mention => [mention, standing(scene, at, mention)]))
  const rules = new Map(mentions.map(mention => [mention, suggested(stands.get(mention)!, type, frame)]))
  const counts = new Map<Part, number>()
  for (const rule of rules.values()) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const doers = mentions.filter(mention => rules.get(mention) === "source")
  return { stands, rules, counts, doers, crowns: mentions.map(mention => scene.crown(mention)).sort((a, b) => a - b) }
}

/** How many of some rising numbers are smaller than a limit. */
function below(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (numbers[middle]! < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** What can be seen of an actor beside a trigger, as named features. */
export function roleFeatures(
  scene: Scene,
  at: number,
  type: EventType,
  frame: Frame | undefined,
  mention: ActorMention,
  { stands, rules, counts, doers, crowns }: Standings,
): Features {
  const { grammar } = scene
  const kind = EVENT_TYPES[type].symmetric ? "both" : SPOKEN.has(type) ? "word" : "deed"
  const trigger = grammar.token(at)
  const crown = scene.crown(mention)
  const passive = grammar.isVerb(at) && grammar.isPassive(at)
  const shape = `${trigger.upos === "VERB" ? "verb" : "noun"}${passive ? "-passive" : ""}${frame?.subject ? "-turned" : ""}`
  const stand = stands.get(mention) ?? ""
  const path = (grammar.path(at, crown) ?? "none").replace(/ conj(?=( |$))/g, "")
  const side = crown < at ? "before" : "after"
  const between = below(crowns, Math.max(crown, at)) - below(crowns, Math.min(crown, at) + 1)
  const rule = rules.get(mention) ?? "none"
  const others = (part: Part) => (counts.get(part) ?? 0) - (rule === part ? 1 : 0)
  const rival = others(rule) > 0 ? "rival" : "only"
  const lack = `${others("source") > 0 ? "" : "s"}${others("target") > 0 ? "" : "t"}`
  const states = mention.actors.map(actor => actor.state)
  const home =
    states.length === 0 ? "" : states.every(state => state === scene.home) ? "home" : scene.home ? "abroad" : "nohome"
  const topic = scene.home && states.some(state => state === scene.topic) ? "topic" : ""
  const doer = doers[0] === mention ? doers[1] : doers[0]
  const doubled = doer?.actors.some(actor => states.includes(actor.state))
    ? "doer's state"
    : doer
      ? "other state"
      : "no doer"
  const lemma = grammar.lemma(at)
  const coarse = stand.split(" ").slice(0, 2).join(" ")
  const owner = grammar.lemma(grammar.head(crown))
  const near = `${side}${Math.min(Math.max(between, 0), 2)}`
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
