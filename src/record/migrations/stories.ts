import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

const STATEMENTS = [
  `create table story_keys (story_key text not null, doc integer not null, primary key (story_key, doc)) strict, without rowid`,
  `create index story_keys_doc on story_keys (doc)`,
  `create table lineages (
     a text not null, b text not null, kind text not null, origin text, found text not null,
     primary key (a, b), check (a < b)) strict, without rowid`,
  `create index lineages_b on lineages (b)`,
  `create table registers (name text not null primary key, made text not null, author text not null, register text not null) strict`,
]

/** Stories: which documents are copies, versions or retellings of one text. Registers that users save. */
export const stories: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
