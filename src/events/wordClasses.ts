import { readFileSync } from "node:fs"

/** Words sorted by the company they keep in reports, once into few and once into many classes; see training/wordClasses.ts. */
const CLASSES: ReadonlyMap<string, readonly [string, string]> = new Map(
  readFileSync(new URL("../../data/events/wordClasses.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter(Boolean)
    .map(line => {
      const [word = "", few = "", many = ""] = line.split("\t")
      return [word, [few, many]]
    }),
)

/** The coarse and the fine class of a word form; empty where the word is rare. */
export const classesOf = (word: string): readonly string[] => CLASSES.get(word.toLowerCase()) ?? []
