import data from "../../data/linking/portfolios.json" with { type: "json" }
import type { RecordActor } from "../model/eventRecord.ts"
import type { Actor } from "../model/layers.ts"

/** A name as it is compared: without accents, marks and case. */
export const plainName = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

/** What an office is about and how high it stands, so that "Minister of Foreign Affairs" meets "Foreign Minister". */
export interface Post {
  readonly portfolio: string
  readonly deputy: boolean
}

const has = (text: string, words: readonly string[]) => words.some(word => ` ${text} `.includes(` ${word} `))
const DEPUTIES = data.deputies.map(plainName)
const BODIES = data.bodies.map(plainName)
const BARE: ReadonlySet<string> = new Set(data.bareTitles)
const PORTFOLIOS = data.portfolios.map(({ name, words }) => ({ name, words: words.map(plainName) }))

/** The post that the words of an office name; nothing where they name none that is known. */
export function postOf(office: string): Post | undefined {
  const words = plainName(office)
  const deputy = has(words, DEPUTIES)
  const found = PORTFOLIOS.find(p => has(words, p.words))
  return found ? { portfolio: found.name, deputy } : undefined
}

/** What is known of an actor when two are compared. */
export interface Who {
  readonly state: string
  readonly id?: string
  /** Name of the person, compared as `plainName`; absent for offices, bodies and states. */
  readonly person?: string
  readonly post?: Post
  /** Name of a body that is no person: "department of state". */
  readonly body?: string
  /** As printed in a reason. */
  readonly shown: string
}

/** "human rights defenders", "students": people who are named as a group and act for nobody; "officials" and "leaders" act for their state. */
const isGroup = (called: string) => {
  const last = called.split(" ").at(-1)!
  return /[^s]s$/.test(last) && !BARE.has(last)
}

/** Tells a person from an office, a body and a plain state. */
export function whoIs({ state, name, office, id, certainty }: Actor & Partial<Pick<RecordActor, "certainty">>): Who {
  const shown = name ?? state
  const base = { state, shown, ...(id ? { id } : {}) }
  if (!name) return base
  const called = plainName(name)
  // "my friend", "the Secretary": words for somebody, and no name of one
  const small = /^\P{Lu}*\p{Ll}\P{Lu}*$/u.test(name)
  if (small && isGroup(called)) return { ...base, body: called }
  if (small || BARE.has(called)) return base
  const title = office === undefined ? undefined : postOf(office)
  const asOffice = postOf(name)
  // "USA:Secretary of State": an unnamed holder stays the office
  if (asOffice && (!office || plainName(office) === called)) return { ...base, post: asOffice }
  if (has(called, BODIES)) return { ...base, body: called }
  // "we have spoken with the minister", says a spokesperson, and took no part
  if (certainty === "implied" && title?.portfolio === "spokesperson") return base
  return { ...base, person: called, ...(title ? { post: title } : {}) }
}

/** How two actors of one state stand to each other: the same person, the same office, one left open, or somebody else. */
export type Match = "person" | "office" | "state" | "other"

/** Compares two actors of one state. */
export function match(a: Who, b: Who): Match {
  if (a.person && b.person)
    return samePerson(a, b) || (samePost(a, b) && soundsAlike(a.person, b.person)) ? "person" : "other"
  if (a.post && b.post) return samePost(a, b) ? "office" : "other"
  if (a.body && b.body) return a.body === b.body ? "office" : "other"
  return "state"
}

const samePost = ({ post: a }: Who, { post: b }: Who): boolean =>
  a !== undefined && b !== undefined && a.portfolio === b.portfolio && a.deputy === b.deputy

/** The consonants of a name, without spaces: what other spellings of it keep. */
const consonants = (name: string) => name.replace(/[aeiouyw ]/g, "").replace(/(.)\1+/g, "$1")
/** So many consonants say enough to know a name by. */
const ENOUGH = 5

/** Two spellings of one name of the same office: "Khalifa Alharthi", "Sheikh Khalifa Al Harthy". */
function soundsAlike(a: string, b: string): boolean {
  const [short, long] = [consonants(a), consonants(b)].sort((x, y) => x.length - y.length) as [string, string]
  return short.length >= ENOUGH && long.endsWith(short)
}

/** One name for both: the same id or the same words, in any order, or a family name alone beside the whole name. */
function samePerson(a: Who, b: Who): boolean {
  if (a.id && b.id) return a.id === b.id
  const [few, many] = [a.person!.split(" "), b.person!.split(" ")].sort((x, y) => x.length - y.length) as [
    string[],
    string[],
  ]
  return few.every(word => many.includes(word))
}
