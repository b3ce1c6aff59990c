import { documentFrom } from "./documentShape.ts"
import { ending } from "./intake.ts"
import { lines } from "./lines.ts"
import type { Source } from "./source.ts"

/** JSON lines of documents: `{ id, title?, published?, zone?, outlet?, url?, lang?, text }`, the text untouched. */
export const jsonl: Source = {
  name: "jsonl",
  means: "JSON lines of documents {id, title, published, zone, outlet, url, lang, text}; only text is required",
  recognises: file => ["jsonl", "ndjson"].includes(ending(file)) || /^\s*\{/.test(file.opening),
  async *read(file, given) {
    for await (const { number, text } of lines(file.pieces())) {
      if (!text.trim()) continue
      let raw: unknown
      try {
        raw = JSON.parse(text)
      } catch (error) {
        yield { unread: { file: file.name, line: number, reason: `not JSON: ${(error as Error).message}` } }
        continue
      }
      yield documentFrom(raw, given, file.name, number)
    }
  },
}
