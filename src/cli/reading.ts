import { english } from "../english.ts"
import { coding } from "../events/index.ts"
import type { Document } from "../model/document.ts"
import { type EventRecord, eventRecord } from "../model/eventRecord.ts"
import { documents, type Given, told } from "../sources/index.ts"
import type { Status } from "./command.ts"
import { warn } from "./output.ts"

/** A document with every layer that reading gives it. */
export type Page = ReturnType<typeof english.read>

/** Reads a document with every stage. */
export const read = (doc: Document): Page => english.read(doc)

/** The events a document tells, as records with their quotes. */
export function records(page: Page): readonly EventRecord[] {
  const taken = new Map<string, number>()
  return page.events.map(event => {
    const record = eventRecord(page, event, coding)
    const before = taken.get(record.id) ?? 0
    taken.set(record.id, before + 1)
    // Two events of one type may begin at one word: "met the ministers of A and B separately".
    return before ? { ...record, id: `${record.id}-${before + 1}` } : record
  })
}

/**
 * Does the work on every document of the files, one at a time. What cannot be read is told with file, line and
 * reason, and the rest goes on; then the status is 1.
 */
export async function eachDocument(
  files: readonly string[],
  given: Given,
  work: (document: Document) => Promise<void>,
): Promise<Status> {
  let status: Status = 0
  for await (const found of documents(files, given)) {
    if ("document" in found)
      try {
        await work(found.document)
        continue
      } catch (error) {
        warn(
          told({
            file: found.document.id,
            reason: `reading failed: ${process.env.DEBUG ? (error as Error).stack : (error as Error).message}`,
          }),
        )
      }
    else warn(told(found.unread))
    status = 1
  }
  return status
}
