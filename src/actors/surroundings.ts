import { ownerCode } from "./codes.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Meanings } from "./meanings.ts"
import type { Page, Text } from "./page.ts"
import type { Phrase } from "./phrase.ts"

/** The code of whoever is no state's. */
export const NOBODY = "-"

/** A state or body at its place in the text, or a group, which is no state's. Places are pieces. */
export interface Placed {
  readonly at: number
  readonly sentence: number
  readonly state: string
  /** How it is named: "name", "adjective", "place", "metonym", "organisation", "body", "person", "group". */
  readonly as: string
}

/** States around a place. */
export interface Around {
  readonly at: number
  readonly sentence: number
  /** Those before it, the nearest first, then those after it in its sentence. */
  readonly near: readonly Placed[]
  /** How many of them stand before it. */
  readonly behind: number
}

/** Sentences farther back are as good as the first. */
const FARTHEST = 4
/** So many states are looked at before a place, and as many after it: a list of hundreds tells nothing more. */
const MOST_NEAR = 60

/** Where a text names states, bodies and groups, as a noun, an adjective, a place, or by somebody or something of theirs. */
export class Surroundings {
  /** Sentences where the day's news and the place it is sent from stand; -1 where there is none. */
  readonly lead: number
  readonly dateline: number
  readonly #page: Page
  readonly #headline: boolean
  readonly #placed: Placed[] = []
  /** Index of the first placed state of each sentence. */
  readonly #first = new Map<number, number>()
  /** The states of sentences that were asked for: the headline and the lead are, for every state. */
  readonly #inSentence = new Map<number, readonly string[]>()
  readonly #times = new Map<string, number>()
  /** Whose an organ or office is called, and where first: "South Korea's Joint Chiefs of Staff". */
  readonly #owners = new Map<string, Map<string, number>>()
  #sorted = false
  #ranks: readonly string[] = []

  constructor(doc: Text, page: Page, phrases: readonly Phrase[], meanings: Meanings, knowledge: Knowledge) {
    this.#page = page
    this.#headline = doc.sentences[0]?.kind === "headline"
    this.dateline = doc.sentences.findIndex(({ kind }) => kind === "dateline")
    this.lead = doc.sentences.findIndex(({ kind }) => kind === "prose")
    // the National Security Guard (NSG): letters that explain a name are no body of these letters
    const introduced = new Set(page.pieces.flatMap(({ key }, i) => (page.pieces[i - 1]?.mark === "(" ? [key] : [])))
    for (const { from, to, namings, owners, group, titles } of phrases) {
      const codes = owners.length ? meanings.codes(owners) : []
      if (codes.length)
        for (const noun of [group?.organisation ?? group?.words, titles[0]?.role])
          if (noun) this.#own(noun, codes, from)
      const naming = meanings.best(namings)
      if (!naming || naming.kind === "person" || naming.kind === "office") continue
      if (naming.kind === "body" && introduced.has(page.pieces[to - 1]!.key)) continue
      const as = naming.kind === "state" ? naming.is : naming.kind
      this.put(from, naming.kind === "group" ? NOBODY : ownerCode(knowledge, naming), as)
    }
  }

  #own(noun: string, codes: readonly string[], at: number) {
    const known = this.#owners.get(noun) ?? new Map<string, number>()
    this.#owners.set(noun, known)
    for (const code of codes) if (!known.has(code)) known.set(code, at)
  }

  /** Adds a place where somebody of a state is named. */
  put(at: number, state: string, as: string): void {
    if (state === NOBODY && as !== "group") return
    this.#placed.push({ at, sentence: this.#page.sentenceAt(at), state, as })
    if (state !== NOBODY) this.#times.set(state, (this.#times.get(state) ?? 0) + 1)
    this.#sorted = false
  }

  #sort() {
    if (this.#sorted) return
    this.#placed.sort((a, b) => a.at - b.at)
    this.#first.clear()
    this.#inSentence.clear()
    this.#placed.forEach(({ sentence }, i) => {
      if (!this.#first.has(sentence)) this.#first.set(sentence, i)
    })
    this.#ranks = [...this.#times].sort((a, b) => b[1] - a[1]).map(([state]) => state)
    this.#sorted = true
  }

  /** All states and bodies that the text names, the one named most often first. */
  get ranks(): readonly string[] {
    this.#sort()
    return this.#ranks
  }

  /** Whose an organ or office of this name is called somewhere in the text, with the place where it first is. */
  ownersOf = (noun: string): ReadonlyMap<string, number> | undefined => this.#owners.get(noun)

  /** The states around a place: backwards in the order of their nearness, then on to the end of the sentence. */
  around(at: number): Around {
    this.#sort()
    const sentence = this.#page.sentenceAt(at)
    let low = 0
    for (let end = this.#placed.length; low < end; ) {
      const middle = (low + end) >> 1
      if (this.#placed[middle]!.at < at) low = middle + 1
      else end = middle
    }
    const near: Placed[] = []
    for (let i = low - 1; i >= 0 && near.length < MOST_NEAR && sentence - this.#placed[i]!.sentence <= FARTHEST; i--)
      near.push(this.#placed[i]!)
    const behind = near.length
    for (
      let i = low;
      i < this.#placed.length && near.length - behind < MOST_NEAR && this.#placed[i]!.sentence === sentence;
      i++
    )
      if (this.#placed[i]!.at !== at) near.push(this.#placed[i]!)
    return { at, sentence, near, behind }
  }

  /** The states that a sentence names, in order, each once. */
  statesIn(sentence: number): readonly string[] {
    this.#sort()
    const known = this.#inSentence.get(sentence)
    if (known) return known
    const states = new Set<string>()
    const start = this.#first.get(sentence) ?? this.#placed.length
    for (let i = start; i < this.#placed.length && this.#placed[i]!.sentence === sentence; i++)
      states.add(this.#placed[i]!.state)
    this.#inSentence.set(sentence, [...states])
    return [...states]
  }

  /** Whether the headline names a state. */
  inHeadline = (state: string) => this.#headline && this.statesIn(0).includes(state)
}
