import type { Claim } from "../model/claim.ts"
import type { Actor } from "../model/layers.ts"
import { inParts } from "./parts.ts"
import type { Writing } from "./schema.ts"

type Named = Pick<Actor, "state" | "name" | "id">

const label = ({ state, name }: Named) => `${state}\n${name ?? ""}`

/** Everyone who takes part, and the state of each. */
export const takingPart = ({ participants, source, target }: Claim): readonly Named[] =>
  [...participants, ...source, ...target].flatMap(({ state, name, id }) => [
    ...(state === "-" ? [] : [{ state }]),
    ...(name ? [{ state, name, ...(id ? { id } : {}) }] : []),
  ])

/** The keys of actors, new ones entered. */
export async function actorKeys(db: Writing, actors: readonly Named[]): Promise<{ of(actor: Named): number }> {
  const wanted = new Map(actors.map(actor => [label(actor), actor]))
  const keys = new Map<string, number>()
  const known = await inParts([...new Set(actors.map(actor => actor.name ?? ""))], part =>
    db
      .selectFrom("actors")
      .select(["key", "state", "name"])
      .where("name", "in", part)
      .where("state", "in", [...new Set(actors.map(actor => actor.state))])
      .execute(),
  )
  for (const row of known) keys.set(label(row), row.key)
  const missing = [...wanted.values()].filter(actor => !keys.has(label(actor)))
  await inParts(missing, async part => {
    const entered = await db
      .insertInto("actors")
      .values(part.map(({ state, name, id }) => ({ state, name: name ?? "", id: id ?? null, events: 0 })))
      .returning(["key", "state", "name"])
      .execute()
    for (const row of entered) keys.set(label(row), row.key)
    await db
      .insertInto("actors_words")
      .values(entered.map(({ key, state, name }) => ({ rowid: key, name: `${state} ${name}` })))
      .execute()
    return []
  })
  return { of: actor => keys.get(label(actor))! }
}

/** Adds to how many events name each actor. */
export async function recount(db: Writing, changes: ReadonlyMap<number, number>): Promise<void> {
  const byChange = Map.groupBy(changes.keys(), actor => changes.get(actor)!)
  for (const [n, actors] of byChange)
    await inParts(actors, async part => {
      await db
        .updateTable("actors")
        .set(({ eb }) => ({ events: eb("events", "+", n) }))
        .where("key", "in", part)
        .execute()
      return []
    })
}
