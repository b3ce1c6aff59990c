import { type Certainty, covers, type Document, type Span } from "./document.ts"
import type { Annotated, EventDate, Time, Token } from "./layers.ts"

/** The reason given for the day of an event that no words beside it date: then it is its report's, and may be a day off. */
export const REPORT_DAY = "the day of the report"

/** On what ground a time was chosen for an event, from the surest to the weakest. */
export type DateBasis =
  /** It modifies the event's own word. */
  | "own"
  /** It modifies the verb that the event's noun belongs to ("held talks on Tuesday"), or a word below the event's. */
  | "phrase"
  /** It modifies a verb told in one breath with the event's: "met on Tuesday and agreed". */
  | "same breath"
  /** It stands in the same clause. */
  | "clause"
  /** It stands in the same sentence and belongs to no other verb. */
  | "sentence"

const BASES: readonly DateBasis[] = ["own", "phrase", "same breath", "clause", "sentence"]

/** The time an event's words are given in their sentence, with the ground for choosing it. */
export interface DatedBy {
  readonly time: Time
  readonly basis: DateBasis
}

/**
 * The expression of time that dates an event, by what it modifies first, then by clause and sentence; the nearest where
 * several have equal ground. A length of time or a habit ("for three days", "every May") dates nothing unless it was
 * resolved to days. `undefined` where the sentence gives none: then the contact's or the publication's day is for the
 * caller to weigh.
 * @param trigger the word or words that tell of the event
 * @param clause the smallest clause that carries it, if known
 */
export function timeOf(doc: Annotated<"tokens" | "times">, trigger: Span, clause?: Span): DatedBy | undefined {
  const { tokens, times } = doc
  const words = tokensWithin(tokens, trigger)
  const head = words.find(i => !words.includes(tokens[i]!.head)) ?? words[0]
  if (head === undefined) return undefined
  const sentence = tokens[head]!.sentence
  let best: (DatedBy & { readonly away: number }) | undefined
  const [from, to] = sentenceBounds(tokens, head)
  for (let t = firstAt(times, from); t < times.length && times[t]!.from < to; t++) {
    const time = times[t]!
    if (time.type === "SET" || (time.date === null && time.partial === undefined)) continue
    const basis = groundOf(tokens, time, words, head, sentence, clause)
    if (!basis) continue
    const away = time.from >= trigger.to ? time.from - trigger.to : trigger.from - time.to
    const better = best && BASES.indexOf(basis) - BASES.indexOf(best.basis)
    if (better === undefined || better < 0 || (better === 0 && away < best!.away)) best = { time, basis, away }
  }
  return best && { time: best.time, basis: best.basis }
}

function groundOf(
  tokens: readonly Token[],
  time: Time,
  words: readonly number[],
  head: number,
  sentence: number,
  clause: Span | undefined,
): DateBasis | undefined {
  const { modifies } = time
  const vague = time.timex.endsWith("_REF")
  if (words.includes(modifies)) return "own"
  if (vague) return undefined
  const modified = tokens[modifies]
  const over = tokens[tokens[head]!.head]
  if (modified?.sentence === sentence) {
    if (tokens[head]!.upos !== "VERB" && over?.upos === "VERB" && over.index === modifies) return "phrase"
    if (modified.upos !== "VERB" && isBelow(tokens, modifies, head)) return "phrase"
    if (breath(tokens, head) === breath(tokens, modifies)) return "same breath"
    // A time that belongs to another verb is that verb's, unless one clause holds both.
    if (modified.upos === "VERB")
      return clause && covers(clause, time) && covers(clause, modified) ? "clause" : undefined
  }
  return clause && covers(clause, time) ? "clause" : "sentence"
}

/** Whether token `i` hangs below token `over` in the tree. */
function isBelow(tokens: readonly Token[], i: number, over: number): boolean {
  for (let at = i, steps = 0; at >= 0 && steps < 40; at = tokens[at]!.head, steps++) if (at === over) return true
  return false
}

/** The first of the words joined by "and": told in one breath. */
function breath(tokens: readonly Token[], i: number): number {
  let at = i
  for (let steps = 0; steps < 40 && tokens[at]?.relation.startsWith("conj") && tokens[at]!.head >= 0; steps++)
    at = tokens[at]!.head
  return at
}

function tokensWithin(tokens: readonly Token[], span: Span): number[] {
  const found: number[] = []
  for (let i = firstAt(tokens, span.from); i < tokens.length && tokens[i]!.from < span.to; i++) found.push(i)
  return found
}

/** Index of the first of the ascending spans that ends after `at`, by halving. */
function firstAt(spans: readonly Span[], at: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.to <= at) low = middle + 1
    else high = middle
  }
  return low
}

function sentenceBounds(tokens: readonly Token[], i: number): [number, number] {
  const { sentence } = tokens[i]!
  let first = i
  let last = i
  while (tokens[first - 1]?.sentence === sentence) first--
  while (tokens[last + 1]?.sentence === sentence) last++
  return [tokens[first]!.from, tokens[last]!.to]
}

/** A time as the date of an event: its words are the evidence. */
export function dateOf({ time, basis }: DatedBy): EventDate {
  const certainty: Certainty = basis === "own" || basis === "phrase" ? time.certainty : "implied"
  return {
    value: time.date,
    ...(time.partial ? { partial: time.partial } : {}),
    ...(time.zone ? { zone: time.zone } : {}),
    ...(time.utc ? { utc: time.utc } : {}),
    evidence: [{ from: time.from, to: time.to }],
    certainty,
    reason: basis === "own" ? time.reason : `${time.reason}; in the same ${basis === "same breath" ? "breath" : basis}`,
  }
}

/** Order of two values in time. */
export type Order = "before" | "after" | "same" | "unknown"

/**
 * Which of two came first, by their UTC intervals: "unknown" where these overlap without being one and the same, and
 * where either has none. Days in two zones often overlap: Wednesday in Washington and Thursday in Seoul do.
 */
export function compareTimes(a: Pick<EventDate, "utc">, b: Pick<EventDate, "utc">): Order {
  if (!a.utc || !b.utc) return "unknown"
  const [aFrom, aTo, bFrom, bTo] = [a.utc.from, a.utc.to, b.utc.from, b.utc.to].map(Date.parse) as [
    number,
    number,
    number,
    number,
  ]
  if (aTo <= bFrom) return "before"
  if (bTo <= aFrom) return "after"
  return aFrom === bFrom && aTo === bTo && a.utc.from === a.utc.to ? "same" : "unknown"
}

/** Day of publication in the document's own zone, `undefined` where it bears no date. */
export function publicationDay(doc: Pick<Document, "published" | "zone">): string | undefined {
  const { published, zone } = doc
  if (!published) return undefined
  const instant = /T.*(?:Z|[+-]\d{2}:?\d{2})$/.test(published) ? Date.parse(published) : Number.NaN
  if (Number.isNaN(instant) || !zone) return /^\d{4}(?:-\d{2}){0,2}/.exec(published)?.[0]
  try {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" }).format(instant)
  } catch {
    // A zone the runtime does not know: the day as written.
    return published.slice(0, 10)
  }
}
