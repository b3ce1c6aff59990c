import type { Claim, Link } from "./claim.ts"
import type { Document } from "./document.ts"
import type { EventRecord } from "./eventRecord.ts"
import type { Actor } from "./layers.ts"

/** A document without its text. */
export type DocumentHead = Omit<Document, "text">

/** What of a claim shows from whose side its document tells, and of which day. */
export interface Outline {
  /** The claim's own day, as its date has it. */
  readonly day: string | null
  /** The outermost teller inside the text; absent where the document tells itself. */
  readonly teller?: Pick<Actor, "state" | "name">
}

/** An event gathered from its claims; its values and words are those of its clearest claim. */
export interface GatheredEvent extends Omit<EventRecord, "doc"> {
  /** The date as days of the zone asked for; "first/last" where it may fall on either. */
  readonly day: string | null
  /** Id of the document whose claim gives the values and words. */
  readonly clearest: string
  readonly documents: readonly DocumentHead[]
  /** How many claims stand behind it. */
  readonly claims: number
}

/** An event with every claim that tells of it. */
export interface Telling {
  readonly event: GatheredEvent
  readonly claims: readonly { readonly claim: Claim; readonly document: DocumentHead }[]
}

/** Everything behind an event. */
export interface Case extends Telling {
  /** Why these claims are held to tell of one event. */
  readonly reasons: readonly (Pick<Link, "reasons" | "judge"> & { readonly claims: readonly [string, string] })[]
  /** Events that resemble it and are kept apart. */
  readonly lookalikes: readonly (Pick<Link, "reasons" | "judge"> & {
    readonly event: GatheredEvent
    readonly verdict: "different" | "unsure"
  })[]
}
