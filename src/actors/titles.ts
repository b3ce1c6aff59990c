import type { Title } from "./lexicon.ts"
import { nameKey } from "./nameKey.ts"

/** "Minister" fits "Foreign Minister", "Secretary" fits "Secretary of State"; "Foreign Minister" does not fit the latter. */
export function fitsTitle(a: Title, b: Title): boolean {
  if (a.role === b.role && a.state === b.state) return true
  const [x, y] = [nameKey(a.words).split(" "), nameKey(b.words).split(" ")]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  return short.every(word => long.includes(word)) && !long.some(word => RANKS.has(word) && !short.includes(word))
}

/** Words that make another office of one: a deputy secretary is not the secretary. */
const RANKS = new Set("deputy vice under assistant former first general".split(" "))

/** An office as records write it: "Minister of Trade". */
export const capitalised = (words: string) =>
  words
    .replace(/(?<![\p{L}'’])\p{Ll}/gu, letter => letter.toUpperCase())
    .replace(/ (Of|For|To|The|And|At) /g, word => word.toLowerCase())
