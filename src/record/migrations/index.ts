import type { Migration } from "kysely/migration"
import { beginning } from "./beginning.ts"
import { corrections } from "./corrections.ts"
import { doubts } from "./doubts.ts"
import { outlines } from "./outlines.ts"
import { stories } from "./stories.ts"

/** Every change of the record's shape, in order. A name, once released, stays; a new change joins at the end. */
export const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "001-beginning": beginning,
  "002-stories": stories,
  "003-corrections": corrections,
  "004-outlines": outlines,
  "005-doubts": doubts,
}
