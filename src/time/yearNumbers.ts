import words from "../../data/time/words.json" with { type: "json" }
import type { Slice } from "./slice.ts"

/** The year before the first of each era that counts its own: "Juche 111" is 2022. */
export const ERAS: Readonly<Record<string, number>> = words.era

/** The year written after mark `from`. */
export function yearAfter(w: Slice, from: number): number | undefined {
  for (let i = from; i < w.shape.length; i++) {
    const part = w.shape[i]
    const value = Number(w.valueAt(i))
    if (part === "Y" && w.shape[i + 1] !== "z") return value
    if (part === "j") return (ERAS[w.word(i)] ?? 0) + Number(w.valueAt(i + 1))
    if (w.shape[i - 1] === "'" && (part === "d" || part === "n")) return fullYear(value, 2)
    if (part === "c" && w.shape[i + 1] === "b") {
      const year = w.count(i, w.shape.length)
      return typeof year === "number" && year > 1000 && year < 2200 ? year : undefined
    }
    if (part === "c" && !/^c-?O/.test(w.shape.slice(i))) return spelledYear(w, i)
  }
  return undefined
}

/** "nineteen ninety-six", "twenty twelve". */
export function spelledYear(w: Slice, at: number): number | undefined {
  const [century, ...rest] = w
    .all("c")
    .slice(at - w.shape.indexOf("c"))
    .map(Number)
  if (century === undefined || century < 15 || century > 20) return undefined
  const [tens, ones = 0] = rest
  if (tens === undefined || tens < 10 || (ones > 0 && (tens < 20 || ones > 9))) return undefined
  return century * 100 + tens + ones
}

/** Two digits of a year: up to 49 this century, else the last. */
export function fullYear(year: number, digits: number): number {
  if (digits > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}
