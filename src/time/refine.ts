import type { Span } from "../model/document.ts"
import type { Token } from "../model/layers.ts"
import { type Day, daysOf, dayValue, recordDate, shifted } from "./calendar.ts"
import type { Expression } from "./find.ts"
import { clauseAfter } from "./governor.ts"
import type { Meaning } from "./meaning.ts"
import type { Resolved } from "./resolve.ts"

/** A time being worked out: its span, what it means, and what it came to. */
export interface Draft extends Span {
  readonly meaning: Meaning
  readonly sentence: number
  /** Token that the expression modifies, or -1. */
  readonly modifies: number
  /** First token after the words. */
  readonly after: number
  value: Resolved
}

const JOINTS = /^,?\s*(?:and|or|to|through|until|till|[-–—/])\s*(?:(?:in|on|early|late|mid-?|the)\s+){0,2}$/i

/** "March and April 1918": the month that stands without a year takes that of its neighbour. */
export function sharedYears(text: string, expressions: readonly Expression[]): Expression[] {
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
export function halves(draft: Draft, { joint, meaning }: Expression): Draft[] {
  const { value } = draft
  const end = value.date?.split("/")[1]
  if (!joint || !end || meaning.is !== "calendar") return [draft]
  return [
    { ...draft, to: joint.before },
    { ...draft, from: joint.after, value: { ...value, timex: end } },
  ]
}

/** "from 3 to 5 May", "between June and August": both ends carry the whole run as their date. */
export function joinRuns(text: string, drafts: readonly Draft[], published: Day | undefined): void {
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
export function followChains(drafts: Draft[], tokens: readonly Token[]): void {
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
export function openBounds(text: string, drafts: readonly Draft[], published: Day | undefined): void {
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

/** "yesterday (25th)": the day in brackets and the word before it are one day; what either lacks, the other gives. */
export function bindBrackets(text: string, drafts: readonly Draft[]): void {
  drafts.forEach((a, i) => {
    const b = drafts[i + 1]
    if (b?.meaning.is !== "dayOfMonth" || b.from - a.to > 3 || !/^\s*\($/.test(text.slice(a.to, b.from))) return
    if (a.value.date === null) {
      const partial = b.value.partial
      if (partial) a.value = { ...a.value, partial, reason: `${a.value.reason}; day of the month in brackets` }
    } else if (a.value.date.endsWith(String(b.meaning.day).padStart(2, "0"))) b.value = { ...a.value, type: "DATE" }
  })
}
