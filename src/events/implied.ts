import type { Cited, Span } from "../model/document.ts"
import type { EventType } from "../model/event.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import { elsewhere, innerOf } from "./nested.ts"
import { cited } from "./options.ts"
import type { Scene } from "./scene.ts"

/** Actors who are not named, and how they are implied. */
export interface Implied {
  readonly name: string
  readonly actors: readonly Cited<Actor>[]
}

/**
 * Actors whom a page implies at an event's word: those it implies everywhere, who did something just before, who does the like elsewhere,
 * and who is speaking.
 */
export function impliedBy(scene: Scene, at: number, type: EventType): readonly Implied[] {
  const { sentence } = scene.grammar.token(at)
  const everywhere = EVERYWHERE.get(scene) ?? impliedEverywhere(scene)
  EVERYWHERE.set(scene, everywhere)
  const found = [...everywhere]
  const imply = (name: string, mention: ActorMention | undefined) => {
    if (mention)
      found.push({ name, actors: cited(mention).map(actor => ({ ...actor, certainty: "implied" as const })) })
  }
  imply("doer before", scene.doer(sentence - 1))
  imply("undergoer before", scene.undergoer(sentence - 1))
  imply("source elsewhere", elsewhere(scene, at, type, "source"))
  imply("target elsewhere", elsewhere(scene, at, type, "target"))
  const inner = innerOf(scene, at)
  if (inner && inner.frame.type !== type)
    imply("inner source elsewhere", elsewhere(scene, inner.at, inner.frame.type, "source"))
  const lead = scene.doc.sentences.findIndex(({ kind }) => kind === "prose")
  if (!scene.home && lead >= 0 && lead < sentence - 1) {
    imply("lead doer", scene.doer(lead))
    imply("lead undergoer", scene.undergoer(lead))
  }
  const voice = scene.quotationsAt(at).findLast(({ source }) => source.length > 0)
  if (voice)
    found.push({ name: "teller", actors: voice.source.map(actor => ({ ...actor, certainty: "implied" as const })) })
  const [other, ...more] = scene.othersSpeaking(at)
  if (other && more.length === 0) {
    const addressed = { ...other, certainty: "implied" as const, reason: "who else speaks here" }
    found.push({ name: "addressed", actors: [addressed] })
    found.push({ name: "addressed state", actors: [{ ...addressed, value: { state: other.value.state } }] })
  }
  imply("claimant", scene.claimant(sentence))
  return found
}

/** What `impliedEverywhere` said of a page. */
const EVERYWHERE = new WeakMap<Scene, readonly Implied[]>()

/** Actors whom a page implies in any of its sentences: the state that speaks, the other side of the contact, the topic. */
function impliedEverywhere(scene: Scene): readonly Implied[] {
  const { doc } = scene
  const evidenceOf = (actor: Actor): Span => {
    const named = doc.actors.find(mention =>
      mention.actors.some(other => other.state === actor.state && (!actor.name || sameActor(other, actor))),
    )
    return named ? { from: named.from, to: named.to } : { from: 0, to: doc.sentences[0]?.to ?? 0 }
  }
  const imply = (actors: readonly Actor[], reason: string): readonly Cited<Actor>[] =>
    actors.map(value => ({ value, evidence: [evidenceOf(value)], certainty: "implied", reason }))
  const found: Implied[] = []
  if (scene.home) found.push({ name: "home", actors: imply([{ state: scene.home }], "the state that speaks") })
  if (scene.counterparts.length > 0) {
    const states = [...new Set(scene.counterparts.map(({ state }) => state))]
    found.push({ name: "counterparts", actors: imply(scene.counterparts, "the other side of the contact") })
    found.push({
      name: "counterpart states",
      actors: imply(
        states.map(state => ({ state })),
        "the other side of the contact",
      ),
    })
    const own = scene.officials.filter(({ state }) => state === scene.home)
    if (own.length > 0) {
      found.push({ name: "own official", actors: imply(own, "who speaks with the other side of the contact") })
      found.push({ name: "officials", actors: imply(scene.officials, "both sides of the contact") })
    }
  } else if (scene.topic) {
    found.push({ name: "topic", actors: imply([{ state: scene.topic }], "the state spoken of") })
    if (scene.kind === "story" && scene.secondTopic)
      found.push({
        name: "second topic",
        actors: imply([{ state: scene.secondTopic }], "the state spoken of beside it"),
      })
    found.push({ name: "topic people", actors: imply([{ state: scene.topic, name: "people" }], "the state spoken of") })
  }
  return found
}
