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
  /** Words that make it stronger or weaker. */
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
  const marks = [...STRONGER.filter(m => m.pattern.test(words)), ...WEAKER.filter(m => m.pattern.test(words))].map(
    m => m.word,
  )
  const verb = Math.max(0, ...VERBS.filter(v => v.pattern.test(words)).map(v => v.strength))
  const strength =
    verb + STRONGER.filter(m => m.pattern.test(words)).length - WEAKER.filter(m => m.pattern.test(words)).length
  const continues = CONTINUES.find(m => m.pattern.test(words))?.word
  const ends = ENDS.find(m => m.pattern.test(words))?.word
  return { leaning, strength, marks, ...(continues ? { continues } : {}), ...(ends ? { ends } : {}) }
}

/** Whether two leanings on one issue and one addressee turn against each other. To commit oneself is open to both. */
export const opposite = (a: Leaning, b: Leaning): boolean =>
  (a === "against" && (b === "for" || b === "offers")) || (b === "against" && (a === "for" || a === "offers"))
