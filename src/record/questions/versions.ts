import type { Document } from "../../model/document.ts"
import { documentOf } from "../keep.ts"
import type { Store } from "../schema.ts"

/** Every version of every document that the record keeps, earlier versions of a document before its current one. */
export async function* everyVersion(db: Store): AsyncIterable<Document> {
  const heads = await db.selectFrom("documents").select(["key", "id"]).orderBy("key").execute()
  for (const { key, id } of heads) {
    const earlier = await db
      .selectFrom("versions")
      .select("document")
      .where("doc", "=", id)
      .orderBy("version")
      .execute()
    for (const { document } of earlier) yield JSON.parse(document) as Document
    yield documentOf(await db.selectFrom("documents").selectAll().where("key", "=", key).executeTakeFirstOrThrow())
  }
}
