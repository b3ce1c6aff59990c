import { capitalised, type LemmaRule, Lemmatizer, LONGEST_ENDING, sharedStart } from "../src/text/lemmas.ts"

export interface LemmaCase {
  readonly word: string
  readonly tag: string
  readonly lemma: string
}

/** The rule that makes a lemma of a word; undefined where no cut of the end does. */
export function ruleFor(word: string, lemma: string): LemmaRule | undefined {
  const lower = word.toLowerCase()
  const capitals = lemma !== lemma.toLowerCase()
  const keep = capitals && lemma[0] === word[0]
  const mode = keep ? "=" : capitals ? "^" : ""
  const form = keep ? word : capitals ? capitalised(word) : lower
  const same = sharedStart(form, lemma)
  const cut = form.length - same
  if (cut > 9 || (same === 0 && word.length > 6)) return undefined
  return `${mode}${cut}${lemma.slice(same)}`
}

/** How often an ending must speak for a rule. */
const SEEN = 2

/**
 * Learns lemma rules: for each tag the commonest rule of every ending, kept only where it differs from what the
 * next shorter ending says; then single words that no ending gets right.
 */
export function learnLemmas(cases: readonly LemmaCase[]): Map<string, LemmaRule> {
  const byEnding = Array.from({ length: LONGEST_ENDING + 1 }, () => new Map<string, Map<LemmaRule, number>>())
  const byWord = new Map<string, Map<LemmaRule, number>>()
  const wordsOf = new Map<string, Set<string>>()
  for (const { word, tag, lemma } of cases) {
    const rule = ruleFor(word, lemma)
    if (rule === undefined) continue
    const lower = word.toLowerCase()
    count(byWord, `${tag}|${word}`, rule)
    // Each form speaks once, or else common irregular verbs would rule their endings.
    const seen = wordsOf.get(tag) ?? new Set<string>()
    wordsOf.set(tag, seen)
    if (seen.has(`${lower} ${rule}`)) continue
    seen.add(`${lower} ${rule}`)
    for (let n = 0; n <= LONGEST_ENDING && n <= lower.length; n++)
      count(byEnding[n]!, `${tag}~${lower.slice(lower.length - n)}`, rule)
  }
  const rules = new Map<string, LemmaRule>()
  const learned = new Lemmatizer(rules)
  for (const endings of byEnding)
    for (const [key, seen] of endings) {
      const [rule, times] = commonest(seen)
      const bar = key.indexOf("~")
      if (times >= SEEN && learned.rule(key.slice(bar + 1), key.slice(0, bar)) !== rule) rules.set(key, rule)
    }
  for (const [key, seen] of byWord) {
    const [rule] = commonest(seen)
    const bar = key.indexOf("|")
    if (learned.rule(key.slice(bar + 1), key.slice(0, bar)) !== rule) rules.set(key, rule)
  }
  return rules
}

function count(table: Map<string, Map<LemmaRule, number>>, key: string, rule: LemmaRule): void {
  const seen = table.get(key) ?? new Map<LemmaRule, number>()
  seen.set(rule, (seen.get(rule) ?? 0) + 1)
  table.set(key, seen)
}

const commonest = (seen: ReadonlyMap<LemmaRule, number>) =>
  [...seen].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))
