import type { Token } from "./layers.ts"

/** What the tree of a document needs: tokens with their governors. */
interface Parsed {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** Relations of a noun phrase's own words, as against clauses hanging on it. */
const WITHIN_PHRASE =
  /^(det|amod|compound|nummod|flat|fixed|goeswith|nmod:poss|nmod:desc|case|appos|list|advmod|punct|nmod|conj|cc|acl)/

/** Prepositions written as two or three words, by their first word. */
const LONGER_PREPOSITION = /^(because|according|due|instead|ahead|next|along|together|as)$/

/**
 * The dependency trees of a document, with the questions that reading asks of them: who is the subject of this verb,
 * what stands after "with". Universal Dependencies; a token is named by its index in `doc.tokens`.
 */
export class Grammar {
  readonly tokens: readonly Token[]
  private readonly below: readonly (readonly number[])[]
  /** First token of each sentence, and one past the last. */
  private readonly bounds: readonly { readonly first: number; readonly end: number }[]
  /** Answers already given, by token: the same few questions are asked again and again of every verb. */
  private readonly known: {
    readonly lemma: string[]
    readonly preposition: string[]
    readonly passive: boolean[]
    readonly doers: (readonly number[])[]
    readonly undergoers: (readonly number[])[]
    readonly phrase: (readonly number[])[]
  }

  constructor(doc: Parsed) {
    this.tokens = doc.tokens
    const below: number[][] = doc.tokens.map(() => [])
    for (const token of doc.tokens)
      if (token.head >= 0 && token.head !== token.index) below[token.head]?.push(token.index)
    this.below = below
    const bounds: { first: number; end: number }[] = []
    for (const { index, sentence } of doc.tokens) {
      const bound = bounds[sentence]
      if (bound) bound.end = index + 1
      else bounds[sentence] = { first: index, end: index + 1 }
    }
    this.bounds = bounds
    const blank = () => new Array(doc.tokens.length)
    this.known = {
      lemma: blank(),
      preposition: blank(),
      passive: blank(),
      doers: blank(),
      undergoers: blank(),
      phrase: blank(),
    }
  }

  token(at: number): Token {
    return this.tokens[at]!
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

  /** Token range of a sentence: first index, and one past the last. */
  range(sentence: number): { readonly first: number; readonly end: number } {
    return this.bounds[sentence] ?? { first: 0, end: 0 }
  }

  /** The lemma, lower case, "-ize" for "-ise" in the verbs that have both. */
  lemma(at: number): string {
    const token = this.tokens[at]
    if (!token) return ""
    this.known.lemma[at] ??= token.lemma.toLowerCase().replace(/(?<=[a-z]{3})isation$/, "ization")
    return this.known.lemma[at]
  }

  children(at: number): readonly number[] {
    return this.below[at] ?? []
  }

  /** Children with a relation that is, or begins with, one of `relations` ("obl" finds "obl:agent"). */
  childrenBy(at: number, ...relations: readonly string[]): number[] {
    return this.children(at).filter(child => {
      const relation = this.tokens[child]!.relation
      return relations.some(
        wanted => relation.startsWith(wanted) && (relation.length === wanted.length || relation[wanted.length] === ":"),
      )
    })
  }

  /** `childrenBy` as tokens; all children where no relation is given. */
  dependents(at: number, ...relations: readonly string[]): Token[] {
    return (relations.length > 0 ? this.childrenBy(at, ...relations) : this.children(at)).map(
      child => this.tokens[child]!,
    )
  }

  has(at: number, relation: string): boolean {
    return this.childrenBy(at, relation).length > 0
  }

  relation(at: number): string {
    return this.tokens[at]?.relation ?? ""
  }

  /** The governor, or -1. */
  head(at: number): number {
    return this.tokens[at]?.head ?? -1
  }

  sameSentence(a: number, b: number): boolean {
    return this.tokens[a] !== undefined && this.tokens[a].sentence === this.tokens[b]?.sentence
  }

  /** The preposition in front of a phrase: "with", "on", "ahead of". Empty where there is none. */
  preposition(at: number): string {
    this.known.preposition[at] ??= this.readPreposition(at)
    return this.known.preposition[at]
  }

  private readPreposition(at: number): string {
    const marks = this.childrenBy(at, "case").filter(child => this.tokens[child]!.norm.toLowerCase() !== "'s")
    const first = marks[0]
    if (first === undefined) return ""
    const word = this.tokens[first]!.norm.toLowerCase()
    const second = this.tokens[first + 1]?.norm.toLowerCase()
    return LONGER_PREPOSITION.test(word) && second && /^(of|to|with|from)$/.test(second) ? `${word} ${second}` : word
  }

  isVerb(at: number): boolean {
    const token = this.tokens[at]
    return token !== undefined && (token.upos === "VERB" || token.upos === "AUX")
  }

  isPassive(at: number): boolean {
    this.known.passive[at] ??= this.readPassive(at)
    return this.known.passive[at]
  }

  private readPassive(at: number): boolean {
    if (this.has(at, "nsubj:pass") || this.has(at, "aux:pass") || this.has(at, "obl:agent")) return true
    const token = this.tokens[at]
    return token?.xpos === "VBN" && token.relation.startsWith("acl") && !this.has(at, "aux")
  }

  /** Whether the verb or adjective carries "not", "never", "no longer", "n't". */
  isNegated(at: number): boolean {
    return this.children(at).some(
      child =>
        /^(not|n't|never|no|neither|hardly|without)$/.test(this.tokens[child]!.norm.toLowerCase()) &&
        /^(advmod|det|cc|mark|case|aux)/.test(this.tokens[child]!.relation),
    )
  }

  /** The phrase and those coordinated with it: "Park and Blinken" from "Park". */
  coordinated(at: number): number[] {
    const found = [at]
    for (const child of this.childrenBy(at, "conj"))
      if (!this.isVerb(child) || this.isVerb(at)) found.push(...this.coordinated(child))
    return found
  }

  /** The first of a coordination: "condemned" from "reaffirmed" in "condemned X and reaffirmed Y". */
  firstOfCoordination(at: number): number {
    let first = at
    for (let step = 0; step < 20 && this.relation(first).startsWith("conj"); step++) first = this.head(first)
    return first
  }

  /** Verb of which the noun is the subject, object or oblique, or -1: "hold" from "talks" in "held talks". */
  verbAbove(at: number): number {
    let up = this.head(this.firstOfCoordination(at))
    for (let step = 0; step < 6 && up >= 0 && !this.isVerb(up); step++) up = this.head(up)
    return up
  }

  /**
   * Heads of the phrases that do what the verb says: its subject; for a passive its "by" phrase; where it has none of its own,
   * that of the verb it is coordinated with, depends on, or the noun that it describes.
   */
  doers(at: number): readonly number[] {
    this.known.doers[at] ??= this.readDoers(at, 0)
    return this.known.doers[at]
  }

  private readDoers(at: number, depth: number): readonly number[] {
    if (depth > 6) return []
    const agents = this.childrenBy(at, "obl", "nmod").filter(
      child => this.relation(child) === "obl:agent" || (this.isPassive(at) && this.preposition(child) === "by"),
    )
    if (agents.length > 0) return agents.flatMap(agent => this.coordinated(agent))
    if (this.isPassive(at)) return []
    const own = this.childrenBy(at, "nsubj", "csubj").filter(child => this.relation(child) !== "nsubj:pass")
    if (own.length > 0) return own.flatMap(subject => this.coordinated(this.antecedent(subject, at)))
    const relation = this.relation(at)
    const above = this.head(at)
    if (above < 0) return []
    if (relation.startsWith("acl")) return this.isVerb(above) ? this.readDoers(above, depth + 1) : [above]
    if (relation === "ccomp") return this.readDoers(above, depth + 1)
    if (relation === "xcomp") {
      const objects = this.childrenBy(above, "obj", "iobj")
      if (objects.length > 0) return objects
      // He is expected to visit, was told to leave
      return this.isPassive(above) ? this.readUndergoers(above, depth + 1) : this.readDoers(above, depth + 1)
    }
    if (/^(conj|advcl|parataxis|aux|cop)/.test(relation)) {
      if (!this.isVerb(above) && relation === "conj") return []
      return this.isPassive(above) ? this.readUndergoers(above, depth + 1) : this.readDoers(above, depth + 1)
    }
    return []
  }

  /** Heads of the phrases to which it is done: the object, or the subject of a passive. */
  undergoers(at: number): readonly number[] {
    this.known.undergoers[at] ??= this.readUndergoers(at, 0)
    return this.known.undergoers[at]
  }

  private readUndergoers(at: number, depth: number): readonly number[] {
    if (depth > 6) return []
    if (this.isPassive(at)) {
      const subjects = this.childrenBy(at, "nsubj:pass", "nsubj")
      if (subjects.length > 0) return subjects.flatMap(subject => this.coordinated(this.antecedent(subject, at)))
      const above = this.head(at)
      if (above < 0) return []
      if (this.relation(at).startsWith("acl") && !this.isVerb(above)) return [above]
      return /^(conj|advcl|xcomp)/.test(this.relation(at)) ? this.readUndergoers(above, depth + 1) : []
    }
    return this.childrenBy(at, "obj", "iobj").flatMap(object => this.coordinated(object))
  }

  /** What "who", "which", "that" stand for in a relative clause; other heads stand for themselves. */
  private antecedent(subject: number, verb: number): number {
    const isRelative = /^(who|which|that)$/.test(this.lemma(subject)) && this.relation(verb).startsWith("acl")
    return isRelative && this.head(verb) >= 0 ? this.head(verb) : subject
  }

  /** Obliques and noun modifiers of a word, by preposition. */
  phrases(at: number): { readonly preposition: string; readonly head: number }[] {
    return this.childrenBy(at, "obl", "nmod", "advcl", "advmod")
      .map(child => ({ preposition: this.preposition(child), head: child }))
      .filter(phrase => phrase.preposition !== "")
  }

  /** Every token under `at`, itself among them, in order. `stopAt` leaves out children and what hangs on them. */
  subtree(at: number, stopAt: (child: number) => boolean = () => false): number[] {
    const found: number[] = []
    const walk = (token: number, depth: number) => {
      found.push(token)
      if (depth < 60) for (const child of this.children(token)) if (!stopAt(child)) walk(child, depth + 1)
    }
    walk(at, 0)
    return found.sort((a, b) => a - b)
  }

  /** Whether a token is among `subtree(at, stopAt)`. */
  isUnder(token: number, at: number, stopAt: (child: number) => boolean = () => false): boolean {
    let up = token
    for (let step = 0; up !== at; step++, up = this.head(up)) if (up < 0 || step >= 60 || stopAt(up)) return false
    return true
  }

  /** The words of a noun phrase around its head. */
  phrase(at: number): readonly number[] {
    this.known.phrase[at] ??= this.subtree(at, child => !WITHIN_PHRASE.test(this.relation(child)))
    return this.known.phrase[at]
  }

  /**
   * The way from one word to another through the tree, written as relations with prepositions: "^xcomp nsubj" goes up from an
   * infinitive and down to the subject of its governor. Undefined where they lie in different trees or far apart.
   */
  path(from: number, to: number): string | undefined {
    const ups = new Map<number, number>()
    for (let at = from, step = 0; at >= 0 && step < 8; at = this.head(at), step++) ups.set(at, step)
    const down: number[] = []
    let meet = to
    for (let step = 0; meet >= 0 && !ups.has(meet) && step < 7; step++) {
      down.push(meet)
      meet = this.head(meet)
    }
    if (meet < 0 || !ups.has(meet)) return undefined
    const words: string[] = []
    for (let at = from; at !== meet; at = this.head(at)) words.push(`^${this.relation(at)}`)
    for (const at of down.reverse()) {
      const preposition = this.preposition(at)
      words.push(preposition ? `${this.relation(at)}:${preposition}` : this.relation(at))
    }
    return words.join(" ") || "."
  }
}
