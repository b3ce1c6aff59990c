import type { Cited, Span } from "../model/document.ts"
import type { Grammar } from "../model/grammar.ts"
import type { Actor, ActorMention, Annotated, Token } from "../model/layers.ts"
import { SPEAKERS } from "./cues.ts"

/** Finds out who stands at a noun phrase, from the actors layer. */
export class Sources {
  private readonly byHead = new Map<number, ActorMention>()
  private readonly mentions: readonly ActorMention[]
  private readonly tree: Grammar
  private readonly text: string

  constructor(doc: Annotated<"sentences" | "tokens" | "actors">, tree: Grammar) {
    this.tree = tree
    this.text = doc.text
    this.mentions = [...doc.actors].sort((a, b) => a.from - b.from)
    for (const mention of doc.actors) if (!this.byHead.has(mention.head)) this.byHead.set(mention.head, mention)
  }

  /** The actor mention at a token: the one it heads, else the smallest that covers it. */
  mentionAt(token: Token): ActorMention | undefined {
    const headed = this.byHead.get(token.index)
    if (headed) return headed
    let best: ActorMention | undefined
    for (let i = this.lastStartingBy(token.from); i >= 0; i--) {
      const mention = this.mentions[i]!
      if (token.from - mention.from > LONGEST) break
      if (mention.to >= token.to && (!best || mention.to - mention.from < best.to - best.from)) best = mention
    }
    return best
  }

  /** The text between two places. */
  words = (from: number, to: number) => this.text.slice(from, to)

  /** Whether a mention holds the words for an office and the name set off behind them: "his spokesman, Jane Doe". */
  isSetOff = ({ from, to }: Span) => this.text.slice(from, to).includes(", ")

  /** Mentions that lie within a span, in order. */
  mentionsWithin(span: Span): ActorMention[] {
    const found: ActorMention[] = []
    for (let i = this.lastStartingBy(span.from - 1) + 1; i < this.mentions.length; i++) {
      const mention = this.mentions[i]!
      if (mention.from >= span.to) break
      if (mention.to <= span.to) found.push(mention)
    }
    return found
  }

  /** Everyone that a noun phrase names as speaker; a common noun of somebody who can speak keeps its own words as its name. */
  at(head: Token): readonly Cited<Actor>[] {
    return this.tree.coordinated(head.index).flatMap(index => {
      const token = this.among(this.tree.tokens[index]!)
      const mention = this.mentionAt(token)
      const apposed = mention?.form === "name" ? undefined : this.apposed(token)
      if (apposed) return apposed
      const owner = this.owner(token)
      // "Officials" of whom is told behind them: "officials from the South".
      const toldBehind = mention?.form === "nominal" && owner !== undefined && owner.from >= mention.to
      if (mention && mention.actors.length > 0 && !toldBehind) return this.unnamed(token, mention) ?? cite(mention)
      const named = this.namedBehind(token)
      if (named) return named
      const issuer = PAPERS.test(token.lemma) ? this.issuerOf(token) : undefined
      if (issuer) return cite(issuer)
      if (token.upos !== "PROPN" && !(token.upos === "NOUN" && SPEAKERS.has(token.lemma.toLowerCase()))) return []
      const phrase = this.phrase(token)
      const name = this.text.slice(phrase.from, phrase.to)
      if (!owner)
        return [{ value: { state: "-", name }, evidence: [phrase], certainty: "stated" }] satisfies Cited<Actor>[]
      const { state } = owner.actors[0]!
      const value = this.speaksForState(token) ? { state } : { state, name }
      return [{ value, evidence: [phrase, owner], certainty: "stated" }] satisfies Cited<Actor>[]
    })
  }

  /** "One of its diplomats", "two of the officials": those who are counted, for the number. */
  private among(head: Token): Token {
    const counted = head.upos === "NUM" ? this.tree.dependents(head.index, "nmod")[0] : undefined
    return counted && this.tree.preposition(counted.index) === "of" ? counted : head
  }

  /** "A statement on the website of the foreign ministry", "a communiqué from his office": whoever put the paper out. */
  private issuerOf(paper: Token, depth = 0): ActorMention | undefined {
    for (const noun of this.tree.dependents(paper.index, "nmod")) {
      const joined =
        noun.relation === "nmod:poss" ? "by" : noun.index > paper.index ? this.tree.preposition(noun.index) : ""
      const mention = this.mentionAt(noun)
      if (/^(?:of|by|from)$/.test(joined) && mention?.actors.length && mention.form !== "adjective") return mention
      if (!/^(?:of|by|from|on|in)$/.test(joined)) continue
      const above = depth < 2 ? this.issuerOf(noun, depth + 1) : undefined
      if (above) return above
    }
    return undefined
  }

  /** "The rights group Amnesty", "the agency Tass": the name that stands right behind the word for what bears it. */
  private namedBehind(head: Token): Cited<Actor>[] | undefined {
    const first = this.tree.tokens[head.index + 1]
    if (head.upos !== "NOUN" || !SPEAKERS.has(head.lemma.toLowerCase()) || first?.sentence !== head.sentence)
      return undefined
    const mention = this.mentionAt(first)
    return mention && mention.from === first.from && mention.form === "name" && mention.actors.length > 0
      ? cite(mention)
      : undefined
  }

  /** "A spokesman for the militants, Jane Doe, vowed": who is named beside the word for what he is. */
  private apposed(head: Token): Cited<Actor>[] | undefined {
    // In "a spokesman for Mr. Doe, Jane Roe" no one person is another: Roe is the spokesman, whatever the tree says.
    const masters = this.tree.dependents(head.index, "nmod").filter(t => this.mentionAt(t)?.kind === "person")
    const mention = [head, ...masters]
      .flatMap(t => this.tree.dependents(t.index, "appos"))
      .map(t => this.mentionAt(t))
      .find(mention => mention?.kind === "person" && mention.form === "name" && mention.actors.length > 0)
    return mention && cite(mention)
  }

  /**
   * Officials, diplomats and sources who keep their names to themselves go by the words for them. Of which state they are is taken over
   * from what was spoken of before, but for diplomats, who speak of other states than their own.
   */
  private unnamed(head: Token, mention: ActorMention): Cited<Actor>[] | undefined {
    const [actor, ...others] = mention.actors
    const lemma = head.lemma.toLowerCase()
    if (!UNNAMED.test(lemma) || mention.form !== "nominal" || !actor || others.length > 0) return undefined
    if (this.speaksForState(head) && !mention.antecedent && mention.certainty === "stated")
      return [{ value: { state: actor.state }, evidence: [mention], certainty: "stated" }]
    if (actor.name && !UNNAMED.test(actor.name.toLowerCase().replace(/s$/, ""))) return undefined
    const phrase = this.phrase(head)
    const name = this.text.slice(phrase.from, phrase.to)
    const foreign = lemma === "diplomat" && mention.certainty === "implied" && !mention.antecedent
    const { certainty, reason, antecedent } = mention
    if (foreign) return [{ value: { state: "-", name }, evidence: [phrase], certainty: "stated" }]
    const evidence: [Span, ...Span[]] = antecedent ? [phrase, antecedent] : [phrase]
    return [{ value: { state: actor.state, name }, evidence, certainty, reason }]
  }

  /** Whether a state itself speaks through somebody, "Danish officials said", and not one of its services, "a Danish defence official". */
  private speaksForState(head: Token): boolean {
    return (
      SPEAKS_FOR_STATE.test(head.lemma) &&
      this.tree
        .dependents(head.index, "compound", "amod")
        .every(t => this.mentionAt(t)?.kind === "state" || this.mentionAt(t)?.kind === "people" || MANY.test(t.lemma))
    )
  }

  /** Of which state a speaker is who is not named: "officials from the South", "a Danish lawmaker", "a spokesman for Mr. Doe". */
  private owner(head: Token): ActorMention | undefined {
    return this.tree
      .dependents(head.index, "nmod", "amod", "compound")
      .filter(t => !/^(?:on|about|into|against|over)$/.test(this.tree.preposition(t.index)))
      .map(t => this.mentionAt(t))
      .find(mention => mention?.actors.length === 1 && (mention.kind === "state" || mention.actors[0]!.state !== "-"))
  }

  /** The words of a plain noun phrase: its head with what is joined to it before, without article. */
  private phrase(head: Token): Span {
    const parts = this.tree
      .dependents(head.index, "compound", "amod", "flat")
      .filter(t => Math.abs(t.index - head.index) < 6)
    const from = Math.min(head.from, ...parts.map(t => t.from))
    return { from, to: Math.max(head.to, ...parts.map(t => t.to)) }
  }

  /** Index of the last mention that starts at or before `offset`; -1 if none does. */
  private lastStartingBy(offset: number) {
    let low = 0
    let high = this.mentions.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.mentions[middle]!.from <= offset) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}

/** Papers and pages through which somebody speaks. */
const PAPERS =
  /^(?:statement|communiqu[eé]|release|readout|website|letter|post|tweet|document|text|declaration|report)$/i

/** Those through whom a state itself speaks; they add no name to it. */
const SPEAKS_FOR_STATE = /^(?:official|authority|government)$/i

/** Words that only tell how many or how high they are. */
const MANY = /^(?:several|many|various|other|senior|top)$/i

/** Those who speak without their names. */
const UNNAMED = /^(?:official|diplomat|source)$/

/** Longest actor mention looked back for, in code units; longer ones are found by their head. */
const LONGEST = 300

/** The actors of a mention, each resting on its words and on those it refers back to. */
export function cite(mention: ActorMention): Cited<Actor>[] {
  const { from, to, certainty, reason, antecedent } = mention
  return mention.actors.map(value => ({
    value,
    evidence: antecedent ? [{ from, to }, antecedent] : [{ from, to }],
    certainty,
    reason,
  }))
}
