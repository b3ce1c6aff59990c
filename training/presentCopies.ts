import type { TreebankSentence } from "./conllu.ts"

/** Verbs whose forms of the present are not made by rule: for one, for many. */
const IRREGULAR: Readonly<Record<string, readonly [one: string, many: string]>> = {
  be: ["is", "are"],
  have: ["has", "have"],
  do: ["does", "do"],
  go: ["goes", "go"],
}

/** Words that take the verb of many without looking like it; "I" does too. */
const MANY =
  /^(?:i|we|you|they|these|those|police|people|both|many|several|some|others|dozens|hundreds|thousands|scores)$/i

/**
 * A sentence told in the past, told in the historical present ("Rebels attacked the city" as "Rebels attack the city"), with its tags
 * and tree: chronicles and headlines tell so throughout, treebanks hardly ever, and a tagger that has not seen it takes verbs behind
 * plurals for nouns.
 * @returns nothing where no verb is in the past
 */
export function inPresent(sentence: TreebankSentence): TreebankSentence | undefined {
  const { words, lemmas, upos, xpos } = sentence
  const past = xpos.flatMap((tag, i) => (tag === "VBD" && /^(?:VERB|AUX)$/.test(upos[i]!) ? [i] : []))
  if (past.length === 0) return undefined
  const told = { words: [...words], xpos: [...xpos] }
  for (const i of past) {
    const many = isMany(sentence, i)
    const [one, some] = IRREGULAR[lemmas[i]!] ?? [ofOne(lemmas[i]!), lemmas[i]!]
    const form = many ? some : one
    told.words[i] = /^\p{Lu}/u.test(words[i]!) ? form.slice(0, 1).toUpperCase() + form.slice(1) : form
    told.xpos[i] = many ? "VBP" : "VBZ"
  }
  return { ...sentence, ...told }
}

/** "attacks", "clashes", "tries". */
const ofOne = (lemma: string) =>
  /(?:s|x|z|ch|sh)$/.test(lemma) ? `${lemma}es` : /[^aeiou]y$/.test(lemma) ? `${lemma.slice(0, -1)}ies` : `${lemma}s`

/** Whether many do what a verb says, as far as the tree tells. */
function isMany({ words, xpos, heads, relations }: TreebankSentence, verb: number): boolean {
  const isSubject = (i: number) => /^(?:nsubj|expl)/.test(relations[i]!)
  let doer = -1
  for (let at = verb, steps = 0; doer < 0 && at >= 0 && steps < 4; steps++) {
    doer = heads.findIndex((head, i) => head === at && isSubject(i))
    if (doer >= 0 || !/^(?:aux|cop|conj)/.test(relations[at]!)) {
      // "rebels who attacked"
      if (doer < 0 && /^acl/.test(relations[at]!)) doer = heads[at]!
      break
    }
    at = heads[at]!
  }
  if (doer < 0) return false
  if (/^(?:who|which|that)$/i.test(words[doer]!) && /^acl/.test(relations[verb]!)) doer = heads[verb]!
  if (doer < 0) return false
  return (
    /^NN(?:P)?S$/.test(xpos[doer]!) ||
    MANY.test(words[doer]!) ||
    heads.some((head, i) => head === doer && relations[i] === "conj") ||
    (xpos[doer] === "CD" && words[doer] !== "one")
  )
}
