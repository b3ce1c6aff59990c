import type { Token } from "../model/layers.ts"
import type { Naming } from "./facts.ts"
import type { Find, Group, Lexicon, Someone } from "./lexicon.ts"
import type { Piece } from "./pieces.ts"

/** Words for the side that somebody takes, whoever it is: "pro-Russian", "Saudi-backed". */
export const SIDED = /\b(?:pro|anti)-|-(?:backed|led|aligned|supported)\b/i

/** Words for where somebody or something comes from, which is not whose it is: "Canadian-born", "Liberian-flagged". */
const FROM_ELSEWHERE = /^(?:born|flagged|registered|speaking|language|made|built)$/

/** The pieces of a document up to the end of a sentence, with what the lexicon finds at each. Places are pieces. */
export class Line {
  readonly pieces: readonly Piece[]
  readonly tokens: readonly Token[]
  readonly lexicon: Lexicon
  #end = 0
  readonly #finds: (Find | null | undefined)[] = []

  constructor(pieces: readonly Piece[], tokens: readonly Token[], lexicon: Lexicon) {
    this.pieces = pieces
    this.tokens = tokens
    this.lexicon = lexicon
  }

  /** The piece after the last one of the sentence. */
  get end() {
    return this.#end
  }

  /** Goes on to the sentence that ends before the piece `to`. */
  endAt(to: number) {
    this.#end = to
  }

  /** The longest entry of the lexicon that starts here and ends within the sentence. */
  find(at: number): Find | undefined {
    if (at >= this.#end) return undefined
    let found = this.#finds[at]
    if (found === undefined) {
      found = this.pieces[at]!.key ? (this.lexicon.at(this.pieces, at) ?? null) : null
      if (found && found.to > this.#end) found = null
      this.#finds[at] = found
    }
    return found ?? undefined
  }

  /** The word in small letters; empty for marks and past the end. */
  key = (at: number) => (at < this.#end ? this.pieces[at]!.key : "")

  /** The mark; empty for words and past the end. */
  mark = (at: number) => (at < this.#end ? this.pieces[at]!.mark : "")

  /** Whether a word is written with a capital. */
  upper = (at: number) => at < this.#end && this.pieces[at]!.written !== "lower"

  /** Part of speech, as a tagger saw it; X where none did. */
  upos = (at: number) => this.tokens[this.pieces[at]!.token]!.upos

  /** What words that start here can stand for by name. */
  namings(at: number): { readonly to: number; readonly namings: readonly Naming[] } | undefined {
    const found = this.find(at)
    if (found && this.#isFromElsewhere(found.to - 1)) return undefined
    const namings = found?.entries.flatMap(entry => (entry.is === "naming" ? [entry.naming] : []))
    return namings?.length ? { to: found!.to, namings } : undefined
  }

  /** Whether a hyphen ties a word that ends here to "born", "flagged" and the like. */
  #isFromElsewhere(at: number): boolean {
    const next = this.pieces[at + 1]
    if (next === undefined || !FROM_ELSEWHERE.test(next.key)) return false
    const { token } = this.pieces[at]!
    // One token, or three of which the hyphen is the middle one.
    return next.token === token || this.tokens[token + 1]!.norm === "-"
  }

  /** A noun for a part of a state or a body of people that starts here. */
  group(at: number): { readonly to: number; readonly group: Group } | undefined {
    const found = this.find(at)
    const group = found?.entries.find(entry => entry.is === "group")
    if (!found || group?.is !== "group") return undefined
    // Public funds, a public appearance
    if (group.words === "public" && (this.upos(at) === "ADJ" || this.qualifies(at))) return undefined
    // Refugee admissions; but what is held by rebels is "rebel-held"
    if (group.kind === "displaced" && !group.words.endsWith("s") && this.#describes(found.to - 1)) return undefined
    // The Korean People's Navy; the People's Republic
    if (group.kind === "people" && this.upper(at) && this.mark(found.to) === "'s" && this.upper(found.to + 1))
      return undefined
    return { to: found.to, group }
  }

  /** An everyday noun for a person, where it is the head of its phrase. */
  someone(at: number): { readonly to: number; readonly noun: Someone } | undefined {
    const found = this.find(at)
    const noun = found?.entries.find(entry => entry.is === "someone")
    if (!found || noun?.is !== "someone") return undefined
    const { upos, relation } = this.tokens[this.pieces[found.to - 1]!.token]!
    return upos === "NOUN" && relation !== "compound" ? { to: found.to, noun } : undefined
  }

  /** Whether a person known by this name starts here. */
  known = (at: number) => this.namings(at)?.namings.some(n => n.kind === "person") ?? false

  /** Whether a small word may stand before a noun: only a tagger can say so. */
  modifies(at: number): boolean {
    const upos = this.upos(at)
    return upos === "ADJ" || upos === "NOUN" || upos === "NUM"
  }

  /** Whether a word is the adjective of a noun after it: "an official visit". */
  qualifies(at: number): boolean {
    return this.#describes(at) && this.tokens[this.pieces[at]!.token]!.relation === "amod"
  }

  /** Whether a word is part of the noun after it. */
  #describes(at: number): boolean {
    const { index, head, relation } = this.tokens[this.pieces[at]!.token]!
    return head > index && /^(?:amod|compound)/.test(relation)
  }

  /** "pro-Russian", "Saudi-backed": whose side somebody is on. */
  takesSides = (at: number) => SIDED.test(this.tokens[this.pieces[at]!.token]!.norm)

  /** Past an acronym in brackets, "(ROK)", with a possessive after it. */
  bracket(at: number): number {
    if (this.mark(at) !== "(" || this.mark(at + 2) !== ")") return at
    return this.pieces[at + 1]!.written === "CAPS" ? at + 3 : at
  }

  /** Past "and", "," or ", and"; 0 where none stands there. */
  joined(at: number): number {
    if (this.mark(at) === ",") return this.key(at + 1) === "and" ? at + 2 : at + 1
    return this.key(at) === "and" || this.mark(at) === "&" || this.mark(at) === "/" ? at + 1 : 0
  }
}
