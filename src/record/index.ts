import { existsSync, statSync } from "node:fs"
import { join } from "node:path"
import { Kysely } from "kysely"
import { Migrator } from "kysely/migration"
import type { Claim } from "../model/claim.ts"
import type { Correction } from "../model/correction.ts"
import type { Document } from "../model/document.ts"
import type { DoubtKind } from "../model/doubts.ts"
import type { Filter, Part } from "./answers.ts"
import { correct, corrections as correctionsMade } from "./corrections.ts"
import { hashOf, type Kept, keep, type Linking, unlinked } from "./keep.ts"
import { MIGRATIONS } from "./migrations/index.ts"
import { actors } from "./questions/actors.ts"
import { chronology, toldOf } from "./questions/chronology.ts"
import { document, documents, heads } from "./questions/documents.ts"
import { allClaims, allDocuments, cases, corrections, deleted, events, told } from "./questions/everything.ts"
import { type Hearing, heardOf, nearby, pages } from "./questions/pages.ts"
import { review } from "./questions/review.ts"
import { timeline } from "./questions/timeline.ts"
import { everyVersion } from "./questions/versions.ts"
import { whyWithFar } from "./questions/why.ts"
import { type SavedRegister, savedRegisters, saveRegister } from "./registers.ts"
import type { Store, Tables } from "./schema.ts"
import { sqlite } from "./sqlite.ts"
import { kinsfolk, storyOf } from "./stories.ts"

export type * from "./answers.ts"
export { NoCorrection } from "./corrections.ts"
export { refusal } from "./edits.ts"
export type { Gathering } from "./events.ts"
export { type Kept, type Linking, unlinked } from "./keep.ts"
export type { PageAnswer } from "./questions/pages.ts"
export type { ScoredLink, Shelf } from "./shelf.ts"

/** The record cannot be opened: said in words for the user. */
export class NoRecord extends Error {}

/** Claims and their evidence, kept in one SQLite file. Everything asked of it comes with the words it rests on. */
export class Record {
  private readonly db: Store
  private readonly linking: Linking

  constructor(db: Store, linking: Linking) {
    this.db = db
    this.linking = linking
  }

  /** Whether the record holds this very text under this id, so that it need not be read again. */
  async holds({ id, text }: Document): Promise<boolean> {
    const hash = hashOf(text)
    const current = await this.db.selectFrom("documents").select("hash").where("id", "=", id).executeTakeFirst()
    if (current?.hash === hash) return true
    return (
      (await this.db
        .selectFrom("versions")
        .select("doc")
        .where("doc", "=", id)
        .where("hash", "=", hash)
        .executeTakeFirst()) !== undefined
    )
  }

  /** Keeps documents with what they tell, all or none. When the promise is fulfilled they are on the disk. */
  keep(told: readonly { readonly document: Document; readonly claims: readonly Claim[] }[]): Promise<readonly Kept[]> {
    return this.db.transaction().execute(async transaction => {
      const kept: Kept[] = []
      for (const { document: doc, claims } of told) kept.push(await keep(transaction, doc, claims, this.linking))
      return kept
    })
  }

  chronology = (filter: Filter, part: Part) => chronology(this.db, filter, part)
  timeline = (filter: Filter, bars?: number) => timeline(this.db, filter, bars)
  why = (event: string) => whyWithFar(this.db, this.linking, event)
  document = (id: string) => document(this.db, id)
  documents = (words: string | undefined, part: Part) => documents(this.db, words, part)
  actors = (words: string | undefined, part: Part) => actors(this.db, words, part)

  events = (filter: Filter) => events(this.db, filter)
  cases = (filter: Filter) => cases(this.db, filter)
  /** Every event asked for with its claims. */
  told = (filter: Filter) => told(this.db, filter)
  /** A part of the chronology with the claims behind its events. */
  toldOf = (filter: Filter, part: Part) => toldOf(this.db, filter, part)
  allDocuments = () => allDocuments(this.db)
  allClaims = () => allClaims(this.db)
  corrections = () => corrections(this.db)
  deleted = () => deleted(this.db)

  /** Documents with all that they tell. */
  pages = (docs: readonly string[]) => pages(this.db, docs)
  /** Documents in which an actor takes part in the latest events about an issue. */
  heardOf = (asked: Hearing, limit: number) => heardOf(this.db, asked, limit)
  nearby = (event: string, types: readonly string[], each: number) => nearby(this.db, event, types, each)
  /** What is known of documents without their texts. */
  heads = (docs: readonly string[]) => heads(this.db, docs)
  /** The documents of one story with this one. */
  storyOf = (doc: string) => storyOf(this.db, doc)
  /** Which of these documents are of one story, as pairs of ids. */
  kinsfolk = (docs: readonly string[]) => kinsfolk(this.db, docs)
  savedRegisters = () => savedRegisters(this.db)
  saveRegister = (register: Omit<SavedRegister, "made">) => saveRegister(this.db, register)
  /** What asks for a second look. */
  review = (kinds: readonly DoubtKind[] | undefined, part: Part) => review(this.db, kinds, part)
  correctionsMade = () => correctionsMade(this.db)
  everyVersion = () => everyVersion(this.db)

  /** Appends a correction and does what it says, all or nothing. */
  correct(correction: Omit<Correction, "number" | "made"> & { readonly made?: string }): Promise<Correction> {
    return this.db.transaction().execute(transaction => correct(transaction, this.linking, correction))
  }

  close = () => this.db.destroy()
}

/**
 * Opens a record, and makes or brings it up to date where that is asked for.
 * @param path the file; in a folder, `record.sqlite` in it
 * @throws NoRecord where there is none, or the file is something else
 */
export async function openRecord(
  path: string,
  { create = false, linking = unlinked }: { readonly create?: boolean; readonly linking?: Linking } = {},
): Promise<Record> {
  const file =
    path !== ":memory:" && existsSync(path) && statSync(path).isDirectory() ? join(path, "record.sqlite") : path
  if (!create && !existsSync(file)) throw new NoRecord(`there is no record at ${file}; "readout add FILE…" makes one`)
  let db: Store
  try {
    db = new Kysely<Tables>({ dialect: sqlite(file) })
    const { error } = await new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } }).migrateToLatest()
    if (error) throw error
  } catch (error) {
    throw new NoRecord(`${file} cannot be opened as a record: ${(error as Error).message}`)
  }
  return new Record(db, linking)
}
