import { documentFrom } from "./documentShape.ts"
import type { Found, Source } from "./source.ts"

/** A list of documents, or one written over several lines. */
export const json: Source = {
  name: "json",
  means: "JSON, a list of such documents or one of them",
  recognises: file => /^\s*(?:\[\s*[{\]]|\{\s*\n)/.test(file.opening),
  async *read(file, given): AsyncIterable<Found> {
    let whole: unknown
    try {
      whole = JSON.parse(await file.text())
    } catch (error) {
      yield { unread: { file: file.name, reason: `not JSON: ${(error as Error).message}` } }
      return
    }
    if (!Array.isArray(whole)) return yield documentFrom(whole, given, file.name)
    if (whole.length === 0) yield { unread: { file: file.name, reason: "the list is empty" } }
    for (const [at, raw] of whole.entries()) {
      const found = documentFrom(raw, given, file.name)
      yield "unread" in found
        ? { unread: { file: file.name, reason: `document ${at + 1}: ${found.unread.reason}` } }
        : found
    }
  },
}
