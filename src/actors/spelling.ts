/**
 * Comparing names across spellings. Every answer comes with words for the reader: a link between
 * two spellings is never silent.
 */

/** Letters and pairs that spellings of one name exchange, after which vowels are dropped. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, "f"],
  [/(?:kh|ck|q|g(?=[hk])|c(?![h]))/g, "k"],
  [/x/g, "ks"],
  [/(?:sch|tsch|tch|cz|tj)/g, "ch"],
  [/(?:ts|tz|z)/g, "s"],
  [/[wv]/g, "v"],
  [/(?:dj|dzh|zh)/g, "j"],
  [/(?:gh|h)(?=[^aeiouy]|$)/g, ""],
]

/** The consonants of a name by their sound: "blinken" → "blnkn", "jongseop" and "jongsup" → "jngsp". */
export function sound(word: string): string {
  let made = word
  for (const [from, to] of SOUNDS) made = made.replace(from, to)
  return (
    (made[0] ?? "") +
    made
      .slice(1)
      .replace(/[aeiouyw]/g, "")
      .replace(/(.)\1+/g, "$1")
  )
}

/** Nicknames are part of the name: tony – antony, alex – alexander, liz – elizabeth; or an initial. */
const sameGivenName = (a: string, b: string) =>
  a === b ||
  (Math.min(a.length, b.length) >= 3 && (a.includes(b) || b.includes(a))) ||
  ((a.length === 1 || b.length === 1) && a[0] === b[0]) ||
  sound(a) === sound(b)

/**
 * Whether two names, as pieces, can be one name in two spellings, whatever the order of family and given name.
 * Single words must sound the same; in longer names one word may be damaged by one sound, if the others agree.
 */
export function alike(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 1 || b.length === 1) {
    const [one, other] = a.length === 1 ? [a[0]!, b] : [b[0]!, a]
    return one.length > 3 && other.some(word => word.length > 3 && sound(word) === sound(one))
  }
  // Without spaces and vowels, "Jong Un", "Jong-un" and "Jongun" are one.
  if (sound(a.join("")) === sound(b.join(""))) return true
  const turned = [...b.slice(1), b[0]!]
  const back = [b.at(-1)!, ...b.slice(0, -1)]
  if (sound(a.join("")) === sound(turned.join("")) || sound(a.join("")) === sound(back.join(""))) return true
  const [given, family] = [a[0]!, a.at(-1)!]
  const [otherGiven, otherFamily] = [b[0]!, b.at(-1)!]
  return sameGivenName(given, otherGiven) && near(sound(family), sound(otherFamily))
}

/** At most one sound apart, and long enough for that to mean something. */
function near(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.min(a.length, b.length) < 4 || Math.abs(a.length - b.length) > 1 || a[0] !== b[0]) return false
  let start = 0
  while (start < a.length && a[start] === b[start]) start++
  let end = 0
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++
  return Math.max(a.length, b.length) - start - end <= 1
}
