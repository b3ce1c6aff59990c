import type { TreebankSentence } from "./conllu.ts"

/** Every so many sentences one is copied as a headline, and of those every so many in capitals throughout. */
const EVERY = 10
const CAPITALS = 6

/** Small words that headlines leave small. */
const SMALL = new Set("a an and as at but by for from in into of on or over the to with".split(" "))

const QUARTERS: Readonly<Record<string, string>> = { North: "N.", South: "S.", East: "E.", West: "W." }

/**
 * Sentences written as headlines write them ("Envoy Calls for Calm", "N. Korean"), with the tags of the sentence: the
 * treebanks hold few headlines, and a tagger that has seen none takes every capital for a name.
 */
export function headlines(sentences: readonly TreebankSentence[]): TreebankSentence[] {
  const found: TreebankSentence[] = []
  sentences.forEach((sentence, i) => {
    const { words } = sentence
    if (words.some((word, k) => QUARTERS[word] && /^\p{Lu}/u.test(words[k + 1] ?? "")))
      found.push({ ...sentence, words: words.map(word => QUARTERS[word] ?? word) })
    if (i % EVERY !== 0 || words.length < 4) return
    const end = words.at(-1) === "." ? words.length - 1 : words.length
    const loud = i % (EVERY * CAPITALS) === 0
    const write = (word: string, k: number) =>
      loud
        ? word.toUpperCase()
        : k > 0 && SMALL.has(word.toLowerCase())
          ? word
          : word.slice(0, 1).toUpperCase() + word.slice(1)
    found.push({ ...sentence, words: words.slice(0, end).map(write) })
  })
  return found
}
