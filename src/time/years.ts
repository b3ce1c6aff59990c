import { nested } from "./counted.ts"
import { calendar, type Meaning } from "./meaning.ts"
import type { Slice } from "./slice.ts"
import { fullYear, spelledYear, yearAfter } from "./yearNumbers.ts"

/** "2022", "early 1998", "1914–18", "fiscal 1989", "490 BC", "nineteen ninety-six". */
export function year(w: Slice): Meaning | undefined {
  const spelled = w.shape.includes("c") ? spelledYear(w, w.shape.indexOf("c")) : undefined
  if (w.shape.includes("c") || w.shape.includes("b")) {
    const millennium = w.shape.includes("b") ? w.count(w.shape.indexOf("c"), w.shape.length) : undefined
    const year = spelled ?? (typeof millennium === "number" ? millennium : undefined)
    return year !== undefined && year > 1000 && year < 2200 ? calendar({ year }, w.mods()) : undefined
  }
  const fiscal = w.shape.includes("F")
  const at = w.shape.search(/[Ydn]/)
  const number = Number(w.valueAt(at))
  const until = /[-/][Ydn]r?$/.test(w.shape) ? Number(w.valueAt(w.shape.search(/[Ydn]r?$/))) : undefined
  const era = w.value("r")
  if (era !== undefined) {
    const sign = Number(era)
    return calendar({ year: sign * number, ...(until === undefined ? {} : { untilYear: sign * until }) }, w.mods())
  }
  if (!fiscal && !yearStands(w, at, until !== undefined)) return undefined
  const year = number < 100 ? fullYear(number, w.raw(at).length) : number
  if (until !== undefined) {
    const full = until >= 1000 ? until : Number(String(year).slice(0, -2)) * 100 + until
    if (full <= year || full - year > 150) return undefined
    return calendar({ year, untilYear: full }, w.mods())
  }
  return calendar({ year, ...(fiscal ? { fiscal: true } : {}) }, w.mods())
}

/** "the 1990s", "the early '80s", "the late 19th century". */
export function decade(w: Slice): Meaning | undefined {
  const decade = w.value("R")
  if (decade !== undefined) {
    const digits = String(decade)
    const known =
      digits.length === 3 ? digits : `${digits.length === 1 && Number(digits) <= 2 ? 20 : 19}${digits.slice(-1)}`
    return { is: "fixed", value: known, ...w.mods() }
  }
  if (w.unit() !== "C") return undefined
  const ordinals = w.all("oO").map(Number)
  const tens = /c-?[oO]/.test(w.shape) ? Number(w.value("c")) : 0
  const nth = ordinals.reduce((sum, n) => sum + n, 0) + tens
  return nth > 1 && nth < 100 ? { is: "fixed", value: String(nth - 1).padStart(2, "0"), ...w.mods() } : undefined
}

/** "summer 2021", "late winter". */
export function season(w: Slice): Meaning | undefined {
  const at = w.shape.indexOf("S")
  const year = yearAfter(w, at + 1)
  const outer = /[LNT]u$/.test(w.shape) ? nested(w, /[LNT]u$/) : undefined
  const name = w.word(at)
  // "a fall of 3 %", "spring a surprise": such words need company to be a season.
  const alone = year === undefined && !outer
  if (
    alone &&
    !w.before(/(?:^|\W)(?:in|during|since|until|by|through|each|every|over|for)$/i) &&
    !/^te?S/.test(w.shape)
  )
    return undefined
  if (alone && (name === "fall" || name === "spring") && w.after(/^\s*(?:of|in|from|to)\b/)) return undefined
  return calendar(
    { season: String(w.value("S")), ...(year === undefined ? {} : { year }), ...(outer ? { in: outer } : {}) },
    w.extras(),
  )
}

/** "the first quarter of 2022", "Q3", "the second half of last year", "the last half of 2021". */
export function quarter(w: Slice): Meaning | undefined {
  const q = w.shape.search(/[QV]/)
  const nth = Number(w.value("VJ") ?? w.value("Oo") ?? w.value("c") ?? (w.value("L") === "last" ? -1 : undefined))
  const half = q < 0
  if (!(nth >= 1 && nth <= (half ? 2 : 4)) && nth !== -1) return undefined
  const last = half ? 2 : 4
  const lead = /^t?Y/.test(w.shape) ? Number(w.value("Y")) : undefined
  const year = lead ?? yearAfter(w, Math.max(q, w.shape.search(/[vJ]/)) + 1)
  const outer = /[LNT]F?u/.test(w.shape) ? nested(w, /[LNT]F?u/) : undefined
  if (half && year === undefined && !outer && !w.shape.endsWith("u")) return undefined
  const ofTheYear: Meaning | undefined = w.shape.endsWith("ftu")
    ? { is: "period", unit: "Y", shift: 0, from: "story" }
    : undefined
  const fields = half ? { half: nth === -1 ? last : nth } : { quarter: nth === -1 ? last : nth }
  return calendar(
    {
      ...fields,
      ...(year === undefined ? {} : { year }),
      ...((outer ?? ofTheYear) ? { in: (outer ?? ofTheYear)! } : {}),
      ...(w.shape.includes("F") && year !== undefined ? { fiscal: true } : {}),
    },
    w.mods(),
  )
}

/** Whether four digits (mark `at`) are a year, not a count: "2021", not "2,021 troops" or "2021 troops". */
function yearStands(w: Slice, at: number, range: boolean): boolean {
  const raw = w.raw(at)
  const year = Number(raw)
  if (/^'/.test(w.shape)) return raw.length === 2 && w.before(/(?:in|of|since|until|from|to|during|by|class)$/i)
  // "555-1212", "133-03-2020": numbers of telephones and files.
  if (w.before(/\d[-–.]$/)) return false
  if (range) return true
  if (w.shape.length > 1) return true
  const led = w.before(
    /(?:\b(?:in|of|since|until|till|by|from|to|through|during|between|and|before|after|for|as|early|late|mid|around|circa|year|than|the|and)|[(,/–-])$/i,
  )
  if (w.before(/(?:[$€£#]|\bNo\.?|number|resolution|about|some|nearly|almost)$/i)) return false
  if (
    w.after(
      /^\s*(?:percent|%|people|men|women|points?|miles|meters|metres|km|kilometers|feet|tons|troops|soldiers|shares|jobs|dollars|yen|won|hours|days|years|members|others)/,
    )
  )
    return false
  if (w.after(/^[-–]\d/) || w.after(/^[.:]\d/)) return false
  return (led && year >= 1000) || (year >= 1800 && year < 2100)
}
