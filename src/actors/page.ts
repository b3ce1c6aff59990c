import type { Span } from "../model/document.ts"
import type { Annotated, Name } from "../model/layers.ts"
import type { NameWords } from "./phrase.ts"
import { type Piece, piecesOf } from "./pieces.ts"

/** What the stage reads. */
export type Text = Annotated<"publishers" | "sentences" | "tokens" | "names">

/** A document by its pieces: where they stand, what governs them, what is quoted. Places are pieces unless said otherwise. */
export class Page {
  readonly pieces: readonly Piece[]
  readonly #doc: Text
  readonly #quoted: Uint8Array

  constructor(doc: Text) {
    this.#doc = doc
    this.pieces = piecesOf(doc.tokens)
    this.#quoted = quotedTokens(doc)
  }

  /** Whether a token stands between quotation marks. */
  isQuoted = (token: number) => this.#quoted[token] === 1

  /** Index of the sentence. */
  sentenceAt = (piece: number) => this.#doc.tokens[this.pieces[piece]!.token]!.sentence

  /** The stretch of text from one piece up to another. */
  span(from: number, to: number): Span {
    return {
      from: this.#doc.tokens[this.pieces[from]!.token]!.from,
      to: this.#doc.tokens[this.pieces[to - 1]!.token]!.to,
    }
  }

  /** Its words, with white space made plain. */
  text(from: number, to: number): string {
    const span = this.span(from, to)
    return this.#doc.text.slice(span.from, span.to).replace(/\s+/g, " ")
  }

  /** The token of a phrase whose governor stands outside it; without a parse, the piece the grammar took for its head. */
  headOf(from: number, to: number, fallback: number): number {
    const first = this.pieces[from]!.token
    const last = this.pieces[to - 1]!.token
    if (this.#doc.tokens[first]!.upos === "X") return this.pieces[fallback]!.token
    let head = -1
    let best = -1
    for (let i = first; i <= last; i++) {
      const { head: governor, relation, upos } = this.#doc.tokens[i]!
      if (governor >= first && governor <= last) continue
      // Where the parse leaves several words without a governor in the phrase, the one with a part in the clause.
      const rank = /^nsubj/.test(relation)
        ? 3
        : /^(?:i?obj|obl|nmod|conj|appos|root|parataxis)/.test(relation)
          ? 2
          : upos === "NOUN" || upos === "PROPN" || upos === "PRON"
            ? 1
            : 0
      if (rank > best) {
        best = rank
        head = i
      }
    }
    return head < 0 ? this.pieces[fallback]!.token : head
  }

  /**
   * Whether words are the subject of a verb of saying: by the parse, or because such a verb follows them and what is said
   * stands before, quoted or behind a comma: "…," spokesperson Ned Price said.
   * @param head token
   */
  speaks(head: number, from: number, to: number): boolean {
    const { tokens } = this.#doc
    const { relation, head: governor } = tokens[head]!
    if (relation.startsWith("nsubj") && SAYING.has(tokens[governor]?.lemma ?? "")) return true
    const last = this.pieces[to - 1]!.token
    const verb = tokens[last + 1]
    if (verb?.upos !== "VERB" || !/^VB[DZ]$/.test(verb.xpos) || !SAYING.has(verb.lemma)) return false
    if (this.pieces[from - 1]?.mark === ",") return true
    for (let i = last; i >= 0 && last - i < LONGEST_SPEAKER && tokens[i]!.sentence === verb.sentence; i--)
      if (/^(?:"|''|”)$/.test(tokens[i]!.norm)) return true
    return false
  }

  /** Of a word that is the object of a verb, the subject of that verb, or of the one it is joined to; undefined where none is near. */
  doerOfVerbAround(token: number): number | undefined {
    const { tokens } = this.#doc
    const { relation, head } = tokens[token]!
    if (!/^(?:i?obj|obl)/.test(relation) || head < 0) return undefined
    for (let verb = head, up = 0; verb >= 0 && up < MOST_JOINED; verb = tokens[verb]!.head, up++) {
      for (
        let i = verb - 1;
        i >= 0 && verb - i < FARTHEST_SUBJECT && tokens[i]!.sentence === tokens[verb]!.sentence;
        i--
      )
        if (tokens[i]!.head === verb && tokens[i]!.relation.startsWith("nsubj")) return i
      if (tokens[verb]!.relation !== "conj" && tokens[verb]!.relation !== "xcomp") return undefined
    }
    return undefined
  }

  /** Whether a token is the subject of a verb for what officials do together in words: "they discussed". */
  isTalk(token: number): boolean {
    const { relation, head } = this.#doc.tokens[token]!
    return relation.startsWith("nsubj") && TALKING.has(this.#doc.tokens[head]?.lemma ?? "")
  }

  /** Whether a token is the office that somebody is given or takes: "appointed Prime Minister", "sworn in as President". */
  isNewOffice(token: number): boolean {
    const { relation, head } = this.#doc.tokens[token]!
    return /^(?:xcomp|obl|obj|attr)/.test(relation) && TAKING.has(this.#doc.tokens[head]?.lemma ?? "")
  }

  /** Whether a token is the subject of its clause. */
  isSubject(head: number, sentence: number, at: number): boolean {
    const token = this.#doc.tokens[head]!
    if (token.upos !== "X") return token.relation.startsWith("nsubj")
    // Without a parse: whoever opens the sentence.
    for (let piece = at - 1; piece >= 0 && at - piece < 4 && this.sentenceAt(piece) === sentence; piece--)
      if (this.pieces[piece]!.key && !/^(?:the|and|but|also)$/.test(this.pieces[piece]!.key)) return false
    return true
  }

  /** Whether a token is the subject of the main clause of its sentence; without a parse, always. */
  isFirstSubject(head: number): boolean {
    const { relation, head: governor, upos } = this.#doc.tokens[head]!
    return upos === "X" || (relation.startsWith("nsubj") && this.#doc.tokens[governor]?.relation === "root")
  }

  /** Whether words can stand before a noun within its phrase: adjectives and nouns, one at least in small letters. */
  isNounPhrase(from: number, to: number): boolean {
    let calling = to === from
    for (let piece = from; piece < to; piece++) {
      const { upos } = this.#doc.tokens[this.pieces[piece]!.token]!
      if (upos !== "ADJ" && upos !== "NOUN" && upos !== "PROPN" && !this.isJoint(piece)) return false
      if (upos === "NOUN") calling = true
    }
    return calling
  }

  /** Whether a piece joins words: "and", a hyphen within a word. */
  isJoint = (piece: number) => this.pieces[piece]!.key === "and" || this.pieces[piece]!.mark === "-"

  /** The pieces of a name. */
  words = (name: NameWords) => this.pieces.slice(name.from, name.to).flatMap(piece => (piece.key ? [piece.key] : []))

  /** As printed, without nicknames in quotes; capitals of labels made small. */
  printed(name: NameWords): string {
    const text = this.text(name.from, name.to)
      .replace(/ ?["“”][^"“”]*["“”] ?/g, " ")
      .replace(/['’]s$/, "")
    return /\p{Ll}/u.test(text)
      ? text
      : text.toLowerCase().replace(/(?<!\p{L})\p{Ll}/gu, letter => letter.toUpperCase())
  }

  /** Whether the names layer saw a person there. */
  isPerson(name: NameWords): boolean {
    return nameAt(this.#doc.names, this.span(name.from, name.to))?.kind === "PER"
  }

  /** The words between two places, as pieces. */
  between = (from: number, to: number) =>
    this.pieces
      .slice(from, to)
      .map(({ key, mark }) => key || mark)
      .join(" ")
}

const SAYING = new Set(
  "say add tell state note announce stress continue explain write report claim warn argue insist acknowledge".split(
    " ",
  ),
)
const TAKING = new Set("appoint elect reelect re-elect name become swear nominate inaugurate install".split(" "))
const TALKING = new Set(
  "discuss review share exchange agree reaffirm reiterate emphasize underscore underline stress express highlight condemn pledge explore recognize acknowledge commit welcome note confer consult concur resolve".split(
    " ",
  ),
)
/** Verbs in a row that share a subject: "met, greeted and thanked". */
const MOST_JOINED = 4
/** Words between a subject and its verb. */
const FARTHEST_SUBJECT = 40
/** Most words between a closing quotation mark and the verb of saying, for who stands between to be the speaker. */
const LONGEST_SPEAKER = 14
/** The first name that shares words with a span. */
function nameAt(names: readonly Name[], { from, to }: Span): Name | undefined {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.to <= from) low = middle + 1
    else high = middle
  }
  const name = names[low]
  return name && name.from < to ? name : undefined
}

/** Which tokens stand between double quotation marks; a new paragraph closes what was left open. */
function quotedTokens(doc: Text): Uint8Array {
  const quoted = new Uint8Array(doc.tokens.length)
  let open = false
  let end = 0
  for (const token of doc.tokens) {
    if (open && token.from > end && doc.text.slice(end, token.from).includes("\n")) open = false
    if (token.norm === '"' || token.norm === "''" || token.norm === "``") open = !open
    else if (open) quoted[token.index] = 1
    end = token.to
  }
  return quoted
}
