import type { Cited } from "../model/document.ts"
import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { sameActors } from "../model/tellers.ts"
import { Features, keysOf } from "../network/features.ts"
import { counterpartsTold } from "./counterparts.ts"
import { feltIn } from "./felt.ts"
import type { Frame } from "./frames.ts"
import { impliedBy } from "./implied.ts"
import type { Impression } from "./impressions.ts"
import { groupsOf } from "./joined.ts"
import type { Judgement } from "./judgement.ts"
import { likeliest } from "./likeliest.ts"
import { asStates, cited, type Option, overlapOf, together } from "./options.ts"
import { roleFeatures, standings, wordOrDeed } from "./roles.ts"
import type { Scene } from "./scene.ts"
import { sidesOf } from "./sides.ts"
import { standing } from "./standing.ts"
import { statesAlone } from "./statesAlone.ts"
import type { Beside } from "./thread.ts"
import { unnamedFeatures } from "./unnamed.ts"

/** Who takes part in an event and how. */
export interface Parties {
  readonly source: readonly Cited<Actor>[]
  readonly target: readonly Cited<Actor>[]
  readonly participants: readonly Cited<Actor>[]
}

/** Most groups of actors in a sentence that are weighed for an event: in a run of hundreds of clauses, those nearest to its word. */
const MOST_GROUPS = 40

/** Everybody who may be source or target of a directed event, nobody last; for a symmetric one, every set of sides. */
export function optionsOf(scene: Scene, at: number, type: EventType, frame: Frame | undefined): readonly Option[] {
  const mentions = scene.standingAlone(scene.grammar.token(at).sentence)
  const stood = standings(scene, at, type, frame, mentions)
  const groups = groupsOf(scene, mentions)
  const away = (group: readonly ActorMention[]) => Math.abs(scene.crown(group[0]!) - at)
  const farthest = groups.map(away).sort((a, b) => a - b)[MOST_GROUPS - 1] ?? Infinity
  const near = groups.filter(group => away(group) <= farthest).sort((a, b) => away(a) - away(b))
  const keys = keysOf("", `${type}&`)
  const options: Option[] = near.map(group => {
    const features = roleFeatures(scene, at, type, group[0]!, stood)
    features.under(keys, [`group=${Math.min(3, group.length)}`])
    const place = stood.stands.get(group[0]!)!
    const states = statesAlone(scene, group, stood)
    return { actors: together(group.map(cited)), features, place, ...(states ? { states } : {}) }
  })
  const unnamed = unnamedFeatures(scene, at, type, frame, mentions, stood)
  const nobody: Option = { actors: [], features: unnamed("nobody", []), place: "nobody" }
  const implied = impliedBy(scene, at, type).map(
    ({ name, actors }): Option => ({ actors, features: unnamed(name, actors), place: name }),
  )
  return EVENT_TYPES[type].symmetric
    ? [...sidesOf(options, implied, type), nobody]
    : [...options, ...options.flatMap(asStates), ...implied, ...namedBefore(scene, at, type, options, unnamed), nobody]
}

/** Most who are named in sentences before and weighed for an event, and how many sentences before it. */
const [MOST_BEFORE, LOOKED_BACK] = [12, 2]

/** Those who are named shortly before an event's sentence and not in it. */
function namedBefore(
  scene: Scene,
  at: number,
  type: EventType,
  named: readonly Option[],
  unnamed: ReturnType<typeof unnamedFeatures>,
): readonly Option[] {
  const { sentence } = scene.grammar.token(at)
  const found: Option[] = []
  const known = named.map(({ actors }) => actors.map(actorIn))
  const keys = keysOf("before ", `before ${wordOrDeed(type)} `, `before ${type} `)
  for (let away = 1; away <= Math.min(LOOKED_BACK, sentence); away++)
    for (const group of groupsOf(scene, scene.standingAlone(sentence - away))) {
      const actors = together(group.map(cited)).map(actor => ({ ...actor, certainty: "implied" as const }))
      const values = actors.map(actorIn)
      if (known.some(others => sameActors(others, values))) continue
      if (found.length === MOST_BEFORE) return found
      known.push(values)
      const mention = group[0]!
      const part = suggestedThere(scene, sentence - away, mention)
      const features = unnamed("before", actors)
      features.under(keys, [
        `away=${away}`,
        `there=${part}`,
        `there=${part} ${away}`,
        `kind=${mention.kind} ${mention.form}`,
        `kind=${mention.kind} ${part}`,
        `salient=${scene.salience(mention)}`,
        `salient=${scene.salience(mention)} ${part}`,
        `group=${Math.min(3, group.length)}`,
      ])
      found.push({ actors, features, place: "before" })
    }
  return found
}

const actorIn = ({ value }: Cited<Actor>) => value

/** What somebody has to do with the main verb of his sentence. */
function suggestedThere(scene: Scene, sentence: number, mention: ActorMention): string {
  const root = scene.root(sentence)
  return root < 0 ? "" : standing(scene, root, mention).split(" ")[0]!
}

const PAIR_KEYS = new Map(
  (Object.keys(EVENT_TYPES) as EventType[]).map(type => [type, keysOf("", `${wordOrDeed(type)}&`, `${type}&`)]),
)

/** What can be seen of a source and a target side by side. */
export function pairFeatures(type: EventType, source: Option, target: Option): Features {
  const bond =
    source.actors.length === 0 || target.actors.length === 0
      ? `${source.actors.length > 0} ${target.actors.length > 0}`
      : source === target
        ? "one"
        : overlapOf(source.actors, target.actors)
  const coarse = ({ place }: Option) => place.split(" ").slice(0, 2).join(" ")
  const places = `${coarse(source)} > ${coarse(target)}`
  const features = new Features()
  features.under(PAIR_KEYS.get(type)!, [
    `bond=${bond}`,
    `places=${places}`,
    `bond=${bond} ${coarse(source)}`,
    `bond=${bond} >${coarse(target)}`,
  ])
  return features
}

/** Most options of each part that are weighed together with those of the other part. */
const MOST_PAIRED = 8

/** Indexes of the largest numbers, the largest first. */
const largest = (sums: readonly number[], count: number): readonly number[] =>
  sums
    .map((_, at) => at)
    .sort((a, b) => sums[b]! - sums[a]!)
    .slice(0, count)

/** Everybody who may have a part in an event, and what speaks for each of them, in hundredths. */
export interface Weighed {
  readonly type: EventType
  readonly options: readonly Option[]
  /** A sum for each option. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly participants: readonly number[]
  /** Where the words leave no choice. */
  readonly told?: Parties
}

/**
 * Weighs who has which part in an event, by its sentence and what the page implies.
 * @param impression of the sentence
 */
export function weigh(
  scene: Scene,
  at: number,
  type: EventType,
  frame: Frame | undefined,
  { choice }: Pick<Judgement, "choice">,
  impression: Impression,
): Weighed {
  const told = EVENT_TYPES[type].symmetric
    ? counterpartsTold(scene, at, type, sentence => groupsOf(scene, scene.standingAlone(sentence)))
    : undefined
  const nothing = { type, options: [], source: [], target: [], participants: [] }
  if (told) return { ...nothing, told: { source: [], target: [], participants: together(told.map(cited)) } }
  const options = optionsOf(scene, at, type, frame)
  const known = new Map<Option, readonly number[]>()
  const sumsOf = (option: Option): readonly number[] => {
    const own = known.get(option) ?? choice.sums(option.features)
    known.set(option, own)
    const parts = option.parts?.map(sumsOf) ?? []
    return own.map((sum, c) => parts.reduce((total, part) => total + (part[c] ?? 0), sum))
  }
  const sums = options.map(sumsOf)
  const sumIn = (role: string, of: readonly number[]) => of[choice.classes.indexOf(role)] ?? 0
  if (EVENT_TYPES[type].symmetric)
    return { ...nothing, options, participants: sums.map(of => sumIn("participants", of)) }
  const felt = feltIn(scene, at, type, options, impression)
  const [source, target] = (["source", "target"] as const).map(role =>
    sums.map((of, o) => sumIn(role, of) + sumIn(role, choice.sums(felt(o, role)))),
  ) as [number[], number[]]
  return { ...nothing, options, source, target }
}

/**
 * Decides who has which part in an event.
 * @param beside the other events of its page, where they are known
 */
export function partiesOf(
  { type, options, source, target, participants, told }: Weighed,
  { choice, thread }: Pick<Judgement, "choice" | "thread">,
  beside?: Beside,
): Parties {
  if (told) return told
  if (EVENT_TYPES[type].symmetric)
    return { source: [], target: [], participants: likeliest(options, participants, statesOf).actors }
  const pairs = choice.classes.indexOf("pair")
  const more = beside && options.map(({ actors }) => thread.sums(beside.of(actors)))
  const moreIn = (role: "source" | "target" | "pair") => thread.classes.indexOf(role)
  const sources = more ? source.map((sum, o) => sum + more[o]![moreIn("source")]!) : source
  const targets = more ? target.map((sum, o) => sum + more[o]![moreIn("target")]!) : target
  const answers: (readonly [source: Option, target: Option])[] = []
  const sums: number[] = []
  for (const s of largest(sources, MOST_PAIRED))
    for (const t of largest(targets, MOST_PAIRED)) {
      const [from, to] = [options[s]!, options[t]!]
      const bond = choice.sums(pairFeatures(type, from, to))[pairs] ?? 0
      const threaded = beside ? (thread.sums(beside.pair(from.actors, to.actors))[moreIn("pair")] ?? 0) : 0
      answers.push([from, to])
      sums.push(sources[s]! + targets[t]! + bond + threaded)
    }
  const [from, to] = likeliest(answers, sums, pair => pair.map(statesOf).join(">"))
  return { source: from.actors, target: to.actors, participants: [] }
}

/** The states of an option, and by name those who have none. */
const statesOf = ({ actors }: Option): string =>
  [...new Set(actors.map(({ value: { state, name } }) => (state === "-" ? `-:${name}` : state)))].sort().join("+")
