/**
 * Prints what learned features of the events room speak for.
 *
 *   node training/look.ts type ~summon   features of data/events/type.weights.tsv.zst that hold "~summon", strongest first
 *   node training/look.ts type           all of them
 */
import { readFileSync } from "node:fs"
import { zstdDecompressSync } from "node:zlib"

const [name, part = ""] = process.argv.slice(2)
if (!name) {
  console.error("usage: node training/look.ts type|choice|status|ground|same [PART OF A FEATURE]")
  process.exit(2)
}
const file = new URL(`../data/events/${name}.weights.tsv.zst`, import.meta.url)
const [, head = "", ...lines] = zstdDecompressSync(readFileSync(file)).toString().trimEnd().split("\n")
const classes = head.split(" ")
const features = lines.flatMap(line => {
  const [feature = "", cells = ""] = line.split("\t")
  if (!feature.includes(part)) return []
  const weights = cells
    .split(" ")
    .map(cell => cell.split(":").map(Number) as [number, number])
    .sort((a, b) => Math.abs(b[1]) - Math.abs(a[1]))
  return [{ feature, weights, most: Math.abs(weights[0]![1]) }]
})
for (const { feature, weights } of features.sort((a, b) => b.most - a.most))
  console.log(`${feature}\t${weights.map(([at, hundredths]) => `${classes[at]} ${hundredths / 100}`).join(", ")}`)
