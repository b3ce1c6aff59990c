import type { Span } from "../model/document.ts"
import type { Grammar } from "../model/grammar.ts"
import type { Quotation, Token } from "../model/layers.ts"
import { CUES } from "./cues.ts"

/** What opens the reporter's own background to something said: "… after the shelling of a school". */
const BACKGROUND = /^(?:after|following|amid|ahead)$/i

/** "… in response to the drills": the reporter says to what it answers. */
const ANSWER = /^(?:response|retaliation|reaction|protest)$/i

/** "… in a call with the minister": on what occasion something was said, where no clause is told that it could belong to. */
const OCCASION = /^(?:call|conversation|meeting|talk|talks|summit|conference|briefing|interview|speech|visit)$/

/** Whether an occasion is named from a preposition on, as "during a telephone call". */
function namesOccasion(preposition: Token, tree: Grammar): boolean {
  if (!/^(?:in|during|at|over)$/i.test(preposition.norm)) return false
  const noun = tree.tokens[tree.head(preposition.index)]
  return (
    noun !== undefined &&
    OCCASION.test(noun.lemma) &&
    noun.index > preposition.index &&
    tree.subtree(noun.index).find(at => tree.token(at).upos !== "PUNCT") === preposition.index
  )
}

/** What is told ends at a semicolon, on whichever side of its cue it stands. */
export function withinSemicolons({ from, to, cue }: Quotation, tree: Grammar): Span {
  for (let i = tree.at(cue.to); i < tree.tokens.length && tree.tokens[i]!.from < to; i++)
    if (tree.tokens[i]!.norm === ";") return { from, to: Math.max(from, tree.tokens[i - 1]!.to) }
  for (let i = tree.at(cue.from) - 1; i >= 0 && tree.tokens[i]!.from >= from; i--)
    if (tree.tokens[i]!.norm === ";") return { from: tree.tokens[i + 1]!.from, to }
  return { from, to }
}

/**
 * Where the told words end and the reporter's background begins: "announces that troops will leave, following the attack" does not
 * tell of the attack. Background stands outside quotation marks, which indirect speech has none of.
 */
export function beforeBackground(told: Quotation, tree: Grammar): number {
  const start = tree.tokens[told.cue.from < told.from ? tree.at(told.from) : tree.tokens.length]
  let clause = false
  for (
    let i = (start?.index ?? tree.tokens.length) + 2;
    i < tree.tokens.length && tree.tokens[i]!.from < told.to;
    i++
  ) {
    const { norm, upos } = tree.tokens[i]!
    const { to: end } = tree.tokens[tree.tokens[i - 1]!.norm === "," ? i - 2 : i - 1]!
    if (/^["“”]$/.test(norm)) break
    if (norm === "," && opensAnswer(i, tree)) return tree.tokens[i - 1]!.to
    clause ||= upos === "VERB" || upos === "AUX"
    if (!clause && namesOccasion(tree.tokens[i]!, tree)) return end
    const answers = /^in$/i.test(norm) && ANSWER.test(tree.tokens[i + 1]?.norm ?? "")
    if (/^during$/i.test(norm) && tree.tokens[i - 1]!.norm === ",") return end
    if (answers || (BACKGROUND.test(norm) && /^(?:ADP|SCONJ|ADV|VERB)$/.test(upos))) return end
  }
  return told.to
}

/**
 * "…, a charge that Norway denies", "…, allegations the army rejected": what the reporter adds on how others took it. Asked of a comma.
 */
function opensAnswer(comma: number, tree: Grammar): boolean {
  const at = (index: number) => tree.tokens[index]
  let next = comma + 1
  if (/^an?$/i.test(at(next)?.norm ?? "")) next++
  if (at(next)?.upos !== "NOUN") return false
  next++
  if (/^(?:that|which)$/i.test(at(next)?.norm ?? "")) next++
  const subject = next
  while (next - subject < LONGEST_SUBJECT && /^(?:DET|ADJ|NOUN|PROPN)$/.test(at(next)?.upos ?? "")) next++
  while (/^(?:ADV|AUX)$/.test(at(next)?.upos ?? "")) next++
  const verb = at(next)
  return (
    next > subject &&
    verb !== undefined &&
    verb.sentence === at(comma)!.sentence &&
    /^VB[DZPN]$/.test(verb.xpos) &&
    CUES.has(`verb ${verb.lemma}`)
  )
}

/** Most words of who answers: "the foreign ministry in" is none. */
const LONGEST_SUBJECT = 5
