import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Document } from "../src/model/document.ts"
import { documents } from "../src/sources/index.ts"

/** A record of `data/annotations`: it names a document, and holds no text of it. */
interface Annotation<Event> {
  readonly doc: string
  /** SHA-256 of the text, hex. */
  readonly sha256: string
  readonly events: readonly Event[]
}

/** Where the texts of each annotation file stand, under the folder of shared data. */
const TEXTS = {
  "current-events": "current-events/events.jsonl",
  releases: "state-releases/releases.jsonl",
} as const

/**
 * Our further annotation, each record brought together with its document.
 * @param data the folder of shared data, `../shared/data`
 * @throws where a text that was annotated is not there
 */
export async function annotated<Event>(
  data: string,
): Promise<{ readonly doc: Document; readonly events: readonly Event[] }[]> {
  const found: { doc: Document; events: readonly Event[] }[] = []
  for (const [name, path] of Object.entries(TEXTS)) {
    const file = new URL(`../data/annotations/${name}.json`, import.meta.url)
    const wanted = new Map((JSON.parse(readFileSync(file, "utf8")) as Annotation<Event>[]).map(a => [a.sha256, a]))
    for await (const read of documents([join(data, path)], {})) {
      if (!("document" in read)) continue
      const sha256 = createHash("sha256").update(read.document.text).digest("hex")
      const annotation = wanted.get(sha256)
      if (!annotation) continue
      found.push({ doc: { ...read.document, id: annotation.doc }, events: annotation.events })
      wanted.delete(sha256)
    }
    const [missing] = wanted.values()
    if (missing)
      throw new Error(`${path} lacks the text of ${missing.doc}, which data/annotations/${name}.json is about`)
  }
  return found
}
