import type { Cited, Span } from "../model/document.ts"
import type { Grammar } from "../model/grammar.ts"
import type { Actor, Token } from "../model/layers.ts"
import { CUES, type Cue } from "./cues.ts"
import { cite, type Sources } from "./sources.ts"

/** Longest stretch between a comma and a verb of saying in which a teller is named, in tokens. */
const REACH = 12

/** Verbs of saying whose object is who hears it: "…, a diplomat told the agency". */
const ADDRESSES = /^(?:tell|inform|assure|brief|notify|remind)$/

/** What a tag tells, and who tells it. */
interface Tagged extends Span {
  readonly source: readonly Cited<Actor>[]
}

/**
 * A tag: a teller named between a comma and the verb, beside the clause that is told. It stands behind the clause, "…, the state
 * department said Thursday", between two, "…, a diplomat said, and …", or inside one, "The army, he said, had …".
 * The words decide here and not the tree, which a long lead leads astray.
 */
export function tagged(verb: Token, cue: Cue, tree: Grammar, sources: Sources): Tagged | undefined {
  const inserted = tree.tokens[verb.index + 1]?.norm === ","
  if (
    cue.act !== "assertive" ||
    /^VBG?$/.test(verb.xpos) ||
    goesOn(verb, tree) ||
    (!inserted && hasOwnContent(verb, tree))
  )
    return undefined
  const { first, end } = tree.range(verb.sentence)
  let comma = verb.index - 1
  while (comma > first && verb.index - comma <= REACH && !/^[,"”]$/.test(tree.tokens[comma]!.norm)) comma--
  if (comma <= first || verb.index - comma > REACH || comma === verb.index - 1) return undefined
  const source = namedBetween(comma, verb, tree, sources)
  if (source.length === 0) return undefined
  let from = comma
  while (from > first && !/^[;:]$/.test(tree.tokens[from - 1]!.norm)) from--
  const behind = hasClause(from, comma, tree)
  if (!behind && !inserted) return undefined
  const last = goesOnAfter(verb, behind, end, tree)
  return { from: tree.tokens[from]!.from, to: last ? last.to : tree.tokens[comma]!.from, source }
}

/** "…, Norway responded with sanctions": what follows the verb is what it is about, not what stands before. */
export function goesOn(verb: Token, tree: Grammar): boolean {
  const next = tree.tokens[verb.index + 1]
  return next?.sentence === verb.sentence && /^(?:that|with|by|["“:])$/i.test(next.norm)
}

/** "…, Norway said it would leave", "…, Norway announced sanctions": what is told stands behind the verb. */
const hasOwnContent = (verb: Token, tree: Grammar) =>
  tree.dependents(verb.index, "ccomp").some(t => t.index > verb.index) ||
  (!ADDRESSES.test(verb.lemma) && tree.dependents(verb.index, "obj").some(t => t.index > verb.index))

/** Who is named from right behind the comma up to the verb: an actor, else whoever the head of these words is. */
function namedBetween(comma: number, verb: Token, tree: Grammar, sources: Sources): readonly Cited<Actor>[] {
  const { to } = tree.tokens[comma]!
  const between = sources.mentionsWithin({ from: to, to: verb.from })
  const mention = between.find(m => m.actors.length > 0 && m.from - to <= 1)
  const last = between.at(-1)
  if (mention && last && verb.from - Math.max(mention.to, last.to) <= 1)
    return mention.form === "nominal" ? sources.at(tree.token(mention.head)) : cite(mention)
  if (hasClause(comma + 1, verb.index, tree)) return []
  let head = comma + 1
  while (/^(?:DET|ADJ|NUM|PROPN|PRON)$/.test(tree.tokens[head]!.upos) && isNominal(tree.tokens[head + 1]!)) head++
  while (tree.tokens[head]!.upos === "NOUN" && tree.tokens[head + 1]!.upos === "NOUN") head++
  return head < verb.index && isNominal(tree.tokens[head]!) ? sources.at(tree.tokens[head]!) : []
}

const isNominal = ({ upos }: Token) => /^(?:NOUN|PROPN|ADJ|NUM|PRON)$/.test(upos)

/** Whether a finite verb stands from one token up to another. */
export function hasClause(from: number, to: number, tree: Grammar): boolean {
  for (let i = from; i < to; i++) if (/^(?:VB[DZP]|MD)$/.test(tree.tokens[i]!.xpos)) return true
  return false
}

/**
 * The last word that a tag tells of behind itself: of the clause that it stands in, or of one that "and" adds. Another voice in
 * there, "…, and Ghana warned that", speaks for itself. Undefined where nothing behind the tag is told by it.
 */
function goesOnAfter(verb: Token, behind: boolean, end: number, tree: Grammar): Token | undefined {
  let next = verb.index + 1
  if (behind) {
    while (next < end && next - verb.index <= REACH && tree.tokens[next]!.norm !== ",") next++
    if (tree.tokens[next]?.norm !== "," || !/^(?:and|but)$/i.test(tree.tokens[next + 1]?.norm ?? "")) return undefined
    if (next + 2 >= end) return undefined
  }
  let last = next
  while (last + 1 < end && tree.tokens[last + 1]!.norm !== ";") last++
  for (let i = next + 1; behind && i <= last; i++) {
    const subject = isVoice(tree.tokens[i]!) ? tree.dependents(i, "nsubj").find(t => t.index > next) : undefined
    if (subject && /^(?:PROPN|PRON)$/.test(subject.upos)) return undefined
  }
  return hasClause(next, last, tree) ? tree.tokens[last] : undefined
}

const isVoice = (token: Token) =>
  token.upos === "VERB" && /^(?:assertive|directive)$/.test(CUES.get(`verb ${token.lemma}`)?.act ?? "")
