import { fileURLToPath } from "node:url"
import {
  type ActorsFile,
  actorsFile,
  actorsFilesIn,
  firstDay,
  lastDay,
  type Row,
  rows,
  type Table,
} from "./actorsFile.ts"
import { nameKey, slug } from "./nameKey.ts"

/** How far a row can be relied on; "low" where it rests on a single faint memory or lies after what its file knows. */
export const SURE = ["high", "medium", "low"] as const
export type Sure = (typeof SURE)[number]

/** From and to are dates whose length is their precision; without `from` since ever, without `to` until further notice. */
export interface Period {
  readonly from?: string
  /** The last day, not the first day after: on a day of change both the old and the new hold. */
  readonly to?: string
}

export const STATE_KINDS = ["member", "observer", "unrecognised", "territory", "region", "former"] as const

/** A state, or a territory that is spoken of like one. */
export interface State extends Period {
  /** ISO 3166 alpha-3; XKX for Kosovo, and own codes for former states (SUN, YUG, SCG, DDR …) as ISO 3166-3 has them. */
  readonly code: string
  /**
   * "member" and "observer" of the United Nations; "unrecognised": governs itself (TWN, XKX, ESH);
   * "territory": of another state; "region": a part of a state with a code of ours ("GBR-SCT"); "former".
   */
  readonly kind: (typeof STATE_KINDS)[number]
  /** The usual short English name: "South Korea". */
  readonly name: string
  readonly official?: string
  /** Other names and abbreviations: "ROK", "S. Korea", "Republic of Korea". */
  readonly names: readonly string[]
  /** "South Korean", "ROK"; the first is the usual one. */
  readonly adjectives: readonly string[]
  /** Words for its people in the plural: "South Koreans". */
  readonly people: readonly string[]
  /** Which end of a person's name stands alone in a text: "Mr. Chung" is the first word, "Mr. Blinken" the last. */
  readonly called: "first" | "last"
  readonly capital?: string
  /** IANA zone of the capital. */
  readonly zone?: string
  /** "Q884", where sure. */
  readonly wikidata?: string
}

export const BODY_KINDS = [
  "organisation",
  "organ",
  "agency",
  "court",
  "mission",
  "grouping",
  "secretariat",
  "regime",
] as const

/** An international body, or an organ of one. */
export interface Body extends Period {
  /** As event records write it: "IAEA", "UN:Security Council". */
  readonly code: string
  readonly kind: (typeof BODY_KINDS)[number]
  readonly name: string
  readonly names: readonly string[]
  /** Code of the body it belongs to: "UN". */
  readonly parent?: string
  readonly seat?: string
  readonly zone?: string
  readonly wikidata?: string
}

/** A ministry, agency, army, parliament or broadcaster of a state. */
export interface Organisation extends Period {
  /** "usa-department-of-state" */
  readonly id: string
  /** Code of the state or body. */
  readonly state: string
  /** As event records write it: "Department of State". */
  readonly name: string
  readonly names: readonly string[]
  /** Key of `organisationKinds`: "foreign-ministry". */
  readonly kind?: string
  /** Name of the organisation above it. */
  readonly parent?: string
  readonly wikidata?: string
}

/** What is alike in every state: "foreign-ministry" with the words for it. */
export interface OrganisationKind {
  readonly id: string
  readonly name: string
  /** Written without the state: "foreign ministry", "ministry of foreign affairs". */
  readonly names: readonly string[]
}

/** An armed group, movement or other actor of no government; event records write "-:Name". */
export interface Group extends Period {
  readonly id: string
  readonly name: string
  readonly names: readonly string[]
  /** Where it mainly is, as state codes. */
  readonly states: readonly string[]
  readonly wikidata?: string
}

/** What is alike in every state: "foreign-minister" with the words for it. */
export interface OfficeKind {
  readonly id: string
  readonly title: string
  /** Written without the state: "foreign minister", "minister for foreign affairs", "top diplomat". */
  readonly names: readonly string[]
  /** Whether one person holds it at a time. */
  readonly seats: "one" | "several"
  /** Organisation kind it leads or belongs to. */
  readonly of?: string
  /** 1 for heads of state and government, 2 for ministers, 3 for deputies and envoys, 4 for spokespersons and others. */
  readonly rank: number
}

/** An office of one state or body. */
export interface Office extends Period {
  /** "usa-secretary-of-state", "kor-foreign-minister", "un-secretary-general" */
  readonly id: string
  /** Code of the state or body: "KOR", "UN", "IAEA". */
  readonly state: string
  /** "Secretary of State", "Foreign Minister" */
  readonly title: string
  /** Other words for it, without the state. */
  readonly names: readonly string[]
  /** Key of `officeKinds`, where it is one of them. */
  readonly kind?: string
  /** Name of its organisation, within the same state. */
  readonly of?: string
  readonly seats: "one" | "several"
}

/** A person holds an office for a time. */
export interface Tenure extends Period {
  readonly office: string
  readonly person: string
  /** "acting"; "disputed" where two claim the seat; "elect" before taking it; "joint" where a seat is shared. */
  readonly as?: "acting" | "disputed" | "elect" | "joint"
  readonly sure: Sure
  /** "own": the compiler's knowledge; else a named source ("factbook-2026-05", "us-executive"). */
  readonly source: string
  /** Where the row stands. */
  readonly file: string
  readonly line: number
}

/** A person who is known by name. */
export interface Person {
  /** "chung-eui-yong"; with a qualifier where two share a name: "park-jin-2". */
  readonly id: string
  /** Usual full name in English: "Chung Eui-yong". */
  readonly name: string
  /** Code of the state the person is of; a UN Secretary-General keeps it beside his office. */
  readonly state: string
  /** Other full names, spellings and nicknames: "Antony J. Blinken", "Tony Blinken". */
  readonly names: readonly string[]
  /** The part that stands alone in a text, "Chung", "Blinken", in all its spellings; at least one. */
  readonly surnames: readonly string[]
  /** Undefined where the files do not say. */
  readonly gender?: "f" | "m"
  readonly wikidata?: string
}

/** Who is head of state and of government, and whom texts call the leader, as office ids. */
export interface Leadership extends Period {
  readonly state: string
  readonly headOfState: string
  readonly headOfGovernment: string
  /** Who has the last word: the one "the country's leader" means. */
  readonly leader: string
}

/** What a name or word can stand for. `id` is a state code, body code, or the id of the thing. */
export interface Referent {
  readonly kind: "state" | "body" | "organisation" | "group" | "office" | "person"
  readonly id: string
}

/** Words and what they may stand for; one entry for each pair of them. */
export interface Naming extends Referent, Period {
  readonly words: string
  /**
   * "name": the thing's own name, in any form; "adjective": "North Korean"; "people": "North Koreans";
   * "metonym": a place or building that speaks for it; "surname": a person's name standing alone;
   * "place": a town or province that lies in the state and does not speak for it.
   */
  readonly is: "name" | "adjective" | "people" | "metonym" | "surname" | "place"
  readonly sure: Sure
}

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

  /** By id; those that are written in the files and those that somebody holds. */
  get offices(): ReadonlyMap<string, Office> {
    return this.#once("offices", () => {
      const offices = new Map(this.#writtenOffices)
      for (const id of this.#tenuresByOffice.keys()) {
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
    const possible = this.tenures(office).filter(tenure => touches(tenure, on))
    const certain = possible.filter(tenure => spans(tenure, on) && tenure.as !== "elect" && tenure.as !== "disputed")
    const alone = certain.length > 0 && on.length === 10 && this.offices.get(office)?.seats === "one"
    const rest = possible.filter(tenure => !certain.includes(tenure))
    return [
      ...certain.reverse(),
      ...(alone ? rest.filter(t => t.as === "disputed" || t.as === "elect") : rest.reverse()),
    ]
  }

  /** Everybody who is known to have held an office, in order of time. */
  tenures(office: string): readonly Tenure[] {
    return this.#tenuresByOffice.get(office) ?? []
  }

  /** The offices a person is known to have held, in order of time; `on`: those of that day. */
  officesOf(person: string, on?: string): readonly Tenure[] {
    const all = this.#tenuresByPerson.get(person) ?? []
    return on ? all.filter(tenure => touches(tenure, on)) : all
  }

  /** Persons whose full name, other name or surname has this `nameKey`: "chung" finds every Chung. */
  personsNamed(key: string): readonly Person[] {
    return this.#personsByKey.get(key) ?? []
  }

  /** Everything these words can stand for, compared by `nameKey`; persons by full and other names, and by surname. */
  named(words: string): readonly Naming[] {
    return this.#namingsByKey.get(nameKey(words)) ?? []
  }

  /**
   * Every word that stands for somebody, to build an own index from; entries are made as they are asked for.
   * Words that need a state beside them ("foreign minister", "defence ministry") are not here but in `officeKinds`
   * and `organisationKinds`; offices with a title of their own ("Secretary of State") are, for every state that has one.
   */
  *namings(): Iterable<Naming> {
    const graded = new Set(this.#rows("metonyms").map(row => `${row.must("words")} ${row.must("stands_for")}`))
    for (const state of this.states.values()) {
      const it = { kind: "state", id: state.code, sure: "high", ...periodOf(state) } as const
      for (const words of unique([state.name, state.official, ...state.names])) yield { words, is: "name", ...it }
      for (const words of state.adjectives) yield { words, is: "adjective", ...it }
      for (const words of state.people) yield { words, is: "people", ...it }
      if (state.capital && state.capital !== state.name && !graded.has(`${state.capital} ${state.code}`))
        yield { words: state.capital, is: "metonym", ...it }
    }
    for (const body of this.bodies.values())
      for (const words of unique([body.code.includes(":") ? undefined : body.code, body.name, ...body.names]))
        yield { words, is: "name", kind: "body", id: body.code, sure: "high", ...periodOf(body) }
    for (const group of this.groups.values())
      for (const words of unique([group.name, ...group.names]))
        yield { words, is: "name", kind: "group", id: group.id, sure: "high", ...periodOf(group) }
    for (const organisation of this.organisations.values())
      for (const words of unique([organisation.name, ...organisation.names]))
        yield { words, is: "name", kind: "organisation", id: organisation.id, sure: "high", ...periodOf(organisation) }
    for (const office of this.#writtenOffices.values())
      for (const words of unique([office.title, ...office.names]))
        yield { words, is: "name", kind: "office", id: office.id, sure: "high", ...periodOf(office) }
    for (const person of this.persons.values()) {
      for (const words of unique([person.name, ...person.names]))
        yield { words, is: "name", kind: "person", id: person.id, sure: "high" }
      for (const words of person.surnames) yield { words, is: "surname", kind: "person", id: person.id, sure: "high" }
    }
    for (const row of this.#rows("metonyms")) {
      const sure = row.oneOf("sure", SURE, "high")
      const is = row.oneOf("is", ["name", "adjective", "people", "metonym"], "metonym")
      yield { words: row.must("words"), is, ...this.#referent(row), sure }
    }
    for (const row of this.#rows("places"))
      yield { words: row.must("place"), is: "place", kind: "state", id: row.must("state"), sure: "medium" }
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

  get #writtenOffices() {
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

  get #tenuresInOrder() {
    return this.#once("tenuresInOrder", () => inOrder(this.#holdings))
  }

  get #tenuresByOffice() {
    return this.#once("tenuresByOffice", () => grouped(this.#tenuresInOrder, tenure => tenure.office))
  }

  get #tenuresByPerson() {
    return this.#once("tenuresByPerson", () => grouped(this.#tenuresInOrder, tenure => tenure.person))
  }

  get #personsByKey() {
    return this.#once("personsByKey", () => {
      const found = new Map<string, Person[]>()
      for (const person of this.persons.values())
        for (const key of unique([person.name, ...person.names, ...person.surnames].flatMap(keysOf)))
          push(found, key, person)
      return found
    })
  }

  get #namingsByKey() {
    return this.#once("namingsByKey", () => grouped([...this.namings()], naming => nameKey(naming.words)))
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

  /** Reads the column `stands_for`: "PRK", "UN:Security Council", "USA:Department of State", "-:Hamas". */
  #referent(row: Row): Referent {
    const target = row.must("stands_for")
    if (this.states.has(target)) return { kind: "state", id: target }
    if (this.bodies.has(target)) return { kind: "body", id: target }
    const id = slug(target)
    const [state, name] = target.split(/:(.*)/) as [string, string?]
    const kind = [...this.organisationKinds.values()].find(general => general.name === name)
    if (target.startsWith("-:") && this.groups.has(id)) return { kind: "group", id }
    if (this.organisations.has(id)) return { kind: "organisation", id }
    if (kind && this.#has(state)) return { kind: "organisation", id: this.organisation(state, kind.id)!.id }
    if (this.offices.has(target)) return { kind: "office", id: target }
    if (this.persons.has(target)) return { kind: "person", id: target }
    return row.fail(`"stands_for" is "${target}", which no file names`)
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

/** Whether a period may include a day, however coarse the dates of either are. */
export const touches = ({ from, to }: Period, on: string) =>
  (!from || firstDay(from) <= lastDay(on)) && (!to || lastDay(to) >= firstDay(on))

/** Whether a period surely includes a day. */
export const spans = ({ from, to }: Period, on: string) =>
  (!from || lastDay(from) <= firstDay(on)) && (!to || firstDay(to) >= lastDay(on))

const unique = (list: readonly (string | undefined)[]) => [...new Set(list.filter(word => word !== undefined))]

const periodOf = ({ from, to }: Period): Period => ({ ...(from ? { from } : {}), ...(to ? { to } : {}) })

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function grouped<T>(things: readonly T[], key: (thing: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  for (const thing of things) push(map, key(thing), thing)
  return map
}

const inOrder = (holdings: readonly { readonly tenure: Tenure }[]) =>
  holdings
    .map(({ tenure }) => tenure)
    .sort((a, b) => ((a.from ?? "") < (b.from ?? "") ? -1 : (a.from ?? "") > (b.from ?? "") ? 1 : 0))

/** A column as a property, left out where the cell is empty. */
const optional = <K extends string>(
  row: Row,
  column: string,
  property = column as K,
): { readonly [P in K]?: string } => {
  const cell = row.cell(column)
  return (cell ? { [property]: cell } : {}) as { readonly [P in K]?: string }
}

export function readState(row: Row): State {
  return {
    code: row.must("code"),
    kind: row.oneOf("kind", STATE_KINDS),
    name: row.must("name"),
    names: row.list("names"),
    adjectives: row.list("adjectives"),
    people: row.list("people"),
    called: row.oneOf("called", ["first", "last"], "last"),
    ...optional<"official">(row, "official"),
    ...optional<"capital">(row, "capital"),
    ...optional<"zone">(row, "zone"),
    ...optional<"wikidata">(row, "wikidata"),
    ...row.period(),
  }
}

export function readBody(row: Row): Body {
  return {
    code: row.must("body"),
    kind: row.oneOf("kind", BODY_KINDS),
    name: row.must("name"),
    names: row.list("names"),
    ...optional<"parent">(row, "parent"),
    ...optional<"seat">(row, "seat"),
    ...optional<"zone">(row, "zone"),
    ...optional<"wikidata">(row, "wikidata"),
    ...row.period(),
  }
}

export function readOrganisation(row: Row): Organisation {
  const state = row.must("state")
  const name = row.must("organisation")
  return {
    id: slug(`${state} ${name}`),
    state,
    name,
    names: row.list("names"),
    ...optional<"kind">(row, "kind"),
    ...optional<"parent">(row, "parent"),
    ...optional<"wikidata">(row, "wikidata"),
    ...row.period(),
  }
}

export function readOrganisationKind(row: Row): OrganisationKind {
  return { id: row.must("organisation_kind"), name: row.must("name"), names: row.list("names") }
}

export function readGroup(row: Row): Group {
  const name = row.must("group")
  return {
    id: slug(name),
    name,
    names: row.list("names"),
    states: row.list("state"),
    ...optional<"wikidata">(row, "wikidata"),
    ...row.period(),
  }
}

export function readOfficeKind(row: Row): OfficeKind {
  return {
    id: row.must("office_kind"),
    title: row.must("title"),
    names: row.list("names"),
    seats: row.oneOf("seats", ["one", "several"], "one"),
    rank: Number(row.oneOf("rank", ["1", "2", "3", "4"], "4")),
    ...optional<"of">(row, "of"),
  }
}

export function readOffice(row: Row): Office {
  return {
    id: row.must("office"),
    state: row.must("state"),
    title: row.must("title"),
    names: row.list("names"),
    seats: row.oneOf("seats", ["one", "several"], "one"),
    ...optional<"kind">(row, "kind"),
    ...optional<"of">(row, "of"),
    ...row.period(),
  }
}

export function readLeadership(row: Row): Leadership {
  const state = row.must("state")
  const id = (office: string) => (/^[a-z]{3}-/.test(office) ? office : `${slug(state)}-${office}`)
  const headOfState = id(row.must("head_of_state"))
  const headOfGovernment = row.cell("head_of_government") ? id(row.must("head_of_government")) : headOfState
  return {
    state,
    headOfState,
    headOfGovernment,
    leader: row.cell("leader") ? id(row.must("leader")) : headOfGovernment,
    ...row.period(),
  }
}

export function readMembership(row: Row) {
  return { of: row.must("of"), members: row.list("members"), sure: row.oneOf("sure", SURE, "high"), ...row.period() }
}

/** @param knows the last day of which the file can know: an office taken up after it is less sure */
export function readTenure(row: Row, knows?: string): Tenure {
  const period = row.period()
  const sure = row.oneOf("sure", SURE, "high")
  const as = row.cell("as") ? row.oneOf("as", ["acting", "disputed", "elect", "joint"]) : undefined
  return {
    office: row.must("office"),
    person: slug(row.must("person")),
    ...(as ? { as } : {}),
    sure: knows && period.from && period.from > knows ? "low" : sure,
    source: row.cell("source") ?? "own",
    file: row.file,
    line: row.line,
    ...period,
  }
}

export function readPerson(row: Row, calledFirst: boolean): Person {
  const person = personNamed(row.must("person"), row.must("state"), calledFirst)
  const nicknames = row.list("names").filter(name => !name.includes(" "))
  const surnames = unique([...(row.cell("surname") ? row.list("surname") : person.surnames), ...nicknames])
  const gender = row.cell("gender") ? row.oneOf("gender", ["f", "m"]) : undefined
  return {
    ...person,
    names: row.list("names"),
    surnames,
    ...(gender ? { gender } : {}),
    ...optional<"wikidata">(row, "wikidata"),
  }
}

/** A person of whom only the name is known. A qualifier in brackets keeps namesakes apart: "George Bush (father)". */
function personNamed(words: string, state: string, calledFirst: boolean): Person {
  const name = words.replace(/\s*\(.*\)$/, "")
  const parts = name.split(" ").filter(part => !/^(?:Jr\.?|Sr\.?|[IVX]+|[A-Z]\.)$/.test(part))
  const from = calledFirst ? 0 : surnameStart(parts)
  const surname = parts.slice(from, calledFirst ? 1 : undefined).join(" ")
  const bare = surname.replace(/^(?:(?:al|el|as|an|ad|ar|at|ash)-|(?:al|el) )/i, "")
  return { id: slug(words), name, state, names: [], surnames: unique([surname || name, bare || name]) }
}

/** A given name of two syllables is written in one word too: "Cho Hyun-dong", "Cho Hyundong". */
const keysOf = (name: string) =>
  name.includes("-") ? [nameKey(name), nameKey(name.replaceAll("-", ""))] : [nameKey(name)]

const PARTICLE = /^(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|el|al|ten|ter|zu|bin|bint|ibn|ben|abu|ould)$/i

/** The last word with the small words before it: "von der Leyen", "Le Drian", "bin Salman". */
function surnameStart(parts: readonly string[]): number {
  let from = parts.length - 1
  while (from > 1 && PARTICLE.test(parts[from - 1]!)) from--
  return Math.max(from, 0)
}
