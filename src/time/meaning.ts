import type { Unit } from "./calendar.ts"

/** From where an expression is counted: the day of publication, or the nearest earlier date told in the story. */
export type Anchor = "publication" | "story"

/** Which of the possible days is meant, where the words say so: "last Friday", "next May". */
export type Which = "last" | "this" | "next" | "that"

/** Fields of the calendar that the words name; those left out come from the anchor. */
export interface Fields {
  readonly year?: number
  readonly month?: number
  readonly day?: number
  /** 1 Monday … 7 Sunday. */
  readonly weekday?: number
  readonly season?: string
  readonly quarter?: number
  readonly half?: number
  readonly holiday?: string
  readonly fiscal?: boolean
  /** Last day of month, or last year, of a run: "2–4 February", "1914–18". */
  readonly untilDay?: number
  readonly untilYear?: number
  readonly which?: Which
  /** Whether they are counted from the day told before: "the following Tuesday", "the previous May". */
  readonly fromStory?: boolean
  /** The unit that holds them: "Friday of last week", "the third quarter of this year". */
  readonly in?: Meaning
}

/** What may be added to any meaning. */
export interface Extras {
  readonly mod?: string
  /** Part of the day or clock time, as TIMEX3 writes it after the "T": "MO", "10:30". */
  readonly clock?: string
  readonly zone?: string
}

/** What an expression says, before it is counted from anything. */
export type Meaning = (
  | ({ readonly is: "calendar" } & Fields)
  /** "last week", "this year", "today": a whole unit, `shift` units from the anchor's. */
  | { readonly is: "period"; readonly unit: Unit | "WE"; readonly shift: number; readonly from: Anchor }
  /** "three days ago", "two weeks later", "one day after …". */
  | {
      readonly is: "offset"
      readonly count: number
      readonly unit: Unit
      /** Shorter units beside it: "a year and two months ago". */
      readonly more?: readonly { readonly count: number; readonly unit: Unit }[]
      readonly from: Anchor | Meaning
    }
  /** "one day after the two talked": so long before or after what the clause tells. */
  | { readonly is: "chain"; readonly count: number; readonly unit: Unit; readonly value?: string }
  /** The nth unit within another: "the first week of May". */
  | { readonly is: "nth"; readonly nth: number; readonly unit: Unit; readonly weekday?: number; readonly in: Meaning }
  | {
      readonly is: "duration"
      readonly value: string
      readonly toward?: -1 | 1
      readonly count?: number
      readonly unit?: Unit
    }
  | { readonly is: "set"; readonly value: string }
  /** A value that needs no anchor: "the 1990s", "now", an ISO date. */
  | { readonly is: "fixed"; readonly value: string }
  /** Only the end of the calendar is known: "the 25th". */
  | { readonly is: "dayOfMonth"; readonly day: number }
) &
  Extras

export const calendar = (fields: Fields, extras: Extras): Meaning => ({ is: "calendar", ...fields, ...extras })
