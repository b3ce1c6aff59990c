import type { Knowledge } from "./knowledge.ts"
import { nameKey } from "./nameKey.ts"

/** Letters at the end of a family name that tell a language: "-enko", "-dze" as "nko", "dze". */
const ENDING = 3

/** Those who bear a word of a name, and how many of them are of each state. */
interface Bearers {
  all: number
  readonly of: Map<string, number>
}

/** From which states persons come who bear a name: of all whom the actors files know by it, and by its ending. */
export class Origins {
  readonly #byWord = new Map<string, Bearers>()

  constructor(knowledge: Knowledge) {
    for (const { name, state } of knowledge.persons.values()) {
      if (!knowledge.states.has(state)) continue
      const words = nameKey(name).split(" ")
      for (const word of words) if (word.length > 1) this.#count(word, state)
      this.#count(endingOf(words.at(-1)!), state)
    }
  }

  #count(word: string, state: string) {
    const bearers = this.#byWord.get(word) ?? { all: 0, of: new Map<string, number>() }
    this.#byWord.set(word, bearers)
    bearers.all++
    bearers.of.set(state, (bearers.of.get(state) ?? 0) + 1)
  }

  /** Of all bearers of a word of a name, the part that is of a state; undefined where nobody known bears it. */
  share(word: string, state: string): number | undefined {
    const bearers = this.#byWord.get(word)
    return bearers && (bearers.of.get(state) ?? 0) / bearers.all
  }

  /** The same of all whose family name ends alike. */
  shareOfEnding = (family: string, state: string): number | undefined => this.share(endingOf(family), state)
}

const endingOf = (word: string) => `-${word.slice(-ENDING)}`
