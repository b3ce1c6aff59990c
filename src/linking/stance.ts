import data from "../../data/linking/strength.json" with { type: "json" }
import type { Claim } from "../model/claim.ts"
import type { EventType } from "../model/event.ts"

/** Which way a verbal event leans, so that support and refusal of one thing are known as opposites. */
export type Leaning = "for" | "against" | "asks" | "offers" | "commits"

const LEANINGS: Partial<Record<EventType, Leaning>> = {
  "express-support": "for",
  praise: "for",
  condemn: "against",
  accuse: "against",
  concern: "against",
  reject: "against",
  threaten: "against",
  urge: "asks",
  offer: "offers",
  agree: "commits",
  pledge: "commits",
}

/** Types of event in which somebody takes a stance. */
export const STANCE_TYPES = Object.keys(LEANINGS) as readonly EventType[]

/** What somebody holds of an issue, as one claim tells it. */
export interface Stance {
  readonly leaning: Leaning
  /** How strong the wording is, by data/linking/strength.json; to be compared only with the same leaning. */
  readonly strength: number
  /** The words that its strength rests on, the verb first: "underlined", "unwavering". */
  readonly marks: readonly string[]
  /** Words that say it is no new position: "reaffirmed", "no change". */
  readonly continues?: string
  /** Words that say it is given up: "no longer". */
  readonly ends?: string
}

/** Words that are months when they are written with a capital: "the launches of May 25" weakens nothing. */
const MONTHS = new Set(["may", "march"])
const listed = (words: readonly string[]) =>
  words.map(word => ({ word, pattern: new RegExp(`\\b${RegExp.escape(word)}\\b`, MONTHS.has(word) ? "" : "i") }))
const STRONGER = listed(data.stronger)
const WEAKER = listed(data.weaker)
const CONTINUES = listed(data.continues)
const ENDS = listed(data.ends)
const VERBS = Object.entries(data.verbs).map(([verb, strength]) => ({
  pattern: new RegExp(`\\b${verb.replace(/(?<=.{3})e?$/, "")}(?:e|es|ed|ing|s|ness|ment)?\\b`, "i"),
  strength,
}))

/** Words of a claim that weigh: of its first mention, which is the clearest, and of its strength. */
const wordsOf = ({ mentions, slots }: Claim) => [mentions[0]?.quote ?? "", slots.strength?.value ?? ""].join(" ")

/** The stance a claim takes; nothing where the event takes none. */
export function stanceOf(claim: Claim): Stance | null {
  const leaning = LEANINGS[claim.type]
  if (!leaning || claim.status === "denied") return null
  const words = wordsOf(claim)
  const [more, less] = [STRONGER, WEAKER].map(list => list.filter(m => m.pattern.test(words)).map(m => m.word))
  const verb = firstVerb(words)
  const continues = CONTINUES.find(m => m.pattern.test(words))?.word
  const ends = ENDS.find(m => m.pattern.test(words))?.word
  return {
    leaning,
    strength: (verb?.strength ?? 0) + more!.length - less!.length,
    marks: [...(verb ? [verb.word] : []), ...more!, ...less!],
    ...(continues ? { continues } : {}),
    ...(ends ? { ends } : {}),
  }
}

/** The first verb that weighs: "thanked Seoul for its commitment" thanks, and commits nobody who speaks. */
function firstVerb(words: string): { readonly word: string; readonly strength: number } | undefined {
  const found = VERBS.flatMap(({ pattern, strength }) => {
    const match = pattern.exec(words)
    return match ? [{ at: match.index, word: match[0], strength }] : []
  })
  return found.sort((a, b) => a.at - b.at || b.strength - a.strength)[0]
}

/** How much stronger the second is than the first; nothing where the words of either do not say how strong it is. */
export const stronger = (first: Stance, second: Stance): number | undefined =>
  first.marks.length && second.marks.length ? second.strength - first.strength : undefined

/** Whether two leanings on one issue and one addressee turn against each other. To commit oneself is open to both. */
export const opposite = (a: Leaning, b: Leaning): boolean =>
  (a === "against" && (b === "for" || b === "offers")) || (b === "against" && (a === "for" || a === "offers"))
