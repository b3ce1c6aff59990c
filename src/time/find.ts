import type { Span } from "../model/document.ts"
import { RULES } from "./grammar.ts"
import { type Marks, marks, spanOf } from "./marks.ts"
import type { Meaning } from "./meaning.ts"
import { Slice } from "./slice.ts"

/** An expression of time as found, before anything is counted. */
export interface Expression extends Span {
  readonly meaning: Meaning
  /** Rule that found it, for the bench's tables of errors. */
  readonly rule: string
}

/** Marks with which an expression may begin. */
const OPENS = /[MWwKuUQvSpDLNTHeEBAcqOoRFXyG~jatdnYIkhz']/
/** Marks without one of which nearby there is no expression. */
const CORE = /[MWwKuUQSpDRFyGjYIkhzPCo]|[nd]/
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
    const { name, read } = RULES[order]!
    const meaning = read(new Slice(text, words, at, end))
    if (meaning) return { expression: { ...spanOf(words, at, end - 1), meaning, rule: name }, end }
  }
  return undefined
}
