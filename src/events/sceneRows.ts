import type { ActorMention } from "../model/layers.ts"
import { textNumber } from "../network/textNumber.ts"
import { ROWS_A_WORD, WordRows } from "../network/wordRows.ts"
import { wordLooks } from "../network/words.ts"
import { TOLD } from "./questions.ts"
import type { Scene } from "./scene.ts"
import { type Stretch, sentencesIn, tokensOf } from "./stretches.ts"
import type { Candidate } from "./triggers.ts"

/** Beside the rows of every word: one for the event that its frame proposes, two for the actor who stands there. */
export const ROWS = ROWS_A_WORD + 3
/** So many rows are shared by what can be seen of actors, by their numbers. */
const LOOKS = 256

/** Which rows of vectors speak for the words of a sentence in which events are sought. */
export class SceneRows {
  /** Rows in all; those of words come first. */
  readonly count: number
  readonly words: WordRows
  private readonly tags: ReadonlyMap<string, number>

  /**
   * @param words that have a row of their own
   * @param tags "NOUN NN", in the order of their rows
   */
  constructor(words: Int32Array, tags: readonly string[]) {
    this.words = new WordRows(words, tags.length)
    this.tags = new Map(tags.map((tag, number) => [tag, number]))
    this.count = this.words.count + TOLD.length + LOOKS
  }

  /** @param candidates of the stretch */
  of(scene: Scene, stretch: Stretch, candidates: readonly Candidate[]): Int32Array {
    const [from, to] = tokensOf(scene, stretch)
    const tokens = scene.doc.tokens.slice(from, to)
    const looks = tokens.map(({ norm }) => wordLooks.of(norm))
    const tags = Int32Array.from(tokens, ({ upos, xpos }) => this.tags.get(`${upos} ${xpos}`) ?? 0)
    const plain = new Int32Array(tokens.length * ROWS_A_WORD)
    this.words.of(looks, tags, new Int32Array(tokens.length), plain)
    const frames = this.words.count
    const rows = new Int32Array(tokens.length * ROWS).fill(frames)
    tokens.forEach((_, i) => {
      rows.set(plain.subarray(i * ROWS_A_WORD, (i + 1) * ROWS_A_WORD), i * ROWS)
    })
    const places = frames + TOLD.length
    for (const { at, frames: fitting } of candidates)
      if (fitting[0]) rows[(at - from) * ROWS + ROWS_A_WORD] = frames + TOLD.indexOf(fitting[0].type)
    for (const mention of sentencesIn(stretch).flatMap(sentence => scene.standingAlone(sentence))) {
      const at = scene.crown(mention) - from
      if (at < 0 || at >= tokens.length) continue
      for (const [k, look] of looksOf(scene, mention).entries())
        rows[at * ROWS + ROWS_A_WORD + 1 + k] = places + ((textNumber(look) >>> 0) % LOOKS)
    }
    return rows
  }
}

/** What can be seen of an actor without his name: what he is, and on which side of the page he stands. */
function looksOf(scene: Scene, { kind, form, actors }: ActorMention): readonly [string, string] {
  const states = actors.map(({ state }) => state)
  const side =
    states.length === 0
      ? "nobody"
      : !scene.home
        ? `report ${states.some(state => state === scene.topic) ? "topic" : "other"}`
        : states.every(state => state === scene.home)
          ? "home"
          : states.some(state => state === scene.topic)
            ? "topic"
            : "abroad"
  return [`${kind} ${form}`, side]
}
