/**
 * node training/train.ts --data DATA [--silver FILE] [--only grammar|tags|names] [--crossed]
 * Learns the grammar (tags, lemmas, trees) and the names, prints scores on the development sets, and writes the
 * weights and their model card to data/text. The same data give the same weights. `--only tags` keeps the trees that are learned.
 *
 * DATA is the folder of public sets (see the model card for which are used); FILE is CoNLL-U that a teacher made
 * (training/teacher/teacher.py).
 */
import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { modelCard } from "./card.ts"
import { learnGrammar, relearnTags } from "./grammar.ts"
import { crossValidated, learnNames } from "./names.ts"

const { values } = parseArgs({
  options: {
    data: { type: "string" },
    silver: { type: "string" },
    only: { type: "string" },
    crossed: { type: "boolean" },
  },
})
if (!values.data) {
  console.error("usage: node training/train.ts --data DATA [--silver FILE] [--only grammar|tags|names] [--crossed]")
  process.exit(2)
}
const grammar = new URL("../data/text/grammar.weights", import.meta.url)
if (values.only === "tags") {
  // Trees are not learned again, and the card tells of them: it is mended by hand.
  writeFileSync(grammar, relearnTags(values.data, grammar))
  process.exit()
}
if (values.only !== "names") writeFileSync(grammar, learnGrammar(values.data, values.silver))
// Names are learned on the tags of the grammar just written.
if (values.only !== "grammar") writeFileSync("data/text/names.weights", learnNames(values.data))
// Four more name finders are learned only to be scored, which takes minutes.
const crossed = values.crossed ? crossValidated(values.data) : "not measured in this run (--crossed)"
const card = await modelCard(values.data, values.silver, crossed)
writeFileSync("data/text/MODEL.md", card)
console.log(card)
