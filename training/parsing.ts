import type { Shape } from "../src/text/treeNetwork.ts"
import { ROWS_A_WORD, WordRows } from "../src/text/wordRows.ts"
import type { WordLook } from "../src/text/words.ts"
import { chance, shuffled } from "./chance.ts"
import { type Lesson, LONGEST_LESSON, TreePupil } from "./treePupil.ts"

/** What a parser learns from. */
export interface ParsedSentence {
  readonly looks: readonly WordLook[]
  /** Tags as the tagger would give them, faults included. */
  readonly tags: Int32Array
  /** What other tags they might have (`Tagger.tag`). */
  readonly doubts: Int32Array
  readonly heads: readonly number[]
  readonly relations: Int32Array
  /** How likely it is looked at in a round: silver sentences may count less than once. */
  readonly share?: number
}

/** Words that have a vector of their own: the most frequent ones that were seen twice. */
const [VOCABULARY, SEEN] = [20_000, 2]
/** Words that are learned from at once, the pace at its highest, and the part of all words until it is reached; from there it falls to nought. */
const [TOGETHER, PACE, WARMING] = [600, 0.002, 0.012]

/** Learns the network of a parser and gives it back packed; the same sentences, rounds and seed give the same one. */
export function learnParser(
  sentences: readonly ParsedSentence[],
  sizes: Omit<Shape, "relations">,
  tagCount: number,
  relationCount: number,
  rounds: number,
  seed: number,
  told: (round: number, surprise: number) => void = () => {},
): Map<string, Uint8Array> {
  const next = chance(seed)
  const words = vocabulary(sentences)
  const rows = new WordRows(words, tagCount)
  const lessons = sentences
    .filter(({ looks }) => looks.length <= LONGEST_LESSON)
    .map(({ looks, tags, doubts, heads, relations, share = 1 }) => {
      const lesson: Lesson = { rows: new Int32Array(looks.length * ROWS_A_WORD), heads, relations }
      rows.of(looks, tags, doubts, lesson.rows)
      return { lesson, share }
    })
  const all = rounds * lessons.reduce((sum, { lesson, share }) => sum + lesson.relations.length * share, 0)
  const pupil = new TreePupil({ ...sizes, relations: relationCount }, rows.count, TOGETHER, next)
  let done = 0
  for (let round = 0; round < rounds; round++) {
    const order = shuffled(
      lessons.filter(({ share }) => share >= 1 || next() < share),
      next,
    )
    let surprise = 0
    const before = done
    for (let at = 0; at < order.length; ) {
      const together: Lesson[] = []
      for (let count = 0; at < order.length && count < TOGETHER; at++) {
        together.push(order[at]!.lesson)
        count += order[at]!.lesson.relations.length
        done += order[at]!.lesson.relations.length
      }
      const part = done / all
      surprise += pupil.learn(together, PACE * Math.min(1, part / WARMING) * Math.max(0.01, 1 - part))
    }
    told(round, surprise / (done - before))
  }
  return pupil.pack(words)
}

/** The words that get vectors of their own, the most frequent first. */
function vocabulary(sentences: readonly ParsedSentence[]): Int32Array {
  const counts = new Map<number, number>()
  for (const { looks } of sentences) for (const { lower } of looks) counts.set(lower, (counts.get(lower) ?? 0) + 1)
  return Int32Array.from(
    [...counts]
      .filter(([, count]) => count >= SEEN)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, VOCABULARY),
    ([word]) => word,
  )
}
