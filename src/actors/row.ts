import type { Page } from "./page.ts"
import { type Appearance, sameActor } from "./scene.ts"

/** More than this are not pointed back to as one. */
const LONGEST_ROW = 12

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
    const { mention, at, plural } = appearance
    if (plural || mention.form === "adjective" || mention.actors.length !== 1) return undefined
    const last = this.#members.at(-1)
    // Jane Doe, the foreign minister: one and the same
    if (last && sameActor(last.mention.actors[0]!, mention.actors[0]!)) {
      this.#to = Math.max(this.#to, to)
      return undefined
    }
    if (last && at < this.#to) return undefined
    const joined =
      last && at - this.#to <= 3 && /^(?:(?:and|with|,|the|his|her) ?)+$/.test(this.#page.between(this.#to, at))
    const members =
      joined && sort(last) === sort(appearance) ? [...this.#members.slice(-LONGEST_ROW), appearance] : [appearance]
    this.#members = members
    this.#to = to
    if (members.length < 2) return undefined
    return {
      ...appearance,
      plural: true,
      subject: members[0]!.subject,
      titles: members.flatMap(member => member.titles),
      mention: {
        ...mention,
        from: members[0]!.mention.from,
        actors: members.map(member => member.mention.actors[0]!),
        form: "nominal",
      },
    }
  }
}

const sort = ({ mention }: Appearance) =>
  mention.kind === "person" || mention.kind === "office" ? "person" : mention.kind
