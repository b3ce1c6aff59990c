import { dayFeatures } from "../src/events/dayFeatures.ts"
import { dayOptions } from "../src/events/dayOptions.ts"
import { type Felt, feltIn } from "../src/events/felt.ts"
import { sameFeatures } from "../src/events/gather.ts"
import type { Impression } from "../src/events/impressions.ts"
import { headlineWords } from "../src/events/mentions.ts"
import type { Option } from "../src/events/options.ts"
import { type DatedContact, IS_DAY, opens, pageDays } from "../src/events/pageDays.ts"
import { optionsOf, type Parties, pairFeatures, partiesOf, weigh } from "../src/events/parties.ts"
import { statusOf, statusSeen } from "../src/events/status.ts"
import { tellingsOf } from "../src/events/tellings.ts"
import { Thread } from "../src/events/thread.ts"
import { triggerFeatures } from "../src/events/triggers.ts"
import { EVENT_TYPES, type EventType } from "../src/model/event.ts"
import type { EventMention } from "../src/model/layers.ts"
import type { Features } from "../src/network/features.ts"
import type { Weights } from "../src/network/weights.ts"
import { isActor, type Lesson, MANUAL, OWN } from "./eventLessons.ts"
import type { Choice, Piece, Sample } from "./linear.ts"

const SPELLED = new Map<string, string>()

/** Features written out, each spelling kept once: a million of questions share most of theirs. */
function spelled(features: Features): string[] {
  return features.strings().map(name => {
    const known = SPELLED.get(name)
    if (known === undefined) SPELLED.set(name, name)
    return known ?? name
  })
}

/** Which options are right for gold actors: those that hold exactly them, else exactly their states, else some of them. */
function rightOf(options: readonly Option[], gold: readonly string[]): boolean[] {
  if (gold.length === 0) return options.map(({ actors }) => actors.length === 0)
  const states = new Set(gold.map(actor => actor.split(":")[0]))
  const fits = options.map(({ actors }) => {
    const known = actors.filter(({ value }) => gold.some(actor => isActor(actor, value))).length
    const inStates = actors.filter(({ value }) => states.has(value.state) && value.state !== "-").length
    if (actors.length === 0) return 0
    if (known === actors.length && known === gold.length) return 4
    const all = new Set(actors.map(({ value }) => value.state))
    if (inStates === actors.length && all.size === states.size) return known > 0 ? 3.5 : 3
    if (known === actors.length) return 2
    return inStates === actors.length ? 1 : 0
  })
  const best = Math.max(...fits)
  return fits.map(fit => best > 0 && fit === best)
}

/** Which set of sides takes part. */
function sidesQuestion(options: readonly Option[], right: readonly boolean[]): Choice | undefined {
  if (!right.includes(true)) return undefined
  const all = [...new Set(options.flatMap(option => [option, ...withParts(option)]))]
  return {
    pieces: all.map(({ features }) => ({ name: "participants", features: spelled(features) })),
    options: options.map(option => [option, ...withParts(option)].map(piece => all.indexOf(piece))),
    right,
  }
}

const withParts = ({ parts = [] }: Option): readonly Option[] => parts.flatMap(part => [part, ...withParts(part)])

/** Who is source and who target, asked together; a part that nobody who is offered has may be anybody's. */
function pairsQuestion(
  type: EventType,
  options: readonly Option[],
  sources: readonly boolean[],
  targets: readonly boolean[],
  felt: Felt,
): Choice | undefined {
  const [anySource, anyTarget] = [!sources.includes(true), !targets.includes(true)]
  if (anySource && anyTarget) return undefined
  const pieces: Piece[] = []
  options.forEach((option, o) => {
    const features = spelled(option.features)
    for (const name of ["source", "target"] as const)
      pieces.push({ name, features: [...features, ...spelled(felt(o, name))] })
  })
  const looks = new Map<string, number>()
  const pairs: number[][] = []
  const right: boolean[] = []
  options.forEach((source, s) => {
    options.forEach((target, t) => {
      const features = spelled(pairFeatures(type, source, target))
      const look = features.join()
      const known = looks.get(look) ?? pieces.push({ name: "pair", features }) - 1
      looks.set(look, known)
      pairs.push([s * 2, t * 2 + 1, known])
      right.push((anySource || sources[s]!) && (anyTarget || targets[t]!))
    })
  })
  return { pieces, options: pairs, right }
}

/** What a network that has not learned from a page makes of the sentence in which a word stands. */
export type ImpressionAt = (at: number) => Impression

/** What each word tells that may tell anything. */
export function typeSamples({ set, scene, gold, candidates: all, triggers }: Lesson): Sample[] {
  const headline = headlineWords(scene)
  const labels = new Map<number, EventType>()
  gold.forEach(({ type }, e) => {
    for (const trigger of triggers[e]!) if (trigger && !labels.has(trigger.at)) labels.set(trigger.at, type)
  })
  return all.map(candidate => ({
    features: spelled(triggerFeatures(scene, candidate, headline)),
    label: labels.get(candidate.at) ?? "none",
    weight: set === OWN ? MANUAL : 1,
  }))
}

/** How real each event is, asked of its mentions. */
export const statusSamples = ({ scene, gold, triggers }: Lesson, impressionAt: ImpressionAt): Sample[] =>
  gold.flatMap(({ type, status }, e) =>
    triggers[e]!.flatMap((trigger, m) =>
      trigger
        ? [
            {
              features: spelled(statusSeen(scene, trigger.at, type, impressionAt(trigger.at))),
              label: status,
              weight: m === 0 ? 1 : 0.5,
            },
          ]
        : [],
    ),
  )

/** Who takes part in each event, asked of each of its words. */
export function partyChoices({ set, scene, gold, triggers }: Lesson, impressionAt: ImpressionAt): Choice[] {
  const choices: Choice[] = []
  gold.forEach((event, e) => {
    triggers[e]!.forEach((trigger, m) => {
      if (!trigger) return
      const { at } = trigger
      if (triggers[e]!.slice(0, m).some(earlier => earlier?.at === at)) return
      // Several records of one verb, three visits on one trip, share its words: an actor has a part if it has one in any of them.
      const siblings = gold.filter((other, o) => other.type === event.type && triggers[o]!.some(t => t?.at === at))
      const frame = trigger.frames.find(fitting => fitting.type === event.type)
      const options = optionsOf(scene, at, event.type, frame)
      const rightFor = (name: "source" | "target" | "participants") =>
        rightOf(options, [...new Set(siblings.flatMap(sibling => sibling[name]))])
      const question = EVENT_TYPES[event.type].symmetric
        ? sidesQuestion(options, rightFor("participants"))
        : pairsQuestion(
            event.type,
            options,
            rightFor("source"),
            rightFor("target"),
            feltIn(scene, at, event.type, options, impressionAt(at)),
          )
      if (question) choices.push({ ...question, weight: set === OWN ? MANUAL : 1 })
    })
  })
  return choices
}

/**
 * Which day each event has, asked of its mentions. Statuses are those that weights learned from other documents read, as they will
 * be when a new document is dated. Our own sentences stand alone, and some pages are undated: nothing can be learned from them.
 */
export function dayChoices(
  { set, scene, gold, triggers }: Lesson,
  status: Weights,
  impressionAt: ImpressionAt,
): Choice[] {
  if (set === OWN || !scene.page) return []
  const evidence = { from: 0, to: 0 }
  const contacts = gold
    .flatMap(({ type, status, date }, e): (DatedContact & { readonly clearest: number })[] => {
      const at = triggers[e]!.flatMap(trigger => trigger?.at ?? [])
      const first = Math.min(...at)
      return date !== null && IS_DAY.test(date) && at.length > 0 && opens(scene, first, type)
        ? [{ at: first, clearest: at[0]!, status, value: date, evidence }]
        : []
    })
    .sort((a, b) => a.at - b.at)
  const opening = gold.flatMap(({ type }, e) =>
    triggers[e]!.flatMap(trigger => (trigger && opens(scene, trigger.at, type) ? [trigger.at] : [])),
  )
  const daysAt = pageDays(scene, opening, contacts)
  return gold.flatMap(({ type, date }, e) =>
    triggers[e]!.flatMap((trigger, m): Choice[] => {
      if (!trigger) return []
      const { at } = trigger
      // The contact that gives the page its day is itself dated by what is told beside it.
      const { contact, ...others } = daysAt(at)
      const gives = contacts.find(({ status }) => status === "happened")?.clearest === at
      const options = dayOptions(scene, at, type, gives || !contact ? others : { ...others, contact })
      const right = options.map(option => (option.date?.value ?? null) === date)
      if (!right.includes(true)) return []
      const impression = impressionAt(at)
      const read = statusOf(scene, at, type, status, impression)
      const features = dayFeatures(scene, at, type, read, options, impression)
      const pieces = features.map(option => ({ name: "day", features: spelled(option) }))
      return [{ pieces, options: pieces.map((_, piece) => [piece]), right, weight: m === 0 ? 1 : 0.5 }]
    }),
  )
}

/** How much an event counts that somebody tells; most are told by the page itself. */
const TOLD_COUNTS = 2

/** Who tells each event, where its doers are those whom weights learned from other pages read. */
export function tellerChoices(
  { set, scene, gold, triggers }: Lesson,
  choice: Weights,
  impressionAt: ImpressionAt,
): Choice[] {
  if (set === OWN) return []
  return gold.flatMap(({ type, status, saidBy = [] }, e): Choice[] => {
    const trigger = triggers[e]![0]
    if (!trigger) return []
    const { at, frames } = trigger
    const weighed = weigh(
      scene,
      at,
      type,
      frames.find(fitting => fitting.type === type),
      { choice },
      impressionAt(at),
    )
    const { source, participants } = partiesOf(weighed, { choice, thread: choice })
    const doers = [...source, ...participants].map(({ value }) => value)
    const options = tellingsOf(scene, at, type, status, doers, impressionAt(at))
    const last = saidBy.at(-1)
    const right = options.map(({ chain }) => {
      const told = chain.at(-1)
      return last === undefined ? !told : told !== undefined && isActor(last, told.value)
    })
    if (!right.includes(true) || options.length < 2) return []
    const pieces = options.map(({ features }) => ({ name: "teller", features: spelled(features) }))
    return [{ pieces, options: pieces.map((_, piece) => [piece]), right, weight: last === undefined ? 1 : TOLD_COUNTS }]
  })
}

/** Indexes of the options that are likely before the thread is known, and of those that are right. */
const likely = (sums: readonly number[], right: readonly boolean[]): readonly number[] => {
  const order = sums.map((_, at) => at).sort((a, b) => sums[b]! - sums[a]!)
  return order.filter((at, place) => place < MOST_LIKELY || right[at])
}
const MOST_LIKELY = 8

/** The events of a story, each word once, with the parts that weights learned from other pages give. */
function firstRead({ scene, gold, triggers }: Lesson, choice: Weights, impressionAt: ImpressionAt) {
  const read = new Map<number, { readonly at: number; readonly type: EventType; readonly parties: Parties }>()
  const weighed = gold.flatMap(({ type, source, target }, e) =>
    triggers[e]!.flatMap(trigger => {
      if (!trigger || read.has(trigger.at)) return []
      const { at, frames } = trigger
      const frame = frames.find(fitting => fitting.type === type)
      const weighed = weigh(scene, at, type, frame, { choice }, impressionAt(at))
      read.set(at, { at, type, parties: partiesOf(weighed, { choice, thread: choice }) })
      return [{ at, weighed, source, target }]
    }),
  )
  return { weighed, thread: new Thread(scene, [...read.values()]) }
}

/** Who is source and who target, of what is already weighed by the sentence: only what the other events of the story add is learned. */
export function threadChoices(lesson: Lesson, choice: Weights, impressionAt: ImpressionAt): Choice[] {
  if (lesson.set === OWN || lesson.scene.kind !== "story") return []
  const { weighed, thread } = firstRead(lesson, choice, impressionAt)
  const pair = choice.classes.indexOf("pair")
  return weighed.flatMap(({ at, weighed, ...gold }): Choice[] => {
    const { type, options } = weighed
    if (EVENT_TYPES[type].symmetric) return []
    const [sources, targets] = [rightOf(options, gold.source), rightOf(options, gold.target)]
    if (!sources.includes(true) && !targets.includes(true)) return []
    const beside = thread.beside(at, type)
    const pieces: Piece[] = options.flatMap(({ actors }, o) => {
      const features = spelled(beside.of(actors))
      return [
        { name: "source", features, given: weighed.source[o]! / 100 },
        { name: "target", features, given: weighed.target[o]! / 100 },
      ]
    })
    const pairs: number[][] = []
    const right: boolean[] = []
    for (const s of likely(weighed.source, sources))
      for (const t of likely(weighed.target, targets)) {
        const [from, to] = [options[s]!, options[t]!]
        const given = (choice.sums(pairFeatures(type, from, to))[pair] ?? 0) / 100
        const features = spelled(beside.pair(from.actors, to.actors))
        pairs.push([s * 2, t * 2 + 1, pieces.push({ name: "pair", features, given }) - 1])
        right.push((!sources.includes(true) || sources[s]!) && (!targets.includes(true) || targets[t]!))
      }
    return [{ pieces, options: pairs, right }]
  })
}

/** Pairs of mentions as read that overlap gold mentions of the type read: same event or not. */
export function pairsOf({ scene, gold }: Lesson, mentions: readonly EventMention[]): Sample[] {
  const owner = mentions.map(mention =>
    gold.findIndex(
      event =>
        event.type === mention.type &&
        event.mentions.some(m => m.from < mention.trigger.to && mention.trigger.from < m.to),
    ),
  )
  const samples: Sample[] = []
  for (let i = 0; i < mentions.length; i++)
    for (let j = i + 1; j < mentions.length; j++)
      if (mentions[i]!.type === mentions[j]!.type && owner[i]! >= 0 && owner[j]! >= 0)
        samples.push({
          features: spelled(sameFeatures(scene.doc, mentions[i]!, mentions[j]!)),
          label: owner[i] === owner[j] ? "same" : "other",
        })
  return samples
}
