import type { Token } from "../model/layers.ts"
import { stage } from "../model/stage.ts"
import { plainWord } from "./norm.ts"
import { tokenize } from "./tokenizer.ts"

/** Words and marks with their tags, lemmas and the dependency tree of each sentence. */
export const tokens = stage({
  gives: "tokens",
  needs: ["sentences"],
  annotate: doc => {
    const found: Token[] = []
    doc.sentences.forEach((sentence, index) => {
      const root = found.length
      tokenize(doc.text, sentence.from, sentence.to, (from, to) => {
        const norm = plainWord(doc.text.slice(from, to))
        const first = found.length === root
        found.push({
          from,
          to,
          index: found.length,
          sentence: index,
          norm,
          lemma: norm.toLowerCase(),
          upos: "X",
          xpos: "FW",
          head: first ? -1 : root,
          relation: first ? "root" : "dep",
        })
      })
    })
    return found
  },
})
