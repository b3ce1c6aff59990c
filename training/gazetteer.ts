/**
 * node training/gazetteer.ts
 * Writes data/text/gazetteer.txt anew: names of people and places and the like, as hints for the name finder, from the
 * lexicon of compromise (MIT) and the region names of Unicode CLDR that Node carries.
 */
import { writeFileSync } from "node:fs"
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
const regions = new Intl.DisplayNames("en", { type: "region" })
for (let a = 65; a <= 90; a++)
  for (let b = 65; b <= 90; b++) {
    const code = String.fromCharCode(a, b)
    const name = regions.of(code)
    if (name && name !== code && !name.includes("(")) lists.get("country")!.add(name.toLowerCase().replace("&", "and"))
  }
const sections = [...lists].map(([list, words]) => `[${list}]\n${[...words].sort().join("\n")}`)
writeFileSync(
  "data/text/gazetteer.txt",
  `# Hints for the name finder, in lower case. From compromise ${nlp.version} (MIT, Spencer Kelly) and Unicode CLDR region\n# names (Unicode Licence v3) by training/gazetteer.ts; 2026-11-21.\n\n${sections.join("\n\n")}\n`,
)
