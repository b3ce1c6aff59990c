import { fileURLToPath } from "node:url"
import { copied } from "../model/document.ts"
import { type ActorsFile, actorsFile, actorsFilesIn, type Row, rows, type Table } from "./actorsFile.ts"
import {
  type Body,
  type Group,
  type Leadership,
  LOWEST,
  type Naming,
  type Office,
  type OfficeKind,
  type Organisation,
  type OrganisationKind,
  type Person,
  type State,
  type Sure,
  type Tenure,
} from "./facts.ts"
import { firstKey, nameKey, slug } from "./nameKey.ts"
import { Namings } from "./namings.ts"
import { type Period, touches } from "./periods.ts"
import {
  personNamed,
  readBody,
  readGroup,
  readLeadership,
  readMembership,
  readOffice,
  readOfficeKind,
  readOrganisation,
  readOrganisationKind,
  readPerson,
  readState,
  readTenure,
} from "./readFacts.ts"
import { Tenures } from "./tenures.ts"

/** The folder of actors files that comes with readout. */
export const ACTORS_FOLDER = fileURLToPath(new URL("../../data/actors", import.meta.url))

/**
 * What is known of states, bodies, offices and persons, by date.
 * Everything is read from the files when first asked for, and kept.
 * @param extra paths of further files in the same format (docs: data/actors/README.md); their rows are added
 * @throws ActorsFileError, here or at the first question, naming file and line of a wrong row
 */
export function loadKnowledge({ extra = [] }: { readonly extra?: readonly string[] } = {}): Knowledge {
  return new Knowledge([...actorsFilesIn(ACTORS_FOLDER), ...extra].map(path => actorsFile(path)))
}

/** The answers to "who is that?" and "who held that office then?". Days are ISO dates or prefixes of them. */
export class Knowledge {
  readonly #files: readonly ActorsFile[]
  readonly #made = new Map<string, unknown>()
  readonly #personsByKey = new Map<string, readonly Person[]>()

  constructor(files: readonly ActorsFile[]) {
    this.#files = files
  }

  /** By ISO alpha-3 code. */
  get states(): ReadonlyMap<string, State> {
    return this.#once("states", () => this.#mapOf("states", readState, state => state.code))
  }

  /** By code: "IAEA", "UN:Security Council". */
  get bodies(): ReadonlyMap<string, Body> {
    return this.#once("bodies", () => this.#mapOf("bodies", readBody, body => body.code))
  }

  /** By id; those that are written in the files. `organisation` also knows what every state has. */
  get organisations(): ReadonlyMap<string, Organisation> {
    return this.#once("organisations", () => this.#mapOf("organisations", readOrganisation, o => o.id))
  }

  get organisationKinds(): ReadonlyMap<string, OrganisationKind> {
    return this.#once("organisationKinds", () => this.#mapOf("organisationKinds", readOrganisationKind, o => o.id))
  }

  /** By id: "hamas". */
  get groups(): ReadonlyMap<string, Group> {
    return this.#once("groups", () => this.#mapOf("groups", readGroup, group => group.id))
  }

  get officeKinds(): ReadonlyMap<string, OfficeKind> {
    return this.#once("officeKinds", () => this.#mapOf("officeKinds", readOfficeKind, kind => kind.id))
  }

  /** How high offices of a kind stand, as `OfficeKind.rank` counts; the lowest rank for a kind that no file has. */
  rankOf = (kind: string | undefined): number => this.officeKinds.get(kind ?? "")?.rank ?? LOWEST

  /** Whether organisations of several states are called so, as "Supreme Court" or "Federal Police"; "Labour Party" surely is. */
  isCommonName(words: string): boolean {
    const key = nameKey(words)
    if (this.#generalNames.has(key) || (PARTY.test(words) && !this.#namesState(words))) return true
    const bearers = this.named(words).filter(({ kind }) => kind === "organisation")
    return new Set(bearers.map(({ id }) => this.organisations.get(id)?.state)).size > 1
  }

  /** "Chinese Communist Party" */
  #namesState(words: string): boolean {
    return words.split(" ").some(word => this.named(word).some(({ kind }) => kind === "state"))
  }

  /** By id; those that are written in the files and those that somebody holds. */
  get offices(): ReadonlyMap<string, Office> {
    return this.#once("offices", () => {
      const offices = new Map(this.writtenOffices)
      for (const id of this.#tenures.offices()) {
        const office = offices.has(id) ? undefined : this.#officeFromId(id)
        if (office) offices.set(id, office)
      }
      return offices
    })
  }

  /** By id: "antony-blinken". */
  get persons(): ReadonlyMap<string, Person> {
    return this.#once("persons", () => {
      const persons = this.#mapOf(
        "persons",
        row => readPerson(row, this.#calledFirst(row.must("state"))),
        person => person.id,
      )
      for (const { row, tenure } of this.#holdings)
        if (!persons.has(tenure.person)) {
          const state = this.offices.get(tenure.office)?.state ?? "-"
          persons.set(tenure.person, personNamed(row.must("person"), state, this.#calledFirst(state)))
        }
      return persons
    })
  }

  /**
   * The office of a kind in a state or body, with the title it bears there: ("USA", "foreign-minister") → Secretary of State.
   * Undefined for an unknown state or kind. Every state has every kind; whether anybody is known to hold it, `holders` tells.
   */
  office(state: string, kind: string): Office | undefined {
    const special = this.#specialOffices.get(`${state} ${kind}`)
    return special ?? this.#officeFromId(`${state.toLowerCase()}-${kind}`)
  }

  /** By id, written in the files or what every state has: "fra-presidency". */
  organisationById(id: string): Organisation | undefined {
    const written = this.organisations.get(id)
    if (written) return written
    for (let dash = id.indexOf("-"); dash > 0; dash = id.indexOf("-", dash + 1)) {
      const state = this.#owners.get(id.slice(0, dash))
      const organisation = state && this.organisation(state, id.slice(dash + 1))
      if (organisation) return organisation
    }
    return undefined
  }

  /** The organisation of a kind in a state, under the name it bears there: ("USA", "foreign-ministry") → Department of State. */
  organisation(state: string, kind: string): Organisation | undefined {
    const named = this.#specialOrganisations.get(`${state} ${kind}`)
    const general = this.organisationKinds.get(kind)
    if (named || !general || !this.#has(state)) return named
    return { id: `${state.toLowerCase()}-${kind}`, state, name: general.name, names: general.names, kind }
  }

  /**
   * Who held an office on a day, the surest first. More than one: a shared seat, a disputed one, a day of change,
   * or dates too coarse to tell. Holders who may have held it stand behind those who did, and are left out of a
   * single seat that somebody surely held. An empty list: nobody is known.
   * @param on ISO date; with a shorter prefix, everybody who may have held it in that month or year
   */
  holders(office: string, on: string): readonly Tenure[] {
    return this.#tenures.holders(office, on, this.offices.get(office)?.seats ?? "several")
  }

  /** Everybody who is known to have held an office, in order of time. */
  tenures(office: string): readonly Tenure[] {
    return this.#tenures.of(office)
  }

  /** The offices a person is known to have held, in order of time; `on`: those of that day. */
  officesOf(person: string, on?: string): readonly Tenure[] {
    return this.#tenures.heldBy(person, on)
  }

  /** Persons whose full name, other name or surname has this `nameKey`: "chung" finds every Chung. */
  personsNamed(key: string): readonly Person[] {
    let found = this.#personsByKey.get(key)
    if (!found) {
      const isSo = (words: string) => spellings(words).some(spelling => nameKey(spelling) === key)
      found = (this.#personsByFirst.get(key.split(" ", 1)[0]!) ?? []).filter(({ name, names, surnames }) =>
        [name, ...names, ...surnames].some(isSo),
      )
      if (this.#personsByKey.size > MOST_KEPT) this.#personsByKey.clear()
      this.#personsByKey.set(copied(key), found)
    }
    return found
  }

  /** Persons one of whose names begins with this word, as `firstKey` gives it. */
  personsFrom(first: string): readonly Person[] {
    return this.#personsByFirst.get(first) ?? NOBODY
  }

  /** Everything these words can stand for, compared by `nameKey`; persons by full and other names, and by surname. */
  named(words: string): readonly Naming[] {
    return this.#namings.named(words)
  }

  /** Everything whose words begin with this word, as `firstKey` gives it. */
  namedFrom(first: string): readonly Naming[] {
    return this.#namings.from(first)
  }

  /**
   * Every word that stands for somebody. Words that need a state beside them ("foreign minister", "defence ministry") are
   * not here but in `officeKinds` and `organisationKinds`; offices with a title of their own ("Secretary of State") are,
   * for every state that has one.
   */
  namings(): readonly Naming[] {
    return this.#namings.all
  }

  /** Members of a body on a day, as state codes (for some bodies also body codes: the AU in the G20). */
  members(body: string, on: string): readonly string[] {
    return unique(this.memberships(body).flatMap(period => (touches(period, on) ? period.members : [])))
  }

  /** The periods of membership as the files tell them. */
  memberships(body: string): readonly (Period & { readonly members: readonly string[]; readonly sure: Sure })[] {
    return this.#memberships.get(body) ?? []
  }

  /** Bodies a state is a member of on a day, as far as members are known. */
  bodiesOf(state: string, on: string): readonly string[] {
    return [...this.#memberships.keys()].filter(body => this.members(body, on).includes(state))
  }

  /** Head of state, of government and leader of a state on a day, as office ids. */
  leadership(state: string, on: string): Leadership | undefined {
    return this.leaderships(state, on).at(-1)
  }

  /** All that may hold on that day, in order of time: more than one where a seat is shared, or the order of state changed. */
  leaderships(state: string, on: string): readonly Leadership[] {
    return this.#leadership.get(state)?.filter(period => touches(period, on)) ?? []
  }

  get #generalNames(): ReadonlySet<string> {
    return this.#once(
      "generalNames",
      () => new Set([...this.organisationKinds.values()].flatMap(({ name, names }) => [name, ...names].map(nameKey))),
    )
  }

  /** Offices with a title of their own, by id. */
  get writtenOffices(): ReadonlyMap<string, Office> {
    return this.#once("writtenOffices", () => this.#mapOf("offices", readOffice, office => office.id))
  }

  get #leadership() {
    return this.#once("leadership", () => grouped(this.#read("leadership", readLeadership), period => period.state))
  }

  get #memberships() {
    return this.#once("members", () => grouped(this.#read("members", readMembership), membership => membership.of))
  }

  get #holdings() {
    return this.#once("holdings", () => {
      const knows = new Map(this.#files.map(file => [file.path, file.passport.knows]))
      return this.#rows("holders").map(row => ({ row, tenure: readTenure(row, knows.get(row.file)) }))
    })
  }

  get #tenures() {
    return this.#once("tenures", () => new Tenures(this.#holdings.map(({ tenure }) => tenure)))
  }

  /** Persons by the first word of any of their names. */
  get #personsByFirst() {
    return this.#once("personsByFirst", () => {
      const found = new Map<string, Person[]>()
      const add = (person: Person, words: string) => {
        for (const spelling of spellings(words)) {
          const key = firstKey(spelling)
          const list = found.get(key)
          if (!list) found.set(key, [person])
          else if (list.at(-1) !== person) list.push(person)
        }
      }
      for (const person of this.persons.values()) {
        add(person, person.name)
        for (const words of person.names) add(person, words)
        for (const words of person.surnames) add(person, words)
      }
      return found
    })
  }

  get #namings() {
    return this.#once("namings", () => new Namings(this, this.#rows("metonyms"), this.#rows("places")))
  }

  get #specialOffices() {
    return this.#once(
      "specialOffices",
      () =>
        new Map(
          [...this.offices.values()].flatMap(o => (o.kind ? [[`${o.state} ${o.kind}`, o] as const] : [])).reverse(),
        ),
    )
  }

  get #specialOrganisations() {
    return this.#once(
      "specialOrganisations",
      () =>
        new Map(
          [...this.organisations.values()]
            .flatMap(o => (o.kind ? [[`${o.state} ${o.kind}`, o] as const] : []))
            .reverse(),
        ),
    )
  }

  /** Codes of states and bodies by the form they have at the head of an office id: "kor" → KOR. */
  get #owners() {
    return this.#once(
      "owners",
      () => new Map([...this.states.keys(), ...this.bodies.keys()].map(code => [slug(code), code])),
    )
  }

  /** Reads "kor-foreign-minister" as the foreign minister of KOR. */
  #officeFromId(id: string): Office | undefined {
    for (let dash = id.indexOf("-"); dash > 0; dash = id.indexOf("-", dash + 1)) {
      const state = this.#owners.get(id.slice(0, dash))
      const kind = state && this.officeKinds.get(id.slice(dash + 1))
      if (state && kind)
        return {
          id,
          state,
          title: kind.title,
          names: kind.names,
          kind: kind.id,
          ...(kind.of ? { of: this.organisation(state, kind.of)?.name ?? kind.of } : {}),
          seats: kind.seats,
        }
    }
    return undefined
  }

  #has(state: string) {
    return this.states.has(state) || this.bodies.has(state)
  }

  #calledFirst(state: string) {
    return this.states.get(state)?.called === "first"
  }

  #rows(table: Table): Row[] {
    return this.#files.filter(file => file.table === table).flatMap(file => rows(file))
  }

  #read<T>(table: Table, read: (row: Row) => T): T[] {
    return this.#rows(table).map(read)
  }

  /** Later files win, so that a user's own file can mend a row of ours. */
  #mapOf<T>(table: Table, read: (row: Row) => T, key: (thing: T) => string): Map<string, T> {
    return new Map(this.#read(table, read).map(thing => [key(thing), thing]))
  }

  #once<T>(name: string, make: () => T): T {
    if (!this.#made.has(name)) this.#made.set(name, make())
    return this.#made.get(name) as T
  }
}

/** Names asked for are kept; but a stream of endless new ones must not fill the memory. */
const MOST_KEPT = 50_000

const NOBODY: readonly Person[] = []

const PARTY = / Party$/

const unique = (list: readonly string[]) => [...new Set(list)]

/** Things by a key that several of them share, in their order. */
function grouped<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const thing of things) {
    const list = map.get(key(thing))
    if (list) list.push(thing)
    else map.set(key(thing), [thing])
  }
  return map
}

/** A given name of two syllables is written in one word too: "Cho Hyun-dong", "Cho Hyundong". */
const spellings = (name: string) => (name.includes("-") ? [name, name.replaceAll("-", "")] : [name])
