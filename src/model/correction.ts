/** What a person may do to what the program found. Words and places in the text are evidence, and nobody edits them. */
export type CorrectionAct =
  | { readonly kind: "accept"; readonly claims: readonly string[] }
  | { readonly kind: "reject"; readonly claims: readonly string[] }
  /** Sets a value of a claim: "type", "status", "date.value", "participants", "source", "target", "issues", "slots.place.value" … */
  | { readonly kind: "edit"; readonly claim: string; readonly field: string; readonly value: unknown }
  /** Says that claims tell of one event. */
  | { readonly kind: "merge"; readonly claims: readonly string[]; readonly with: readonly string[] }
  /** Says that claims tell of another event than the rest. */
  | { readonly kind: "split"; readonly claims: readonly string[]; readonly from: readonly string[] }
  | { readonly kind: "undo"; readonly correction: number }

/** A correction as it was made: appended, never changed. */
export interface Correction {
  readonly number: number
  /** Instant at which it was made. */
  readonly made: string
  readonly author: string
  readonly reason: string
  readonly act: CorrectionAct
}

/** A value of a claim that a person set, beside what the program had read. */
export interface Edited {
  readonly field: string
  readonly was: unknown
  readonly author: string
  readonly correction: number
}
