import words from "../../data/linking/words.json" with { type: "json" }
import type { Claim } from "../model/claim.ts"
import type { Quote } from "../model/document.ts"
import { stem } from "./wording.ts"

/** A running count: "the seventh missile launch since the start of the year". */
export interface Ordinal {
  readonly number: number
  /** Stem of the thing counted: "launch", "test", "round". */
  readonly counted: string
  /** Since when it is counted. */
  readonly basis: "year" | "month" | "week" | "ever"
  readonly words: string
  readonly evidence: readonly Quote[]
}

const ORDINAL = new RegExp(
  `\\b(${Object.keys(words.ordinals).join("|")}|\\d+(?:st|nd|rd|th))\\b((?:[\\s-]+[\\p{L}\\d'’-]+){1,5})`,
  "iu",
)
const NUMBER: Readonly<Record<string, number>> = words.ordinals

/** Reads a running count out of the words that hold it; nothing where they count nothing. */
export function ordinalOf(text: string, evidence: readonly Quote[] = []): Ordinal | undefined {
  const found = ORDINAL.exec(text)
  if (!found) return undefined
  const number = NUMBER[found[1]!.toLowerCase()] ?? Number.parseInt(found[1]!, 10)
  const counted = found[2]!
    .trim()
    .split(/\s+/)
    .map(stem)
    .find(word => COUNTED.has(word))
  if (!counted) return undefined
  const after = text.slice(found.index)
  const basis = /\b(?:year|20\d\d)\b/i.test(after)
    ? "year"
    : /\bmonth\b/i.test(after)
      ? "month"
      : /\bweek\b/i.test(after)
        ? "week"
        : "ever"
  return { number, counted, basis, words: text, evidence }
}

const COUNTED = new Set(
  [
    ...["launch", "test", "round", "meeting", "summit", "call", "exercise", "drill", "visit", "package", "show"],
    ...["attack", "strike", "bombing", "shooting", "explosion", "capture", "protest", "vote", "election", "wave"],
  ].map(stem),
)

/** The running count that a claim gives, in a slot of its own or in its words. */
export const ordinal = ({ slots, mentions }: Claim): Ordinal | undefined =>
  (slots.ordinal ? ordinalOf(slots.ordinal.value, slots.ordinal.evidence) : undefined) ??
  mentions.map(mention => ordinalOf(mention.quote, [mention])).find(Boolean)
