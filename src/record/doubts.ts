import type { Claim } from "../model/claim.ts"
import { doubtsOf } from "../model/doubts.ts"
import { inParts } from "./parts.ts"
import type { Store, Writing } from "./schema.ts"

/** Enters for what claims ask for a second look. */
export async function enterDoubts(
  db: Store | Writing,
  claims: readonly { readonly key: number; readonly claim: Claim }[],
): Promise<void> {
  const rows = claims.flatMap(({ key, claim }) =>
    [...new Set(doubtsOf(claim).map(doubt => doubt.kind))].map(kind => ({ kind, claim: key })),
  )
  await inParts(rows, async part => {
    await db.insertInto("doubts").values(part).execute()
    return []
  })
}
