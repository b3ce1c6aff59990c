import type { Actor } from "../model/layers.ts"
import type { Page } from "./page.ts"
import { type Appearance, sameActor } from "./scene.ts"

/** More than this are not pointed back to as one. */
const LONGEST_ROW = 12
/** Pieces between one and the next: ", and the". */
const FARTHEST = 3

/** Those named in a row, "A, B and C": they can be pointed back to as one, "they", "the two sides". */
export class Row {
  readonly #page: Page
  #members: readonly Appearance[] = []
  /** The piece after the last member. */
  #to = -1

  constructor(page: Page) {
    this.#page = page
  }

  /**
   * Takes the next one who appears; gives the row as one appearance, where it has two members or more by now.
   * @param to the piece after the words
   */
  join(appearance: Appearance, to: number): Appearance | undefined {
    const { mention, at } = appearance
    const [actor] = mention.actors
    if (!actor || mention.form === "adjective" || mention.form === "pronoun") return undefined
    const last = this.#members.at(-1)
    // Jane Doe, the foreign minister: one and the same
    const isBeside = last && at - this.#to <= FARTHEST
    const isOne = mention.actors.length === 1 && last?.mention.actors.length === 1
    if (isBeside && isOne && sameActor(last.mention.actors[0]!, actor)) {
      this.#to = Math.max(this.#to, to)
      return undefined
    }
    if (last && at < this.#to) return undefined
    const joined = isBeside && /^(?:(?:and|with|,|\)|the|his|her) ?)+$/.test(this.#page.between(this.#to, at))
    const members =
      joined && sort(last) === sort(appearance) ? [...this.#members.slice(-LONGEST_ROW), appearance] : [appearance]
    this.#members = members
    this.#to = to
    if (members.length < 2) return undefined
    return {
      ...appearance,
      plural: true,
      subject: members.some(({ subject }) => subject),
      titles: members.flatMap(member => member.titles),
      mention: {
        ...mention,
        from: members[0]!.mention.from,
        actors: onceEach(members.flatMap(member => member.mention.actors)),
        form: "nominal",
      },
    }
  }
}

/** "A, B and both ministers" are two. */
const onceEach = (actors: readonly Actor[]) =>
  actors.filter((actor, i) => actors.findIndex(other => sameActor(other, actor)) === i)

const sort = ({ mention: { kind, actors } }: Appearance) =>
  kind === "person" || kind === "office" || (kind === "body" && MINISTERS.test(actors[0]?.name ?? ""))
    ? "person"
    : kind === "body"
      ? "state"
      : kind

/** A body may be the holders of an office in its members: "G7 Foreign Ministers". */
const MINISTERS = /\b(?:ministers|leaders)$/i
