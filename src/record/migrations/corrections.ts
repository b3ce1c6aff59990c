import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

const STATEMENTS = [
  // What the program read, kept from the first edit on, so that every edit can be undone.
  `create table readings (claim text not null primary key, record text not null) strict, without rowid`,
  `create table rejected (claim text not null primary key, correction integer not null) strict, without rowid`,
]

/** What corrections stand on: claims as they were read, and claims that people rejected. */
export const corrections: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
