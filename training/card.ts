import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { basename, join } from "node:path"
import { names } from "../bench/quality/names.ts"
import { parse } from "../bench/quality/parse.ts"
import { TREEBANKS } from "./grammar.ts"
import { NAME_SETS } from "./names.ts"

const LICENCES: readonly (readonly [set: string, licence: string])[] = [
  ["ud-ewt", "Universal Dependencies English-EWT, CC BY-SA 4.0"],
  [
    "ud-gum",
    "Universal Dependencies English-GUM, annotations CC BY 4.0; only genres whose texts are CC BY, CC BY-SA or public domain: news, interview, academic, court, speech, vlog, bio, voyage",
  ],
  ["uner-ewt", "Universal NER on EWT, CC BY-SA 4.0"],
  ["crossner-politics", "CrossNER politics, MIT, texts Wikipedia CC BY-SA"],
  ["re3d", "Dstl re3d, public domain, OGL and CC BY(-SA) by folder"],
]

/** The model card: what was learned from, under which licence, and how good it is. Scores are of the weights just written. */
export async function modelCard(data: string, silver: string | undefined, crossed: string): Promise<string> {
  const files = [...TREEBANKS, ...NAME_SETS.map(([path]) => path)]
  const percent = (value: unknown) => (100 * Number(value)).toFixed(2)
  const rows: string[] = []
  for (const set of ["ud-ewt/dev.conllu", "ud-gum/dev.conllu"]) {
    const { scores } = await parse.run([`${data}/${set}`])
    const { upos, xpos, lemma, uas, las, sentences, tokens } = scores
    rows.push(`| ${set} | ${[upos, xpos, lemma, uas, las, sentences, tokens].map(percent).join(" | ")} |`)
  }
  const unerDev = (await names.run([`${data}/uner-ewt/dev.iob2`])).scores.overall as { f1: number }
  return `# Weights of \`data/text\`

Written by \`node training/train.ts --data DATA${silver ? " --silver FILE" : ""}\`; the same data give the same weights.
Linear models (averaged perceptrons) for tags and names, a network of simple recurrent units for trees
(\`src/network/sentenceNetwork.ts\`), and rules for lemmas; all but the rules see the classes of words in \`classes.txt\` (\`training/wordClasses.ts\`).
The weight files are under CC BY-SA 4.0, as the share-alike sets ask; the code is Apache-2.0.

## Learned from

${LICENCES.map(([set, licence]) => `- \`${set}\`: ${licence}`).join("\n")}
${files.map(file => `- \`${file}\`, SHA-256 ${hash(join(data, file))}`).join("\n")}
${
  silver
    ? `- \`${basename(silver)}\`, SHA-256 ${hash(silver)}: sentences of \`state-releases\` (US Government work) and \`current-events\`
  (Wikipedia, CC BY-SA 4.0) divided by \`training/plainText.ts\`, parsed by \`training/teacher/teacher.py\` (a BiLSTM with
  biaffine arcs, learned from the same treebanks), all whose heads form a tree. The teacher stops by the clock, so its
  sentences cannot be made again bit for bit; the hash names them.`
    : "- no silver sentences"
}

## Development scores

Gold sentences and words, own tags, punctuation and relation subtypes counted; sentences and tokens are F1 from raw text.

| set | UPOS | XPOS | lemma | UAS | LAS | sentences | tokens |
|---|---|---|---|---|---|---|---|
${rows.join("\n")}

Names, exact stretch and kind, persons, organisations and places: ${percent(unerDev.f1)} F1 on \`uner-ewt/dev.iob2\`, whose guidelines differ
from those of the sets learned from. The names shipped have learned from all of \`crossner-politics\` and \`re3d\`, so scores on
these are no measure of them; learned on three quarters and scored on the fourth, four times: ${crossed}.

Tagging is trained on web text and eight genres of GUM; headlines are copies of treebank sentences in headline capitals. Every
sentence of the treebanks that is told in the past is learned once more in the historical present ("Rebels attack the city"), and every
twelfth of our own stories (\`data/annotations/stories.json\`), which the grammar that shipped before has tagged.
Expect less on speech written down, on telegrams and on text translated by machine.
`
}

/** SHA-256 of a file, or of a folder's files in order. */
function hash(path: string): string {
  const sum = createHash("sha256")
  const add = (file: string) => {
    if (!existsSync(file)) throw new Error(`${file} is not there`)
    if (statSync(file).isDirectory()) for (const name of readdirSync(file).sort()) add(join(file, name))
    else sum.update(readFileSync(file))
  }
  add(path)
  return sum.digest("hex")
}
