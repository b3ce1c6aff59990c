import type { Document, Span } from "../model/document.ts"
import type { Sentence, Time, Token } from "../model/layers.ts"
import { stage } from "../model/stage.ts"
import { type Day, daysOf, dayValue, publishedDay, recordDate, shifted } from "./calendar.ts"
import { direction } from "./direction.ts"
import { type Expression, findExpressions } from "./find.ts"
import { clauseAfter, governor, tokensOf } from "./governor.ts"
import type { Meaning } from "./meaning.ts"
import { type Anchors, type Resolved, resolve } from "./resolve.ts"
import { utc, zoneAfter } from "./zones.ts"

/** Expressions of time, resolved: what day, in whose zone, and how we know. */
export const times = stage({
  gives: "times",
  needs: ["sentences", "tokens"],
  annotate: doc => readTimes(doc, doc.sentences, doc.tokens),
})

/** A time being worked out: its span, what it means, and what it came to. */
interface Draft extends Span {
  readonly meaning: Meaning
  readonly sentence: number
  readonly modifies: number
  /** First token after the words. */
  readonly after: number
  value: Resolved
}

/** Finds and resolves the expressions of time of a document. Linear in the text's length. */
export function readTimes(doc: Document, sentences: readonly Sentence[], tokens: readonly Token[]): Time[] {
  const published = publishedDay(doc.published, doc.zone)
  const expressions = sharedYears(
    doc.text,
    findExpressions(
      doc.text,
      sentences.map(s => s.from),
    ),
  )
  const history = tellsHistory(expressions, published)
  const drafts: Draft[] = []
  let story: string | undefined
  let sentence = 0
  let token = 0
  for (const expression of expressions) {
    const { from, to: end, meaning } = expression
    while (sentence + 1 < sentences.length && sentences[sentence + 1]!.from <= from) sentence++
    const zoned = zoneAfter(doc.text, end)
    const to = zoned?.to ?? end
    const { first, after } = tokensOf(tokens, { from, to }, token)
    token = first
    const modifies = governor(tokens, first, after)
    const anchors: Anchors = {
      ...(published ? { published } : {}),
      ...(story ? { story } : {}),
      direction: direction(tokens, first, after, modifies),
      history,
    }
    const value = resolve(meaning, anchors)
    const zone = zoned?.zone ?? value.zone
    const draft = { from, to, meaning, sentence, modifies, after, value: zone ? { ...value, zone } : value }
    drafts.push(...halves(draft, expression))
    // In a history, what is counted from publication ("today") does not move the story.
    const aside =
      (history && "from" in meaning && meaning.from === "publication") ||
      // Comparisons ("a year earlier") and whole decades do not move it either.
      (!history && meaning.is === "offset" && meaning.unit !== "D" && meaning.unit !== "W") ||
      /^(?:BC)?\d{2,3}$/.test(value.timex) ||
      // Nor, in a history, a lone year far from it: "for the first time since 1945".
      (history &&
        /^\d{4}$/.test(value.timex) &&
        story !== undefined &&
        Math.abs(Number(value.timex) - Number(story.slice(0, 4))) > 4)
    if ((value.type === "DATE" || value.type === "TIME") && daysOf(value.timex) && !aside)
      story = drafts.at(-1)!.value.timex.replace(/T.*/, "")
  }
  joinRuns(doc.text, drafts, published)
  followChains(drafts, tokens)
  openBounds(doc.text, drafts, published)
  return drafts.map(({ from, to, value, modifies }) => {
    const zone = value.zone ?? doc.zone
    const interval = value.date === null ? undefined : utc(value.date, zone)
    return { from, to, ...value, ...(zone ? { zone } : {}), ...(interval ? { utc: interval } : {}), modifies }
  })
}

const JOINTS = /^,?\s*(?:and|or|to|through|until|till|[-–—/])\s*(?:(?:in|on|early|late|mid-?|the)\s+){0,2}$/i

/** "March and April 1918": the month that stands without a year takes that of its neighbour. */
function sharedYears(text: string, expressions: readonly Expression[]): Expression[] {
  return expressions.map((expression, i) => {
    const next = expressions[i + 1]
    const { meaning } = expression
    if (!next || meaning.is !== "calendar" || next.meaning.is !== "calendar") return expression
    const { year, month } = next.meaning
    if (year === undefined || month === undefined || meaning.month === undefined) return expression
    if (meaning.year !== undefined || meaning.which || meaning.in) return expression
    if (next.from - expression.to > 24 || !JOINTS.test(text.slice(expression.to, next.from))) return expression
    return { ...expression, meaning: { ...meaning, year: meaning.month > month ? year - 1 : year } }
  })
}

/** "2–4 February" is two expressions with the days of both. */
function halves(draft: Draft, { joint, meaning }: Expression): Draft[] {
  const { value } = draft
  const end = value.date?.split("/")[1]
  if (!joint || !end || meaning.is !== "calendar") return [draft]
  return [
    { ...draft, to: joint.before },
    { ...draft, from: joint.after, value: { ...value, timex: end } },
  ]
}

/** "from 3 to 5 May", "between June and August": both ends carry the whole run as their date. */
function joinRuns(text: string, drafts: readonly Draft[], published: Day | undefined): void {
  drafts.forEach((a, i) => {
    const b = drafts[i + 1]
    if (!b || b.from - a.to > 14 || b.from < a.to || a.sentence !== b.sentence) return
    if (
      a.value.date?.includes("/") ||
      a.value.date === null ||
      (b.value.date === null && b.value.timex !== "PRESENT_REF")
    )
      return
    const joint = text.slice(a.to, b.from)
    const before = text.slice(Math.max(0, a.from - 9), a.from)
    const run = /^\s*(?:to|through|until|till|[-–—])\s*(?:the\s+)?$/i.test(joint)
      ? /\bfrom\s+(?:the\s+)?$/i.test(before) || !/^\s*(?:to|until|till)/i.test(joint)
      : /^\s*and\s*$/i.test(joint) && /\bbetween\s+$/i.test(before)
    const now = b.value.timex === "PRESENT_REF" ? published : undefined
    const [first, last] = [daysOf(a.value.timex)?.first, now ?? daysOf(b.value.timex)?.last]
    if (!run || !first || !last || Number(first.until(last).days) <= 0) return
    const end = now ? dayValue(now) : b.value.date!.split("/").at(-1)!
    const date = `${a.value.date}/${end}`
    a.value = { ...a.value, date }
    b.value = { ...b.value, date }
  })
}

/**
 * "held on Thursday, one day after the two talked": the clause after the words lies so long before the day already
 * told in the sentence; where the day stands in that clause instead, it is the first clause that is dated.
 */
function followChains(drafts: Draft[], tokens: readonly Token[]): void {
  drafts.forEach((draft, i) => {
    const { meaning, sentence } = draft
    if (meaning.is !== "chain") return
    const isDay = (d: Draft | undefined) =>
      d?.sentence === sentence &&
      d.meaning.is !== "chain" &&
      daysOf(d.value.timex) !== undefined &&
      d.value.timex.length >= 10
    const [before, after] = [drafts[i - 1], drafts[i + 1]]
    const anchor = isDay(before) ? before : isDay(after) ? after : undefined
    if (!anchor || (meaning.unit !== "D" && meaning.unit !== "W") || meaning.mod) return
    const count = anchor === before ? -meaning.count : meaning.count
    const day = daysOf(anchor.value.timex)!.first
    const date = recordDate(dayValue(shifted(day, count, meaning.unit)))
    const value = {
      ...draft.value,
      type: "DATE" as const,
      timex: dayValue(shifted(day, count, meaning.unit)),
      date,
      certainty: "implied" as const,
      ...(anchor.value.zone ? { zone: anchor.value.zone } : {}),
      reason: `${Math.abs(count)} ${meaning.unit === "D" ? "day" : meaning.unit} ${count < 0 ? "before" : "after"} ${anchor.value.timex} in the same sentence`,
    }
    drafts[i] = { ...draft, value, modifies: anchor === before ? clauseAfter(tokens, draft.after) : draft.modifies }
  })
}

/** "since 8 July" runs to publication; "by 8 July" and "until then" are open at their beginning. */
function openBounds(text: string, drafts: readonly Draft[], published: Day | undefined): void {
  for (const draft of drafts) {
    const { date, type } = draft.value
    if (date === null || type === "DURATION" || type === "SET" || date.includes("/") || date.startsWith("..")) continue
    const signal = /\b(since|until|till|by|before)\s+$/i
      .exec(text.slice(Math.max(0, draft.from - 8), draft.from))?.[1]
      ?.toLowerCase()
    const days = signal && daysOf(date)
    if (!days) continue
    if (signal === "since") {
      if (!published || Number(days.first.until(published).days) <= 0) continue
      draft.value = {
        ...draft.value,
        date: `${date}/${dayValue(published)}`,
        reason: `${draft.value.reason}; up to publication`,
      }
    } else {
      const last = signal === "before" ? dayValue(days.first.subtract({ days: 1 })) : date
      draft.value = {
        ...draft.value,
        date: `..${last}`,
        mod: draft.value.mod ?? "BEFORE",
        reason: `${draft.value.reason}; on or before it`,
      }
    }
  }
}

/**
 * Whether a text tells a history: the years it names lie well before publication, and hardly anything is counted
 * from publication. Then months and days without a year belong to the year told of.
 */
function tellsHistory(expressions: readonly Expression[], published: Day | undefined): boolean {
  let past = 0
  let recent = 0
  let near = 0
  for (const { meaning } of expressions) {
    if (meaning.is === "calendar" && meaning.year !== undefined) {
      if (published && meaning.year >= published.year - 1) recent++
      else past++
    } else if (meaning.is === "calendar" && meaning.weekday !== undefined && meaning.day === undefined) near++
    else if ("from" in meaning && meaning.from === "publication") near++
  }
  return past >= 5 && past > recent && past > 8 * near
}
