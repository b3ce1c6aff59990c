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

/** "10:30", "half past seven", "seven thirty p.m.", "8 in the evening", "0900 GMT", by the marks of `words.ts`. */
const PAST = /(v|Q|[dc]-?c?)U?([Li])([dc])/
const SPELLED = /([dc])-?c(?:-?c)?P/
const FIGURES = /[kdcnY](?=-?P)|k|[dc](?=C|it?p)|[nY](?=z)/

/**
 * The hour and minute that marks tell, as "10:30"; `undefined` where they tell none, null where figures in an hour's
 * place are no hour ("45 o'clock").
 * @param valueAt what mark `i` stands for
 * @param wordAt its words in small letters
 */
export function clockTime(
  shape: string,
  valueAt: (i: number) => string | number | undefined,
  wordAt: (i: number) => string,
): string | null | undefined {
  const half = shape.indexOf("P")
  const part = shape.indexOf("p")
  const told = part < 0 ? undefined : String(valueAt(part))
  const give = (hour: number, minute: number, second?: string): string | null => {
    const late = told === "AF" || told === "EV" || (told === "NI" && hour > 5)
    const h = half >= 0 ? (hour % 12) + Number(valueAt(half)) : late && hour < 12 ? hour + 12 : hour
    if (!(h >= 0 && h <= 24) || !(minute >= 0 && minute <= 59)) return null
    return `${pad(h)}:${pad(minute)}${second ? `:${second}` : ""}`
  }
  const sum = (from: number, to: number) =>
    [...shape.slice(from, to)].reduce((all, mark, i) => all + (/[dc]/.test(mark) ? Number(valueAt(from + i)) : 0), 0)

  const past = PAST.exec(shape)
  const beside = past ? past.index + past[0].length - 2 : -1
  if (past && /^(?:past|to)$/.test(wordAt(beside))) {
    const away = past[1] === "v" ? 30 : past[1] === "Q" ? 15 : sum(past.index, beside)
    const hour = Number(valueAt(beside + 1))
    return wordAt(beside) === "past" ? give(hour, away) : give(hour - 1, 60 - away)
  }
  const spelled = SPELLED.exec(shape)
  if (spelled) return give(Number(valueAt(spelled.index)), sum(spelled.index + 1, half))
  const figures = FIGURES.exec(shape)
  if (!figures) return undefined
  const raw = /[nY]/.test(figures[0]) ? wordAt(figures.index) : String(valueAt(figures.index))
  const [hour, minute = "0", second] = /^\d{3,4}$/.test(raw) ? [raw.slice(0, -2), raw.slice(-2)] : raw.split(/[:.]/)
  return give(Number(hour), Number(minute), second)
}

const pad = (n: number) => String(n).padStart(2, "0")
