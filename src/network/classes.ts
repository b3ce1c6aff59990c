import { readFileSync } from "node:fs"
import { textNumber } from "./textNumber.ts"

/** A word's class and the family of classes it belongs to, both counted from 1; 0 where the word is in none. */
export interface WordClass {
  readonly number: number
  readonly family: number
}

const NONE: WordClass = { number: 0, family: 0 }
let classes: ReadonlyMap<number, WordClass> | undefined

/**
 * The class of words that stand in like places, learned from plain text (`data/text/classes.txt`): "soldiers" with
 * "rebels", "envoy" with "spokesman".
 * @param lower the number of the word in small letters (`textNumber`)
 */
export function wordClass(lower: number): WordClass {
  classes ??= readClasses(new URL("../../data/text/classes.txt", import.meta.url))
  return classes.get(lower) ?? NONE
}

function readClasses(file: URL): Map<number, WordClass> {
  const found = new Map<number, WordClass>()
  let number = 0
  let family = 0
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line === "") family += 1
    else if (family > 0) {
      number += 1
      const one = { number, family }
      for (const word of line.split(" ")) found.set(textNumber(word), one)
    }
  }
  return found
}
