import { Gazetteer } from "../src/text/gazetteer.ts"
import { ownGrammarian } from "../src/text/tokens.ts"
import { writeParts } from "./learner.ts"
import { readNameSet } from "./nameSets.ts"
import { labelled, learnNamer } from "./naming.ts"

/** The sets learned from, under the data folder, and how many times each is shown in a round. */
export const NAME_SETS: readonly (readonly [path: string, times: number])[] = [
  ["uner-ewt/train.iob2", 1],
  ["crossner-politics/train.txt", 2],
  ["crossner-politics/dev.txt", 2],
  ["re3d", 2],
]
const ROUNDS = 8

/** Learns the name finder and gives it back as a weight file. */
export function learnNames(data: string): Buffer {
  const sentences = NAME_SETS.flatMap(([path, times]) => {
    const set = labelled(readNameSet(`${data}/${path}`), ownGrammarian)
    return Array.from({ length: times }, () => set).flat()
  })
  const learner = learnNamer(sentences, new Gazetteer(), ROUNDS, 1)
  return writeParts(learner.pack("names", 0.05))
}
