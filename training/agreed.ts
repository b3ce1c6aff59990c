/**
 * node training/agreed.ts TAUGHT [SHARE] > SILVER
 * Keeps those of a teacher's sentences (CoNLL-U) on whose tree the grammar shipped now agrees: two parsers that err
 * differently are seldom wrong together (Sagae and Tsujii 2007). SHARE is the least part of equal governors, 0.9.
 */
import { ownGrammarian } from "../src/text/tokens.ts"
import { readConllu } from "./conllu.ts"

const [file, share = "0.9"] = process.argv.slice(2)
if (!file) {
  console.error("usage: node training/agreed.ts TAUGHT [SHARE] > SILVER")
  process.exit(2)
}
let kept = 0
const taught = readConllu(file)
const lines: string[] = []
for (const { words, upos, xpos, heads, relations } of taught) {
  const own = ownGrammarian.read(words)
  const equal = heads.filter((head, i) => own.heads[i] === head).length
  if (equal < words.length * Number(share)) continue
  kept += 1
  words.forEach((word, i) => {
    lines.push(`${i + 1}\t${word}\t_\t${upos[i]}\t${xpos[i]}\t_\t${heads[i]! + 1}\t${relations[i]}\t_\t_`)
  })
  lines.push("")
}
process.stdout.write(`${lines.join("\n")}\n`)
console.error(`kept ${kept} of ${taught.length} sentences`)
