import type { Gazetteer } from "./gazetteer.ts"
import type { NameRun } from "./names.ts"
import { isTitleWord } from "./titles.ts"

/**
 * Parts countries from names that stand right behind them: two countries with a hyphen between ("U.S.-South Korea"),
 * and a person after the country of an office ("President of Ecuador Luis Silva").
 */
export function apart(run: NameRun, words: readonly string[], gazetteer: Gazetteer): NameRun[] {
  if (run.kind === "PER" || run.to - run.from < 2) return [run]
  const inside = words.slice(run.from, run.to)
  const country = gazetteer.entryLength(inside, "country")
  if (country === 0 || country === inside.length) return [run]
  const first: NameRun = { from: run.from, to: run.from + country, kind: "LOC" }
  const rest = inside.slice(country)
  // "United States – European Union": the dash that joins two names is part of neither
  if (rest[0] === "-" && rest.length === 1) return [first]
  if (rest[0] === "-" && gazetteer.entryLength(rest.slice(1), "country") === rest.length - 1)
    return [first, { from: first.to + 1, to: run.to, kind: "LOC" }]
  const office = words[run.from - 1] === "of" && isTitleWord(words[run.from - 2] ?? "")
  return office && rest.length > 1 && rest.every(word => /^\p{Lu}/u.test(word))
    ? [first, { from: first.to, to: run.to, kind: "PER" }]
    : [run]
}
