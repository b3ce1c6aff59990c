import data from "../../data/linking/weapons.json" with { type: "json" }
import type { Claim } from "../model/claim.ts"

const CLASSES = data.classes.map(({ name, words }) => ({ name, words: new RegExp(`\\b(?:${words})\\b`, "i") }))

/** The class of weapon that words name, from general to particular: "missile/ballistic/intercontinental"; nothing where they name none. */
export const weaponOf = (words: string): string | undefined => CLASSES.find(c => c.words.test(words))?.name

/** The class of weapon a claim tells of, by its slots, else by the words of its mentions; the most particular one. */
export function weaponClass({ slots, mentions }: Claim): string | undefined {
  const told = [[slots.range?.value, slots.weapon?.value].filter(Boolean).join(" "), ...mentions.map(m => m.quote)]
  const found = told.flatMap(words => weaponOf(words) ?? [])
  // a bomb "that can be fitted on an ICBM" is no missile, nor is an engine for one
  const decisive = data.decisive.find(name => found.includes(name))
  if (decisive) return decisive
  return found.sort((a, b) => b.split("/").length - a.split("/").length || (a < b ? -1 : 1)).at(0)
}

/** Tests that nobody takes for the launch of a missile or rocket: they are counted by themselves. */
const APART = ["nuclear", "engine"]

/** What is tested, as far as tests are counted by themselves: "nuclear", "engine", or else "launch". */
export function testOf(claims: readonly Claim[]): string {
  const kinds = claims.flatMap(claim => weaponClass(claim) ?? [])
  return APART.find(kind => kinds.includes(kind)) ?? "launch"
}

/** How two classes stand: one holds the other, they are of other kinds that a teller may mix up, or nobody could. */
export function weaponsAgree(a: string, b: string): "same" | "other" | "never" {
  const within = (x: string, y: string) => x === y || x.startsWith(`${y}/`)
  if (within(a, b) || within(b, a)) return "same"
  if (a !== b && [a, b].some(kind => APART.includes(kind))) return "never"
  return data.vague.includes(a) || data.vague.includes(b) ? "same" : "other"
}
