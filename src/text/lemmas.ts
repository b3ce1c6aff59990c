import { copied } from "../model/document.ts"

/**
 * How a word becomes its lemma: how many code units fall off its end and what is put on instead.
 * A leading "=" keeps capitals as they are, "^" makes the first one a capital; without either the lemma is in lower case.
 */
export type LemmaRule = string

/** Applies a rule such as "3y" ("allies" → "ally"), "=1" ("Appeals" → "Appeal") or "0". */
export function applyRule(rule: LemmaRule, word: string): string {
  const mode = rule[0]
  const at = mode === "=" || mode === "^" ? 1 : 0
  const form = mode === "=" ? word : mode === "^" ? capitalised(word) : word.toLowerCase()
  const cut = rule.charCodeAt(at) - 48
  return form.slice(0, Math.max(0, form.length - cut)) + rule.slice(at + 1)
}

/** "India" of "india" and "INDIA". */
export const capitalised = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()

/** How many code units two words have in common from the start. */
export function sharedStart(a: string, b: string): number {
  let same = 0
  while (same < a.length && a[same] === b[same]) same++
  return same
}

/** The rule that leads a form to its base. */
function ruleTo(form: string, base: string): LemmaRule {
  const same = sharedStart(form, base)
  return `${form.length - same}${base.slice(same)}`
}

/** The longest ending, in code units, that a rule may hang on; a whole word counts as longer than any ending. */
export const LONGEST_ENDING = 5

/** Most words whose lemmas are kept. */
const KEPT = 8_000

/** What regular spelling takes off a verb and puts on: "revoked" to "revoke", "banned" to "ban"; a final "e" is tried before none. */
const VERB_ENDINGS: readonly (readonly [ending: RegExp, rules: readonly LemmaRule[]])[] = [
  [/ies$/, ["3y", "1"]],
  [/es$/, ["1", "2"]],
  [/s$/, ["1"]],
  [/ied$/, ["3y", "1"]],
  [/(.)\1ed$/, ["1", "2", "3"]],
  [/ed$/, ["1", "2"]],
  [/ying$/, ["3", "3e", "4ie"]],
  [/(.)\1ing$/, ["3e", "3", "4"]],
  [/ing$/, ["3e", "3"]],
]

/**
 * Finds lemmas by rules learned from treebanks: the whole word with its tag first, then ever shorter endings. Between the two, forms of
 * known verbs are led back to them by regular spelling.
 */
export class Lemmatizer {
  private readonly rules: ReadonlyMap<string, LemmaRule>
  private readonly verbs: ReadonlySet<string>
  private readonly irregular: ReadonlyMap<string, LemmaRule>
  /** Lemmas found before, by word and tag. */
  private readonly known = new Map<string, Map<string, string>>()

  /**
   * @param rules by tag and word ("VERB VBD|went") or tag and ending ("NOUN NNS~ies")
   * @param verbs in their base form
   * @param irregular base forms by irregular form: "shoot" by "shot"
   */
  constructor(
    rules: ReadonlyMap<string, LemmaRule>,
    verbs: ReadonlySet<string> = new Set(),
    irregular: ReadonlyMap<string, string> = new Map(),
  ) {
    this.rules = rules
    this.verbs = verbs
    this.irregular = new Map([...irregular].map(([form, base]) => [form, ruleTo(form, base)]))
  }

  /** The lemma of a word under a tag ("VERB VBD"). */
  lemma(word: string, tag: string): string {
    let byTag = this.known.get(word)
    if (byTag === undefined) {
      if (this.known.size >= KEPT) this.known.clear()
      byTag = new Map()
      this.known.set(copied(word), byTag)
    }
    let lemma = byTag.get(tag)
    if (lemma === undefined) {
      lemma = copied(applyRule(this.rule(word, tag), word))
      byTag.set(tag, lemma)
    }
    return lemma
  }

  /** The rule that fits best; without any, nouns of names keep their capitals and everything else loses them. */
  rule(word: string, tag: string): LemmaRule {
    const lower = word.toLowerCase()
    const isName = tag.startsWith("PROPN")
    const whole = this.rules.get(`${tag}|${word}`) ?? (isName ? undefined : this.rules.get(`${tag}|${lower}`))
    if (whole !== undefined) return whole
    const regular = tag.startsWith("VERB") ? this.regular(lower) : undefined
    if (regular !== undefined) return regular
    for (let n = Math.min(LONGEST_ENDING, lower.length); n >= 0; n--) {
      const rule = this.rules.get(`${tag}~${lower.slice(lower.length - n)}`)
      if (rule !== undefined) return rule
    }
    return isName || tag.startsWith("X") ? "=0" : "0"
  }

  /** The rule that leads a form to a verb that is known; undefined where none does. */
  private regular(form: string): LemmaRule | undefined {
    const irregular = this.irregular.get(form)
    if (irregular !== undefined) return irregular
    if (this.verbs.has(form)) return "0"
    const [, rules] = VERB_ENDINGS.find(([ending]) => ending.test(form)) ?? []
    return rules?.find(rule => this.verbs.has(applyRule(rule, form)))
  }
}
