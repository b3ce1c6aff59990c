import type { Document } from "../model/document.ts"
import type { Material } from "./export.ts"

/** As much of a record as the exports need; `Filter` is whatever the record takes for one. */
interface Holding<Filter> {
  cases(filter: Filter): ReturnType<Material["cases"]>
  document(id: string): Promise<{ readonly document: Document } | undefined>
  allDocuments: Material["documents"]
  actors(
    words: undefined,
    part: { readonly limit: number; readonly offset: number },
  ): Promise<{
    readonly actors: readonly {
      readonly state: string
      readonly name?: string
      readonly id?: string
      readonly events: number
    }[]
  }>
  allClaims: Material["claims"]
  corrections: Material["corrections"]
  deleted: Material["deleted"]
}

const STEP = 500

/** A record as the exports see it, narrowed to the events that a filter lets through. */
export function materialOf<Filter>(record: Holding<Filter>, filter: Filter, now = new Date()): Material {
  return {
    cases: () => record.cases(filter),
    document: async id => (await record.document(id))?.document,
    documents: () => record.allDocuments(),
    async *actors() {
      for (let offset = 0; ; offset += STEP) {
        const { actors } = await record.actors(undefined, { limit: STEP, offset })
        yield* actors
        if (actors.length < STEP) return
      }
    },
    claims: () => record.allClaims(),
    corrections: () => record.corrections(),
    deleted: () => record.deleted(),
    now: now.toISOString(),
  }
}
