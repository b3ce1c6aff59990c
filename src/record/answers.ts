import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import type { Doubt, DoubtKind } from "../model/doubts.ts"
import type { EventType, Status } from "../model/event.ts"
import type { DocumentHead, GatheredEvent } from "../model/gathered.ts"

/** Which part of a long answer. */
export interface Part {
  readonly limit: number
  readonly offset: number
}

export interface ChronologyAnswer extends Part {
  /** All events that match, whatever the limit. */
  readonly total: number
  readonly zone: string | null
  readonly events: readonly GatheredEvent[]
}

export interface TimelineAnswer {
  readonly total: number
  /** How many of them have no day. */
  readonly undated: number
  /** Events a day, by type and status; an interval counts on its first day. */
  readonly days: readonly {
    readonly day: string
    readonly type: EventType
    readonly status: Status
    readonly events: number
  }[]
  readonly types: Readonly<Record<string, number>>
  readonly statuses: Readonly<Record<string, number>>
  readonly issues: Readonly<Record<string, number>>
}

export interface DocumentAnswer {
  readonly document: Document
  /** What it tells, in the order of its text, each with the event it belongs to. */
  readonly claims: readonly { readonly event: string; readonly claim: Claim }[]
}

export interface DocumentsAnswer extends Part {
  readonly total: number
  readonly documents: readonly { readonly document: DocumentHead; readonly claims: number }[]
}

export interface ActorsAnswer extends Part {
  readonly total: number
  readonly actors: readonly {
    readonly state: string
    readonly name?: string
    readonly id?: string
    readonly events: number
  }[]
}

export interface ReviewAnswer extends Part {
  readonly total: number
  /** How many there are of each kind; a claim may have several. Of pairs, the most alike are counted, up to a thousand. */
  readonly kinds: Readonly<Record<DoubtKind, number>>
  /** Each with the claim that it is about, or the two that may tell of one event. */
  readonly items: readonly {
    readonly doubts: readonly Doubt[]
    readonly told: readonly { readonly event: string; readonly claim: Claim; readonly document: DocumentHead }[]
  }[]
}

export type { Filter } from "../model/filter.ts"
/** The answers that other rooms speak of, too. */
export type { Case as WhyAnswer, DocumentHead, GatheredEvent as EventAnswer } from "../model/gathered.ts"
