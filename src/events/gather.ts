import type { Cited, Span } from "../model/document.ts"
import { EVENT_TYPES } from "../model/event.ts"
import type { Actor, Event, EventDate, EventMention, Slots } from "../model/layers.ts"
import { isHearsay, sameActor } from "../model/tellers.ts"
import { Features, keysOf } from "../network/features.ts"
import { isDatedByPage } from "./dayOptions.ts"
import type { Judgement } from "./judgement.ts"
import { together } from "./options.ts"
import { SPOKEN } from "./roles.ts"
import { type Heard, pageKind, sentenceAt } from "./scene.ts"

/** How two lists of actors compare, by state: "same", "part", "cross", "apart", or which of them is empty. */
function relationOf(a: readonly Cited<Actor>[], b: readonly Cited<Actor>[]): string {
  if (a.length === 0 || b.length === 0) return a.length === b.length ? "neither" : "one"
  const x = new Set(a.map(({ value }) => value.state))
  const y = new Set(b.map(({ value }) => value.state))
  const both = [...x].filter(state => y.has(state)).length
  if (both === 0) return "apart"
  if (both === x.size && both === y.size) return "same"
  return both === Math.min(x.size, y.size) ? "part" : "cross"
}

const names = (list: readonly Cited<Actor>[]) => list.flatMap(({ value }) => value.name ?? [])

/** Whether both lists name persons or bodies and none of them is the same. */
const namesClash = (a: readonly Cited<Actor>[], b: readonly Cited<Actor>[]) => {
  const [x, y] = [names(a), names(b)]
  return x.length > 0 && y.length > 0 && !x.some(name => y.includes(name))
}

function dateRelation(a: EventDate | null, b: EventDate | null): string {
  if (!a?.value || !b?.value) return a?.value || b?.value ? "one" : "neither"
  if (a.value === b.value) return "same"
  return a.value.startsWith("..") || b.value.startsWith("..") ? "bound" : "apart"
}

/** Words of four letters and more, by mention: each is held against many others. */
const WORDS = new WeakMap<EventMention, ReadonlySet<string>>()

function wordsOf(doc: Heard, mention: EventMention): ReadonlySet<string> {
  const known = WORDS.get(mention)
  if (known) return known
  const words = new Set(
    doc.text
      .slice(mention.from, mention.to)
      .toLowerCase()
      .match(/\p{L}{4,}/gu),
  )
  WORDS.set(mention, words)
  return words
}

/** What kind of page each document is, asked of many pairs. */
const KINDS = new WeakMap<Heard, string>()

function kindOf(doc: Heard): string {
  const known = KINDS.get(doc) ?? pageKind(doc)
  KINDS.set(doc, known)
  return known
}

/**
 * What can be seen of two mentions of one type, as named features for the weights that decide whether they tell of one event. Releases
 * and items say the same thing again where stories tell the next of its kind: these are learned apart.
 */
export const sameFeatures = (doc: Heard, a: EventMention, b: EventMention): Features =>
  featuresOf(doc, a, looksOf(doc, a, b))

function looksOf(doc: Heard, a: EventMention, b: EventMention): readonly string[] {
  const looks = comparison(doc, a, b)
  return kindOf(doc) === "story" ? [...looks, ...TELLING.map(slot => `${slot}=${slotRelation(a, b, slot)}`)] : looks
}

function featuresOf(doc: Heard, { type }: EventMention, looks: readonly string[]): Features {
  const isStory = kindOf(doc) === "story"
  const features = isStory ? new Features("story", `story&${type}`) : new Features("always", type)
  features.under(isStory ? keysOf("story&", `story&${type}&`) : keysOf("", `${type}&`), looks)
  return features
}

/** How a slot of two mentions compares: "same", "apart", "one", "neither". */
function slotRelation(a: EventMention, b: EventMention, slot: keyof Slots): string {
  const [x, y] = [a.slots[slot]?.value, b.slots[slot]?.value]
  if (x === undefined || y === undefined) return x === y ? "neither" : "one"
  return x === y ? "same" : "apart"
}

/** Slots that tell one event from another of its kind. */
const TELLING = ["ordinal", "number", "place", "weapon"] as const

function comparison(doc: Heard, a: EventMention, b: EventMention): readonly string[] {
  const [i, j] = [sentenceAt(doc.sentences, a.trigger.from), sentenceAt(doc.sentences, b.trigger.from)]
  const headline =
    doc.sentences[i]?.kind === "headline" || doc.sentences[j]?.kind === "headline" || Math.min(i, j) === 0
  const wording = a.slots.wording?.value === b.slots.wording?.value
  const source = relationOf(a.source, b.source)
  const target = relationOf(a.target, b.target)
  const participants = relationOf(a.participants, b.participants)
  const before = doc.text.slice(Math.max(0, b.from - 6), b.trigger.from).toLowerCase()
  const definite = /\b(?:the|this|these|that|those|its|their|his|her)\b/.test(before)
  const [x, y] = [wordsOf(doc, a), wordsOf(doc, b)]
  const shared = [...x].filter(word => y.has(word)).length / Math.max(1, Math.min(x.size, y.size))
  const nested = (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to)
  const clash = namesClash([...a.source, ...a.participants], [...b.source, ...b.participants]) ? "clash" : "fits"
  const targetClash =
    namesClash(a.target, b.target) || (a.target.length > 0 && b.target.length > 0 && target === "apart")
  const together = i === j && !nested ? "one sentence" : "elsewhere"
  return [
    `targets=${targetClash ? "clash" : "fit"}`,
    `targets=${targetClash ? "clash" : "fit"} ${wording}`,
    `${together} ${wording}`,
    `${together} ${target}`,
    `source=${source}`,
    `target=${target}`,
    `participants=${participants}`,
    `parties=${source} ${target} ${participants}`,
    clash,
    `status=${a.status.value === b.status.value}`,
    `statuses=${a.status.value} ${b.status.value}`,
    `date=${dateRelation(a.date, b.date)}`,
    `wording=${wording}`,
    `far=${Math.min(4, Math.abs(i - j))}`,
    `headline=${headline}`,
    `headline=${headline} ${wording}`,
    `shared=${Math.floor(shared * 4)}`,
    `shared=${Math.floor(shared * 4)} ${headline}`,
    `nested=${nested}`,
    `definite=${definite}`,
    `definite=${definite} ${source}`,
  ]
}

/**
 * Whether two mentions cannot tell of one event, however alike they sound: several events read from one word ("spoke separately with A
 * and B"), visits to different states, contacts in each of which somebody takes part who is not in the other, what two ministries do each,
 * agreements of two and of four.
 */
const toldApart = (a: EventMention, b: EventMention) =>
  a.trigger.from === b.trigger.from ||
  (a.type === "visit" && relationOf(a.target, b.target) === "apart") ||
  (a.participants.length > 1 && b.participants.length > 1 && lacks(a, b) && lacks(b, a)) ||
  organsApart(a, b) ||
  saidApart(a, b) ||
  // What four ministers decided is not what two of them agreed.
  (a.type === "agree" && Math.min(ofName(a), ofName(b)) > 1 && Math.abs(ofName(a) - ofName(b)) > 1)

/** Whether two organs of states that are known by name do it, each in a sentence that names it: "the Treasury sanctioned …, the Department of State …". */
function organsApart(a: EventMention, b: EventMention): boolean {
  const [x, y] = [organOf(a), organOf(b)]
  return x !== undefined && y !== undefined && x !== y
}

/** The organ of a state that does something alone and is named with it. */
function organOf({ source: [doer, other] }: EventMention): string | undefined {
  if (!doer || other || doer.certainty !== "stated") return undefined
  const { state, id } = doer.value
  return id?.startsWith(`${state.toLowerCase()}-`) ? id : undefined
}

/**
 * Whether one is what an organ says and the other what an official says of his state: "the Department reaffirmed its policy", "Lambert
 * said the United States supports relief". A spokesperson's words are those of the organ.
 */
const saidApart = (a: EventMention, b: EventMention): boolean =>
  SPOKEN.has(a.type) &&
  ((organOf(a) !== undefined && saysOfState(b, a)) || (organOf(b) !== undefined && saysOfState(a, b)))

/** Whether somebody by name, other than a spokesperson, tells what his state says, while nobody tells what the other mention holds. */
function saysOfState(
  { source: [doer], saidBy }: EventMention,
  { source: [organ], saidBy: others }: EventMention,
): boolean {
  const teller = saidBy.at(-1)?.value
  return (
    teller?.id !== undefined &&
    others.length === 0 &&
    doer?.value.name === undefined &&
    doer?.value.state === teller.state &&
    organ?.value.state === teller.state &&
    !/spokes/i.test(teller.office ?? "")
  )
}

const ofName = ({ participants }: EventMention) => participants.filter(({ value }) => value.name).length

/** Whether two mentions in one sentence tell of one contact of the same parties: "had a phone call and discussed the response". */
const toldOn = (doc: Heard, a: EventMention, b: EventMention) =>
  a.participants.length > 1 &&
  a.participants.length === b.participants.length &&
  a.status.value === b.status.value &&
  a.participants.every(({ value }) => b.participants.some(other => sameActor(other.value, value))) &&
  sentenceAt(doc.sentences, a.trigger.from) === sentenceAt(doc.sentences, b.trigger.from)

/** Whether a verb and its object tell of one event: "carried out another launch". */
function isDone(doc: Heard, a: EventMention, b: EventMention): boolean {
  const [i, j] = [sentenceAt(doc.tokens, a.trigger.from), sentenceAt(doc.tokens, b.trigger.from)]
  const isObject = (noun: number, verb: number) =>
    doc.tokens[noun]?.head === verb && doc.tokens[noun]!.relation === "obj" && doc.tokens[verb]?.upos === "VERB"
  return isObject(i, j) || isObject(j, i)
}

/** Whether the first has a party whom the second does not have: a state that is not there, or a person where others of that state are named. */
const lacks = (a: EventMention, b: EventMention) =>
  a.participants.some(({ value }) => {
    const theirs = b.participants.filter(other => other.value.state === value.state)
    if (theirs.length === 0) return true
    if (!value.name || theirs.some(other => sameActor(other.value, value))) return false
    return theirs.some(other => other.value.name)
  })

/** Gathers mentions into events: one for each event that the document tells of, however often it does. */
export function gather(doc: Heard, mentions: readonly EventMention[], judgement: Judgement): readonly Event[] {
  const yes = judgement.same.classes.indexOf("same")
  const groups: EventMention[][] = []
  // In a long document most pairs look like some earlier pair.
  const known = new Map<string, number>()
  const likelihoodOf = (a: EventMention, b: EventMention): number => {
    const looks = looksOf(doc, a, b)
    const look = `${a.type} ${looks.join()}`
    const likelihood = known.get(look) ?? judgement.same.likelihoods(featuresOf(doc, a, looks))[yes] ?? 0
    known.set(look, likelihood)
    return likelihood
  }
  for (const mention of mentions) {
    let best: EventMention[] | undefined
    let most = 0.5
    for (const group of groups) {
      if (group[0]!.type !== mention.type || group.some(other => toldApart(other, mention))) continue
      const likelihood = Math.max(
        ...ends(group).map(other =>
          toldOn(doc, other, mention) || isDone(doc, other, mention) ? 1 : likelihoodOf(other, mention),
        ),
      )
      if (likelihood > most) {
        most = likelihood
        best = group
      }
    }
    if (best) best.push(mention)
    else groups.push([mention])
  }
  return groups.map(group => eventOf(doc, group)).sort((a, b) => a.from - b.from || b.to - a.to)
}

/** How many mentions at either end of a group a new one is held against: enough to know an event by, however often it is told. */
const COMPARED = 4

const ends = (group: readonly EventMention[]) =>
  group.length <= 2 * COMPARED ? group : [...group.slice(0, COMPARED), ...group.slice(-COMPARED)]

/** How much a mention tells: prose before headlines, then who is named, then whether a day is told. */
function clarity(doc: Heard, mention: EventMention): number {
  const sentence = doc.sentences[sentenceAt(doc.sentences, mention.trigger.from)]
  const { source, target, participants } = mention
  const stated = [...source, ...target, ...participants].filter(({ certainty }) => certainty === "stated").length
  // Two who condemn a deed told by a bare noun are no clearer a source of it than the one who did it.
  const filled = Math.min(3, participants.length) + Math.min(1, source.length) + Math.min(1, target.length)
  return (sentence?.kind === "prose" ? 4 : 0) + filled + stated * 0.1 + (mention.date?.certainty === "stated" ? 0.5 : 0)
}

/** The slots of all mentions, the clearest mention first; a weapon under its fullest name: "ballistic missile", not "missile". */
function slotsOfAll(ranked: readonly EventMention[]): Slots {
  const slots: Slots = Object.assign({}, ...[...ranked].reverse().map(mention => mention.slots))
  const weapons = ranked.flatMap(mention => mention.slots.weapon ?? [])
  const fullness = (name: string) => name.split(" ").length + (/^[A-Z]{3,}/.test(name) ? 2 : 0)
  const fullest = weapons.reduce<(typeof weapons)[number] | undefined>(
    (best, weapon) => (best && fullness(best.value) >= fullness(weapon.value) ? best : weapon),
    undefined,
  )
  return fullest ? { ...slots, weapon: fullest } : slots
}

type Role = "source" | "target" | "participants"

/**
 * Of several tellings of one role, the clearest first, that whose states most tell; one that names nobody says nothing, and where as many name
 * one side as both, both have it: "Park condemned the launch", "the ministers of the two countries condemned it".
 */
function mostTold(tellings: readonly (readonly Cited<Actor>[])[]): readonly Cited<Actor>[] {
  const named = tellings.filter(actors => actors.length > 0)
  const statesOf = (actors: readonly Cited<Actor>[]) => [...new Set(actors.map(a => a.value.state))].sort().join()
  const includes = (more: readonly Cited<Actor>[], fewer: readonly Cited<Actor>[]) =>
    fewer.every(one => more.some(other => sameActor(other.value, one.value)))
  const alike = [...Map.groupBy(named, statesOf).values()].sort(
    ([a = [], ...as], [b = [], ...bs]) =>
      bs.length - as.length || (a.length === b.length ? 0 : includes(a, b) ? -1 : includes(b, a) ? 1 : 0),
  )
  return alike[0]?.[0] ?? []
}

/** "The two sides", beside the ministers of both, are nobody further. */
const withoutBare = (actors: readonly Cited<Actor>[]) =>
  actors.filter(
    ({ value }) => value.name || !actors.some(other => other.value.name && other.value.state === value.state),
  )

/**
 * Whether the document itself says what its clearest mention may put on somebody's account: with a verb, in prose, told by nobody.
 * Where people speak in turns or sign, what nobody tells is only asked or introduced.
 */
function asserts(doc: Heard, { saidBy, status, trigger }: EventMention, clearest: EventMention): boolean {
  return (
    saidBy.length === 0 &&
    status.value === clearest.status.value &&
    doc.tokens[sentenceAt(doc.tokens, trigger.from)]?.upos === "VERB" &&
    doc.sentences[sentenceAt(doc.sentences, trigger.from)]?.kind === "prose" &&
    !doc.quotations.some(({ form }) => form === "attributable")
  )
}

function eventOf(doc: Heard, group: readonly EventMention[]): Event {
  const ranked = [...group].sort((a, b) => clarity(doc, b) - clarity(doc, a))
  const clearest = ranked[0]!
  const filled = (role: Role) => mostTold(ranked.map(mention => mention[role]))
  const symmetric = EVENT_TYPES[clearest.type].symmetric
  // Who met whom is told where both sides have names, be it only in the headline: "A and B Before Their Meeting".
  const sides = ({ participants }: EventMention) =>
    new Set(participants.filter(({ value }) => value.name).map(({ value }) => value.state)).size
  const named = ranked.filter(mention => sides(mention) > 1).map(({ participants }) => participants)
  const met = named.length > 0 ? mostTold(named) : filled("participants")
  const dated =
    ranked.find(({ date }) => date?.value && date.certainty === "stated" && !date.value.startsWith("..")) ??
    ranked.find(({ date }) => date?.value && !isDatedByPage(date) && !date.value.startsWith("..")) ??
    ranked.find(({ date }) => date?.value) ??
    ranked.find(({ date }) => date?.partial) ??
    clearest
  const mentions = ranked.map(({ from, to }) => ({ from, to }))
  const flags = new Set<string>()
  if (group.some(mention => isHearsay(doc.quotations, mention.trigger))) flags.add("hearsay")
  return {
    from: clearest.from,
    to: clearest.to,
    type: clearest.type,
    status: clearest.status,
    source: symmetric ? [] : filled("source"),
    target: symmetric ? [] : filled("target"),
    participants: symmetric ? withoutBare(together([met])) : [],
    date: dated.date,
    saidBy: group.some(mention => asserts(doc, mention, clearest)) ? [] : clearest.saidBy,
    issues: ranked
      .flatMap(mention => mention.issues)
      .filter((issue, at, all) => all.findIndex(other => other.value === issue.value) === at)
      .slice(0, 3),
    slots: slotsOfAll(ranked),
    mentions: mentions as [Span, ...Span[]],
    flags: [...flags],
  }
}
