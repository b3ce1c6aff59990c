import { shuffled } from "./chance.ts"
import type { Lesson, SentencePupil, Surprise } from "./sentencePupil.ts"

/** Words that are learned from at once. */
export const TOGETHER = 600
/** The part of all words until the pace is at its highest; from there it falls to nought. */
const WARMING = 0.012

/** A lesson, and how likely it is looked at in a round: one that is doubtful may count less than once. */
export interface Shared {
  readonly lesson: Lesson
  readonly share: number
}

/**
 * Lets a pupil go through lessons again and again, each time in another order.
 * @param highest pace
 * @param told after each round of the surprise at each word
 */
export function study(
  pupil: SentencePupil,
  lessons: readonly Shared[],
  rounds: number,
  highest: number,
  chance: () => number,
  told: (round: number, surprise: Surprise) => void = () => {},
): void {
  const wordsOf = ({ rows }: Lesson) => rows.length / pupil.network.rowsAWord
  const all = rounds * lessons.reduce((sum, { lesson, share }) => sum + wordsOf(lesson) * share, 0)
  let done = 0
  for (let round = 0; round < rounds; round++) {
    const order = shuffled(
      lessons.filter(({ share }) => share >= 1 || chance() < share),
      chance,
    )
    let [governors, relations] = [0, 0]
    const before = done
    for (let at = 0; at < order.length; ) {
      const together: Lesson[] = []
      for (let count = 0; at < order.length && count < TOGETHER; at++) {
        together.push(order[at]!.lesson)
        count += wordsOf(order[at]!.lesson)
        done += wordsOf(order[at]!.lesson)
      }
      const part = done / all
      const surprise = pupil.learn(together, highest * Math.min(1, part / WARMING) * Math.max(0.01, 1 - part))
      governors += surprise.governors
      relations += surprise.relations
    }
    told(round, { governors: governors / (done - before), relations: relations / (done - before) })
  }
}
