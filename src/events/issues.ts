import { readFileSync } from "node:fs"
import type { Cited, Document, Span } from "../model/document.ts"
import type { Issue } from "../model/event.ts"

/** One line a topic: the issue, and the words that speak of it as alternatives of a pattern, whole words, any case. */
const TOPICS: readonly (readonly [Issue, RegExp])[] = readFileSync(
  new URL("../../data/events/issues.tsv", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter(line => line.includes("\t") && !line.startsWith("#"))
  .map(line => {
    const [issue = "", words = ""] = line.split("\t")
    return [issue as Issue, new RegExp(`\\b(?:${words.trim()})`, "gi")] as const
  })

/** Most issues that one event carries, by the guidelines. */
const MOST = 3

/** Most issues that an event takes from what is told around it. */
const MOST_AROUND = 2

/**
 * What an event is about, in the order in which the words come; no more than three.
 * @param span the words that tell the event
 * @param around wider stretches, of which the first that has any issue is taken where the event's own words have none
 */
export function issuesOf(
  doc: Pick<Document, "text">,
  span: Span,
  around: readonly (Span | undefined)[],
): readonly Cited<Issue>[] {
  const own = issuesIn(doc, span).slice(0, MOST)
  if (own.length > 0) return own
  for (const wider of around) {
    const told = wider ? issuesIn(doc, wider).slice(0, MOST_AROUND) : []
    if (told.length > 0) return told
  }
  return []
}

function issuesIn(doc: Pick<Document, "text">, span: Span): readonly Cited<Issue>[] {
  const words = doc.text.slice(span.from, span.to)
  const found: (Cited<Issue> & { readonly at: number })[] = []
  for (const [issue, pattern] of TOPICS) {
    pattern.lastIndex = 0
    const match = pattern.exec(words)
    if (!match) continue
    const from = span.from + match.index
    found.push({ value: issue, evidence: [{ from, to: from + match[0].length }], certainty: "stated", at: from })
  }
  return found.sort((a, b) => a.at - b.at).map(({ at: _, ...issue }) => issue)
}
