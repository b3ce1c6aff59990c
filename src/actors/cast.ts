import { copied } from "../model/document.ts"
import type { Actor } from "../model/layers.ts"
import type { Knowledge, Naming, Office, Person, Tenure } from "./knowledge.ts"
import type { Title } from "./lexicon.ts"
import { nameKey } from "./nameKey.ts"
import { alike } from "./spelling.ts"

/** What one mention tells of a person: how the name is written there, and what stands around it. */
export interface Sighting {
  /** The name as pieces: "kim", "jong", "un". */
  readonly words: readonly string[]
  /** The name as printed: "Kim Jong-un". */
  readonly printed: string
  readonly titles: readonly Title[]
  /** State or body codes beside the name. */
  readonly states: readonly string[]
  readonly past: boolean
  /** Whether the words are surely a name: a title stands before them, or a tagger saw a person. */
  readonly sure: boolean
  /** The state of the officer named just before, "the Israeli adviser Hulata and Foreign Policy Advisor Meir". */
  readonly beside?: string
  /** The state that the sentence speaks of, where the words beside the name give none. */
  readonly near?: string
  /** What the office deals with, as printed: "to Israel". */
  readonly field?: string
}

/** Somebody in a document, with all that its mentions tell. */
export interface Player {
  /** The fullest name, as pieces. */
  words: readonly string[]
  printed: string
  readonly titles: Title[]
  readonly states: string[]
  readonly sightings: Sighting[]
  actor: Actor
  reason: string
  stated: boolean
  candidates: readonly Actor[]
  gender: "f" | "m" | undefined
}

/** The persons of one document, found from all their mentions together, whatever their order. */
export class Cast {
  readonly players: Player[] = []
  readonly #knowledge: Knowledge
  readonly #day: string | undefined
  readonly #home: string | undefined
  readonly #byWord = new Map<string, Player[]>()
  #spokenOf: ReadonlySet<string> = new Set()

  /**
   * @param day the document's day, on which offices are looked up; without one, whoever ever held them
   * @param home the state whose organ published the document, where it is one
   */
  constructor(knowledge: Knowledge, day: string | undefined, home: string | undefined) {
    this.#knowledge = knowledge
    this.#day = day
    this.#home = home
  }

  /**
   * Gathers all mentions into persons: the fullest names first, then the shorter ones that fit them.
   * @param spokenOf the states that the document names
   */
  gather(sightings: readonly Sighting[], spokenOf: ReadonlySet<string> = new Set()): void {
    this.#spokenOf = spokenOf
    const byLength = [...sightings].sort(
      (a, b) => significant(b.words).length - significant(a.words).length || Number(b.sure) - Number(a.sure),
    )
    for (const sighting of byLength) {
      const known = this.#fitting(sighting)
      if (known.length === 1) this.#add(known[0]!, sighting)
      else if (known.length === 0 && (sighting.sure || this.#isKnown(sighting))) this.#found(sighting)
    }
    for (const player of this.players) this.#link(player)
    this.#ofTheOnlyState()
  }

  /** In a text whose states and persons all belong to one country, the others are taken to be of it too. */
  #ofTheOnlyState() {
    const states = new Set(
      this.players.flatMap(({ actor, sightings }) => [actor.state, ...sightings.flatMap(s => s.near ?? [])]),
    )
    states.delete("-")
    const [only] = states
    if (!only || states.size > 1) return
    for (const player of this.players)
      if (player.actor.state === "-" && !player.actor.id && !player.titles.some(({ state }) => state === "-")) {
        player.actor = { ...player.actor, state: only }
        player.stated = false
        player.reason = "of the only state spoken of"
      }
  }

  /** Who a name can be in this document, the best first; several where nothing decides. */
  find(sighting: Sighting): readonly Player[] {
    return this.#fitting(sighting)
  }

  #found(sighting: Sighting) {
    const player: Player = {
      words: sighting.words,
      printed: sighting.printed,
      titles: [],
      states: [],
      sightings: [],
      actor: { state: "-", name: sighting.printed },
      reason: "",
      stated: true,
      candidates: [],
      gender: undefined,
    }
    this.players.push(player)
    this.#add(player, sighting)
  }

  #add(player: Player, sighting: Sighting) {
    player.sightings.push(sighting)
    player.titles.push(...sighting.titles)
    player.states.push(...sighting.states)
    for (const word of sighting.words) {
      const list = this.#byWord.get(word)
      if (!list) this.#byWord.set(word, [player])
      else if (!list.includes(player)) list.push(player)
    }
  }

  #fitting(sighting: Sighting): readonly Player[] {
    const words = significant(sighting.words)
    const last = words.at(-1)
    if (!last) return []
    const near = new Set(words.flatMap(word => this.#byWord.get(word) ?? []))
    const fits = [...near].filter(player => sameName(words, significant(player.words)))
    if (fits.length <= 1) return fits.filter(player => !disagrees(player, sighting))
    // Among namesakes, one without a country beside the name is the publisher's own.
    const own = (player: Player) =>
      this.#home && !sighting.states.length && player.states.some(s => s !== this.#home) ? 1 : 0
    const scored = fits.map(player => ({ player, score: agreement(player, sighting) - own(player) }))
    const best = Math.max(...scored.map(({ score }) => score))
    return best < -1 ? [] : scored.filter(({ score }) => score === best).map(({ player }) => player)
  }

  /** Whether words that no title or tagger vouches for are somebody's name all the same. */
  #isKnown({ words }: Sighting): boolean {
    if (words.length > 1)
      return this.#knowledge.personsNamed(words.join(" ")).length > 0 || this.#spellings(words).length > 0
    return this.#inOffice(this.#knowledge.personsNamed(words[0]!)).length === 1
  }

  /** Those who hold a leading office on the day. */
  #inOffice(persons: readonly Person[]): readonly Person[] {
    return persons.filter(person =>
      this.#knowledge.officesOf(person.id, this.#day).some(({ office }) => {
        const kind = this.#knowledge.offices.get(office)?.kind
        return kind !== undefined && (this.#knowledge.officeKinds.get(kind)?.rank ?? 4) <= 2
      }),
    )
  }

  /** Persons whose name these pieces are, in either order and without initials or middle names. */
  #spellings(words: readonly string[]): readonly Person[] {
    const full = significant(words)
    const forms = [
      words,
      full,
      turned(full),
      [...full.slice(-1), ...full.slice(0, -1)],
      full.length > 2 ? [full[0]!, full.at(-1)!] : full,
    ]
    for (const form of forms) {
      const persons = form.length > 1 ? this.#knowledge.personsNamed(form.join(" ")) : []
      if (persons.length) return persons
    }
    return []
  }

  #link(player: Player) {
    const words = significant(player.words)
    const named = words.length > 1 ? this.#spellings(player.words) : []
    const chosen = this.#choose(named, player)
    if (chosen.length === 1) return this.#settle(player, chosen[0]!, "")
    if (chosen.length > 1) {
      player.candidates = chosen.map(person => this.#actorOf(person, player))
      player.stated = false
      player.reason = `${chosen.length} persons of this name`
      player.actor = { state: player.candidates[0]!.state, name: player.printed }
      return
    }
    if (words.length === 1) {
      const called = this.#calledSo(words[0]!, player)
      if (called.length === 1) return this.#settle(player, called[0]!.person, `${called[0]!.title} ${this.#when()}`)
      const office = !player.titles.length ? this.#inOffice(this.#knowledge.personsNamed(words[0]!)) : []
      if (office.length === 1)
        return this.#settle(player, office[0]!, `the only ${player.printed} in a leading office ${this.#when()}`)
      const bearers = player.titles.length ? [] : this.#knowledge.personsNamed(words[0]!)
      const [only] = bearers
      if (bearers.length === 1 && this.#spokenOf.has(only!.state) && player.sightings.some(({ sure }) => sure))
        return this.#settle(player, only!, `the only ${player.printed} known, and ${only!.state} is spoken of`)
    }
    const sounding = this.#holders(player).filter(({ person }) =>
      [person.name, ...person.names].some(name => alike(words, keys(name))),
    )
    const persons = new Set(sounding.map(({ person }) => person.id))
    if (persons.size === 1)
      return this.#settle(
        player,
        sounding[0]!.person,
        `printed “${player.printed}”: close to ${sounding[0]!.person.name}, ${sounding[0]!.title} ${this.#when()}`,
      )
    this.#unknown(player)
  }

  /** Persons of a family name who hold, on the day, an office that the words name. */
  #calledSo(name: string, player: Player): readonly { readonly person: Person; readonly title: string }[] {
    const titles = player.titles.filter(t => t.role !== "honorific")
    const states = player.states.length ? player.states : titles.flatMap(t => (t.state ? [t.state] : []))
    const found = new Map<string, { person: Person; title: string }>()
    for (const person of this.#knowledge.personsNamed(name))
      for (const tenure of this.#knowledge.officesOf(person.id, this.#day)) {
        const office = this.#knowledge.offices.get(tenure.office)
        if (!office || (states.length && !states.includes(office.state))) continue
        const bears = (title: Title) =>
          title.role === office.kind ||
          title.role === office.id ||
          (title.role === "leader" && this.#leads(office)) ||
          [office.title, ...office.names].some(words => fitsTitle(title, { ...title, role: office.id, words }))
        if (titles.some(bears)) found.set(person.id, { person, title: office.title })
      }
    return [...found.values()]
  }

  #leads = (office: Office) => (this.#knowledge.officeKinds.get(office.kind ?? "")?.rank ?? 4) === 1

  /** Of persons who share a name, those whom state, office and day allow. */
  #choose(persons: readonly Person[], player: Player): readonly Person[] {
    if (persons.length <= 1 && !player.states.length) return persons
    // Words beside the name of somebody so well known are those of the sentence's business, not of a namesake.
    if (persons.length === 1 && this.#inOffice(persons).length === 1 && this.#day) return persons
    const offices = (person: Person) => this.#knowledge.officesOf(person.id)
    const ofState = persons.filter(
      person =>
        !player.states.length ||
        player.states.includes(person.state) ||
        offices(person).some(({ office }) => player.states.includes(this.#stateOf(office) ?? "")),
    )
    if (ofState.length <= 1) return ofState
    const roles = new Set(player.titles.map(title => title.role))
    const inRole = ofState.filter(person =>
      offices(person).some(({ office }) => roles.has(this.#knowledge.offices.get(office)?.kind ?? "")),
    )
    const now = (inRole.length ? inRole : ofState).filter(
      person => this.#knowledge.officesOf(person.id, this.#day?.slice(0, 4)).length,
    )
    return now.length ? now : inRole.length ? inRole : ofState
  }

  #when = () => (this.#day ? `on ${this.#day}` : "at some time")

  #stateOf = (office: string) => this.#knowledge.offices.get(office)?.state

  /** Everyone who holds an office the mentions name, on the day or within weeks of it. */
  #holders(player: Player): readonly { readonly person: Person; readonly title: string }[] {
    const states = player.states.length ? player.states : player.titles.flatMap(t => (t.state ? [t.state] : []))
    if (!states.length && this.#home && !player.titles.some(t => this.#everyOffice(t.role, t.words).length > 1))
      states.push(this.#home)
    const found: { person: Person; title: string }[] = []
    for (const { role, words } of player.titles) {
      const offices = states.length
        ? states.flatMap(state => this.#officesFor(state, role, words))
        : this.#everyOffice(role, words)
      for (const office of offices)
        for (const tenure of this.#day ? this.#knowledge.holders(office, this.#day) : this.#knowledge.tenures(office)) {
          const person = this.#knowledge.persons.get(tenure.person)
          if (person) found.push({ person, title: this.#knowledge.offices.get(office)?.title ?? words })
        }
    }
    return found
  }

  #officesFor(state: string, role: string, words: string): readonly string[] {
    const office = this.#knowledge.office(state, role)
    const leadership =
      role === "leader" || role === "president" ? this.#knowledge.leadership(state, this.#day ?? TODAY) : undefined
    const key = nameKey(words)
    const worded = this.#officesOf(state).filter(o => [o.title, ...o.names].some(name => nameKey(name).includes(key)))
    return [
      ...new Set([
        ...(this.#knowledge.offices.has(role) ? [role] : []),
        ...(office ? [office.id] : []),
        ...(leadership ? [leadership.leader, leadership.headOfState] : []),
        ...worded.map(o => o.id),
      ]),
    ]
  }

  #officesOf(state: string) {
    return officeIndex(this.#knowledge).states.get(state) ?? []
  }

  /** The offices of all states that bear a title. */
  #everyOffice(role: string, words: string): readonly string[] {
    const { kinds, words: worded } = officeIndex(this.#knowledge)
    return [...new Set([...(kinds.get(role) ?? []), ...(worded.get(nameKey(words)) ?? [])])]
  }

  #settle(player: Player, person: Person, reason: string) {
    player.actor = this.#actorOf(person, player)
    player.reason = reason
    player.stated = reason === ""
    player.gender = person.gender
    // A name links across spellings only in the open.
    const printed = significant(player.words)
    if (!reason && printed.length > 1 && !sameName(printed, keys(person.name)))
      player.reason = `printed “${player.printed}”: known also as ${person.name}`
  }

  #actorOf(person: Person, player: Player): Actor {
    const tenure = this.#tenureOf(person, player)
    const office = tenure && this.#knowledge.offices.get(tenure.office)
    const words = player.titles.find(t => t.role !== "honorific")?.words
    const title = office?.title ?? (words && capitalised(words))
    return {
      state: office?.state ?? (person.state !== "-" ? person.state : (player.states[0] ?? "-")),
      name: person.name,
      ...(title ? { office: title } : {}),
      id: person.id,
    }
  }

  /** The office in which somebody acts: the one the text names, else the one held on the day. */
  #tenureOf(person: Person, player: Player): Tenure | undefined {
    const held = this.#knowledge.officesOf(person.id, this.#day)
    const roles = new Set(player.titles.map(title => title.role))
    const inRole = held.filter(({ office }) => roles.has(this.#knowledge.offices.get(office)?.kind ?? ""))
    const among = inRole.length ? inRole : held
    // A king of several realms acts for his own, where no other is named; a former minister, named so, for no new employer.
    const state = player.states[0] ?? person.state
    const there = among.find(({ office }) => this.#stateOf(office) === state)
    const former = player.states[0] === person.state && player.sightings.every(({ past }) => past)
    return there ?? (former ? undefined : among.at(-1))
  }

  /**
   * Whether a title without a country is likelier the publisher's own: a government names its envoys and spokespersons
   * without their country, but not presidents, nor ministers where its own are called secretaries.
   */
  #isHomely({ role, words }: Title): boolean {
    const home = this.#home
    if (home && SERVING.has(role)) return true
    if (!home || (this.#knowledge.officeKinds.get(role)?.rank ?? 4) <= 2) return false
    const offices = this.#everyOffice(role, words).flatMap(id => this.#knowledge.offices.get(id) ?? [])
    return offices.some(({ state, title }) => state === home && (!/minister/i.test(words) || /minister/i.test(title)))
  }

  /** A person whom no file knows: as printed, of the state that the words name. */
  #unknown(player: Player) {
    const title = player.titles.find(t => t.role !== "honorific")
    const stated = player.states[0] ?? title?.state
    const near = player.sightings.find(s => s.near)?.near
    const beside = title && player.sightings.find(s => s.beside)?.beside
    const supposed = title
      ? this.#isHomely(title)
        ? (this.#home ?? near)
        : (near ?? this.#home ?? title.hint)
      : this.#home
        ? undefined
        : near
    const state = stated ?? beside ?? supposed
    const field = player.sightings.find(s => s.field)?.field
    player.actor = {
      state: state ?? "-",
      name: player.printed,
      ...(title ? { office: [capitalised(title.words), field].filter(Boolean).join(" ") } : {}),
    }
    player.stated = stated !== undefined || state === undefined
    player.reason = stated
      ? ""
      : !state
        ? "state not named"
        : state === this.#home
          ? "office of the publisher's government"
          : "of the state spoken of"
  }
}

/** The day on which a state's form is looked up where a document has none. */
const TODAY = "9999"

/** Kings' numbers, initials and "Jr." do not tell names apart. */
const significant = (words: readonly string[]): readonly string[] => {
  const long = words.filter(word => word.length > 1 && word !== "jr" && word !== "sr")
  return long.length ? long : words
}

const turned = (words: readonly string[]) => [...words.slice(1), ...words.slice(0, 1)]

const keyCache = new Map<string, readonly string[]>()
/** Names come back within a report and from one to the next; a stream of ever new ones must not fill the memory. */
const MOST_KEYS = 10_000
const keys = (name: string): readonly string[] => {
  let made = keyCache.get(name)
  if (!made) {
    made = significant(nameKey(name).split(" "))
    if (keyCache.size >= MOST_KEYS) keyCache.clear()
    keyCache.set(copied(name), made)
  }
  return made
}

/** Whether the shorter name's words all stand in the longer; a single word must stand at either end of it. */
function sameName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1)
    return long[0] === short[0] || long.at(-1) === short[0] || (long.length > 2 && long.includes(short[0]!))
  return short.every(word => long.includes(word))
}

function agreement(player: Player, sighting: Sighting): number {
  let score = 0
  if (sighting.states.length && player.states.length)
    score += sighting.states.some(s => player.states.includes(s)) ? 2 : -3
  if (sighting.titles.length && player.titles.length)
    score += sighting.titles.some(t => player.titles.some(u => fitsTitle(t, u))) ? 2 : -1
  return score
}

const disagrees = (player: Player, sighting: Sighting) => agreement(player, sighting) <= -3

/** "Minister" fits "Foreign Minister", "Secretary" fits "Secretary of State"; "Foreign Minister" does not fit the latter. */
export function fitsTitle(a: Title, b: Title): boolean {
  if (a.role === b.role && a.state === b.state) return true
  const [x, y] = [nameKey(a.words).split(" "), nameKey(b.words).split(" ")]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.every(word => long.includes(word)) && !long.some(word => RANKS.has(word) && !short.includes(word))
}

/** Callings a government names without a country only where they are its own. */
const SERVING = new Set(
  "ambassador ambassador-at-large charge-daffaires consul envoy special-envoy governor senator representative mayor".split(
    " ",
  ),
)

/** Words that make another office of one: a deputy secretary is not the secretary. */
const RANKS = new Set("deputy vice under assistant former first general".split(" "))

const capitalised = (words: string) =>
  words
    .replace(/(?<![\p{L}'’])\p{Ll}/gu, letter => letter.toUpperCase())
    .replace(/ (Of|For|To|The|And|At) /g, word => word.toLowerCase())

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

/** The state or body a naming speaks for, as event records write it at the head of an actor: "KOR", "UN". */
export function ownerCode(knowledge: Knowledge, { kind, id }: Naming): string {
  if (kind === "state") return knowledge.states.get(id)?.kind === "region" ? id.slice(0, 3) : id
  if (kind === "body") return id.split(":")[0]!
  if (kind === "organisation") return knowledge.organisations.get(id)?.state ?? "-"
  if (kind === "office") return knowledge.offices.get(id)?.state ?? "-"
  if (kind === "person") return knowledge.persons.get(id)?.state ?? "-"
  return "-"
}
