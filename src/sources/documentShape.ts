import { createHash } from "node:crypto"
import { z } from "zod"
import type { Document } from "../model/document.ts"
import type { Found, Given } from "./source.ts"

/** A calendar day, or an instant with its offset. */
const PUBLISHED = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/

/** Whether a string is an ISO date or instant as `published` wants it: 2022-02-04, 2022-02-04T02:14:20Z. */
export const isPublished = (s: string): boolean => PUBLISHED.test(s) && !Number.isNaN(Date.parse(s))

const zones = new Map<string, boolean>()
/** Whether the time zone database of this machine knows the zone. */
export function isZone(zone: string): boolean {
  let known = zones.get(zone)
  if (known === undefined) {
    try {
      new Intl.DateTimeFormat("en", { timeZone: zone })
      known = true
    } catch {
      known = false
    }
    zones.set(zone, known)
  }
  return known
}

const words = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .transform(value => value || undefined)

const SHAPE = z.object(
  {
    id: words,
    title: words,
    published: words.refine(s => !s || isPublished(s), "is not an ISO date or instant, such as 2022-02-04"),
    zone: words.refine(s => !s || isZone(s), "is not an IANA time zone, such as America/New_York"),
    outlet: words,
    url: words,
    lang: words,
    text: z.string({ error: issue => (issue.input === undefined ? "is missing" : "is not a string") }),
  },
  { error: "is not a JSON object" },
)

/** The id of a document that came without one: its day and a hash of what it says and where it stood. */
export function idOf({ title, published, outlet, url, text }: Omit<Document, "id">): string {
  const content = JSON.stringify([title, published, outlet, url, text])
  return `${published?.slice(0, 10) ?? "undated"}-${createHash("sha256").update(content).digest("hex").slice(0, 12)}`
}

/** A document from what a file holds; what it lacks is taken from what the user said, and the id from the content. */
export function documentFrom(raw: unknown, given: Given, file: string, line?: number): Found {
  const shaped = SHAPE.safeParse(raw)
  if (!shaped.success) {
    const { path, message } = shaped.error.issues[0]!
    const reason = `${path.join(".") || (line === undefined ? "it" : "the line")} ${message}`
    return { unread: { file, ...(line === undefined ? {} : { line }), reason } }
  }
  const { id, text, ...said } = shaped.data
  const known = Object.entries({ ...given, ...Object.fromEntries(Object.entries(said).filter(([, v]) => v)) })
  const body = { ...Object.fromEntries(known.filter(([, v]) => v)), text }
  return { document: { id: id ?? idOf(body), ...body } }
}
