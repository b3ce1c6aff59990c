import { type Comparison, compare } from "../linking/compare.ts"
import { askedOf } from "../linking/counts.ts"
import { daysAround, type Launch, launches } from "../linking/launches.ts"
import { whoIs } from "../linking/offices.ts"
import { type Page, type Point, positions } from "../linking/positions.ts"
import { REGISTERS, type Register, readRegister, registerEvents } from "../linking/registers.ts"
import { STANCE_TYPES } from "../linking/stance.ts"
import type { Lineage } from "../linking/stories.ts"
import type { Issue } from "../model/event.ts"
import type { DocumentHead, GatheredEvent, Telling } from "../model/gathered.ts"
import type { Actor } from "../model/layers.ts"
import type { Filter, PageAnswer, Part, Record } from "../record/index.ts"

/*
 * What is asked of the record and answered by linking: neither room knows the other, so they meet here, for routes and commands alike.
 */

/** A document's page; for an event, that of the document whose words stand for it. */
async function pageOf(record: Pick<Record, "pages" | "why">, id: string): Promise<PageAnswer | undefined> {
  const [page] = await record.pages([id])
  if (page) return page
  const event = (await record.why(id))?.event
  return event && (await record.pages([event.clearest]))[0]
}

/** Two pages with what their comparison shows, and how they belong to one story, if they do. */
export interface SideBySide {
  readonly first: Page
  readonly second: Page
  readonly lineage: Lineage | undefined
  readonly compared: Comparison
}

/**
 * Sets two documents, or the clearest documents of two events, side by side.
 * @returns the id that the record does not have, where it lacks one of the two
 */
export async function sideBySide(
  record: Pick<Record, "pages" | "why" | "storyOf">,
  a: string,
  b: string,
): Promise<SideBySide | { readonly missing: string }> {
  const [first, second] = [await pageOf(record, a), await pageOf(record, b)]
  if (!first) return { missing: a }
  if (!second) return { missing: b }
  const kin = (await record.storyOf(first.doc.id)) as readonly Lineage[]
  const lineage = kin.find(found => [found.a, found.b].includes(second.doc.id))
  const [x, y] = first.doc.id === second.doc.id ? [onlyOf(first, a), onlyOf(second, b)] : [first, second]
  const eventOf = (claim: string) => first.events.get(claim) ?? second.events.get(claim)
  return { first: x, second: y, lineage, compared: compare(x, y, { oneStory: lineage !== undefined, eventOf }) }
}

/** Of a document that tells of two events, what it tells of one; all of it where the document itself was asked for. */
const onlyOf = (page: PageAnswer, id: string): PageAnswer =>
  id === page.doc.id
    ? page
    : { ...page, claims: page.claims.filter(claim => [claim.id, page.events.get(claim.id)].includes(id)) }

/** A document of one story with another, and how the two stand to each other. */
export interface Kin extends Pick<Lineage, "kind" | "origin" | "reasons"> {
  readonly document: DocumentHead
}

/** The other documents of a document's story, by their days; nothing where the record lacks the document. */
export async function kinOf(
  record: Pick<Record, "storyOf" | "heads">,
  doc: string,
): Promise<readonly Kin[] | undefined> {
  const story = new Map(
    ((await record.storyOf(doc)) as readonly Lineage[]).map(found => [found.a === doc ? found.b : found.a, found]),
  )
  const heads = await record.heads([doc, ...story.keys()])
  if (!heads.some(({ id }) => id === doc)) return undefined
  return heads.flatMap(document => {
    const found = story.get(document.id)
    if (!found) return []
    const { kind, origin, reasons } = found
    return [{ document, kind, ...(origin ? { origin } : {}), reasons }]
  })
}

/** Who is asked for: "USA", "USA:Antony Blinken", or whoever acts most among those whom an id or the words may mean. */
async function actorOf(record: Pick<Record, "actors">, asked: string): Promise<Actor | undefined> {
  const [, state, name] = /^(-|\p{Lu}{2,6})(?::(.+))?$/u.exec(asked) ?? []
  if (state) return { state, ...(name ? { name } : {}) }
  const { actors } = await record.actors(asked.replaceAll("-", " "), { limit: 50, offset: 0 })
  const found = actors.find(actor => actor.id === asked) ?? actors.find(actor => actor.name) ?? actors[0]
  if (!found) return undefined
  const { events: _, ...actor } = found
  return actor
}

/** An actor's series of positions, and the pages that it was read from. */
export interface Series {
  readonly actor: Actor
  readonly pages: readonly Page[]
  readonly points: readonly Point[]
}

/**
 * Follows what an actor held of an issue, or of every issue, over time.
 * @param limit how many of the actor's latest events are looked at
 * @returns nothing where the record knows nobody of that name
 */
export async function series(
  record: Pick<Record, "actors" | "heardOf">,
  asked: string,
  {
    issue,
    until,
    limit,
  }: { readonly issue?: Issue | undefined; readonly until?: string | undefined; readonly limit: number },
): Promise<Series | undefined> {
  const actor = await actorOf(record, asked)
  if (!actor) return undefined
  // who holds an office is found among all who act for its state
  const called = actor.name && !whoIs(actor).post ? `${actor.state}:${actor.name}` : actor.state
  const pages = await record.heardOf({ actor: called, issue, until, types: STANCE_TYPES }, limit)
  const events = new Map(pages.flatMap(page => [...page.events]))
  return { actor, pages, points: positions(actor, pages, { issue, eventOf: claim => events.get(claim) ?? claim }) }
}

/** Launches of the record with what tells of them, and how many there are in all. */
export interface Ledger {
  readonly total: number
  readonly tellings: readonly Telling[]
  readonly ledger: readonly Launch[]
}

/**
 * The launch ledger: launches or tests, with running counts against all that the record holds, whatever the filter.
 * @param part left out, all of them
 */
export async function launchLedger(
  record: Pick<Record, "told" | "toldOf" | "kinsfolk">,
  filter: Filter,
  part?: Part,
): Promise<Ledger> {
  const asked: Filter = { ...filter, types: ["launch"] }
  const shown = part && (await record.toldOf(asked, part))
  const tellings = shown?.told ?? (await Array.fromAsync(record.told(asked)))
  const shared = tellings.flatMap(({ event }) => (event.documents.length > 1 ? event.documents.map(doc => doc.id) : []))
  const kin = new Set((await record.kinsfolk(shared)).map(pair => pair.join("\n")))
  const oneStory = (a: string, b: string) => kin.has([a, b].sort().join("\n"))
  const counted = await countedIn(record, tellings)
  const { actor, zone: _zone, ...narrower } = filter
  // an actor's whole ledger holds what was told before and after each of its launches
  const around = part || Object.keys(narrower).length > 0 ? await launchesAround(record, tellings, actor) : tellings
  return {
    total: shown?.total ?? tellings.length,
    tellings,
    ledger: launches(tellings, oneStory, { record: counted, around }),
  }
}

/** Launches of the days in which those that are shown may have been told before. */
async function launchesAround(
  record: Pick<Record, "told">,
  tellings: readonly Telling[],
  actor: string | undefined,
): Promise<readonly Telling[]> {
  const days = daysAround(tellings)
  if (!days) return []
  return await Array.fromAsync(record.told({ ...days, types: ["launch"], ...(actor ? { actor } : {}) }))
}

/** The launches that running counts told of some events must be set against: those of each doer in all the days that are counted. */
async function countedIn(record: Pick<Record, "told">, tellings: readonly Telling[]): Promise<readonly Telling[]> {
  const asked = tellings.flatMap(({ claims }) =>
    claims.flatMap(({ claim }) => {
      const { doers = [], from = "", to } = askedOf(claim) ?? {}
      return to ? doers.map(doer => ({ doer, from, to })) : []
    }),
  )
  const held = new Map<string, Telling>()
  for (const [doer, spans] of Map.groupBy(asked, ({ doer }) => doer)) {
    const since = spans.map(({ from }) => from).sort()[0]
    const until = spans
      .map(({ to }) => to)
      .sort()
      .at(-1)!
    const filter: Filter = {
      types: ["launch"],
      ...(doer === "-" ? {} : { actor: doer }),
      ...(since ? { since } : {}),
      until,
    }
    for await (const found of record.told(filter)) held.set(found.event.id, found)
  }
  return [...held.values()]
}

/** The registers that come with readout and those that users saved; a saved one takes the place of another of its name. */
export async function registers(record: Pick<Record, "savedRegisters">): Promise<readonly Register[]> {
  const saved = (await record.savedRegisters()).map(({ register }) => readRegister(register))
  return [...REGISTERS.filter(r => !saved.some(s => s.name === r.name)), ...saved]
}

/** What both of two lists allow; all of one where the other is not given. */
const both = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined) =>
  a && b ? a.filter(x => b.includes(x)) : (a ?? b)

/** A register's questions narrowed by a filter: what both ask of one thing must hold of both. */
function narrowed({ questions }: Register, filter: Filter): readonly Filter[] {
  return questions.flatMap(question => {
    const [types, issues, statuses] = [
      both(question.types, filter.types),
      both(question.issues, filter.issues),
      both(question.statuses, filter.statuses),
    ]
    if ([types, issues, statuses].some(list => list?.length === 0)) return []
    const lists = { ...(types ? { types } : {}), ...(issues ? { issues } : {}), ...(statuses ? { statuses } : {}) }
    return [{ ...question, ...filter, ...lists }]
  })
}

/**
 * A register's events, narrowed by a filter, each once.
 * Only where a register asks several questions must all their answers be gathered before a part of them can be given.
 * @param part left out, all of them
 */
export async function eventsOf(
  record: Pick<Record, "events" | "chronology">,
  register: Register,
  filter: Filter,
  part?: Part,
): Promise<{ readonly total: number; readonly events: readonly GatheredEvent[] }> {
  const asked = narrowed(register, filter)
  if (part && asked.length === 1) return record.chronology(asked[0]!, part)
  const answers: GatheredEvent[][] = []
  for (const question of asked) answers.push(await Array.fromAsync(record.events(question)))
  const events = registerEvents(answers)
  const shown = part ? events.slice(part.offset, part.offset + part.limit) : events
  return { total: events.length, events: shown }
}
