import type { Document } from "../model/document.ts"
import { type Export, jsonArray, type Material } from "./export.ts"

function item({ id, title, published, outlet, url, lang }: Omit<Document, "text">): object {
  const day = published?.slice(0, 10).split("-").map(Number)
  return {
    id,
    type: url ? "webpage" : "article-newspaper",
    title: title ?? id,
    ...(outlet ? { "container-title": outlet, publisher: outlet } : {}),
    ...(day ? { issued: { "date-parts": [day] } } : {}),
    ...(url ? { URL: url } : {}),
    ...(lang ? { language: lang } : {}),
  }
}

/** Documents behind the events asked for, each once. */
async function* cited(material: Material): AsyncIterable<object> {
  const seen = new Set<string>()
  for await (const { event } of material.cases())
    for (const doc of event.documents)
      if (!seen.has(doc.id)) {
        seen.add(doc.id)
        yield item(doc)
      }
}

/** CSL-JSON of the documents cited, for Zotero and its kin. */
export const csl: Export = {
  name: "csl",
  means: "CSL-JSON of the documents cited, for reference managers such as Zotero",
  write: material => jsonArray(cited(material)),
}
