import type { Span } from "../model/document.ts"
import type { Grammar } from "../model/grammar.ts"
import type { Annotated, Quotation, Token } from "../model/layers.ts"
import { CUES } from "./cues.ts"
import { cite, type Sources } from "./sources.ts"
import { subjectOf } from "./subjects.ts"

/** Fewest words that make a quotation; fewer are a quoted term ("so-called"). */
const FEWEST_WORDS = 3

/** How far from the marks a cue is looked for, in tokens. */
const REACH = 14

/** What stands between quotation marks, told by whoever is named beside it with a verb of saying. */
export function* quoted(doc: Annotated<"sentences" | "tokens">, tree: Grammar, sources: Sources): Generator<Quotation> {
  let at = 0
  let last: Quotation | undefined
  for (const marks of quotationMarks(doc.text)) {
    if (doc.text.slice(marks.from, marks.to).split(/\s+/, FEWEST_WORDS).length < FEWEST_WORDS) continue
    while (at < tree.tokens.length && tree.tokens[at]!.to <= marks.from) at++
    let end = at
    while (end < tree.tokens.length && tree.tokens[end]!.from < marks.to) end++
    const cue = cueAfter(end, tree) ?? cueBefore(at, tree)
    const source = cue ? tellerAt(cue, tree, sources) : []
    const goesOn = last && !cue && continues(doc.text, last, marks)
    if (cue && source.length > 0) {
      last = { ...marks, form: "direct", source, cue: { from: cue.from, to: cue.to }, act: "assertive" }
      yield last
    } else if (goesOn && last) {
      last = { ...last, ...marks }
      yield last
    }
  }
}

/**
 * Whether a quotation goes on with the next marks: opened anew in each paragraph and cued once, or parted by nothing but the cue,
 * '"…," Price said. "…"'.
 */
function continues(text: string, last: Quotation, marks: Span): boolean {
  const between = text.slice(last.to, marks.from)
  if (!/[^\s"“”]/.test(between)) return true
  const cued = last.to <= last.cue.from && last.cue.to <= marks.from
  return (
    cued &&
    between.length <= LONGEST_TAG &&
    !between.includes("\n") &&
    (between.match(/[.!?](?=\s)/g)?.length ?? 0) <= 1
  )
}

/** Longest tag between two pieces of a quotation, in code units: "Price told reporters in Brussels on Friday". */
const LONGEST_TAG = 160

/** The insides of quotation marks, in order. A mark left open ends with its paragraph. */
export function* quotationMarks(text: string): Generator<Span> {
  let open = -1
  for (const { 0: mark, index } of text.matchAll(/[“”"]|\n\s*\n/g)) {
    if (mark === "“" || (mark === '"' && open < 0)) {
      open = index + 1
    } else if (open >= 0) {
      yield { from: open, to: index }
      open = -1
    }
  }
}

const isCue = (token: Token) => token.upos === "VERB" && CUES.get(`verb ${token.lemma}`)?.act === "assertive"

/** "…," Price said. The cue stands in the same sentence, before another quotation opens. */
function cueAfter(end: number, tree: Grammar): Token | undefined {
  const sentence = tree.tokens[end - 1]?.sentence
  for (let i = end; i < Math.min(tree.tokens.length, end + REACH); i++) {
    const token = tree.tokens[i]!
    const opens = /^["“]$/.test(token.norm) && i > end
    if (opens || (token.sentence !== sentence && i > end + 2)) return undefined
    if (isCue(token)) return token
  }
  return undefined
}

/** Price said: "…" */
function cueBefore(start: number, tree: Grammar): Token | undefined {
  for (let i = start - 1; i >= Math.max(0, start - REACH); i--) {
    const token = tree.tokens[i]!
    if (token.sentence !== tree.tokens[start]?.sentence) return undefined
    if (isCue(token)) return token
  }
  return undefined
}

/** Who says it: the subject by the parse, else the actor named nearest to the verb. */
function tellerAt(cue: Token, tree: Grammar, sources: Sources) {
  const subject = subjectOf(tree, cue.index)
  const parsed = subject && !subject.passive ? sources.at(subject.token) : []
  if (parsed.length > 0) return parsed
  const near = sources.mentionsWithin({ from: cue.from - 80, to: cue.to + 80 }).filter(m => m.actors.length > 0)
  const distance = (m: Span) => Math.max(m.from - cue.to, cue.from - m.to)
  const nearest = near.sort((a, b) => distance(a) - distance(b))[0]
  return nearest ? cite(nearest) : []
}
