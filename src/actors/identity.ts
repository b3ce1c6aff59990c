import type { Actor } from "../model/layers.ts"
import type { Belonging } from "./belonging.ts"
import { stateCode } from "./codes.ts"
import { MINISTERIAL, type Office, type Person, type Tenure } from "./facts.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Title } from "./lexicon.ts"
import { OfficeNames } from "./officeNames.ts"
import type { Player, Sighting } from "./player.ts"
import { keys, sameName, significant, turned } from "./sameName.ts"
import { alike } from "./spelling.ts"
import { capitalised, fitsTitle } from "./titles.ts"

/** Which known person somebody in a document is, by name, office and day. */
export class Identity {
  readonly #knowledge: Knowledge
  readonly #offices: OfficeNames
  readonly #day: string | undefined
  readonly #home: string | undefined

  /**
   * @param day the document's day, on which offices are looked up; without one, whoever ever held them
   * @param home the state whose organ published the document, where it is one
   */
  constructor(knowledge: Knowledge, day: string | undefined, home: string | undefined) {
    this.#knowledge = knowledge
    this.#offices = new OfficeNames(knowledge)
    this.#day = day
    this.#home = home
  }

  /** Whether words that no title or tagger vouches for are somebody's name all the same. */
  isKnown({ words }: Sighting): boolean {
    if (words.length > 1)
      return this.#knowledge.personsNamed(words.join(" ")).length > 0 || this.#spellings(words).length > 0
    return this.#inOffice(this.#knowledge.personsNamed(words[0]!)).length === 1
  }

  /** Whether somebody of this family name holds a leading office on the day. */
  holdsOffice = (name: string) => this.#inOffice(this.#knowledge.personsNamed(name)).length > 0

  /** Whether the files know a full name, and none of those who bear it as somebody of another full name. */
  isAnother(words: readonly string[], full: readonly string[]): boolean {
    const named = words.length > 1 ? this.#knowledge.personsNamed(words.join(" ")) : []
    const others = named.length > 0 ? this.#knowledge.personsNamed(full.join(" ")) : []
    return others.length > 0 && !others.some(other => named.includes(other))
  }

  /** The other names of the one person known by a full name. */
  otherNames(words: readonly string[]): readonly (readonly string[])[] {
    const persons = words.length > 1 ? this.#knowledge.personsNamed(words.join(" ")) : []
    return persons.length === 1
      ? [persons[0]!.name, ...persons[0]!.names].map(keys).filter(name => name.length > 1)
      : []
  }

  /** Those who hold a leading office on the day. */
  #inOffice(persons: readonly Person[]): readonly Person[] {
    return persons.filter(person =>
      this.#knowledge.officesOf(person.id, this.#day).some(({ office }) => {
        const kind = this.#knowledge.offices.get(office)?.kind
        return this.#knowledge.rankOf(kind) <= MINISTERIAL
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

  /**
   * Says who somebody is: a known person by name, office and day.
   * @param spokenOf the states that the document names
   * @returns whether the files know somebody of that name
   */
  link(player: Player, spokenOf: ReadonlySet<string>): boolean {
    const words = significant(player.words)
    const named = words.length > 1 ? this.#spellings(player.words) : []
    const chosen = this.#choose(named, player)
    if (chosen.length === 1) return this.#settle(player, chosen[0]!, "")
    const spoken = chosen.filter(({ state }) => spokenOf.has(state))
    if (spoken.length === 1)
      return this.#settle(
        player,
        spoken[0]!,
        `of ${chosen.length} persons of this name, the one whose state is spoken of`,
      )
    if (chosen.length > 1) {
      player.candidates = chosen.map(person => this.#actorOf(person, player))
      player.stated = false
      player.reason = `${chosen.length} persons of this name`
      player.actor = { state: player.candidates[0]!.state, name: player.printed }
      return true
    }
    if (words.length === 1) {
      const called = this.#calledSo(words[0]!, player, person => this.#knowledge.officesOf(person.id, this.#day))
      if (called.length === 1) return this.#settle(player, called[0]!.person, `${called[0]!.title} ${this.#when()}`)
      const before = called.length ? [] : this.#calledSo(words[0]!, player, person => this.#ledBefore(person))
      if (before.length === 1)
        return this.#settle(player, before[0]!.person, `the only ${player.printed} so titled before`)
      const office = !player.titles.length ? this.#inOffice(this.#knowledge.personsNamed(words[0]!)) : []
      if (office.length === 1)
        return this.#settle(player, office[0]!, `the only ${player.printed} in a leading office ${this.#when()}`)
      const bearers = player.titles.length ? [] : this.#knowledge.personsNamed(words[0]!)
      const [only] = bearers
      if (bearers.length === 1 && spokenOf.has(only!.state) && player.sightings.some(({ sure }) => sure))
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
    return false
  }

  /** Persons of a family name who hold, among the offices asked about, one that the words name. */
  #calledSo(
    name: string,
    player: Player,
    held: (person: Person) => readonly Tenure[],
  ): readonly { readonly person: Person; readonly title: string }[] {
    const titles = player.titles.filter(t => t.role !== "honorific")
    const states = player.states.length ? player.states : titles.flatMap(t => (t.state ? [t.state] : []))
    const found = new Map<string, { person: Person; title: string }>()
    for (const person of this.#knowledge.personsNamed(name))
      for (const tenure of held(person)) {
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

  /** The highest offices of a state that somebody left before the day: "In 2016 President Obama visited Hiroshima". */
  #ledBefore({ id }: Person): readonly Tenure[] {
    const day = this.#day
    if (!day) return []
    return this.#knowledge.officesOf(id).filter(({ office, to }) => {
      const known = this.#knowledge.offices.get(office)
      return known !== undefined && this.#leads(known) && to !== undefined && to < day
    })
  }

  #leads = (office: Office) => this.#knowledge.rankOf(office.kind) === 1

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
        // Whom an armed group follows is no state's, whatever country he comes from.
        person.state === "-" ||
        player.states.every(state => this.#isGone(state)) ||
        // Of somebody known only for an office in a body no file tells the nationality.
        this.#knowledge.bodies.has(person.state) ||
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

  /** Whether a state was no more on the day: the former Soviet leader is somebody else's citizen since. */
  #isGone(state: string): boolean {
    const end = this.#knowledge.states.get(state)?.to
    return end !== undefined && this.#day !== undefined && end < this.#day
  }

  #when = () => (this.#day ? `on ${this.#day}` : "at some time")

  #stateOf = (office: string) => this.#knowledge.offices.get(office)?.state

  /** Everyone who holds an office the mentions name, on the day or within weeks of it. */
  #holders(player: Player): readonly { readonly person: Person; readonly title: string }[] {
    const states = player.states.length ? player.states : player.titles.flatMap(t => (t.state ? [t.state] : []))
    if (!states.length && this.#home && !player.titles.some(t => this.#offices.everywhere(t.role, t.words).length > 1))
      states.push(this.#home)
    const found: { person: Person; title: string }[] = []
    for (const { role, words } of player.titles) {
      const offices = states.length
        ? states.flatMap(state => this.#offices.of(state, role, words, this.#day))
        : this.#offices.everywhere(role, words)
      for (const office of offices)
        for (const tenure of this.#day ? this.#knowledge.holders(office, this.#day) : this.#knowledge.tenures(office)) {
          const person = this.#knowledge.persons.get(tenure.person)
          if (person) found.push({ person, title: this.#knowledge.offices.get(office)?.title ?? words })
        }
    }
    return found
  }

  #settle(player: Player, person: Person, reason: string): true {
    player.actor = this.#actorOf(person, player)
    player.reason = reason
    player.stated = reason === ""
    player.gender = person.gender
    // A name links across spellings only in the open.
    const printed = significant(player.words)
    if (!reason && printed.length > 1 && !sameName(printed, keys(person.name)))
      player.reason = `printed “${player.printed}”: known also as ${person.name}`
    return true
  }

  #actorOf(person: Person, player: Player): Actor {
    const tenure = this.#tenureOf(person, player)
    const office = tenure && this.#knowledge.offices.get(tenure.office)
    const words = player.titles.find(t => t.role !== "honorific")?.words
    const title = office?.title ?? (words && capitalised(words))
    return {
      state: stateCode(this.#knowledge, office?.state ?? this.#servedBody(player) ?? person.state),
      name: person.name,
      ...(title ? { office: title } : {}),
      id: person.id,
    }
  }

  /** The body that the words name as an employer, where no file has the office: "U.N. envoy Jan Egeland" is the UN's. */
  #servedBody({ states: [state], sightings }: Player): string | undefined {
    return state && this.#knowledge.bodies.has(state) && !sightings.every(({ past }) => past) ? state : undefined
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
   * A person whom no file knows: as printed, of the state that the words name, else of the likeliest.
   * @param before the state of the officer named just before
   */
  unknown(player: Player, belonging: Belonging, before: string | undefined) {
    const title = player.titles.find(t => t.role !== "honorific")
    const field = player.sightings.find(s => s.field)?.field
    const own = field && title?.role === "official" ? this.#home : undefined
    const stated = player.states[0] ?? title?.state ?? own
    const ofGroup = player.sightings.some(s => s.ofGroup)
    // A government names its envoys, spokespersons and officials without their country, but not ministers.
    const serves = title && this.#knowledge.rankOf(title.role) > MINISTERIAL
    const ownOr = (hint: string | undefined) => (serves && this.#home ? this.#home : hint)
    // Whom a government's officials name in talk without office or country is mostly a journalist or a guest.
    const supposed =
      stated || ofGroup || (this.#home && !title && belonging.isTranscript)
        ? undefined
        : belonging.of({
            kind: "person",
            places: player.sightings.map(({ at }) => at),
            noun: title ? `${title.role}${field ? "+" : ""}` : "",
            words: significant(player.words),
            hint: (title && player.sightings.find(s => s.beside)?.beside) ?? before ?? ownOr(title?.hint),
            called: [player.printed],
          })
    const state = stated ?? supposed
    player.actor = {
      state: state ?? "-",
      name: player.printed,
      ...(title ? { office: [capitalised(title.words), field].filter(Boolean).join(" ") } : {}),
    }
    player.stated = stated !== undefined || state === undefined
    player.reason = stated
      ? ""
      : state
        ? state === this.#home
          ? "office of the publisher's government"
          : "of the state spoken of"
        : ofGroup
          ? OF_GROUP
          : "state not named"
  }
}

/** Why somebody whom a group stands beside is given no state. */
const OF_GROUP = "of a group, no state's"
