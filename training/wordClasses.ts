/**
 * Sorts the words of many reports into classes by the company they keep, so that a verb never annotated is read like its neighbours.
 *
 *   node training/wordClasses.ts FILE.jsonl …   reads the `text` of every line and writes data/events/wordClasses.tsv
 *
 * Each word is a vector of its neighbours (two to either side, by place), weighted by how much oftener than by chance they meet;
 * spherical k-means gathers the vectors, once into few and once into many classes.
 */
import { readFileSync, writeFileSync } from "node:fs"

const WORDS = 7000
const NEIGHBOURS = 1500
const CLASSES = [64, 320]
const ROUNDS = 14

const counts = new Map<string, number>()
const texts: string[][] = []
for (const file of process.argv.slice(2))
  for (const line of readFileSync(file, "utf8").split("\n").filter(Boolean)) {
    const words: string[] =
      (JSON.parse(line).text as string).toLowerCase().match(/[\p{L}][\p{L}'’-]*|\d+|[.,;:]/gu) ?? []
    texts.push(words)
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  }
const ranked = [...counts].sort((a, b) => b[1] - a[1])
const words = ranked
  .filter(([word]) => /^\p{L}/u.test(word))
  .slice(0, WORDS)
  .map(([word]) => word)
const wordAt = new Map(words.map((word, at) => [word, at]))
const neighbourAt = new Map(ranked.slice(0, NEIGHBOURS).map(([word], at) => [word, at]))

const PLACES = [-2, -1, 1, 2]
const rows: Map<number, number>[] = words.map(() => new Map())
const columns = new Float64Array(NEIGHBOURS * PLACES.length)
let total = 0
for (const text of texts)
  text.forEach((word, at) => {
    const row = wordAt.get(word)
    if (row === undefined) return
    PLACES.forEach((place, p) => {
      const neighbour = neighbourAt.get(text[at + place] ?? "")
      if (neighbour === undefined) return
      const column = neighbour * PLACES.length + p
      rows[row]!.set(column, (rows[row]!.get(column) ?? 0) + 1)
      columns[column]! += 1
      total++
    })
  })
const vectors = rows.map(row => {
  const sum = [...row.values()].reduce((a, b) => a + b, 0)
  const cells = [...row].flatMap(([column, count]): [number, number][] => {
    const surprise = Math.log((count * total) / (sum * columns[column]! ** 0.75 * total ** 0.25))
    return surprise > 0 ? [[column, surprise]] : []
  })
  const length = Math.sqrt(cells.reduce((a, [, value]) => a + value * value, 0)) || 1
  return cells.map(([column, value]) => [column, value / length] as const)
})

/** Spherical k-means, begun from words spread over the frequency ranks, so that it gives the same classes every time. */
function classesOf(k: number): number[] {
  const width = columns.length
  let centres = Array.from({ length: k }, (_, c) => {
    const centre = new Float64Array(width)
    for (const [column, value] of vectors[Math.floor((c * Math.min(vectors.length, k * 4)) / k)]!)
      centre[column] = value
    return centre
  })
  let chosen: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    chosen = vectors.map(vector => {
      let best = 0
      let most = -1
      for (let c = 0; c < k; c++) {
        const centre = centres[c]!
        let near = 0
        for (const [column, value] of vector) near += value * centre[column]!
        if (near > most) {
          most = near
          best = c
        }
      }
      return best
    })
    centres = centres.map(() => new Float64Array(width))
    vectors.forEach((vector, at) => {
      const centre = centres[chosen[at]!]!
      for (const [column, value] of vector) centre[column]! += value
    })
    for (const centre of centres) {
      let length = 0
      for (const value of centre) length += value * value
      const scale = 1 / (Math.sqrt(length) || 1)
      for (let column = 0; column < width; column++) centre[column]! *= scale
    }
  }
  return chosen
}

const [few, many] = CLASSES.map(classesOf)
writeFileSync(
  new URL("../data/events/wordClasses.tsv", import.meta.url),
  `${words.map((word, at) => `${word}\t${few![at]}\t${many![at]}`).join("\n")}\n`,
)
