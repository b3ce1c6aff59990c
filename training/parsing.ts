import type { Shape } from "../src/network/sentenceNetwork.ts"
import { ROWS_A_WORD, WordRows } from "../src/network/wordRows.ts"
import type { WordLook } from "../src/network/words.ts"
import { chance } from "./chance.ts"
import { type Lesson, LONGEST_LESSON, SentencePupil } from "./sentencePupil.ts"
import { study, TOGETHER } from "./study.ts"

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
/** The pace at its highest. */
const PACE = 0.002

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
      const children = Int32Array.from(heads.keys()).filter(child => heads[child]! >= 0)
      const lesson: Lesson = {
        rows: new Int32Array(looks.length * ROWS_A_WORD),
        heads,
        children,
        governors: children.map(child => heads[child]!),
        relations: children.map(child => relations[child]!),
      }
      rows.of(looks, tags, doubts, lesson.rows)
      return { lesson, share }
    })
  const pupil = new SentencePupil({ ...sizes, relations: relationCount }, rows.count, TOGETHER, next)
  study(pupil, lessons, rounds, PACE, next, (round, { governors }) => told(round, governors))
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
