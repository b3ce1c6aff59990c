import type { Certainty, Cited, Document, Span } from "./document.ts"
import type { EventType, Issue, Status } from "./event.ts"
import type { SuggestedDate } from "./halfDate.ts"

/** What the stages add to a document. A new kind of annotation starts with a line here. */
export interface Layers {
  publishers: Publisher
  sentences: Sentence
  tokens: Token
  names: Name
  times: Time
  actors: ActorMention
  quotations: Quotation
  mentions: EventMention
  events: Event
  leftovers: Leftover
}

export type Layer = keyof Layers

/** A document that already carries the layers `Has`. */
export type Annotated<Has extends Layer> = Document & { readonly [L in Has]: readonly Layers[L][] }

/** The state or body whose organ puts a document out, as its outlet's name tells; the text itself need not say it. */
export interface Publisher {
  /** Code of the state or body. */
  readonly state: string
  /** Whether it speaks for a government or body, as a ministry does, and not as a news service. */
  readonly official: boolean
}

/** A sentence, headline, label or list item. Sentences do not overlap; white space lies between them. */
export interface Sentence extends Span {
  /**
   * What stands there: running prose, a headline or section title, a dateline standing alone or opening a story,
   * a speaker label of a transcript ("<Anchor>", "QUESTION:"), or a byline or source line.
   */
  readonly kind: "prose" | "headline" | "dateline" | "label" | "byline"
}

/** A word or mark, with its place in the sentence's dependency tree (Universal Dependencies). */
export interface Token extends Span {
  /** Index of this token in `doc.tokens`. */
  readonly index: number
  /** Index of its sentence in `doc.sentences`. */
  readonly sentence: number
  /** The word with quotes, dashes and odd spaces made plain; the text itself stays as it was. */
  readonly norm: string
  readonly lemma: string
  readonly upos: string
  readonly xpos: string
  /** The word's class of words that stand in like places, learned from plain text, and the family of that class; from 1 on, 0 for none. */
  readonly wordClass: number
  readonly wordFamily: number
  /** Index in `doc.tokens` of the governor; -1 for the root of the sentence. */
  readonly head: number
  /** Universal Dependencies relation to the governor, with its subtype: "nsubj:pass". */
  readonly relation: string
}

/** A name in the text, before anybody is linked. */
export interface Name extends Span {
  readonly kind: "PER" | "ORG" | "LOC" | "EVENT" | "WEAPON" | "DOCUMENT" | "MISC"
}

/** An expression of time (TIMEX3), resolved as far as the words and the dateline allow. */
export interface Time extends Span {
  readonly type: "DATE" | "TIME" | "DURATION" | "SET"
  /** TIMEX3 value: "2022-02-02", "2022-W05", "P3D", "PRESENT_REF", "XXXX-XX-25". */
  readonly timex: string
  /** TIMEX3 MOD, where the words carry one: "START", "END", "APPROX", "BEFORE", "AFTER" … */
  readonly mod?: string
  /**
   * The calendar value as event records carry it: a date whose length is its precision, an interval
   * "a/b", or an open one "..b". `null` where the day is not known; then `partial` may hold what is ("XXXX-XX-25").
   */
  readonly date: string | null
  readonly partial?: string
  /** IANA zone in which the calendar value is meant, if known. */
  readonly zone?: string
  /** First instant of the value and the first instant after it, in UTC. */
  readonly utc?: { readonly from: string; readonly to: string }
  readonly certainty: Certainty
  /** How the value was reached: "latest Wednesday on or before publication on 2022-02-04". */
  readonly reason: string
  /** Token index of the verb or noun that the expression modifies; -1 where none was found. */
  readonly modifies: number
}

/** Who someone is, once linked: as event records write it. */
export interface Actor {
  /** ISO 3166 alpha-3, the code of an international body, or "-" for actors of no government. */
  readonly state: string
  /** The person, else the office, else the organisation; "people" for a population; absent for the state itself. */
  readonly name?: string
  /** The office in which a person is named or acts. */
  readonly office?: string
  /** Stable id in `data/`: "antony-blinken", "usa-secretary-of-state". */
  readonly id?: string
}

/** Words that stand for one or several actors. */
export interface ActorMention extends Span {
  readonly kind: "person" | "office" | "state" | "body" | "organisation" | "group" | "people"
  readonly form: "name" | "nominal" | "pronoun" | "adjective"
  /** Everyone the words stand for: one for "Blinken", two for "the two ministers", none where nobody is certain. */
  readonly actors: readonly Actor[]
  /** The possible ones, where more than one remains. */
  readonly candidates?: readonly Actor[]
  /** Token index of the syntactic head of the words. */
  readonly head: number
  /** Earlier words that these words rest on: the antecedent, or where the office was named. */
  readonly antecedent?: Span
  readonly certainty: Certainty
  readonly reason: string
}

/** Something said: the words told, by whom, and the words that say so. Quotations nest. */
export interface Quotation extends Span {
  readonly form: "direct" | "indirect" | "mixed" | "attributable" | "hearsay"
  /** Who tells it. Several where they tell it together; empty where nobody is named ("it is said"). */
  readonly source: readonly Cited<Actor>[]
  /** The words that introduce it: "said", "according to", "attributable to". */
  readonly cue: Span
  /**
   * What is done with the words (Searle): stated as so, asked of somebody, promised, or felt about.
   * "Said it struck" asserts; "agreed to meet" commits, and who commits is no teller of the meeting.
   */
  readonly act: "assertive" | "directive" | "commissive" | "expressive"
}

/** Parts of an event beyond who and when: "means", "weapon", "ordinal", "place", "document", "strength" … */
export type Slots = Readonly<Record<string, Cited<string>>>

/** What an event mention and a gathered event have in common. */
export interface EventContent {
  readonly type: EventType
  readonly status: Cited<Status>
  readonly source: readonly Cited<Actor>[]
  readonly target: readonly Cited<Actor>[]
  readonly participants: readonly Cited<Actor>[]
  /** The day it happened; `null` where the document gives no ground for one. */
  readonly date: EventDate | null
  /** Who tells it inside the text, outermost first; without outlet and doer. */
  readonly saidBy: readonly Cited<Actor>[]
  readonly issues: readonly Cited<Issue>[]
  readonly slots: Slots
}

/** A cited day with its zone; `value` is `null` where only a `partial` date is known. */
export interface EventDate extends Cited<string | null> {
  readonly partial?: string
  /** What `partial` can mean by facts known beside the text, such as the terms of those who met. */
  readonly suggested?: SuggestedDate
  readonly zone?: string
  readonly utc?: { readonly from: string; readonly to: string }
}

/** One place in one sentence where an event is told. The span is the smallest clause that carries it. */
export interface EventMention extends Span, EventContent {
  /** The word or words that fired. */
  readonly trigger: Span
  /** Name of the frame that read it: "condemn/active". */
  readonly frame: string
}

/** One event as a whole document tells it: headline, lead, quotation and paraphrase gathered. The span is its first, clearest mention. */
export interface Event extends Span, EventContent {
  readonly mentions: readonly [Span, ...Span[]]
  /** Things a reader should be warned of: "hearsay", "translation damage: doubled name", "paraphrase stronger than quotation". */
  readonly flags: readonly string[]
}

/** Something read and not understood. */
export interface Leftover extends Span {
  readonly kind: "verb-without-event" | "actor-without-event" | "time-without-event" | "event-without-actor"
  readonly reason: string
}
