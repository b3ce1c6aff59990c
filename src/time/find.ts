import type { Span } from "../model/document.ts"
import { RULES } from "./grammar.ts"
import { type Marks, marks, spanOf } from "./marks.ts"
import type { Meaning } from "./meaning.ts"
import { Slice } from "./slice.ts"

/** An expression of time as found, before anything is counted. */
export interface Expression extends Span {
  readonly meaning: Meaning
  /** A run such as "2–4 February" parts into two expressions: ends and begins of its halves. */
  readonly joint?: { readonly before: number; readonly after: number }
}

/** Marks with which an expression may begin. */
const OPENS = /[ZVJMWwKuUQvSpDLNTHeEBAcbqOoRFXyG~jatdnYIkhzr']/
/** Marks without one of which nearby there is no expression. */
const CORE = /[VJMWwKuUQSpDRFyGjYIkhzPCoLcnd]/
/** Longest expression in marks. */
const REACH = 14

/** Expressions of time in a text, from left to right, none inside another. Linear in the text's length. */
export function findExpressions(text: string, breaks?: readonly number[]): Expression[] {
  const words = marks(text, breaks)
  const { shape } = words
  const found: Expression[] = []
  let core = -1
  for (let i = 0; i < shape.length; i++) {
    if (!OPENS.test(shape[i]!)) continue
    while (core < i || (core < shape.length && !CORE.test(shape[core]!))) core++
    if (core >= shape.length) break
    if (core - i > 6) continue
    const match = longest(text, words, i)
    if (!match) continue
    found.push(match.expression)
    i = match.end - 1
  }
  return found
}

function longest(text: string, words: Marks, at: number): { expression: Expression; end: number } | undefined {
  const matches: { end: number; order: number }[] = []
  for (const [order, { pattern }] of RULES.entries()) {
    pattern.lastIndex = at
    if (pattern.test(words.shape) && pattern.lastIndex > at) matches.push({ end: pattern.lastIndex, order })
  }
  matches.sort((a, b) => b.end - a.end || a.order - b.order)
  for (const { end, order } of matches) {
    if (end - at > REACH) continue
    const { read } = RULES[order]!
    const slice = new Slice(text, words, at, end)
    const meaning = read(slice)
    if (!meaning) continue
    const run = meaning.is === "calendar" && (meaning.untilDay !== undefined || meaning.untilYear !== undefined)
    const joint = run ? slice.joint() : undefined
    return { expression: { ...spanOf(words, at, end - 1), meaning, ...(joint ? { joint } : {}) }, end }
  }
  return undefined
}
