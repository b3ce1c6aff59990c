import type { Claim } from "../model/claim.ts"
import type { Quote } from "../model/document.ts"
import type { Issue } from "../model/event.ts"
import type { RecordActor } from "../model/eventRecord.ts"
import type { Outline } from "../model/gathered.ts"
import type { Actor } from "../model/layers.ts"
import { match, whoIs } from "./offices.ts"
import { outlineOf, type Side, sideOf, type Told } from "./perspective.ts"
import { opposite, type Stance, stanceOf, stronger } from "./stance.ts"
import { tellingWords } from "./wording.ts"

/** A document with what it tells. */
export interface Page {
  readonly doc: Told
  readonly claims: readonly Claim[]
  /** Every claim of the document in brief, where `claims` are only some of them. */
  readonly outlines?: readonly Outline[]
}

const outlinesOf = ({ outlines, claims }: Page) => outlines ?? claims.map(outlineOf)

/**
 * What became of a position since it was last heard. "not mentioned" is silence and no withdrawal; "other speaker" and "perspective
 * effect" say that a difference may come from who speaks or who tells, so that it is not charted as a change.
 */
export type Course =
  | "new"
  | "continued"
  | "stronger"
  | "weaker"
  | "reversed"
  | "not mentioned"
  | "other speaker"
  | "perspective effect"

/** One point of a series: what an actor held of an issue, in one document. */
export interface Point {
  readonly issue: Issue
  readonly day: string | null
  readonly doc: string
  readonly course: Course
  readonly reason: string
  /** Absent where the issue is not mentioned. */
  readonly claim?: string
  readonly speaker?: string
  readonly quote?: Quote
  readonly strength?: number
}

interface Heard {
  readonly claim: Claim
  readonly stance: Stance
  readonly speaker: RecordActor
  readonly side: Side | null
}

/** Whether an actor of a claim is meant by the one asked for: a state means everybody who acts for it; an office, whoever holds it. */
export function isMeant(asked: Actor, actor: Actor): boolean {
  if (asked.state !== actor.state) return false
  if (!asked.name) return actor.name !== "people"
  const kind = match(whoIs(asked), whoIs(actor))
  return kind === "person" || kind === "office"
}

/** When a position was taken: the day of the words, else the day of the document. */
const dayOf = (page: Page, claim?: Claim): string | null => {
  const told = claim?.date.value ?? outlinesOf(page).find(({ day }) => day)?.day
  return told?.replace(/^\.\./, "") ?? page.doc.published?.slice(0, 10) ?? null
}

/** What a series is limited to. */
export interface Asking {
  readonly issue?: Issue | undefined
  /** The event in which a claim is gathered: told again by another document, it is no further point. */
  readonly eventOf?: (claim: string) => string
}

/**
 * The series of an actor's positions, in the order of days: one for each issue heard of, or for the one asked for. A point is set against
 * the last one of the same speaker; where only another spoke before, it says so. Silence is one point, at the first document that does
 * not mention an issue, until the issue is heard of again.
 */
export function positions(asked: Actor, pages: readonly Page[], { issue, eventOf }: Asking = {}): readonly Point[] {
  const inOrder = [...pages].sort(
    (a, b) => compare(dayOf(a) ?? "9999", dayOf(b) ?? "9999") || compare(a.doc.id, b.doc.id),
  )
  const before = new Map<Issue, Heard[]>()
  const points: Point[] = []
  const told = new Set<string>()
  const silent = new Set<Issue>()
  for (const page of inOrder) {
    const said = heard(asked, page)
    if (said.length === 0) continue
    const here = new Set<Issue>()
    for (const one of said) {
      const event = eventOf?.(one.claim.id) ?? one.claim.id
      if (told.has(event)) for (const about of one.claim.issues) here.add(about)
      if (told.has(event)) continue
      told.add(event)
      for (const about of one.claim.issues) {
        if (issue && about !== issue) continue
        const earlier = before.get(about) ?? []
        points.push({
          issue: about,
          day: dayOf(page, one.claim),
          doc: page.doc.id,
          ...courseOf(one, earlier),
          ...shown(one),
        })
        here.add(about)
      }
    }
    for (const about of here) silent.delete(about)
    for (const [about] of before) {
      if (here.has(about) || silent.has(about)) continue
      silent.add(about)
      const reason = `${said[0]!.speaker.name ?? said[0]!.speaker.state} speaks in ${page.doc.id}, not of this; silence withdraws nothing`
      points.push({ issue: about, day: dayOf(page), doc: page.doc.id, course: "not mentioned", reason })
    }
    for (const one of said)
      for (const about of one.claim.issues) if (!issue || about === issue) append(before, about, one)
  }
  return points
}

function append(lists: Map<Issue, Heard[]>, issue: Issue, one: Heard): void {
  const list = lists.get(issue)
  if (list) list.push(one)
  else lists.set(issue, [one])
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const shown = ({ claim, stance, speaker }: Heard) => ({
  claim: claim.id,
  speaker: speaker.name ?? speaker.state,
  strength: stance.strength,
  ...(claim.mentions[0] ? { quote: claim.mentions[0] } : {}),
})

/** What the actor says in a document, each claim once. */
function heard(asked: Actor, page: Page): readonly Heard[] {
  const side = sideOf(page.doc, outlinesOf(page))
  return page.claims.flatMap(claim => {
    const stance = stanceOf(claim)
    const speaker = [...claim.source, ...claim.participants].find(actor => isMeant(asked, actor))
    return stance && speaker ? [{ claim, stance, speaker, side }] : []
  })
}

/** Addressees overlap, or one of the two names none. */
const sameAddressee = (a: Claim, b: Claim) =>
  a.target.length === 0 || b.target.length === 0 || a.target.some(x => b.target.some(y => x.state === y.state))

const thingsOf = ({ mentions }: Claim) =>
  new Set(tellingWords(mentions[0]?.quote ?? "").flatMap(({ stem, word }) => (/^\p{Ll}/u.test(word) ? [stem] : [])))

/** Whether two claims share a telling word that is no name: on one issue, one may praise the talks and condemn a launch. */
const ofOneThing = (a: Claim, b: Claim) => !thingsOf(a).isDisjointFrom(thingsOf(b))

function courseOf(now: Heard, earlier: readonly Heard[]): { course: Course; reason: string } {
  const comparable = earlier.filter(one => one.claim.doc !== now.claim.doc && sameAddressee(one.claim, now.claim))
  const { stance } = now
  if (stance.ends) return { course: "reversed", reason: `"${stance.ends}"` }
  if (comparable.length === 0) {
    return stance.continues
      ? { course: "continued", reason: `not heard before here, but the words say it is not new: "${stance.continues}"` }
      : { course: "new", reason: "not heard before" }
  }
  const who = (one: Heard) => whoIs(one.speaker)
  const last = comparable.findLast(
    one => match(who(one), who(now)) !== "other" && one.stance.leaning === stance.leaning,
  )
  const any = comparable.findLast(one => match(who(one), who(now)) !== "other")
  if (!any) {
    const other = comparable.at(-1)!
    const successor =
      match({ ...who(other), person: "" }, { ...who(now), person: "" }) === "office" ? ", in the same office" : ""
    return { course: "other speaker", reason: `before: ${other.speaker.name ?? other.speaker.state}${successor}` }
  }
  if (!last) {
    const facing = any.claim.target.some(x => now.claim.target.some(y => x.state === y.state))
    return facing && opposite(any.stance.leaning, stance.leaning) && ofOneThing(any.claim, now.claim)
      ? { course: "reversed", reason: `before ${any.stance.leaning}, now ${stance.leaning}` }
      : stance.continues
        ? { course: "continued", reason: `"${stance.continues}"` }
        : { course: "new", reason: `before ${any.stance.leaning}, now ${stance.leaning}` }
  }
  const more = stronger(last.stance, stance)
  if (stance.continues && Math.abs(more ?? 0) < 2) return { course: "continued", reason: `"${stance.continues}"` }
  if (more === undefined) return { course: "continued", reason: "in other words, of which none says how strongly" }
  if (more === 0) return { course: "continued", reason: "as strong as before" }
  const change = `${more > 0 ? "stronger" : "weaker"} than in ${last.claim.doc}: ${stance.marks.join(", ")} after ${last.stance.marks.join(", ")}`
  if (now.side && last.side && now.side.state !== last.side.state) {
    return { course: "perspective effect", reason: `${change}; but ${now.side.reason}, ${last.side.reason}` }
  }
  return { course: more > 0 ? "stronger" : "weaker", reason: change }
}
