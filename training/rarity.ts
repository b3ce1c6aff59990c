/**
 * node training/rarity.ts ITEMS.jsonl — counts in how many news items each word stands, by its stem, and writes data/linking/rarity.tsv:
 * first the number of items, then every stem that at least `LEAST` of them carry. A headline alone does not say how rare its words are.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { tellingWords } from "../src/linking/wording.ts"

/** Rarer stems are all taken for equally rare. */
const LEAST = 20

const items = readFileSync(process.argv[2] ?? "../shared/data/current-events/events.jsonl", "utf8")
  .trim()
  .split("\n")
const carriers = new Map<string, number>()
for (const item of items) {
  const { text } = JSON.parse(item) as { text: string }
  for (const stem of new Set(tellingWords(text).map(word => word.stem)))
    carriers.set(stem, (carriers.get(stem) ?? 0) + 1)
}
const lines = [...carriers]
  .filter(([stem, count]) => count >= LEAST && /^[\p{L}\p{N}.,]+$/u.test(stem))
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
  .map(([stem, count]) => `${stem}\t${count}`)
writeFileSync(new URL("../data/linking/rarity.tsv", import.meta.url), `${[`\t${items.length}`, ...lines].join("\n")}\n`)
