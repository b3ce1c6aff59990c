import nouns from "../../data/time/event-nouns.json" with { type: "json" }
import type { Span } from "../model/document.ts"
import type { Token } from "../model/layers.ts"

/** First token of a span and the first after it, searching forward from `start`. */
export function tokensOf(tokens: readonly Token[], span: Span, start: number): { first: number; after: number } {
  let first = start
  while (first < tokens.length && tokens[first]!.to <= span.from) first++
  let after = first
  while (after < tokens.length && tokens[after]!.from < span.to) after++
  return { first, after }
}

const EVENT_NOUNS: ReadonlySet<string> = new Set(nouns.nouns)

const NAMING: ReadonlySet<string> = new Set(nouns.namingVerbs)

/** Whether a noun tells of a happening that a day can belong to. */
const happens = ({ upos, lemma }: Token) =>
  upos === "NOUN" && (EVENT_NOUNS.has(lemma) || /(?:tion|sion|ment|ing)$/.test(lemma))

/** Whether words have a preposition of their own: "on Wednesday" is no part of a name, even where the parse makes it one. */
function hasPreposition(tokens: readonly Token[], first: number, after: number): boolean {
  for (let i = Math.max(0, first - 1); i < after; i++) {
    const { upos, head } = tokens[i]!
    if (upos === "ADP" && head >= first && head < after) return true
  }
  return false
}

/** The verb or noun that the words from token `first` up to `after` modify, by the parse; -1 where there is none. */
export function governor(tokens: readonly Token[], first: number, after: number): number {
  for (let i = first; i < after; i++) {
    const { head, sentence } = tokens[i]!
    if (head < 0 || (head >= first && head < after)) continue
    const found = tokens[head]
    if (found?.sentence !== sentence) return -1
    // "held on Thursday": a preposition or a mark is no word that time belongs to.
    if (/^(?:ADP|PUNCT|SCONJ|CCONJ|PART|DET)$/.test(found.upos))
      return found.head >= 0 && (found.head < first || found.head >= after) ? found.head : -1
    const within =
      /^(?:nmod:poss|compound|amod|nummod)/.test(tokens[i]!.relation) && !hasPreposition(tokens, first, after)
    return within ? head : happening(tokens, head)
  }
  return -1
}

/**
 * The parse hangs many a day on the nearest noun: "fired a missile on Sunday". A noun that is no happening passes it to
 * the verb above it.
 */
function happening(tokens: readonly Token[], head: number): number {
  for (let at = head, steps = 0; at >= 0 && steps < 5; at = tokens[at]!.head, steps++) {
    const { upos } = tokens[at]!
    // "fired what it called a missile on Sunday": a verb of naming passes it on as well.
    if (at !== head && upos === "VERB" && NAMING.has(tokens[at]!.lemma)) continue
    if (upos === "VERB" || upos === "AUX" || happens(tokens[at]!)) return at
  }
  return head
}

/** The verb of the clause opened by "after" or "before" behind an expression: "one day after the two talked". */
export function clauseAfter(tokens: readonly Token[], after: number): number {
  const sentence = tokens[after]?.sentence
  for (let i = after + 1; i < tokens.length && tokens[i]!.sentence === sentence; i++) {
    const { upos, norm } = tokens[i]!
    if (norm === ";" || norm === ".") return -1
    if (upos === "VERB") return i
  }
  // "one day after the talks": no verb, so the first noun after it that heads its words.
  for (let i = after + 1; i < tokens.length && tokens[i]!.sentence === sentence; i++)
    if (tokens[i]!.upos === "NOUN" && (tokens[i]!.head < after || tokens[i]!.head > i)) return i
  return -1
}
