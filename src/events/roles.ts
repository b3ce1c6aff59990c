import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { ActorMention } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import { Features, type Key, keysOf } from "../network/features.ts"
import { clausesBetween, wordAfter, wordBefore, wordsBetween } from "./beside.ts"
import type { Frame } from "./frames.ts"
import { innerOf, outerOf, partIn } from "./nested.ts"
import type { Scene } from "./scene.ts"
import { type Part, standing, suggested } from "./standing.ts"

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
  /** Under what the features of an actor stand: everything down to the word itself, down to the type, and the word's class. */
  readonly keys: Readonly<Record<"finest" | "fine" | "type" | "wordClass" | "alone", readonly Key[]>>
  /** What the page tells around the event, and which part an actor has there: "outer=urge target". */
  readonly around: ReadonlyMap<ActorMention, readonly string[]>
  /** Whether somebody of the same states is named elsewhere in the sentence: "as source" where grammar gives that mention a part. */
  readonly doubles: ReadonlyMap<ActorMention, string>
}

/** Whether an event of some type is a word or a deed, as features say it. */
export const wordOrDeed = (type: EventType): "word" | "deed" => (SPOKEN.has(type) ? "word" : "deed")

const kindOf = (type: EventType) => (EVENT_TYPES[type].symmetric ? "both" : wordOrDeed(type))

const statesOf = ({ actors }: ActorMention): readonly string[] => [...new Set(actors.map(({ state }) => state))]

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
  const { upos, wordClass } = scene.grammar.token(at)
  const passive = scene.grammar.isVerb(at) && scene.grammar.isPassive(at)
  const shape = `${upos === "VERB" ? "verb" : "noun"}${passive ? "-passive" : ""}${frame?.subject ? "-turned" : ""}`
  const kind = kindOf(type)
  const word = `~${scene.grammar.lemma(at)}&`
  return {
    stands,
    keys: {
      finest: keysOf(
        "",
        `${scene.kind} ${kind}&`,
        `${kind}&`,
        `${kind} ${shape}&`,
        `${type}&`,
        `${type} ${shape}&`,
        word,
      ),
      fine: keysOf("", `${scene.kind} ${kind}&`, `${kind} ${shape}&`, `${type}&`),
      type: keysOf("", `${type}&`),
      wordClass: keysOf(`class ${wordClass}&`),
      alone: keysOf("alone ", `alone ${type}&`, `alone ${kind}&`, `~alone ${word}`),
    },
    around: aroundOf(scene, at, mentions),
    rules,
    counts,
    doers,
    doubles: doublesOf(mentions, rules),
    crowns: mentions.map(mention => scene.crown(mention)).sort((a, b) => a - b),
  }
}

function doublesOf(
  mentions: readonly ActorMention[],
  rules: ReadonlyMap<ActorMention, Part>,
): ReadonlyMap<ActorMention, string> {
  const placed = new Map<string, ActorMention[]>()
  const named = new Map<string, number>()
  for (const mention of mentions)
    for (const state of statesOf(mention)) {
      named.set(state, (named.get(state) ?? 0) + 1)
      if (rules.get(mention) === "none") continue
      const known = placed.get(state) ?? []
      if (known.length < 2) placed.set(state, [...known, mention])
    }
  const doubles = new Map<ActorMention, string>()
  for (const mention of mentions) {
    const states = statesOf(mention)
    const better = states.flatMap(state => placed.get(state) ?? []).find(other => other !== mention)
    const again = states.some(state => (named.get(state) ?? 0) > 1)
    doubles.set(mention, better ? `as ${rules.get(better)}` : again ? "elsewhere" : "")
  }
  return doubles
}

function aroundOf(
  scene: Scene,
  at: number,
  mentions: readonly ActorMention[],
): ReadonlyMap<ActorMention, readonly string[]> {
  const neighbours = [
    { name: "inner", neighbour: innerOf(scene, at) },
    { name: "outer", neighbour: outerOf(scene, at) },
  ].flatMap(({ name, neighbour }) => (neighbour ? [{ name: `${name}=${neighbour.frame.type}`, neighbour }] : []))
  return new Map(
    mentions.map(mention => [
      mention,
      neighbours.map(({ name, neighbour }) => `${name} ${partIn(scene, neighbour, mention)}`),
    ]),
  )
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
  mention: ActorMention,
  stood: Standings,
): Features {
  const { stands, rules, counts, doers, crowns, keys } = stood
  const { grammar } = scene
  const kind = kindOf(type)
  const crown = scene.crown(mention)
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
  const clauses = clausesBetween(scene, at, crown)
  const said = scene.quotationsAt(at).findLast(q => q.source.length > 0)
  const teller = !said
    ? "untold"
    : said.source.some(({ value }) => mention.actors.some(actor => sameActor(actor, value)))
      ? "teller"
      : "other teller"
  const word = mention.form === "pronoun" ? grammar.lemma(crown) : ""
  const again = stood.doubles.get(mention)
  const features = new Features(
    `path=${path}`,
    `stand=${stand} ${mention.kind}`,
    `form=${mention.form} ${mention.kind}`,
    `${type}&owner=${owner} ${grammar.relation(crown)}`,
    `${type}&${rule} ${lack} ${near}`,
    `count=${Math.min(3, mention.actors.length)}`,
  )
  features.under(keys.finest, [
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
  features.under(keys.fine, [
    `teller=${teller}`,
    `teller=${teller} ${rule}`,
    `clauses=${clauses} ${side}`,
    `clauses=${clauses} ${rule}`,
    `again=${again}`,
    `again=${again} ${rule}`,
    `word=${word} ${side}`,
    `owner=${owner} ${grammar.relation(crown)}`,
    `before=${wordBefore(scene, mention)} ${side}`,
    `after=${wordAfter(scene, mention)} ${side}`,
    `salient=${scene.salience(mention)}`,
    `salient=${scene.salience(mention)} ${rule}`,
    `owner class=${grammar.tokens[grammar.head(crown)]?.wordClass ?? "#"} ${grammar.relation(crown)}`,
  ])
  features.under(keys.wordClass, [
    `rule=${rule}`,
    `stand=${stand}`,
    `path=${path}`,
    near,
    `kind=${mention.kind} ${side}`,
    `prep=${grammar.preposition(crown)} ${side}`,
  ])
  features.under(keys.type, wordsBetween(scene, at, mention))
  features.under(keysOf("", `${kind} ${rule}&`, `${type}&`, `${type} ${rule}&`), stood.around.get(mention) ?? [])
  if (mention.form !== "name" || /^(?:group|people|organisation)$/.test(mention.kind))
    features.push(
      `${type}&head class=${grammar.token(crown).wordClass}`,
      `${type}&head=${grammar.lemma(crown)}`,
      `~${lemma}&head=${grammar.lemma(crown)}`,
    )
  return features
}
