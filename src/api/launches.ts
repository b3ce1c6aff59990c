import type { z } from "zod"
import { counts } from "../linking/counts.ts"
import type * as answer from "./answers.ts"
import type { Filter, Questions } from "./questions.ts"

/**
 * The launch ledger: every launch or test that took place, with the running counts that its tellers give, each set against the
 * record's own count. Neither is corrected by the other.
 */
export async function launches(
  questions: Questions,
  filter: Pick<Filter, "actor" | "since" | "until" | "zone">,
): Promise<z.infer<typeof answer.launchList>> {
  const found = await Array.fromAsync(
    questions.cases({ ...filter, types: ["launch"], statuses: ["happened", "ongoing"] }),
    ({ event, claims }) => ({ event, claims: claims.map(({ claim }) => claim) }),
  )
  const told = counts(found.map(({ event: { id }, claims }) => ({ id, claims })))
  const byClaim = Map.groupBy(told, ({ claim }) => claim)
  return {
    total: found.length,
    launches: found.map(({ event, claims }) => ({ event, counts: claims.flatMap(({ id }) => byClaim.get(id) ?? []) })),
  }
}
