import { readFileSync } from "node:fs"
import { hearing } from "../src/english.ts"
import type { Document } from "../src/model/document.ts"
import type { TreebankSentence } from "./conllu.ts"

const STORIES = new URL("../data/annotations/stories.json", import.meta.url)

/** Sentences shorter than this are scraps. */
const SHORTEST = 4

/**
 * Prose of our own stories with the tags and trees that the shipped grammar gives it, as a treebank has them.
 * @param every so many stories one is read
 */
export function ownSentences(every: number): TreebankSentence[] {
  const stories: readonly Document[] = JSON.parse(readFileSync(STORIES, "utf8"))
  return stories.flatMap((story, at) => {
    if (at % every !== 0) return []
    const doc = hearing.read({ ...story, id: `story-${at}` })
    const bySentence = Map.groupBy(doc.tokens, ({ sentence }) => sentence)
    return doc.sentences.flatMap(({ kind }, s): TreebankSentence[] => {
      const tokens = bySentence.get(s) ?? []
      if (kind !== "prose" || tokens.length < SHORTEST) return []
      const first = tokens[0]!.index
      return [
        {
          words: tokens.map(({ norm }) => norm),
          lemmas: tokens.map(({ lemma }) => lemma),
          upos: tokens.map(({ upos }) => upos),
          xpos: tokens.map(({ xpos }) => xpos),
          heads: tokens.map(({ head }) => (head < 0 ? -1 : head - first)),
          relations: tokens.map(({ relation }) => relation),
          spaceAfter: tokens.map(({ to }, i) => (tokens[i + 1]?.from ?? to) > to),
          opensParagraph: false,
        },
      ]
    })
  })
}
