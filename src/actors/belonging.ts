import { Features, type Key, keysOf } from "../network/features.ts"
import { Weights } from "../network/weights.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Group } from "./lexicon.ts"
import { Origins } from "./origins.ts"
import type { Page, Text } from "./page.ts"
import { type Around, NOBODY, type Surroundings } from "./surroundings.ts"

/** Somebody, or part of a state, where the words do not tell of which: "police", "the foreign minister", "Ranbir Singh". */
export interface Unplaced {
  /** The pieces where it is named; the first introduces it. */
  readonly places: readonly number[]
  readonly kind: "person" | "office" | "organisation" | Group["kind"]
  /** The office, or the noun in small letters; "" for a bare name. */
  readonly noun: string
  /** Under what it may be called somebody's elsewhere, where that is not the noun: "joint-chiefs". */
  readonly same?: string | undefined
  /** The words of a person's name. */
  readonly words?: readonly string[]
  /** A state that other words speak for: of the officer named just before, of the only office called so. */
  readonly hint?: string | undefined
  /** Names by which records may know it; for training. */
  readonly called: readonly string[]
}

/** An answer to whose it is: a state or body, or "-" for nobody's, with what speaks for it. */
export interface Belongs {
  readonly state: string
  readonly features: Features
}

/** Who is told of every question with its answers. */
export type Listener = (unplaced: Unplaced, options: readonly Belongs[], page: Page) => void

const ALONE = keysOf("")
/** So many of the states of a text are asked about: the nearest. */
const MOST = 14
/** Sentences of an item of news; a story has more. */
const LONGEST_ITEM = 5
/** Words between a state and what may be its own that are looked at. */
const LONGEST_BETWEEN = 3
/** Of a person's places, those that are looked at. */
const MOST_PLACES = 3

/** Where the learned weights are kept. */
export const BELONGING = new URL("../../data/actors/belonging.weights.tsv.zst", import.meta.url)
let shipped: Weights | undefined
const origins = new WeakMap<Knowledge, Origins>()

/**
 * To which state somebody belongs of whom a text does not say it: chosen among all states and bodies that it names by what stands
 * where, by learned weights (`training/belonging.ts`), never by special words.
 */
export class Belonging {
  readonly surroundings: Surroundings
  /** Whether people speak in turn on the page, under labels with their names. */
  readonly isTranscript: boolean
  readonly #doc: Text
  readonly #page: Page
  readonly #home: string | undefined
  readonly #knowledge: Knowledge
  readonly #hear: Listener | undefined
  /** A government's release, a short item of news, or a story. */
  readonly #pageKind: string

  /**
   * @param home the publisher's own state
   * @param hear told every question, for training; nothing learned is asked then
   */
  constructor(
    doc: Text,
    page: Page,
    surroundings: Surroundings,
    knowledge: Knowledge,
    home: string | undefined,
    hear?: Listener,
  ) {
    this.surroundings = surroundings
    this.isTranscript = doc.sentences.some(({ kind }) => kind === "label")
    this.#doc = doc
    this.#page = page
    this.#home = home
    this.#knowledge = knowledge
    this.#hear = hear
    this.#pageKind = home ? "government" : doc.sentences.length <= LONGEST_ITEM ? "item" : "story"
  }

  /** The likeliest state or body; undefined where it is more likely nobody's. */
  of(unplaced: Unplaced): string | undefined {
    const options = this.#options(unplaced)
    if (this.#hear) {
      this.#hear(unplaced, options, this.#page)
      return options[0]!.state === NOBODY ? undefined : options[0]!.state
    }
    shipped ??= Weights.read(BELONGING)
    let best = NOBODY
    let most = -Infinity
    for (const { state, features } of options) {
      const [sum = 0] = shipped.sums(features)
      if (sum > most) {
        most = sum
        best = state
      }
    }
    return best === NOBODY ? undefined : best
  }

  get #origins(): Origins {
    let known = origins.get(this.#knowledge)
    if (!known) {
      known = new Origins(this.#knowledge)
      origins.set(this.#knowledge, known)
    }
    return known
  }

  /** All answers, with what speaks for each. */
  #options(unplaced: Unplaced): readonly Belongs[] {
    const { ranks, dateline } = this.surroundings
    const { kind, noun } = unplaced
    const places = unplaced.places.slice(0, MOST_PLACES)
    const keys = keysOf("", `${kind}&`, ...(noun ? [`${noun}&`] : []), `${this.#pageKind}.${kind}&`)
    const around = places.map(at => this.surroundings.around(at))
    // A group is an answer too: those near it are no state's.
    const named = around.flatMap(({ near }) => near.map(({ state }) => state))
    const spokenOf = [...new Set([...named, ...ranks.slice(0, MOST)])].slice(0, MOST)
    for (const state of [this.#home, unplaced.hint]) if (state && !spokenOf.includes(state)) spokenOf.push(state)
    const holding = kind === "office" ? spokenOf.filter(state => this.#holds(state, noun)) : []
    const states =
      holding.length > 0 ? spokenOf.filter(state => holding.includes(state) || this.#mayHold(state, noun)) : spokenOf
    const shares = new Map(states.map(state => [state, this.#share(unplaced, state)]))
    // One opposition or people is not another's.
    const owners =
      kind === "society" || kind === "people" ? undefined : this.surroundings.ownersOf(unplaced.same ?? noun)
    const best = Math.max(0, ...[...shares.values()].map(share => share ?? 0))
    const options = states.map(state => {
      const features = new Features()
      this.#speaking(features, keys, state, around[0]!, "")
      for (const there of around.slice(1)) this.#speaking(features, ALONE, state, there, "again.")
      const own = [
        `times=${Math.min(ranks.indexOf(state), 3)}`,
        ...(state === this.#home ? ["home"] : this.#home ? ["abroad"] : []),
        ...(state === unplaced.hint ? ["hint"] : []),
        ...(ranks.length === 1 ? ["only"] : []),
        ...(owners ? [calledSo(owners, state, places[0]!)] : []),
        ...(kind === "office" ? [`held=${holding.includes(state)}.${Math.min(holding.length, 3)}`] : []),
        ...(dateline >= 0 && this.surroundings.statesIn(dateline).includes(state) ? ["dateline"] : []),
      ]
      if (unplaced.words) {
        const share = shares.get(state)
        own.push(
          share === undefined ? "origin=unknown" : `origin=${bucket(share)}`,
          ...(share !== undefined && best > 0 && share === best ? ["origin=best"] : []),
        )
        const ending = this.#origins.shareOfEnding(unplaced.words.at(-1)!, state)
        own.push(ending === undefined ? "ending=unknown" : `ending=${bucket(ending)}`)
      }
      features.under(keys, own)
      if (noun) features.push(`${noun}|${state}`)
      return { state, features }
    })
    return [...options, { state: NOBODY, features: this.#nobody(unplaced, keys, around[0]!, best) }]
  }

  #speaking(features: Features, keys: readonly Key[], state: string, around: Around, mark: string) {
    const { at, sentence, near, behind } = around
    const found: string[] = []
    const before: string[] = []
    const after: string[] = []
    near.forEach((placed, i) => {
      const list = i < behind ? before : after
      const isFirst = !list.includes(placed.state)
      if (isFirst) list.push(placed.state)
      if (placed.state !== state) return
      const away = sentence - placed.sentence
      if (isFirst) {
        const rank = Math.min(list.length - 1, 3)
        if (i < behind) {
          found.push(
            `before=${rank}.${away}`,
            `as=${placed.as}.${away}`,
            `before=${rank}.${placed.as}.${Math.min(away, 2)}`,
          )
          if (away === 0) {
            found.push(`steps=${steps(at - placed.at)}`)
            if (at - placed.at <= LONGEST_BETWEEN + 1) found.push(`between=${this.#page.between(placed.at + 1, at)}`)
          }
          found.push(`word=${this.#page.pieces[at]!.key}.${rank}.${Math.min(away, 2)}`)
        } else found.push(`after=${rank}`, `after=${rank}.${placed.as}`, `steps=after.${steps(placed.at - at)}`)
      }
      if (placed.as === "place") found.push(`place.${Math.min(away, 2)}`)
      if (away <= 1) {
        const relation = this.#relation(placed.at)
        found.push(`part=${relation}.${away}`)
        if (away === 0) found.push(`part=${relation}>${this.#relation(at)}`)
        else found.push(`part=${relation}.${away}.${this.#page.pieces[at]!.key}`)
        const verb = this.#governor(placed.at)
        if (verb >= 0 && verb === this.#governor(at))
          found.push(`verb=${this.#doc.tokens[verb]!.lemma}.${relation}`, `verb.${relation}>${this.#relation(at)}`)
      }
    })
    if (!found.length) found.push("far")
    if (this.surroundings.inHeadline(state)) found.push("headline")
    const lead = this.surroundings.statesIn(this.surroundings.lead)
    if (lead.includes(state)) found.push(lead[0] === state ? "lead=first" : "lead")
    features.under(
      keys,
      found.map(name => mark + name),
    )
  }

  #nobody(unplaced: Unplaced, keys: readonly Key[], { at, sentence, near, behind }: Around, origin: number): Features {
    const features = new Features()
    const here = new Set(
      near.filter(placed => placed.sentence === sentence && placed.state !== NOBODY).map(p => p.state),
    )
    const found = [
      "none",
      `none.here=${Math.min(here.size, 3)}`,
      `none.states=${Math.min(this.surroundings.ranks.length, 4)}`,
    ]
    const group = near.findIndex(placed => placed.as === "group")
    if (group >= 0 && group < behind && near[group]!.sentence === sentence)
      found.push(`none.steps=${steps(at - near[group]!.at)}`)
    if (group >= 0)
      found.push(
        `none.group=${group < behind ? "before" : "after"}.${sentence - near[group]!.sentence}.${Math.min(group, 3)}`,
      )
    if (unplaced.words) found.push(`none.origin=${bucket(origin)}`)
    const word = this.#page.pieces[at - 1]?.key ?? ""
    found.push(`none.word=${word}`, ...(this.#home ? ["none.home"] : []))
    features.under(keys, found)
    return features
  }

  /** Whether the files know who holds or held an office in a state: not every state has a chancellor. */
  #holds(state: string, noun: string): boolean {
    const office = this.#knowledge.office(state, roleOf(noun))
    return office !== undefined && this.#knowledge.tenures(office.id).length > 0
  }

  /** Whether a state may have an office of which the files know no holder: all heads of state and government are known of states that the UN has. */
  #mayHold(state: string, noun: string): boolean {
    return this.#knowledge.rankOf(roleOf(noun)) > 1 || this.#knowledge.states.get(state)?.kind !== "member"
  }

  #governor = (piece: number) => this.#doc.tokens[this.#page.pieces[piece]!.token]!.head

  #relation(piece: number): string {
    const { relation } = this.#doc.tokens[this.#page.pieces[piece]!.token]!
    const colon = relation.indexOf(":")
    return colon < 0 ? relation : relation.slice(0, colon)
  }

  /** How many bearers of the name are of a state: of the word that tells most. */
  #share({ words }: Unplaced, state: string): number | undefined {
    const shares = (words ?? []).flatMap(word => this.#origins.share(word, state) ?? [])
    return shares.length ? Math.max(...shares) : undefined
  }
}

/** The office without the article that goes before it: "a president". */
const roleOf = (noun: string) => noun.slice(noun.indexOf(" ") + 1)

/** Whether what has this name is called a state's own, before or later; or only others' is. */
function calledSo(owners: ReadonlyMap<string, number>, state: string, at: number): string {
  const first = owners.get(state)
  if (first === undefined) return "others called so"
  return `${owners.size === 1 ? "" : "also "}called so ${first < at ? "before" : "later"}`
}

const steps = (pieces: number) => (pieces <= 2 ? pieces : pieces <= 4 ? 4 : pieces <= 8 ? 8 : pieces <= 16 ? 16 : 32)
const bucket = (share: number) => (share === 0 ? "0" : share < 0.1 ? "1" : share < 0.3 ? "2" : share < 0.6 ? "3" : "4")
