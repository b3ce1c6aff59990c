import { existsSync, readFileSync } from "node:fs"
import type { Claim } from "../../src/model/claim.ts"
import type { Document } from "../../src/model/document.ts"
import { EVENT_TYPES, type Issue } from "../../src/model/event.ts"
import type { RecordActor } from "../../src/model/eventRecord.ts"
import type { GoldEvent as Learned } from "../../training/eventLessons.ts"

/** Folder of the gold annotation beside the project. */
export const GOLD = "../shared/gold"
/** Whether the gold annotation is there; says loudly when not, and fails in CI. */
export function goldIsThere(): boolean {
  const there = existsSync(GOLD)
  if (!there) {
    if (process.env.CI) throw new Error(`${GOLD} is absent, and CI must not pass without it`)
    console.warn(`LEFT OUT: tests on ${GOLD}, which is not there`)
  }
  return there
}

/** An event as gold files hold it; what is learned from them needs no more than `Learned`. */
interface GoldEvent extends Learned {
  readonly id: string
  readonly saidBy: readonly string[]
  readonly issues: readonly Issue[]
}

const actor = (written: string): RecordActor => {
  const [state, ...name] = written.split(":")
  return { state: state!, ...(name.length ? { name: name.join(":") } : {}), certainty: "stated", evidence: [] }
}

/** Documents of a gold set with their events as claims, as a perfect reader would give them. */
export function goldClaims(set: string): readonly { readonly doc: Document; readonly claims: readonly Claim[] }[] {
  const docs = readFileSync(`${GOLD}/${set}.docs.jsonl`, "utf8").trim().split("\n")
  const gold = JSON.parse(readFileSync(`${GOLD}/${set}.gold.json`, "utf8")) as { doc: string; events: GoldEvent[] }[]
  return docs.map(line => {
    const doc = JSON.parse(line) as Document
    const events = gold.find(g => g.doc === doc.id)?.events ?? []
    return { doc, claims: events.map(event => claimOf(doc, event)) }
  })
}

function claimOf(doc: Document, event: GoldEvent): Claim {
  const mentions = event.mentions.map(({ from, to }) => ({ from, to, quote: doc.text.slice(from, to) }))
  return {
    doc: doc.id,
    id: `${doc.id}#${event.type}-${event.id}`,
    type: event.type,
    plover: { event: EVENT_TYPES[event.type].root },
    status: event.status,
    statusEvidence: [],
    participants: event.participants.map(actor),
    source: event.source.map(actor),
    target: event.target.map(actor),
    date: { value: event.date, ...(doc.zone ? { zone: doc.zone } : {}), certainty: "stated", evidence: [] },
    saidBy: event.saidBy.map(actor),
    provenance: [],
    issues: event.issues,
    slots: {},
    flags: [],
    mentions,
  }
}
