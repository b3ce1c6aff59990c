import type { Naming } from "./facts.ts"
import type { Group, Someone, Title } from "./lexicon.ts"

/** A state or body named before or after a head: "South Korean", "Iran's", "of the two countries". */
export interface Owner {
  readonly from: number
  readonly to: number
  /** What the words can stand for; empty for words that point back. */
  readonly namings: readonly Naming[]
  /** "his", "its", "their". */
  readonly pronoun?: string
  /** "of the two countries", "both sides'". */
  readonly phrase?: Phrase
}

/** A person's name, or what may be one: pieces `from` up to, but not including, `to`. */
export interface NameWords {
  readonly from: number
  readonly to: number
}

/** Words that may stand for somebody, with their parts told apart; who that is comes later. Places are pieces. */
export interface Phrase {
  readonly from: number
  readonly to: number
  /** The piece of the head noun, where the parse says nothing better. */
  readonly head: number
  /** "the", "a", "his", "both" …; empty for none. */
  readonly determiner: string
  /** "two" ministers: 2. */
  readonly count?: number
  readonly plural: boolean
  readonly owners: readonly Owner[]
  /** A ministry or agency before the title: "Foreign Ministry spokesman". */
  readonly organ?: Group
  readonly titles: readonly Title[]
  /** "for Korea and Japan", "to Israel": what an office deals with. */
  readonly field?: NameWords
  readonly past: boolean
  readonly names: readonly NameWords[]
  readonly group?: Group
  readonly someone?: Someone
  /** An organisation that no file knows, seen by a tagger or by the form of its name; "organ": mostly a state's. */
  readonly unknown?: "organisation" | "organ"
  readonly namings: readonly Naming[]
  readonly pronoun?: string
  /** The name or "we" that this phrase explains: "Manuel Valls, the Prime Minister of France". */
  readonly explains?: Phrase
}

/** What stands before a title or group noun, up to the piece `at`. */
export interface Start {
  readonly from: number
  readonly at: number
  readonly determiner: string
  readonly count: number | undefined
  readonly owners: readonly Owner[]
  readonly past: boolean
  readonly organ?: Group | undefined
}

/** A phrase without any part. */
export const BARE = {
  determiner: "",
  plural: false,
  owners: [],
  titles: [],
  names: [],
  namings: [],
  past: false,
} as const

/** A state, body, organisation or group by its name alone. */
export const namingPhrase = (from: number, to: number, namings: readonly Naming[]): Phrase => ({
  ...BARE,
  from,
  to,
  head: to - 1,
  namings,
})

export const pronounPhrase = (at: number, word: string): Phrase => ({
  ...BARE,
  from: at,
  to: at + 1,
  head: at,
  pronoun: word,
  plural: /^(?:they|them|their|theirs|themselves|we|us|our|ours)$/.test(word),
})
