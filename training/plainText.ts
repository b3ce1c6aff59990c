/**
 * node training/plainText.ts DATA > TEXT
 * Writes the sentences of `state-releases` and `current-events`, divided as the product divides them, as JSON lists of
 * words: what the teacher parses for the pupil.
 */
import { readFileSync } from "node:fs"
import { plainWord } from "../src/text/norm.ts"
import { splitSentences } from "../src/text/sentences.ts"
import { tokenize } from "../src/text/tokenizer.ts"

const [data] = process.argv.slice(2)
if (!data) {
  console.error("usage: node training/plainText.ts DATA > TEXT")
  process.exit(2)
}
const lines: string[] = []
for (const file of ["state-releases/releases.jsonl", "current-events/events.jsonl"])
  for (const line of readFileSync(`${data}/${file}`, "utf8").split("\n")) {
    if (line === "") continue
    const { text } = JSON.parse(line) as { text: string }
    for (const { from, to } of splitSentences(text)) {
      const words: string[] = []
      tokenize(text, from, to, (a, b) => words.push(plainWord(text.slice(a, b))))
      if (words.length > 0) lines.push(JSON.stringify(words))
    }
  }
process.stdout.write(`${lines.join("\n")}\n`)
