import type { Claim } from "../../src/model/claim.ts"
import type { Document } from "../../src/model/document.ts"
import type { RecordActor } from "../../src/model/eventRecord.ts"

/** What a made-up document tells: "USA:Antony Blinken" are actors; the rest as records have it. */
export interface Telling {
  readonly type?: Claim["type"]
  readonly status?: Claim["status"]
  readonly participants?: readonly string[]
  readonly source?: readonly string[]
  readonly target?: readonly string[]
  readonly date?: string | null
  readonly zone?: string
  readonly utc?: { readonly from: string; readonly to: string }
  readonly issues?: Claim["issues"]
}

/** A document with claims made by hand, so that the record is tested without reading. Each claim rests on the first word. */
export function telling(id: string, tellings: readonly Telling[], doc: Partial<Document> = {}) {
  const text = doc.text ?? `Words of ${id}.`
  const document: Document = { id, ...doc, text }
  const word = { from: 0, to: 5, quote: text.slice(0, 5) }
  const actor = (named: string): RecordActor => {
    const [state, name] = named.split(":")
    return { state: state!, ...(name ? { name } : {}), certainty: "stated", evidence: [word] }
  }
  const claims = tellings.map(
    ({ type = "call", status = "happened", date = "2022-02-02", zone, utc, issues = [], ...roles }, i): Claim => ({
      doc: id,
      id: `${id}#${type}-${i}`,
      type,
      plover: { event: "CONSULT" },
      status,
      statusEvidence: [],
      participants: (roles.participants ?? []).map(actor),
      source: (roles.source ?? []).map(actor),
      target: (roles.target ?? []).map(actor),
      date: { value: date, ...(zone ? { zone } : {}), ...(utc ? { utc } : {}), certainty: "stated", evidence: [word] },
      saidBy: [],
      provenance: [],
      issues,
      slots: {},
      flags: [],
      mentions: [word],
    }),
  )
  return { document, claims }
}

/** A day of a zone as an interval in UTC; offsets in hours. */
export function utcDay(day: string, offset: number) {
  const from = Date.parse(`${day}T00:00:00Z`) - offset * 3_600_000
  return { from: new Date(from).toISOString(), to: new Date(from + 86_400_000).toISOString() }
}
