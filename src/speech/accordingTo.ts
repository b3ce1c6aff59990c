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
    if (source.length > 0) yield { ...whole, ...accountedFor(token, tree), form: "indirect", source }
  }
}

/** Behind two clauses that "and" joins after a comma, or a semicolon, it is the last clause that stands on the account. */
function accountedFor(according: Token, tree: Grammar): { from?: number } {
  const { first } = tree.range(according.sentence)
  for (let i = according.index - 1; i > first + 1; i--) {
    const { norm } = tree.tokens[i]!
    if (norm === ";") return { from: tree.tokens[i + 1]!.from }
    const joined = norm === "," && /^(?:and|but|while)$/i.test(tree.tokens[i + 1]!.norm)
    if (joined && hasOwnSubject(i + 2, according.index, tree)) return { from: tree.tokens[i + 2]!.from }
  }
  return {}
}

/** Whether a clause between two tokens has a subject of its own. */
const hasOwnSubject = (from: number, to: number, tree: Grammar) =>
  tree.tokens
    .slice(from, to)
    .some(t => t.relation.startsWith("nsubj") && t.head > t.index && t.head < to && t.index - from < FARTHEST_SUBJECT)

/** How many words into a clause its subject may stand: "and at least seven people". */
const FARTHEST_SUBJECT = 6

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
