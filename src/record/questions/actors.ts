import { sql } from "kysely"
import type { ActorsAnswer, Part } from "../answers.ts"
import type { Store } from "../schema.ts"

/** Words as FTS5 wants them: each a phrase of its own, the last one perhaps unfinished. */
export const sought = (words: string): string | undefined =>
  (words.match(/[\p{L}\p{N}]+/gu) ?? [])
    .map(word => `"${word}"`)
    .join(" ")
    .concat("*")
    .replace(/^\*$/, "") || undefined

/** Keys of the actors that a code, an id or words of a name may mean; the exact ones alone where there are any. */
export async function actorKeys(db: Store, actor: string): Promise<readonly number[]> {
  const [state, name] = actor.includes(":") ? actor.split(/:(.*)/s) : [actor, ""]
  const exact = await db
    .selectFrom("actors")
    .select("key")
    .where(({ or, and, eb }) =>
      or([and([eb("state", "=", state!.trim()), eb("name", "=", (name ?? "").trim())]), eb("id", "=", actor)]),
    )
    .execute()
  const match = sought(actor.replace(/^-:/, ""))
  if (exact.length || !match) return exact.map(row => row.key)
  const { rows } = await sql<{ key: number }>`
    select rowid as key from actors_words where actors_words match ${match} limit 500`.execute(db)
  return rows.map(row => row.key)
}

/** Who acts in the record, most events first; those whose name holds all the words, where words are given. */
export async function actors(db: Store, words: string | undefined, { limit, offset }: Part): Promise<ActorsAnswer> {
  const match = words ? sought(words) : undefined
  const chosen = db
    .selectFrom("actors")
    .where("events", ">", 0)
    .$if(match !== undefined, query =>
      query.where("key", "in", sql<number>`(select rowid from actors_words where actors_words match ${match})`),
    )
  const { total } = await chosen.select(({ fn }) => fn.countAll<number>().as("total")).executeTakeFirstOrThrow()
  const rows = await chosen
    .select(["state", "name", "id", "events"])
    .orderBy("events", "desc")
    .orderBy("key")
    .limit(limit)
    .offset(offset)
    .execute()
  return {
    total,
    limit,
    offset,
    actors: rows.map(({ state, name, id, events }) => ({
      state,
      ...(name ? { name } : {}),
      ...(id ? { id } : {}),
      events,
    })),
  }
}
