import type { Certainty } from "../model/document.ts"
import type { Day } from "./calendar.ts"
import type { Direction } from "./direction.ts"

/** From where, and in which direction, an expression is counted. */
export interface Anchors {
  /** The day to count from: that of publication in its zone; absent where the document bears no date. */
  readonly published?: Day
  /** What that day is called where another than publication is meant: "2022-05-03, told before". */
  readonly name?: string
  /** The value told last before this expression, where it names days. */
  readonly story?: string
  /** -1 where the words around look back, 1 where they look ahead, 0 where they do not say. */
  readonly direction: Direction
  /** Whether the text tells a history, so that "in April" belongs to the year told of, not to that of publication. */
  readonly history: boolean
}

/** A value on the calendar, with how it was reached. */
export interface Value {
  readonly timex: string
  readonly date?: string | null
  readonly partial?: string
  readonly certainty: Certainty
  readonly reason: string
}

/** A value that stands in the words. */
export const stated = (timex: string, reason: string): Value => ({ timex, certainty: "stated", reason })
/** A value worked out from the words and what they are counted from. */
export const implied = (timex: string, reason: string): Value => ({ timex, certainty: "implied", reason })

/** Nothing to count from: what the words themselves say is kept, the rest is not invented. */
export function unknown(timex: string): Value {
  return {
    timex,
    date: null,
    ...(/\d/.test(timex) ? { partial: timex } : {}),
    certainty: "stated",
    reason: "nothing to count from",
  }
}
