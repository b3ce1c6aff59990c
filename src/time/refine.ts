import type { Span } from "../model/document.ts"
import type { Token } from "../model/layers.ts"
import { type Day, daysOf, dayValue, interval, recordDate, shifted, within } from "./calendar.ts"
import type { Expression } from "./find.ts"
import { clauseAfter } from "./governor.ts"
import type { Meaning } from "./meaning.ts"
import { counted, type Resolved } from "./resolve.ts"

/** A time being worked out: its span, what it means, and what it came to. */
export interface Draft extends Span {
  readonly meaning: Meaning
  readonly sentence: number
  /** Token that the expression modifies, or -1. */
  readonly modifies: number
  /** Whether the words around it look ahead. */
  readonly ahead: boolean
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
    {
      ...draft,
      from: joint.after,
      value: { ...value, timex: meaning.untilYear === undefined ? end : end.slice(0, -6) },
    },
  ]
}

/** "from 3 to 5 May", "between June and August": both ends carry the whole run as their date. */
export function joinRuns(text: string, drafts: readonly Draft[], published: Day | undefined): void {
  drafts.forEach((a, i) => {
    const b = drafts[i + 1]
    if (!b || b.from - a.to > 14 || b.from < a.to || a.sentence !== b.sentence) return
    // Nothing to count from: what is known of both ends is kept as a run.
    const halves = a.value.date === null && b.value.date === null ? [a.value.partial, b.value.partial] : []
    const partial = halves[0] && halves[1] && !halves.join().includes("/") ? halves.join("/") : undefined
    if (
      !partial &&
      (a.value.date?.includes("/") ||
        a.value.date === null ||
        (b.value.date === null && b.value.timex !== "PRESENT_REF"))
    )
      return
    const joint = text.slice(a.to, b.from)
    const before = text.slice(Math.max(0, a.from - 9), a.from)
    const run = /^\s*(?:to|through|until|till|[-–—])\s*(?:the\s+)?$/i.test(joint)
      ? /\bfrom\s+(?:the\s+)?$/i.test(before) || !/^\s*(?:to|until|till)/i.test(joint) || bothDays(a, b)
      : /^\s*and\s*$/i.test(joint) && /\bbetween\s+$/i.test(before)
    if (run && partial) {
      a.value = { ...a.value, partial }
      b.value = { ...b.value, partial }
    }
    const now = b.value.timex === "PRESENT_REF" ? published : undefined
    const [first, last] = [daysOf(a.value.timex)?.first, now ?? daysOf(b.value.timex)?.last]
    if (!run || !first || !last || Number(first.until(last).days) <= 0) return
    const date = interval(first, last)
    a.value = { ...a.value, date }
    b.value = { ...b.value, date }
  })
}

const isDay = ({ value: { timex } }: Draft) => /^\d{4}-\d{2}-\d{2}$/.test(timex)
const bothDays = (a: Draft, b: Draft) => isDay(a) && isDay(b)

/** Sentences that open a report: what they tell happened on its day unless they say otherwise. */
const LEAD = 3

/**
 * "held on Thursday, one day after the two talked": the clause after the words lies so long before the day already
 * told in the sentence; where the day stands in that clause instead, it is the first clause that is dated.
 */
export function followChains(drafts: Draft[], tokens: readonly Token[], published: Day | undefined): void {
  drafts.forEach((draft, i) => {
    const { meaning, sentence } = draft
    if (meaning.is !== "chain") return
    const dated = (d: Draft | undefined) =>
      d?.sentence === sentence &&
      d.meaning.is !== "chain" &&
      daysOf(d.value.timex) !== undefined &&
      d.value.timex.length >= 10
    const [before, after] = [drafts[i - 1], drafts[i + 1]]
    const anchor = dated(before) ? before : dated(after) ? after : undefined
    if ((!anchor && (!published || sentence >= LEAD)) || (meaning.unit !== "D" && meaning.unit !== "W") || meaning.mod)
      return
    const embedded = anchor === before || !anchor
    const count = embedded ? -meaning.count : meaning.count
    const day = anchor ? daysOf(anchor.value.timex)!.first : published!
    const date = recordDate(dayValue(shifted(day, count, meaning.unit)))
    const value = {
      ...draft.value,
      type: "DATE" as const,
      timex: dayValue(shifted(day, count, meaning.unit)),
      date,
      certainty: "implied" as const,
      ...(anchor?.value.zone ? { zone: anchor.value.zone } : {}),
      reason: `${counted(count, meaning.unit)} ${count < 0 ? "before" : "after"} ${anchor ? `${anchor.value.timex} in the same sentence` : `publication on ${dayValue(day)}, the day of the lead`}`,
    }
    drafts[i] = { ...draft, value, modifies: embedded ? clauseAfter(tokens, draft.after) : draft.modifies }
  })
}

/** "since 8 July" runs to publication, "after 8 July" from the day after; "by 8 July" and "until then" are open at their beginning. */
export function openBounds(text: string, drafts: readonly Draft[], published: Day | undefined): void {
  for (const draft of drafts) {
    const { date, type } = draft.value
    if (date === null || type === "DURATION" || type === "SET" || date.includes("/") || date.startsWith("..")) continue
    const signal =
      /\b(since|until|till|by|before|prior to|earlier than|sooner than|no later than|not later than|starting|starting on|started on|beginning|beginning on|and after|after|later than)\s+(?:the\s+)?$/i
        .exec(text.slice(Math.max(0, draft.from - 18), draft.from))?.[1]
        ?.toLowerCase()
        .replace(/^(?:prior to|earlier than|sooner than)$/, "before")
        .replace(/^no.? later than$/, "by")
        .replace("later than", "after")
    // "hit by October's quake" gives no bound.
    const days = signal && !/^['’]s\b/.test(text.slice(draft.to, draft.to + 3)) && daysOf(date)
    if (!days) continue
    const ahead = published !== undefined && published.until(days.last).days > 0
    if (/^(?:since|start|begin|and)/.test(signal)) {
      if (!published || published.since(days.first).days <= 0) continue
      draft.value = {
        ...draft.value,
        date: interval(days.first, published),
        reason: `${draft.value.reason}; up to publication`,
      }
    } else if (signal === "after") {
      const next = days.last.add({ days: 1 })
      const reached = published !== undefined && published.since(next).days >= 0
      const reason = `${draft.value.reason}; after it${reached ? ", up to publication" : ""}`
      draft.value = {
        ...draft.value,
        date: reached ? interval(next, published) : null,
        mod: draft.value.mod ?? "AFTER",
        reason,
      }
    } else if (ahead && published && /^(?:until|till)$/.test(signal)) {
      draft.value = {
        ...draft.value,
        date: interval(published, days.last),
        reason: `${draft.value.reason}; from publication on`,
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

/** "a vote in six months": the month or day so far ahead; beside a past tense it is only how long something took. */
export function lookAhead(text: string, drafts: readonly Draft[], published: Day | undefined): void {
  for (const draft of drafts) {
    const { meaning, value } = draft
    if (meaning.is !== "duration" || meaning.toward || !published || !draft.ahead) continue
    const { count, unit } = meaning
    // "the first time in six months" looks back.
    if (
      value.mod ||
      /\b(?:first|time|since|lowest|highest|worst)\b[^.]{0,80}$/i.test(
        text.slice(Math.max(0, draft.from - 90), draft.from),
      )
    )
      continue
    if (count === undefined || unit === undefined || unit === "H" || unit === "MIN" || unit === "S") continue
    if (!/\bin\s+$/i.test(text.slice(Math.max(0, draft.from - 5), draft.from))) continue
    const date = recordDate(within(shifted(published, count, unit), unit))
    draft.value = {
      ...value,
      date,
      certainty: "implied",
      reason: `so long after publication on ${dayValue(published)}`,
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
