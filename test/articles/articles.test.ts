import { readdirSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import { type GoldDocument, score } from "../../bench/quality/eventScore.ts"
import { read, records } from "../../src/cli/reading.ts"
import { documents } from "../../src/sources/index.ts"

// Floors, a little under what is reached: reading that falls below one of them has got worse, whatever else it gained.
const FLOORS = { type: 0.6, who: 0.42, full: 0.25 } as const

it("reads our own sample reports, whole, as well as it did", async () => {
  const gold: GoldDocument[] = JSON.parse(readFileSync(new URL("examples.gold.json", import.meta.url), "utf8"))
  const files = readdirSync("examples").filter(name => name.endsWith(".txt"))
  const found = []
  for await (const next of documents(files.map(name => `examples/${name}`))) {
    expect(next).toHaveProperty("document")
    if ("document" in next) found.push(...records(read(next.document)))
  }
  const { levels } = score(gold, found).scores
  for (const [level, floor] of Object.entries(FLOORS))
    expect(levels[level as keyof typeof FLOORS].f1, `${level} F1`).toBeGreaterThan(floor)
})

it("has a gold record for every sample report", () => {
  const gold: GoldDocument[] = JSON.parse(readFileSync(new URL("examples.gold.json", import.meta.url), "utf8"))
  const reports = readdirSync("examples").filter(name => name.endsWith(".txt"))
  expect(gold.map(({ doc }) => `${doc}.txt`).sort()).toEqual(reports.sort())
})
