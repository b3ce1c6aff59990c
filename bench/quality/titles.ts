import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { english } from "../../src/english.ts"
import type { Actor } from "../../src/model/layers.ts"
import type { Task } from "../task.ts"

const GOLD = new URL("titles.gold.tsv", import.meta.url)

/** Persons and offices named in the titles of releases: state and person both right, within the whole release. */
export const titles: Task = {
  name: "titles",
  means: "persons and offices in the titles of releases, state and person both right",
  usage: "RELEASES.jsonl…",
  async run(paths) {
    const gold = goldTitles()
    const items: Record<string, { right: boolean; read: string }> = {}
    let right = 0
    let all = 0
    let read = 0
    let good = 0
    const missed: string[] = []
    for (const line of paths.flatMap(path => readFileSync(path, "utf8").split("\n"))) {
      if (!line.trim()) continue
      const doc = JSON.parse(line) as { id: string; title: string; text: string }
      const key = createHash("sha1").update(doc.title).digest("hex").slice(0, 10)
      const wanted = gold.get(key)
      if (!wanted || !doc.text.startsWith(doc.title)) continue
      gold.delete(key)
      const persons = english
        .read(doc)
        .actors.filter(({ to, kind }) => to <= doc.title.length && (kind === "person" || kind === "office"))
        .flatMap(({ actors }) => actors)
      for (const want of wanted) {
        const found = persons.some(person => isSame(want, person))
        all++
        if (found) right++
        else missed.push(`${written(want)}: ${persons.map(written).join(", ")} | ${doc.title}`)
        items[`${key} ${written(want)}`] = { right: found, read: persons.map(written).join(", ") }
      }
      read += persons.length
      good += persons.filter(person => wanted.some(want => isSame(want, person))).length
    }
    const percent = (x: number) => (100 * x).toFixed(1)
    return {
      scores: { right: all ? right / all : 0, precision: read ? good / read : 0, persons: all },
      items,
      summary: [
        `${all} persons and offices, state and person both right: ${percent(right / all)} %`,
        `of ${read} read in the titles, ${percent(good / read)} % stand in the list`,
        ...missed.map(line => `  ${line}`),
      ].join("\n"),
    }
  },
}

function goldTitles(): Map<string, readonly Actor[]> {
  const gold = new Map<string, readonly Actor[]>()
  for (const line of readFileSync(GOLD, "utf8").split("\n")) {
    if (line.startsWith("#") || !line.trim()) continue
    const [key = "", actors = ""] = line.split("\t")
    gold.set(
      key,
      actors.split("; ").map(actor => {
        const at = actor.indexOf(":")
        return { state: actor.slice(0, at), name: actor.slice(at + 1) }
      }),
    )
  }
  return gold
}

const written = ({ state, name }: Actor) => `${state}:${name ?? ""}`

const wordsOf = (name = "") =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter(word => word.length > 1)

/** Same state, and the words of one name all within the other. */
function isSame(want: Actor, read: Actor): boolean {
  if (want.state !== read.state) return false
  const [a, b] = [wordsOf(want.name), wordsOf(read.name)]
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.length > 0 && short.every(word => long.includes(word))
}
