import type { Span } from "../model/document.ts"
import type { Grammar } from "../model/grammar.ts"
import type { Quotation, Token } from "../model/layers.ts"
import { beforeBackground, withinSemicolons } from "./background.ts"
import { CUES, type Cue } from "./cues.ts"
import { cite, type Sources } from "./sources.ts"
import { agentOf, subjectOf } from "./subjects.ts"
import { goesOn, hasClause, tagged } from "./tags.ts"

/** Indirect speech: a verb or noun of saying with what depends on it, "Price said that …", "…, the ministry said". */
export function* reported(tree: Grammar, sources: Sources): Generator<Quotation> {
  for (const token of tree.tokens) {
    const verb = isVerb(token, tree, sources) ? verbCue(token, tree) : undefined
    const noun = token.upos === "NOUN" && !verb ? CUES.get(`noun ${token.lemma}`) : undefined
    const told = verb ? byVerb(token, verb, tree, sources) : noun ? byNoun(token, noun, tree, sources) : []
    for (const quotation of told)
      yield { ...quotation, ...withinSemicolons({ ...quotation, to: beforeBackground(quotation, tree) }, tree) }
  }
}

/** A verb of saying: with the preposition of what depends on it, "call for", else by itself. */
function verbCue(verb: Token, tree: Grammar): Cue | undefined {
  const plain = CUES.get(`verb ${verb.lemma}`)
  // "Called off", "called in": another verb than "called".
  if (tree.dependents(verb.index, "compound").some(t => t.relation === "compound:prt" && t.index > verb.index))
    return plain?.scope === "name" ? undefined : plain
  for (const phrase of tree.dependents(verb.index, "obl"))
    for (const preposition of tree.dependents(phrase.index, "case")) {
      const cue = CUES.get(`verb ${verb.lemma} ${preposition.norm.toLowerCase()}`)
      if (cue) return cue
    }
  return plain
}

/**
 * Taken for a noun or a conjunction by the tagger, "confirms" before "that", "reports" at the end of a sentence or at the head of it are
 * verbs all the same, and so is "announce they" right behind who is named.
 */
function isVerb(token: Token, tree: Grammar, sources: Sources) {
  if (token.upos === "VERB") return true
  if (token.upos !== "NOUN" && token.upos !== "SCONJ") return false
  const next = tree.tokens[token.index + 1]
  const last = tree.tokens[token.index - 1]
  const named = last?.sentence === token.sentence ? sources.mentionAt(last) : undefined
  if (next?.sentence !== token.sentence) return false
  if (/^(?:that|they|he|she|it|we)$/i.test(next.norm) && named?.to === last?.to && named?.form !== "adjective")
    return true
  if (token.upos !== "NOUN" || token.norm === token.lemma || !/(?:s|ed)$/.test(token.norm)) return false
  return (
    /^(?:that|\.)$/i.test(next.norm) ||
    (token.relation === "root" && tree.dependents(token.index, "nsubj", "obj", "obl", "ccomp").length > 0)
  )
}

/** "Was urged", and "arrested, accused of spying": who is the subject does not speak. */
function isPassive(verb: Token, tree: Grammar): boolean {
  const aux = tree.dependents(verb.index, "aux", "cop")
  if (aux.length > 0) return aux.some(t => t.relation === "aux:pass")
  if (verb.xpos !== "VBN" || verb.head < 0) return false
  return verb.relation === "conj" ? isPassive(tree.tokens[verb.head]!, tree) : /^(?:acl|advcl)/.test(verb.relation)
}

function* byVerb(verb: Token, cue: Cue, tree: Grammar, sources: Sources): Generator<Quotation> {
  const tag = tagged(verb, cue, tree, sources)
  if (tag) {
    yield { ...tag, form: "indirect", cue: span(verb), act: cue.act }
    return
  }
  // "he" in "he was urged to" is not the teller; who urged stands after "by", or nowhere.
  const subject = subjectOf(tree, verb.index)
  const passive = subject?.passive || isPassive(verb, tree)
  const teller = passive ? agentOf(tree, verb.index) : subject?.token
  const parsedContent = contentOf(verb, cue, teller, tree) ?? (verb.upos === "VERB" ? undefined : restOf(verb, tree))
  const content = passive ? parsedContent : (clauseBehind(verb, cue, parsedContent, tree) ?? parsedContent)
  if (!content) return
  const parsed = teller ? sources.at(teller) : []
  const source = parsed.length === 0 && !passive && !teller ? namedBefore(verb, tree, sources) : parsed
  if (source.length === 0) {
    if (passive && cue.hearsay) yield { ...content, form: "hearsay", source, cue: span(verb), act: cue.act }
    return
  }
  yield { ...content, form: "indirect", source, cue: span(verb), act: cue.act }
}

/**
 * Who speaks where the parse gives a verb no subject: whoever is named right before it, else, for a verb joined by "and" or a comma
 * and for a participle, the subject of the verb before.
 */
function namedBefore(verb: Token, tree: Grammar, sources: Sources) {
  const { first } = tree.range(verb.sentence)
  let at = verb.index - 1
  while (at >= first && /^(?:ADV|AUX)$/.test(tree.tokens[at]!.upos)) at--
  const last = at >= first ? tree.tokens[at] : undefined
  if (!last) return []
  const mention = sources.mentionAt(last)
  if (mention && mention.to === last.to && mention.form !== "adjective") return cite(mention)
  if (!/^(?:CCONJ|SCONJ)$/.test(last.upos) && last.norm !== "," && verb.xpos !== "VBG") return []
  for (let i = at; i >= first; i--) {
    const subject = tree.tokens[i]!.upos === "VERB" ? subjectOf(tree, i) : undefined
    if (subject) return sources.at(subject.token)
  }
  return []
}

/** "Iran's claim that …", "his call for …": the owner tells what the clause says. */
function* byNoun(noun: Token, cue: Cue, tree: Grammar, sources: Sources): Generator<Quotation> {
  const owner = tree.dependents(noun.index, "nmod:poss")[0]
  const clause = tree.dependents(noun.index, "acl", "ccomp")[0]
  if (!owner || !clause) return
  const source = sources.at(owner)
  if (source.length > 0)
    yield { ...extent(tree.subtree(clause.index), tree), form: "indirect", source, cue: span(noun), act: cue.act }
}

/** The words a verb of saying answers for. */
function contentOf(verb: Token, cue: Cue, teller: Token | undefined, tree: Grammar): Span | undefined {
  // "…, Price said": the verb hangs beside the clause that it tells.
  if (verb.relation.startsWith("parataxis") && verb.head >= 0 && !goesOn(verb, tree)) {
    const told = tree.subtree(verb.head, child => child === verb.index)
    if (told.length > 0) return extent(told, tree)
  }
  const introduces = cue.scope === "all" ? /^(?:that|of)$/i : /^that$/i
  const clauses = [
    ...tree.dependents(verb.index, "ccomp"),
    // "Washington offers talks, Pyongyang turns them down": what stands beside an offer or a wish is none of it.
    ...(cue.act === "assertive" ? tree.dependents(verb.index, "parataxis") : []),
    // A parser may hang "that …" on the verb under another name.
    ...tree
      .dependents(verb.index, "advcl", "acl")
      .filter(t => tree.dependents(t.index, "mark").some(m => introduces.test(m.norm))),
    // … or on who hears it: "told reporters that …".
    ...tree
      .dependents(verb.index, "iobj", "obj")
      .flatMap(heard => tree.dependents(heard.index, "acl", "ccomp"))
      .filter(t => tree.dependents(t.index, "mark").some(m => /^that$/i.test(m.norm) && m.upos === "SCONJ")),
  ]
  // What somebody is asked to do hangs on the verb as if it were a purpose: "called on Ukraine to withdraw".
  const asked =
    cue.act === "directive"
      ? tree
          .dependents(verb.index, "advcl", "acl")
          .filter(t => tree.dependents(t.index, "mark").some(m => /^to$/i.test(m.norm)))
      : []
  if (cue.scope === "name") {
    const [name] = tree.dependents(verb.index, "xcomp", "obj").filter(t => t.index > verb.index)
    // Who "calls off talks" gives them no name.
    if (!name || tree.dependents(name.index, "case").length > 0) return undefined
    return extent(
      tree.subtree(
        name.index,
        child => /^(?:appos|nmod)/.test(tree.relation(child)) && tree.head(child) === name.index,
      ),
      tree,
    )
  }
  const complements =
    cue.scope === "all"
      ? [...clauses, ...asked, ...tree.dependents(verb.index, "xcomp", "obj", "obl", "iobj")]
      : // The subject of a clause that the tree breaks hangs on the verb as its object.
        clauses.length > 0
        ? clauses
        : tree.dependents(verb.index, "obj")
  const after = complements.filter(t => t.index > verb.index && t.index !== teller?.index)
  if (after.length > 0 && cue.scope === "clause" && clauses.length === 0) {
    // Nobody says a thing: it is the subject of a clause that the tree breaks.
    const broken = clauseFrom(Math.min(...tree.subtree(after[0]!.index)), tree)
    if (broken) return broken
  }
  if (after.length > 0) {
    // Verbs joined by "and", and clauses set beside with "while", speak for themselves.
    const apart = new Set(
      tree
        .dependents(verb.index, "conj", "advcl")
        .filter(t => !after.includes(t))
        .map(t => t.index),
    )
    const told = after.flatMap(t => tree.subtree(t.index, child => apart.has(child)))
    return extent(told, tree)
  }
  const next = tree.tokens[verb.index + 1]
  const { end } = tree.range(verb.sentence)
  if (next && next.index < end - 1 && /^that$/i.test(next.norm))
    return { from: next.from, to: tree.tokens[end - 1]!.to }
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

/** From a word to the end of its sentence or the next semicolon, where a finite verb stands between. */
function clauseFrom(first: number, tree: Grammar): Span | undefined {
  const { end } = tree.range(tree.token(first).sentence)
  let last = first
  while (last + 1 < end && !/^[;.]$/.test(tree.token(last + 1).norm)) last++
  return hasClause(first, last + 1, tree) ? { from: tree.token(first).from, to: tree.token(last).to } : undefined
}

/**
 * What the words say is told where the tree finds no clause: "told reporters on a call that …", "said by telephone they had met". Behind
 * the verb come who hears it and on what occasion, then "that", or a clause by itself.
 */
function clauseBehind(verb: Token, cue: Cue, content: Span | undefined, tree: Grammar): Span | undefined {
  if (cue.act !== "assertive" || cue.scope === "name" || !/^VB[DZP]$/.test(verb.xpos)) return undefined
  if (content && hasClause(tree.at(content.from), tree.at(content.to), tree)) return undefined
  const { end } = tree.range(verb.sentence)
  for (let i = verb.index + 1; i < end && i - verb.index <= FARTHEST_CLAUSE; i++) {
    const { norm, upos, from } = tree.tokens[i]!
    if (/^that$/i.test(norm) && (upos === "SCONJ" || upos === "PRON") && hasClause(i + 1, end, tree))
      return { from, to: tree.tokens[end - 1]!.to }
    if (!/^(?:ADP|DET|NOUN|PROPN|ADJ|NUM|ADV)$/.test(upos)) {
      const heard = i - verb.index === 2 && tree.tokens[i - 1]!.upos === "NOUN"
      return heard && upos === "PRON" && hasClause(i + 1, Math.min(i + 3, end), tree)
        ? { from, to: tree.tokens[end - 1]!.to }
        : undefined
    }
  }
  return undefined
}

/** Most words for who hears something, when and where. */
const FARTHEST_CLAUSE = 14

/** What stands behind a verb in its sentence. */
function restOf(verb: Token, tree: Grammar): Span | undefined {
  const { end } = tree.range(verb.sentence)
  return verb.index < end - 1 ? { from: tree.tokens[verb.index + 1]!.from, to: tree.tokens[end - 1]!.to } : undefined
}

/** From the first to the last of some tokens. */
const extent = (indexes: readonly number[], tree: Grammar): Span => ({
  from: tree.tokens[Math.min(...indexes)]!.from,
  to: tree.tokens[Math.max(...indexes)]!.to,
})
