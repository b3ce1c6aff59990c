import { type Kysely, sql } from "kysely"
import type { Migration } from "kysely/migration"
import type { Claim } from "../../model/claim.ts"
import { enterDoubts } from "../doubts.ts"
import type { Tables } from "../schema.ts"

const STATEMENTS = [
  `create table doubts (kind text not null, claim integer not null, primary key (kind, claim)) strict, without rowid`,
  `create index doubts_claim on doubts (claim)`,
  // The most alike first: these are the likeliest to be one.
  `create index links_unsure on links (score desc, key, a, b) where verdict = 'unsure' and judge = 'program'`,
]

/** How many claims are held in memory at once. */
const STEP = 1000

/** What asks for a second look. */
export const doubts: Migration = {
  async up(db: Kysely<Tables>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db)
    for (let last = 0; ; ) {
      const { rows } = await sql<{ key: number; record: string }>`
        select key, record from claims where key > ${last} and event is not null order by key limit ${STEP}`.execute(db)
      await enterDoubts(
        db,
        rows.map(({ key, record }) => ({ key, claim: JSON.parse(record) as Claim })),
      )
      if (rows.length < STEP) return
      last = rows.at(-1)!.key
    }
  },
}
