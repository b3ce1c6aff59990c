/**
 * Reads whole files and checks what must hold of every document, whatever it says: reading does not fail, every quote equals its
 * slice of the text, every span of every layer lies inside it.
 *   node scripts/readAll.ts FILE… [--every N] [--limit N]
 */
import { parseArgs } from "node:util"
import { type Page, read, records } from "../src/cli/reading.ts"
import type { Document } from "../src/model/document.ts"
import { documents } from "../src/sources/index.ts"

/** What is wrong with the reading of a document; nothing where all is well. */
export function faults(doc: Document): string[] {
  let page: Page
  try {
    page = read(doc)
  } catch (error) {
    return [`${doc.id}: reading failed: ${(error as Error).stack}`]
  }
  const found: string[] = []
  if (page.text !== doc.text) found.push(`${doc.id}: the text was changed`)
  const visit = (value: unknown, place: string): void => {
    if (typeof value !== "object" || value === null) return
    if ("from" in value && "to" in value && typeof value.from === "number" && typeof value.to === "number") {
      const { from, to } = value
      const whole = Number.isInteger(from) && Number.isInteger(to)
      if (!whole || from < 0 || from > to || to > doc.text.length)
        found.push(`${doc.id}: ${place} ${from}–${to} is no span of the text`)
      else if ("quote" in value && value.quote !== doc.text.slice(from, to))
        found.push(`${doc.id}: ${place} ${from}–${to} is not what it quotes`)
    }
    for (const [key, inner] of Object.entries(value)) visit(inner, Array.isArray(value) ? place : `${place}.${key}`)
  }
  const { id: _id, text: _text, ...layers } = page
  visit(layers, "layer")
  try {
    const told = records(page)
    visit(told, "record")
    if (new Set(told.map(record => record.id)).size < told.length) found.push(`${doc.id}: two events share an id`)
    for (const { id, mentions } of told) {
      if (!mentions.length) found.push(`${id}: an event without words`)
      if (mentions.some(m => m.to - m.from > 500)) found.push(`${id}: a mention longer than 500 units`)
    }
  } catch (error) {
    found.push(`${doc.id}: no records: ${(error as Error).stack}`)
  }
  return found
}

if (import.meta.main) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { every: { type: "string", default: "1" }, limit: { type: "string", default: "Infinity" } },
  })
  let seen = 0
  let checked = 0
  let faulty = 0
  for await (const found of documents(positionals)) {
    if ("unread" in found) {
      console.error(found.unread)
      faulty++
      continue
    }
    if (seen++ % Number(values.every) !== 0) continue
    if (++checked > Number(values.limit)) break
    for (const fault of faults(found.document)) {
      console.error(fault)
      faulty++
    }
    if (checked % 500 === 0) console.error(`${checked} documents checked`)
  }
  console.log(`${Math.min(checked, Number(values.limit))} documents checked, ${faulty} faults`)
  process.exitCode = faulty ? 1 : 0
}
