import { copied } from "../model/document.ts"
import type { Row } from "./actorsFile.ts"
import { type Naming, type Person, type Referent, SURE } from "./facts.ts"
import type { Knowledge } from "./knowledge.ts"
import { firstKey, nameKey, slug } from "./nameKey.ts"
import type { Period } from "./periods.ts"

/**
 * Every word that stands for somebody, kept by its first word: a text uses few of them, and only those are
 * compared in full.
 */
export class Namings {
  readonly #knowledge: Knowledge
  /** All but persons, who are many: they are asked of what is known when a text has such a word. */
  readonly #things: readonly Naming[]
  readonly #byFirst = new Map<string, Naming[]>()
  readonly #named = new Map<string, readonly Naming[]>()

  /** @throws ActorsFileError where a metonym stands for what no file names */
  constructor(knowledge: Knowledge, metonyms: readonly Row[], places: readonly Row[]) {
    this.#knowledge = knowledge
    this.#things = [...things(knowledge, metonyms, places)]
    for (const naming of this.#things) {
      const key = firstKey(naming.words)
      const list = this.#byFirst.get(key)
      if (list) list.push(naming)
      else this.#byFirst.set(key, [naming])
    }
  }

  get all(): readonly Naming[] {
    return [...this.#things, ...[...this.#knowledge.persons.values()].flatMap(personNamings)]
  }

  /** Those whose words begin with this word, as `firstKey` gives it. */
  from(first: string): readonly Naming[] {
    const things = this.#byFirst.get(first) ?? NOTHING
    const persons = this.#knowledge.personsFrom(first)
    if (!persons.length) return things
    return [...things, ...persons.flatMap(personNamings).filter(({ words }) => firstKey(words) === first)]
  }

  /** Those of exactly these words, compared by `nameKey`. */
  named(words: string): readonly Naming[] {
    const key = nameKey(words)
    let found = this.#named.get(key)
    if (!found) {
      found = this.from(firstKey(words)).filter(naming => nameKey(naming.words) === key)
      if (this.#named.size > MOST_NAMED) this.#named.clear()
      this.#named.set(copied(key), found)
    }
    return found
  }
}

const NOTHING: readonly Naming[] = []

/** Words asked for are kept; but a stream of endless new ones must not fill the memory. */
const MOST_NAMED = 50_000

function* things(knowledge: Knowledge, metonyms: readonly Row[], places: readonly Row[]): Iterable<Naming> {
  const graded = new Set(metonyms.map(row => `${row.must("words")} ${row.must("stands_for")}`))
  for (const state of knowledge.states.values()) {
    const it = { kind: "state", id: state.code, sure: "high", ...periodOf(state) } as const
    for (const words of unique([state.name, state.official, ...state.names])) yield { words, is: "name", ...it }
    for (const words of state.adjectives) yield { words, is: "adjective", ...it }
    for (const words of state.people) yield { words, is: "people", ...it }
    if (state.capital && state.capital !== state.name && !graded.has(`${state.capital} ${state.code}`))
      yield { words: state.capital, is: "metonym", ...it }
  }
  for (const body of knowledge.bodies.values())
    for (const words of unique([body.code.includes(":") ? undefined : body.code, body.name, ...body.names]))
      yield { words, is: "name", kind: "body", id: body.code, sure: "high", ...periodOf(body) }
  for (const group of knowledge.groups.values())
    for (const words of unique([group.name, ...group.names]))
      yield { words, is: "name", kind: "group", id: group.id, sure: "high", ...periodOf(group) }
  for (const organisation of knowledge.organisations.values())
    for (const words of unique([organisation.name, ...organisation.names]))
      yield { words, is: "name", kind: "organisation", id: organisation.id, sure: "high", ...periodOf(organisation) }
  for (const office of knowledge.writtenOffices.values())
    for (const words of unique([office.title, ...office.names]))
      yield { words, is: "name", kind: "office", id: office.id, sure: "high", ...periodOf(office) }
  for (const row of metonyms) {
    const sure = row.oneOf("sure", SURE, "high")
    const is = row.oneOf("is", ["name", "adjective", "people", "metonym"], "metonym")
    yield { words: row.must("words"), is, ...referent(knowledge, row), sure }
  }
  for (const row of places)
    yield { words: row.must("place"), is: "place", kind: "state", id: row.must("state"), sure: "medium" }
}

const personNamings = ({ id, name, names, surnames }: Person): readonly Naming[] => [
  ...unique([name, ...names]).map(words => ({ words, is: "name", kind: "person", id, sure: "high" }) as const),
  ...surnames.map(words => ({ words, is: "surname", kind: "person", id, sure: "high" }) as const),
]

/** Reads the column `stands_for`: "PRK", "UN:Security Council", "USA:Department of State", "-:Hamas". */
function referent(knowledge: Knowledge, row: Row): Referent {
  const target = row.must("stands_for")
  if (knowledge.states.has(target)) return { kind: "state", id: target }
  if (knowledge.bodies.has(target)) return { kind: "body", id: target }
  const id = slug(target)
  const [state, name] = target.split(/:(.*)/) as [string, string?]
  if (target.startsWith("-:") && knowledge.groups.has(id)) return { kind: "group", id }
  if (knowledge.organisations.has(id)) return { kind: "organisation", id }
  const kind = [...knowledge.organisationKinds.values()].find(general => general.name === name)
  const organisation = kind && knowledge.organisation(state, kind.id)
  if (organisation) return { kind: "organisation", id: organisation.id }
  if (knowledge.offices.has(target)) return { kind: "office", id: target }
  if (knowledge.persons.has(target)) return { kind: "person", id: target }
  return row.fail(`"stands_for" is "${target}", which no file names`)
}

const unique = (list: readonly (string | undefined)[]) => [...new Set(list.filter(word => word !== undefined))]

const periodOf = ({ from, to }: Period): Period => ({ ...(from ? { from } : {}), ...(to ? { to } : {}) })
