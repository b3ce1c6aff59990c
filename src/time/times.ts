import type { Document } from "../model/document.ts"
import type { Sentence, Time } from "../model/layers.ts"
import { stage } from "../model/stage.ts"
import { daysOf, publishedDay } from "./calendar.ts"
import { direction } from "./direction.ts"
import { type Expression, findExpressions } from "./find.ts"
import { type Anchors, resolve } from "./resolve.ts"
import { utc, zoneAfter } from "./zones.ts"

/** Expressions of time, resolved: what day, in whose zone, and how we know. */
export const times = stage({
  gives: "times",
  needs: ["sentences", "tokens"],
  annotate: doc => readTimes(doc, doc.sentences),
})

/** Finds and resolves the expressions of time of a document. Linear in the text's length. */
export function readTimes(doc: Document, sentences: readonly Sentence[]): Time[] {
  const published = publishedDay(doc.published, doc.zone)
  const expressions = findExpressions(
    doc.text,
    sentences.map(s => s.from),
  )
  const history = tellsHistory(expressions, published?.year)
  const found: Time[] = []
  let story: string | undefined
  let sentence = 0
  for (const { from, to: end, meaning } of expressions) {
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.from <= from) sentence++
    const zoned = zoneAfter(doc.text, end)
    const to = zoned?.to ?? end
    const anchors: Anchors = {
      ...(published ? { published } : {}),
      ...(story ? { story } : {}),
      direction: direction(doc.text, sentences[sentence] ?? { from: 0, to: doc.text.length }, { from, to }),
      history,
    }
    const { zone: own, ...value } = resolve(meaning, anchors)
    const zone = zoned?.zone ?? own ?? doc.zone
    const interval = value.date === null ? undefined : utc(value.date, zone)
    found.push({ from, to, ...value, ...(zone ? { zone } : {}), ...(interval ? { utc: interval } : {}), modifies: -1 })
    if ((value.type === "DATE" || value.type === "TIME") && daysOf(value.timex)) story = value.timex.replace(/T.*/, "")
  }
  return found
}

/**
 * Whether a text tells a history: most of the years it names lie well before publication.
 * Then months and days without a year belong to the year told of.
 */
function tellsHistory(expressions: readonly Expression[], published: number | undefined): boolean {
  let past = 0
  let near = 0
  for (const { meaning } of expressions) {
    if (meaning.is !== "calendar" || meaning.year === undefined) continue
    if (published !== undefined && meaning.year >= published - 1) near++
    else past++
  }
  return past >= 5 && past > 3 * near
}
