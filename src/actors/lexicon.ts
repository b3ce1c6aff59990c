import { readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { copied } from "../model/document.ts"
import { type Row, rows } from "./actorsFile.ts"
import type { Naming } from "./facts.ts"
import type { Knowledge } from "./knowledge.ts"
import { nameKey } from "./nameKey.ts"
import type { Piece } from "./pieces.ts"

/** Words for an office, rank or calling: "foreign minister", "spokesperson". */
export interface Title {
  readonly is: "title"
  readonly words: string
  /** Kind of office; the same for "foreign secretary" and "top diplomat". */
  readonly role: string
  readonly plural: boolean
  /** Where only one state uses the words: "secretary of state" is USA. */
  readonly state?: string
  /** Where the files know the words for an office of one state only, though others might use them. */
  readonly hint?: string
}

export const GROUP_KINDS = [
  "government",
  "delegation",
  "forces",
  "equipment",
  "organ",
  "people",
  "displaced",
  "society",
  "world",
  "armed",
  "states",
  "sides",
  "present",
  "state",
  "alliance",
  "body",
] as const

/** A noun for a part of a state or a body of people: "foreign ministry", "troops", "voters", "both sides". */
export interface Group {
  readonly is: "group"
  readonly words: string
  readonly kind: (typeof GROUP_KINDS)[number]
  /** What it is called under a state: "Ministry of Foreign Affairs"; empty where it stands for the state itself. */
  readonly name: string
  /** Kind of organisation, whose name in a state the actors files know: "foreign-ministry". */
  readonly organisation?: string
}

/** Words that carry the name of a state and stand for nobody: "Korean Peninsula", "Paris Agreement". */
export interface Thing {
  readonly is: "thing"
}

/** An everyday noun for a person: "parent", "researcher". */
export interface Someone {
  readonly is: "someone"
  /** In the singular. */
  readonly noun: string
  /** Whether reports make an actor of one who has no other name yet: "the attacker". */
  readonly acts: boolean
  readonly plural: boolean
}

export type Entry = Title | Group | Thing | Someone | { readonly is: "naming"; readonly naming: Naming }

/** An entry found in a text: pieces `from` up to, but not including, `to`. */
export interface Find {
  readonly from: number
  readonly to: number
  readonly entries: readonly Entry[]
}

/** Most nodes have but one of the two. */
interface Node {
  next?: Map<string, Node>
  /** With how each must be written in the text. */
  entries?: { readonly entry: Entry; readonly written: Piece["written"] }[]
}

/**
 * Every word and word group that can stand for somebody, in one tree of pieces. Names are put into it when a text
 * first has a word that they begin with.
 */
export class Lexicon {
  readonly #root: Node = {}
  readonly #knowledge: Knowledge
  /** First words whose names are in the tree. */
  readonly #opened = new Set<string>()
  /** Words that begin no name, as most of a text do; a stream of ever new ones must not fill the memory. */
  readonly #nameless = new Set<string>()
  /** Nouns for the armed forces of a state. */
  readonly #forces = new Set<string>()

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge
    for (const entry of titles(knowledge)) this.#add(entry.words, entry, isAcronym(entry.words) ? "CAPS" : "lower")
    for (const entry of groups(knowledge)) {
      if (entry.kind === "forces") this.#forces.add(entry.words)
      this.#add(entry.words, entry, "lower")
    }
    const acting = new Set(lines(UNNAMED).flatMap(line => line.split(" ")))
    for (const noun of new Set([...acting, ...lines(PERSONS).flatMap(line => line.split(" "))])) {
      const acts = acting.has(noun)
      this.#add(noun, { is: "someone", noun, acts, plural: false }, "lower")
      this.#add(many(noun), { is: "someone", noun, acts, plural: true }, "lower")
    }
    for (const words of lines(THINGS)) this.#add(words, { is: "thing" }, "Upper")
    for (const office of knowledge.writtenOffices.values())
      for (const words of new Set([office.title, ...office.names]))
        for (const title of bothNumbers(words, office.kind ?? office.id))
          this.#add(
            title.words,
            { ...title, [namesOwner(knowledge, title.words) ? "state" : "hint"]: office.state },
            "lower",
          )
  }

  /** Puts the names that begin with a word into the tree. */
  #open(first: string) {
    const names = this.#knowledge.namedFrom(first)
    if (names.length) this.#opened.add(copied(first))
    else {
      if (this.#nameless.size >= MOST_NAMELESS) this.#nameless.clear()
      this.#nameless.add(copied(first))
    }
    for (const naming of names) {
      if (naming.is === "surname" || naming.kind === "office") continue
      // "Russian troops" is read by its parts: it stands for the state, "Russian Army" for the army.
      if (naming.kind === "organisation") {
        const [, state, noun] = /^(.*) (\S+)$/.exec(naming.words) ?? []
        if (noun && this.#forces.has(noun) && this.#knowledge.named(state!).some(({ kind }) => kind === "state"))
          continue
      }
      // A single name alone is a matter of who is meant, not of words.
      if (naming.kind === "person" && !nameKey(naming.words).includes(" ")) continue
      this.#add(naming.words, { is: "naming", naming }, written(naming.words))
    }
  }

  /** The title that words make together: "foreign" and "ministers" of "foreign and defense ministers". */
  title(keys: readonly string[]): Title | undefined {
    let node: Node | undefined = this.#root
    for (const key of keys) node = node?.next?.get(key)
    const entry = node?.entries?.find(({ entry }) => entry.is === "title")?.entry
    return entry?.is === "title" ? entry : undefined
  }

  /** The longest entry that starts at a piece. */
  at(pieces: readonly Piece[], start: number): Find | undefined {
    const first = pieces[start]!.key
    if (!this.#nameless.has(first) && !this.#opened.has(first)) this.#open(first)
    let node: Node | undefined = this.#root
    let found: Find | undefined
    for (let at = start; at < pieces.length; at++) {
      const { key }: Piece = pieces[at]!
      // An apostrophe cut off its word stands inside names: "People's", "d'Ivoire".
      node = node.next?.get(key === "" ? pieces[at]!.mark : key)
      if (!node) break
      if (node.entries) {
        const entries = node.entries
          .filter(({ written }) => isWritten(pieces, start, written))
          .map(({ entry }) => entry)
        if (entries.length) found = { from: start, to: at + 1, entries }
      }
    }
    return found
  }

  #add(words: string, entry: Entry, written: Piece["written"]) {
    let node = this.#root
    for (const key of keysOf(words)) {
      node.next ??= new Map()
      let next = node.next.get(key)
      if (!next) {
        next = {}
        node.next.set(key, next)
      }
      node = next
    }
    if (node === this.#root) return
    node.entries ??= []
    node.entries.push({ entry, written })
  }
}

const MOST_NAMELESS = 20_000

/** Whether a title begins with its state or body: "UK Foreign Secretary". */
function namesOwner(knowledge: Knowledge, words: string): boolean {
  const parts = words.split(" ")
  return [1, 2, 3].some(
    n =>
      n < parts.length &&
      knowledge.named(parts.slice(0, n).join(" ")).some(({ kind }) => kind === "state" || kind === "body"),
  )
}

/** As `piecesOf` cuts a text: "People's Republic" → people 's republic; "Workers' Party" → workers ' party. */
const keysOf = (words: string) =>
  words
    .replace(/(\p{L})['’]s(?!\p{L})/gu, "$1 's")
    .replace(/(s)['’](?=\s)/g, "$1 '")
    .split(/[\s\-‐‑–/]+/u)
    .map(word => (word === "'s" || word === "'" || word === "," ? word : nameKey(word).replaceAll(" ", "")))
    .filter(key => key !== "")

/** How a name must be written, after an article: "the North" is no point of the compass, "the CAR" no car. */
function written(words: string): Piece["written"] {
  const name = words.replace(/^the /, "")
  return isAcronym(name) ? "CAPS" : /^\P{L}*\p{Lu}/u.test(name) ? "Upper" : "lower"
}

const isAcronym = (words: string) => /^[\p{Lu}.]{2,6}$/u.test(words)

function isWritten(pieces: readonly Piece[], at: number, as: Piece["written"]): boolean {
  const { written } = pieces[at]!.key === "the" ? (pieces[at + 1] ?? pieces[at]!) : pieces[at]!
  return as === "lower" || written === "CAPS" || (as === "Upper" && written === "Upper")
}

const THINGS = new URL("../../data/phrases/places.txt", import.meta.url)

const PERSONS = new URL("../../data/phrases/persons.txt", import.meta.url)

const UNNAMED = new URL("../../data/phrases/unnamed.txt", import.meta.url)

/** The lines of a word list, without its passport. */
export const lines = (url: URL): readonly string[] =>
  readFileSync(url, "utf8")
    .split("\n")
    .filter(line => line !== "" && !line.startsWith("#"))

const TABLES = {
  titles: new URL("../../data/phrases/titles.csv", import.meta.url),
  groups: new URL("../../data/phrases/groups.csv", import.meta.url),
}

const table = (url: URL): readonly Row[] => rows({ path: fileURLToPath(url), text: readFileSync(url, "utf8") })

function* titles(knowledge: Knowledge): Iterable<Title> {
  const known = new Map<string, string>()
  for (const kind of knowledge.officeKinds.values())
    for (const words of [kind.title, ...kind.names]) known.set(nameKey(words), kind.id)
  const roleOf = new Map<string, string>()
  const own = table(TABLES.titles).map(row => ({
    title: row.must("title"),
    role: row.must("role"),
    state: row.cell("state"),
  }))
  for (const { title, role } of own) {
    const kind = known.get(nameKey(title))
    if (kind && !roleOf.has(role)) roleOf.set(role, kind)
  }
  for (const { title, role, state } of own) {
    const key = nameKey(title)
    yield* bothNumbers(title, known.get(key) ?? roleOf.get(role) ?? role, state)
    known.delete(key)
  }
  for (const kind of knowledge.officeKinds.values())
    for (const words of [kind.title, ...kind.names]) if (known.has(nameKey(words))) yield* bothNumbers(words, kind.id)
}

function bothNumbers(words: string, role: string, state?: string): readonly Title[] {
  const rest = { is: "title", role, ...(state ? { state } : {}) } as const
  return [
    { words, plural: false, ...rest },
    { words: plural(words), plural: true, ...rest },
  ]
}

/** "Secretary of State" → "Secretaries of State"; "director general" → "directors general". */
export function plural(words: string): string {
  const [, head = words, tail = ""] =
    /^(.*?)((?: (?:of|for|to|at|in|elect|designate|d['’]affaires)\b.*| general)?)$/i.exec(words) ?? []
  if (tail === " general" && /^(?:major|lieutenant|brigadier)$/i.test(head)) return `${words}s`
  return many(head) + tail
}

const many = (noun: string) =>
  IRREGULAR[noun] ??
  (/m[ae]n$/i.test(noun) && !/human$/i.test(noun)
    ? noun.replace(/m[ae]n$/i, "men")
    : /[^aeo]y$/i.test(noun)
      ? `${noun.slice(0, -1)}ies`
      : /(?:s|x|ch|sh)$/i.test(noun)
        ? noun.endsWith("s")
          ? noun
          : `${noun}es`
        : `${noun}s`)

const IRREGULAR: Readonly<Record<string, string>> = {
  child: "children",
  person: "persons",
  wife: "wives",
  staff: "staff",
  spy: "spies",
}

function* groups(knowledge: Knowledge): Iterable<Group> {
  const kinds = new Map<string, string>()
  for (const kind of knowledge.organisationKinds.values())
    for (const words of [kind.name, ...kind.names]) kinds.set(nameKey(words), kind.id)
  for (const row of table(TABLES.groups)) {
    const words = row.must("words")
    // A ministry bears its own name in each state; a senate or a soldier is called as printed.
    const known = kinds.get(nameKey(words))
    const organisation = known?.endsWith("ministry") ? known : undefined
    kinds.delete(nameKey(words))
    yield {
      is: "group",
      words,
      kind: row.oneOf("kind", GROUP_KINDS),
      name: row.cell("name") ?? "",
      ...(organisation ? { organisation } : {}),
    }
  }
  for (const [words, organisation] of kinds) yield { is: "group", words, kind: "organ", name: "", organisation }
}
