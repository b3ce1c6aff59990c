import type { Belonging } from "./belonging.ts"
import { Identity } from "./identity.ts"
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
  readonly #belonging: Belonging

  /**
   * @param day the document's day, on which offices are looked up; without one, whoever ever held them
   * @param home the state whose organ published the document, where it is one
   * @param belonging tells of which state those are whom no file knows
   */
  constructor(knowledge: Knowledge, day: string | undefined, home: string | undefined, belonging: Belonging) {
    this.#identity = new Identity(knowledge, day, home)
    this.#home = home
    this.#belonging = belonging
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
    const unknown = this.players.filter(player => !this.#identity.link(player, spokenOf))
    for (const { actor, sightings: places } of this.players)
      if (actor.id) for (const { at } of places) this.#belonging.surroundings.put(at, actor.state, "person")
    for (const player of unknown) this.#identity.unknown(player, this.#belonging, this.#stateOfOneBefore(player))
  }

  /** The state of the officer named just before in a row of them. */
  #stateOfOneBefore(player: Player): string | undefined {
    for (const { after } of player.sightings) {
      const before = after && this.#playerOf.get(after)
      if (before && before !== player && before.actor.state !== "-") return before.actor.state
    }
    return undefined
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
        (sameName(words, significant(full)) || alsoCalled.some(other => sameName(words, other))) &&
        // Sung Kim is not Kim Sung-han.
        !this.#identity.isAnother(sighting.words, full),
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
