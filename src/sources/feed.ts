import { XMLParser } from "fast-xml-parser"
import { documentFrom } from "./documentShape.ts"
import { pageText } from "./html.ts"
import { ending } from "./intake.ts"
import type { Source } from "./source.ts"

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "@",
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: name => ["item", "entry", "link"].includes(name),
})

type Element = Readonly<Record<string, unknown>>

const isElement = (value: unknown): value is Element =>
  typeof value === "object" && value !== null && !Array.isArray(value)
const inside = (value: unknown, ...path: readonly string[]): unknown =>
  path.reduce<unknown>((at, name) => (isElement(at) ? at[name] : undefined), value)

/** The words of an element, with or without attributes. */
function words(value: unknown): string | undefined {
  if (Array.isArray(value)) return words(value[0])
  const text = isElement(value) ? value["#text"] : value
  return typeof text === "string" && text.trim() ? text.trim() : undefined
}

/** The address of an entry: the text of RSS's link, the href of Atom's link to the page itself. */
function address(links: unknown): string | undefined {
  if (!Array.isArray(links)) return undefined
  const page = links.find(link => !isElement(link) || [undefined, "alternate"].includes(link["@rel"] as string))
  return isElement(page) && typeof page["@href"] === "string" ? page["@href"] : words(page)
}

/** RFC 822 ("Fri, 04 Feb 2022 02:14:20 GMT") and ISO instants alike, as an ISO instant. */
function instant(said: string | undefined): string | undefined {
  const ms = said ? Date.parse(said) : Number.NaN
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

/** RSS and Atom: one document an entry, its title above its words. */
export const feed: Source = {
  name: "feed",
  means: "an RSS or Atom feed; one document an entry",
  recognises: file =>
    ["rss", "atom"].includes(ending(file)) ||
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^>]*>\s*)*<(?:rss|feed|rdf:RDF)\b/.test(file.opening),
  async *read(file, given) {
    let root: unknown
    try {
      root = parser.parse(await file.text(), true)
    } catch (error) {
      yield { unread: { file: file.name, reason: `not XML: ${(error as Error).message}` } }
      return
    }
    const channel = inside(root, "rss", "channel") ?? inside(root, "feed") ?? inside(root, "RDF")
    const entries = inside(channel, "item") ?? inside(root, "RDF", "item") ?? inside(channel, "entry")
    if (!Array.isArray(entries)) {
      yield { unread: { file: file.name, reason: "the feed has no entries" } }
      return
    }
    const outlet = words(inside(channel, "title")) ?? words(inside(channel, "channel", "title"))
    for (const entry of entries) {
      const title = words(inside(entry, "title"))
      const body = ["encoded", "content", "description", "summary"]
        .map(name => words(inside(entry, name)))
        .find(text => text !== undefined)
      const plain = body ? pageText(body).text : ""
      const url = address(inside(entry, "link"))
      yield documentFrom(
        {
          id: words(inside(entry, "guid")) ?? words(inside(entry, "id")) ?? url,
          title,
          published: instant(
            words(inside(entry, "pubDate")) ??
              words(inside(entry, "published")) ??
              words(inside(entry, "updated")) ??
              words(inside(entry, "date")),
          ),
          outlet,
          url,
          lang: words(inside(channel, "language")),
          text: [title, plain].filter(Boolean).join("\n\n"),
        },
        given,
        file.name,
      )
    }
  },
}
