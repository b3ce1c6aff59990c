import { readFileSync } from "node:fs"
import { ABBREVIATIONS } from "./abbreviations.ts"

/** Prefixes that keep their hyphen, and words written together, with the place of the cut: `data/text/words.txt`. */
const { prefixes, fused } = readWords()

function readWords(): { prefixes: Set<string>; fused: Map<string, number> } {
  const prefixes = new Set<string>()
  const fused = new Map<string, number>()
  let heading = ""
  for (const line of readFileSync(new URL("../../data/text/words.txt", import.meta.url), "utf8").split("\n")) {
    if (line.startsWith("#")) continue
    if (line.startsWith("[")) heading = line
    else
      for (const word of line.split(" ").filter(w => w !== "")) {
        if (heading === "[prefix]") prefixes.add(word)
        else fused.set(word.replace("|", ""), word.indexOf("|"))
      }
  }
  return { prefixes, fused }
}

/**
 * What a token can look like, in order of preference. Every repetition is bounded, so that the scan stays linear
 * whatever the text.
 */
const TOKEN = new RegExp(
  [
    // Addresses.
    String.raw`(?:https?:\/\/|www\.)[^\s<>"“”]{1,400}[^\s<>"“”.,;:!?)'’\]]`,
    String.raw`[\w.+-]{1,60}@[\w-]{1,40}(?:\.[\w-]{1,40}){0,5}`,
    String.raw`[\w-]{1,40}(?:\.[\w-]{1,40}){0,3}\.(?:com|org|net|gov|edu|mil|int|info|pdf|docx?|html?|xlsx?|jpe?g|png|txt|zip)(?![\p{L}\p{N}_])`,
    // Numbers with their inner marks, clock times, ordinals, decades: "35,000", "4/5/2022", "10:30", "25th", "1990s", "10am".
    String.raw`\d{3}-(?:\d{3}-)?\d{4}(?!\d)`,
    String.raw`[+]?\d{1,30}(?:[.,:/]\d{1,30}){0,8}(?:(?:st|nd|rd|th|s)?(?![\p{L}\p{N}_])|(?=(?:[apAP][mM]|[kcm]?m|kg|[bm]n|hrs?|mph|ft)(?![\p{L}\p{N}_])))`,
    String.raw`['’]\d{2}s(?![\p{L}\p{N}])`,
    // "U.S.", "a.m.", "D.C.": letters with full stops between; the last stop belongs to them.
    String.raw`(?:\p{L}\.){1,8}\p{L}(?:\.(?!\p{L})|(?![\p{L}\p{N}]))`,
    // Words with inner apostrophes and ampersands: "O'Connor", "AT&T", "Sana'a".
    String.raw`(?:@|#(?=\p{L}))?[\p{L}\p{M}\p{N}_]{1,80}(?:[&'’ʼ][\p{L}\p{M}\p{N}_]{1,80}){0,4}`,
    String.raw`['’](?:s|m|d|re|ve|ll)(?![\p{L}\p{N}])`,
    // Marks that stand together: dots, dashes, repeated signs, faces.
    "[.]{2,99}|…{1,20}|[-=]{2,99}|[!?.]{2,60}|[*]{2,99}|_{2,99}|~{2,60}|<{2,9}|>{2,9}|[$]{2,9}",
    String.raw`'{2}|[‘’]{2}|[:;]-?[)(DP](?![\p{L}\p{N}])`,
    // Anything else is a token by itself; the zero-width space and the byte order mark are space.
    String.raw`[^\s\u200b\ufeff]`,
  ].join("|"),
  "uy",
)

/** "n't", "'s" and the other short forms that are words of their own, at the end of a longer one. */
const SHORT_FORM = /(?:n['’]t|['’](?:s|m|d|re|ve|ll))$/iu

/**
 * One syllable of an East Asian given name in Latin letters. "Eui-yong" and "Jong-un" are one word, though English
 * compounds are cut at their hyphens ("Seoul-based").
 */
const SYLLABLE =
  "(?:[kgndtrlmbpsjchywzxqf]|kk|tt|pp|ss|jj|ch|sh|zh|ts|hw|wh)?(?:y?[aeou]|i|a[eio]|e[eoiu]|eui|ia[no]?|i[eou]|o[eou]|u[aeio]|wo[on]?|w[aei]|y[aeou]{2}|youn?)(?:ng|n|m|k|g|l|p|b|t|r|h|ck)?"
const GIVEN_NAME = new RegExp(`^${SYLLABLE}$`, "iu")

/**
 * Finds the tokens of a stretch of text, as Universal Dependencies cuts English, and hands each to `take` with its
 * place. White space belongs to no token; every other code unit belongs to exactly one. Linear.
 */
export function tokenize(text: string, start: number, end: number, take: (from: number, to: number) => void): void {
  const part = start === 0 && end === text.length ? text : text.slice(start, end)
  let at = 0
  while (at < part.length) {
    TOKEN.lastIndex = at
    const found = TOKEN.exec(part)
    if (!found) {
      at += 1
      continue
    }
    const word = found[0]
    let to = at + word.length
    if (WORD_START.test(word)) {
      to = wholeWord(part, at, to)
      cut(part, at, to, start, take)
    } else take(start + at, start + to)
    at = to
  }
}

const CAPITALISED = /^\p{Lu}\p{Ll}+$/u
const WORD_START = /^\p{L}/u

/** Where the word begun at `from` ends, once its abbreviation point and the hyphens that belong to it are taken in. */
function wholeWord(text: string, from: number, to: number): number {
  if (text[to - 1] === ".") return to
  // At the end of a sentence the full stop is its own, save in "etc."
  if (text[to] === "." && to - from <= 6) {
    const word = text.slice(from, to)
    const known = ABBREVIATIONS.has(word) || /^\p{Lu}$/u.test(word)
    if (known && (to + 1 < text.length || word === "etc")) return to + 1
  }
  if (text[to] === "-" || text[to] === "‑") {
    const left = text.slice(from, to)
    const right = /^[\p{L}\p{M}]{1,40}/u.exec(text.slice(to + 1, to + 41))?.[0]
    if (!right) return to
    const longer = text[to + 1 + right.length]
    if (prefixes.has(left.toLowerCase())) return to + 1 + right.length
    const isName = CAPITALISED.test(left) && GIVEN_NAME.test(left) && GIVEN_NAME.test(right)
    if (isName && longer !== "-" && /\p{Ll}$/u.test(right)) return to + 1 + right.length
  }
  return to
}

/** Cuts short forms and fused words off a word. */
function cut(text: string, from: number, to: number, shift: number, take: (from: number, to: number) => void): void {
  const word = text.slice(from, to)
  const short = SHORT_FORM.exec(word)
  let at = short && short.index > 0 ? short.index : 0
  if (at === 0) at = fused.get(word.toLowerCase().replace("’", "'")) ?? 0
  if (at === 0) take(shift + from, shift + to)
  else {
    take(shift + from, shift + from + at)
    take(shift + from + at, shift + to)
  }
}
