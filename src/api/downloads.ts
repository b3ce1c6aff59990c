import type { Context } from "hono"
import { stream } from "hono/streaming"
import { EXPORTS, materialOf } from "../exports/index.ts"
import type { Filter, Questions } from "./questions.ts"

/** Media type and file ending of each format; one that is not listed goes out as plain text. */
const KINDS: Readonly<Record<string, readonly [type: string, ending: string]>> = {
  csv: ["text/csv", "csv"],
  plover: ["text/csv", "plover.csv"],
  jsonl: ["application/x-ndjson", "jsonl"],
  webannotation: ["application/ld+json", "jsonld"],
  timelinejs: ["application/json", "timeline.json"],
  atom: ["application/atom+xml", "atom"],
  csl: ["application/vnd.citationstyles.csl+json", "csl.json"],
  markdown: ["text/markdown", "md"],
}

export const FORMATS = EXPORTS.map(({ name }) => name)

/** The events that match, written piece by piece as the reader takes them. */
export function download(c: Context, questions: Questions, format: string, filter: Filter): Response {
  const pieces = EXPORTS.find(({ name }) => name === format)!.write(materialOf(questions, filter))
  const [type, ending] = KINDS[format] ?? ["text/plain", "txt"]
  c.header("content-type", `${type}; charset=utf-8`)
  // A feed is read where it is; the others are files to keep.
  if (format !== "atom") c.header("content-disposition", `attachment; filename="readout.${ending}"`)
  return stream(c, async out => {
    for await (const piece of pieces) await out.write(piece)
  })
}
