import type { Grammar } from "../model/grammar.ts"
import type { Token } from "../model/layers.ts"

/** Who does what a verb says, and whether the verb is a passive of which that is no speaker. */
export interface Subject {
  readonly token: Token
  readonly passive: boolean
}

/** "Officials Monday said": a parser may take the day for who speaks. */
const DAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/

/**
 * The subject of a verb: its own, else that of the verb it is coordinated with or depends on
 * ("Price spoke and said …", "reaffirming …"), else the noun that a relative clause describes.
 */
export function subjectOf(tree: Grammar, verb: number, depth = 0): Subject | undefined {
  const token = tree.token(verb)
  const isRelative = token.relation.startsWith("acl")
  const subjects = tree.dependents(verb, "nsubj").filter(t => !DAY.test(t.norm))
  // "Ghana has offered aircraft, diplomats said": a subject behind the verb, beside one before it, is another verb's.
  const subject = subjects.filter(t => t.index < verb).at(-1) ?? subjects.at(-1)
  if (subject) {
    const named = isRelative && /^(?:who|which|that)$/i.test(subject.norm) ? tree.tokens[token.head] : subject
    return named ? { token: named, passive: subject.relation === "nsubj:pass" } : undefined
  }
  if (token.head < 0 || depth > 4) return undefined
  if (isRelative) return { token: tree.token(token.head), passive: token.xpos === "VBN" }
  if (token.relation !== "conj" && !/^(?:xcomp|advcl)/.test(token.relation)) return undefined
  if (tree.has(verb, "aux:pass")) return undefined
  const inherited = subjectOf(tree, token.head, depth + 1)
  return inherited ? { token: inherited.token, passive: false } : undefined
}

/** The agent of a passive: "by" whom. */
export const agentOf = (tree: Grammar, verb: number): Token | undefined =>
  tree
    .dependents(verb, "obl")
    .find(t => tree.dependents(t.index, "case").some(preposition => preposition.norm.toLowerCase() === "by"))
