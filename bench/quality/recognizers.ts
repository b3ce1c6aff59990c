import { readdirSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import type { Span } from "../../src/model/document.ts"
import type { Time } from "../../src/model/layers.ts"
import { Pipeline } from "../../src/model/stage.ts"
import { sentences } from "../../src/text/sentences.ts"
import { tokens } from "../../src/text/tokens.ts"
import { daysOf } from "../../src/time/calendar.ts"
import { times } from "../../src/time/times.ts"
import type { Task } from "../task.ts"

/** A value as the specifications write it: `start` and `end` of a range, the end being the first moment after it. */
interface SpecValue {
  readonly timex?: string
  readonly value?: string
  readonly start?: string
  readonly end?: string
}

interface Expected {
  readonly text: string
  readonly kind: string
  readonly values: readonly SpecValue[]
}

interface Case {
  readonly name: string
  readonly input: string
  readonly reference: string | undefined
  readonly expected: readonly Expected[]
}

/** Kinds whose behaviour we do not share, and why. They count as not right. */
export const EXCLUDED: Readonly<Record<string, string>> = {
  datetimealt:
    "alternatives for a calendar assistant (“Monday or Tuesday at 3”); a report's times stand each for itself",
  timezone: "a zone alone is no time; we read zones only beside a time",
  timerange: "hours of the day without a day date no event",
}

interface Raw {
  readonly Input: string
  readonly Context?: { readonly ReferenceDateTime?: string }
  readonly Results?: readonly {
    readonly Text: string
    readonly Type?: string
    readonly TypeName?: string
    readonly Value?: Resolutions
    readonly Resolution?: Resolutions
  }[]
}

interface Resolutions {
  readonly Timex?: string
  readonly values?: readonly SpecValue[]
  readonly FutureResolution?: Readonly<Record<string, string>>
  readonly PastResolution?: Readonly<Record<string, string>>
}

function readCases(file: string): Case[] {
  const raw = JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, "")) as readonly Raw[]
  return raw.map(({ Input, Context, Results = [] }, i) => ({
    name: `${basename(file, ".json")}#${i}`,
    input: Input,
    reference: Context?.ReferenceDateTime,
    expected: Results.map(({ Text, Type, TypeName, Value, Resolution }) => ({
      text: Text,
      kind: (TypeName ?? Type ?? "").replace("datetimeV2.", ""),
      values: valuesOf(Value ?? Resolution),
    })),
  }))
}

function valuesOf(resolutions: Resolutions | undefined): SpecValue[] {
  if (!resolutions) return []
  if (resolutions.values) return [...resolutions.values]
  const { Timex } = resolutions
  return [resolutions.FutureResolution, resolutions.PastResolution].flatMap(way => {
    if (!way) return []
    const pick = (...names: string[]) => names.map(name => way[name]).find(found => found !== undefined)
    const value = pick("date", "dateTime", "time", "duration", "set")
    const start = pick("startDate", "startDateTime", "startTime")
    const end = pick("endDate", "endDateTime", "endTime")
    return [
      {
        ...(Timex ? { timex: Timex } : {}),
        ...(value ? { value } : {}),
        ...(start ? { start } : {}),
        ...(end ? { end } : {}),
      },
    ]
  })
}

/** Words that open an expression there and are left outside by TIMEX3, or the other way round. */
const LEADING =
  /^(?:once|from|between|in|on|at|by|since|until|till|before|after|within|for|during|the|a|an|of|as|and|or|than|later|earlier|no|not|prior|to|up|starting|ending|start|end|beginning|through|over|around|about|equal|any|time|anytime|every|this|that)\b[\s-]*/i
const bare = (text: string) => {
  let words = text.trim().toLowerCase()
  for (let next = words.replace(LEADING, ""); next !== words; next = words.replace(LEADING, "")) words = next
  return words.replace(/[\s.,;)]+$/, "")
}

/** Hours that the specifications give to the parts of a day. */
const HOURS: Readonly<Record<string, readonly [string, string]>> = {
  MO: ["08:00:00", "12:00:00"],
  AF: ["12:00:00", "16:00:00"],
  EV: ["16:00:00", "20:00:00"],
  NI: ["20:00:00", "23:59:59"],
}

/** Whether our reading of an expression says the same as one of the values expected. */
function agrees(time: Time, kind: string, values: readonly SpecValue[]): boolean {
  if (values.length === 0) return true
  const clock = /T(.+)$/.exec(time.timex)?.[1]
  switch (kind) {
    case "date":
      return values.some(({ value }) => value === time.date)
    case "daterange":
      return values.some(
        ({ start, end }) => sameDays(time.date, start, end) || (end === undefined && startsAfter(time, start)),
      )
    case "datetime":
      return values.some(({ value }) => value !== undefined && `${time.date} ${withSeconds(clock)}` === value)
    case "time":
      return values.some(({ value }) => value !== undefined && withSeconds(clock) === value)
    case "datetimerange": {
      const hours = clock === undefined ? undefined : HOURS[clock]
      return values.some(
        ({ start, end }) => hours && start === `${time.date} ${hours[0]}` && end === `${time.date} ${hours[1]}`,
      )
    }
    case "duration":
    case "set":
      return values.some(({ timex }) => timex === time.timex)
    default:
      return false
  }
}

const withSeconds = (clock: string | undefined) => (clock && /^\d\d:\d\d$/.test(clock) ? `${clock}:00` : (clock ?? ""))

/** "after 2030": days to come that are open at their end have no date of record, only a bound. */
const startsAfter = ({ date, mod, timex }: Time, start: string | undefined) =>
  date === null && mod === "AFTER" && daysOf(timex)?.last.add({ days: 1 }).toString() === start

function sameDays(date: string | null, start: string | undefined, end: string | undefined): boolean {
  if (date === null) return false
  const open = date.startsWith("..")
  const [a, b = a] = date.replace("..", "").split("/") as [string, string?]
  const [first, last] = [daysOf(a)?.first, daysOf(b)?.last]
  if (!first || !last) return false
  const next = last.add({ days: 1 }).toString()
  // What is open there ("since May") we close with the day of publication.
  if (end === undefined) return first.toString() === start
  if (open) return start === undefined && (end === next || end === last.toString())
  // A run "from 3 to 5 May" ends on its last day there, a month on the first day after it.
  return first.toString() === start && (next === end || last.toString() === end)
}

const reading = Pipeline.empty.add(sentences).add(tokens).add(times)

/** Our readings of a text; both ends of a run count as one expression, as the specifications have it. */
function read({ name, input, reference }: Case): { readonly time: Time; readonly text: string }[] {
  const doc = reading.read({ id: name, text: input, ...(reference ? { published: reference } : {}) })
  const found: { time: Time; span: Span }[] = []
  for (const time of doc.times) {
    const last = found.at(-1)
    const known = time.date ?? time.partial
    const joined =
      last !== undefined &&
      known?.includes("/") &&
      (last.time.date ?? last.time.partial) === known &&
      time.from - last.span.to < 12
    if (last && joined) last.span = { from: last.span.from, to: time.to }
    else found.push({ time, span: time })
  }
  return found.map(({ time, span }) => ({ time, text: input.slice(span.from, span.to) }))
}

/** Cases of Microsoft's Recognizers-Text for English dates and times, read as reports. */
export const recognizers: Task = {
  name: "recognizers",
  means: "Recognizers-Text date-time cases right, by kind",
  usage: "JSON-FOLDER…",
  run: async paths => {
    const files = paths.flatMap(path =>
      statSync(path).isDirectory()
        ? readdirSync(path)
            .filter(name => name.endsWith(".json"))
            .map(name => join(path, name))
        : [path],
    )
    const items: Record<string, { right: boolean; read: string }> = {}
    const kinds = new Map<string, { right: number; all: number }>()
    let right = 0
    let all = 0
    for (const test of files.flatMap(readCases)) {
      const found = read(test)
      const { expected } = test
      const excluded = expected.some(({ kind }) => EXCLUDED[kind])
      const good =
        !excluded &&
        expected.length === found.length &&
        expected.every(
          ({ text, kind, values }, i) => bare(found[i]!.text) === bare(text) && agrees(found[i]!.time, kind, values),
        )
      const kind = [...new Set(expected.map(e => e.kind))].sort().join("+") || "nothing"
      const row = kinds.get(kind) ?? { right: 0, all: 0 }
      kinds.set(kind, { right: row.right + (good ? 1 : 0), all: row.all + 1 })
      if (good) right++
      all++
      items[test.name] = {
        right: good,
        read:
          found.map(({ time }) => `${time.from}-${time.to} ${time.type} ${time.timex} ${time.date}`).join("; ") || "–",
      }
    }
    const rows = [...kinds].sort((a, b) => b[1].all - a[1].all)
    const summary = [
      `${right} of ${all} cases right`,
      ...rows.slice(0, 14).map(([kind, row]) => `  ${kind.padEnd(24)} ${String(row.right).padStart(5)} of ${row.all}`),
      "not shared:",
      ...Object.entries(EXCLUDED).map(([kind, why]) => `  ${kind}: ${why}`),
    ].join("\n")
    return {
      scores: { right, cases: all, fraction: right / all, kinds: Object.fromEntries(rows), excluded: EXCLUDED },
      summary,
      items,
    }
  },
}
