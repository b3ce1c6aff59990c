import type { Name, Token } from "../model/layers.ts"
import { stage } from "../model/stage.ts"
import { readParts } from "../network/parts.ts"
import { textNumber } from "../network/textNumber.ts"
import { wordLooks } from "../network/words.ts"
import { apart } from "./countryNames.ts"
import type { LinearModel } from "./features.ts"
import { type Gazetteer, ownGazetteer } from "./gazetteer.ts"
import { agree } from "./nameAgreement.ts"
import { isOpening, KINDS, kindOf, Namer } from "./namer.ts"
import { Weights } from "./weights.ts"

/** A name as a run of words of one sentence: first word, word after the last, kind. */
export interface NameRun {
  from: number
  to: number
  kind: Name["kind"]
}

/** Whatever finds names: the models shipped here, or another engine in their place. */
export interface NameFinder {
  /** @param words and tags (Penn) of one sentence. */
  find(words: readonly string[], xpos: readonly string[]): NameRun[]
}

/** The name finder shipped here. */
export class TrainedNameFinder implements NameFinder {
  private readonly gazetteer: Gazetteer
  private readonly namer: Namer
  private readonly tagNumbers = new Map<string, number>()

  /** @param model its weights; read from `data/text` when not given. */
  constructor(model: LinearModel = Weights.unpack(readParts(WEIGHTS), "names"), gazetteer = ownGazetteer()) {
    this.gazetteer = gazetteer
    this.namer = new Namer(model, gazetteer)
  }

  find(words: readonly string[], xpos: readonly string[]): NameRun[] {
    const looks = words.map(word => wordLooks.of(word))
    // Most sentences of small letters hold no name at all.
    if (!looks.some(look => look.capital || look.digit)) return []
    const labels = this.namer.label({ looks, tags: Int32Array.from(xpos, tag => this.tagNumber(tag)) })
    return runsOf(labels).flatMap(run => apart(run, words, this.gazetteer))
  }

  private tagNumber(tag: string): number {
    let number = this.tagNumbers.get(tag)
    if (number === undefined) {
      number = textNumber(tag)
      this.tagNumbers.set(tag, number)
    }
    return number
  }
}

const WEIGHTS = new URL("../../data/text/names.weights", import.meta.url)

/** Names as runs of labels. */
export function runsOf(labels: Int32Array): NameRun[] {
  const found: NameRun[] = []
  labels.forEach((label, i) => {
    if (label <= 0) return
    const last = found.at(-1)
    if (isOpening(label) || last?.to !== i) found.push({ from: i, to: i + 1, kind: KINDS[kindOf(label)]! })
    else last.to = i + 1
  })
  return found
}

let trained: NameFinder | undefined

/** The name finder shipped here, loaded when it is first asked for. */
export const ownNameFinder: NameFinder = {
  find: (words, xpos) => {
    trained ??= new TrainedNameFinder()
    return trained.find(words, xpos)
  },
}

/** Names of persons, organisations, places, events, weapons and documents, as one engine sees them; a document's mentions agree. */
export const namesBy = (finder: NameFinder) =>
  stage({
    gives: "names",
    needs: ["tokens"],
    annotate: ({ tokens }): Name[] => {
      const runs: NameRun[] = []
      for (const [first, end] of sentenceRanges(tokens)) {
        const part = tokens.slice(first, end)
        const found = finder.find(
          part.map(token => token.norm),
          part.map(token => token.xpos),
        )
        for (const { from, to, kind } of found) runs.push({ from: first + from, to: first + to, kind })
      }
      return agree(runs, tokens).map(({ from, to, kind }) => ({
        from: tokens[from]!.from,
        to: tokens[to - 1]!.to,
        kind,
      }))
    },
  })

/** First token and the one after the last, of each sentence. */
function* sentenceRanges(tokens: readonly Token[]): Generator<[number, number]> {
  let first = 0
  for (let i = 1; i <= tokens.length; i++)
    if (i === tokens.length || tokens[i]!.sentence !== tokens[first]!.sentence) {
      yield [first, i]
      first = i
    }
}

/** Names of persons, organisations, places, events, weapons and documents. */
export const names = namesBy(ownNameFinder)
