import type { Scene } from "./scene.ts"

/** How a clause stands in time, as its verb group shows: "had fired" is `before past`, "has fired" `perfect`, "to fire" `infinitive`. */
export type Tense =
  | "past"
  | "present"
  | "perfect"
  | "before past"
  | "progressive"
  | "future"
  | "modal"
  | "infinitive"
  | "gerund"
  | "participle"
  | "none"

/** The tense of a verb with its auxiliaries; `none` for words that are no verbs. */
export function tenseOf({ grammar }: Scene, at: number): Tense {
  const token = grammar.tokens[at]
  if (!token) return "none"
  const helpers = grammar.childrenBy(at, "aux", "cop")
  const words = helpers.map(helper => grammar.lemma(helper))
  const finite = helpers[0] === undefined ? token : grammar.token(helpers[0])
  if (!grammar.isVerb(at) && helpers.length === 0) return "none"
  if (words.some(word => /^(will|shall|'ll|wo)$/.test(word))) return "future"
  if (finite.xpos === "MD" || words.some(word => /^(would|could|should|may|might|must|can)$/.test(word))) return "modal"
  if (words.includes("have") && token.xpos !== "VB") return finite.xpos === "VBD" ? "before past" : "perfect"
  if (grammar.childrenBy(at, "mark", "aux").some(mark => grammar.lemma(mark) === "to")) return "infinitive"
  if (finite.xpos === "VBD") return "past"
  if (helpers.length > 0 && token.xpos === "VBG") return "progressive"
  if (/^VB[PZ]$/.test(finite.xpos)) return "present"
  if (token.xpos === "VBG") return "gerund"
  if (token.xpos === "VBN") return "participle"
  return token.xpos === "VB" ? "infinitive" : "none"
}
