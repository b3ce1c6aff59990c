import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import type { EventType, Issue, Status } from "../model/event.ts"
import type { EventRecord } from "../model/eventRecord.ts"

/** Which events are asked for; what is left out does not narrow the answer. */
export interface Filter {
  /** State code, actor id, or words of a name. */
  readonly actor?: string
  readonly types?: readonly EventType[]
  readonly issues?: readonly Issue[]
  readonly statuses?: readonly Status[]
  /** First and last day, ISO, both included; a month or year stands for all its days. */
  readonly since?: string
  readonly until?: string
  /** Id of a document that tells of the event. */
  readonly doc?: string
  /** IANA zone whose days are meant; where left out, each event keeps the day of its own place. */
  readonly zone?: string
}

/** Which part of a long answer. */
export interface Part {
  readonly limit: number
  readonly offset: number
}

/** A document without its text. */
export type DocumentHead = Omit<Document, "text">

/** An event gathered from its claims; its values and words are those of its clearest claim. */
export interface EventAnswer extends Omit<EventRecord, "doc"> {
  /** The date as days of the zone asked for; "first/last" where it may fall on either. */
  readonly day: string | null
  /** Id of the document whose claim gives the values and words. */
  readonly clearest: string
  readonly documents: readonly DocumentHead[]
  /** How many claims stand behind it. */
  readonly claims: number
}

export interface ChronologyAnswer extends Part {
  /** All events that match, whatever the limit. */
  readonly total: number
  readonly zone: string | null
  readonly events: readonly EventAnswer[]
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

/** Everything behind an event. */
export interface WhyAnswer {
  readonly event: EventAnswer
  readonly claims: readonly { readonly claim: Claim; readonly document: DocumentHead }[]
  /** Why these claims are held to tell of one event. */
  readonly reasons: readonly {
    readonly claims: readonly [string, string]
    readonly reasons: readonly string[]
    readonly judge: string
  }[]
  /** Events that resemble it and are kept apart. */
  readonly lookalikes: readonly {
    readonly event: EventAnswer
    readonly verdict: "different" | "unsure"
    readonly reasons: readonly string[]
    readonly judge: string
  }[]
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
