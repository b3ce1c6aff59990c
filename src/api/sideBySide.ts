import type { z } from "zod"
import { compare as compareTexts } from "../linking/compare.ts"
import { type Page, positions as positionsIn } from "../linking/positions.ts"
import type { Issue } from "../model/event.ts"
import type { Actor } from "../model/layers.ts"
import type * as answer from "./answers.ts"
import type { Filter, Questions } from "./questions.ts"

/** A document with what it tells; of an event, the document whose words stand for it. */
async function pageOf(questions: Questions, id: string): Promise<(Page & { readonly event?: string }) | undefined> {
  const found = await questions.document(id)
  if (found) {
    const { text: _, ...doc } = found.document
    return { doc, claims: found.claims.map(({ claim }) => claim) }
  }
  const event = (await questions.why(id))?.event
  const page = event && (await pageOf(questions, event.clearest))
  return page && { ...page, event: event.id }
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
  return { first: first.doc, second: second.doc, ...compareTexts(first, second) }
}

/** Who is asked for: "USA", "USA:Antony Blinken", or whoever acts most among those whom an id or the words may mean. */
async function actorOf(questions: Questions, asked: string): Promise<Actor | undefined> {
  const [, state, name] = /^(-|\p{Lu}{2,6})(?::(.+))?$/u.exec(asked) ?? []
  if (state) return { state, ...(name ? { name } : {}) }
  const { actors } = await questions.actors(asked.replaceAll("-", " "), { limit: 20, offset: 0 })
  const found = actors.find(actor => actor.id === asked) ?? actors[0]
  return (
    found && { state: found.state, ...(found.name ? { name: found.name } : {}), ...(found.id ? { id: found.id } : {}) }
  )
}

const STEP = 500

/** Ids of all documents that tell of the actor, the newest events' first, and the event of each claim. */
async function documentsOf(questions: Questions, filter: Filter): Promise<readonly string[]> {
  const found = new Set<string>()
  for (let offset = 0; ; offset += STEP) {
    const { events } = await questions.chronology(filter, { limit: STEP, offset })
    for (const { documents } of events) for (const { id } of documents) found.add(id)
    if (events.length < STEP) return [...found].reverse()
  }
}

/**
 * What an actor held of an issue, or of every issue, over time.
 * @param most how many documents are read, the newest first; the answer says how many there are
 */
export async function positions(
  questions: Questions,
  asked: string,
  issue: Issue | undefined,
  most: number,
): Promise<z.infer<typeof answer.positionList> | undefined> {
  const actor = await actorOf(questions, asked)
  if (!actor) return undefined
  const called = actor.name ? `${actor.state}:${actor.name}` : actor.state
  const all = await documentsOf(questions, { actor: called })
  const events = new Map<string, string>()
  const pages: Page[] = []
  for (const id of all.slice(0, most)) {
    const found = await questions.document(id)
    if (!found) continue
    for (const { claim, event } of found.claims) events.set(claim.id, event)
    pages.push({ doc: found.document, claims: found.claims.map(({ claim }) => claim) })
  }
  const points = positionsIn(actor, pages, { issue, eventOf: claim => events.get(claim) ?? claim })
  const heads = new Map(
    pages.map(({ doc }) => [
      doc.id,
      { id: doc.id, ...(doc.title ? { title: doc.title } : {}), ...(doc.outlet ? { outlet: doc.outlet } : {}) },
    ]),
  )
  return {
    actor,
    documents: { total: all.length, read: pages.length },
    total: points.length,
    points: points.map(point => ({ ...point, document: heads.get(point.doc)! })),
  }
}
