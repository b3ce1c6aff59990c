import type { Claim, Link } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import { enterEvents, type Gathering, removeEvents } from "./events.ts"
import { inParts } from "./parts.ts"
import type { Writing } from "./schema.ts"
import { documentsUnder, fileDocument, type KeptLineage, keepLineage, storyOf } from "./stories.ts"

/** A link with how sure it is, for the order of gathering. */
export interface ScoredLink extends Link {
  readonly score: number
}

const claimOf = ({ record }: { record: string }) => JSON.parse(record) as Claim

/** Claims, their links and the events they are gathered in, within one transaction: what linking works on. */
export class Shelf {
  private readonly db: Writing

  constructor(db: Writing) {
    this.db = db
  }

  /** Files a claim under keys by which look-alikes are sought; false where it was filed before. */
  async keep(claim: Claim, keys: readonly string[]): Promise<boolean> {
    const { key } = await this.db
      .selectFrom("claims")
      .select("key")
      .where("id", "=", claim.id)
      .executeTakeFirstOrThrow()
    const known = await this.db.selectFrom("blocks").select("claim").where("claim", "=", key).executeTakeFirst()
    if (known) return false
    const rows = [...new Set(keys)].map(block => ({ block, claim: key }))
    if (rows.length) await this.db.insertInto("blocks").values(rows).execute()
    return true
  }

  /** Claims filed under any of the keys, each once. */
  async under(keys: readonly string[]): Promise<readonly Claim[]> {
    if (!keys.length) return []
    const rows = await this.db
      .selectFrom("blocks")
      .innerJoin("claims", "claims.key", "blocks.claim")
      .select("claims.record")
      .distinct()
      .where("block", "in", keys)
      .execute()
    return rows.map(claimOf)
  }

  async claims(ids: readonly string[]): Promise<readonly Claim[]> {
    const rows = await inParts(ids, part =>
      this.db.selectFrom("claims").select("record").where("id", "in", part).execute(),
    )
    return rows.map(claimOf)
  }

  keepDocument(doc: Document, keys: readonly string[]): Promise<boolean> {
    return fileDocument(this.db, doc, keys)
  }

  /** Documents filed under keys that together weigh at least `least`. */
  documentsUnder(
    keys: readonly string[],
    weightOf: (key: string) => number,
    least: number,
  ): Promise<readonly Document[]> {
    return documentsUnder(this.db, keys, weightOf, least)
  }

  keepLineage(lineages: readonly KeptLineage[]): Promise<void> {
    return keepLineage(this.db, lineages)
  }

  /** The documents of one story with this one. */
  async storyOf(doc: string): Promise<ReadonlySet<string>> {
    return new Set((await storyOf(this.db, doc)).map(({ a, b }) => (a === doc ? b : a)))
  }

  /** Links of which a claim is one end, in the order in which they were made. */
  async linksOf(claim: string): Promise<readonly ScoredLink[]> {
    const rows = await this.db
      .selectFrom("links")
      .selectAll()
      .where(({ or, eb }) => or([eb("a", "=", claim), eb("b", "=", claim)]))
      // A claim that a person rejected belongs to no event, whatever was found about it.
      .where("a", "not in", ({ selectFrom }) => selectFrom("rejected").select("claim"))
      .where("b", "not in", ({ selectFrom }) => selectFrom("rejected").select("claim"))
      .orderBy("key")
      .execute()
    return rows.map(({ a, b, verdict, reasons, judge, score }) => ({
      a,
      b,
      verdict,
      reasons: JSON.parse(reasons) as string[],
      judge,
      score,
    }))
  }

  /** Keeps links; one that the program made before is not made again. */
  async link(links: readonly ScoredLink[]): Promise<void> {
    for (const { a, b, verdict, reasons, judge, score } of links)
      await this.db
        .insertInto("links")
        .values({ a, b, verdict, reasons: JSON.stringify(reasons), judge, score })
        .onConflict(conflict => conflict.doNothing())
        .execute()
  }

  /** The events in which the claims are gathered now. */
  async eventsOf(claims: Iterable<string>): Promise<readonly Gathering[]> {
    const events = await inParts([...new Set(claims)], part =>
      this.db
        .selectFrom("claims")
        .select("event")
        .distinct()
        .where("id", "in", part)
        .where("event", "is not", null)
        .execute(),
    )
    const keys = [...new Set(events.map(row => row.event!))]
    const rows = await inParts(keys, part =>
      this.db.selectFrom("claims").select(["id", "event"]).where("event", "in", part).orderBy("id").execute(),
    )
    return [...Map.groupBy(rows, row => row.event).values()].map(group => ({
      id: group[0]!.id,
      claims: group.map(row => row.id),
    }))
  }

  /**
   * Replaces events by others over the same claims. An event that stays as it was is left alone; the id of one that is gone
   * is kept among the deleted.
   */
  async regather(before: readonly Gathering[], after: readonly Gathering[]): Promise<void> {
    const name = ({ claims }: Gathering) => claims.toSorted().join("\n")
    const stood = new Set(before.map(name))
    const stays = new Set(after.map(name))
    await removeEvents(
      this.db,
      before.filter(g => !stays.has(name(g))).flatMap(g => g.claims),
    )
    await enterEvents(
      this.db,
      after.filter(g => !stood.has(name(g))),
    )
  }
}
