import { expect, it } from "vitest"
import type { Token } from "../../src/model/layers.ts"
import { governor } from "../../src/time/governor.ts"

/** Words of one sentence as "word/UPOS/head/relation", heads counted from 0. */
const tokens = (words: string) =>
  words.split(" ").map((word, index) => {
    const [norm, upos, head, relation] = word.split("/")
    return { index, norm, lemma: norm!.toLowerCase(), upos, head: Number(head), relation, sentence: 0 } as Token
  })

it("a day with a preposition of its own belongs to the verb, even where the parse makes it part of a name", () => {
  const read = tokens(
    "On/ADP/1/case Wednesday/PROPN/3/compound Foreign/ADJ/3/amod Minister/PROPN/4/nmod:desc Ri/PROPN/5/nsubj refused/VERB/-1/root",
  )
  expect(governor(read, 1, 2)).toBe(5)
})

it("a day without one that is part of a name stays with it", () => {
  const read = tokens("The/DET/2/det Wednesday/PROPN/2/compound talks/NOUN/3/nsubj failed/VERB/-1/root")
  expect(governor(read, 1, 2)).toBe(2)
})
