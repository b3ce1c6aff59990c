import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import type { Quotation } from "../model/layers.ts"

/** A word that introduces what somebody says. */
export interface Cue {
  readonly lemma: string
  readonly pos: "verb" | "noun"
  /** How much its subject answers for: a complement clause or quotation only, what something is called, or all objects. */
  readonly scope: "clause" | "name" | "all"
  readonly act: Quotation["act"]
  /** Whether its passive without an agent reports hearsay: "is said to". */
  readonly hearsay: boolean
}

interface Row extends Omit<Cue, "hearsay"> {
  readonly hearsay: string
}

const rows: Row[] = parse(readFileSync(new URL("../../data/speech/cues.csv", import.meta.url)), { columns: true })

/** Every cue by "pos lemma". */
export const CUES: ReadonlyMap<string, Cue> = new Map(
  rows.map(row => [`${row.pos} ${row.lemma}`, { ...row, hearsay: row.hearsay === "yes" }]),
)

const words = (file: string): ReadonlySet<string> =>
  new Set(
    readFileSync(new URL(`../../data/speech/${file}`, import.meta.url), "utf8")
      .split("\n")
      .filter(line => line && !line.startsWith("#")),
  )

/** Common nouns of those who can speak, singular. */
export const SPEAKERS = words("speakers.txt")

/** Common nouns of those who speak for an outlet in its own broadcast, singular. */
export const NEWSROOM = words("newsroom.txt")
