import words from "../../data/time/direction.json" with { type: "json" }
import type { Token } from "../model/layers.ts"

const set = (list: readonly string[]): ReadonlySet<string> => new Set(list)
const MODALS = set(words.modals)
const PLANS = set(words.plans)
const PASTS = set(words.pasts)
const ADJECTIVES = set(words.notPast)
const SIGNALS = set(words.aheadSignals)
const BE = set(["is", "are", "am", "'s", "'re"])

/** -2 and 2 where the verb that the expression modifies says so itself, -1 and 1 where a verb near it does. */
export type Direction = -2 | -1 | 0 | 1 | 2

/** How far from an expression its verb is looked for, in words. */
const REACH = 25

const lower = (token: Token | undefined) => token?.norm.toLowerCase() ?? ""

/**
 * Whether the words around an expression look back (-1) or ahead (1); 0 where they do not say: a weekday in news
 * looks back beside a past tense and ahead beside a future, a plan or a deadline.
 * @param tokens all tokens of the document
 * @param first index of the expression's first token
 * @param after index of the first token after it
 * @param governor index of the word that the expression modifies, or -1
 */
export function direction(tokens: readonly Token[], first: number, after: number, governor = -1): Direction {
  const sentence = tokens[first]?.sentence
  const owner = tokens[governor]?.upos === "VERB" ? tense(tokens, governor) : 0
  const above = tokens[tokens[governor]?.head ?? -1]
  const before = lower(tokens[first - 1])
  const signal = before === "as" ? `${lower(tokens[first - 2])} as` : before
  // "Monday's talks" are as far as the verb that governs them says.
  if (lower(tokens[after]) === "'s") return above?.upos === "VERB" && tense(tokens, above.index) > 0 ? 1 : -1
  // A deadline lies ahead, unless the verb says that it has passed: "had filed by Friday".
  if (tokens[first - 1]?.sentence === sentence && SIGNALS.has(signal)) {
    const opens = tokens[first - 2]?.sentence !== sentence
    if (!opens && !hasPassed(tokens, governor)) return 1
  }
  // Before its noun ("the February 1 coup") it is out of the verb's reach, but for a verb that looks ahead.
  if (governor >= after && governor <= after + 1 && tokens[governor]!.upos !== "VERB")
    return above?.upos === "VERB" && tense(tokens, above.index) > 0 ? 1 : 0
  if (owner !== 0) return owner > 0 ? 2 : -2
  for (let i = first - 1; i >= 0 && i > first - REACH && tokens[i]!.sentence === sentence; i--) {
    const said = tense(tokens, i)
    if (said !== 0) return said
  }
  for (let i = after; i < tokens.length && i < after + REACH && tokens[i]!.sentence === sentence; i++) {
    const said = tense(tokens, i)
    if (said !== 0) return said
  }
  return tokens[governor]?.upos === "VERB" && isPresent(tokens[governor]!) ? 1 : 0
}

/** "meets Monday": a present tense beside a day looks ahead; "is" and "says" do not tell. */
const isPresent = ({ xpos, norm }: Token) =>
  (xpos === "VBZ" || xpos === "VBP") && !/^(?:is|are|am|'s|'re|says?|do|does|has|have)$/i.test(norm)

/** Whether the verb or plan at token `i` is told with "had" or "been": "has given them until Friday" still looks ahead. */
function hasPassed(tokens: readonly Token[], i: number): boolean {
  for (let back = i - 1; i >= 0 && back >= 0 && back > i - 4; back--)
    if (/^(?:had|been)$/.test(lower(tokens[back]))) return true
  return false
}

/** The direction in which the verb group at token `i` looks; 0 where it is none or does not say. */
function tense(tokens: readonly Token[], i: number): -1 | 0 | 1 {
  const token = tokens[i]!
  const word = lower(token)
  const [previous, next] = [lower(tokens[i - 1]), lower(tokens[i + 1])]
  if (MODALS.has(word)) return next === "have" ? -1 : 1
  if (previous === "to" && i >= 2 && !/^(?:the|an?|his|her|their|its)$/.test(word)) {
    const governor = lower(tokens[i - 2])
    // "had been due to expire Friday": the day has passed.
    if (PLANS.has(governor) || BE.has(governor)) return hasPassed(tokens, i - 2) ? -1 : 1
  }
  if (PLANS.has(word) && (word.endsWith("ed") || /^(?:to|for|on|at|in)$/.test(next) || word === "upcoming"))
    return hasPassed(tokens, i) ? -1 : 1
  if (word === "has" || word === "have" || word === "had") return -1
  // Helping verbs stand before: "will be held", "were to be signed".
  for (let back = i - 1; back >= 0 && back > i - 4; back--) {
    const helper = lower(tokens[back])
    if (MODALS.has(helper)) return 1
    if (helper === "has" || helper === "have" || helper === "had" || helper === "was" || helper === "were") return -1
    if (BE.has(helper)) return word.endsWith("ing") ? 1 : 0
    if (helper === "to") return PLANS.has(lower(tokens[back - 1])) || BE.has(lower(tokens[back - 1])) ? 1 : 0
    if (helper !== "be" && helper !== "been" && tokens[back]!.upos !== "ADV" && tokens[back]!.upos !== "PART") break
  }
  if (token.xpos === "VBD") return -1
  if (token.xpos !== "FW" && token.upos !== "X") return token.xpos === "VBN" ? -1 : 0
  if (PASTS.has(word)) return -1
  return /^[a-z]{2,}ed$/.test(token.norm) && !ADJECTIVES.has(word) ? -1 : 0
}
