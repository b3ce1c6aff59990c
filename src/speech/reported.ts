import type { Span } from "../model/document.ts"
import type { Quotation, Token } from "../model/layers.ts"
import { CUES, type Cue } from "./cues.ts"
import type { SentenceTree } from "./sentenceTree.ts"
import type { Sources } from "./sources.ts"

/** Indirect speech: a verb or noun of saying with what depends on it, "Price said that …", "…, the ministry said". */
export function* reported(tree: SentenceTree, sources: Sources): Generator<Quotation> {
  for (const token of tree.tokens) {
    const cue = CUES.get(`${token.upos === "NOUN" ? "noun" : "verb"} ${token.lemma}`)
    if (!cue || (token.upos !== "VERB" && token.upos !== "NOUN")) continue
    yield* cue.pos === "verb" ? byVerb(token, cue, tree, sources) : byNoun(token, cue, tree, sources)
  }
}

function* byVerb(verb: Token, cue: Cue, tree: SentenceTree, sources: Sources): Generator<Quotation> {
  // "he" in "he was urged to" is not the teller; who urged stands after "by", or nowhere.
  const subject = tree.subject(verb.index)
  const passive = subject?.passive || tree.dependents(verb.index, "aux").some(t => t.relation === "aux:pass")
  const teller = passive ? tree.agent(verb.index) : subject?.token
  const content = contentOf(verb, cue, teller, tree)
  if (!content) return
  const source = teller ? sources.at(teller) : []
  if (source.length === 0) {
    if (passive && cue.hearsay) yield { ...content, form: "hearsay", source, cue: span(verb), act: cue.act }
    return
  }
  yield { ...content, form: "indirect", source, cue: span(verb), act: cue.act }
}

/** "Iran's claim that …", "his call for …": the owner tells what the clause says. */
function* byNoun(noun: Token, cue: Cue, tree: SentenceTree, sources: Sources): Generator<Quotation> {
  const owner = tree.dependents(noun.index, "nmod:poss")[0]
  const clause = tree.dependents(noun.index, "acl", "ccomp")[0]
  if (!owner || !clause) return
  const source = sources.at(owner)
  if (source.length > 0)
    yield { ...extent(tree.subtree(clause.index), tree), form: "indirect", source, cue: span(noun), act: cue.act }
}

/** The words a verb of saying answers for. */
function contentOf(verb: Token, cue: Cue, teller: Token | undefined, tree: SentenceTree): Span | undefined {
  // "…, Price said": the verb hangs beside the clause that it tells.
  if (verb.relation.startsWith("parataxis") && verb.head >= 0) {
    const told = tree.subtree(verb.head, new Set([verb.index]))
    if (told.length > 0) return extent(told, tree)
  }
  const clauses = tree.dependents(verb.index, "ccomp", "parataxis")
  const complements =
    cue.scope === "all" ? [...clauses, ...tree.dependents(verb.index, "xcomp", "obj", "obl", "iobj")] : clauses
  const after = complements.filter(t => t.index > verb.index && t.index !== teller?.index)
  if (after.length > 0) {
    // Verbs joined by "and", and clauses set beside with "while", speak for themselves.
    const apart = new Set(tree.dependents(verb.index, "conj", "advcl").map(t => t.index))
    const told = after.flatMap(t => tree.subtree(t.index, apart))
    return extent(told, tree)
  }
  // "…, said Price." or "…, Price said.": the told clause stands before.
  const before = clauses.find(t => t.index < verb.index)
  if (before) return extent(tree.subtree(before.index), tree)
  const { first } = tree.range(verb.sentence)
  const start = Math.min(verb.index, teller?.index ?? verb.index)
  const comma = tree.tokens.slice(first, start).findLastIndex(t => t.norm === ",") + first
  if (comma > first && start - comma <= 6 && cue.scope === "clause")
    return { from: tree.tokens[first]!.from, to: tree.tokens[comma]!.from }
  return undefined
}

const span = ({ from, to }: Token): Span => ({ from, to })

/** From the first to the last of some tokens. */
const extent = (indexes: readonly number[], tree: SentenceTree): Span => ({
  from: tree.tokens[Math.min(...indexes)]!.from,
  to: tree.tokens[Math.max(...indexes)]!.to,
})
