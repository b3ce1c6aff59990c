import type { Cited } from "../model/document.ts"
import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { Features, type Key, keysOf } from "../network/features.ts"
import type { Frame } from "./frames.ts"
import { type Standings, wordOrDeed } from "./roles.ts"
import type { Scene } from "./scene.ts"
import type { Part } from "./standing.ts"

/** Most words of an object or clause that are looked through for hints, and most hints. */
const MOST_WORDS = 12
const MOST_HINTS = 10

/** Words around the trigger that hint at somebody not named beside it: "our", "bilateral", "the alliance". */
function hintsOf(scene: Scene, at: number): readonly string[] {
  const { grammar } = scene
  const objects = grammar.isVerb(at) ? scene.objectNouns(at) : [at]
  const clauses = grammar.isVerb(at) ? grammar.childrenBy(at, "ccomp", "xcomp") : []
  const words = [...objects.map(object => grammar.phrase(object)), ...clauses.map(clause => grammar.subtree(clause))]
    .flatMap(phrase => phrase.slice(0, MOST_WORDS))
    .filter(word => /^(PRON|ADJ|NOUN|VERB)$/.test(grammar.token(word).upos))
    .slice(0, MOST_HINTS)
  return [
    ...objects.map(object => `object=${grammar.lemma(object)}`),
    ...clauses.map(clause => `clause=${grammar.lemma(clause)}`),
    ...words.flatMap(word => [`hint=${grammar.lemma(word)}`, `hint class=${grammar.token(word).wordClass}`]),
  ]
}

const KEYS = new Map<string, readonly Key[]>()

/** Keys of one way of being implied in events of one type: few, and asked for at every event. */
function keysFor(name: string, type: EventType): readonly Key[] {
  const look = `${name} ${type}`
  const known = KEYS.get(look) ?? keysOf(`is=${name} `, `is=${name} ${type} `, `is=${name} ${wordOrDeed(type)} `)
  KEYS.set(look, known)
  return known
}

/** What can be seen, at an event's word, of somebody who is implied, and of nobody: as a function of who it is and how implied. */
export function unnamedFeatures(
  scene: Scene,
  at: number,
  type: EventType,
  frame: Frame | undefined,
  mentions: readonly ActorMention[],
  { rules, counts, around }: Standings,
): (name: string, actors: readonly Cited<Actor>[]) => Features {
  const { grammar } = scene
  const having = (part: Part) => counts.get(part) ?? 0
  const lack = EVENT_TYPES[type].symmetric
    ? `${Math.min(3, having("participant"))}`
    : `${having("source") > 0 ? "" : "s"}${having("target") > 0 ? "" : "t"}`
  const kind = wordOrDeed(type)
  const shape = grammar.isVerb(at) ? (grammar.isPassive(at) ? "passive" : "verb") : "noun"
  const page = scene.home ? (scene.counterparts.length > 0 ? "contact" : "statement") : scene.kind
  const { xpos } = grammar.token(at)
  const relation = grammar.relation(at).split(":")[0]
  const hints = hintsOf(scene, at)
  const nested = [...new Set([...around.values()].flat().filter(name => !name.endsWith("none")))]
  /** The part that grammar suggests for those of the same state in the sentence. */
  const named = (actors: readonly Cited<Actor>[]) => {
    const states = new Set(actors.map(({ value }) => value.state))
    const same = mentions.filter(mention => mention.actors.some(({ state }) => states.has(state)))
    const part = same.map(mention => rules.get(mention)!).find(rule => rule !== "none")
    return same.length === 0 ? "absent" : (part ?? "named")
  }
  return (name, actors) => {
    const features = new Features(`is=${name}`, `~is=${name} ${grammar.lemma(at)}`, `is=${name} ${frame?.name}`)
    const beside = named(actors)
    const keys = keysFor(name, type)
    features.under(keys.slice(0, 1), [
      kind,
      type,
      lack,
      page,
      `${kind} ${lack} ${page}`,
      `${type} ${lack}`,
      `${type} ${page}`,
      `${shape} ${lack}`,
      `${type} ${shape}`,
      beside,
      `${kind} ${beside}`,
      `${type} ${beside}`,
      `${beside} ${lack}`,
      `${relation} ${xpos}`,
      `${type} ${relation}`,
    ])
    features.under(keys, hints)
    features.under(keys.slice(0, 2), nested)
    return features
  }
}
