import type { Document } from "../model/document.ts"
import { documentOf } from "./keep.ts"
import { inParts } from "./parts.ts"
import type { Store, Writing } from "./schema.ts"

/** How two documents of one story stand to each other, as linking found it. */
export interface KeptLineage {
  readonly a: string
  readonly b: string
  readonly kind: string
  /** The document that the other is made from. */
  readonly origin?: string
}

/** Most values that one question may carry. */
const MANY = 5000

/** Files a document under keys by which texts of its story are sought, in place of those of an earlier version. */
export async function fileDocument(db: Writing, { id }: Document, keys: readonly string[]): Promise<boolean> {
  const { key: doc } = await db.selectFrom("documents").select("key").where("id", "=", id).executeTakeFirstOrThrow()
  await db.deleteFrom("story_keys").where("doc", "=", doc).execute()
  await db
    .deleteFrom("lineages")
    .where(({ or, eb }) => or([eb("a", "=", id), eb("b", "=", id)]))
    .execute()
  const rows = [...new Set(keys)].map(story_key => ({ story_key, doc }))
  for (let at = 0; at < rows.length; at += MANY)
    await db
      .insertInto("story_keys")
      .values(rows.slice(at, at + MANY))
      .execute()
  return true
}

/** Documents filed under keys that together weigh at least `least`. */
export async function documentsUnder(
  db: Writing,
  keys: readonly string[],
  weightOf: (key: string) => number,
  least: number,
): Promise<readonly Document[]> {
  const weights = new Map<number, number>()
  const list = [...new Set(keys)]
  for (let at = 0; at < list.length; at += MANY) {
    const rows = await db
      .selectFrom("story_keys")
      .selectAll()
      .where("story_key", "in", list.slice(at, at + MANY))
      .execute()
    for (const { story_key, doc } of rows) weights.set(doc, (weights.get(doc) ?? 0) + weightOf(story_key))
  }
  const found = [...weights].flatMap(([doc, weight]) => (weight >= least ? [doc] : []))
  if (!found.length) return []
  const rows = await db.selectFrom("documents").selectAll().where("key", "in", found).orderBy("id").execute()
  return rows.map(documentOf)
}

/** Keeps how documents stand to each other; the whole finding is kept as JSON beside what is asked for. */
export async function keepLineage(db: Writing, lineages: readonly KeptLineage[]): Promise<void> {
  for (const found of lineages) {
    const { a, b, kind, origin } = found
    const row = { a, b, kind, origin: origin ?? null, found: JSON.stringify(found) }
    await db
      .insertInto("lineages")
      .values(row)
      .onConflict(conflict => conflict.columns(["a", "b"]).doUpdateSet(row))
      .execute()
  }
}

/** Which of these documents are of one story, as pairs of their ids in the order of the ids. */
export async function kinsfolk(db: Store, docs: readonly string[]): Promise<readonly (readonly [string, string])[]> {
  const asked = new Set(docs)
  const rows = await inParts([...asked], part =>
    db.selectFrom("lineages").select(["a", "b"]).where("a", "in", part).execute(),
  )
  return rows.flatMap(({ a, b }) => (asked.has(b) ? [[a, b] as const] : []))
}

/** The documents of one story with this one, and how they stand to it; the findings as linking gave them. */
export async function storyOf(db: Store | Writing, doc: string): Promise<readonly KeptLineage[]> {
  const rows = [
    ...(await db.selectFrom("lineages").select("found").where("a", "=", doc).execute()),
    ...(await db.selectFrom("lineages").select("found").where("b", "=", doc).execute()),
  ]
  return rows.map(row => JSON.parse(row.found) as KeptLineage)
}
