import type { Link } from "../model/claim.ts"

/** A real event: the claims that tell of it, in the order of their ids; named after the first of them. */
export interface Gathering {
  readonly id: string
  readonly claims: readonly string[]
}

/** A link with the score it was given, for the order of gathering. */
export interface ScoredLink extends Link {
  readonly score: number
}

/** Judged by a person: stands above whatever the program finds. */
const byPerson = (link: Link) => link.judge !== "program"

/**
 * Gathers claims into events along the links that say "same", the surest first, and never across one that says "different".
 *
 * The outcome depends on the set of claims and links, not on their order: what a person judged comes first (of two judgements on one pair
 * the later in `links` counts), then links by score and ids. A link that would bring together two claims that are "different" is left out.
 */
export function gather(claims: readonly string[], links: readonly ScoredLink[]): readonly Gathering[] {
  const judged = new Map<string, ScoredLink>()
  for (const link of links) {
    const key = pair(link.a, link.b)
    const before = judged.get(key)
    if (!before || byPerson(link) || !byPerson(before)) judged.set(key, link)
  }
  const group = new Map(claims.map(claim => [claim, { members: [claim], apart: new Set<string>() }]))
  const known = [...judged.values()].filter(({ a, b }) => group.has(a) && group.has(b))
  for (const { a, b, verdict } of known) {
    if (verdict !== "different") continue
    group.get(a)!.apart.add(b)
    group.get(b)!.apart.add(a)
  }
  const same = known
    .filter(link => link.verdict === "same")
    .sort(
      (x, y) =>
        Number(byPerson(y)) - Number(byPerson(x)) || y.score - x.score || compare(pair(x.a, x.b), pair(y.a, y.b)),
    )
  for (const { a, b } of same) {
    const [left, right] = [group.get(a)!, group.get(b)!]
    if (left === right) continue
    const [small, large] = left.members.length < right.members.length ? [left, right] : [right, left]
    if (small.members.some(member => large.apart.has(member))) continue
    for (const member of small.members) group.set(member, large)
    large.members.push(...small.members)
    for (const other of small.apart) large.apart.add(other)
  }
  return [...new Set(group.values())]
    .map(({ members }) => members.sort(compare))
    .map(members => ({ id: members[0]!, claims: members }))
    .sort((x, y) => compare(x.id, y.id))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
/** One name for a pair, whichever of the two comes first. */
export const pair = (a: string, b: string): string => (a <= b ? `${a}\n${b}` : `${b}\n${a}`)

/** A change that a new document brought to an event that stood before: nothing is split or joined in silence. */
export interface Change {
  readonly kind: "joined" | "split"
  readonly event: string
  readonly claims: readonly string[]
}

/** What became of the events before: claims of one event that no longer stand together, and events that now are one. */
export function changes(before: readonly Gathering[], after: readonly Gathering[]): readonly Change[] {
  const now = new Map(after.flatMap(event => event.claims.map(claim => [claim, event.id] as const)))
  const splits = before.flatMap(event => {
    const parts = Map.groupBy(event.claims, claim => now.get(claim))
    return parts.size > 1 ? [{ kind: "split" as const, event: event.id, claims: event.claims }] : []
  })
  const was = new Map(before.flatMap(event => event.claims.map(claim => [claim, event.id] as const)))
  const joins = after.flatMap(event => {
    const parts = new Set(event.claims.flatMap(claim => was.get(claim) ?? []))
    return parts.size > 1 ? [{ kind: "joined" as const, event: event.id, claims: event.claims }] : []
  })
  return [...splits, ...joins]
}
