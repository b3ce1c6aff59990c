import type { Office } from "./facts.ts"
import type { Knowledge } from "./knowledge.ts"
import { nameKey } from "./nameKey.ts"

/** Offices by the words that texts use for them. */
export class OfficeNames {
  readonly #knowledge: Knowledge

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge
  }

  /**
   * Ids of the offices of a state that a title can mean.
   * @param day on which it is asked who is the leader; without one, today
   */
  of(state: string, role: string, words: string, day: string = TODAY): readonly string[] {
    const office = this.#knowledge.office(state, role)
    const leadership = role === "leader" || role === "president" ? this.#knowledge.leadership(state, day) : undefined
    const key = nameKey(words)
    const worded = this.#inState(state).filter(o => [o.title, ...o.names].some(name => nameKey(name).includes(key)))
    return [
      ...new Set([
        ...(this.#knowledge.offices.has(role) ? [role] : []),
        ...(office ? [office.id] : []),
        ...(leadership ? [leadership.leader, leadership.headOfState] : []),
        ...worded.map(o => o.id),
      ]),
    ]
  }

  #inState(state: string): readonly Office[] {
    return officeIndex(this.#knowledge).states.get(state) ?? []
  }

  /** The offices of all states that bear a title. */
  everywhere(role: string, words: string): readonly string[] {
    const { kinds, words: worded } = officeIndex(this.#knowledge)
    return [...new Set([...(kinds.get(role) ?? []), ...(worded.get(nameKey(words)) ?? [])])]
  }
}

/** The day on which a state's form is looked up where a document has none. */
const TODAY = "9999"

interface OfficeIndex {
  readonly states: Map<string, Office[]>
  readonly kinds: Map<string, string[]>
  readonly words: Map<string, string[]>
}

const indexes = new WeakMap<Knowledge, OfficeIndex>()

/** Offices by state, by kind and by the words for them. */
function officeIndex(knowledge: Knowledge): OfficeIndex {
  let index = indexes.get(knowledge)
  if (!index) {
    index = { states: new Map(), kinds: new Map(), words: new Map() }
    for (const office of knowledge.offices.values()) {
      put(index.states, office.state, office)
      if (office.kind) put(index.kinds, office.kind, office.id)
      for (const words of [office.title, ...office.names]) put(index.words, nameKey(words), office.id)
    }
    indexes.set(knowledge, index)
  }
  return index
}

function put<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
