import type { Unit } from "./calendar.ts"
import type { Extras, Meaning } from "./meaning.ts"
import type { Slice } from "./slice.ts"

/** Units shorter than a day. */
export const SUB_DAY: ReadonlySet<string> = new Set(["S", "MIN", "H"])

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

/** "three days", "20-year", "two and a half years", "decades". */
export function duration(w: Slice): Meaning | undefined {
  const unit = w.unit()
  if (!unit || w.isName()) return undefined
  // "a 62-year-old" is somebody; "62 years old" says how long.
  if (/u-l$/.test(w.shape) && w.word(w.shape.length - 1).startsWith("old")) return undefined
  // "three-quarters of them", "a quarter of the vote" are shares.
  if (unit === "Q" && (/-Q/.test(w.shape) || w.after(/^\s+of\b/))) return undefined
  const plural = w.shape.includes("U")
  const counted = w.count()
  const count = counted ?? (plural ? "X" : 1)
  const article = w.shape === "au"
  // "$3 million a year", "twice a week": how often, not how long.
  if (
    article &&
    w.before(
      /(?:\d|percent|%|cents?|times|twice|once|million|billion|dollars?|pounds?|yen|won|barrels?|tons?|tonnes|people|hours|days)$/i,
    )
  )
    return { is: "set", value: durationValue(1, unit) }
  if (counted === undefined && plural && unit === "S") return undefined
  const half = w.shape.endsWith("iav") && count !== "X" ? 0.5 : 0
  return run(count === "X" ? "X" : count + half, unit, undefined, w.mods())
}

const UNITS = "LCEYMWDH"
const rank = (unit: Unit) => (unit === "MIN" ? UNITS.length : unit === "S" ? UNITS.length + 1 : UNITS.indexOf(unit))

/** "two years and 21 days", "one hour 30 minutes ago": units from the longer to the shorter, told as one length. */
export function compound(w: Slice): Meaning | undefined {
  const pieces: { readonly count: number; readonly unit: Unit }[] = []
  let from = 0
  for (let i = 0; i < w.shape.length; i++) {
    if (!/[uU]/.test(w.shape[i]!)) continue
    const joint = w.shape[from] === "," ? from + 1 : from
    if (pieces.length > 0 && w.shape[joint] === "i" && w.word(joint) !== "and") return undefined
    const count = w.count(from, i) ?? (w.shape.slice(from, i).includes("a") ? 1 : undefined)
    const unit = w.valueAt(i) as Unit
    if (typeof count !== "number" || rank(unit) < 0 || (pieces.length > 0 && rank(unit) <= rank(pieces.at(-1)!.unit)))
      return undefined
    pieces.push({ count, unit })
    from = i + 1
  }
  const [first, ...more] = pieces
  if (!first || more.length === 0) return undefined
  const told = w.shape.slice(from)
  if (told !== "") {
    const sign = /[gB]/.test(told) ? -1 : 1
    const times = (piece: { readonly count: number; readonly unit: Unit }) => ({ ...piece, count: sign * piece.count })
    return {
      is: "offset",
      ...times(first),
      more: more.map(times),
      from: /[gG]/.test(told) ? "publication" : "story",
      ...w.mods(),
    }
  }
  const values = pieces.map(({ count, unit }) => durationValue(count, unit))
  const value = values.reduce((all, next) =>
    next.startsWith("PT") ? all + next.slice(all.includes("T") ? 2 : 1) : all + next.slice(1),
  )
  return { is: "duration", value, ...w.mods() }
}

/** "every day", "each Tuesday", "every two years", "daily", "Mondays". */
export function set(w: Slice): Meaning | undefined {
  const regular = w.value("y")
  if (regular !== undefined) {
    const name = w.word(w.shape.indexOf("y"))
    if (/^[A-Z]/.test(w.raw(w.shape.indexOf("y"))) && !w.startsSentence()) return undefined
    return name === "" ? undefined : { is: "set", value: String(regular) }
  }
  const weekday = w.value("w") ?? w.value("W")
  const part = w.value("p")
  if (weekday !== undefined) return { is: "set", value: `XXXX-WXX-${weekday}${part ? `T${part}` : ""}` }
  if (part !== undefined) return { is: "set", value: `XXXX-XX-XXT${part}` }
  if (w.shape.includes("K")) return { is: "set", value: "XXXX-WXX-WE" }
  if (w.shape.includes("S")) return { is: "set", value: `XXXX-${w.value("S")}` }
  if (w.shape.includes("M")) return { is: "set", value: `XXXX-${String(w.value("M")).padStart(2, "0")}` }
  const unit = w.unit()
  if (!unit) return undefined
  const ordinal = w.value("O")
  return { is: "set", value: durationValue(w.count() ?? (ordinal === undefined ? 1 : Number(ordinal)), unit) }
}

/** A length of time that reaches back from publication (`toward` -1), ahead from it (1), or neither. */
export function run(count: number | "X", unit: Unit, toward?: -1 | 1, mods: Extras = {}): Meaning {
  return {
    is: "duration",
    value: durationValue(count, unit),
    ...(toward ? { toward } : {}),
    ...(count === "X" ? {} : { count }),
    unit,
    ...mods,
  }
}
