import type { Claim } from "../model/claim.ts"
import type { Document, Quote } from "../model/document.ts"
import { type Export, jsonArray, type Material } from "./export.ts"

/** Characters given before and after a quote, to find its place again in a page that was edited. */
const AROUND = 32

/** The model counts in Unicode code points, a document in UTF-16 code units. */
function codePoints(text: string): (unit: number) => number {
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(match => match.index)
  return unit => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < unit) low = middle + 1
      else high = middle
    }
    return unit - low
  }
}

/** Every value of a claim with the words it rests on. */
function* values(claim: Claim): Iterable<{ readonly value: string; readonly quotes: readonly Quote[] }> {
  yield { value: claim.type, quotes: claim.mentions }
  for (const role of ["participants", "source", "target", "saidBy"] as const)
    for (const { state, name, evidence } of claim[role])
      yield { value: `${role}: ${name ? `${state}:${name}` : state}`, quotes: evidence }
  if (claim.date.value) yield { value: `date: ${claim.date.value}`, quotes: claim.date.evidence }
  yield { value: `status: ${claim.status}`, quotes: claim.statusEvidence }
  for (const [slot, { value, evidence }] of Object.entries(claim.slots))
    yield { value: `${slot}: ${value}`, quotes: evidence }
}

async function* annotations(material: Material): AsyncIterable<object> {
  const texts = new Map<string, { doc: Document; point: (unit: number) => number }>()
  for await (const { event, claims } of material.cases())
    for (const { claim } of claims) {
      let known = texts.get(claim.doc)
      if (!known) {
        const doc = (await material.document(claim.doc))!
        known = { doc, point: codePoints(doc.text) }
        // A few documents are enough: events of one document mostly follow each other.
        if (texts.size >= 50) texts.delete(texts.keys().next().value!)
        texts.set(claim.doc, known)
      }
      const { doc, point } = known
      const source = doc.url ?? `urn:readout:document:${encodeURIComponent(doc.id)}`
      let number = 0
      for (const { value, quotes } of values(claim))
        for (const { from, to, quote } of quotes)
          yield {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            id: `urn:readout:claim:${encodeURIComponent(claim.id)}:${number++}`,
            type: "Annotation",
            motivation: "tagging",
            body: [
              { type: "TextualBody", purpose: "tagging", value },
              { type: "SpecificResource", purpose: "linking", source: `urn:readout:event:${event.id}` },
            ],
            target: {
              source,
              selector: [
                {
                  type: "TextQuoteSelector",
                  exact: quote,
                  prefix: doc.text.slice(Math.max(0, from - AROUND), from).replace(/^[\udc00-\udfff]/, ""),
                  suffix: doc.text.slice(to, to + AROUND).replace(/[\ud800-\udbff]$/, ""),
                },
                { type: "TextPositionSelector", start: point(from), end: point(to) },
              ],
            },
          }
    }
}

/** W3C Web Annotations: one for every value and quote, with quote and position selectors. */
export const webAnnotation: Export = {
  name: "webannotation",
  means: "W3C Web Annotations (JSON-LD), one for every value and its words",
  write: material => jsonArray(annotations(material)),
}
