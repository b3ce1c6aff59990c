import { sql } from "kysely"
import type { Claim } from "../../model/claim.ts"
import type { DocumentAnswer, DocumentHead, DocumentsAnswer, Part } from "../answers.ts"
import { documentOf } from "../keep.ts"
import { inParts } from "../parts.ts"
import type { Store } from "../schema.ts"
import { sought } from "./actors.ts"
import { headOf } from "./events.ts"

/** A document's untouched text and what it tells, in the order of the text. */
export async function document(db: Store, id: string): Promise<DocumentAnswer | undefined> {
  const row = await db.selectFrom("documents").selectAll().where("id", "=", id).executeTakeFirst()
  if (!row) return undefined
  const claims = await db
    .selectFrom("claims")
    .leftJoin("events", "events.key", "claims.event")
    .select(["claims.record", "events.id as event", "claims.id"])
    .where("claims.doc", "=", row.key)
    .execute()
  const told = claims.map(({ record, event, id: claim }) => ({
    event: event ?? claim,
    claim: JSON.parse(record) as Claim,
  }))
  const at = ({ claim }: { claim: Claim }) => claim.mentions[0]?.from ?? 0
  return { document: documentOf(row), claims: told.sort((a, b) => at(a) - at(b)) }
}

/** What is known of documents without their texts, by the day of publication. */
export async function heads(db: Store, ids: readonly string[]): Promise<readonly DocumentHead[]> {
  const rows = await inParts(ids, part =>
    db
      .selectFrom("documents")
      .select(["id", "title", "published", "zone", "outlet", "url", "lang"])
      .where("id", "in", part)
      .execute(),
  )
  return rows.map(headOf).sort((a, b) => ((a.published ?? "9") < (b.published ?? "9") ? -1 : 1))
}

/** The documents of the record, newest first; those that hold all the words, where words are given. */
export async function documents(
  db: Store,
  words: string | undefined,
  { limit, offset }: Part,
): Promise<DocumentsAnswer> {
  const match = words ? sought(words) : undefined
  const chosen = db
    .selectFrom("documents")
    .$if(match !== undefined, query =>
      query.where("key", "in", sql<number>`(select rowid from documents_words where documents_words match ${match})`),
    )
  const { total } = await chosen.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow()
  const rows = await chosen
    .select(["id", "title", "published", "zone", "outlet", "url", "lang"])
    .select(({ selectFrom }) =>
      selectFrom("claims")
        .select(({ fn }) => fn.countAll<number>().as("n"))
        .whereRef("claims.doc", "=", "documents.key")
        .as("claims"),
    )
    .orderBy("published", "desc")
    .orderBy("key")
    .limit(limit)
    .offset(offset)
    .execute()
  return {
    total,
    limit,
    offset,
    documents: rows.map(({ claims, ...head }) => ({ document: headOf(head), claims: claims ?? 0 })),
  }
}
