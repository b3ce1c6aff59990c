import type { Span } from "../../src/model/document.ts"

/** A stretch marked in an example, and what the mark says. */
export interface Mark extends Span {
  readonly role: string
}

/** "[France|source] [condemned|trigger] it." → the plain sentence, and where its marks stand. */
export function unmark(marked: string): { readonly text: string; readonly marks: readonly Mark[] } {
  let text = ""
  const marks: Mark[] = []
  let rest = 0
  for (const match of marked.matchAll(/\[([^|\]]+)\|([^\]]+)\]/g)) {
    text += marked.slice(rest, match.index)
    const from = text.length
    text += match[1]
    marks.push({ from, to: text.length, role: match[2]! })
    rest = match.index + match[0].length
  }
  return { text: text + marked.slice(rest), marks }
}
