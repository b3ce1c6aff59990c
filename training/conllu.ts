import { readFileSync } from "node:fs"

/** A sentence of a Universal Dependencies treebank: its words in order, one entry a word in every list. */
export interface TreebankSentence {
  readonly words: readonly string[]
  readonly lemmas: readonly string[]
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  /** Index of the governor; -1 for the root. */
  readonly heads: readonly number[]
  readonly relations: readonly string[]
  /** Whether white space follows the word. */
  readonly spaceAfter: readonly boolean[]
  /** Whether the sentence opens a paragraph or document. */
  readonly opensParagraph: boolean
}

/** Reads a CoNLL-U file. Empty nodes are left out; a multi-word token lends its words its place and spacing. */
export function readConllu(path: string): TreebankSentence[] {
  const sentences: TreebankSentence[] = []
  let rows: string[][] = []
  let opensParagraph = false
  let joinedUntil = 0
  let joinedSpace = true
  const spaces: boolean[] = []
  const flush = () => {
    if (rows.length === 0) return
    sentences.push({
      words: rows.map(row => row[1]!),
      lemmas: rows.map(row => row[2]!),
      upos: rows.map(row => row[3]!),
      xpos: rows.map(row => row[4]!),
      heads: rows.map(row => Number(row[6]) - 1),
      relations: rows.map(row => row[7]!),
      spaceAfter: spaces.splice(0),
      opensParagraph,
    })
    rows = []
    opensParagraph = false
    joinedUntil = 0
  }
  for (const line of readFileSync(path, "utf8").split("\n")) {
    if (line === "") flush()
    else if (/^# new(?:par|doc)/.test(line)) opensParagraph = true
    else if (!line.startsWith("#")) {
      const row = line.split("\t")
      const id = row[0]!
      const space = !/(?:^|\|)SpaceAfter=No/.test(row[9] ?? "")
      if (id.includes("-")) {
        joinedUntil = Number(id.split("-")[1])
        joinedSpace = space
      } else if (!id.includes(".")) {
        const at = Number(id)
        rows.push(row)
        spaces.push(at < joinedUntil ? false : at === joinedUntil ? joinedSpace : space)
      }
    }
  }
  flush()
  return sentences
}

/**
 * The running text of a treebank and where each sentence and word stands in it: words spaced as annotated, sentences
 * of a paragraph joined by a space, paragraphs and documents by an empty line.
 */
export function treebankText(sentences: readonly TreebankSentence[]) {
  let text = ""
  const sentenceSpans: { from: number; to: number }[] = []
  const wordSpans: { from: number; to: number }[] = []
  for (const sentence of sentences) {
    if (text !== "") text = `${text.trimEnd()}${sentence.opensParagraph ? "\n\n" : " "}`
    const from = text.length
    sentence.words.forEach((word, i) => {
      wordSpans.push({ from: text.length, to: text.length + word.length })
      text += word + (sentence.spaceAfter[i] ? " " : "")
    })
    sentenceSpans.push({ from, to: wordSpans.at(-1)!.to })
  }
  return { text, sentenceSpans, wordSpans }
}
