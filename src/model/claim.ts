import type { Edited } from "./correction.ts"
import type { EventRecord } from "./eventRecord.ts"

/** One document telling of one event: the unit that is kept, linked and corrected. */
export interface Claim extends EventRecord {
  /** What people set, with what the program had read; absent where nobody did. */
  readonly edited?: readonly Edited[]
  /** Who looked at it and found it right. */
  readonly accepted?: { readonly author: string; readonly correction: number }
}

/** A judgement on two claims: do they tell of one event? It can be undone; nothing is overwritten by it. */
export interface Link {
  readonly a: string
  readonly b: string
  readonly verdict: "same" | "different" | "unsure"
  /** Why, in words a reader can check: "other ROK minister", "111 days apart". */
  readonly reasons: readonly string[]
  /** "program", or the name of the person who judged. */
  readonly judge: string
}
