import { COARSE, readNames, Tally } from "../bench/quality/names.ts"
import { ownGazetteer } from "../src/text/gazetteer.ts"
import { namesBy, TrainedNameFinder } from "../src/text/names.ts"
import { ownGrammarian } from "../src/text/tokens.ts"
import { writeParts } from "./learner.ts"
import { type NamedText, readNameSet } from "./nameSets.ts"
import { labelled, learnNamer } from "./naming.ts"

/** The sets learned from, under the data folder, and how many times each is shown in a round. */
export const NAME_SETS: readonly (readonly [path: string, times: number])[] = [
  ["uner-ewt/train.iob2", 1],
  ["crossner-politics/train.txt", 2],
  ["crossner-politics/dev.txt", 2],
  ["re3d", 2],
]
const ROUNDS = 6
const FOLDS = 4

/** Learns the name finder and gives it back as a weight file. */
export function learnNames(data: string): Buffer {
  const sentences = NAME_SETS.flatMap(([path, times]) => {
    const set = labelled(readNameSet(`${data}/${path}`), ownGrammarian)
    return Array.from({ length: times }, () => set).flat()
  })
  const learner = learnNamer(sentences, ownGazetteer(), ROUNDS, 1)
  return writeParts(learner.pack("names", 1))
}

/**
 * How good names are on text not learned from: a quarter of the sets of politics and defence is held back, four
 * times. Gives a phrase for the model card.
 */
export function crossValidated(data: string): string {
  const gazetteer = ownGazetteer()
  const web = labelled(readNameSet(`${data}/uner-ewt/train.iob2`), ownGrammarian)
  const sets = {
    "CrossNER politics": ["crossner-politics/train.txt", "crossner-politics/dev.txt"],
    re3d: ["re3d"],
  }
  const texts = Object.entries(sets).map(([name, paths]) => ({
    name,
    texts: paths.flatMap(path => readNameSet(`${data}/${path}`)),
    tally: new Tally(),
  }))
  for (let fold = 0; fold < FOLDS; fold++) {
    const seen = texts.flatMap(set =>
      labelled(
        set.texts.filter((_, i) => i % FOLDS !== fold),
        ownGrammarian,
      ),
    )
    const finder = new TrainedNameFinder(learnNamer([...web, ...seen, ...seen], gazetteer, ROUNDS, 1), gazetteer)
    for (const set of texts)
      for (const text of set.texts.filter((_, i) => i % FOLDS === fold)) count(text, namesBy(finder), set.tally)
  }
  return texts.map(({ name, tally }) => `${name} F1 ${(100 * tally.triple.f1).toFixed(1)}`).join(", ")
}

function count(text: NamedText, stage: ReturnType<typeof namesBy>, tally: Tally): void {
  const gold = text.names.filter(name => COARSE.includes(name.kind))
  const read = readNames(text, stage).filter(name => COARSE.includes(name.kind))
  tally.gold += gold.length
  tally.read += read.length
  tally.right += read.filter(r => gold.some(g => g.from === r.from && g.to === r.to && g.kind === r.kind)).length
}
