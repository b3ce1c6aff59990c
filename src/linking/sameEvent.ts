import families from "../../data/linking/families.json" with { type: "json" }
import weights from "../../data/linking/weights.json" with { type: "json" }
import type { Claim } from "../model/claim.ts"
import { PAGE_DAY, REPORT_DAY } from "../model/eventDate.ts"
import type { RecordActor } from "../model/eventRecord.ts"
import { whoKeys } from "./candidates.ts"
import { daysApart, daysOf, isoDay, type Nearness, nearness, width } from "./days.ts"
import { excludes, familyOf, type Roles } from "./families.ts"
import { match, plainName, type Who, whoIs } from "./offices.ts"
import { ordinal } from "./ordinals.ts"
import { weaponClass, weaponsAgree } from "./weapons.ts"
import { likeness, tellingWords } from "./wording.ts"

export type Verdict = "same" | "different" | "unsure"

/** What was decided of two claims, and why, in words that a reader can check. */
export interface Judgement {
  readonly verdict: Verdict
  /** Sum of the weights of data/linking/weights.json that the reasons stand for. */
  readonly score: number
  readonly reasons: readonly string[]
}

/** One observation: what it counts, why in words, and whether it alone settles that the events differ. */
interface Point {
  readonly counts: number
  readonly reason?: string
  readonly settles?: true
  /** Speaks against one event so clearly that nothing but the same story makes it one. */
  readonly bars?: true
}

/** What is known of the two documents beside their claims. */
export interface Setting {
  /** Whether the documents are copies, versions or retellings of one text (`lineage`). */
  readonly oneStory: boolean
}

/**
 * Decides whether two claims tell of one real event. The answer does not depend on the order of the two.
 *
 * It rests on what was read into slots (type, people and offices, day with its zone, ordinal, weapon, place, means, document),
 * then on the topic, and on the words only where these are nearly the same: look-alikes months apart share most of their words.
 */
export function judge(one: Claim, other: Claim, { oneStory }: Setting = { oneStory: false }): Judgement {
  const [a, b] = one.id <= other.id ? [one, other] : [other, one]
  const family = familyOf(a.type)
  if (family !== familyOf(b.type)) return settled(`another kind of event: ${a.type}, ${b.type}`)
  if (a.doc === b.doc) return settled("told apart in one document")
  if (excludes(a.type, b.type) && namesItsKind(a) && namesItsKind(b))
    return settled(`${a.type} by the one, ${b.type} by the other`)
  const retold = oneStory && sameWords(a, b)
  const points = [
    ...day(a, b, retold, family.roles),
    ...people(a, b, family.roles),
    ...slots(a, b),
    ...issues(a, b, family.roles),
    ...(a.type === b.type ? [] : [{ counts: weights.typeAlike[family.roles] }]),
    ...wording(a, b, retold),
    ...promise(a, b),
  ]
  const score = Math.round(points.reduce((sum, { counts }) => sum + counts, 0) * 100) / 100
  const reasons = points.flatMap(({ reason }) => (reason ? [reason] : []))
  if (points.some(p => p.settles)) {
    return { verdict: "different", score, reasons: points.flatMap(p => (p.reason && p.counts <= 0 ? [p.reason] : [])) }
  }
  const enough = score >= weights.sameFrom[family.roles]
  const apart = enough && new Set(whoKeys(a)).isDisjointFrom(new Set(whoKeys(b)))
  if (apart) reasons.push("too little is told of who took part")
  const barred = !oneStory && (apart || points.some(p => p.bars))
  const verdict = enough && !barred ? "same" : score < weights.differentBelow[family.roles] ? "different" : "unsure"
  return { verdict, score, reasons }
}

const settled = (reason: string): Judgement => ({ verdict: "different", score: weights.day.clash, reasons: [reason] })

const KIND = new RegExp(`\\b(?:${families.contactWords})`, "i")

/** Whether the words of a contact say how they came together: two who only "spoke" may have met or telephoned. */
const namesItsKind = ({ mentions, slots }: Claim): boolean =>
  slots.means !== undefined || slots.place !== undefined || mentions.some(({ quote }) => KIND.test(quote))

/** Whether one claim repeats the other's words. */
function sameWords(a: Claim, b: Claim): boolean {
  const { sameWordsFrom, sameWordsLeast } = weights.wording
  return a.mentions.some(x =>
    b.mentions.some(
      y =>
        Math.min(tellingWords(x.quote).length, tellingWords(y.quote).length) >= sameWordsLeast &&
        likeness(x.quote, y.quote) >= sameWordsFrom,
    ),
  )
}

function day(a: Claim, b: Claim, retold: boolean, roles: Roles): Point[] {
  const [x, y] = [daysOf(a.date), daysOf(b.date)]
  const near: Nearness = nearness(x, y)
  if (near === "unknown" || !x || !y) return [{ counts: weights.day.unknown, bars: true }]
  if (near === "same") return [{ counts: weights.day.same, reason: `the same day, ${isoDay(x.first)}` }]
  if (near === "neighbour") {
    return [
      {
        counts: weights.day.neighbour,
        reason: `${isoDay(x.first)} and ${isoDay(y.first)} name common hours in their zones`,
      },
    ]
  }
  // two "recent launches" of two weeks need not be the same ones; a call told as past is mostly that of the last days
  const fresh = roles === "parties" && near === "within" && Math.abs(x.last - y.last) <= weights.freshDays
  const open = Math.max(width(x), width(y)) > weights.openFromDays && !fresh ? { bars: true as const } : {}
  if (near === "within" && width(x) > 1 && width(y) > 1) return [{ counts: weights.day.unknown, ...open }]
  if (near === "within") {
    return [{ counts: weights.day.within, reason: "the one leaves the day open, the other falls within it", ...open }]
  }
  const apart = Math.max(1, daysApart(x, y))
  const reason = apart === 1 ? "1 day apart" : `${apart} days apart`
  // versions of one text may disagree on the day; other texts about days so far apart tell of other events
  if (retold && apart <= weights.sameWordsSlackDays) return [{ counts: -1, reason: `${reason}, in the same words` }]
  const reports = [a, b].filter(claim => claim.date.reason === REPORT_DAY || saysToday(claim))
  const nextDay = apart === 1 && Math.abs(x.first - y.first) === 1
  if (nextDay && width(x) === 1 && width(y) === 1 && reports.length > 0)
    return [
      {
        counts: weights.day.report,
        reason: `${reason}, and the day of ${reports.length > 1 ? "both" : "one"} is its report's`,
      },
    ]
  return apart > 1 || width(x) > 1 || width(y) > 1
    ? [{ counts: weights.day.clash, reason, settles: true }]
    : [{ counts: weights.day.clash, reason }]
}

/** Told by one who took part, on the day of the page: who says "today" on a trip means the day there, and the transcript bears the day at home. */
const saysToday = ({ date, saidBy, participants }: Claim): boolean =>
  date.reason?.startsWith(PAGE_DAY) === true &&
  saidBy.some(teller => participants.some(who => match(whoIs(teller), whoIs(who)) === "person"))

/** Groups actors by state, so that counterparts are compared. */
function byState(actors: readonly RecordActor[]): ReadonlyMap<string, readonly Who[]> {
  return Map.groupBy(actors.map(whoIs), who => (who.state === "-" ? `- ${plainName(who.shown)}` : who.state))
}

/** A body or group on one side, somebody by name or office on the other. */
const isGroupForPerson = ({ x, y }: { readonly x: Who; readonly y: Who }) =>
  [x, y].filter(who => who.body !== undefined).length === 1 && [x, y].some(who => who.person ?? who.post)

const joined = (whos: readonly Who[]) => whos.map(w => w.shown).join(" and ")
const title = (who: Who) => (who.post ? `${who.post.deputy ? "deputy, " : ""}${who.post.portfolio}` : "representative")

function people(a: Claim, b: Claim, roles: Roles): Point[] {
  if (roles === "parties") {
    const [x, y] = [partiesOf(a), partiesOf(b)]
    return [...counterparts(x, y, true), ...withinOneState(x, y)]
  }
  const source = counterparts(
    byState([...a.source, ...a.participants]),
    byState([...b.source, ...b.participants]),
    roles === "speech" || roles === "launch",
  )
  const others = roles === "deed" ? [...strangers(a.source, b.source), ...strangers(a.target, b.target)] : []
  return [...source, ...counterparts(byState(a.target), byState(b.target), false), ...others]
}

/** What two states do on one day, or what is done to two, is not one deed, however alike it is told; of those without a state the names may vary. */
function strangers(a: readonly RecordActor[], b: readonly RecordActor[]): Point[] {
  const [x, y] = [a, b].map(actors => new Set(actors.map(({ state }) => state))) as [Set<string>, Set<string>]
  const known = x.size > 0 && y.size > 0 && !x.has("-") && !y.has("-")
  return known && x.isDisjointFrom(y) ? [{ counts: 0, bars: true }] : []
}

/** Who took part, by state; somebody of no state who is only worked out ("we", says a moderator) is nobody that another document could name. */
function partiesOf({ id, participants, source, target }: Claim): ReadonlyMap<string, readonly Who[]> {
  const all = [...participants, ...source, ...target]
  const unnamed = all.filter(who => who.state === "-" && who.certainty === "implied")
  return new Map([
    ...byState(all.filter(who => !unnamed.includes(who))),
    ...unnamed.map(who => [`- ${who.name} of ${id}`, [whoIs(who)]] as const),
  ])
}

/** Two contacts within one state are one only if two who took part are the same: that a minister spoke with somebody at home says little. */
function withinOneState(a: ReadonlyMap<string, readonly Who[]>, b: ReadonlyMap<string, readonly Who[]>): Point[] {
  if (new Set([...a.keys(), ...b.keys()]).size !== 1) return []
  const [ours, theirs] = [[...a.values()].flat(), [...b.values()].flat()]
  const known = ours.filter(x => theirs.some(y => ["person", "office"].includes(match(x, y))))
  return known.length > 1 ? [] : [{ counts: 0, reason: "too little is told of who took part", bars: true }]
}

const isHead = ({ post }: Who) =>
  post !== undefined && !post.deputy && /^head of (?:state|government)$/.test(post.portfolio)

/**
 * Compares the actors in one role, state by state.
 * @param needed whether the role tells events apart by itself: another speaker, another party
 */
function counterparts(
  a: ReadonlyMap<string, readonly Who[]>,
  b: ReadonlyMap<string, readonly Who[]>,
  needed: boolean,
): Point[] {
  const points: Point[] = []
  const here = [...a.keys()].filter(state => !b.has(state))
  const there = [...b.keys()].filter(state => !a.has(state))
  for (const [state, ours] of a) {
    const theirs = b.get(state)
    if (!theirs) continue
    const found = ours.flatMap(x => theirs.map(y => ({ kind: match(x, y), x, y })))
    const best = (["person", "office", "state"] as const).flatMap(kind => found.filter(f => f.kind === kind)).at(0)
    if (!best) {
      const [one, other] = [ours, theirs].map(side => title(side[0]!))
      const others = one === other ? `other ${state} ${one}` : `others for ${state}`
      const reason = `${others}: ${joined(ours)}, ${joined(theirs)}`
      points.push(needed ? { counts: weights.day.clash, reason, settles: true } : { counts: -1, reason })
    } else if (best.kind === "person") points.push({ counts: weights.actor.person, reason: `${best.x.shown} in both` })
    else if (best.kind === "office")
      points.push({ counts: weights.actor.office, reason: `the ${state} ${title(best.x)} in both` })
    // who met the staff of an embassy met nobody who is named elsewhere
    else if (needed && found.every(isGroupForPerson))
      points.push({ counts: 0, reason: `${best.x.shown}, ${best.y.shown}`, bars: true })
    else points.push({ counts: weights.actor.state, reason: `${state} in both` })
    // who tells of a minister's meeting does not leave out his president
    const heads = [ours, theirs].map(side => side.find(isHead))
    const only = heads[0] && heads[1] ? undefined : (heads[0] ?? heads[1])
    if (needed && only && best && best.kind !== "state")
      points.push({ counts: weights.actor.missing, reason: `${only.shown} in the one alone`, bars: true })
  }
  if (here.length && there.length) {
    const shown = (states: readonly string[], side: ReadonlyMap<string, readonly Who[]>) =>
      states.map(state => joined(side.get(state)!)).join(" and ")
    const reason = `other parties: ${shown(here, a)}; ${shown(there, b)}`
    points.push(needed ? { counts: weights.day.clash, reason, settles: true } : { counts: -1, reason })
  } else if (needed && here.length + there.length > 0 && a.size > 0 && b.size > 0) {
    const more = here.length ? here : there
    const side = here.length ? a : b
    points.push({
      counts: weights.actor.missing * 2 * more.length,
      reason: `one party more: ${more.map(state => joined(side.get(state)!)).join(" and ")}`,
      // two who met, and the same two with a third who is named, are two contacts, even on one day
      ...(Math.min(a.size, b.size) > 1 && more.some(state => side.get(state)!.some(who => who.person ?? who.post))
        ? { bars: true as const }
        : {}),
    })
  } else if (here.length + there.length > 0) points.push({ counts: weights.actor.missing })
  return points
}

function slots(a: Claim, b: Claim): Point[] {
  const told = Object.entries(weights.slot).flatMap(([slot, { same, other }]) => {
    const [x, y] = [a.slots[slot]?.value, b.slots[slot]?.value]
    if (x === undefined || y === undefined) return []
    const [p, q] = [plainName(x), plainName(y)]
    if (p === q || p.includes(q) || q.includes(p)) return [{ counts: same, reason: `${slot} ${x} in both` }]
    return [{ counts: other, reason: `${slot}: ${x}, ${y}` }]
  })
  return [...told, ...weapons(a, b), ...ordinals(a, b)]
}

function weapons(a: Claim, b: Claim): Point[] {
  const [x, y] = [a, b].map(claim => (claim.type === "launch" ? weaponClass(claim) : undefined))
  if (!x || !y) return []
  const agree = weaponsAgree(x, y)
  const { same, other } = weights.weapon
  if (agree === "same") return [{ counts: x === y ? same : 0, ...(x === y ? { reason: `${x} in both` } : {}) }]
  const point = { counts: other, reason: `weapon: ${x}, ${y}` }
  return [agree === "never" ? { ...point, settles: true as const } : point]
}

/** "Seventh" and "eighth" of one count are two; a count of this week and one of this year cannot be compared. */
function ordinals(a: Claim, b: Claim): Point[] {
  const [x, y] = [ordinal(a), ordinal(b)]
  if (!x || !y || x.counted !== y.counted || x.basis !== y.basis) return []
  if (x.number === y.number)
    return [{ counts: weights.ordinal.same, reason: `number ${x.number} of its count in both` }]
  return [
    { counts: weights.ordinal.other, reason: `number ${x.number} of its count, number ${y.number}`, settles: true },
  ]
}

function issues(a: Claim, b: Claim, roles: Roles): Point[] {
  if (a.issues.length === 0 || b.issues.length === 0) return []
  const shared = a.issues.filter(issue => b.issues.includes(issue))
  if (shared.length) return [{ counts: weights.issues.shared, reason: `about ${shared.join(", ")}` }]
  const counts = roles === "speech" ? weights.issues.otherSpeech : weights.issues.other
  return [{ counts, reason: `about ${a.issues.join(", ")}; about ${b.issues.join(", ")}` }]
}

function wording(a: Claim, b: Claim, retold: boolean): Point[] {
  if (retold) return [{ counts: weights.wording.sameWords, reason: "told in the same words" }]
  const most = Math.max(0, ...a.mentions.flatMap(x => b.mentions.map(y => likeness(x.quote, y.quote))))
  return [{ counts: Math.round(most * weights.wording.most * 100) / 100 }]
}

/** What is hoped for or promised is kept apart from what happened, unless it was announced for the very day. */
function promise(a: Claim, b: Claim): Point[] {
  const open = (claim: Claim) => ["planned", "hoped", "conditional"].includes(claim.status)
  if (open(a) === open(b)) return []
  const announced =
    [a, b].every(claim => claim.status !== "hoped") && nearness(daysOf(a.date), daysOf(b.date)) === "same"
  return [{ counts: announced ? 0 : weights.openPromise, reason: `${a.status}, ${b.status}` }]
}
