import type { WordLook } from "../src/network/words.ts"
import type { Gazetteer } from "../src/text/gazetteer.ts"
import { SURE, Tagger } from "../src/text/tagger.ts"
import { chance, shuffled } from "./chance.ts"
import { Learner } from "./learner.ts"

/** What a tagger learns from. */
export interface TaggedSentence {
  readonly looks: readonly WordLook[]
  /** Numbers of the right tags. */
  readonly tags: Int32Array
}

/** A word must be seen this often before its tags become a habit. */
const KNOWN = 3
/** A word seen so often with one tag alone, slips of the annotators apart, has no other. */
const OFTEN = 30
const SLIP = 0.003
/** A tag that a word has less often than this is no habit. */
const RARE = 0.03

/** For each common word the set of tags it takes, as the number of the set. */
export function tagHabits(sentences: readonly TaggedSentence[]): Map<number, number> {
  const counts = new Map<number, Map<number, number>>()
  for (const { looks, tags } of sentences)
    looks.forEach((look, i) => {
      const seen = counts.get(look.lower) ?? new Map<number, number>()
      seen.set(tags[i]!, (seen.get(tags[i]!) ?? 0) + 1)
      counts.set(look.lower, seen)
    })
  const sets = new Map<string, number>()
  const habits = new Map<number, number>()
  for (const [word, seen] of counts) {
    const all = [...seen.values()].reduce((a, b) => a + b, 0)
    if (all < KNOWN) continue
    const [top, most] = [...seen].reduce((a, b) => (b[1] > a[1] ? b : a))
    if (all >= OFTEN && all - most <= all * SLIP) {
      habits.set(word, SURE + top)
      continue
    }
    const set = [...seen]
      .filter(([, count]) => count >= all * RARE)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, 4)
      .map(([tag]) => tag)
      .join(" ")
    if (!sets.has(set)) sets.set(set, sets.size + 1)
    habits.set(word, sets.get(set)!)
  }
  return habits
}

/** Learns a tagger; the same sentences, rounds and seed give the same one. */
export function learnTagger(
  sentences: readonly TaggedSentence[],
  tagCount: number,
  gazetteer: Gazetteer,
  rounds: number,
  seed: number,
): { learner: Learner; habits: Map<number, number> } {
  const learner = new Learner(tagCount)
  const habits = tagHabits(sentences)
  const tagger = new Tagger(learner, habits, tagCount, gazetteer)
  const next = chance(seed)
  for (let round = 0; round < rounds; round++)
    for (const { looks, tags: right } of shuffled(sentences, next)) {
      const tags = new Int32Array(looks.length)
      tagger.tag(looks, tags, undefined, (i, list) => {
        learner.tick()
        if (tags[i] !== right[i]) learner.update(list, right[i]!, tags[i]!)
      })
    }
  return { learner, habits }
}
