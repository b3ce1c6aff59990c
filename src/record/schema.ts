import type { ColumnType, Generated, Kysely, Transaction } from "kysely"
import type { Status } from "../model/event.ts"

/** Where in time an event lies; the same columns stand wherever events are looked up by day. */
export interface When {
  /**
   * What events are ordered by: the first instant that the day may mean, in UTC ("2022-02-02T05:00:00.000Z"); the day itself,
   * taken in UTC, where its zone is not known; "9999" where no day is known.
   */
  moment: string
  /** First and last calendar day of its own place; null where no day is known. "On or before" counts on its last day. */
  first_day: string | null
  last_day: string | null
  /** 1 where the days are more than a week, so that a search by days must look further back for it. */
  wide: number
}

/** The current version of every document. */
export interface DocumentsTable {
  key: Generated<number>
  id: string
  version: number
  title: string | null
  published: string | null
  zone: string | null
  outlet: string | null
  url: string | null
  lang: string | null
  text: string
  /** The text as JSON where it holds lone surrogates, which SQLite cannot keep; else null. */
  exact: string | null
  /** SHA-256 of the text: documents that share it are copies. */
  hash: string
  /** Instant at which this version came in. */
  added: string
}

/** Versions that are no longer, or never became, the current one. */
export interface VersionsTable {
  doc: string
  hash: string
  version: number
  added: string
  /** The document as JSON. */
  document: string
  /** What it told, as a JSON list of claims. */
  claims: string
}

/** One document telling of one event. */
export interface ClaimsTable {
  key: Generated<number>
  id: string
  doc: number
  event: number | null
  type: string
  status: Status
  /** The claim as JSON: everything read, with its quotes. */
  record: string
  /** From the record, for looking at many claims in brief: the claim's own day, and its outermost teller. */
  day: string | null
  teller_state: string | null
  teller_name: string | null
}

/** For what a claim asks for a second look. */
export interface DoubtsTable {
  kind: string
  claim: number
}

/** Claims gathered. Its values are those of its clearest claim. */
export interface EventsTable extends When {
  key: Generated<number>
  id: string
  type: string
  status: Status
  utc_from: string | null
  utc_to: string | null
  /** Key of the clearest claim. */
  clearest: number
  /** How many claims it gathers. */
  claims: number
}

/** A state, body, person, office or organisation that acts in some event. */
export interface ActorsTable {
  key: Generated<number>
  state: string
  /** Empty for the state itself. */
  name: string
  id: string | null
  /** How many events name it. */
  events: number
}

/** Which events an actor takes part in; a person also counts for the state. */
export interface PartiesTable extends When {
  party: number
  event: number
  type: string
  status: Status
}

/** Which events are about an issue. */
export interface TopicsTable extends When {
  issue: string
  event: number
  type: string
  status: Status
}

/** Keys under which look-alikes of a claim are sought. */
export interface BlocksTable {
  block: string
  claim: number
}

/** Judgements on two claims, in the order in which they were made; nothing is overwritten. `a` < `b`. */
export interface LinksTable {
  key: Generated<number>
  a: string
  b: string
  verdict: "same" | "different" | "unsure"
  /** JSON list of words. */
  reasons: string
  judge: string
  /** How sure the judgement is, for the order of gathering. */
  score: number
}

/** Keys under which texts of one story are sought. */
export interface StoryKeysTable {
  story_key: string
  doc: number
}

/** Two documents of one story. `a` < `b`. */
export interface LineagesTable {
  a: string
  b: string
  kind: string
  /** The document that the other is made from. */
  origin: string | null
  /** The whole finding with its shared words, as JSON. */
  found: string
}

/** Registers that users saved: questions over the record with their own columns. */
export interface RegistersTable {
  name: string
  made: string
  author: string
  /** As JSON. */
  register: string
}

/** Claims as the program read them, kept from the first edit on. */
export interface ReadingsTable {
  claim: string
  record: string
}

/** Claims that people rejected: kept, and part of no event. */
export interface RejectedTable {
  claim: string
  correction: number
}

/** What people corrected: appended, never changed. */
export interface CorrectionsTable {
  key: Generated<number>
  made: string
  author: string
  kind: string
  reason: string
  /** What is corrected and how, as JSON. */
  body: string
}

/** What the record held once and holds no longer, so that whoever copied it can follow. */
export interface DeletedTable {
  kind: "event" | "document"
  id: string
  deleted: string
  reason: string
}

export interface Tables {
  documents: DocumentsTable
  documents_words: { rowid: number; title: string | null; text: string; rank: ColumnType<number, never, never> }
  versions: VersionsTable
  claims: ClaimsTable
  doubts: DoubtsTable
  events: EventsTable
  actors: ActorsTable
  actors_words: { rowid: number; name: string; rank: ColumnType<number, never, never> }
  parties: PartiesTable
  topics: TopicsTable
  blocks: BlocksTable
  links: LinksTable
  story_keys: StoryKeysTable
  lineages: LineagesTable
  registers: RegistersTable
  readings: ReadingsTable
  rejected: RejectedTable
  corrections: CorrectionsTable
  deleted: DeletedTable
}

export type Store = Kysely<Tables>
export type Writing = Transaction<Tables>
