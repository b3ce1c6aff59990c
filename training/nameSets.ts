import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import type { Name } from "../src/model/layers.ts"
import { titleLength } from "../src/text/titles.ts"

export type NameKind = Name["kind"]

/** A text with its names, as its annotators marked them. */
export interface NamedText {
  readonly text: string
  /** Words as the set divides them; a set that marks stretches of running text has none. */
  readonly words?: readonly { readonly from: number; readonly to: number }[]
  readonly names: readonly MarkedName[]
  /** Stretches that are no names though the set marks them ("a fighting position"): neither right nor wrong. */
  readonly open: readonly { readonly from: number; readonly to: number }[]
}

export interface MarkedName {
  readonly from: number
  readonly to: number
  readonly kind: NameKind
  /** The set's own type. */
  readonly type: string
}

/** The sets' own types and the kinds they belong to; other types are not names. */
const KIND_OF: Readonly<Record<string, NameKind>> = {
  PER: "PER",
  person: "PER",
  politician: "PER",
  Person: "PER",
  ORG: "ORG",
  organisation: "ORG",
  politicalparty: "ORG",
  Organisation: "ORG",
  LOC: "LOC",
  location: "LOC",
  country: "LOC",
  Location: "LOC",
  event: "EVENT",
  election: "EVENT",
  misc: "MISC",
  MISC: "MISC",
  OTH: "MISC",
  Nationality: "MISC",
  Weapon: "WEAPON",
  MilitaryPlatform: "WEAPON",
  DocumentReference: "DOCUMENT",
}

/** Reads a set by its form: a folder of re3d (or one of its parts), or a file with a word and its label in each line. */
export function readNameSet(path: string): NamedText[] {
  if (!statSync(path).isDirectory()) return readBio(path)
  if (readdirSync(path).includes("entities.jsonl")) return readRe3d(path)
  return readdirSync(path)
    .sort()
    .map(name => join(path, name))
    .filter(part => statSync(part).isDirectory() || /\.(?:iob2|bio|txt|conll)$/.test(part))
    .flatMap(readNameSet)
}

/** Word and label in two columns, or iob2 with a number before them; the words stand in the text with a space between. */
function readBio(path: string): NamedText[] {
  const texts: NamedText[] = []
  let rows: { word: string; label: string }[] = []
  const flush = () => {
    if (rows.length === 0) return
    let text = ""
    const words: { from: number; to: number }[] = []
    const names: { from: number; to: number; type: string }[] = []
    let last = ""
    for (const { word, label } of rows) {
      if (text !== "") text += " "
      const span = { from: text.length, to: text.length + word.length }
      text += word
      words.push(span)
      const type = label.slice(2)
      if (label.startsWith("I-") && last === type && names.length > 0) names.at(-1)!.to = span.to
      else if (label !== "O") names.push({ ...span, type })
      last = label === "O" ? "" : type
    }
    texts.push({ text, words, names: marked(names), open: [] })
    rows = []
  }
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line.trim() === "") flush()
    else if (!line.startsWith("# ")) {
      const cells = line.split("\t")
      const [word, label] =
        /^\d+$/.test(cells[0]!) && cells.length > 2 ? [cells[1]!, cells[2]!] : [cells[0]!, cells[1] ?? "O"]
      rows.push({ word, label })
    }
  }
  flush()
  return texts
}

const marked = (names: readonly { from: number; to: number; type: string }[]): MarkedName[] =>
  names.flatMap(name => (KIND_OF[name.type] ? [{ ...name, kind: KIND_OF[name.type]! }] : []))

interface Re3dEntity {
  readonly begin: number
  readonly end: number
  readonly type: string
  readonly documentId: string
  readonly confidence: number
}

/**
 * re3d marks mentions of every sort. Counted as names are those its annotators confirmed (confidence of a half and
 * more) whose words, a leading article and a person's title apart, are all written with capitals, small linking words
 * excepted; of nested ones the longest, of nested persons the bare name. Other confirmed mentions are open.
 */
function readRe3d(folder: string): NamedText[] {
  const lines = <T>(file: string) =>
    readFileSync(join(folder, file), "utf8")
      .split("\n")
      .filter(line => line !== "")
      .map(line => JSON.parse(line) as T)
  const entities = lines<Re3dEntity>("entities.jsonl").filter(entity => entity.confidence >= 0.5)
  return lines<{ _id: string; text: string }>("documents.jsonl").map(({ _id, text }) => {
    const names: MarkedName[] = []
    const open: { from: number; to: number }[] = []
    for (const { begin, end, type } of entities.filter(entity => entity.documentId === _id)) {
      const article = /^(?:the|a|an|our|this|that)\s+/i.exec(text.slice(begin, end))?.[0].length ?? 0
      const bare = begin + article
      const title =
        type === "Person" ? leading(text.slice(bare, end), titleLength(text.slice(bare, end).split(/\s+/))) : 0
      const from = bare + title
      const kind = KIND_OF[type]
      if (kind && isName(text.slice(from, end))) names.push({ from, to: end, kind, type })
      else open.push({ from: begin, to: end })
    }
    const bareNames = names.filter(
      a =>
        a.kind !== "PER" ||
        !names.some(
          b => b.kind === "PER" && b.to === a.to && b.from > a.from && text.slice(b.from, b.to).includes(" "),
        ),
    )
    const longest = bareNames.filter(
      a =>
        !names.some(
          b =>
            b !== a &&
            b.from <= a.from &&
            a.to <= b.to &&
            (b.to - b.from > a.to - a.from || bareNames.indexOf(b) < bareNames.indexOf(a)),
        ),
    )
    return { text, names: longest.sort((a, b) => a.from - b.from), open }
  })
}

/** Code units that the first words of a stretch take up, with the space after them. */
function leading(words: string, count: number): number {
  const parts = new RegExp(`^(?:\\S+\\s+){${count}}`).exec(words)
  return parts?.[0].length ?? 0
}

const LINKS = new Set("of the and for in on to de la al el bin ibn an at by with del da von van".split(" "))
const PRONOUNS = new Set("i we they he she it you his her our their its us them who this that these those".split(" "))

function isName(words: string): boolean {
  const parts = words.split(/[\s/–—-]+/).filter(part => /[\p{L}\p{N}]/u.test(part))
  if (parts.length === 0 || (parts.length === 1 && PRONOUNS.has(parts[0]!.toLowerCase()))) return false
  return parts.every(
    (part, i) =>
      /^[^\p{L}]*[\p{Lu}\p{N}]/u.test(part) || (i > 0 && LINKS.has(part.toLowerCase().replace(/['’]s$/, ""))),
  )
}
