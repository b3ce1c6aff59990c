import type { Cited, Span } from "../model/document.ts"
import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import { counterpartsTold } from "./counterparts.ts"
import { Features, keysOf } from "./features.ts"
import type { Frame } from "./frames.ts"
import type { Judgement } from "./judgement.ts"
import { type Part, roleFeatures, SPOKEN, standings } from "./roles.ts"
import type { Scene } from "./scene.ts"

/** Who takes part in an event and how. */
export interface Parties {
  readonly source: readonly Cited<Actor>[]
  readonly target: readonly Cited<Actor>[]
  readonly participants: readonly Cited<Actor>[]
}

/** Somebody who may have a part: actors named together in the sentence, actors implied by the page, or nobody. */
export interface Option {
  readonly actors: readonly Cited<Actor>[]
  readonly features: Features
  /** Options that are taken together in this one, or that it says more of; their features count too. */
  readonly parts?: readonly Option[]
  /** How they stand to the trigger, or how the page implies them. */
  readonly place: string
}

/** Actors of a mention as cited values. */
export function cited(mention: ActorMention): Cited<Actor>[] {
  const { from, to, antecedent } = mention
  const evidence: readonly [Span, ...Span[]] = antecedent ? [{ from, to }, antecedent] : [{ from, to }]
  return mention.actors.map(value => ({ value, evidence, certainty: mention.certainty, reason: mention.reason }))
}

/** Several lists as one, each actor once. */
export function together(lists: readonly (readonly Cited<Actor>[])[]): readonly Cited<Actor>[] {
  const found: Cited<Actor>[] = []
  for (const actor of lists.flat()) if (!found.some(other => sameActor(other.value, actor.value))) found.push(actor)
  return found
}

/** Mentions of a sentence gathered by coordination, in the tree or in the words: "Park and Blinken" are one group. */
function groupsOf(scene: Scene, mentions: readonly ActorMention[]): readonly (readonly ActorMention[])[] {
  const groups = new Map<number, ActorMention[]>()
  const heads = mentions.map(mention => scene.grammar.firstOfCoordination(scene.crown(mention)))
  for (const run of joinedRuns(scene, mentions)) for (const at of run) heads[at] = heads[run[0]!]!
  mentions.forEach((mention, at) => {
    const group = groups.get(heads[at]!)
    if (group) group.push(mention)
    else groups.set(heads[at]!, [mention])
  })
  return [...groups.values()]
}

/** What may stand between two names that are joined. */
const JOINT = /^\s*(,|,?\s*(?:and|&|as well as))\s+(?:(?:the|both|also|with)\s+)?$/i

/**
 * Runs of mentions joined by "and" or in a list that "and" closes, as indexes: a parser loses the second half of "Secretary Blinken and
 * Foreign Minister Park" more often than a reader. "Met Park, and Hayashi said" is not joined: the second name begins a clause.
 */
function joinedRuns(scene: Scene, mentions: readonly ActorMention[]): readonly (readonly number[])[] {
  const { doc, grammar } = scene
  const order = mentions.map((_, at) => at).sort((a, b) => mentions[a]!.from - mentions[b]!.from)
  const runs: number[][] = []
  let run: number[] = []
  let closed = false
  const finish = () => {
    const [first] = run
    const inHeadline =
      first !== undefined && doc.sentences[grammar.token(scene.crown(mentions[first]!)).sentence]?.kind === "headline"
    if (run.length > 1 && (closed || inHeadline)) runs.push(run)
    run = []
    closed = false
  }
  for (const at of order) {
    const before = run.at(-1)
    const gap = before === undefined ? undefined : JOINT.exec(doc.text.slice(mentions[before]!.to, mentions[at]!.from))
    if (!gap || (/,./.test(gap[1]!) && run.length < 2 && beginsClause(scene, mentions[at]!))) finish()
    if (gap && run.length > 0 && gap[1] !== ",") closed = true
    run.push(at)
  }
  finish()
  return runs
}

/** Whether a verb follows a mention at once. */
function beginsClause(scene: Scene, mention: ActorMention): boolean {
  const { tokens } = scene.grammar
  let next = scene.crown(mention)
  while (next < tokens.length && tokens[next]!.from < mention.to) next++
  return /^(?:VERB|AUX)$/.test(tokens[next]?.upos ?? "")
}

/** Words around the trigger that hint at somebody not named beside it: "our", "bilateral", "the alliance". */
function hintsOf(scene: Scene, at: number): string[] {
  const { grammar } = scene
  const objects = grammar.isVerb(at) ? scene.objectNouns(at) : [at]
  return objects.flatMap(object => [
    `object=${grammar.lemma(object)}`,
    ...grammar
      .phrase(object)
      .filter(token => /^(PRON|ADJ|NOUN)$/.test(grammar.token(token).upos))
      .slice(0, 8)
      .map(token => `hint=${grammar.lemma(token)}`),
  ])
}

/** Most groups of actors in a sentence that are weighed for an event: in a run of hundreds of clauses, those nearest to its word. */
const MOST_GROUPS = 40

/** Everybody who may be source or target of a directed event, nobody last; for a symmetric one, every set of two sides. */
export function optionsOf(scene: Scene, at: number, type: EventType, frame: Frame | undefined): readonly Option[] {
  const sentence = scene.grammar.token(at).sentence
  const mentions = scene.standingAlone(sentence)
  const stood = standings(scene, at, type, frame, mentions)
  const having = (part: Part) => stood.counts.get(part) ?? 0
  const lack = EVENT_TYPES[type].symmetric
    ? `${Math.min(3, having("participant"))}`
    : `${having("source") > 0 ? "" : "s"}${having("target") > 0 ? "" : "t"}`
  const groups = groupsOf(scene, mentions)
  const away = (group: readonly ActorMention[]) => Math.abs(scene.crown(group[0]!) - at)
  const farthest = groups.map(away).sort((a, b) => a - b)[MOST_GROUPS - 1] ?? Infinity
  const near = groups.filter(group => away(group) <= farthest)
  const options: Option[] = near.map(group => {
    const features = roleFeatures(scene, at, type, frame, group[0]!, stood)
    features.under(keysOf("", `${type}&`), [`group=${Math.min(3, group.length)}`])
    return { actors: together(group.map(cited)), features, place: stood.stands.get(group[0]!)! }
  })
  const kind = SPOKEN.has(type) ? "word" : "deed"
  const shape = scene.grammar.isVerb(at) ? (scene.grammar.isPassive(at) ? "passive" : "verb") : "noun"
  const page = scene.home ? (scene.counterparts.length > 0 ? "contact" : "statement") : "report"
  const hints = hintsOf(scene, at)
  const around = (name: string) => {
    const features = new Features(`is=${name}`, `~is=${name} ${scene.grammar.lemma(at)}`)
    features.under(keysOf(`is=${name} `), [
      kind,
      type,
      lack,
      page,
      `${kind} ${lack} ${page}`,
      `${type} ${lack}`,
      `${type} ${page}`,
      `${shape} ${lack}`,
      `${type} ${shape}`,
    ])
    features.under(keysOf(`is=${name} `, `is=${name} ${kind} `), hints)
    return features
  }
  for (const { name, actors } of impliedBy(scene, sentence))
    options.push({ actors, features: around(name), place: name })
  const nobody: Option = { actors: [], features: around("nobody"), place: "nobody" }
  return EVENT_TYPES[type].symmetric ? [...sidesOf(options, type), nobody] : [...options, nobody]
}

/** Most single options whose pairs are looked at; a sentence with more is a list, and its first ones tell enough. */
const MOST_SIDES = 10

/** Options alone and by twos: "Blinken" and "Chung" make the two sides of "Blinken spoke with Chung". */
function sidesOf(options: readonly Option[], type: EventType): readonly Option[] {
  const some = options.slice(0, MOST_SIDES)
  const sized = (option: Option): Option => {
    const size = `states=${Math.min(3, new Set(option.actors.map(({ value }) => value.state)).size)} actors=${Math.min(4, option.actors.length)}`
    const features = new Features()
    features.under(keysOf("", `${type}&`), [size, `places=${option.place}`])
    return { ...option, features, parts: [option] }
  }
  const pairs = some.flatMap((one, i) =>
    some.slice(i + 1).map(other => ({
      actors: together([one.actors, other.actors]),
      features: new Features("pair", `${type}&pair`),
      parts: [one, other],
      place: `${one.place} + ${other.place}`,
    })),
  )
  return [...options, ...pairs].map(sized)
}

/** Actors who are not named, and how they are implied. */
interface Implied {
  readonly name: string
  readonly actors: readonly Cited<Actor>[]
}

/** Actors whom a page implies in one of its sentences: those it implies in all of them, and who did something just before. */
function impliedBy(scene: Scene, sentence: number): readonly Implied[] {
  const everywhere = EVERYWHERE.get(scene) ?? impliedEverywhere(scene)
  EVERYWHERE.set(scene, everywhere)
  const before = scene.doer(sentence - 1)
  if (!before) return everywhere
  const actors = cited(before).map(actor => ({ ...actor, certainty: "implied" as const }))
  return [...everywhere, { name: "doer before", actors }]
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
  } else if (scene.topic) {
    found.push({ name: "topic", actors: imply([{ state: scene.topic }], "the state spoken of") })
    found.push({ name: "topic people", actors: imply([{ state: scene.topic, name: "people" }], "the state spoken of") })
  }
  return found
}

/** Everything that speaks for an option, its parts' features among it. */
export const allFeatures = ({ features, parts = [] }: Option): readonly string[] => [
  ...parts.flatMap(allFeatures),
  ...features.strings(),
]

/** Decides who has which part in an event. */
export function partiesOf(
  scene: Scene,
  at: number,
  type: EventType,
  frame: Frame | undefined,
  { choice }: Pick<Judgement, "choice">,
): Parties {
  const told = EVENT_TYPES[type].symmetric
    ? counterpartsTold(scene, at, type, sentence => groupsOf(scene, scene.standingAlone(sentence)))
    : undefined
  if (told) return { source: [], target: [], participants: together(told.map(cited)) }
  const options = optionsOf(scene, at, type, frame)
  const known = new Map<Option, readonly number[]>()
  const sumsOf = (option: Option): readonly number[] => {
    const own = known.get(option) ?? choice.sums(option.features)
    known.set(option, own)
    const parts = option.parts?.map(sumsOf) ?? []
    return own.map((sum, c) => parts.reduce((total, part) => total + (part[c] ?? 0), sum))
  }
  const sums = options.map(sumsOf)
  const chosen = (role: string) => {
    const c = choice.classes.indexOf(role)
    let best = options.length - 1
    sums.forEach((sum, at) => {
      if ((sum[c] ?? 0) > (sums[best]?.[c] ?? 0)) best = at
    })
    return options[best]?.actors ?? []
  }
  return EVENT_TYPES[type].symmetric
    ? { source: [], target: [], participants: chosen("participants") }
    : { source: chosen("source"), target: chosen("target"), participants: [] }
}
