import type { z } from "zod"
import { compare as compareTexts } from "../linking/compare.ts"
import { launches } from "../linking/launches.ts"
import { type Page, positions as positionsIn } from "../linking/positions.ts"
import { REGISTERS, type Register, readRegister, registerEvents, registerRow } from "../linking/registers.ts"
import type { Lineage } from "../linking/stories.ts"
import type { Issue } from "../model/event.ts"
import type { GatheredEvent } from "../model/gathered.ts"
import type { Actor } from "../model/layers.ts"
import type { Filter, Part } from "../record/index.ts"
import type * as answer from "./answers.ts"
import type { Questions } from "./questions.ts"

/** A document with what it tells; of an event, the document whose words stand for it. */
async function pageOf(questions: Questions, id: string): Promise<Page | undefined> {
  const [page] = await questions.pages([id])
  if (page) return page
  const event = (await questions.why(id))?.event
  return event && (await questions.pages([event.clearest]))[0]
}

/**
 * Two documents, or the clearest documents of two events, issue by issue.
 * @returns the id that the record does not have, where it lacks one of the two
 */
export async function compare(
  questions: Questions,
  a: string,
  b: string,
): Promise<z.infer<typeof answer.comparison> | { readonly missing: string }> {
  const [first, second] = [await pageOf(questions, a), await pageOf(questions, b)]
  if (!first) return { missing: a }
  if (!second) return { missing: b }
  const kin = (await questions.storyOf(first.doc.id)) as readonly Lineage[]
  const lineage = kin.find(found => [found.a, found.b].includes(second.doc.id))
  return {
    first: first.doc,
    second: second.doc,
    ...(lineage
      ? {
          story: {
            kind: lineage.kind,
            reasons: lineage.reasons,
            ...(lineage.origin ? { origin: lineage.origin } : {}),
          },
        }
      : {}),
    ...compareTexts(first, second, lineage !== undefined),
  }
}

/** Who is asked for: "USA", "USA:Antony Blinken", or whoever acts most among those whom an id or the words may mean. */
async function actorOf(questions: Questions, asked: string): Promise<Actor | undefined> {
  const [, state, name] = /^(-|\p{Lu}{2,6})(?::(.+))?$/u.exec(asked) ?? []
  if (state) return { state, ...(name ? { name } : {}) }
  const { actors } = await questions.actors(asked.replaceAll("-", " "), { limit: 50, offset: 0 })
  const found = actors.find(actor => actor.id === asked) ?? actors[0]
  if (!found) return undefined
  return {
    state: found.state,
    ...(found.name ? { name: found.name } : {}),
    ...(found.id ? { id: found.id } : {}),
  }
}

/**
 * What an actor held of an issue, or of every issue, over time.
 * @param limit how many of the actor's latest events are looked at
 */
export async function positions(
  questions: Questions,
  asked: string,
  issue: Issue | undefined,
  limit: number,
): Promise<z.infer<typeof answer.positionList> | undefined> {
  const actor = await actorOf(questions, asked)
  if (!actor) return undefined
  const called = actor.name ? `${actor.state}:${actor.name}` : actor.state
  const pages = await questions.heardOf({ actor: called, issue }, limit)
  const events = new Map(pages.flatMap(page => [...page.events]))
  const points = positionsIn(actor, pages, { issue, eventOf: claim => events.get(claim) ?? claim })
  const heads = new Map(pages.map(({ doc }) => [doc.id, doc]))
  return {
    actor,
    limit,
    documents: pages.length,
    total: points.length,
    points: points.map(point => ({ ...point, document: heads.get(point.doc)! })),
  }
}

/** The launch ledger: every launch or test with who says what of it, and running counts against the record's own. */
export async function ledger(questions: Questions, filter: Filter): Promise<z.infer<typeof answer.launchList>> {
  const cases = await Array.fromAsync(questions.cases({ ...filter, types: ["launch"] }))
  const kin = new Map<string, ReadonlySet<string>>()
  for (const { event } of cases)
    for (const { id } of event.documents.length > 1 ? event.documents : [])
      kin.set(id, new Set((await questions.storyOf(id)).map(({ a, b }) => (a === id ? b : a))))
  const events = new Map(cases.map(({ event }) => [event.id, event]))
  const found = launches(cases, (a, b) => kin.get(a)?.has(b) ?? false)
  return {
    total: found.length,
    launches: found.map(({ event, types, names, outcomes, sources, counts }) => ({
      event: events.get(event)!,
      types,
      names,
      outcomes,
      sources,
      counts,
    })),
  }
}

/** The registers that come with readout and those that users saved; a saved one takes the place of another of its name. */
export async function registers(questions: Questions): Promise<readonly Register[]> {
  const saved = (await questions.savedRegisters()).map(({ register }) => readRegister(register))
  return [...REGISTERS.filter(r => !saved.some(s => s.name === r.name)), ...saved]
}

/** What both of two lists allow; all of one where the other is not given. */
const both = <T>(a: readonly T[] | undefined, b: readonly T[] | undefined) =>
  a && b ? a.filter(x => b.includes(x)) : (a ?? b)

/** A register's events in its own columns, narrowed by a filter; `undefined` where there is none of the name. */
export async function register(
  questions: Questions,
  name: string,
  filter: Filter,
  { limit, offset }: Part,
): Promise<z.infer<typeof answer.registerRows> | undefined> {
  const found = (await registers(questions)).find(r => r.name === name)
  if (!found) return undefined
  const asked = found.questions.flatMap(question => {
    const [types, issues, statuses] = [
      both(question.types, filter.types),
      both(question.issues, filter.issues),
      both(question.statuses, filter.statuses),
    ]
    if ([types, issues, statuses].some(list => list?.length === 0)) return []
    const lists = { ...(types ? { types } : {}), ...(issues ? { issues } : {}), ...(statuses ? { statuses } : {}) }
    return [{ ...question, ...filter, ...lists }]
  })
  const { total, events } = await anyOf(questions, asked, { limit, offset })
  const { title, columns } = found
  return {
    name,
    title,
    columns,
    total,
    limit,
    offset,
    rows: events.map(event => ({ event, cells: registerRow(found, event) })),
  }
}

/** Events that answer any of several questions, each once. Only where there are several must all their answers be gathered first. */
async function anyOf(
  questions: Questions,
  asked: readonly Filter[],
  { limit, offset }: Part,
): Promise<{ readonly total: number; readonly events: readonly GatheredEvent[] }> {
  if (asked.length === 1) return questions.chronology(asked[0]!, { limit, offset })
  const answers: GatheredEvent[][] = []
  for (const filter of asked) answers.push(await Array.fromAsync(questions.events(filter)))
  const events = registerEvents(answers)
  return { total: events.length, events: events.slice(offset, offset + limit) }
}
