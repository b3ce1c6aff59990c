import type { Span } from "../model/document.ts"
import type { ActorMention, Annotated } from "../model/layers.ts"
import { Grammar } from "./grammar.ts"

/** The layers on which events rest. */
export type Heard = Annotated<"sentences" | "tokens" | "times" | "actors" | "quotations">

/** A document set out for reading events: its trees, and who stands at which word. */
export class Scene {
  readonly doc: Heard
  readonly grammar: Grammar
  /** Token index of the first token of each sentence, and one past the last. */
  private readonly bounds: readonly (readonly [number, number])[]
  private readonly byHead: ReadonlyMap<number, readonly ActorMention[]>
  private readonly byToken: ReadonlyMap<number, ActorMention>

  constructor(doc: Heard) {
    this.doc = doc
    this.grammar = new Grammar(doc)
    const bounds: [number, number][] = doc.sentences.map(() => [0, 0])
    for (const token of doc.tokens) {
      const bound = bounds[token.sentence]
      if (!bound) continue
      if (bound[1] === 0) bound[0] = token.index
      bound[1] = token.index + 1
    }
    this.bounds = bounds
    const byHead = new Map<number, ActorMention[]>()
    const byToken = new Map<number, ActorMention>()
    let first = 0
    for (const mention of doc.actors) {
      const known = byHead.get(mention.head)
      const widest = known?.[0]
      // "Republic of Korea" within "Republic of Korea Foreign Minister Chung" may share its head: the wider words are meant.
      if (!widest || (mention.from <= widest.from && widest.to <= mention.to)) byHead.set(mention.head, [mention])
      else if (mention.from >= widest.to || mention.to <= widest.from) known.push(mention)
      while (first > 0 && (doc.tokens[first]?.from ?? 0) > mention.from) first--
      while (first < doc.tokens.length && doc.tokens[first]!.to <= mention.from) first++
      for (let at = first; at < doc.tokens.length && doc.tokens[at]!.from < mention.to; at++) {
        const other = byToken.get(at)
        if (!other || mention.to - mention.from < other.to - other.from) byToken.set(at, mention)
      }
    }
    this.byHead = byHead
    this.byToken = byToken
  }

  /** First token of a sentence and one past its last. */
  sentenceTokens(sentence: number): readonly [number, number] {
    return this.bounds[sentence] ?? [0, 0]
  }

  /** Actor mentions whose head is this word, or that cover it. */
  mentionsOf(at: number): readonly ActorMention[] {
    const own = this.byHead.get(at)
    if (own) return own
    const around = this.byToken.get(at)
    return around ? [around] : []
  }

  /** Actor mentions of a phrase head that stand for somebody known. */
  actorsOf(at: number): readonly ActorMention[] {
    return this.mentionsOf(at).filter(mention => mention.actors.length > 0)
  }

  /** Actor mentions anywhere in the noun phrase around a head: "the DPRK's recent launches" has the DPRK. */
  actorsUnder(at: number): readonly ActorMention[] {
    return [...new Set(this.grammar.phrase(at).flatMap(token => this.byHead.get(token) ?? []))].filter(
      mention => mention.actors.length > 0,
    )
  }

  /** Actor mentions of one sentence, in order. */
  actorsIn(sentence: number): readonly ActorMention[] {
    const [from, to] = this.sentenceTokens(sentence)
    return this.doc.actors.filter(mention => mention.head >= from && mention.head < to)
  }

  /** Nouns that the verb has as object; where the tree shows none, the next noun within five words. */
  objectNouns(at: number): readonly number[] {
    const objects = this.grammar.undergoers(at)
    if (objects.length > 0) return objects
    const { tokens } = this.doc
    for (let next = at + 1; next <= at + 5; next++) {
      const token = tokens[next]
      if (!token || !this.grammar.sameSentence(at, next) || token.upos === "VERB" || token.upos === "ADP") return []
      const isHead = /^(NOUN|PROPN)$/.test(token.upos) && !/^(NOUN|PROPN)$/.test(tokens[next + 1]?.upos ?? "")
      if (isHead) return [next]
    }
    return []
  }

  /** The stretch of text from the first to the last of some tokens. */
  spanOf(tokens: readonly number[]): Span {
    const first = this.grammar.token(Math.min(...tokens))
    const last = this.grammar.token(Math.max(...tokens))
    return { from: first.from, to: last.to }
  }
}
