import type { Annotated, Token } from "../model/layers.ts"

/** What the finders of this room ask of a document's parse. */
export class SentenceTree {
  readonly tokens: readonly Token[]
  private readonly children: readonly (readonly number[])[]
  /** First token of each sentence, and one past the last. */
  private readonly bounds: readonly { readonly first: number; readonly end: number }[]

  constructor(doc: Annotated<"sentences" | "tokens">) {
    this.tokens = doc.tokens
    const children: number[][] = doc.tokens.map(() => [])
    const bounds = doc.sentences.map(() => ({ first: 0, end: 0 }))
    for (const token of doc.tokens) {
      if (token.head >= 0) children[token.head]?.push(token.index)
      const bound = bounds[token.sentence]
      if (bound) {
        if (bound.end === 0) bound.first = token.index
        bound.end = token.index + 1
      }
    }
    this.children = children
    this.bounds = bounds
  }

  /** Index of the first token that starts at or after an offset. */
  at(offset: number): number {
    let low = 0
    let high = this.tokens.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.tokens[middle]!.from < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** The dependents of a token, in order; only those of the given relations, subtypes included, when some are given. */
  dependents(index: number, ...relations: readonly string[]): Token[] {
    return (this.children[index] ?? [])
      .map(child => this.tokens[child]!)
      .filter(
        t => relations.length === 0 || relations.includes(t.relation) || relations.includes(t.relation.split(":")[0]!),
      )
  }

  /** Token range of a sentence: first index, and one past the last. */
  range(sentence: number) {
    return this.bounds[sentence] ?? { first: 0, end: 0 }
  }

  /** All tokens below and at `index`, without the branches under `without`. */
  subtree(index: number, without: ReadonlySet<number> = new Set()): number[] {
    const found: number[] = []
    const open = [index]
    while (open.length > 0) {
      const at = open.pop()!
      if (without.has(at)) continue
      found.push(at)
      open.push(...(this.children[at] ?? []))
    }
    return found.sort((a, b) => a - b)
  }

  /** A head and what is coordinated with it: "Blinken", "Hayashi" in "Blinken and Hayashi". */
  coordinated(index: number): number[] {
    return [index, ...this.dependents(index, "conj").flatMap(t => this.coordinated(t.index))]
  }

  /**
   * The subject of a verb: its own, else that of the verb it is coordinated with or depends on
   * ("Price spoke and said …", "reaffirming …"), else the noun that a relative clause describes.
   */
  subject(verb: number, depth = 0): { readonly token: Token; readonly passive: boolean } | undefined {
    const token = this.tokens[verb]!
    const own = this.dependents(verb, "nsubj")
    if (own.length > 0) {
      const subject = own.at(-1)!
      const relative = /^(?:who|which|that)$/i.test(subject.norm) && this.isRelative(token)
      const named = relative ? this.tokens[token.head] : subject
      return named ? { token: named, passive: subject.relation === "nsubj:pass" } : undefined
    }
    if (token.head < 0 || depth > 4) return undefined
    if (this.isRelative(token)) return { token: this.tokens[token.head]!, passive: token.xpos === "VBN" }
    if (token.relation === "conj" || /^(?:xcomp|advcl)/.test(token.relation)) {
      if (this.dependents(verb, "aux").some(t => t.relation === "aux:pass")) return undefined
      const inherited = this.subject(token.head, depth + 1)
      return inherited ? { token: inherited.token, passive: false } : undefined
    }
    return undefined
  }

  /** The agent of a passive: "by" whom. */
  agent(verb: number): Token | undefined {
    return this.dependents(verb, "obl").find(t =>
      this.dependents(t.index, "case").some(c => c.norm.toLowerCase() === "by"),
    )
  }

  private isRelative(token: Token) {
    return token.relation.startsWith("acl")
  }
}
