import data from "../../data/linking/registers.json" with { type: "json" }
import { EVENT_TYPES, ISSUES, STATUSES } from "../model/event.ts"
import type { RecordActor } from "../model/eventRecord.ts"
import type { Filter } from "../model/filter.ts"
import type { GatheredEvent } from "../model/gathered.ts"

/** What a register holds: events that answer any of its questions. */
export type RegisterQuestion = Omit<Filter, "doc" | "zone">

/** A register that can be asked for by name: a saved question over the record, with its own columns. */
export interface Register {
  readonly name: string
  readonly title: string
  readonly questions: readonly RegisterQuestion[]
  readonly columns: readonly string[]
}

const called = ({ name, state }: RecordActor) => (name ? (state === "-" ? name : `${name} (${state})`) : state)
const list = (actors: readonly RecordActor[]) => actors.map(called).join("; ")
const slot = (name: string) => (event: GatheredEvent) => event.slots[name]?.value ?? ""

/** What a column may show of an event, by its name. */
const COLUMNS: Readonly<Record<string, (event: GatheredEvent) => string>> = {
  id: event => event.id,
  day: event => event.day ?? event.date.partial ?? "",
  zone: event => event.date.zone ?? "",
  utc: event => (event.date.utc ? `${event.date.utc.from}/${event.date.utc.to}` : ""),
  type: event => event.type,
  status: event => event.status,
  who: event => list([...event.participants, ...event.source]),
  target: event => list(event.target),
  teller: event => event.saidBy.map(called).join(" ← "),
  provenance: event => event.provenance.join(" ← "),
  issues: event => event.issues.join("; "),
  quote: event => event.mentions[0]?.quote ?? "",
  claims: event => String(event.claims),
  documents: event => event.documents.map(doc => doc.id).join("; "),
  outlets: event => [...new Set(event.documents.flatMap(doc => doc.outlet ?? []))].join("; "),
  plover: event => event.plover.event,
  cameo: event => event.cameo ?? "",
  flags: event => event.flags.join("; "),
  ...Object.fromEntries(
    ["weapon", "range", "ordinal", "number", "place", "means", "document", "exercise", "strength"].map(name => [
      name,
      slot(name),
    ]),
  ),
}

/** Names of the columns a register may have. */
export const COLUMN_NAMES: readonly string[] = Object.keys(COLUMNS)

/** The registers that come with readout. */
export const REGISTERS: readonly Register[] = data.registers.map(readRegister)

/**
 * Reads a register that was written down as data.
 * @throws Error that names what is wrong with it
 */
export function readRegister(given: unknown): Register {
  const { name, title, questions, columns } = given as Partial<Register>
  if (!name || !/^[\w-]+$/.test(name))
    throw new Error(`"${name}" is no name for a register: letters, digits and hyphens`)
  if (!questions?.length) throw new Error(`register ${name} asks nothing`)
  const unknown = (kind: string, values: readonly string[] = [], known: readonly string[]) => {
    const wrong = values.find(value => !known.includes(value))
    if (wrong) throw new Error(`register ${name}: "${wrong}" is no ${kind}; known: ${known.join(", ")}`)
  }
  unknown("column", columns, COLUMN_NAMES)
  for (const question of questions) {
    unknown("event type", question.types, Object.keys(EVENT_TYPES))
    unknown("issue", question.issues, ISSUES)
    unknown("status", question.statuses, STATUSES)
  }
  return {
    name,
    title: title ?? name,
    questions,
    columns: columns?.length ? columns : ["day", "type", "who", "target", "quote", "id"],
  }
}

/** An event as a row of a register. */
export const registerRow = ({ columns }: Register, event: GatheredEvent): readonly string[] =>
  columns.map(name => COLUMNS[name]!(event))

/** Events that answer any of a register's questions, each once, by day; those without a day come last. */
export function registerEvents(answers: readonly (readonly GatheredEvent[])[]): readonly GatheredEvent[] {
  const once = new Map(answers.flat().map(event => [event.id, event]))
  const day = (event: GatheredEvent) => event.day?.replace(/^\.\./, "") ?? "9999"
  return [...once.values()].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : a.id < b.id ? -1 : 1))
}
