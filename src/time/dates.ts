import { nested } from "./counted.ts"
import { calendar, type Meaning } from "./meaning.ts"
import type { Slice } from "./slice.ts"
import { ERAS, fullYear, yearAfter } from "./yearNumbers.ts"

/** "2022-02-04", "2/4/2022", "04.02.2022", "2022-02-04 10:30 GMT". */
export function iso(w: Slice): Meaning | undefined {
  const raw = String(w.value("I"))
  const clock = /[T ](\d{2}:\d{2}(?::\d{2})?)/.exec(raw)?.[1]
  const extras = { ...w.extras(w.shape.indexOf("I") + 1), ...(clock ? { clock } : {}) }
  if (/^\d{8}$/.test(raw))
    return calendar(
      { year: Number(raw.slice(0, 4)), month: Number(raw.slice(4, 6)), day: Number(raw.slice(6)) },
      extras,
    )
  const numbers = raw.split(/[-/.T ]/).map(Number)
  if (/^\d{4}/.test(raw)) {
    const [year, month, day] = numbers as [number, number, number?]
    if (month < 1 || month > 12 || (day !== undefined && (day < 1 || day > 31))) return undefined
    return calendar({ year, month, ...(/^\d{4}.\d{2}$/.test(raw) || day === undefined ? {} : { day }) }, extras)
  }
  if (/^\d{1,2}[-/]\d{4}$/.test(raw))
    return numbers[0]! >= 1 && numbers[0]! <= 12
      ? calendar({ year: numbers[1]!, month: numbers[0]! }, extras)
      : undefined
  // Month first, as American papers write, unless only the other order gives a date or the marks are full stops.
  const [a, b, y] = numbers as [number, number, number?]
  const dayFirst = a > 12 || raw.includes(".")
  const [month, day] = dayFirst ? [b, a] : [a, b]
  if (month > 12 || month < 1 || day > 31 || day < 1) return undefined
  // "4/22" is a day, "1/2" a fraction unless led in as a day.
  if (y === undefined)
    return day > 12 || w.before(/(?:on|by|since|until|from|to|before|after|and|day)$/)
      ? calendar({ month, day }, extras)
      : undefined
  return calendar({ year: fullYear(y, raw.split(/[-/.]/)[2]!.length), month, day }, extras)
}

/** "February 4, 2022", "the evening of August 5", "4 February", "May", "early May 2021", "7 May last year". */
export function date(w: Slice): Meaning | undefined {
  const at = w.shape.indexOf("M")
  const weekdayOnly = at < 0
  // "Friday, the fourth fall in a row" is no fourth day of a month.
  if (weekdayOnly && w.shape.endsWith("O") && w.after(GOES_ON) && !w.after(STANDS)) return undefined
  const lead = at > 0 && /^Y/.test(w.shape) ? Number(w.value("Y")) : undefined
  const days = dayNumbers(w, at)
  const month = weekdayOnly ? undefined : Number(w.valueAt(at))
  const year = weekdayOnly ? undefined : (lead ?? yearAfter(w, at + 1))
  const outer = /[LNTH]u$/.test(w.shape) ? nested(w, /[LNTH]u$/) : undefined
  if (days.length === 0 && year === undefined && !outer && !monthStands(w, at)) return undefined
  const weekday = w.value("W")
  const extras = w.extras()
  // "the evening of March" and "10 a.m. in May" have no day to belong to.
  if (extras.clock && days.length === 0) return undefined
  const date = calendar(
    {
      ...(year === undefined ? {} : { year }),
      ...(month === undefined ? {} : { month }),
      ...(days[0] === undefined ? {} : { day: days[0] }),
      ...(days[1] === undefined ? {} : { untilDay: days[1] }),
      ...(weekday === undefined ? {} : { weekday: Number(weekday) }),
      ...(outer ? { in: outer } : {}),
      ...(/[LNTH]M/.test(w.shape) && year === undefined ? { which: w.which()! } : {}),
    },
    extras,
  )
  // "the week of March 6" is the week that holds the day; "the month of March" is March.
  const whole = /t?uf/.test(w.shape.slice(0, Math.max(0, at))) && days.length > 0 ? w.unit() : undefined
  return whole ? { is: "nth", nth: 1, unit: whole, in: date } : date
}

/** Words that follow on "the 25th" or "Friday the fourth", and those after which it is still a day. */
const GOES_ON = /^[\s-]*[\p{L}]/u
const STANDS = /^\s+(?:and|at|to|that|in|the|when|with|by|for|from|but|before|after|until)\b/

/** "the 25th", where nothing after it says of what. */
export function dayOfMonth(w: Slice): Meaning | undefined {
  const day = Number(w.value("o"))
  const bracketed = w.before(/\($/)
  if (!bracketed && w.after(GOES_ON) && !w.after(STANDS)) return undefined
  if (!bracketed && !w.before(/(?:on|by|until|till|since|from|through|to|of|and|before|after)$/i)) return undefined
  return { is: "dayOfMonth", day }
}

/** "Christmas", "Easter 2021". */
export function holiday(w: Slice): Meaning | undefined {
  const year = yearAfter(w, 1)
  return calendar({ holiday: String(w.value("h")), ...(year === undefined ? {} : { year }) }, w.extras(1))
}

/** "Juche 111". */
export function era(w: Slice): Meaning | undefined {
  const year = (ERAS[w.word(0)] ?? 0) + Number(w.valueAt(1))
  const month = w.value("M")
  return calendar({ year, ...(month === undefined ? {} : { month: Number(month) }) }, {})
}

function dayNumbers(w: Slice, month: number): number[] {
  const days: number[] = []
  for (let i = 0; i < w.shape.length; i++) {
    const part = w.shape[i]
    if (part === "O") {
      const nth = Number(w.valueAt(i))
      const tens = /c-?$/.test(w.shape.slice(0, i)) ? Number(w.value("c")) : 0
      if (tens + nth >= 1 && tens + nth <= 31) days.push(tens + nth)
      continue
    }
    if (part !== "d" && part !== "o") continue
    const next = w.shape.slice(i + 1)
    const clock = /^-?(?:P|C)/.test(next)
    const apostrophe = w.shape[i - 1] === "'" || w.shape[i - 1] === "j"
    const yearOfDash = w.shape[i - 1] === "-" && w.shape[i - 2] === "M" && month === i - 2 && days.length > 0
    if (!clock && !apostrophe && !yearOfDash) days.push(Number(w.valueAt(i)))
  }
  return days.slice(0, 2)
}

/** Whether a month's bare name is a month: "in May", not "May I". */
function monthStands(w: Slice, at: number): boolean {
  const raw = w.raw(at)
  if (at > 0) return true
  const doubtful = /^(?:may|march|august|mar|sun|jan|jun)$/i.test(raw)
  if (!doubtful)
    return (
      raw.length > 3 ||
      raw.endsWith(".") ||
      w.before(/(?:in|of|since|until|by|from|to|through|and|between|this|last|next)$/i)
    )
  return (
    w.before(
      /(?:\b(?:in|of|since|until|till|by|from|to|through|during|between|and|or|before|after|for|as|early|late|mid)|-)$/i,
    ) && !w.after(/^\s+[A-Z]/)
  )
}
