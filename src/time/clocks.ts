import type { Meaning } from "./meaning.ts"
import type { Slice } from "./slice.ts"

/** "10:30 a.m.", "0900 GMT", "noon", "the morning": an hour without its day. */
export function clockAlone(w: Slice): Meaning | undefined {
  const extras = w.extras()
  if (!extras.clock) return undefined
  const name = w.word(w.shape.indexOf("p"))
  if (w.shape.replace(/[~te]/g, "") === "p") {
    const certain = ["noon", "midnight", "overnight", "midday"].includes(name)
    if (!certain && !w.shape.includes("t")) return undefined
    if (!certain && !w.before(/(?:in|during|by|until|of|through|late|early)$/i)) return undefined
  }
  // "9:11" alone may be a score or a verse.
  if (/^k$/.test(w.shape) && !w.before(/(?:at|by|until|till|from|to|around|about|before|after|since|between|and)$/i))
    return undefined
  return { is: "period", unit: "D", shift: 0, from: "story", ...extras }
}
