import { type Certainty, type Cited, type Document, type Quote, quote, type Span } from "./document.ts"
import { EVENT_TYPES, type EventType, type Issue, type Status } from "./event.ts"
import type { SuggestedDate } from "./halfDate.ts"
import type { Actor, Event } from "./layers.ts"

/** An actor of an event record, with the words it rests on. */
export interface RecordActor extends Actor {
  readonly certainty: Certainty
  readonly reason?: string
  readonly evidence: readonly Quote[]
}

/** The date of an event record. */
export interface RecordDate {
  readonly value: string | null
  readonly partial?: string
  /** What `partial` can mean by facts known beside the text: implied, and no part of the value. */
  readonly suggested?: SuggestedDate
  readonly zone?: string
  readonly utc?: { readonly from: string; readonly to: string }
  readonly certainty: Certainty
  readonly reason?: string
  readonly evidence: readonly Quote[]
}

/** One event as one document tells it, as plain data that may leave home: the line of `--format jsonl`. */
export interface EventRecord {
  readonly doc: string
  /** Made from document and content, so that reading the same text again gives the same id. */
  readonly id: string
  readonly type: EventType
  readonly plover: { readonly event: string; readonly mode?: string; readonly context?: readonly string[] }
  readonly cameo?: string
  readonly status: Status
  readonly statusEvidence: readonly Quote[]
  readonly participants: readonly RecordActor[]
  readonly source: readonly RecordActor[]
  readonly target: readonly RecordActor[]
  readonly date: RecordDate
  /** Tellers inside the text, outermost first, without outlet and doer. */
  readonly saidBy: readonly RecordActor[]
  /** The whole chain from outlet to doer, as names. */
  readonly provenance: readonly string[]
  readonly issues: readonly Issue[]
  readonly slots: Readonly<
    Record<string, { readonly value: string; readonly certainty: Certainty; readonly evidence: readonly Quote[] }>
  >
  readonly flags: readonly string[]
  readonly mentions: readonly Quote[]
}

/** How a type is written in PLOVER and CAMEO; given by the events room, which alone knows. */
export type Coding = (event: Event) => {
  readonly plover: EventRecord["plover"]
  readonly cameo?: string
}

/** Longest mention that leaves home, in UTF-16 code units (design/contract.md, section 3). */
const LONGEST_MENTION = 500

/** Turns an event of a document into a record with its quotes. */
export function eventRecord(doc: Document, event: Event, coding: Coding): EventRecord {
  const quotes = (spans: readonly Span[]) => spans.map(span => quote(doc, span))
  const actor = ({ value, evidence, certainty, reason }: Cited<Actor>): RecordActor => ({
    ...value,
    certainty,
    ...(reason ? { reason } : {}),
    evidence: quotes(evidence),
  })
  const cut = (span: Span): Span => ({ from: span.from, to: Math.min(span.to, span.from + LONGEST_MENTION) })
  const { date } = event
  const symmetric = EVENT_TYPES[event.type].symmetric
  const tellers = event.saidBy.map(actor)
  const doers = (symmetric ? event.participants : event.source).map(actor)
  const called = (list: readonly RecordActor[]) => list.map(a => a.name ?? a.state).join(" and ")
  return {
    doc: doc.id,
    id: `${doc.id}#${event.type}-${event.from}`,
    type: event.type,
    ...coding(event),
    status: event.status.value,
    statusEvidence: quotes(event.status.evidence),
    participants: event.participants.map(actor),
    source: event.source.map(actor),
    target: event.target.map(actor),
    date: date
      ? {
          value: date.value,
          ...(date.partial ? { partial: date.partial } : {}),
          ...(date.suggested ? { suggested: date.suggested } : {}),
          ...(date.zone ? { zone: date.zone } : {}),
          ...(date.utc ? { utc: date.utc } : {}),
          certainty: date.certainty,
          ...(date.reason ? { reason: date.reason } : {}),
          evidence: quotes(date.evidence),
        }
      : { value: null, certainty: "implied", evidence: [] },
    saidBy: tellers,
    provenance: [
      ...(doc.outlet ? [doc.outlet] : []),
      ...tellers.map(t => t.name ?? t.state),
      ...(doers.length ? [called(doers)] : []),
    ],
    issues: event.issues.map(issue => issue.value),
    slots: Object.fromEntries(
      Object.entries(event.slots).map(([slot, c]) => [
        slot,
        { value: c.value, certainty: c.certainty, evidence: quotes(c.evidence) },
      ]),
    ),
    flags: event.flags,
    mentions: event.mentions.map(span => quote(doc, cut(span))),
  }
}
