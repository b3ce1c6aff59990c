import type { Grammar } from "../model/grammar.ts"
import type { Annotated, Quotation, Token } from "../model/layers.ts"
import type { Sources } from "./sources.ts"

/** Words that put a whole sentence on somebody's account without a verb of saying. */
const ACCOUNT = /^(?:according|per)$/i

/** Adverbs that report without saying who does. */
const HEARSAY = /^(?:reportedly|allegedly|purportedly|supposedly)$/i

/** "According to the ministry, …" and "reportedly": the sentence is told by who is named, or by nobody who is. */
export function* accordingTo(
  doc: Annotated<"sentences" | "tokens">,
  tree: Grammar,
  sources: Sources,
): Generator<Quotation> {
  for (const token of tree.tokens) {
    const { from, to } = token
    const sentence = doc.sentences[token.sentence]!
    const whole = { from: sentence.from, to: sentence.to, cue: { from, to }, act: "assertive" as const }
    if (HEARSAY.test(token.norm)) yield { ...whole, form: "hearsay", source: [] }
    if (!ACCOUNT.test(token.norm)) continue
    const teller = namedAfter(token, tree)
    const source = teller ? sources.at(teller) : []
    if (source.length > 0) yield { ...whole, form: "indirect", source }
  }
}

/** The head of the noun phrase that "according to" introduces: by the parse, else the next noun before a comma. */
function namedAfter(according: Token, tree: Grammar): Token | undefined {
  const { end } = tree.range(according.sentence)
  const to = tree.tokens[according.index + 1]
  if (according.norm.toLowerCase() === "according" && to?.norm.toLowerCase() !== "to") return undefined
  const governor = tree.tokens[according.head]
  if (governor && governor.index > according.index && /^(?:NOUN|PROPN)$/.test(governor.upos)) return governor
  for (let i = according.index + 1; i < end; i++) {
    const token = tree.tokens[i]!
    if (token.norm === ",") return undefined
    const next = tree.tokens[i + 1]
    if (/^(?:NOUN|PROPN)$/.test(token.upos) && !(next && /^(?:NOUN|PROPN)$/.test(next.upos))) return token
  }
  return undefined
}
