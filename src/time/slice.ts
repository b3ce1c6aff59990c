import words from "../../data/time/words.json" with { type: "json" }
import zones from "../../data/time/zones.json" with { type: "json" }
import type { Unit } from "./calendar.ts"
import type { Marks } from "./marks.ts"
import type { Fields, Meaning, Which } from "./meaning.ts"

type Extras = { readonly mod?: string; readonly clock?: string; readonly zone?: string }

const SUB_DAY: ReadonlySet<string> = new Set(["S", "MIN", "H"])
const COUNT_PARTS = "dncbYaqv"
const ZONES: Readonly<Record<string, string>> = zones.abbreviations
const ERAS: Readonly<Record<string, number>> = words.era

/** A duration as TIMEX3 writes it: P3D, PT10M, PXW. */
export function durationValue(count: number | "X", unit: Unit): string {
  if (unit === "2W") return durationValue(count === "X" ? "X" : count * 2, "W")
  // Counted decades are tens of years; uncounted ones stay decades.
  if (unit === "E" && count !== "X") return `P${count * 10}Y`
  if (unit === "Q") return `P${count}Q`
  if (unit === "HY") return durationValue(count === "X" ? "X" : count * 6, "M")
  // Halves are written in the next smaller unit.
  const smaller: Partial<Record<Unit, string>> = { Y: "6M", H: "30M", MIN: "30S" }
  if (typeof count === "number" && count % 1 === 0.5 && smaller[unit]) {
    const whole = Math.trunc(count) ? durationValue(Math.trunc(count), unit) : unit === "Y" ? "P" : "PT"
    return whole + smaller[unit]
  }
  if (SUB_DAY.has(unit)) return `PT${count}${unit === "MIN" ? "M" : unit}`
  return `P${count}${unit}`
}

/** The words of one match of the grammar, and what they mean. */
export class Slice {
  readonly shape: string
  private readonly text: string
  private readonly marks: Marks
  private readonly start: number
  private readonly end: number

  /** Marks `start` up to, but not including, `end`. */
  constructor(text: string, marks: Marks, start: number, end: number) {
    this.text = text
    this.marks = marks
    this.start = start
    this.end = end
    this.shape = marks.shape.slice(start, end)
  }

  // The calendar

  iso(): Meaning | undefined {
    const raw = String(this.value("I"))
    const clock = /[T ](\d{2}:\d{2}(?::\d{2})?)/.exec(raw)?.[1]
    const extras = { ...this.extras(this.shape.indexOf("I") + 1), ...(clock ? { clock } : {}) }
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
    if (/^\d{1,2}\/\d{4}$/.test(raw))
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
      return day > 12 || this.before(/(?:on|by|since|until|from|to|before|after|and|day)$/)
        ? calendar({ month, day }, extras)
        : undefined
    return calendar({ year: fullYear(y, raw.split(/[-/.]/)[2]!.length), month, day }, extras)
  }

  date(): Meaning | undefined {
    const at = this.shape.indexOf("M")
    const weekdayOnly = at < 0
    const lead = at > 0 && /^Y/.test(this.shape) ? Number(this.value("Y")) : undefined
    const days = this.dayNumbers(at)
    const month = weekdayOnly ? undefined : Number(this.marks.value[this.start + at])
    const year = weekdayOnly ? undefined : (lead ?? this.yearAfter(at + 1))
    const outer = /[LNTH]u$/.test(this.shape) ? this.nested(/[LNTH]u$/) : undefined
    if (days.length === 0 && year === undefined && !outer && !this.monthStands(at)) return undefined
    const weekday = this.value("W")
    const extras = this.extras()
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
        ...(/[LNTH]M/.test(this.shape) && year === undefined ? { which: this.which()! } : {}),
      },
      extras,
    )
    // "the week of March 6" is the week that holds the day; "the month of March" is March.
    const whole = /t?uf/.test(this.shape.slice(0, Math.max(0, at))) && days.length > 0 ? this.unit() : undefined
    return whole ? { is: "nth", nth: 1, unit: whole, in: date } : date
  }

  weekday(): Meaning | undefined {
    const weekday = Number(this.value("W"))
    if (!this.abbreviationStands()) return undefined
    const which = this.which()
    const outer = this.nested(/[LNTH]u$/) ?? this.nested(/^[LNTH]u/)
    if (outer) return calendar({ weekday, in: outer }, this.extras())
    return calendar({ weekday, ...(which ? { which } : {}) }, this.extras())
  }

  nthWeekday(): Meaning | undefined {
    const value = this.marks.value[this.start + this.shape.search(/[OoL]/)]
    const nth = value === "last" ? -1 : Number(value)
    const outer = this.outer(this.shape.search(/W[fi]/) + 2)
    if (!outer || Number.isNaN(nth)) return undefined
    return { is: "nth", nth, unit: "W", weekday: Number(this.value("W")), in: outer }
  }

  dayOfThatMonth(): Meaning | undefined {
    const outer = this.nested(/[LNTH]u$/)
    return outer && this.unit() === "M" ? { is: "nth", nth: Number(this.value("oO")), unit: "D", in: outer } : undefined
  }

  offsetFromDay(): Meaning | undefined {
    const unit = this.unit()
    const count = this.count() ?? 1
    const beside = this.value("s")
    const from = this.word(this.shape.indexOf("i"))
    if (!unit || count === "X" || (beside === undefined && from !== "from")) return undefined
    const to: Meaning = { is: "period", unit: "D", shift: Number(this.value("D")), from: "publication" }
    return { is: "offset", count: count * Number(beside ?? 1), unit, from: to, ...this.mods() }
  }

  deictic(): Meaning | undefined {
    const at = this.shape.indexOf("D")
    const night = this.word(at) === "tonight" ? { clock: "NI" } : {}
    return { is: "period", unit: "D", shift: Number(this.value("D")), from: "publication", ...night, ...this.extras() }
  }

  holiday(): Meaning | undefined {
    const year = this.yearAfter(1)
    return calendar({ holiday: String(this.value("h")), ...(year === undefined ? {} : { year }) }, this.extras(1))
  }

  season(): Meaning | undefined {
    const at = this.shape.indexOf("S")
    const year = this.yearAfter(at + 1)
    const outer = /[LNT]u$/.test(this.shape) ? this.nested(/[LNT]u$/) : undefined
    const name = this.word(at)
    // "a fall of 3 %", "spring a surprise": such words need company to be a season.
    const alone = year === undefined && !outer
    if (
      alone &&
      !this.before(/(?:^|\W)(?:in|during|since|until|by|through|each|every|over|for)$/i) &&
      !/^te?S/.test(this.shape)
    )
      return undefined
    if (alone && (name === "fall" || name === "spring") && this.after(/^\s*(?:of|in|from|to)\b/)) return undefined
    return calendar(
      { season: String(this.value("S")), ...(year === undefined ? {} : { year }), ...(outer ? { in: outer } : {}) },
      this.extras(),
    )
  }

  quarter(): Meaning | undefined {
    const q = this.shape.search(/[QV]/)
    const nth = Number(this.value("VJ") ?? this.value("Oo") ?? this.value("c"))
    const half = q < 0
    if (!(nth >= 1 && nth <= (half ? 2 : 4)) && nth !== -1) return undefined
    const last = half ? 2 : 4
    const lead = this.shape.startsWith("Y") ? Number(this.value("Y")) : undefined
    const year = lead ?? this.yearAfter(Math.max(q, this.shape.search(/[vJ]/)) + 1)
    const outer = /[LNT]F?u/.test(this.shape) ? this.nested(/[LNT]F?u/) : undefined
    if (half && year === undefined && !outer && !this.shape.endsWith("u")) return undefined
    const ofTheYear: Meaning | undefined = this.shape.endsWith("ftu")
      ? { is: "period", unit: "Y", shift: 0, from: "story" }
      : undefined
    const fields = half ? { half: nth === -1 ? last : nth } : { quarter: nth === -1 ? last : nth }
    return calendar(
      {
        ...fields,
        ...(year === undefined ? {} : { year }),
        ...((outer ?? ofTheYear) ? { in: (outer ?? ofTheYear)! } : {}),
        ...(this.shape.includes("F") && year !== undefined ? { fiscal: true } : {}),
      },
      this.mods(),
    )
  }

  year(): Meaning | undefined {
    const spelled = this.shape.includes("c") ? this.spelledYear(this.shape.indexOf("c")) : undefined
    if (this.shape.includes("c") || this.shape.includes("b")) {
      const millennium = this.shape.includes("b") ? this.count(this.shape.indexOf("c"), this.shape.length) : undefined
      const year = spelled ?? (typeof millennium === "number" ? millennium : undefined)
      return year !== undefined && year > 1000 && year < 2200 ? calendar({ year }, this.mods()) : undefined
    }
    const fiscal = this.shape.includes("F")
    const at = this.shape.search(/[Ydn]/)
    const number = Number(this.marks.value[this.start + at])
    const until = /[-/][Ydn]r?$/.test(this.shape)
      ? Number(this.marks.value[this.start + this.shape.search(/[Ydn]r?$/)])
      : undefined
    const era = this.value("r")
    if (era !== undefined) {
      const sign = Number(era)
      return calendar({ year: sign * number, ...(until === undefined ? {} : { untilYear: sign * until }) }, this.mods())
    }
    if (!fiscal && !this.yearStands(at, until !== undefined)) return undefined
    const year = number < 100 ? fullYear(number, this.raw(at).length) : number
    if (until !== undefined) {
      const full = until >= 1000 ? until : Number(String(year).slice(0, -2)) * 100 + until
      if (full <= year || full - year > 150) return undefined
      return calendar({ year, untilYear: full }, this.mods())
    }
    return calendar({ year, ...(fiscal ? { fiscal: true } : {}) }, this.mods())
  }

  era(): Meaning | undefined {
    const year = (ERAS[this.word(0)] ?? 0) + Number(this.marks.value[this.start + 1])
    const month = this.value("M")
    return calendar({ year, ...(month === undefined ? {} : { month: Number(month) }) }, {})
  }

  dayOfMonth(): Meaning | undefined {
    const day = Number(this.value("o"))
    const bracketed = this.before(/\($/)
    if (
      !bracketed &&
      this.after(/^[\s-]*[\p{L}]/u) &&
      !this.after(/^\s+(?:and|at|to|that|in|the|when|with|by|for|from|but|before|after|until)\b/)
    )
      return undefined
    if (!bracketed && !this.before(/(?:on|by|until|till|since|from|through|to|of|and|before|after)$/i)) return undefined
    return { is: "dayOfMonth", day }
  }

  // Counted from an anchor

  period(): Meaning | undefined {
    const unit = this.unit()
    if (!unit) return undefined
    const count = this.count()
    const which = this.value("LNTH")
    const plural = this.shape.includes("U")
    const definite = this.shape.includes("t")
    const mods = this.mods()
    const past = this.shape.includes("L")
    if (this.shape.includes("G") && (this.value("G") !== "PRESENT_REF" || plural)) return undefined
    if (
      count !== undefined ||
      plural ||
      (which === "past" && !this.shape.startsWith("T")) ||
      (which === "coming" && plural)
    ) {
      if (/[TH]/.test(this.shape) && !past && !this.shape.includes("N"))
        return plural && count === undefined ? undefined : this.run(count ?? 1, unit, 1)
      return this.run(count ?? (plural ? "X" : 1), unit, past ? -1 : 1, mods)
    }
    if (SUB_DAY.has(unit)) return this.run(1, unit, past ? -1 : 1)
    if (this.isName()) return undefined
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

  namedPeriod(): Meaning | undefined {
    const which = this.which()
    const month = this.value("M")
    const season = this.value("S")
    const holiday = this.value("h")
    const way = which ? { which } : {}
    const extras = this.extras()
    if (month !== undefined) return calendar({ month: Number(month), ...way }, extras)
    if (season !== undefined) return calendar({ season: String(season), ...way }, extras)
    if (holiday !== undefined) return calendar({ holiday: String(holiday), ...way }, extras)
    const shift = which === "last" ? -1 : which === "next" ? 1 : 0
    const story =
      which === "that" ||
      this.value("LNTH") === "following" ||
      this.value("LNTH") === "previous" ||
      (which === "next" && this.shape.includes("t"))
    if (this.shape.includes("K"))
      return { is: "period", unit: "WE", shift, from: story ? "story" : "publication", ...extras }
    // "last night" began yesterday; "that evening" belongs to the day told of.
    return { is: "period", unit: "D", shift, from: story ? "story" : "publication", ...extras }
  }

  edgeOfUnit(): Meaning | undefined {
    const unit = this.unit()
    if (!unit) return undefined
    // Edges are of the unit told of: "the end of the month".
    return { is: "period", unit, shift: 0, from: "story", ...this.mods() }
  }

  offset(): Meaning | undefined {
    const unit = this.unit()
    if (!unit) return undefined
    const plural = this.shape.includes("U")
    const count = this.count() ?? (plural ? "X" : 1)
    const back = /[gB]/.test(this.shape) || this.value("s") === -1
    const from = this.shape.includes("g") || this.shape.includes("G") ? "publication" : "story"
    const sign = back ? -1 : 1
    if (count === "X") return { is: "fixed", value: back ? "PAST_REF" : "FUTURE_REF" }
    // "the week after" and "the day before" are whole units beside the one told of.
    return { is: "offset", count: sign * count, unit, from, ...this.mods() }
  }

  /** Only the length is the expression; "after" is left to the clause it opens. */
  chain(): Meaning | undefined {
    const unit = this.unit()
    if (!unit || SUB_DAY.has(unit)) return undefined
    const definite = this.shape.startsWith("t")
    const count = this.count() ?? (this.shape.includes("U") ? "X" : 1)
    const beside = Number(definite ? this.value("s") : this.marks.value[this.end])
    if (count === "X") return this.run(count, unit, undefined, this.mods())
    const value = definite ? {} : { value: durationValue(count, unit) }
    return { is: "chain", count: count * beside, unit, ...value, ...this.mods() }
  }

  businessPeriod(): Meaning | undefined {
    if (this.shape.includes("L")) {
      if (this.value("L") !== "last" || !/latest/.test(this.word(1))) return undefined
      return { is: "period", unit: "Q", shift: -1, from: "publication" }
    }
    return { is: "offset", count: -1, unit: this.unit()!, from: "story" }
  }

  duration(): Meaning | undefined {
    const unit = this.unit()
    if (!unit || this.isName()) return undefined
    // "a 62-year-old" is somebody; "62 years old" says how long.
    if (/u-l$/.test(this.shape) && this.word(this.shape.length - 1).startsWith("old")) return undefined
    // "three-quarters of them", "a quarter of the vote" are shares.
    if (unit === "Q" && (/-Q/.test(this.shape) || this.after(/^\s+of\b/))) return undefined
    const plural = this.shape.includes("U")
    const counted = this.count()
    const count = counted ?? (plural ? "X" : 1)
    const article = this.shape === "au"
    // "$3 million a year", "twice a week": how often, not how long.
    if (
      article &&
      this.before(
        /(?:\d|percent|%|cents?|times|twice|once|million|billion|dollars?|pounds?|yen|won|barrels?|tons?|tonnes|people|hours|days)$/i,
      )
    )
      return { is: "set", value: durationValue(1, unit) }
    if (counted === undefined && plural && unit === "S") return undefined
    const half = this.shape.endsWith("iav") && count !== "X" ? 0.5 : 0
    return this.run(count === "X" ? "X" : count + half, unit, undefined, this.mods())
  }

  nth(): Meaning | undefined {
    const unit = this.unit()
    const first = this.shape.search(/[OoL]/)
    const value = this.marks.value[this.start + first]
    const nth = value === "last" ? -1 : Number(value)
    if (!unit || Number.isNaN(nth)) return undefined
    const inner = /f(.*)$/.exec(this.shape)
    const count = this.count(first + 1)
    if (!inner) {
      if (count !== undefined && nth === 1) return this.run(count, this.unit()!, undefined)
      return undefined
    }
    const outer = this.outer(inner.index + 1)
    if (!outer) return undefined
    if (count !== undefined) return this.run(count, this.unit()!, undefined)
    return { is: "nth", nth, unit: this.unit()!, in: outer }
  }

  // Durations, sets, references

  set(): Meaning | undefined {
    const regular = this.value("y")
    if (regular !== undefined) {
      const name = this.word(this.shape.indexOf("y"))
      if (/^[A-Z]/.test(this.raw(this.shape.indexOf("y"))) && !this.startsSentence()) return undefined
      return name === "" ? undefined : { is: "set", value: String(regular) }
    }
    const weekday = this.value("w") ?? this.value("W")
    const part = this.value("p")
    if (weekday !== undefined) return { is: "set", value: `XXXX-WXX-${weekday}${part ? `T${part}` : ""}` }
    if (part !== undefined) return { is: "set", value: `XXXX-XX-XXT${part}` }
    if (this.shape.includes("K")) return { is: "set", value: "XXXX-WXX-WE" }
    if (this.shape.includes("S")) return { is: "set", value: `XXXX-${this.value("S")}` }
    if (this.shape.includes("M")) return { is: "set", value: `XXXX-${String(this.value("M")).padStart(2, "0")}` }
    const unit = this.unit()
    if (!unit) return undefined
    const ordinal = this.value("O")
    return { is: "set", value: durationValue(this.count() ?? (ordinal === undefined ? 1 : Number(ordinal)), unit) }
  }

  reference(): Meaning | undefined {
    if (this.shape === "tL") {
      const past =
        this.value("L") === "past" &&
        this.before(/(?:in|of|from|with|than|to|unlike|like)$/i) &&
        !this.after(/^[\s-]*\w/)
      return past ? { is: "fixed", value: "PAST_REF" } : undefined
    }
    // "the recent talks", "future plans": an adjective alone is no expression of time.
    const adjective = /^(?:the )?(?:current|recent|future)$/.test(this.words())
    if (
      adjective &&
      (this.words() !== "the future" || this.after(/^\s*-?[a-z]/)) &&
      !this.after(/^ (?:of|and|is|was|will|for|to|as|that|with)\b/)
    )
      return undefined
    if (adjective && this.words() !== "the future") return undefined
    if (/^t/.test(this.shape) && !/future|term/.test(this.words())) return undefined
    return { is: "fixed", value: String(this.value("G")) }
  }

  decade(): Meaning | undefined {
    const decade = this.value("R")
    if (decade !== undefined) {
      const digits = String(decade)
      const known =
        digits.length === 3 ? digits : `${digits.length === 1 && Number(digits) <= 2 ? 20 : 19}${digits.slice(-1)}`
      return { is: "fixed", value: known, ...this.mods() }
    }
    if (this.unit() !== "C") return undefined
    const ordinals = this.all("oO").map(Number)
    const tens = /c-?[oO]/.test(this.shape) ? Number(this.value("c")) : 0
    const nth = ordinals.reduce((sum, n) => sum + n, 0) + tens
    return nth > 1 && nth < 100 ? { is: "fixed", value: String(nth - 1).padStart(2, "0"), ...this.mods() } : undefined
  }

  clockAlone(): Meaning | undefined {
    const extras = this.extras()
    if (!extras.clock) return undefined
    const name = this.word(this.shape.indexOf("p"))
    if (this.shape.replace(/[~te]/g, "") === "p") {
      const certain = ["noon", "midnight", "overnight", "midday"].includes(name)
      if (!certain && !this.shape.includes("t")) return undefined
      if (!certain && !this.before(/(?:in|during|by|until|of|through|late|early)$/i)) return undefined
    }
    // "9:11" alone may be a score or a verse.
    if (
      /^k$/.test(this.shape) &&
      !this.before(/(?:at|by|until|till|from|to|around|about|before|after|since|between|and)$/i)
    )
      return undefined
    return { is: "period", unit: "D", shift: 0, from: "story", ...extras }
  }

  weekend(): Meaning | undefined {
    if (!this.shape.includes("t") && !this.before(/(?:on|at|over|each|every)$/i)) return undefined
    return calendar({ weekday: 6, season: "WE" }, this.extras())
  }

  // Pieces

  private value(parts: string): string | number | undefined {
    for (let i = 0; i < this.shape.length; i++)
      if (parts.includes(this.shape[i]!)) return this.marks.value[this.start + i]
    return undefined
  }

  private all(parts: string): (string | number)[] {
    return [...this.shape].flatMap((part, i) => (parts.includes(part) ? [this.marks.value[this.start + i]!] : []))
  }

  /** The words of mark `i` of the slice as they stand. */
  private raw(i: number): string {
    return i < 0 || i >= this.shape.length
      ? ""
      : this.text.slice(this.marks.from[this.start + i], this.marks.to[this.start + i])
  }

  private words(): string {
    return this.text.slice(this.marks.from[this.start], this.marks.to[this.end - 1]).toLowerCase()
  }

  private word(i: number): string {
    return this.raw(i).toLowerCase().replaceAll("\n", " ")
  }

  private before(pattern: RegExp): boolean {
    const at = this.marks.from[this.start]!
    return pattern.test(this.text.slice(Math.max(0, at - 24), at).trimEnd())
  }

  private after(pattern: RegExp): boolean {
    const at = this.marks.to[this.end - 1]!
    return pattern.test(this.text.slice(at, at + 24))
  }

  private startsSentence(): boolean {
    return this.start === 0 || this.marks.shape[this.start - 1] === "|"
  }

  private unit(): Unit | undefined {
    return this.all("uUQ")[0] as Unit | undefined
  }

  /** The number before the unit: 3, 2.5, "X" for "several"; `undefined` where none stands there. */
  private count(from = 0, to?: number): number | "X" | undefined {
    let total = 0
    let group = 0
    let seen = false
    const end = to ?? this.shape.search(/[uUQ]/)
    for (let i = from; i < end; i++) {
      const part = this.shape[i]!
      if (!COUNT_PARTS.includes(part)) continue
      const value = this.marks.value[this.start + i]
      if (part === "q") {
        if (value === "X") return "X"
        group = (group || 1) * Number(value)
        seen = true
      } else if (part === "v") {
        group += 0.5
        seen = true
      } else if (part === "a") {
        // "a hundred", "a dozen"; the "a" of "half a day" and "a year" adds nothing.
      } else {
        const n = Number(value)
        if (part !== "b") group += n
        else if (n === 100) group = (group || 1) * 100
        else {
          total += (group || 1) * n
          group = 0
        }
        seen = true
      }
    }
    return seen ? total + group : undefined
  }

  private run(count: number | "X", unit: Unit, toward?: -1 | 1, mods: Extras = {}): Meaning {
    return {
      is: "duration",
      value: durationValue(count, unit),
      ...(toward ? { toward } : {}),
      ...(count === "X" ? {} : { count }),
      unit,
      ...mods,
    }
  }

  private which(): Which | undefined {
    const i = this.shape.search(/[LN]/) >= 0 ? this.shape.search(/[LN]/) : this.shape.search(/[TH]/)
    if (i < 0 || this.shape.indexOf("u") > i) return undefined
    return ({ L: "last", N: "next", T: "this", H: "that" } as const)[this.shape[i] as "L"]
  }

  /** "60 Minutes", "the Hundred Days", "This Week": capitals inside a sentence of small letters make a name. */
  private isName(): boolean {
    const unit = this.raw(this.shape.search(/[uUQ]/))
    return /^[A-Z][a-z]/.test(unit) && this.shape.length > 1
  }

  /** What "last week" means where it ends a longer expression. */
  private nested(pattern: RegExp): Meaning | undefined {
    const found = pattern.exec(this.shape)
    if (!found) return undefined
    return new Slice(
      this.text,
      this.marks,
      this.start + found.index,
      this.start + found.index + found[0].length,
    ).period()
  }

  /** What stands after "of": a month, a year, "last year". */
  private outer(from: number): Meaning | undefined {
    if (from < 1) return undefined
    const inner = new Slice(this.text, this.marks, this.start + from, this.end)
    if (inner.shape.includes("M")) {
      const year = inner.yearAfter(inner.shape.indexOf("M") + 1)
      return calendar({ month: Number(inner.value("M")), ...(year === undefined ? {} : { year }) }, {})
    }
    if (inner.shape.startsWith("Y")) return calendar({ year: Number(inner.value("Y")) }, {})
    const unit = inner.unit()
    if (!unit) return undefined
    return /[LNT]/.test(inner.shape) ? inner.period() : { is: "period", unit, shift: 0, from: "publication" }
  }

  private dayNumbers(month: number): number[] {
    const days: number[] = []
    for (let i = 0; i < this.shape.length; i++) {
      const part = this.shape[i]
      if (part === "O") {
        const nth = Number(this.marks.value[this.start + i])
        const tens = /c-?$/.test(this.shape.slice(0, i)) ? Number(this.value("c")) : 0
        if (tens + nth >= 1 && tens + nth <= 31) days.push(tens + nth)
        continue
      }
      if (part !== "d" && part !== "o") continue
      const next = this.shape.slice(i + 1)
      const clock = /^-?(?:P|C)/.test(next)
      const apostrophe = this.shape[i - 1] === "'" || this.shape[i - 1] === "j"
      const yearOfDash = this.shape[i - 1] === "-" && this.shape[i - 2] === "M" && month === i - 2 && days.length > 0
      if (!clock && !apostrophe && !yearOfDash) days.push(Number(this.marks.value[this.start + i]))
    }
    return days.slice(0, 2)
  }

  /** The year written after mark `from`. */
  private yearAfter(from: number): number | undefined {
    for (let i = from; i < this.shape.length; i++) {
      const part = this.shape[i]
      const value = Number(this.marks.value[this.start + i])
      if (part === "Y" && this.shape[i + 1] !== "z") return value
      if (part === "j") return (ERAS[this.word(i)] ?? 0) + Number(this.marks.value[this.start + i + 1])
      if (this.shape[i - 1] === "'" && (part === "d" || part === "n")) return fullYear(value, 2)
      if (part === "c" && this.shape[i + 1] === "b") {
        const year = this.count(i, this.shape.length)
        return typeof year === "number" && year > 1000 && year < 2200 ? year : undefined
      }
      if (part === "c" && !/^c-?O/.test(this.shape.slice(i))) return this.spelledYear(i)
    }
    return undefined
  }

  /** "nineteen ninety-six", "twenty twelve". */
  private spelledYear(at: number): number | undefined {
    const [century, ...rest] = this.all("c")
      .slice(at - this.shape.indexOf("c"))
      .map(Number)
    if (century === undefined || century < 15 || century > 20) return undefined
    const [tens, ones = 0] = rest
    if (tens === undefined || tens < 10 || (ones > 0 && (tens < 20 || ones > 9))) return undefined
    return century * 100 + tens + ones
  }

  /** Where a run such as "2–4 February" parts: the marks before and after its joint. */
  joint(): { readonly before: number; readonly after: number } | undefined {
    const joint = /[do](?=(?:-|i|\/)t?[do])|[Ydn](?=[-/][Ydn]r?$)/.exec(this.shape)
    return joint
      ? { before: this.marks.to[this.start + joint.index]!, after: this.marks.from[this.start + joint.index + 2]! }
      : undefined
  }

  /** Whether a month's bare name is a month: "in May", not "May I". */
  private monthStands(at: number): boolean {
    const raw = this.raw(at)
    if (at > 0) return true
    const doubtful = /^(?:may|march|august|mar|sun|jan|jun)$/i.test(raw)
    if (!doubtful)
      return (
        raw.length > 3 ||
        raw.endsWith(".") ||
        this.before(/(?:in|of|since|until|by|from|to|through|and|between|this|last|next)$/i)
      )
    return (
      this.before(
        /(?:\b(?:in|of|since|until|till|by|from|to|through|during|between|and|or|before|after|for|as|early|late|mid)|-)$/i,
      ) && !this.after(/^\s+[A-Z]/)
    )
  }

  private abbreviationStands(): boolean {
    const raw = this.raw(this.shape.indexOf("W"))
    if (this.shape === "W" && raw.length <= 4 && this.after(/^ [A-Z][a-z]/)) return false
    return (
      raw.length > 4 ||
      raw.endsWith(".") ||
      /[dokI]/.test(this.shape) ||
      this.before(/(?:on|by|until|since|next|last|this)$/i)
    )
  }

  /** Whether four digits (mark `at`) are a year, not a count: "2021", not "2,021 troops" or "2021 troops". */
  private yearStands(at: number, range: boolean): boolean {
    const raw = this.raw(at)
    const year = Number(raw)
    if (/^'/.test(this.shape)) return raw.length === 2 && this.before(/(?:in|of|since|until|from|to|during|by|class)$/i)
    // "555-1212", "133-03-2020": numbers of telephones and files.
    if (this.before(/\d[-–.]$/)) return false
    if (range) return true
    if (this.shape.length > 1) return true
    const led = this.before(
      /(?:\b(?:in|of|since|until|till|by|from|to|through|during|between|and|before|after|for|as|early|late|mid|around|circa|year|than|the|and)|[(,/–-])$/i,
    )
    if (this.before(/(?:[$€£#]|\bNo\.?|number|resolution|about|some|nearly|almost)$/i)) return false
    if (
      this.after(
        /^\s*(?:percent|%|people|men|women|points?|miles|meters|metres|km|kilometers|feet|tons|troops|soldiers|shares|jobs|dollars|yen|won|hours|days|years|members|others)/,
      )
    )
      return false
    if (this.after(/^[-–]\d/) || this.after(/^[.:]\d/)) return false
    return (led && year >= 1000) || (year >= 1800 && year < 2100)
  }

  private mods(): Extras {
    const mod =
      this.value("~") ??
      (/E/.test(this.shape) ? this.value("E") : this.shape.includes("e") ? this.value("e") : undefined)
    if (mod !== undefined && mod !== "" && typeof mod === "string") return { mod }
    // "earlier this week" lies before now, "later this week" after it.
    if (/^B/.test(this.shape)) return { mod: "BEFORE" }
    if (/^A/.test(this.shape)) return { mod: "AFTER" }
    return {}
  }

  /** Modifier, clock time and zone of the slice, from mark `from` on. */
  private extras(from = 0): Extras {
    const shape = this.shape.slice(from)
    const valueAt = (i: number) => this.marks.value[this.start + from + i]
    const zoned = shape.indexOf("z")
    const zone = zoned < 0 ? {} : { zone: ZONES[String(valueAt(zoned))] ?? "UTC" }
    const part = shape.indexOf("p")
    const partValue = part < 0 ? undefined : String(valueAt(part))
    const mods = this.mods()
    const clocked = /([kdc])-?P|(k)|([dc])C|([nY])z/.exec(shape)
    if (clocked) {
      const raw = String(valueAt(clocked.index))
      const half = shape.indexOf("P")
      let [hour, minute = "00", second] = raw.includes(":")
        ? raw.split(":")
        : /^\d{3,4}$/.test(raw)
          ? [raw.slice(0, -2), raw.slice(-2)]
          : [raw.split(".")[0]!, raw.split(".")[1] ?? "00"]
      let h = Number(hour)
      if (half >= 0) h = (h % 12) + Number(valueAt(half))
      else if ((partValue === "AF" || partValue === "EV" || (partValue === "NI" && h > 5)) && h < 12) h += 12
      if (!(h >= 0 && h <= 24) || Number(minute) > 59) return mods
      hour = String(h).padStart(2, "0")
      minute = minute.padStart(2, "0")
      return { ...mods, clock: `${hour}:${minute}${second ? `:${second}` : ""}`, ...zone }
    }
    return { ...mods, ...(partValue ? { clock: partValue } : {}), ...zone }
  }
}

const calendar = (fields: Fields, extras: Extras): Meaning => ({ is: "calendar", ...fields, ...extras })

/** Two digits of a year: up to 49 this century, else the last. */
function fullYear(year: number, digits: number): number {
  if (digits > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}
