import type { Claim } from "./claim.ts"
import type { RecordActor } from "./eventRecord.ts"

/** Why a claim asks for a second look: warned of by a flag, half a day, a name that the words do not say, or nobody who did it. */
export const CLAIM_DOUBTS = ["warning", "day", "name", "nobody"] as const

/** Every kind of doubt: those of one claim, and two claims of which it is not sure whether they tell of one event. */
export const DOUBTS = [...CLAIM_DOUBTS, "pair"] as const
export type DoubtKind = (typeof DOUBTS)[number]

/** One thing to look at again. */
export interface Doubt {
  readonly kind: DoubtKind
  /** In words that a reader can check. */
  readonly reason: string
}

/** A person whose office or pronoun alone stands in the words that he or she rests on. */
function unsaid({ certainty, name, office, evidence }: RecordActor): boolean {
  if (certainty !== "implied" || !name || !office || name === office || evidence.length === 0) return false
  const words = new Set(evidence.flatMap(({ quote }) => quote.toLowerCase().match(/\p{L}+/gu) ?? []))
  return !(name.toLowerCase().match(/\p{L}+/gu) ?? []).some(part => words.has(part))
}

/** What of a claim asks for a second look; nothing where a person accepted it, or set the value in question. */
export function doubtsOf(claim: Claim): readonly Doubt[] {
  const { accepted, edited = [], flags, date, participants, source, target, saidBy } = claim
  if (accepted) return []
  const isSet = (...fields: readonly string[]) => edited.some(({ field }) => fields.includes(field.split(".")[0]!))
  const doubts: Doubt[] = flags.map(reason => ({ kind: "warning", reason }))
  if (date.partial && !isSet("date")) {
    const perhaps = date.suggested && `; perhaps ${date.suggested.value} (${date.suggested.reasons.join("; ")})`
    doubts.push({ kind: "day", reason: `of its day only ${date.partial} is told${perhaps ?? ""}` })
  }
  if (!isSet("participants", "source", "target", "saidBy")) {
    const implied = [...participants, ...source, ...target, ...saidBy].filter(unsaid)
    const why = ({ evidence, reason }: RecordActor) =>
      `stand for “${evidence[0]!.quote.replace(/\s+/g, " ")}”, and are not named there${reason ? `: ${reason}` : ""}`
    for (const [words, actors] of Map.groupBy(implied, why)) {
      const names = [...new Set(actors.map(actor => actor.name!))]
      const reason = names.length > 1 ? words : words.replace("stand", "stands").replace(", and are", ", and is")
      doubts.push({ kind: "name", reason: `${names.join(", ")} ${reason}` })
    }
  }
  if (participants.length + source.length === 0) doubts.push({ kind: "nobody", reason: "nobody is known who did it" })
  return doubts
}
