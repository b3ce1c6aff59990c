import type { Actor } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import type { Scene } from "./scene.ts"

/** So many clauses, one above the other, are asked who acts in them. */
const HEIGHT = 3

/** Who acts in the nearest clause around a word of which that is known: in "he urged Seoul to release them", he, for the release too. */
function actingAround(scene: Scene, at: number): { readonly actors: readonly Actor[]; readonly height: number } {
  const { grammar } = scene
  const clause = (word: number) => (word < 0 || grammar.isVerb(word) ? word : grammar.verbAbove(word))
  let verb = clause(at)
  for (let height = 0; verb >= 0 && height < HEIGHT; height++) {
    const actors = grammar.doers(verb).flatMap(doer => scene.actorsOf(doer).flatMap(mention => mention.actors))
    if (actors.length > 0) return { actors, height: verb === at ? 0 : height + 1 }
    verb = clause(grammar.head(verb))
  }
  return { actors: [], height: 0 }
}

/**
 * Whether who acts around a word was named in another sentence: the very "same", another of the "state", none of them ("other"), or
 * "nobody" is known to act; and how many clauses above the word he acts.
 */
export function actedThere(scene: Scene, at: number, sentence: number): string {
  const { actors, height } = actingAround(scene, at)
  if (actors.length === 0) return "nobody"
  const there = scene.standingAlone(sentence).flatMap(mention => mention.actors)
  const named = actors.some(actor => there.some(other => sameActor(actor, other)))
  const ofState = actors.some(({ state }) => state !== "-" && there.some(other => other.state === state))
  return `${named ? "same" : ofState ? "state" : "other"} ${height}`
}
