import { Identity, OF_GROUP } from "./identity.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Title } from "./lexicon.ts"
import type { Player, Sighting } from "./player.ts"
import { sameName, significant } from "./sameName.ts"
import { fitsTitle } from "./titles.ts"

/** The persons of one document, found from all their mentions together, whatever their order. */
export class Cast {
  readonly players: Player[] = []
  readonly #identity: Identity
  readonly #home: string | undefined
  readonly #byWord = new Map<string, Player[]>()
  readonly #playerOf = new Map<Sighting, Player>()

  /**
   * @param day the document's day, on which offices are looked up; without one, whoever ever held them
   * @param home the state whose organ published the document, where it is one
   */
  constructor(knowledge: Knowledge, day: string | undefined, home: string | undefined) {
    this.#identity = new Identity(knowledge, day, home)
    this.#home = home
  }

  /**
   * Gathers all mentions into persons: the fullest names first, then the shorter ones that fit them.
   * @param spokenOf the states that the document names
   */
  gather(sightings: readonly Sighting[], spokenOf: ReadonlySet<string> = new Set()): void {
    const byLength = [...sightings].sort(
      (a, b) => significant(b.words).length - significant(a.words).length || Number(b.sure) - Number(a.sure),
    )
    for (const sighting of byLength) {
      if (this.#isPair(sighting)) continue
      const known = this.#fitting(sighting)
      if (known.length === 1) this.#add(known[0]!, sighting)
      else if (known.length === 0 && (sighting.sure || this.#identity.isKnown(sighting))) this.#found(sighting)
    }
    for (const player of this.players) this.#identity.link(player, spokenOf)
    if (this.#home) for (const sighting of sightings) this.#asTheOneBefore(sighting)
    this.#ofTheOnlyState()
  }

  /** Where a government's report names officers in a row, one without a country is of the state of the one before. */
  #asTheOneBefore(sighting: Sighting) {
    const player = this.#playerOf.get(sighting)
    const before = sighting.after && this.#playerOf.get(sighting.after)
    if (!player || !before || player === before || player.actor.id || player.stated || player.states.length) return
    const { state } = before.actor
    if (state === "-" || state === this.#home || before.reason === "of the state spoken of") return
    player.actor = { ...player.actor, state }
    player.reason = `named in a row with ${before.actor.name}`
  }

  /** The Ortega-Murillo regime, the Trump-Putin summit: two who hold office, and no third. */
  #isPair({ printed, words, titles }: Sighting): boolean {
    return (
      words.length === 2 &&
      !titles.length &&
      printed.includes("-") &&
      words.every(word => this.#identity.holdsOffice(word))
    )
  }

  /** In a text whose states and persons all belong to one country, the others are taken to be of it too. */
  #ofTheOnlyState() {
    const states = new Set(
      this.players.flatMap(({ actor, sightings }) => [actor.state, ...sightings.flatMap(s => s.near ?? [])]),
    )
    states.delete("-")
    const [only] = states
    if (!only || states.size > 1) return
    for (const player of this.players)
      if (
        player.actor.state === "-" &&
        !player.actor.id &&
        !player.reason.startsWith(OF_GROUP) &&
        !player.titles.some(({ state }) => state === "-")
      ) {
        player.actor = { ...player.actor, state: only }
        player.stated = false
        player.reason = "of the only state spoken of"
      }
  }

  /** Who a name can be in this document, the best first; several where nothing decides. */
  find(sighting: Sighting): readonly Player[] {
    return this.#isPair(sighting) ? [] : this.#fitting(sighting)
  }

  #found(sighting: Sighting) {
    const player: Player = {
      words: sighting.words,
      alsoCalled: this.#identity.otherNames(sighting.words),
      printed: sighting.printed,
      titles: [],
      states: [],
      sightings: [],
      actor: { state: "-", name: sighting.printed },
      reason: "",
      stated: true,
      candidates: [],
      gender: undefined,
    }
    this.players.push(player)
    this.#add(player, sighting)
  }

  #add(player: Player, sighting: Sighting) {
    player.sightings.push(sighting)
    this.#playerOf.set(sighting, player)
    for (const title of sighting.titles) if (!player.titles.some(t => sameTitle(t, title))) player.titles.push(title)
    for (const state of sighting.states) if (!player.states.includes(state)) player.states.push(state)
    for (const word of [...sighting.words, ...player.alsoCalled.flat()]) {
      const list = this.#byWord.get(word)
      if (!list) this.#byWord.set(word, [player])
      else if (!list.includes(player)) list.push(player)
    }
  }

  #fitting(sighting: Sighting): readonly Player[] {
    const words = significant(sighting.words)
    const last = words.at(-1)
    if (!last) return []
    const near = new Set(words.flatMap(word => this.#byWord.get(word) ?? []))
    const fits = [...near].filter(
      ({ words: full, alsoCalled }) =>
        sameName(words, significant(full)) || alsoCalled.some(other => sameName(words, other)),
    )
    if (fits.length <= 1) return fits.filter(player => !disagrees(player, sighting))
    // Among namesakes, one without a country beside the name is the publisher's own.
    const own = (player: Player) =>
      this.#home && !sighting.states.length && player.states.some(s => s !== this.#home) ? 1 : 0
    // Ortega is Daniel Ortega rather than Camila Ortega Murillo.
    const within = ({ words: full }: Player) =>
      words.length === 1 && full.length > 2 && full[0] !== last && full.at(-1) !== last ? 0.5 : 0
    const scored = fits.map(player => ({
      player,
      score: agreement(player, sighting) - own(player) - within(player),
    }))
    const best = Math.max(...scored.map(({ score }) => score))
    return best < -1 ? [] : scored.filter(({ score }) => score === best).map(({ player }) => player)
  }
}

const sameTitle = (a: Title, b: Title) =>
  a.role === b.role && a.words === b.words && a.plural === b.plural && a.state === b.state && a.hint === b.hint

function agreement(player: Player, sighting: Sighting): number {
  let score = 0
  if (sighting.states.length && player.states.length)
    score += sighting.states.some(s => player.states.includes(s)) ? 2 : -3
  if (sighting.titles.length && player.titles.length)
    score += sighting.titles.some(t => player.titles.some(u => fitsTitle(t, u))) ? 2 : -1
  return score
}

const disagrees = (player: Player, sighting: Sighting) => agreement(player, sighting) <= -3
