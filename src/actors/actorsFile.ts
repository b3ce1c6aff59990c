import { readdirSync, readFileSync } from "node:fs"
import { lastDay } from "./periods.ts"

/**
 * The tables an actors file can hold. The header line tells which: a file is a `holders` file if it has the
 * columns `office` and `person`, wherever it lies and whatever it is called. Columns may stand in any order;
 * the ones after "?" may be missing.
 */
export const TABLES = {
  states: "code kind name ? official names adjectives people called capital zone wikidata from to of",
  bodies: "body kind name ? names parent seat zone wikidata from to",
  members: "of members ? from to sure source",
  metonyms: "words stands_for ? is sure",
  places: "place state",
  officeKinds: "office_kind title ? names seats of rank",
  offices: "office state title ? names kind of seats from to",
  organisationKinds: "organisation_kind name ? names",
  organisations: "state organisation ? names kind parent wikidata from to",
  groups: "group ? names state short wikidata from to armed",
  leadership: "state head_of_state ? head_of_government leader from to",
  holders: "office person ? from to as sure source",
  persons: "person state ? names surname gender wikidata source",
} as const

export type Table = keyof typeof TABLES

/** A row that cannot be true, with its place: the message starts with `file:line`. */
export class ActorsFileError extends Error {
  readonly file: string
  readonly line: number

  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`)
    this.name = "ActorsFileError"
    this.file = file
    this.line = line
  }
}

/** A day, month or year, in order of precision: "2021-01-26", "2021-01", "2021". */
const ISO_PREFIX = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/

const NOTHING: readonly string[] = []

/** One line of an actors file, with its columns by name. */
export class Row {
  readonly file: string
  /** Counted from 1, comment lines included. */
  readonly line: number
  /** Where each column stands; one for all rows of a file. */
  readonly #columns: ReadonlyMap<string, number>
  readonly #cells: readonly string[]

  constructor(file: string, line: number, columns: ReadonlyMap<string, number>, cells: readonly string[]) {
    this.file = file
    this.line = line
    this.#columns = columns
    this.#cells = cells
  }

  /** What stands in the column; undefined where nothing does. */
  cell(column: string): string | undefined {
    return this.#cells[this.#columns.get(column) ?? -1]?.trim() || undefined
  }

  /** What stands in a column that must not be empty. */
  must(column: string): string {
    return this.cell(column) ?? this.fail(`"${column}" is empty`)
  }

  /** A column that holds several values, parted by ";". */
  list(column: string): readonly string[] {
    const cell = this.cell(column)
    if (!cell) return NOTHING
    if (!cell.includes(";")) return [cell]
    return cell
      .split(";")
      .map(value => value.trim())
      .filter(Boolean)
  }

  /** A column that holds one of a few words; `fallback` where it is empty. */
  oneOf<const T extends string>(column: string, words: readonly T[], fallback?: T): T {
    const cell = this.cell(column) ?? fallback
    return (
      words.find(word => word === cell) ?? this.fail(`"${column}" is "${cell ?? ""}", not one of: ${words.join(", ")}`)
    )
  }

  /** A column with a date, whose length is its precision. */
  date(column: string): string | undefined {
    const cell = this.cell(column)
    if (cell && !(ISO_PREFIX.test(cell) && isDay(cell))) this.fail(`"${column}" is "${cell}", which is no date`)
    return cell
  }

  /** The columns `from` and `to`, which must not stand in the wrong order. */
  period(): { readonly from?: string; readonly to?: string } {
    const from = this.date("from")
    const to = this.date("to")
    if (from && to && lastDay(to) < from) this.fail(`ends on ${to}, before it starts on ${from}`)
    return { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  }

  fail(problem: string): never {
    throw new ActorsFileError(this.file, this.line, problem)
  }
}

/** Whether a full date is on the calendar: "2021-02-30" is not. */
const isDay = (date: string) =>
  date.length < 10 || Number(date.slice(8)) < 29 || new Date(`${date}T00:00Z`).toISOString().startsWith(date)

/** The passport of an actors file: the comment lines at its head, "# Origin: …". */
export interface Passport {
  readonly what: string
  readonly origin: string
  readonly licence: string
  /** When the file was made or last gone over. */
  readonly date: string
  /** The last day of which the file can know; an open period is sure only up to it. */
  readonly knows?: string
}

/** A file of actors: which table it holds, where it comes from, and its text, not yet parsed. */
export interface ActorsFile {
  /** Its path, as errors name it. */
  readonly path: string
  readonly table: Table
  readonly passport: Partial<Passport>
  readonly text: string
}

/**
 * Looks at a file's head. The text is parsed later, by `rows`.
 * @throws ActorsFileError where the header line fits no table
 */
export function actorsFile(path: string, text = readFileSync(path, "utf8")): ActorsFile {
  const passport: Record<string, string> = {}
  let line = 1
  for (const words of text.slice(0, 20_000).split("\n")) {
    const stamp = /^#\s*(What|Origin|Licence|Date|Knows):\s*(.+)/.exec(words.trim())
    if (stamp) passport[stamp[1]!.toLowerCase()] = stamp[2]!.trim()
    if (words.trim() && !words.startsWith("#")) {
      const columns = words.trim().split(",")
      const table = (Object.keys(TABLES) as Table[]).find(name =>
        mustHave(name).every(column => columns.includes(column)),
      )
      if (!table) throw new ActorsFileError(path, line, `no table has the columns ${columns.join(", ")}`)
      const stranger = columns.find(column => !mayHave(table).includes(column))
      if (stranger) throw new ActorsFileError(path, line, `a file of ${table} has no column "${stranger}"`)
      return { path, table, passport, text }
    }
    line++
  }
  throw new ActorsFileError(path, 1, "is empty")
}

const mustHave = (table: Table) => TABLES[table].split(" ? ")[0]!.split(" ")
const mayHave = (table: Table) => [...TABLES[table].replace(" ?", "").split(" "), "note"]

/**
 * The rows of a file, in order. A row stands on one line, so that its line number names it.
 * @throws ActorsFileError where a line has too many or too few columns, or a quote is not closed
 */
export function rows({ path, text }: Pick<ActorsFile, "path" | "text">): Row[] {
  const found: Row[] = []
  let columns: ReadonlyMap<string, number> | undefined
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (!line.trim() || line.startsWith("#")) continue
    const cells = cellsOf(line, path, index + 1)
    if (!columns) columns = new Map(cells.map((column, at) => [column.trim(), at]))
    else if (cells.length !== columns.size)
      throw new ActorsFileError(path, index + 1, `has ${cells.length} columns, the header ${columns.size}`)
    else found.push(new Row(path, index + 1, columns, cells))
  }
  return found
}

/** Most lines have no quote and are only cut; in quotes a comma is a comma, and two quotes are one. */
function cellsOf(line: string, path: string, number: number): string[] {
  if (!line.includes('"')) return line.split(",")
  const cells: string[] = []
  CELL.lastIndex = 0
  for (let at = 0; at <= line.length; at = CELL.lastIndex + 1) {
    CELL.lastIndex = at
    const found = CELL.exec(line)
    if (!found) throw new ActorsFileError(path, number, "a quote is not closed, or stands within a cell")
    cells.push(found[1] === undefined ? found[2]! : found[1].replaceAll('""', '"'))
  }
  return cells
}

/** A cell with what ends it, from its first character. */
const CELL = /(?:\s*"((?:[^"]|"")*)"\s*|([^",]*))(?=,|$)/y

/** The actors files of a folder and of the folders in it, in the order of their names. */
export function actorsFilesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(name => name.endsWith(".csv"))
    .sort()
    .map(name => `${folder}/${name}`)
}
