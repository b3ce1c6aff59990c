import type { Knowledge } from "./knowledge.ts"
import { nameKey } from "./nameKey.ts"

/** Letters at the end of a family name that tell a language: "-enko", "-dze" as "nko", "dze". */
const ENDING = 3

/** From which states persons come who bear a name: of all whom the actors files know by it, and by its ending. */
export class Origins {
  readonly #byWord = new Map<string, Map<string, number>>()

  constructor(knowledge: Knowledge) {
    for (const { name, state } of knowledge.persons.values()) {
      if (!knowledge.states.has(state)) continue
      const words = nameKey(name).split(" ")
      for (const word of words) if (word.length > 1) count(this.#byWord, word, state)
      count(this.#byWord, endingOf(words.at(-1)!), state)
    }
  }

  /** Of all bearers of a word of a name, the part that is of a state; undefined where nobody known bears it. */
  share(word: string, state: string): number | undefined {
    const bearers = this.#byWord.get(word)
    if (!bearers) return undefined
    let all = 0
    for (const times of bearers.values()) all += times
    return (bearers.get(state) ?? 0) / all
  }

  /** The same of all whose family name ends alike. */
  shareOfEnding = (family: string, state: string): number | undefined => this.share(endingOf(family), state)
}

const endingOf = (word: string) => `-${word.slice(-ENDING)}`

function count(bearers: Map<string, Map<string, number>>, word: string, state: string) {
  let states = bearers.get(word)
  if (!states) {
    states = new Map()
    bearers.set(word, states)
  }
  states.set(state, (states.get(state) ?? 0) + 1)
}
