import type { Meaning } from "./meaning.ts"
import type { Slice } from "./slice.ts"

/** "now", "recently", "the future": no day at all. */
export function reference(w: Slice): Meaning | undefined {
  if (w.shape === "tL") {
    const past =
      w.value("L") === "past" && w.before(/(?:in|of|from|with|than|to|unlike|like)$/i) && !w.after(/^[\s-]*\w/)
    return past ? { is: "fixed", value: "PAST_REF" } : undefined
  }
  // "the recent talks", "future plans": an adjective alone is no expression of time.
  const adjective = /^(?:the )?(?:current|recent|future)$/.test(w.words())
  if (
    adjective &&
    (w.words() !== "the future" || w.after(/^\s*-?[a-z]/)) &&
    !w.after(/^ (?:of|and|is|was|will|for|to|as|that|with)\b/)
  )
    return undefined
  if (adjective && w.words() !== "the future") return undefined
  if (/^t/.test(w.shape) && !/future|term/.test(w.words())) return undefined
  return { is: "fixed", value: String(w.value("G")) }
}
