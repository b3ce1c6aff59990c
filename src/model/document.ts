/** A stretch of a document's text, in UTF-16 code units: `from` up to, but not including, `to`. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** One published text, as it reached us. */
export interface Document {
  /** Same id and text: the same document. Same id, other text: a new version of it. */
  readonly id: string
  readonly title?: string
  /** ISO date or instant of publication: the "now" that "Tuesday" is counted from. */
  readonly published?: string
  /** IANA time zone in which the publication's "today" is meant. */
  readonly zone?: string
  readonly outlet?: string
  readonly url?: string
  readonly lang?: string
  /** The text as read. Nothing edits it, so a span stays true for ever. */
  readonly text: string
}

/** "Stated" is in the words; "implied" is worked out from them and from what is known beside them. */
export type Certainty = "stated" | "implied"

/** A value and the words it rests on. The type has no room for an uncited value. */
export interface Cited<T> {
  readonly value: T
  readonly evidence: readonly [Span, ...Span[]]
  readonly certainty: Certainty
  /** Why the value follows from the words, in a short phrase, where they do not say it outright. */
  readonly reason?: string
}

/** Words quoted with their place: a checksum that anyone can test with one slice. */
export interface Quote extends Span {
  /** Equals `text.slice(from, to)` of the document, always. */
  readonly quote: string
}

/** Quotes a span of a document. */
export function quote(doc: Pick<Document, "text">, { from, to }: Span): Quote {
  return { from, to, quote: doc.text.slice(from, to) }
}

/** Whether `inner` lies within `outer`. */
export const covers = (outer: Span, inner: Span) => outer.from <= inner.from && inner.to <= outer.to

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span) => a.from < b.to && b.from < a.to

/** The same words in memory of their own: a stretch cut from a text keeps the whole text from being forgotten as long as it is kept. */
export const copied = (words: string): string => Buffer.from(words, "utf16le").toString("utf16le")
