import { textNumber } from "../src/network/textNumber.ts"
import { WordLooks } from "../src/network/words.ts"
import { FeatureList } from "../src/text/features.ts"
import type { Gazetteer } from "../src/text/gazetteer.ts"
import type { Grammarian } from "../src/text/grammar.ts"
import { KINDS, LABELS, Namer, type NamingSentence, opens, stepFeature } from "../src/text/namer.ts"
import { plainWord } from "../src/text/norm.ts"
import { splitSentences } from "../src/text/sentences.ts"
import { tokenize } from "../src/text/tokenizer.ts"
import { chance, shuffled } from "./chance.ts"
import { Learner } from "./learner.ts"
import type { NamedText } from "./nameSets.ts"

/** A sentence with the right label for each word; -1 where anything may stand. */
export interface LabelledSentence extends NamingSentence {
  readonly labels: Int32Array
}

/** Sentences of a marked text with their labels. */
export function labelled(texts: readonly NamedText[], grammarian: Grammarian): LabelledSentence[] {
  const looks = new WordLooks()
  const found: LabelledSentence[] = []
  for (const { text, words, names, open } of texts) {
    const sentences = words ? [words] : splitSentences(text).map(({ from, to }) => wordsOf(text, from, to))
    for (const spans of sentences) {
      const forms = spans.map(({ from, to }) => plainWord(text.slice(from, to)))
      const { xpos } = grammarian.read(forms)
      const labels = Int32Array.from(spans, span => {
        const name = names.find(n => n.from < span.to && span.from < n.to)
        if (name) return opens(KINDS.indexOf(name.kind as (typeof KINDS)[number])) + (name.from >= span.from ? 0 : 1)
        return open.some(o => o.from < span.to && span.from < o.to) ? -1 : 0
      })
      found.push({
        looks: forms.map(form => looks.of(form)),
        tags: Int32Array.from(xpos, tag => textNumber(tag)),
        labels,
      })
    }
  }
  return found
}

function wordsOf(text: string, from: number, to: number) {
  const spans: { from: number; to: number }[] = []
  tokenize(text, from, to, (a, b) => spans.push({ from: a, to: b }))
  return spans
}

/** Learns to find names: a structured perceptron (Collins 2002) over whole label paths. */
export function learnNamer(
  sentences: readonly LabelledSentence[],
  gazetteer: Gazetteer,
  rounds: number,
  seed: number,
): Learner {
  const learner = new Learner(LABELS, 1)
  const namer = new Namer(learner, gazetteer)
  const next = chance(seed)
  const step = new FeatureList()
  for (let round = 0; round < rounds; round++)
    for (const sentence of shuffled(sentences, next)) {
      const read = namer.label(sentence)
      learner.tick()
      const { labels } = sentence
      let moved = false
      for (let i = 0; i < labels.length; i++) {
        const right = labels[i]!
        if (right < 0) continue
        const wrong = read[i]!
        if (right !== wrong) learner.update(namer.look(sentence, i), right, wrong)
        const before = i > 0 ? labels[i - 1]! : LABELS
        const beforeRead = i > 0 ? read[i - 1]! : LABELS
        if (before < 0 || (right === wrong && before === beforeRead)) continue
        stepFeature(before, step)
        learner.add(step, right, 1)
        stepFeature(beforeRead, step)
        learner.add(step, wrong, -1)
        moved = true
      }
      if (moved) namer.readSteps()
    }
  return learner
}
