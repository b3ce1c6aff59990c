import type { Cited, Span } from "../model/document.ts"
import type { Grammar } from "../model/grammar.ts"
import type { Actor, Token } from "../model/layers.ts"
import { CUES, type Cue } from "./cues.ts"
import { cite, type Sources } from "./sources.ts"

/** Longest stretch between a comma and a verb of saying in which a teller is named, in tokens. */
const REACH = 12

/** Verbs of saying whose object is who hears it: "…, a diplomat told the agency". */
const ADDRESSES = /^(?:tell|inform|assure|brief|notify|remind)$/

/** Of them one stands before who tells as well: "…, informed the ministry". */
const needsHearer = ({ lemma }: Token) => ADDRESSES.test(lemma) && lemma !== "inform"

/** Longest words for an office with a name behind them, in tokens. */
const LONGEST_OFFICE = 18

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
  if (verb.index === first) return undefined
  const teller = isMark(tree.tokens[verb.index - 1]!)
    ? (setOff(verb, first, tree, sources) ?? behindVerb(verb, first, end, tree, sources))
    : beforeVerb(verb, first, tree, sources)
  if (!teller || teller.source.length === 0) return undefined
  const { comma, source } = teller
  let from = comma
  while (from > first && !/^[;:]$/.test(tree.tokens[from - 1]!.norm)) from--
  const behind = hasClause(from, comma, tree)
  if (!behind && !inserted) return undefined
  const last = goesOnAfter(verb, behind, end, tree)
  return { from: tree.tokens[from]!.from, to: last ? last.to : tree.tokens[comma]!.from, source }
}

/** Who tells, and the comma or closing mark behind what is told. */
interface Teller {
  readonly comma: number
  readonly source: readonly Cited<Actor>[]
}

const isMark = ({ norm }: Token) => /^[,"”]$/.test(norm)

/** "…, the state department said" */
function beforeVerb(verb: Token, first: number, tree: Grammar, sources: Sources): Teller | undefined {
  let comma = verb.index - 1
  while (comma > first && verb.index - comma <= REACH && !isMark(tree.tokens[comma]!)) comma--
  if (comma <= first || verb.index - comma > REACH) return undefined
  return { comma, source: namedBetween(comma, verb, tree, sources) }
}

/** "…, the bloc's envoy, Jane Doe, told reporters": a name set off by commas behind the words for who bears it. */
function setOff(verb: Token, first: number, tree: Grammar, sources: Sources): Teller | undefined {
  const closing = verb.index - 1
  if (closing === first || tree.tokens[closing]!.norm !== ",") return undefined
  const mention = sources.mentionAt(tree.tokens[closing - 1]!)
  if (!mention?.actors.length || mention.form !== "name" || mention.to !== tree.tokens[closing - 1]!.to)
    return undefined
  let comma = tree.at(mention.from) - 1
  // The words for the office may stand outside the name.
  if (tree.tokens[comma]?.norm === "," && !sources.isSetOff(mention)) comma--
  while (comma > first && closing - comma <= LONGEST_OFFICE && !isMark(tree.tokens[comma]!)) comma--
  if (comma <= first || closing - comma > LONGEST_OFFICE) return undefined
  if (tree.tokens.slice(comma + 1, closing).some(({ upos }) => upos === "VERB")) return undefined
  return { comma, source: cite(mention) }
}

/** "…, informed the Ministry of Defence": who tells stands behind the verb, and nothing that is told. */
function behindVerb(verb: Token, first: number, end: number, tree: Grammar, sources: Sources): Teller | undefined {
  const comma = verb.index - 1
  if (comma <= first || needsHearer(verb) || !/^VB[DZP]$/.test(verb.xpos)) return undefined
  const next = tree.tokens[verb.index + 1]
  const mention = sources
    .mentionsWithin({ from: verb.to, to: tree.tokens[end - 1]!.to })
    .find(m => m.actors.length > 0 && m.from === next?.from && m.form !== "pronoun" && m.form !== "adjective")
  if (!mention) return undefined
  const after = tree.tokens[tree.at(mention.to)]
  return !after || after.index >= end || /^(?:[.,;"”]|on|in|at|late|early|here)$/i.test(after.norm)
    ? { comma, source: cite(mention) }
    : undefined
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
  if (mention && last && verb.from - Math.max(mention.to, last.to) <= 1) {
    const beside = between.find(
      m =>
        m.from > mention.to &&
        m.to === last.to &&
        m.actors.length > 0 &&
        /^,? ?and( the)?$/.test(sources.words(mention.to, m.from).trim()),
    )
    if (beside) return [...cite(mention), ...cite(beside)]
    return mention.form === "nominal" ? sources.at(tree.token(mention.head)) : cite(mention)
  }
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
