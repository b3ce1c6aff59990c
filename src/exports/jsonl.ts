import type { Export } from "./export.ts"

const line = (kind: string, body: object) => `${JSON.stringify({ kind, ...body })}\n`

/** Everything the record holds, one object a line, `kind` first. */
export const jsonl: Export = {
  name: "jsonl",
  means: "everything the record holds, one JSON object a line",
  async *write(material) {
    for await (const { event, claims, lookalikes } of material.cases()) {
      const { id, type, status, documents, ...rest } = event
      yield line("event", {
        id,
        type,
        status,
        ...rest,
        docs: documents.map(doc => doc.id),
        claims: claims.map(({ claim }) => ({ doc: claim.doc, id: claim.id, mentions: claim.mentions })),
        lookalikes: lookalikes.map(({ event: other, verdict, reasons, judge }) => ({
          event: other.id,
          verdict,
          reasons,
          judge,
        })),
      })
    }
    for await (const document of material.documents()) yield line("document", document)
    for await (const actor of material.actors()) yield line("actor", actor)
    for await (const { event, claim } of material.claims()) yield line("claim", { event, ...claim })
    for (const correction of await material.corrections()) yield line("correction", { correction })
    for (const deleted of await material.deleted()) yield line("deleted", { deleted })
  },
}
