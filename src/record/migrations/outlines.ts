import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"

const STATEMENTS = [
  `alter table claims add column day text`,
  `alter table claims add column teller_state text`,
  `alter table claims add column teller_name text`,
  `update claims set day = json_extract(record, '$.date.value'), teller_state = json_extract(record, '$.saidBy[0].state'),
     teller_name = json_extract(record, '$.saidBy[0].name')`,
  // Positions are followed through many claims, of which most are looked at in brief: these indexes hold all that is wanted.
  `drop index claims_doc`,
  `create index claims_doc on claims (doc, event, type, day, teller_state, teller_name)`,
  `drop index claims_event`,
  `create index claims_event on claims (event, doc)`,
]

/** Claims in brief: their days and tellers beside the whole. */
export const outlines: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
  },
}
