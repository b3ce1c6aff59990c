import { covers, type Span } from "../model/document.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import type { Title } from "./lexicon.ts"

/** Somebody who has been mentioned, kept so that later words can point back. */
export interface Appearance {
  /** Index of the mention among the document's mentions. */
  readonly mention: ActorMention
  /** The piece where it starts. */
  readonly at: number
  readonly sentence: number
  /** Paragraph, counted from 0. */
  readonly subject: boolean
  /** Subject of a verb of saying. */
  readonly speaks: boolean
  readonly quoted: boolean
  readonly titles: readonly Title[]
  readonly gender?: "f" | "m" | undefined
  readonly plural: boolean
  /** The everyday noun: "parent" for "the parents". */
  readonly noun?: string | undefined
}

/** Sentences back to the contact whose "they" discuss something. */
const FARTHEST_TALK = 6

/** Of more persons than these in one sentence, "they" are not all. */
const MOST_MET = 8

/** Who has been mentioned so far in a document, latest last. Looking back is bounded, so that long texts stay quick. */
export class Scene {
  readonly #seen: Appearance[] = []
  /** The persons of whom the headline speaks. */
  readonly #headline: Appearance[] = []
  readonly #genders = new Map<string, "f" | "m">()
  readonly #furthest: number

  /** @param furthest how many mentions a word may look back over */
  constructor(furthest = 60) {
    this.#furthest = furthest
  }

  /** @param headline whether the words stand in the headline */
  enter(appearance: Appearance, headline = false) {
    this.#seen.push(appearance)
    const { kind, actors, form } = appearance.mention
    if (headline && (kind === "person" || kind === "office") && actors.length === 1 && form !== "pronoun")
      if (!this.#headline.some(other => sameActor(other.mention.actors[0]!, actors[0]!)))
        this.#headline.push(appearance)
    if (appearance.gender) this.#tell(appearance, appearance.gender)
  }

  /** "She" tells what a name did not. */
  #tell({ mention }: Appearance, gender: "f" | "m") {
    for (const { state, name } of mention.actors)
      if (name && !this.#genders.has(`${state}:${name}`)) this.#genders.set(`${state}:${name}`, gender)
  }

  #genderOf({ gender, mention }: Appearance): "f" | "m" | undefined {
    const [actor] = mention.actors
    return gender ?? (actor && this.#genders.get(`${actor.state}:${actor.name}`))
  }

  /** Appearances, latest first. */
  *back(): Iterable<Appearance> {
    for (let i = this.#seen.length - 1; i >= 0 && i >= this.#seen.length - this.#furthest; i--) yield this.#seen[i]!
  }

  /** The latest appearance that a test accepts. */
  latest(test: (appearance: Appearance) => boolean): Appearance | undefined {
    for (const appearance of this.back()) if (test(appearance)) return appearance
    return undefined
  }

  /**
   * The one a singular personal pronoun means. Subjects come before others, the same sentence before the last,
   * words outside quotations before words within them unless the pronoun is quoted too.
   */
  person(at: {
    readonly sentence: number
    readonly quoted: boolean
    /** Whether the pronoun is the subject of a verb of saying: who spoke before goes on. */
    readonly speaks: boolean
    /** Where the pronoun stands: nobody named in "his counterpart Chung" is meant by its "his", but "His Majesty" is himself. */
    readonly within: Span
    /** Token of the subject of the verb whose object the pronoun is: "Doe thanked him" is about somebody else. */
    readonly doer?: number | undefined
    readonly gender?: "f" | "m" | undefined
  }): Appearance | undefined {
    let best: Appearance | undefined
    let bestScore = -1
    let rank = 0
    for (const seen of this.back()) {
      if (at.sentence - seen.sentence > 4) break
      if (seen.plural || seen.mention.actors.length > 1) continue
      const { kind, form } = seen.mention
      if (kind !== "person" && kind !== "office") continue
      if (covers(seen.mention, at.within) && seen.titles[0]?.role !== "honorific") continue
      if (seen.mention.head === at.doer) continue
      const gender = this.#genderOf(seen)
      if (at.gender && gender && at.gender !== gender) continue
      const score =
        100 -
        (at.sentence - seen.sentence) * 18 +
        (seen.subject ? 20 : 0) +
        (seen.quoted === at.quoted ? 40 : 0) -
        rank * 3 +
        (form === "pronoun" ? 6 : 0) +
        (seen.speaks && at.speaks ? 12 : 0) +
        (gender && gender === at.gender ? 8 : 0) -
        (seen.mention.actors.length ? 0 : 15) -
        // Nobody by name, as "his son", is less likely to be followed through a text.
        (seen.noun && form === "nominal" ? 12 : 0)
      rank++
      if (score > bestScore) {
        bestScore = score
        best = seen
      }
      if (rank > 12) break
    }
    if (best && at.gender) this.#tell(best, at.gender)
    return best
  }

  /**
   * Persons of different states whom the nearest such sentence names, its subject first: "Blinken spoke with Maas", and "they",
   * "the two officials", "the participants" are both.
   */
  met(at: {
    readonly sentence: number
    readonly quoted: boolean
    readonly count?: number | undefined
    /** How many sentences back to look. */
    readonly reach: number
  }): Appearance | undefined {
    let persons: Appearance[] = []
    for (const seen of this.back()) {
      if (at.sentence - seen.sentence > at.reach) break
      if (seen.sentence === at.sentence) continue
      if (persons.length && persons[0]!.sentence !== seen.sentence) {
        if (haveMet(persons, at.count)) break
        persons = []
      }
      const [actor] = seen.mention.actors
      const { kind, actors, form } = seen.mention
      if ((kind !== "person" && kind !== "office") || form === "pronoun" || actors.length !== 1 || !actor) continue
      if (seen.plural || seen.quoted !== at.quoted || actor.state === "-") continue
      if (!persons.some(other => sameActor(other.mention.actors[0]!, actor))) persons.unshift(seen)
    }
    return haveMet(persons, at.count) ? together(persons) : undefined
  }

  /** Whose "they" discussed something: those who did the last thing together, else those of whom the headline speaks, else the last who met. */
  talking(at: { readonly sentence: number; readonly quoted: boolean }): Appearance | undefined {
    const acted = this.latest(
      ({ mention, sentence, subject, quoted }) =>
        mention.actors.length > 1 &&
        (mention.kind === "person" || mention.kind === "office") &&
        subject &&
        quoted === at.quoted &&
        at.sentence - sentence <= 1,
    )
    return acted ?? together(this.#headline) ?? this.met({ ...at, reach: FARTHEST_TALK })
  }

  /** Those whom "they" means: several persons or states named together, subjects first, the nearest first. */
  several(at: {
    readonly sentence: number
    readonly quoted: boolean
    /** "The two": 2. */
    readonly count?: number
    /** Whether they discuss or agree on something: those who met, and no crowd. */
    readonly talk?: boolean
  }): Appearance | undefined {
    const talking = at.talk ? this.talking(at) : undefined
    if (talking && (!at.count || talking.mention.actors.length === at.count)) return talking
    let best = this.met({ ...at, reach: 2 })
    let bestScore = best ? 115 - (at.sentence - best.sentence) * 15 + (best.quoted === at.quoted ? 20 : 0) : -1
    let rank = 0
    for (const seen of this.back()) {
      if (at.sentence - seen.sentence > 2 || rank > 12) break
      const { kind, actors } = seen.mention
      if (at.count && actors.length !== at.count) continue
      const many = seen.plural || actors.length > 1
      // "Our", said by one government, is never "they".
      if (kind === "state" && actors.length === 1 && seen.plural && seen.mention.form === "pronoun") continue
      // A government or group may be "they" too, where nobody else is.
      if (!many && kind !== "organisation" && kind !== "group" && kind !== "people") continue
      const score =
        100 -
        (at.sentence - seen.sentence) * 15 +
        (seen.subject ? 20 : 0) +
        (seen.quoted === at.quoted ? 20 : 0) +
        (many ? 15 : 0) +
        (seen.mention.form === "pronoun" ? 6 : 0) -
        rank * 4
      rank++
      if (score > bestScore) {
        bestScore = score
        best = seen
      }
    }
    return best
  }
}

/** Several persons as one appearance; undefined for fewer than two. */
function together(persons: readonly Appearance[]): Appearance | undefined {
  const [first, second] = persons
  if (!first || !second || persons.length > MOST_MET) return undefined
  return {
    ...first,
    plural: true,
    titles: persons.flatMap(({ titles }) => titles),
    mention: {
      ...first.mention,
      to: persons.at(-1)!.mention.to,
      actors: persons.map(({ mention }) => mention.actors[0]!),
      form: "nominal",
    },
  }
}

/** Whether the persons of a sentence are of several states, so many as are asked for, and the first is its subject. */
function haveMet(persons: readonly Appearance[], count: number | undefined): boolean {
  const states = new Set(persons.map(({ mention }) => mention.actors[0]!.state))
  return (
    Boolean(persons[0]?.subject) &&
    states.size > 1 &&
    persons.length <= MOST_MET &&
    (count ?? persons.length) === persons.length
  )
}

/** Whether two actors are one: same state, same name. */
export const sameActor = (a: Actor, b: Actor) => a.state === b.state && a.name === b.name
