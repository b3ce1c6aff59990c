import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import { candidateKeys } from "./candidates.ts"
import { type Change, changes, type Gathering, gather, pair, reached, type ScoredLink } from "./gather.ts"
import { judge } from "./sameEvent.ts"
import { type Lineage, lineage, storyKeys } from "./stories.ts"

/** Where claims and links are kept. The record keeps them in SQLite; a test keeps them in memory. */
export interface LinkShelf {
  /** Keeps a claim under its keys; false where it was kept before. */
  keep(claim: Claim, keys: readonly string[]): boolean
  /** Claims kept under any of the keys, each once. */
  under(keys: readonly string[]): readonly Claim[]
  /** Whether two documents are known as one story. */
  oneStory(a: string, b: string): boolean
  /** Links of which a claim is one end, in the order in which they were added. */
  linksOf(claim: string): readonly ScoredLink[]
  link(links: readonly ScoredLink[]): void
  /** The events in which the claims are gathered now. */
  eventsOf(claims: Iterable<string>): readonly Gathering[]
  /** Replaces events by others over the same claims. */
  regather(before: readonly Gathering[], after: readonly Gathering[]): void
}

/** Where documents and the stories they belong to are kept. */
export interface StoryShelf {
  /** Keeps a document under its keys; false where this very text was kept before. */
  keepDocument(doc: Document, keys: readonly string[]): boolean
  /** Documents kept under at least two of the keys, or under that of the whole text. */
  documentsUnder(keys: readonly string[]): readonly Document[]
  keepLineage(lineages: readonly Lineage[]): void
}

/** Finds the stories a document belongs to, and keeps how it stands to each document of them. Comes before `linkClaims`. */
export function linkDocument(shelf: StoryShelf, doc: Document): readonly Lineage[] {
  const keys = storyKeys(doc)
  if (!shelf.keepDocument(doc, keys)) return []
  const found = shelf
    .documentsUnder(keys)
    .filter(other => other.id !== doc.id)
    .flatMap(other => lineage(doc, other) ?? [])
  shelf.keepLineage(found)
  return found
}

/**
 * Links claims into the record: compares each with those that share a key, keeps what was found as links, and gathers anew what hangs
 * together with it. The claims of a document already kept are passed over.
 * @returns what became of events that stood before
 */
export function linkClaims(shelf: LinkShelf, claims: readonly Claim[]): readonly Change[] {
  for (const claim of claims) {
    const keys = candidateKeys(claim)
    if (!shelf.keep(claim, keys)) continue
    const links = shelf
      .under(keys)
      .filter(other => other.id !== claim.id)
      .map(other => linkOf(claim, other, shelf.oneStory(claim.doc, other.doc)))
    shelf.link(links)
  }
  return gatherAround(
    shelf,
    claims.map(claim => claim.id),
  )
}

/** The program's link of two claims. */
export function linkOf(one: Claim, other: Claim, oneStory: boolean): ScoredLink {
  const [a, b] = one.id <= other.id ? [one.id, other.id] : [other.id, one.id]
  return { a, b, ...judge(one, other, { oneStory }), judge: "program" }
}

/** Gathers anew all that hangs together with the claims, as after a new link or a person's judgement. */
export function gatherAround(shelf: LinkShelf, claims: readonly string[]): readonly Change[] {
  const links = new Map<string, readonly ScoredLink[]>()
  const linksOf = (claim: string) => {
    const known = links.get(claim) ?? shelf.linksOf(claim)
    links.set(claim, known)
    return known
  }
  const fromEvents = shelf.eventsOf(claims).flatMap(event => event.claims)
  const around = [
    ...reached([...claims, ...fromEvents], claim =>
      linksOf(claim).flatMap(({ a, b, verdict }) => (verdict === "same" ? [a === claim ? b : a] : [])),
    ),
  ]
  const before = shelf.eventsOf(around)
  const all = [...new Set([...around, ...before.flatMap(event => event.claims)])]
  const within = new Set(all)
  const unique = new Map(
    all.flatMap(claim =>
      linksOf(claim)
        .filter(({ a, b }) => within.has(a) && within.has(b))
        .map(link => [`${link.a}\n${link.b}\n${link.judge}\n${link.verdict}`, link] as const),
    ),
  )
  const after = gather(all, [...unique.values()])
  shelf.regather(before, after)
  return changes(before, after)
}

function append<V>(lists: Map<string, V[]>, key: string, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** A shelf in memory. */
export class MemoryShelf implements LinkShelf, StoryShelf {
  readonly documents = new Map<string, Document>()
  readonly lineages = new Map<string, Lineage>()
  private readonly storyKeys = new Map<string, string[]>()
  readonly claims = new Map<string, Claim>()
  private readonly keys = new Map<string, string[]>()
  private readonly links = new Map<string, ScoredLink[]>()
  private readonly event = new Map<string, Gathering>()

  keep(claim: Claim, keys: readonly string[]): boolean {
    if (this.claims.has(claim.id)) return false
    this.claims.set(claim.id, claim)
    for (const key of keys) append(this.keys, key, claim.id)
    return true
  }

  under(keys: readonly string[]): readonly Claim[] {
    return [...new Set(keys.flatMap(key => this.keys.get(key) ?? []))].map(id => this.claims.get(id)!)
  }

  keepDocument(doc: Document, keys: readonly string[]): boolean {
    if (this.documents.get(doc.id)?.text === doc.text) return false
    this.documents.set(doc.id, doc)
    for (const key of keys) append(this.storyKeys, key, doc.id)
    return true
  }

  documentsUnder(keys: readonly string[]): readonly Document[] {
    const shared = new Map<string, number>()
    for (const key of keys) {
      for (const id of this.storyKeys.get(key) ?? []) {
        shared.set(id, (shared.get(id) ?? 0) + (key.startsWith("text|") ? 2 : 1))
      }
    }
    return [...shared].flatMap(([id, count]) => (count > 1 ? [this.documents.get(id)!] : []))
  }

  keepLineage(lineages: readonly Lineage[]): void {
    for (const found of lineages) this.lineages.set(pair(found.a, found.b), found)
  }

  oneStory(a: string, b: string): boolean {
    return this.lineages.has(pair(a, b))
  }

  linksOf(claim: string): readonly ScoredLink[] {
    return this.links.get(claim) ?? []
  }

  link(links: readonly ScoredLink[]): void {
    for (const link of links) for (const end of [link.a, link.b]) append(this.links, end, link)
  }

  eventsOf(claims: Iterable<string>): readonly Gathering[] {
    return [...new Set([...claims].flatMap(claim => this.event.get(claim) ?? []))]
  }

  regather(_before: readonly Gathering[], after: readonly Gathering[]): void {
    for (const event of after) for (const claim of event.claims) this.event.set(claim, event)
  }

  /** Every event, in the order of their ids. */
  events(): readonly Gathering[] {
    return [...new Set(this.event.values())].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}
