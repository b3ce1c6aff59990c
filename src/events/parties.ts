import type { Cited } from "../model/document.ts"
import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { counterpartsTold } from "./counterparts.ts"
import { Features, keysOf } from "./features.ts"
import type { Frame } from "./frames.ts"
import { impliedBy } from "./implied.ts"
import type { Impression } from "./impressions.ts"
import { groupsOf } from "./joined.ts"
import type { Judgement } from "./judgement.ts"
import { asStates, cited, type Option, overlapOf, together } from "./options.ts"
import { roleFeatures, standings, wordOrDeed } from "./roles.ts"
import type { Scene } from "./scene.ts"
import { sidesOf } from "./sides.ts"
import { statesAlone } from "./statesAlone.ts"
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
    : [...options, ...options.flatMap(asStates), ...implied, nobody]
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
const MOST_PAIRED = 6

type Part = keyof Parties

/** Whether an actor was read in the words of a mention. */
const rests = ({ evidence: [words] }: Cited<Actor>, { from, to }: ActorMention) =>
  words.from === from && words.to === to

/** Indexes of the largest numbers, the largest first. */
const largest = (sums: readonly number[], count: number): readonly number[] =>
  sums
    .map((_, at) => at)
    .sort((a, b) => sums[b]! - sums[a]!)
    .slice(0, count)

/**
 * How much a nat of the impression counts, in hundredths, as what features speak for; settled by cross-validation. Of those who do something
 * together several are weighed at once, and half of it keeps bystanders out.
 */
const IMPRESSED = 50
const IMPRESSED_TOGETHER = 25

/**
 * Decides who has which part in an event.
 * @param impression of the sentence
 */
export function partiesOf(
  scene: Scene,
  at: number,
  type: EventType,
  frame: Frame | undefined,
  { choice }: Pick<Judgement, "choice">,
  impression: Impression,
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
  const mentions = scene.standingAlone(scene.grammar.token(at).sentence)
  const impressed = ({ actors }: Option, part: Part) =>
    mentions.reduce(
      (sum, mention) => (actors.some(actor => rests(actor, mention)) ? sum + impression.part(at, mention, part) : sum),
      0,
    )
  const [participants, source, target] = ["participants", "source", "target"].map(role => {
    const c = choice.classes.indexOf(role)
    return sums.map(
      (of, o) =>
        (of[c] ?? 0) +
        (role === "participants" ? IMPRESSED_TOGETHER : IMPRESSED) * impressed(options[o]!, role as Part),
    )
  }) as [number[], number[], number[]]
  if (EVENT_TYPES[type].symmetric)
    return { source: [], target: [], participants: options[largest(participants, 1)[0]!]!.actors }
  const pairs = choice.classes.indexOf("pair")
  let best: readonly [Option, Option] | undefined
  let most = -Infinity
  for (const s of largest(source, MOST_PAIRED))
    for (const t of largest(target, MOST_PAIRED)) {
      const bond = pairs < 0 ? 0 : (choice.sums(pairFeatures(type, options[s]!, options[t]!))[pairs] ?? 0)
      const sum = source[s]! + target[t]! + bond
      if (sum > most) {
        most = sum
        best = [options[s]!, options[t]!]
      }
    }
  return { source: best?.[0].actors ?? [], target: best?.[1].actors ?? [], participants: [] }
}
