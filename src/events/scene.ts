import type { Cited, Span } from "../model/document.ts"
import { publicationDay } from "../model/eventDate.ts"
import { Grammar } from "../model/grammar.ts"
import type { Actor, ActorMention, Annotated, Quotation, Time } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import { together } from "./options.ts"

/** The layers on which events rest. */
export type Heard = Annotated<"publishers" | "sentences" | "tokens" | "times" | "actors" | "quotations">

/** Sentences of an item that only notes what happened; what is longer is a story, with its own ways. */
const LONGEST_ITEM = 4

/** A document set out for reading events: its trees, who stands at which word, and who is speaking. */
export class Scene {
  readonly doc: Heard
  readonly grammar: Grammar
  /** State of those who tell the whole page, where they are of one: that of a ministry's release. */
  readonly home: string | undefined
  /** What is read: a release that somebody tells, an item of few sentences, or a story. */
  readonly kind: "release" | "item" | "story"
  /** Persons who are named in the headline or, failing that, the first sentence: both sides of a contact. */
  readonly officials: readonly Actor[]
  /** Those of them who are of other states than home. */
  readonly counterparts: readonly Actor[]
  /** The state, other than home, of which the page speaks most, and the one of which it speaks most beside that. */
  readonly topic: string | undefined
  readonly secondTopic: string | undefined
  /** Token index of the first token of each sentence, and one past the last. */
  private readonly bounds: readonly (readonly [number, number])[]
  private readonly byCrown: ReadonlyMap<number, readonly ActorMention[]>
  private readonly byToken: ReadonlyMap<number, ActorMention>
  private readonly crowns: ReadonlyMap<ActorMention, number>
  private readonly bySentence: readonly (readonly ActorMention[])[]
  private readonly quotations: readonly (readonly Quotation[])[]
  private readonly times: readonly (readonly Time[])[]
  private readonly modifying: ReadonlyMap<number, readonly Time[]>
  private readonly loud: boolean[] = []
  private readonly roots: number[] = []
  private readonly alone: (readonly ActorMention[])[] = []
  private readonly named: ReadonlyMap<string, number>
  private readonly leading: ReadonlySet<string>
  /** Everyone to whom a part of the page is attributed, each once. */
  private readonly speakers: readonly Cited<Actor>[]
  private claims: readonly { readonly sentence: number; readonly doer: ActorMention }[] | undefined

  /** The day of publication in its own zone; empty where none is given. Kept here, since every event word asks for it. */
  readonly page: string

  constructor(doc: Heard) {
    this.page = publicationDay(doc) ?? ""
    this.grammar = new Grammar(doc)
    const bounds: [number, number][] = doc.sentences.map(() => [0, 0])
    for (const token of doc.tokens) {
      const bound = bounds[token.sentence]
      if (!bound) continue
      if (bound[1] === 0) bound[0] = token.index
      bound[1] = token.index + 1
    }
    this.bounds = bounds
    const attributed = doc.quotations.filter(q => q.form === "attributable")
    this.home = homeOf(doc)
    this.speakers = together(attributed.map(q => q.source))
    this.kind = pageKind(doc, this.home)
    const joint = attributed.filter(q => statesOf(q.source).length > 1)
    const voices = doc.quotations.filter(({ form, source }) => form === "direct" && source.length > 0)
    const actors = doc.actors.map(mention => spoken(doc, jointly(doc, mention, joint), voices))
    this.doc = { ...doc, actors }

    const byCrown = new Map<number, ActorMention[]>()
    const byToken = new Map<number, ActorMention>()
    const crowns = new Map<ActorMention, number>()
    const bySentence: ActorMention[][] = doc.sentences.map(() => [])
    let first = 0
    for (const mention of actors) {
      while (first > 0 && (doc.tokens[first]?.from ?? 0) > mention.from) first--
      while (first < doc.tokens.length && doc.tokens[first]!.to <= mention.from) first++
      const inside: number[] = []
      for (let at = first; at < doc.tokens.length && doc.tokens[at]!.from < mention.to; at++) {
        inside.push(at)
        const other = byToken.get(at)
        if (!other || mention.to - mention.from < other.to - other.from) byToken.set(at, mention)
      }
      const crown =
        inside.find(at => !inside.includes(this.grammar.head(at)) && this.grammar.token(at).upos !== "DET") ??
        mention.head
      crowns.set(mention, crown)
      bySentence[doc.tokens[crown]?.sentence ?? 0]?.push(mention)
      const known = byCrown.get(crown)
      const widest = known?.[0]
      // "Republic of Korea" within "Republic of Korea Foreign Minister Chung" may share its crown: the wider words are meant.
      if (!widest || (mention.from <= widest.from && widest.to <= mention.to)) byCrown.set(crown, [mention])
      else if (mention.from >= widest.to || mention.to <= widest.from) known.push(mention)
    }
    this.byCrown = byCrown
    this.byToken = byToken
    this.crowns = crowns
    this.bySentence = bySentence
    const quotations: Quotation[][] = doc.sentences.map(() => [])
    for (const quotation of doc.quotations) {
      const last = sentenceAt(doc.sentences, quotation.to)
      for (let at = Math.max(0, sentenceAt(doc.sentences, quotation.from)); at <= last; at++)
        quotations[at]?.push(quotation)
    }
    this.quotations = quotations
    const times: Time[][] = doc.sentences.map(() => [])
    for (const time of doc.times) times[sentenceAt(doc.sentences, time.from)]?.push(time)
    this.times = times
    this.modifying = Map.groupBy(doc.times, time => time.modifies)
    const named = new Map<string, number>()
    for (const mention of actors)
      for (const { state, name } of mention.actors) {
        const key = `${state}:${name}`
        named.set(key, (named.get(key) ?? 0) + 1)
      }
    this.named = named
    this.leading = new Set((bySentence[0] ?? []).flatMap(mention => mention.actors.map(({ state }) => state)))
    this.officials = this.officialsNamedFirst()
    this.counterparts = this.officials.filter(({ state }) => state !== this.home)
    ;[this.topic, this.secondTopic] = this.statesNamed()
  }

  /** First token of a sentence and one past its last. */
  sentenceTokens(sentence: number): readonly [number, number] {
    return this.bounds[sentence] ?? [0, 0]
  }

  /** Quotations that cover a word, in the order of the document. */
  quotationsAt(at: number): readonly Quotation[] {
    const { from, to, sentence } = this.grammar.token(at)
    return (this.quotations[sentence] ?? []).filter(quotation => quotation.from <= from && to <= quotation.to)
  }

  /** Times that begin in a sentence, in order. */
  timesIn(sentence: number): readonly Time[] {
    return this.times[sentence] ?? []
  }

  /** Times that modify a word; for -1, those that modify none. */
  timesOn(at: number): readonly Time[] {
    return this.modifying.get(at) ?? []
  }

  /** Whether a sentence asks or exclaims. */
  isLoud(sentence: number): boolean {
    this.loud[sentence] ??= this.doc.tokens
      .slice(...this.sentenceTokens(sentence))
      .some(token => token.lemma === "!" || token.norm === "?")
    return this.loud[sentence]
  }

  /** The word over all others of a sentence; -1 where it has none. */
  root(sentence: number): number {
    this.roots[sentence] ??= this.firstRoot(sentence)
    return this.roots[sentence]
  }

  private firstRoot(sentence: number): number {
    const [from, to] = this.sentenceTokens(sentence)
    for (let at = from; at < to; at++) if (this.grammar.head(at) < 0) return at
    return -1
  }

  /** The word of a mention that hangs on the rest of the sentence. */
  crown(mention: ActorMention): number {
    return this.crowns.get(mention) ?? mention.head
  }

  /** Actor mentions that hang on the sentence by this word, or that cover it. */
  mentionsOf(at: number): readonly ActorMention[] {
    const own = this.byCrown.get(at)
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
    return [...new Set(this.grammar.phrase(at).flatMap(token => this.byCrown.get(token) ?? []))].filter(
      mention => mention.actors.length > 0,
    )
  }

  /** Actor mentions of one sentence, in order. */
  actorsIn(sentence: number): readonly ActorMention[] {
    return this.bySentence[sentence] ?? []
  }

  /** Actor mentions of a sentence that stand for somebody and are not inside another's name. */
  standingAlone(sentence: number): readonly ActorMention[] {
    this.alone[sentence] ??= this.findAlone(sentence)
    return this.alone[sentence]
  }

  private findAlone(sentence: number): readonly ActorMention[] {
    const known = this.actorsIn(sentence).filter(mention => mention.actors.length > 0)
    return known.filter(
      mention =>
        !known.some(
          other =>
            other !== mention &&
            other.from <= mention.from &&
            mention.to <= other.to &&
            other.to - other.from > mention.to - mention.from,
        ),
    )
  }

  /** How much of a page speaks of an actor: whether the headline or first sentence names its state, and how often it is named. */
  salience(mention: ActorMention): string {
    const times = Math.max(0, ...mention.actors.map(({ state, name }) => this.named.get(`${state}:${name}`) ?? 0))
    const lead = mention.actors.some(({ state }) => this.leading.has(state))
    return `${lead ? "lead" : ""}${times > 5 ? "often" : times > 2 ? "some" : times > 1 ? "twice" : "once"}`
  }

  /** Who does what the main verb of a sentence says, where one actor mention does. */
  doer(sentence: number): ActorMention | undefined {
    const root = this.root(sentence)
    return root < 0 ? undefined : this.grammar.doers(root).flatMap(doer => this.actorsOf(doer))[0]
  }

  /** To whom is done what the main verb of a sentence says, where an actor mention is named for it. */
  undergoer(sentence: number): ActorMention | undefined {
    const root = this.root(sentence)
    if (root < 0) return undefined
    const heads = [...this.grammar.undergoers(root), ...this.grammar.phrases(root).map(({ head }) => head)]
    return heads.flatMap(head => this.actorsOf(head))[0]
  }

  /** Where several speak in turn, who else does than the one whose words stand at a token. */
  othersSpeaking(at: number): readonly Cited<Actor>[] {
    if (this.speakers.length < 2) return []
    const voice = this.quotationsAt(at).find(q => q.form === "attributable")
    const [speaker, ...more] = voice?.source ?? []
    return speaker && more.length === 0 ? this.speakers.filter(({ value }) => !sameActor(value, speaker.value)) : []
  }

  /** Who claims responsibility in a sentence or soon after: a claim follows the deed that it is of. */
  claimant(sentence: number): ActorMention | undefined {
    this.claims ??= this.findClaims()
    return this.claims.find(claim => claim.sentence >= sentence && claim.sentence <= sentence + FARTHEST_CLAIM)?.doer
  }

  private findClaims(): readonly { readonly sentence: number; readonly doer: ActorMention }[] {
    return this.doc.tokens.flatMap(({ lemma, index, sentence }) => {
      const verb = lemma === "responsibility" ? this.grammar.verbAbove(index) : -1
      if (verb < 0 || !CLAIMING.has(this.grammar.lemma(verb))) return []
      const [doer] = this.grammar.doers(verb).flatMap(head => this.actorsOf(head))
      return doer ? [{ sentence, doer }] : []
    })
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

  /** Persons and offices named in the headline, if one of another state than home is among them, else those of the first sentence. */
  private officialsNamedFirst(): readonly Actor[] {
    const named = (sentence: number) => {
      const found: Actor[] = []
      for (const { kind, actors } of this.standingAlone(sentence))
        if (/^(person|office)$/.test(kind))
          // a moderator or an aide of whom no state is known sits on neither side of a contact
          for (const actor of actors)
            if (actor.state !== "-" && !found.some(other => sameActor(other, actor))) found.push(actor)
      return found
    }
    if (!this.home) return []
    // whom a briefing names first is not whom the page is about
    const transcript = this.doc.sentences.some(({ kind }) => kind === "label")
    const prose = transcript
      ? -1
      : this.doc.sentences.findIndex((sentence, at) => sentence.kind === "prose" && this.standingAlone(at).length > 1)
    const inHeadline = named(0)
    const first = prose < 0 ? [] : named(prose)
    const abroad = inHeadline.filter(({ state }) => state !== this.home)
    if (abroad.length === 0) return first
    const own = [...inHeadline, ...first].filter(({ state }) => state === this.home)
    return [...own.slice(0, 1), ...abroad]
  }

  private statesNamed(): readonly string[] {
    const counts = new Map<string, number>()
    for (const { actors, form } of this.doc.actors)
      if (form !== "pronoun")
        for (const { state } of actors)
          if (state !== this.home && /^[A-Z]{3}$/.test(state)) counts.set(state, (counts.get(state) ?? 0) + 1)
    return [...counts].sort((a, b) => b[1] - a[1]).map(([state]) => state)
  }
}

/** Sentences behind a deed in which somebody may claim it, and the verbs for that. */
const FARTHEST_CLAIM = 3
const CLAIMING = new Set(["claim", "take", "admit", "accept", "assume"])

/** Index of the last sentence, or other span in order, that begins at or before a place; -1 where none does. */
export function sentenceAt(sentences: readonly Span[], at: number): number {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.from <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Of one state alone, whoever answers for the page; else the state or body whose office puts it out. */
function homeOf({ quotations, publishers }: Heard): string | undefined {
  const states = statesOf(quotations.filter(q => q.form === "attributable").flatMap(q => q.source))
  return states.length === 1 ? states[0] : publishers.find(({ official }) => official)?.state
}

/** What kind of report a page is: one state's release, a story, or an item of a few sentences. */
export function pageKind(doc: Heard, home = homeOf(doc)): Scene["kind"] {
  return home ? "release" : doc.sentences.length > LONGEST_ITEM ? "story" : "item"
}

const statesOf = (tellers: Quotation["source"]) => [...new Set(tellers.map(({ value }) => value.state))]

/** "We must act," Annan told reporters: who speaks is named after the words, and means himself and those for whom he speaks. */
function spoken(doc: Heard, mention: ActorMention, voices: readonly Quotation[]): ActorMention {
  if (mention.form !== "pronoun" || mention.actors.length > 0) return mention
  if (!FIRST_PERSON.test(doc.text.slice(mention.from, mention.to))) return mention
  const voice = voices.findLast(({ from, to }) => from <= mention.from && mention.to <= to)
  if (!voice) return mention
  const [{ evidence }] = voice.source as readonly [Cited<Actor>]
  return {
    ...mention,
    actors: voice.source.map(({ value }) => value),
    antecedent: evidence[0],
    certainty: "implied",
    reason: "who speaks the words",
  }
}

const FIRST_PERSON = /^(?:i|me|my|we|us|our|ours)$/i

/**
 * "We" of a statement that several sides tell together stands for all of their states, and for the bodies as they sign. In a
 * transcript each speaks for a while, and "we" stays the speaker.
 */
function jointly(doc: Heard, mention: ActorMention, joint: readonly Quotation[]): ActorMention {
  const told = joint.find(({ from, to }) => from <= mention.from && mention.to <= to)
  if (!told || mention.form !== "pronoun" || !/^(?:we|us|our|ours)$/i.test(doc.text.slice(mention.from, mention.to)))
    return mention
  const actors = told.source
    .map(({ value }) => (/^[A-Z]{3}$/.test(value.state) ? { state: value.state } : value))
    .filter((one, at, all) => all.findIndex(other => sameActor(one, other)) === at)
  return { ...mention, actors, reason: "said by all signatories together" }
}
