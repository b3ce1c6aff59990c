import type { Claim } from "../model/claim.ts"
import type { Quote } from "../model/document.ts"
import type { Issue } from "../model/event.ts"
import { familyOf } from "./families.ts"
import { match, whoIs } from "./offices.ts"
import { outlineOf, sideOf } from "./perspective.ts"
import type { Page } from "./positions.ts"
import { type Judgement, judge } from "./sameEvent.ts"
import { stanceOf, stronger } from "./stance.ts"
import { likeness, tellingWords } from "./wording.ts"

/** How the second of two texts stands to the first on one point. "other speaker": said in both, by different mouths. */
export type Difference =
  | "same words"
  | "paraphrase"
  | "stronger"
  | "weaker"
  | "other speaker"
  | "only first"
  | "only second"

/** What one of the two texts says: the words, who speaks, as which of its points, and how many telling words it takes. */
export interface Said {
  readonly claim: string
  readonly speaker: string
  readonly quote: Quote | null
  readonly order: number
  readonly length: number
}

export interface Row {
  readonly issue: Issue | "contact"
  readonly difference: Difference
  readonly first?: Said
  readonly second?: Said
  readonly reason: string
}

/** Two documents, or two events' tellings, side by side. */
export interface Comparison {
  /** Contacts and deeds told in both, with whether they are one event. */
  readonly events: readonly { readonly first: string; readonly second: string; readonly judgement: Judgement }[]
  readonly rows: readonly Row[]
  /** What must be known before a difference is read as a change. */
  readonly warnings: readonly string[]
}

const SAME_WORDS = 0.85
/** Below this, two claims on one issue are two points and not one said differently. */
const ONE_POINT = 0.12

/** What a record knows of the two texts beside their words. */
export interface Ground {
  readonly oneStory?: boolean
  /** The event in which a claim is gathered: where a person judged otherwise than the program, that stands. */
  readonly eventOf?: (claim: string) => string | undefined
}

/** Compares two texts issue by issue. */
export function compare(first: Page, second: Page, ground: Ground = {}): Comparison {
  const rows: Row[] = []
  const ours = spoken(first)
  const theirs = spoken(second)
  const taken = new Set<string>()
  for (const one of ours) {
    const best = theirs
      .filter(other => !taken.has(other.claim.id) && sharesIssue(one.claim, other.claim))
      .map(other => ({ other, near: closeness(one.claim, other.claim) }))
      .sort((a, b) => b.near - a.near)
      .at(0)
    const issue = one.claim.issues[0] ?? "other"
    if (!best || best.near < ONE_POINT) {
      rows.push({
        issue,
        difference: "only first",
        first: one.said,
        reason: `not mentioned in ${second.doc.id}; silence withdraws nothing`,
      })
      continue
    }
    taken.add(best.other.claim.id)
    rows.push({ issue, first: one.said, second: best.other.said, ...difference(one.claim, best.other.claim) })
  }
  for (const other of theirs) {
    if (taken.has(other.claim.id)) continue
    const issue = other.claim.issues[0] ?? "other"
    rows.push({ issue, difference: "only second", second: other.said, reason: `not mentioned in ${first.doc.id}` })
  }
  return {
    events: alike(first, second, ground),
    rows: rows.sort((a, b) => order(a) - order(b)),
    warnings: warnings(first, second, rows),
  }
}

const order = ({ first, second }: Row) => first?.order ?? 1000 + (second?.order ?? 0)
const speakerOf = (claim: Claim) => claim.source[0] ?? claim.participants[0]
const named = (claim: Claim) => [...claim.source, ...claim.participants].map(a => a.name ?? a.state).join(" and ")

function spoken({ claims }: Page): readonly { readonly claim: Claim; readonly said: Said }[] {
  return claims
    .filter(claim => stanceOf(claim))
    .sort((a, b) => (a.mentions[0]?.from ?? 0) - (b.mentions[0]?.from ?? 0))
    .map((claim, at) => ({
      claim,
      said: {
        claim: claim.id,
        speaker: named(claim),
        quote: claim.mentions[0] ?? null,
        order: at + 1,
        length: tellingWords(claim.mentions[0]?.quote ?? "").length,
      },
    }))
}

const sharesIssue = (a: Claim, b: Claim) =>
  a.issues.some(issue => b.issues.includes(issue)) || (a.issues.length === 0 && b.issues.length === 0)

/** How near two points on one issue are: leaning, addressee and words. */
function closeness(a: Claim, b: Claim): number {
  const [x, y] = [stanceOf(a)!, stanceOf(b)!]
  const leaning = x.leaning === y.leaning ? 0.5 : 0
  const addressee = a.target.some(s => b.target.some(t => s.state === t.state)) ? 0.2 : 0
  return leaning + addressee * (leaning ? 1 : 0) + likeness(a.mentions[0]?.quote ?? "", b.mentions[0]?.quote ?? "")
}

function difference(a: Claim, b: Claim): { difference: Difference; reason: string } {
  const [x, y] = [stanceOf(a)!, stanceOf(b)!]
  const [p, q] = [speakerOf(a), speakerOf(b)]
  const mouths = p && q && (p.state !== q.state || match(whoIs(p), whoIs(q)) === "other")
  if (mouths) return { difference: "other speaker", reason: `${named(a)} in the first, ${named(b)} in the second` }
  const alike = likeness(a.mentions[0]?.quote ?? "", b.mentions[0]?.quote ?? "")
  if (alike >= SAME_WORDS)
    return { difference: "same words", reason: `${Math.round(alike * 100)} % of the telling words` }
  const more = stronger(x, y) ?? 0
  const marks = `${x.marks.join(", ")}; ${y.marks.join(", ")}`
  if (more > 0) return { difference: "stronger", reason: marks }
  if (more < 0) return { difference: "weaker", reason: marks }
  return { difference: "paraphrase", reason: y.continues ? `"${y.continues}"` : "in other words" }
}

/** Contacts and deeds of one kind between the same states, whether one event or look-alikes. */
function alike(first: Page, second: Page, { oneStory = false, eventOf }: Ground): Comparison["events"] {
  const found = first.claims.flatMap(a =>
    second.claims.flatMap(b => {
      const family = familyOf(a.type)
      if (family !== familyOf(b.type) || family.roles === "speech") return []
      const states = (claim: Claim) => [...claim.participants, ...claim.source].map(actor => actor.state)
      const shared = new Set(states(a).filter(state => states(b).includes(state)))
      if (shared.size < Math.min(2, new Set(states(a)).size, new Set(states(b)).size)) return []
      // one telling, where both texts are one
      if (a.id === b.id) return []
      const judgement = judge(a, b, { oneStory })
      const [x, y] = [eventOf?.(a.id), eventOf?.(b.id)]
      return [{ first: a.id, second: b.id, judgement: x && y ? gathered(judgement, x, y) : judgement }]
    }),
  )
  return found.sort((a, b) => b.judgement.score - a.judgement.score)
}

/** A judgement as the record has carried it out: what it gathers is one event, what it keeps apart is not. */
function gathered(judgement: Judgement, x: string, y: string): Judgement {
  if (x === y && judgement.verdict !== "same")
    return { ...judgement, verdict: "same", reasons: [`the record gathers both in ${x}`, ...judgement.reasons] }
  if (x !== y && judgement.verdict === "same")
    return {
      ...judgement,
      verdict: "different",
      reasons: [`the record keeps ${x} and ${y} apart`, ...judgement.reasons],
    }
  return judgement
}

function warnings(first: Page, second: Page, rows: readonly Row[]): readonly string[] {
  const [x, y] = [first, second].map(({ doc, claims }) => sideOf(doc, claims.map(outlineOf)))
  const said: string[] = []
  if (x && y && x.state !== y.state) {
    said.push(
      `possible perspective effect: told from the side of ${x.state} (${x.reason}) and of ${y.state} (${y.reason})`,
    )
  } else if (!x || !y) {
    const unknown = [x ? [] : [first.doc.id], y ? [] : [second.doc.id]].flat().join(" and ")
    said.push(`possible perspective effect: from whose side ${unknown} tells is not known`)
  }
  const others = rows.filter(row => row.difference === "other speaker")
  if (others.length) {
    const issues = [...new Set(others.map(row => row.issue))].join(", ")
    said.push(`different speakers on ${issues}: compare a speaker only with the same speaker`)
  }
  if (rows.some(row => row.difference === "only first"))
    said.push("what only the first mentions is not withdrawn by the second")
  const days = [first, second].map(({ doc }) => doc.published?.slice(0, 10))
  if (days[0] && days[1] && days[0] !== days[1]) said.push(`published on ${days[0]} and on ${days[1]}`)
  return said
}
