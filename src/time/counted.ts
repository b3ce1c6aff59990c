import { durationValue, run, SUB_DAY } from "./lengths.ts"
import { calendar, type Meaning } from "./meaning.ts"
import type { Slice } from "./slice.ts"
import { yearAfter } from "./yearNumbers.ts"

/** "yesterday", "early today", "tomorrow night". */
export function deictic(w: Slice): Meaning | undefined {
  const at = w.shape.indexOf("D")
  const night = w.word(at) === "tonight" ? { clock: "NI" } : {}
  return { is: "period", unit: "D", shift: Number(w.value("D")), from: "publication", ...night, ...w.extras() }
}

/** "last week", "the past three years", "earlier this month", "the end of last year". */
export function period(w: Slice): Meaning | undefined {
  const unit = w.unit()
  if (!unit) return undefined
  const count = w.count()
  const which = w.value("LNTH")
  const plural = w.shape.includes("U")
  const definite = w.shape.includes("t")
  const mods = w.mods()
  const past = w.shape.includes("L")
  if (w.shape.includes("G") && (w.value("G") !== "PRESENT_REF" || plural)) return undefined
  if (
    count !== undefined ||
    plural ||
    (which === "past" && !w.shape.startsWith("T")) ||
    (which === "coming" && plural)
  ) {
    if (/[TH]/.test(w.shape) && !past && !w.shape.includes("N"))
      return plural && count === undefined ? undefined : run(count ?? 1, unit, 1)
    return run(count ?? (plural ? "X" : 1), unit, past ? -1 : 1, mods)
  }
  if (SUB_DAY.has(unit)) return run(1, unit, past ? -1 : 1)
  if (w.isName()) return undefined
  switch (which) {
    case "last":
      // "the last day of the feast" is no day before publication.
      if (definite && unit === "D") return undefined
      return { is: "period", unit, shift: -1, from: "publication", ...mods }
    case "past":
      return { is: "period", unit, shift: 0, from: "publication", ...mods }
    case "previous":
      return { is: "period", unit, shift: -1, from: "story", ...mods }
    case "next":
      return { is: "period", unit, shift: 1, from: definite ? "story" : "publication", ...mods }
    case "coming":
      return { is: "period", unit, shift: 1, from: "publication", ...mods }
    case "following":
      return { is: "period", unit, shift: 1, from: "story", ...mods }
    case "this":
    case undefined:
      return { is: "period", unit, shift: 0, from: "publication", ...mods }
    default:
      return { is: "period", unit, shift: 0, from: "story", ...mods }
  }
}

/** "this morning", "last summer", "next May", "this weekend". */
export function namedPeriod(w: Slice): Meaning | undefined {
  const which = w.which()
  const month = w.value("M")
  const season = w.value("S")
  const holiday = w.value("h")
  const way = w.way()
  const extras = w.extras()
  if (month !== undefined) return calendar({ month: Number(month), ...way }, extras)
  if (season !== undefined) return calendar({ season: String(season), ...way }, extras)
  if (holiday !== undefined) return calendar({ holiday: String(holiday), ...way }, extras)
  const shift = which === "last" ? -1 : which === "next" ? 1 : 0
  const story =
    which === "that" ||
    w.value("LNTH") === "following" ||
    w.value("LNTH") === "previous" ||
    (which === "next" && w.shape.includes("t"))
  if (w.shape.includes("K"))
    return { is: "period", unit: "WE", shift, from: story ? "story" : "publication", ...extras }
  // "last night" began yesterday; "that evening" belongs to the day told of.
  return { is: "period", unit: "D", shift, from: story ? "story" : "publication", ...extras }
}

/** "the end of the year", "earlier in the week", "year-end". */
export function edgeOfUnit(w: Slice): Meaning | undefined {
  const unit = w.unit()
  if (!unit) return undefined
  // Edges are of the unit told of: "the end of the month".
  return { is: "period", unit, shift: 0, from: "story", ...w.mods() }
}

/** "the latest period", "the year-ago quarter". */
export function businessPeriod(w: Slice): Meaning | undefined {
  if (w.shape.includes("L")) {
    if (w.value("L") !== "last" || !/latest/.test(w.word(1))) return undefined
    return { is: "period", unit: "Q", shift: -1, from: "publication" }
  }
  const unit = w.unit()!
  if (unit === "Y" && w.shape.endsWith("Q")) return { is: "period", unit: "Q", shift: -4, from: "story" }
  return { is: "offset", count: -1, unit, from: "story" }
}

/** "three days ago", "a year earlier", "two weeks later", "two years from now". */
export function offset(w: Slice): Meaning | undefined {
  const unit = w.unit()
  if (!unit) return undefined
  const plural = w.shape.includes("U")
  const count = w.count() ?? (plural ? "X" : 1)
  const back = /[gB]/.test(w.shape) || w.value("s") === -1
  const from = w.shape.includes("g") || w.shape.includes("G") ? "publication" : "story"
  const sign = back ? -1 : 1
  if (count === "X") return { is: "fixed", value: back ? "PAST_REF" : "FUTURE_REF" }
  // "the week after" and "the day before" are whole units beside the one told of.
  return { is: "offset", count: sign * count, unit, from, ...w.mods() }
}

/** "the day after tomorrow", "two weeks from today". */
export function offsetFromDay(w: Slice): Meaning | undefined {
  const unit = w.unit()
  const count = w.count() ?? 1
  const beside = w.value("s")
  const from = w.word(w.shape.indexOf("i"))
  if (!unit || count === "X" || (beside === undefined && from !== "from")) return undefined
  const to: Meaning = { is: "period", unit: "D", shift: Number(w.value("D")), from: "publication" }
  return { is: "offset", count: count * Number(beside ?? 1), unit, from: to, ...w.mods() }
}

/** Only the length is the expression; "after" is left to the clause it opens. */
export function chain(w: Slice): Meaning | undefined {
  const unit = w.unit()
  if (!unit || SUB_DAY.has(unit)) return undefined
  const definite = w.shape.startsWith("t")
  const count = w.count() ?? (w.shape.includes("U") ? "X" : 1)
  const beside = Number(definite ? w.value("s") : w.valueAt(w.shape.length))
  if (count === "X") return run(count, unit, undefined, w.mods())
  const value = definite ? {} : { value: durationValue(count, unit) }
  return { is: "chain", count: count * beside, unit, ...value, ...w.mods() }
}

/** "the first nine months", "the first week of May". */
export function nth(w: Slice): Meaning | undefined {
  const unit = w.unit()
  const first = w.shape.search(/[OoL]/)
  const value = w.valueAt(first)
  const nth = value === "last" ? -1 : Number(value)
  if (!unit || Number.isNaN(nth)) return undefined
  const inner = /f(.*)$/.exec(w.shape)
  const count = w.count(first + 1)
  if (!inner) {
    if (count !== undefined && nth === 1) return run(count, w.unit()!, undefined)
    return undefined
  }
  const outer = afterOf(w, inner.index + 1)
  if (!outer) return undefined
  if (count !== undefined) return run(count, w.unit()!, undefined)
  return { is: "nth", nth, unit: w.unit()!, in: outer }
}

/** "the 20th of next month". */
export function dayOfThatMonth(w: Slice): Meaning | undefined {
  const outer = nested(w, /[LNTH]u$/)
  return outer && w.unit() === "M" ? { is: "nth", nth: Number(w.value("oO")), unit: "D", in: outer } : undefined
}

/** What "last week" means where it ends a longer expression. */
export function nested(w: Slice, pattern: RegExp): Meaning | undefined {
  const found = pattern.exec(w.shape)
  if (!found) return undefined
  return period(w.part(found.index, found.index + found[0].length))
}

/** What stands after "of": a month, a year, "last year". */
export function afterOf(w: Slice, from: number): Meaning | undefined {
  if (from < 1) return undefined
  const inner = w.part(from)
  if (inner.shape.includes("M")) {
    const year = yearAfter(inner, inner.shape.indexOf("M") + 1)
    return calendar({ month: Number(inner.value("M")), ...(year === undefined ? {} : { year }) }, {})
  }
  if (inner.shape.startsWith("Y")) return calendar({ year: Number(inner.value("Y")) }, {})
  const unit = inner.unit()
  if (!unit) return undefined
  return /[LNT]/.test(inner.shape) ? period(inner) : { is: "period", unit, shift: 0, from: "publication" }
}
