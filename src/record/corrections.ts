import type { Claim } from "../model/claim.ts"
import type { Correction, CorrectionAct } from "../model/correction.ts"
import { enterDoubts } from "./doubts.ts"
import { corrected, misfit, refusal } from "./edits.ts"
import { removeEvents } from "./events.ts"
import { columnsOf, documentOf, type Linking } from "./keep.ts"
import type { Store, Writing } from "./schema.ts"
import { Shelf } from "./shelf.ts"

/** A correction cannot be made: said in words for the user. */
export class NoCorrection extends Error {}

/** Every correction, in the order in which they were made. */
export async function corrections(db: Store | Writing): Promise<readonly Correction[]> {
  const rows = await db.selectFrom("corrections").selectAll().orderBy("key").execute()
  return rows.map(({ key, made, author, reason, body }) => ({
    number: key,
    made,
    author,
    reason,
    act: JSON.parse(body) as CorrectionAct,
  }))
}

/**
 * Appends a correction and does what it says.
 * @param made the instant at which it was made, when an old correction is made again on a rebuilt record
 * @throws NoCorrection where it names no claim of the record, or touches evidence
 */
export async function correct(
  db: Writing,
  linking: Linking,
  {
    author,
    reason,
    act,
    made = new Date().toISOString(),
  }: Omit<Correction, "number" | "made"> & { readonly made?: string },
): Promise<Correction> {
  if (!author.trim() || author === "program") throw new NoCorrection("a correction needs the name of a person")
  if (!reason.trim()) throw new NoCorrection("a correction needs a reason")
  const { key: number } = await db
    .insertInto("corrections")
    .values({ made, author, kind: act.kind, reason, body: JSON.stringify(act) })
    .returning("key")
    .executeTakeFirstOrThrow()
  const correction = { number, made, author, reason, act }
  await carryOut(db, linking, correction)
  return correction
}

async function carryOut(db: Writing, linking: Linking, correction: Correction): Promise<void> {
  const { act } = correction
  const shelf = new Shelf(db)
  switch (act.kind) {
    case "accept":
    case "reject": {
      await demand(db, act.claims)
      for (const claim of act.claims) {
        if (act.kind === "reject") {
          await db
            .insertInto("rejected")
            .values({ claim, correction: correction.number })
            .onConflict(conflict => conflict.doNothing())
            .execute()
        }
        await renew(db, shelf, linking, claim)
      }
      return
    }
    case "edit": {
      const no = refusal(act.field) ?? misfit(act.field, act.value)
      if (no) throw new NoCorrection(no)
      await demand(db, [act.claim])
      await renew(db, shelf, linking, act.claim)
      return
    }
    case "merge":
      await demand(db, [...act.claims, ...act.with])
      await judge(shelf, correction, "same", act.claims, act.with)
      await linking.part(shelf, [...act.claims, ...act.with])
      return
    case "split":
      await demand(db, [...act.claims, ...act.from])
      await judge(shelf, correction, "different", act.claims, act.from)
      await linking.part(shelf, [...act.claims, ...act.from])
      return
    case "undo":
      await undo(db, shelf, linking, act.correction)
  }
}

async function undo(db: Writing, shelf: Shelf, linking: Linking, number: number): Promise<void> {
  const undone = (await corrections(db)).find(c => c.number === number)
  if (!undone) throw new NoCorrection(`there is no correction ${number}`)
  const { act } = undone
  if (act.kind === "undo") throw new NoCorrection("an undo is not undone; make the correction again")
  if (act.kind === "accept" || act.kind === "reject") {
    await db.deleteFrom("rejected").where("correction", "=", number).execute()
    for (const claim of act.claims) await renew(db, shelf, linking, claim)
  } else if (act.kind === "edit") await renew(db, shelf, linking, act.claim)
  else {
    await db
      .deleteFrom("links")
      .where("judge", "!=", "program")
      .where("reasons", "like", `%"correction ${number}"]`)
      .execute()
    await linking.part(shelf, [...act.claims, ...(act.kind === "merge" ? act.with : act.from)])
  }
}

async function demand(db: Writing, claims: readonly string[]): Promise<void> {
  for (const claim of claims) {
    const known = await db.selectFrom("claims").select("key").where("id", "=", claim).executeTakeFirst()
    if (!known) throw new NoCorrection(`the record holds no claim "${claim}"`)
  }
}

/** Judges every pair of the two lists, so that no program's judgement on a pair stands against it. */
async function judge(
  shelf: Shelf,
  { number, author, reason }: Correction,
  verdict: "same" | "different",
  ours: readonly string[],
  theirs: readonly string[],
): Promise<void> {
  const pairs = ours.flatMap(a => theirs.filter(b => b !== a).map(b => (a < b ? { a, b } : { a: b, b: a })))
  if (!pairs.length) throw new NoCorrection("the two are one already")
  await shelf.link(
    pairs.map(pair => ({ ...pair, verdict, reasons: [reason, `correction ${number}`], judge: author, score: 0 })),
  )
}

/** Makes a claim what the program read, with every edit that stands, and gathers anew; a rejected one belongs to no event. */
async function renew(db: Writing, shelf: Shelf, linking: Linking, id: string): Promise<void> {
  const row = await db
    .selectFrom("claims")
    .innerJoin("documents", "documents.key", "claims.doc")
    .select(["claims.key as claim_key", "record"])
    .selectAll("documents")
    .where("claims.id", "=", id)
    .executeTakeFirstOrThrow()
  const kept = await db.selectFrom("readings").select("record").where("claim", "=", id).executeTakeFirst()
  if (!kept) await db.insertInto("readings").values({ claim: id, record: row.record }).execute()
  const claim = corrected(JSON.parse(kept?.record ?? row.record) as Claim, await corrections(db))
  const left = (await shelf.eventsOf([id])).flatMap(event => event.claims).filter(other => other !== id)
  await removeEvents(db, [id])
  for (const table of ["blocks", "doubts"] as const)
    await db.deleteFrom(table).where("claim", "=", row.claim_key).execute()
  for (const end of ["a", "b"] as const)
    await db.deleteFrom("links").where(end, "=", id).where("judge", "=", "program").execute()
  await db.updateTable("claims").set(columnsOf(claim)).where("key", "=", row.claim_key).execute()
  if (left.length) await linking.part(shelf, left)
  const rejected = await db.selectFrom("rejected").select("claim").where("claim", "=", id).executeTakeFirst()
  if (rejected) return
  await enterDoubts(db, [{ key: row.claim_key, claim }])
  await linking.join(shelf, documentOf(row), [claim])
}
