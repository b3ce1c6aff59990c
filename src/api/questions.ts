import type { Record } from "../record/index.ts"

export type { Filter, Part } from "../record/index.ts"

/** What the routes ask of a record: all of it reading, all of it answered with totals and evidence. */
export type Questions = Omit<Record, "holds" | "keep" | "correct" | "saveRegister" | "close">
