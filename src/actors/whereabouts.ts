import { ownerCode } from "./codes.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Meanings } from "./meanings.ts"
import type { Page } from "./page.ts"
import type { NameWords, Phrase } from "./phrase.ts"
import type { Report } from "./report.ts"

/** A state named in a sentence, or meant by a place in it. */
interface Placed {
  /** The piece where the words start. */
  readonly at: number
  readonly state: string
}

const PLACING = /^(?:in|near|at|outside|across|around|throughout|within)$/
const COMPASS = new Set(
  "southern northern eastern western central northeastern northwestern southeastern southwestern mainland".split(" "),
)

/** Of a list of more places than these, the further ones are nowhere near. */
const MOST_PLACES = 12

/** Of which states the sentences of a document speak, and where what they tell happens. */
export class Whereabouts {
  readonly #states = new Map<number, Placed[]>()
  readonly #places = new Map<number, Placed[]>()
  readonly #owners = new Map<number, Placed[]>()
  readonly #names = new Map<number, NameWords[]>()

  /** @param home the publisher's own state, of which a report speaks without meaning that it plays there */
  constructor(
    phrases: readonly Phrase[],
    page: Page,
    meanings: Meanings,
    knowledge: Knowledge,
    home: string | undefined,
  ) {
    for (const { from, namings, names } of phrases) {
      const sentence = page.sentenceAt(from)
      if (names.length) put(this.#names, sentence, names[0]!)
      const named = meanings.best(namings)
      if (named?.kind === "organisation") put(this.#owners, sentence, { at: from, state: ownerCode(knowledge, named) })
      if (named?.kind !== "state") continue
      const placed = { at: from, state: ownerCode(knowledge, named) }
      const before = page.pieces[from - 1]?.key ?? ""
      const preposition = COMPASS.has(before) ? (page.pieces[from - 2]?.key ?? "") : before
      if (!/^(?:pro|anti|non)$/.test(before) && placed.state !== home) put(this.#states, page.sentenceAt(from), placed)
      // Near the Egyptian border is not in Egypt.
      if (named.is === "place" || (named.is !== "adjective" && PLACING.test(preposition)))
        put(this.#places, page.sentenceAt(from), placed)
    }
  }

  /** The states a sentence names, in order, without the publisher's. */
  states = (sentence: number): readonly Placed[] => this.#states.get(sentence) ?? []

  /** The states whose organisations a sentence names: "the Bundestag", "Venezuelan Supreme Court". */
  owners = (sentence: number): readonly Placed[] => this.#owners.get(sentence) ?? []

  /** The names of persons in a sentence. */
  names = (sentence: number): readonly NameWords[] => this.#names.get(sentence) ?? []

  /** Where what a sentence tells happens: towns, and states after "in". */
  places = (sentence: number): readonly Placed[] => this.#places.get(sentence) ?? []
}

function put<T>(places: Map<number, T[]>, sentence: number, place: T) {
  const known = places.get(sentence)
  if (!known) places.set(sentence, [place])
  else if (known.length < MOST_PLACES) known.push(place)
}

/**
 * The state a text speaks of where it names none: of the sentence's place or subject, else the last one; never the publisher's.
 * @param nearest whether the last one named before the words comes first: "between the Syrian government and the opposition"
 */
export function stateInSight(report: Report, phrase: Phrase, nearest = false): string | undefined {
  const sentence = report.page.sentenceAt(phrase.from)
  const beside = nearest ? report.whereabouts.states(sentence).findLast(({ at }) => at < phrase.from) : undefined
  const here = beside?.state ?? placeBeside(report, phrase) ?? report.whereabouts.states(sentence)[0]?.state
  // Bombs hit Bangkok as the Secretary of State arrives. Four people are injured.
  const there = here ?? report.whereabouts.places(sentence - 1)[0]?.state
  if (there) return there
  const seen = report.scene.latest(
    ({ mention, sentence: s }) =>
      sentence - s <= 3 &&
      mention.actors.length === 1 &&
      mention.actors[0]!.state !== "-" &&
      mention.actors[0]!.state !== report.home &&
      report.knowledge.states.has(mention.actors[0]!.state),
  )
  return seen?.mention.actors[0]?.state ?? stateOfOthers(report, sentence)
}

/** The state of an organisation or a person that a sentence names: "Voters go to the polls to choose between Doe and Roe". */
function stateOfOthers(report: Report, sentence: number): string | undefined {
  const isAbroad = (state: string | undefined) =>
    state !== undefined && state !== report.home && report.knowledge.states.has(state)
  const owner = report.whereabouts.owners(sentence).find(({ state }) => isAbroad(state))
  if (owner) return owner.state
  for (const name of report.whereabouts.names(sentence)) {
    const sighting = report.sightings.get(name)
    const players = sighting ? report.cast.find(sighting) : []
    if (players.length === 1 && isAbroad(players[0]!.actor.state)) return players[0]!.actor.state
  }
  return undefined
}

/** The state of the nearest place of the sentence where something happens: "arrested by police in a bar in Lyon". */
function placeBeside(report: Report, phrase: Phrase): string | undefined {
  const places = report.whereabouts.places(report.page.sentenceAt(phrase.from))
  const away = (at: number) => Math.abs(at - phrase.from)
  return places.toSorted((a, b) => away(a.at) - away(b.at))[0]?.state
}
