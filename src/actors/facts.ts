import type { Period } from "./periods.ts"

/** How far a row can be relied on; "low" where it rests on a single faint memory or lies after what its file knows. */
export const SURE = ["high", "medium", "low"] as const
export type Sure = (typeof SURE)[number]

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
  /** The state under which records write it, "GEO" for South Ossetia; "-": under none. Only where the code is ours and no ISO code. */
  readonly of?: string
  /** "Q884", where sure. */
  readonly wikidata?: string
}

export const BODY_KINDS = [
  "organisation",
  "organ",
  "programme",
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
  /** The abbreviation it is best known by; records write it behind the name: "March 23 Movement (M23)". */
  readonly short?: string
  /** Whether reports speak of its men as fighters, rebels or gunmen. */
  readonly armed: boolean
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

/** The lowest rank of heads of state and government and ministers, and that of what no file ranks. */
export const MINISTERIAL = 2
export const LOWEST = 4

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
