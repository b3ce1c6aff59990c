import type { Cited, Span } from "../model/document.ts"
import type { Grammar } from "../model/grammar.ts"
import type { Actor, Annotated, Quotation } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import { CUES } from "./cues.ts"
import type { Sources } from "./sources.ts"
import { subjectOf } from "./subjects.ts"

/** What ends somebody's words on a page that prints them without marks: the publisher's own notes. */
const NOTES =
  /\n\s*(?:ends?\b|notes? (?:to|for) editors|background\b|further information|more information|for (?:more|further) information|(?:media|press) (?:enquiries|inquiries|contacts?)|follow\b)/i

const OPENING = /^["“]/

/**
 * A block of speech: "The minister, Ida Holm, said:" on a line of its own, and the paragraphs below it. With marks it lasts as long as
 * paragraphs open with them, without marks up to the next such line or the publisher's notes.
 */
export function* blocks(doc: Annotated<"sentences" | "tokens">, tree: Grammar, sources: Sources): Generator<Quotation> {
  const { text } = doc
  const heads = [...headsOf(doc, tree, sources)]
  for (const [i, head] of heads.entries()) {
    const from = head.end + (/\S/.exec(text.slice(head.end))?.index ?? 0)
    const limit = heads[i + 1]?.start ?? text.length
    const marked = OPENING.test(text.slice(from, from + 1))
    const { source, cue } = head
    const to = marked ? markedUntil(text, from, limit) : plainUntil(text, { from, to: limit }, source, sources)
    if (from < to) yield { from, to, form: "direct", source, cue, act: "assertive" }
  }
}

/** The lines that end in a colon and name who speaks. */
function* headsOf(doc: Annotated<"sentences" | "tokens">, tree: Grammar, sources: Sources) {
  for (const [index, { from, to }] of doc.sentences.entries()) {
    if (!/^[^\n]*:\s*$/.test(doc.text.slice(from, to)) || !/^\s*\n/.test(doc.text.slice(to))) continue
    const { first, end } = tree.range(index)
    const cue = tree.tokens
      .slice(first, end)
      .findLast(token => token.upos === "VERB" && CUES.get(`verb ${token.lemma}`)?.act === "assertive")
    const subject = cue && subjectOf(tree, cue.index)
    const source = subject && !subject.passive ? sources.at(subject.token) : []
    if (cue && source.length > 0) yield { start: from, end: to, source, cue: { from: cue.from, to: cue.to } }
  }
}

/** Where the last of the paragraphs that open with a mark ends. */
function markedUntil(text: string, from: number, limit: number): number {
  let to = from
  for (const paragraph of text.slice(from, limit).split("\n")) {
    const words = paragraph.trim()
    if (words && !OPENING.test(words)) break
    to += paragraph.length + 1
  }
  return Math.min(to, limit)
}

/** Where words without marks end: with the publisher's notes, or before the line that speaks of their teller as of somebody else. */
function plainUntil(text: string, { from, to }: Span, source: readonly Cited<Actor>[], sources: Sources): number {
  const notes = NOTES.exec(text.slice(from, to))
  const end = notes ? from + notes.index : to
  const named = sources
    .mentionsWithin({ from, to: end })
    .find(m => m.form !== "pronoun" && m.actors.some(actor => source.some(({ value }) => sameActor(value, actor))))
  return named ? text.lastIndexOf("\n", named.from) : end
}
