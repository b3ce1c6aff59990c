import { createHash } from "node:crypto"
import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import { enterDoubts } from "./doubts.ts"
import { removeEvents } from "./events.ts"
import type { Writing } from "./schema.ts"
import { Shelf } from "./shelf.ts"

/** How claims become events: the linking room knows; the record only keeps. Called within the transaction that keeps the document. */
export interface Linking {
  /** Links a document and its claims, which the record holds already, to what it held before, and gathers them into events. */
  join(shelf: Shelf, doc: Document, claims: readonly Claim[]): Promise<void>
  /** Gathers anew what hung together with claims that are gone; `left` are the claims that stood with them in one event. */
  part(shelf: Shelf, left: readonly string[]): Promise<void>
  /** Event types among which look-alikes of a type are sought far away in time. */
  alike?(type: Claim["type"]): readonly Claim["type"][]
  /** How two claims that were never compared stand to each other; nothing where they do not resemble each other. */
  resemblance?(
    a: Claim,
    b: Claim,
  ): { readonly verdict: "different" | "unsure"; readonly reasons: readonly string[] } | undefined
}

/** Every claim an event of its own. */
export const unlinked: Linking = {
  join: (shelf, _doc, claims) => shelf.regather([], claims.map(one)),
  part: (shelf, left) =>
    shelf.regather(
      [],
      left.map(id => one({ id })),
    ),
}
const one = ({ id }: { readonly id: string }) => ({ id, claims: [id] })

/** What adding a document did. */
export type Kept = "new" | "version" | "older-version" | "known"

export const hashOf = (text: string): string => createHash("sha256").update(JSON.stringify(text)).digest("hex")

/**
 * Keeps a document with what it tells. The same id and text changes nothing; the same id with other text is a version of it:
 * the one published later, else the one that came later, is the current one, whose claims count.
 */
export async function keep(db: Writing, doc: Document, claims: readonly Claim[], linking: Linking): Promise<Kept> {
  const hash = hashOf(doc.text)
  const known = await db.selectFrom("documents").selectAll().where("id", "=", doc.id).executeTakeFirst()
  if (known?.hash === hash) return "known"
  const shelf = new Shelf(db)
  const added = new Date().toISOString()
  if (!known) {
    await insert(db, doc, hash, 1, added)
    await tell(db, shelf, doc, claims, linking)
    return "new"
  }
  const before = await db.selectFrom("versions").select("hash").where("doc", "=", doc.id).execute()
  if (before.some(version => version.hash === hash)) return "known"
  const version = before.length + 2
  if (known.published && doc.published && doc.published < known.published) {
    await db
      .insertInto("versions")
      .values({ doc: doc.id, hash, version, added, document: JSON.stringify(doc), claims: JSON.stringify(claims) })
      .execute()
    return "older-version"
  }
  const told = await db
    .selectFrom("claims")
    .select(["id", "record"])
    .where("doc", "=", known.key)
    .orderBy("key")
    .execute()
  await db
    .insertInto("versions")
    .values({
      doc: doc.id,
      hash: known.hash,
      version: known.version,
      added: known.added,
      document: JSON.stringify(documentOf(known)),
      claims: `[${told.map(claim => claim.record).join(",")}]`,
    })
    .execute()
  await untell(
    db,
    shelf,
    told.map(claim => claim.id),
    linking,
  )
  await db
    .insertInto("documents_words")
    // FTS5's own way to take a row out of an index whose text lies elsewhere.
    .values({ documents_words: "delete", rowid: known.key, title: known.title, text: known.text } as never)
    .execute()
  const key = known.key
  await db
    .updateTable("documents")
    .set({ ...columns(doc), hash, version, added })
    .where("key", "=", key)
    .execute()
  await db
    .insertInto("documents_words")
    .values({ rowid: key, title: doc.title ?? null, text: doc.text.toWellFormed() })
    .execute()
  await tell(db, shelf, doc, claims, linking)
  return "version"
}

function columns({ id, title, published, zone, outlet, url, lang, text }: Document) {
  const whole = text.isWellFormed()
  return {
    id,
    title: title ?? null,
    published: published ?? null,
    zone: zone ?? null,
    outlet: outlet ?? null,
    url: url ?? null,
    lang: lang ?? null,
    text: text.toWellFormed(),
    exact: whole ? null : JSON.stringify(text),
  }
}

async function insert(db: Writing, doc: Document, hash: string, version: number, added: string): Promise<void> {
  const row = columns(doc)
  const { key } = await db
    .insertInto("documents")
    .values({ ...row, version, hash, added })
    .returning("key")
    .executeTakeFirstOrThrow()
  await db.insertInto("documents_words").values({ rowid: key, title: row.title, text: row.text }).execute()
}

/** Keeps what a document tells, and has it linked. */
async function tell(
  db: Writing,
  shelf: Shelf,
  doc: Document,
  claims: readonly Claim[],
  linking: Linking,
): Promise<void> {
  const { key } = await db.selectFrom("documents").select("key").where("id", "=", doc.id).executeTakeFirstOrThrow()
  const rows = claims.map(claim => ({
    id: claim.id,
    doc: key,
    ...columnsOf(claim),
  }))
  for (let at = 0; at < rows.length; at += 1000)
    await db
      .insertInto("claims")
      .values(rows.slice(at, at + 1000))
      .execute()
  const kept = await db.selectFrom("claims").select(["key", "id"]).where("doc", "=", key).execute()
  const keys = new Map(kept.map(row => [row.id, row.key]))
  await enterDoubts(
    db,
    claims.map(claim => ({ key: keys.get(claim.id)!, claim })),
  )
  await linking.join(shelf, doc, claims)
}

/** What of a claim stands in columns, beside the whole of it. */
export function columnsOf(claim: Claim) {
  const { type, status, date, saidBy } = claim
  return {
    type,
    status,
    record: JSON.stringify(claim),
    day: date.value,
    teller_state: saidBy[0]?.state ?? null,
    teller_name: saidBy[0]?.name ?? null,
  }
}

/** Takes claims out, with their keys and the program's links, and has what they leave behind gathered anew. */
async function untell(db: Writing, shelf: Shelf, gone: readonly string[], linking: Linking): Promise<void> {
  const events = await shelf.eventsOf(gone)
  const going = new Set(gone)
  const left = events.flatMap(event => event.claims).filter(id => !going.has(id))
  await removeEvents(db, gone)
  for (const id of gone) {
    for (const table of ["blocks", "doubts"] as const)
      await db
        .deleteFrom(table)
        .where("claim", "in", ({ selectFrom }) => selectFrom("claims").select("key").where("id", "=", id))
        .execute()
    for (const end of ["a", "b"] as const)
      await db.deleteFrom("links").where(end, "=", id).where("judge", "=", "program").execute()
    await db.deleteFrom("claims").where("id", "=", id).execute()
  }
  if (left.length) await linking.part(shelf, left)
}

/** A document as it came in. */
export function documentOf(row: {
  readonly id: string
  readonly title: string | null
  readonly published: string | null
  readonly zone: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly lang: string | null
  readonly text: string
  readonly exact: string | null
}): Document {
  const { id, text, exact, title, published, zone, outlet, url, lang } = row
  const said = Object.entries({ title, published, zone, outlet, url, lang }).filter(([, value]) => value !== null)
  return { id, ...Object.fromEntries(said), text: exact === null ? text : (JSON.parse(exact) as string) }
}
