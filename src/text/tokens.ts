import type { Token } from "../model/layers.ts"
import { stage } from "../model/stage.ts"
import { wordLooks } from "../network/words.ts"
import { type Grammarian, TrainedGrammarian } from "./grammar.ts"
import { plainWord } from "./norm.ts"
import { tokenize } from "./tokenizer.ts"

let trained: Grammarian | undefined

/** The engine shipped here, loaded when it is first asked for. */
export const ownGrammarian: Grammarian = {
  read: words => {
    trained ??= new TrainedGrammarian(new URL("../../data/text/grammar.weights", import.meta.url))
    return trained.read(words)
  },
}

/** Words and marks with their tags, lemmas and the dependency tree of each sentence, as one engine sees them. */
export const tokensBy = (grammarian: Grammarian) =>
  stage({
    gives: "tokens",
    needs: ["sentences"],
    annotate: doc => {
      const found: Token[] = []
      doc.sentences.forEach((sentence, sentenceIndex) => {
        const spans: { from: number; to: number }[] = []
        const words: string[] = []
        tokenize(doc.text, sentence.from, sentence.to, (from, to) => {
          spans.push({ from, to })
          words.push(plainWord(doc.text.slice(from, to)))
        })
        const first = found.length
        const { upos, xpos, lemmas, heads, relations } = grammarian.read(words)
        spans.forEach(({ from, to }, i) => {
          const head = heads[i]!
          const { kind, family } = wordLooks.of(words[i]!)
          found.push({
            from,
            to,
            index: first + i,
            sentence: sentenceIndex,
            norm: words[i]!,
            lemma: lemmas[i]!,
            upos: upos[i]!,
            xpos: xpos[i]!,
            wordClass: kind,
            wordFamily: family,
            head: head < 0 ? -1 : first + head,
            relation: relations[i]!,
          })
        })
      })
      return found
    },
  })

/** Words and marks with their tags, lemmas and the dependency tree of each sentence. */
export const tokens = tokensBy(ownGrammarian)
