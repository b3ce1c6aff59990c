import type { Claim } from "../model/claim.ts"
import type { DocumentHead } from "../model/gathered.ts"
import { edtf } from "./edtf.ts"
import type { Export, Material } from "./export.ts"
import { type Cell, table } from "./table.ts"

interface Row {
  readonly event: string
  readonly claim: Claim
  readonly document: DocumentHead
}

async function* rows(material: Material): AsyncIterable<Row> {
  for await (const { event, claims } of material.cases())
    for (const { claim, document } of claims) yield { event: event.id, claim, document }
}

const list = (values: readonly (string | undefined)[]) => values.map(v => v ?? "").join("; ")
const states = (actors: Claim["source"]) => list(actors.map(a => a.state))
const names = (actors: Claim["source"]) => list(actors.map(a => a.name))

const COLUMNS: Readonly<Record<string, (row: Row) => Cell>> = {
  event_id: r => r.event,
  claim_id: r => r.claim.id,
  type: r => r.claim.type,
  plover_event: r => r.claim.plover.event,
  plover_mode: r => r.claim.plover.mode,
  plover_context: r => list(r.claim.plover.context ?? []),
  cameo: r => r.claim.cameo,
  status: r => r.claim.status,
  date: r => r.claim.date.value,
  date_edtf: r => edtf(r.claim.date),
  zone: r => r.claim.date.zone,
  utc_from: r => r.claim.date.utc?.from,
  utc_to: r => r.claim.date.utc?.to,
  date_certainty: r => r.claim.date.certainty,
  date_reason: r => r.claim.date.reason,
  source_states: r => states(r.claim.source),
  source_names: r => names(r.claim.source),
  target_states: r => states(r.claim.target),
  target_names: r => names(r.claim.target),
  participant_states: r => states(r.claim.participants),
  participant_names: r => names(r.claim.participants),
  said_by: r => list(r.claim.saidBy.map(a => a.name ?? a.state)),
  provenance: r => r.claim.provenance.join(" > "),
  issues: r => list(r.claim.issues),
  flags: r => list(r.claim.flags),
  quote: r => r.claim.mentions[0]?.quote,
  quote_from: r => r.claim.mentions[0]?.from,
  quote_to: r => r.claim.mentions[0]?.to,
  mentions: r => r.claim.mentions.length,
  document: r => r.document.id,
  outlet: r => r.document.outlet,
  title: r => r.document.title,
  published: r => r.document.published,
  url: r => r.document.url,
}

/** One row a claim: an event that three documents tell has three rows with one event_id. Offsets are UTF-16 code units. */
export const csv: Export = {
  name: "csv",
  means: "a table, one row for each document that tells of an event, with its quote",
  write: material => table(COLUMNS, rows(material)),
}
