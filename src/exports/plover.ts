import type { Case } from "../model/gathered.ts"
import type { Export } from "./export.ts"
import { type Cell, table } from "./table.ts"

const list = (values: readonly (string | undefined)[]) => [...new Set(values.filter(Boolean))].join("; ")

/** PLOVER's two sides; of a symmetric event, the first named and the others. */
function sides({ event: { participants, source, target } }: Case) {
  return participants.length
    ? { actor: participants.slice(0, 1), recipient: participants.slice(1) }
    : { actor: source, recipient: target }
}

const COLUMNS: Readonly<Record<string, (row: Case) => Cell>> = {
  "Event ID": r => r.event.id,
  "Event Date": r => r.event.date.value,
  "Event Type": r => r.event.plover.event,
  "Event Mode": r => r.event.plover.mode,
  Contexts: r => list(r.event.plover.context ?? []),
  CAMEO: r => r.event.cameo,
  Status: r => r.event.status,
  "Actor Name": r => list(sides(r).actor.map(a => a.name)),
  "Actor Country": r => list(sides(r).actor.map(a => a.state)),
  "Recipient Name": r => list(sides(r).recipient.map(a => a.name)),
  "Recipient Country": r => list(sides(r).recipient.map(a => a.state)),
  Source: r => list(r.claims.map(c => c.document.outlet)),
  "Publication Date": r => r.claims.map(c => c.document.published?.slice(0, 10) ?? "").sort()[0],
  "Story IDs": r => list(r.claims.map(c => c.document.id)),
  Headline: r => r.claims.find(c => c.document.id === r.event.clearest)?.document.title,
  "Event Text": r => r.event.mentions[0]?.quote,
}

/** A view for users of PLOVER and POLECAT: one row an event. It is lossy: tellers, reasons and most quotes stay behind. */
export const plover: Export = {
  name: "plover",
  means: "a table in the manner of PLOVER/POLECAT, one row an event",
  write: material => table(COLUMNS, material.cases()),
}
