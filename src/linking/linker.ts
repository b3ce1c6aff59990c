import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import { candidateKeys } from "./candidates.ts"
import { type Change, changes, type Gathering, gather, pair, type ScoredLink } from "./gather.ts"
import { judge } from "./sameEvent.ts"
import { type Lineage, lineage, STORY_KEYS, storyKeys, weightOf } from "./stories.ts"

/** Where claims and links are kept. The record keeps them in SQLite; a test keeps them in memory. */
export interface LinkShelf {
  /** Keeps a claim under its keys; false where it was kept before. */
  keep(claim: Claim, keys: readonly string[]): Promise<boolean>
  /** Claims kept under any of the keys, each once. */
  under(keys: readonly string[]): Promise<readonly Claim[]>
  /** The documents that are known as one story with this one. */
  storyOf(doc: string): Promise<ReadonlySet<string>>
  /** Links of which a claim is one end, in the order in which they were added. */
  linksOf(claim: string): Promise<readonly ScoredLink[]>
  link(links: readonly ScoredLink[]): Promise<void>
  /** The events in which the claims are gathered now. */
  eventsOf(claims: Iterable<string>): Promise<readonly Gathering[]>
  /** Replaces events by others over the same claims. */
  regather(before: readonly Gathering[], after: readonly Gathering[]): Promise<void>
}

/** Where documents and the stories they belong to are kept. */
export interface StoryShelf {
  /** Keeps a document under its keys; false where this very text was kept before. */
  keepDocument(doc: Document, keys: readonly string[]): Promise<boolean>
  /** Documents kept under keys that together weigh at least `least`. */
  documentsUnder(
    keys: readonly string[],
    weightOf: (key: string) => number,
    least: number,
  ): Promise<readonly Document[]>
  keepLineage(lineages: readonly Lineage[]): Promise<void>
}

/** Finds the stories a document belongs to, and keeps how it stands to each document of them. Comes before `linkClaims`. */
export async function linkDocument(shelf: StoryShelf, doc: Document): Promise<readonly Lineage[]> {
  const keys = storyKeys(doc)
  if (!(await shelf.keepDocument(doc, keys))) return []
  const near = await shelf.documentsUnder(keys, weightOf, STORY_KEYS)
  const found = near.filter(other => other.id !== doc.id).flatMap(other => lineage(doc, other) ?? [])
  await shelf.keepLineage(found)
  return found
}

/**
 * Links the claims of one document into the record: compares each with those that share a key, keeps what was found as links, and gathers
 * anew what hangs together with it. Claims kept before are passed over.
 * @returns what became of events that stood before
 */
export async function linkClaims(shelf: LinkShelf, claims: readonly Claim[]): Promise<readonly Change[]> {
  const stories = new Map<string, ReadonlySet<string>>()
  for (const claim of claims) {
    const keys = candidateKeys(claim)
    if (!(await shelf.keep(claim, keys))) continue
    const story = stories.get(claim.doc) ?? (await shelf.storyOf(claim.doc))
    stories.set(claim.doc, story)
    const others = (await shelf.under(keys)).filter(other => other.id !== claim.id)
    await shelf.link(others.map(other => linkOf(claim, other, story.has(other.doc))))
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
export async function gatherAround(shelf: LinkShelf, claims: readonly string[]): Promise<readonly Change[]> {
  if (claims.length === 0) return []
  const links = new Map<string, readonly ScoredLink[]>()
  const events = await shelf.eventsOf(claims)
  const around = new Set([...claims, ...events.flatMap(event => event.claims)])
  for (const claim of around) {
    const found = await shelf.linksOf(claim)
    links.set(claim, found)
    for (const { a, b, verdict } of found) if (verdict === "same") around.add(a === claim ? b : a)
  }
  const before = await shelf.eventsOf(around)
  const within = new Set([...around, ...before.flatMap(event => event.claims)])
  for (const claim of within) if (!links.has(claim)) links.set(claim, await shelf.linksOf(claim))
  const inside = [...within].flatMap(claim => links.get(claim)!.filter(({ a, b }) => a === claim && within.has(b)))
  const after = gather([...within], inside)
  await shelf.regather(before, after)
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
  private readonly stories = new Map<string, string[]>()
  readonly claims = new Map<string, Claim>()
  private readonly keys = new Map<string, string[]>()
  private readonly links = new Map<string, ScoredLink[]>()
  private readonly event = new Map<string, Gathering>()

  async keep(claim: Claim, keys: readonly string[]): Promise<boolean> {
    if (this.claims.has(claim.id)) return false
    this.claims.set(claim.id, claim)
    for (const key of keys) append(this.keys, key, claim.id)
    return true
  }

  async under(keys: readonly string[]): Promise<readonly Claim[]> {
    return [...new Set(keys.flatMap(key => this.keys.get(key) ?? []))].map(id => this.claims.get(id)!)
  }

  async keepDocument(doc: Document, keys: readonly string[]): Promise<boolean> {
    if (this.documents.get(doc.id)?.text === doc.text) return false
    this.documents.set(doc.id, doc)
    for (const key of keys) append(this.storyKeys, key, doc.id)
    return true
  }

  async documentsUnder(
    keys: readonly string[],
    weight: (key: string) => number,
    least: number,
  ): Promise<readonly Document[]> {
    const shared = new Map<string, number>()
    for (const key of keys) {
      for (const id of this.storyKeys.get(key) ?? []) shared.set(id, (shared.get(id) ?? 0) + weight(key))
    }
    return [...shared].flatMap(([id, count]) => (count >= least ? [this.documents.get(id)!] : []))
  }

  async keepLineage(lineages: readonly Lineage[]): Promise<void> {
    for (const found of lineages) {
      this.lineages.set(pair(found.a, found.b), found)
      append(this.stories, found.a, found.b)
      append(this.stories, found.b, found.a)
    }
  }

  async storyOf(doc: string): Promise<ReadonlySet<string>> {
    return new Set(this.stories.get(doc))
  }

  async linksOf(claim: string): Promise<readonly ScoredLink[]> {
    return this.links.get(claim) ?? []
  }

  async link(links: readonly ScoredLink[]): Promise<void> {
    for (const link of links) for (const end of [link.a, link.b]) append(this.links, end, link)
  }

  async eventsOf(claims: Iterable<string>): Promise<readonly Gathering[]> {
    return [...new Set([...claims].flatMap(claim => this.event.get(claim) ?? []))]
  }

  async regather(_before: readonly Gathering[], after: readonly Gathering[]): Promise<void> {
    for (const event of after) for (const claim of event.claims) this.event.set(claim, event)
  }

  /** Every event, in the order of their ids. */
  events(): readonly Gathering[] {
    return [...new Set(this.event.values())].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
}
