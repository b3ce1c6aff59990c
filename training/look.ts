/**
 * Prints what learned features of the events room speak for.
 *
 *   node training/look.ts status ~summon   features of data/events/status.weights.tsv.zst that hold "~summon", strongest first
 *   node training/look.ts status           all of them
 *   node training/look.ts type ~summon     the same of data/events/type.network.tsv.zst, as if every unit were awake
 */
import { existsSync, readFileSync } from "node:fs"
import { zstdDecompressSync } from "node:zlib"

const [name, part = ""] = process.argv.slice(2)
if (!name) {
  console.error("usage: node training/look.ts type|choice|status|ground|same [PART OF A FEATURE]")
  process.exit(2)
}
const folder = new URL("../data/events/", import.meta.url)
const kind = existsSync(new URL(`${name}.network.tsv.zst`, folder)) ? "network" : "weights"
const text = zstdDecompressSync(readFileSync(new URL(`${name}.${kind}.tsv.zst`, folder)))
  .toString()
  .trimEnd()
  .split("\n")
/** For each class of a network, what each unit says for it. */
const outer =
  kind === "weights"
    ? []
    : text
        .splice(0, Number(text[0]) + 2)
        .slice(2)
        .map(line => line.split(" "))
const [, head = "", ...lines] = text
const classes = kind === "weights" ? head.split(" ") : outer.map(([name = ""]) => name)

/** What a feature speaks for, in hundredths: what it says for each class, or through all units. */
function through(cells: readonly (readonly [at: number, said: number])[]): readonly (readonly [number, number])[] {
  if (kind === "weights") return cells
  return outer.map(([, , ...units], c) => [
    c,
    Math.round(cells.reduce((sum, [unit, hundredths]) => sum + hundredths * Number(units[unit]), 0)),
  ])
}

const features = lines.flatMap(line => {
  const [feature = "", cells = ""] = line.split("\t")
  if (!feature.includes(part)) return []
  const weights = [...through(cells.split(" ").map(cell => cell.split(":").map(Number) as [number, number]))].sort(
    (a, b) => Math.abs(b[1]) - Math.abs(a[1]),
  )
  return [{ feature, weights, most: Math.abs(weights[0]![1]) }]
})
for (const { feature, weights } of features.sort((a, b) => b.most - a.most))
  console.log(`${feature}\t${weights.map(([at, hundredths]) => `${classes[at]} ${hundredths / 100}`).join(", ")}`)
