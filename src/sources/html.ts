import { parse, parseFragment, type DefaultTreeAdapterTypes as Tree } from "parse5"
import { TextBuilder } from "./builder.ts"
import { documentFrom, isPublished } from "./documentShape.ts"
import { ending } from "./intake.ts"
import type { Source } from "./source.ts"

/** Elements whose words are not the report's. */
const SILENT = new Set("script style noscript template svg nav header footer aside form button iframe head".split(" "))
/** Elements that stand apart by an empty line, and those that only begin a new line. */
const BLOCK = new Set(
  "address article blockquote body dd details div dl dt fieldset figcaption figure h1 h2 h3 h4 h5 h6 hr main ol p pre section table ul".split(
    " ",
  ),
)
const LINE = new Set("br li tr".split(" "))

const isElement = (node: Tree.Node): node is Tree.Element => "tagName" in node
const isText = (node: Tree.Node): node is Tree.TextNode => node.nodeName === "#text"
const attribute = (node: Tree.Element, name: string) => node.attrs.find(a => a.name === name)?.value

/** Every element, in page order. */
function* elements(node: Tree.Node): Iterable<Tree.Element> {
  const waiting: Tree.Node[] = [node]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (isElement(next)) yield next
    if ("childNodes" in next) waiting.push(...next.childNodes.toReversed())
  }
}

const ENTITY = /&(?:#\d+|#x[\da-f]+|[a-z][a-z\d]*);?|\r\n?|[^&\r]+|&/gi

/** Cuts a text node into runs that stand in the file as they read, and entities, which do not. */
function* runs(node: Tree.TextNode, html: string): Iterable<{ words: string; from: number; to: number }> {
  const place = node.sourceCodeLocation
  if (!place) return
  const raw = html.slice(place.startOffset, place.endOffset)
  if (raw === node.value) return yield { words: raw, from: place.startOffset, to: place.endOffset }
  const found: { words: string; from: number; to: number }[] = []
  let read = 0
  for (const match of raw.matchAll(ENTITY)) {
    const from = place.startOffset + match.index
    const to = from + match[0].length
    let words = match[0]
    if (words.startsWith("\r")) words = "\n"
    else if (words.startsWith("&")) {
      const decoded = parseFragment(words).childNodes[0]
      words = decoded && isText(decoded) ? decoded.value : words
    }
    found.push({ words, from, to })
    if (!node.value.startsWith(words, read))
      // The parser dropped or changed something else, such as a NUL: the node is shown as one piece.
      return yield { words: node.value, from: place.startOffset, to: place.endOffset }
    read += words.length
  }
  yield* found
}

/** The part of a page that holds the report: its only article, its main part, else the body. */
function report(page: Tree.Document): Tree.Node {
  const all = [...elements(page)]
  const articles = all.filter(e => e.tagName === "article")
  if (articles.length === 1) return articles[0]!
  return all.find(e => e.tagName === "main") ?? all.find(e => e.tagName === "body") ?? page
}

/** Text of a page or fragment, with the way back to the file: ask the builder for `rawSpan`. */
export function pageText(html: string, root: Tree.Node = parse(html, { sourceCodeLocationInfo: true })): TextBuilder {
  const builder = new TextBuilder()
  let begun = false
  let space = false
  let wanted = 0
  const separate = (lines: number) => {
    wanted = Math.max(wanted, lines)
  }
  const say = (words: string, raw: { from: number; to: number }) => {
    if (begun && wanted > 0) builder.add("\n".repeat(wanted))
    else if (begun && space) builder.add(" ")
    begun = true
    space = false
    wanted = 0
    builder.add(words, raw)
  }
  const text = (node: Tree.TextNode, kept: boolean) => {
    for (const { words, from, to } of runs(node, html)) {
      const exact = words.length === to - from
      for (const match of words.matchAll(/[ \t\n\f\r]+|[^ \t\n\f\r]+/g)) {
        const at = exact ? { from: from + match.index, to: from + match.index + match[0].length } : { from, to }
        if (!/^[ \t\n\f\r]/.test(match[0])) say(match[0], at)
        else if (!kept) space = true
        else if (match[0].includes("\n")) separate(1)
        else space = true
      }
    }
  }
  // A stack of our own: a hostile page may nest deeper than the call stack allows.
  const waiting: { node: Tree.Node; kept: boolean; after?: number }[] = [{ node: root, kept: false }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, kept, after } = next
    if (after !== undefined) separate(after)
    else if (isText(node)) text(node, kept)
    else if ("childNodes" in node && !(isElement(node) && SILENT.has(node.tagName))) {
      const apart = !isElement(node) ? 0 : BLOCK.has(node.tagName) ? 2 : LINE.has(node.tagName) ? 1 : 0
      if (apart) {
        separate(apart)
        waiting.push({ node, kept, after: apart })
      }
      if (isElement(node) && (node.tagName === "td" || node.tagName === "th")) space = true
      const inPre = kept || (isElement(node) && node.tagName === "pre")
      for (const child of node.childNodes.toReversed()) waiting.push({ node: child, kept: inPre })
    }
  }
  return builder
}

/** What a page says about itself in its head: title, day, outlet, address, language. */
function about(page: Tree.Document) {
  const meta = new Map<string, string>()
  const said: Record<string, string | undefined> = {}
  for (const e of elements(page)) {
    const content = attribute(e, "content")
    const name = attribute(e, "property") ?? attribute(e, "name") ?? attribute(e, "itemprop")
    if (e.tagName === "meta" && name && content && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content)
    if (e.tagName === "html") said.lang = attribute(e, "lang")
    if (e.tagName === "title") said.title ??= e.childNodes.find(isText)?.value.trim()
    if (e.tagName === "link" && attribute(e, "rel") === "canonical") said.url ??= attribute(e, "href")
    if (e.tagName === "time") said.time ??= attribute(e, "datetime")
  }
  const day = ["article:published_time", "datepublished", "date", "dc.date", "dcterms.issued"]
    .map(name => meta.get(name))
    .find(value => value !== undefined && isPublished(value))
  return {
    title: meta.get("og:title") ?? said.title,
    published: day ?? (said.time && isPublished(said.time) ? said.time : undefined),
    outlet: meta.get("og:site_name"),
    url: said.url ?? meta.get("og:url"),
    lang: said.lang,
  }
}

/** A web page: one document, its text built from the article, its day and outlet from the head. */
export const html: Source = {
  name: "html",
  means: "a web page; its title, day, outlet and address are taken from its head",
  recognises: file =>
    ["html", "htm", "xhtml"].includes(ending(file)) || /^\s*(?:<!doctype html|<html)/i.test(file.opening),
  async *read(file, given) {
    const raw = await file.text()
    const page = parse(raw, { sourceCodeLocationInfo: true })
    const { text } = pageText(raw, report(page))
    if (!text) yield { unread: { file: file.name, reason: "the page has no text" } }
    else yield documentFrom({ ...about(page), text }, given, file.name)
  },
}
