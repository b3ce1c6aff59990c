/**
 * Scores event records against gold records written to the project's guidelines.
 * A gold event is found by the record that agrees with it best among those that overlap one of its mentions;
 * each record serves one gold event at most. Levels, each stricter than the last:
 *   root   same PLOVER root
 *   type   same type
 *   who    type, and the right states in the right roles, and status
 *   full   who, and names, date and last teller
 * The figures equal those of the scorer that the gold sets come with; a test holds that.
 */
import { EVENT_TYPES } from "../../src/model/event.ts"

/** An actor as gold writes it ("USA:Antony Blinken") or as records do. */
type LooseActor = string | { readonly state?: string; readonly name?: string }

/** A gold event or a record, as it stands in a file; what is missing counts as empty. */
export interface LooseEvent {
  readonly id?: string
  readonly doc?: string
  readonly type: string
  readonly status?: string
  readonly source?: readonly LooseActor[]
  readonly target?: readonly LooseActor[]
  readonly participants?: readonly LooseActor[]
  readonly date?: string | null | { readonly value?: string | null }
  readonly saidBy?: readonly LooseActor[]
  readonly issues?: readonly string[]
  readonly mentions?: readonly { readonly from: number; readonly to: number }[]
}

export interface GoldDocument {
  readonly doc: string
  readonly events: readonly LooseEvent[]
}

interface ScoredActor {
  readonly state: string
  /** Folded: no accents, lower case, words and figures only. */
  readonly name: string
}

const ROLES = ["source", "target", "participants"] as const

/** A gold event or record made ready for comparison. */
export interface ScoredEvent extends Readonly<Record<(typeof ROLES)[number], readonly ScoredActor[]>> {
  readonly id: string
  readonly type: string
  readonly root: string
  readonly status: string
  readonly date: string | null
  readonly saidBy: readonly ScoredActor[]
  readonly issues: readonly string[]
  readonly mentions: readonly { readonly from: number; readonly to: number }[]
}

/** Mentions longer than this are not looked at, in UTF-16 code units. */
const LONGEST = 500

/** A name as names are compared: small letters and figures without accents, one space for all else. */
export const fold = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()

function ready(actor: LooseActor): ScoredActor {
  if (typeof actor !== "string") return { state: actor.state ?? "-", name: fold(actor.name ?? "") }
  const colon = actor.indexOf(":")
  return colon < 0 ? { state: actor, name: "" } : { state: actor.slice(0, colon), name: fold(actor.slice(colon + 1)) }
}

function prepare(event: LooseEvent, id: string): ScoredEvent {
  const { date } = event
  const known: Readonly<Record<string, { readonly root: string }>> = EVENT_TYPES
  return {
    id: event.id ?? id,
    type: event.type,
    root: known[event.type]?.root ?? "?",
    status: event.status ?? "happened",
    source: (event.source ?? []).map(ready),
    target: (event.target ?? []).map(ready),
    participants: (event.participants ?? []).map(ready),
    date: typeof date === "string" ? date : (date?.value ?? null),
    saidBy: (event.saidBy ?? []).map(ready),
    issues: event.issues ?? [],
    mentions: (event.mentions ?? []).filter(m => m.to - m.from <= LONGEST),
  }
}

/** Words that do not tell one name from another. */
const WEAK = new Set(["of", "the", "and", "for", "de", "al", "bin", "s"])
const tellingWords = (name: string) => new Set(name.split(" ").filter(word => word && !WEAK.has(word)))

/** Names agree when one's words contain the other's, or half of all words are shared. */
export function sameName(a: string, b: string): boolean {
  if (!a || !b) return a === b
  const [x, y] = [tellingWords(a), tellingWords(b)]
  const shared = x.intersection(y).size
  return shared > 0 && (shared === Math.min(x.size, y.size) || shared / x.union(y).size >= 0.5)
}

function sameActors(gold: readonly ScoredActor[], read: readonly ScoredActor[]): boolean {
  const left = [...read]
  return (
    gold.length === read.length &&
    gold.every(actor => {
      const at = left.findIndex(other => other.state === actor.state && sameName(actor.name, other.name))
      if (at >= 0) left.splice(at, 1)
      return at >= 0
    })
  )
}

const list = (words: readonly string[]) => words.toSorted().join(" ")
const states = (actors: readonly ScoredActor[]) => list([...new Set(actors.map(a => a.state))])

type Check = (gold: ScoredEvent, read: ScoredEvent) => boolean

const SLOTS = {
  status: (g, r) => g.status === r.status,
  states: (g, r) => ROLES.every(role => states(g[role]) === states(r[role])),
  names: (g, r) => ROLES.every(role => sameActors(g[role], r[role])),
  date: (g, r) => g.date === r.date,
  teller: (g, r) => sameActors(g.saidBy.slice(-1), r.saidBy.slice(-1)),
  chain: (g, r) => g.saidBy.length === r.saidBy.length && g.saidBy.every((a, i) => sameActors([a], [r.saidBy[i]!])),
  issues: (g, r) => list(g.issues) === list(r.issues),
} satisfies Record<string, Check>
type Slot = keyof typeof SLOTS
const SLOT_NAMES = Object.keys(SLOTS) as Slot[]

const who: Check = (g, r) => g.type === r.type && SLOTS.states(g, r) && SLOTS.status(g, r)
const LEVELS = {
  root: (g, r) => g.root === r.root,
  type: (g, r) => g.type === r.type,
  who,
  full: (g, r) => who(g, r) && SLOTS.names(g, r) && SLOTS.date(g, r) && SLOTS.teller(g, r),
} satisfies Record<string, Check>
type Level = keyof typeof LEVELS
const LEVEL_NAMES = Object.keys(LEVELS) as Level[]

/** The longest stretch that a mention of the one shares with a mention of the other, in UTF-16 code units. */
const overlap = (g: ScoredEvent, r: ScoredEvent) =>
  Math.max(0, ...g.mentions.flatMap(a => r.mentions.map(b => Math.min(a.to, b.to) - Math.max(a.from, b.from))))

/** How well two overlapping events agree: type first, then root, then the number of right slots, then the overlap. */
function agreement(g: ScoredEvent, r: ScoredEvent, shared: number): number {
  const kind = LEVELS.type(g, r) ? 100 : LEVELS.root(g, r) ? 40 : 0
  return kind + 5 * SLOT_NAMES.filter(slot => SLOTS[slot](g, r)).length + Math.min(1, shared / 10_000)
}

export interface Outcome {
  readonly doc: string
  /** Absent where the record matches no gold event. */
  readonly gold?: ScoredEvent
  /** Absent where the gold event was missed. */
  readonly read?: ScoredEvent
}

/** Pairs the gold events and the records of one document, best agreement first. */
function paired(doc: string, gold: readonly ScoredEvent[], read: readonly ScoredEvent[]): Outcome[] {
  const candidates = gold.flatMap(g =>
    read.flatMap(r => {
      const shared = overlap(g, r)
      return shared > 0 ? [{ g, r, value: agreement(g, r, shared) }] : []
    }),
  )
  candidates.sort((a, b) => b.value - a.value)
  const taken = new Set<ScoredEvent>()
  const outcomes: Outcome[] = []
  for (const { g, r } of candidates) {
    if (taken.has(g) || taken.has(r)) continue
    taken.add(g).add(r)
    outcomes.push({ doc, gold: g, read: r })
  }
  for (const g of gold) if (!taken.has(g)) outcomes.push({ doc, gold: g })
  for (const r of read) if (!taken.has(r)) outcomes.push({ doc, read: r })
  return outcomes
}

export interface Triple {
  readonly p: number
  readonly r: number
  readonly f1: number
}

function triple(right: number, gold: number, read: number): Triple {
  const p = read ? right / read : 0
  const r = gold ? right / gold : 0
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

/** The scores under the names that `--json` prints, and what became of every event. */
export interface EventScores {
  readonly scores: {
    readonly docs: number
    readonly gold: number
    readonly records: number
    /** Mean F1 of the statuses other than `happened` that gold holds, over pairs of one type. */
    readonly statusMacroF1: number
    /** Last teller right, over pairs of one type whose gold event is told by somebody. */
    readonly tellerOfTold: number
    readonly levels: Readonly<Record<Level, Triple>>
    /** Fractions over the pairs of one type. */
    readonly slots: Readonly<Record<Slot, number>>
    readonly typed: number
    readonly perType: Readonly<Record<string, { gold: number; found: number; made: number }>>
  }
  readonly outcomes: readonly Outcome[]
}

/** What is wrong with an outcome: "missed", "extra", "type", the wrong slots; empty where all that is scored is right. */
export function wrong({ gold, read }: Outcome): string {
  if (!gold) return "extra"
  if (!read) return "missed"
  if (!LEVELS.type(gold, read)) return "type"
  return LEVELS.full(gold, read) ? "" : SLOT_NAMES.filter(slot => !SLOTS[slot](gold, read)).join("+")
}

export function score(gold: readonly GoldDocument[], records: readonly LooseEvent[]): EventScores {
  const byDoc = Map.groupBy(records, record => record.doc)
  const outcomes = gold.flatMap(({ doc, events }) =>
    paired(
      doc,
      events.map((event, i) => prepare(event, `e${i + 1}`)),
      (byDoc.get(doc) ?? []).map((record, i) => prepare(record, `r${i + 1}`)),
    ),
  )
  const golds = outcomes.flatMap(o => o.gold ?? [])
  const reads = outcomes.flatMap(o => o.read ?? [])
  const pairs = outcomes.flatMap(({ gold: g, read: r }) => (g && r ? [{ g, r }] : []))
  const typed = pairs.filter(({ g, r }) => LEVELS.type(g, r))
  const fraction = (n: number, of: number) => (of ? n / of : 0)

  const statuses = [...new Set(typed.map(({ g }) => g.status))].filter(status => status !== "happened")
  const statusF1 = statuses.map(status => {
    const [inGold, inRead] = [
      typed.filter(({ g }) => g.status === status),
      typed.filter(({ r }) => r.status === status),
    ]
    return (2 * inGold.filter(({ r }) => r.status === status).length) / (inGold.length + inRead.length)
  })
  const told = typed.filter(({ g }) => g.saidBy.length > 0)

  const perType: Record<string, { gold: number; found: number; made: number }> = {}
  const count = (type: string, key: "gold" | "found" | "made") => {
    perType[type] ??= { gold: 0, found: 0, made: 0 }
    perType[type][key]++
  }
  for (const { type } of golds) count(type, "gold")
  for (const { type } of reads) count(type, "made")
  for (const { g } of typed) count(g.type, "found")

  const level = (name: Level) =>
    triple(pairs.filter(({ g, r }) => LEVELS[name](g, r)).length, golds.length, reads.length)
  const slot = (name: Slot) => fraction(typed.filter(({ g, r }) => SLOTS[name](g, r)).length, typed.length)
  return {
    scores: {
      docs: gold.length,
      gold: golds.length,
      records: reads.length,
      statusMacroF1: fraction(
        statusF1.reduce((sum, f1) => sum + f1, 0),
        statusF1.length,
      ),
      tellerOfTold: fraction(told.filter(({ g, r }) => SLOTS.teller(g, r)).length, told.length),
      levels: { root: level("root"), type: level("type"), who: level("who"), full: level("full") },
      slots: {
        status: slot("status"),
        states: slot("states"),
        names: slot("names"),
        date: slot("date"),
        teller: slot("teller"),
        chain: slot("chain"),
        issues: slot("issues"),
      },
      typed: typed.length,
      perType,
    },
    outcomes,
  }
}

/** LEVEL_NAMES in order of strictness, for tables. */
export { LEVEL_NAMES as levels, SLOT_NAMES as slots }
