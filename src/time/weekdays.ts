import { afterOf, nested } from "./counted.ts"
import { calendar, type Meaning } from "./meaning.ts"
import type { Slice } from "./slice.ts"

/** "Monday", "last Friday", "10 a.m. Thursday", "Friday of last week". */
export function weekday(w: Slice): Meaning | undefined {
  const weekday = Number(w.value("W"))
  if (!abbreviationStands(w)) return undefined
  const outer = nested(w, /[LNTH]u$/) ?? nested(w, /^[LNTH]u/)
  if (outer) return calendar({ weekday, in: outer }, w.extras())
  return calendar({ weekday, ...w.way() }, w.extras())
}

/** "the third Tuesday of May". */
export function nthWeekday(w: Slice): Meaning | undefined {
  const value = w.valueAt(w.shape.search(/[OoL]/))
  const nth = value === "last" ? -1 : Number(value)
  const outer = afterOf(w, w.shape.search(/W[fi]/) + 2)
  if (!outer || Number.isNaN(nth)) return undefined
  return { is: "nth", nth, unit: "W", weekday: Number(w.value("W")), in: outer }
}

/** "over the weekend". */
export function weekend(w: Slice): Meaning | undefined {
  if (!w.shape.includes("t") && !w.before(/(?:on|at|over|each|every)$/i)) return undefined
  return calendar({ weekday: 6, season: "WE" }, w.extras())
}

function abbreviationStands(w: Slice): boolean {
  const raw = w.raw(w.shape.indexOf("W"))
  if (w.shape === "W" && raw.length <= 4 && w.after(/^ [A-Z][a-z]/)) return false
  return (
    raw.length > 4 || raw.endsWith(".") || /[dokI]/.test(w.shape) || w.before(/(?:on|by|until|since|next|last|this)$/i)
  )
}
