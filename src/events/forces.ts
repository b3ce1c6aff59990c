import { readFileSync } from "node:fs"
import type { Scene } from "./scene.ts"

/** Lemmas of what harms people without being anybody's deed. */
const FORCES: ReadonlySet<string> = new Set(
  readFileSync(new URL("../../data/events/forces.txt", import.meta.url), "utf8")
    .split("\n")
    .filter(line => !line.startsWith("#"))
    .flatMap(line => line.split(" ").filter(Boolean)),
)

/** Prepositions before what harmed somebody: "killed in floods", "hit by a typhoon". */
const HARMED_BY = /^(?:in|by|from|during)$/

/**
 * Whether what a word tells was done by a force of nature, a disease or an accident: "floods hit Bangladesh", "killed in an avalanche". What somebody owns
 * ("Israel's storm of rockets") may be his deed.
 */
export function isForce(scene: Scene, at: number): boolean {
  const { grammar } = scene
  const doers = grammar.doers(at)
  const harming =
    doers.length > 0
      ? doers
      : grammar.phrases(at).flatMap(({ preposition, head }) => (HARMED_BY.test(preposition) ? [head] : []))
  return harming.some(head => FORCES.has(grammar.lemma(head).toLowerCase()) && !isOwned(scene, head))
}

/** Whether an actor stands before a noun as its owner: "Israel's storm", "an Israeli storm". */
const isOwned = (scene: Scene, noun: number) =>
  scene.grammar.childrenBy(noun, "nmod:poss", "amod", "compound").some(child => scene.mentionsOf(child).length > 0)
