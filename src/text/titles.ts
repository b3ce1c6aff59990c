import { readFileSync } from "node:fs"

/** Words that stand before a person's name, or tell an office after it: `data/text/titles.txt`. */
const TITLES: ReadonlySet<string> = new Set(
  readFileSync(new URL("../../data/text/titles.txt", import.meta.url), "utf8")
    .split("\n")
    .filter(line => !line.startsWith("#"))
    .flatMap(line => line.split(" ")),
)

/** Whether a word is part of titles: "Minister", "Gen.". */
export const isTitleWord = (word: string): boolean => TITLES.has(word.toLowerCase().replace(/\.$/, ""))

/**
 * How many words at the start of a person's name are title, as "Secretary of State" in "Secretary of State Jane Doe".
 * A title standing alone is left as it is.
 */
export function titleLength(words: readonly string[]): number {
  let length = 0
  for (let i = 0; i < words.length - 1; i++) if (isTitleWord(words[i]!)) length = i + 1
  if (length > 0 && words[length] === "of" && length + 2 < words.length) length += 2
  return length
}
