import type { Document } from "../model/document.ts"
import type { Sentence, Time, Token } from "../model/layers.ts"
import { stage } from "../model/stage.ts"
import { type Day, daysOf, publishedDay } from "./calendar.ts"
import { direction } from "./direction.ts"
import { type Expression, findExpressions } from "./find.ts"
import { governor, tokensOf } from "./governor.ts"
import { tellsHistory } from "./history.ts"
import type { Meaning } from "./meaning.ts"
import {
  bindBrackets,
  type Draft,
  followChains,
  halves,
  joinRuns,
  lookAhead,
  openBounds,
  sharedYears,
} from "./refine.ts"
import { resolve } from "./resolve.ts"
import { utc, type ZoneReading, zoneAfter, zoneOf, zoneOfPlace, zoneOfSpeaker } from "./zones.ts"

/** Expressions of time, resolved: what day, in whose zone, and how we know. */
export const times = stage({
  gives: "times",
  needs: ["sentences", "tokens"],
  annotate: doc => readTimes(doc, doc.sentences, doc.tokens),
})

/** Finds and resolves the expressions of time of a document. Linear in the text's length. */
export function readTimes(doc: Document, sentences: readonly Sentence[], tokens: readonly Token[]): Time[] {
  const { text } = doc
  const home = zoneOf(doc)
  const expressions = sharedYears(
    text,
    findExpressions(
      text,
      sentences.map(s => s.from),
    ),
  )
  const paged = pageDate(doc, sentences, expressions)
  const published = publishedDay(doc.published, home?.zone) ?? paged
  const history = tellsHistory(expressions, published)
  const drafts: Draft[] = []
  let story: string | undefined
  let storySentence = 0
  let sentence = 0
  let token = 0
  for (const expression of expressions) {
    const { from, to: end, meaning } = expression
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.from <= from) sentence++
    const written = zoneAfter(text, end)
    const to = written?.to ?? end
    const { first, after } = tokensOf(tokens, { from, to }, token)
    token = first
    const modifies = governor(tokens, first, after)
    const place = sentences[sentence] ?? { from: 0, to: text.length }
    const zone = zoneFor(meaning.zone ?? written?.zone, () =>
      written?.local ? zoneOfPlace(text, place) : zoneOfSpeaker(text, tokens, modifies),
    )
    const way = direction(tokens, first, after, modifies)
    const value = resolve(meaning, {
      // "today (Seoul time)" is the day that it was in Seoul when the report came out.
      ...(published ? { published: (zone && publishedDay(doc.published, zone.zone)) ?? published } : {}),
      ...(story && (!isHour(meaning) || sentence - storySentence <= 1) ? { story } : {}),
      direction: way,
      history,
    })
    const { zone: _, ...plain } = value
    const zoned = zone ? { ...plain, zone: zone.zone, reason: `${value.reason}; ${zone.reason}` } : plain
    const draft = { from, to, meaning, sentence, modifies, after, ahead: way > 0, value: zoned }
    drafts.push(...halves(draft, expression))
    if (moves(expression, value.type, value.timex, history, story)) {
      story = drafts.at(-1)!.value.timex.replace(/T.*/, "")
      storySentence = sentence
    }
  }
  bindBrackets(text, drafts)
  joinRuns(text, drafts, published)
  followChains(drafts, tokens, published)
  openBounds(text, drafts, published)
  lookAhead(text, drafts, published)
  return drafts.map(({ from, to, value, modifies }) => {
    const zone = value.zone ?? home?.zone
    const interval = value.date === null ? undefined : utc(value.date, value.timex, zone)
    return { from, to, ...value, ...(zone ? { zone } : {}), ...(interval ? { utc: interval } : {}), modifies }
  })
}

/** An hour alone belongs to a day told just before it, else to that of publication. */
const isHour = (meaning: Meaning) => meaning.is === "period" && meaning.unit === "D" && meaning.clock !== undefined

/** The zone of one expression where it is not simply the document's: written beside it, or that of who speaks. */
function zoneFor(written: string | undefined, elsewhere: () => ZoneReading | undefined): ZoneReading | undefined {
  return written ? { zone: written, reason: "zone in the words" } : elsewhere()
}

/** Where a document bears no date, a date standing alone in a line of its head is the day of its page. */
function pageDate(
  { published }: Document,
  sentences: readonly Sentence[],
  expressions: readonly Expression[],
): Day | undefined {
  if (published) return undefined
  for (const { from, to, meaning } of expressions.slice(0, 5)) {
    if (meaning.is !== "calendar" || meaning.year === undefined || meaning.day === undefined) continue
    const line = sentences.find(s => s.from <= from && to <= s.to)
    if (!line || (line.kind !== "dateline" && line.to - line.from > to - from + 12)) continue
    return daysOf(resolve(meaning, { direction: 0, history: false }).timex)?.first
  }
  return undefined
}

/** Whether an expression moves the story, so that "the next day" is counted from it. */
function moves(
  { meaning }: Expression,
  type: string,
  timex: string,
  history: boolean,
  story: string | undefined,
): boolean {
  if ((type !== "DATE" && type !== "TIME") || !daysOf(timex) || /^(?:BC)?\d{2,3}$/.test(timex)) return false
  // Comparisons ("a year earlier", "the year-ago quarter") do not move it.
  if (meaning.is === "period" && meaning.unit === "Q" && meaning.from === "story" && meaning.shift !== 0) return false
  if (!history) return meaning.is !== "offset" || meaning.unit === "D" || meaning.unit === "W"
  // In a history, neither does what is counted from publication ("today"), nor a lone year far off ("since 1945").
  if ("from" in meaning && meaning.from === "publication") return false
  return !/^\d{4}$/.test(timex) || story === undefined || Math.abs(Number(timex) - Number(story.slice(0, 4))) <= 4
}
