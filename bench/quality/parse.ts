import { plainWord } from "../../src/text/norm.ts"
import { sentences as sentenceStage } from "../../src/text/sentences.ts"
import { ownGrammarian, tokens as tokenStage } from "../../src/text/tokens.ts"
import { readConllu, type TreebankSentence, treebankText } from "../../training/conllu.ts"
import type { Task } from "../task.ts"

/** Tags, lemmas and trees on gold sentences and words; sentence and word borders, and speed, from raw text. */
export const parse: Task = {
  name: "parse",
  means: "tags, lemmas, trees and text division on treebanks",
  usage: "CONLLU…",
  async run(paths) {
    const treebank = paths.flatMap(path => readConllu(path))
    const { right, all, items } = onGoldWords(treebank)
    const raw = fromRawText(treebank)
    const scores = {
      upos: right.upos / all,
      xpos: right.xpos / all,
      lemma: right.lemma / all,
      uas: right.uas / all,
      las: right.las / all,
      ...raw,
      words: all,
      singleRooted: right.trees / treebank.length,
    }
    const percent = (x: number) => (100 * x).toFixed(2)
    return {
      scores,
      items,
      summary: [
        `${treebank.length} sentences, ${all} words`,
        `UPOS ${percent(scores.upos)}  XPOS ${percent(scores.xpos)}  lemma ${percent(scores.lemma)}`,
        `UAS ${percent(scores.uas)}  LAS ${percent(scores.las)} (punctuation and subtypes counted, own tags)`,
        `from raw text: sentences F1 ${percent(raw.sentences)}  tokens F1 ${percent(raw.tokens)}`,
        `${Math.round(raw.tokensPerSecond)} tokens a second from raw text to tree`,
      ].join("\n"),
    }
  },
}

function onGoldWords(treebank: readonly TreebankSentence[]) {
  const right = { upos: 0, xpos: 0, lemma: 0, uas: 0, las: 0, trees: 0 }
  const items: Record<string, { right: boolean; read: string }> = {}
  let all = 0
  treebank.forEach((gold, number) => {
    const read = ownGrammarian.read(gold.words.map(plainWord))
    let arcs = 0
    for (let i = 0; i < gold.words.length; i++) {
      all += 1
      if (read.upos[i] === gold.upos[i]) right.upos += 1
      if (read.xpos[i] === gold.xpos[i]) right.xpos += 1
      if (plainWord(read.lemmas[i]!) === plainWord(gold.lemmas[i]!)) right.lemma += 1
      if (read.heads[i] === gold.heads[i]) {
        right.uas += 1
        if (read.relations[i] === gold.relations[i]) {
          right.las += 1
          arcs += 1
        }
      }
    }
    if (isTree(read.heads)) right.trees += 1
    // Words are named by their numbers, as CoNLL-U does: kept runs hold no text of a treebank.
    const missed = gold.words.flatMap((_, i) =>
      read.heads[i] === gold.heads[i] && read.relations[i] === gold.relations[i]
        ? []
        : [`${i + 1} ${read.relations[i]} ${read.heads[i]! + 1}`],
    )
    items[`sentence ${number + 1}`] = {
      right: arcs === gold.words.length,
      read: missed.slice(0, 3).join("; ") || "all right",
    }
  })
  return { right, all, items }
}

/** Whether there is one root and every word leads to it. */
function isTree(heads: readonly number[]): boolean {
  if (heads.filter(head => head < 0).length !== 1) return false
  return heads.every((_, start) => {
    let at = start
    for (let steps = 0; steps <= heads.length; steps++) {
      if (at < 0) return true
      at = heads[at]!
    }
    return false
  })
}

function fromRawText(treebank: readonly TreebankSentence[]) {
  const { text, sentenceSpans, wordSpans } = treebankText(treebank)
  const start = performance.now()
  const page = { id: "treebank", text }
  const sentences = sentenceStage.annotate(page)
  const tokens = tokenStage.annotate({ ...page, sentences })
  const seconds = (performance.now() - start) / 1000
  return {
    sentences: f1(sentenceSpans, sentences),
    tokens: f1(wordSpans, tokens),
    tokensPerSecond: tokens.length / seconds,
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
}

function f1(gold: readonly Stretch[], read: readonly Stretch[]): number {
  const places = new Set(gold.map(({ from, to }) => `${from}-${to}`))
  const right = read.filter(({ from, to }) => places.has(`${from}-${to}`)).length
  return (2 * right) / (gold.length + read.length)
}
