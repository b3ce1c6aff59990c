import { copied } from "../model/document.ts"
import { nameKey } from "./nameKey.ts"

/** Kings' numbers, initials and "Jr." do not tell names apart. */
export const significant = (words: readonly string[]): readonly string[] => {
  const long = words.filter(word => word.length > 1 && word !== "jr" && word !== "sr")
  return long.length ? long : words
}

/** The first word last: a name written the other way round. */
export const turned = (words: readonly string[]) => [...words.slice(1), ...words.slice(0, 1)]

const keyCache = new Map<string, readonly string[]>()
/** Names come back within a report and from one to the next; a stream of ever new ones must not fill the memory. */
const MOST_KEYS = 10_000
/** A full name as the pieces that are compared. */
export const keys = (name: string): readonly string[] => {
  let made = keyCache.get(name)
  if (!made) {
    made = significant(nameKey(name).split(" "))
    if (keyCache.size >= MOST_KEYS) keyCache.clear()
    keyCache.set(copied(name), made)
  }
  return made
}

/** Whether the shorter name's words all stand in the longer; a single word must stand at either end of it. */
export function sameName(a: readonly string[], b: readonly string[]): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length === 1)
    return long[0] === short[0] || long.at(-1) === short[0] || (long.length > 2 && long.includes(short[0]!))
  return short.every(word => long.includes(word))
}
