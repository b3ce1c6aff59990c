import { textNumber } from "../network/textNumber.ts"
import type { WordLook } from "../network/words.ts"
import { best, FeatureList, feature1, feature2, feature3, type LinearModel } from "./features.ts"
import type { Gazetteer } from "./gazetteer.ts"

/** From here on a habit is a word's only tag, which it has always: nothing else is asked. */
export const SURE = 0x8000

/** By how little the tag that came second may stand behind for it to be close, or not far. */
const [CLOSE, NOT_FAR] = [75, 175]

/** Words that a sentence with a full stop has at least if some verb must tell in it, and by how much that verb's tag may stand behind. */
const [TELLS_FROM, FAR_BEHIND] = [4, 150]
const [FULL_STOP, S, ED] = [textNumber("."), textNumber("s"), textNumber("ed")]

/** Stands for what lies before the first and after the last word. */
const NONE = 0x7ff

/** A word that may be the verb that tells, though another tag came before that verb's. */
export interface Spare {
  readonly at: number
  readonly tag: number
}

/**
 * Gives every word of a sentence its tag, left to right, by one linear model. A tag is the number of a pair of
 * universal and Penn tag ("VERB VBD").
 */
export class Tagger {
  private readonly model: LinearModel
  /** Tags a known word was seen with, as one number for the whole set, by the number of the word in lower case. */
  private readonly habits: ReadonlyMap<number, number>
  private readonly scores: Int32Array
  private readonly list = new FeatureList()
  private readonly tagCount: number
  private readonly gazetteer: Gazetteer
  private marks = new Int32Array(64)
  /** Tags of verbs that tell, by the ending of the word: "explodes", "exploded", "explode". */
  private readonly telling: Readonly<Record<"s" | "ed" | "other", readonly number[]>>

  /** @param names of the tags, "VERB VBD", where a spare verb is wanted */
  constructor(
    model: LinearModel,
    habits: ReadonlyMap<number, number>,
    tagCount: number,
    gazetteer: Gazetteer,
    names: readonly string[] = [],
  ) {
    this.gazetteer = gazetteer
    const fitting = (pattern: RegExp) => names.flatMap((name, tag) => (pattern.test(name) ? [tag] : []))
    this.telling = { s: fitting(/^VERB VBZ$/), ed: fitting(/^VERB VBD$/), other: fitting(/^VERB VB[DP]$/) }
    this.model = model
    this.habits = habits
    this.tagCount = tagCount
    this.scores = new Int32Array(tagCount)
  }

  /**
   * Tags a sentence.
   * @param doubts takes for each word 0 where its tag is sure, else which tag came second, counted from 1 where it came
   * close, and from one more than there are tags where it was not far
   * @param learn is called after each choice; it may put another tag in its place
   * @returns the word of a sentence with a full stop that comes closest to a verb that tells without being taken for one
   */
  tag(
    words: readonly WordLook[],
    tags: Int32Array,
    doubts?: Int32Array,
    learn?: (i: number, list: FeatureList, scores: Int32Array) => void,
  ): Spare | undefined {
    const habits = new Int32Array(words.length + 2).fill(NONE)
    words.forEach((word, i) => {
      habits[i] = this.habits.get(word.lower) ?? 0
    })
    if (this.marks.length < words.length) this.marks = new Int32Array(words.length * 2)
    this.gazetteer.mark(words, this.marks)
    let capitals = 0
    for (const word of words) if (word.capital) capitals += 1
    // In a headline most words are written with a capital, which then tells little.
    const headline = words.length > 3 && capitals > words.length * 0.6 ? 1 : 0
    let spare: (Spare & { readonly behind: number }) | undefined
    for (let i = 0; i < words.length; i++) {
      const habit = habits[i]!
      if (habit >= SURE) {
        tags[i] = habit - SURE
        if (doubts) doubts[i] = 0
        continue
      }
      this.look(words, habits, tags, i, headline)
      this.model.score(this.list, this.scores)
      tags[i] = best(this.scores, this.tagCount)
      if (doubts) doubts[i] = this.doubt(tags[i]!)
      const { ends } = words[i]!
      for (const tag of this.telling[ends[0] === S ? "s" : ends[1] === ED ? "ed" : "other"]) {
        const behind = this.scores[tags[i]!]! - this.scores[tag]!
        if (behind > 0 && behind < (spare?.behind ?? FAR_BEHIND)) spare = { at: i, tag, behind }
      }
      learn?.(i, this.list, this.scores)
    }
    const stops = words.length > TELLS_FROM && words.at(-1)!.form === FULL_STOP
    return stops && !headline ? spare : undefined
  }

  private doubt(tag: number): number {
    const { scores, tagCount } = this
    let second = tag === 0 ? 1 : 0
    for (let i = second + 1; i < tagCount; i++) if (i !== tag && scores[i]! > scores[second]!) second = i
    const behind = scores[tag]! - scores[second]!
    return behind < CLOSE ? 1 + second : behind < NOT_FAR ? 1 + tagCount + second : 0
  }

  private look(words: readonly WordLook[], habits: Int32Array, tags: Int32Array, i: number, headline: number): void {
    const { items } = this.list
    const word = words[i]!
    const before = words[i - 1]
    const before2 = words[i - 2]
    const after = words[i + 1]
    const after2 = words[i + 2]
    const t1 = i > 0 ? tags[i - 1]! : NONE
    const t2 = i > 1 ? tags[i - 2]! : NONE
    const h0 = habits[i]!
    const h1 = habits[i + 1]!
    const h2 = i + 2 < words.length ? habits[i + 2]! : NONE
    const place = (i === 0 ? 2 : 0) + (word.capital ? 1 : 0) + headline * 4
    const w0 = word.lower
    const w1 = before?.lower ?? NONE
    const w2 = after?.lower ?? NONE
    const m0 = this.marks[i]!
    let n = 0
    items[n++] = feature1(1, word.form)
    items[n++] = feature2(2, w0, place)
    items[n++] = feature1(3, word.ends[1])
    items[n++] = feature2(4, word.ends[2], place)
    items[n++] = feature1(5, word.ends[3])
    items[n++] = feature2(6, word.starts[2], place)
    items[n++] = feature2(7, word.shape, place)
    items[n++] = feature3(8, word.shape, t1, h1)
    items[n++] = feature1(9, t1)
    items[n++] = feature2(10, t1, t2)
    items[n++] = feature2(11, t1, w0)
    items[n++] = feature3(12, t1, t2, w0)
    items[n++] = feature1(13, w1)
    items[n++] = feature1(14, w2)
    items[n++] = feature2(15, w1, w0)
    items[n++] = feature2(16, w0, w2)
    items[n++] = feature2(17, before2?.lower ?? NONE, w1)
    items[n++] = feature2(18, w2, after2?.lower ?? NONE)
    items[n++] = feature2(19, h0, t1)
    items[n++] = feature3(20, h0, t1, t2)
    items[n++] = feature3(21, h0, t1, h1)
    items[n++] = feature2(22, h0, h1)
    items[n++] = feature3(23, h0, h1, h2)
    items[n++] = feature2(24, h0, w2)
    items[n++] = feature2(25, h0, w1)
    items[n++] = feature2(26, word.ends[2], t1)
    items[n++] = feature2(27, word.ends[1], h1)
    items[n++] = feature2(28, w0, h1)
    items[n++] = feature3(29, w0, t1, h1)
    items[n++] = feature2(30, after?.ends[2] ?? NONE, h0)
    items[n++] = feature3(31, after?.shape ?? NONE, before?.shape ?? NONE, place)
    items[n++] = feature3(32, w1, w0, w2)
    items[n++] = feature2(33, word.ends[3], t1)
    items[n++] = feature2(34, word.starts[1], word.ends[2])
    items[n++] = feature2(35, m0, place)
    items[n++] = feature3(36, m0, h0, after?.capital ? 1 : 0)
    items[n++] = feature3(37, m0, t1, word.shape)
    const k0 = word.kind
    const k1 = before?.kind ?? NONE
    const k2 = after?.kind ?? NONE
    items[n++] = feature2(38, k0, place)
    items[n++] = feature2(39, k0, t1)
    items[n++] = feature2(40, k0, k2)
    items[n++] = feature2(41, k1, k0)
    items[n++] = feature2(42, k2, h0)
    items[n++] = feature2(43, k2, t1)
    items[n++] = feature3(44, k1, h0, k2)
    items[n++] = feature3(45, k2, after2?.kind ?? NONE, h0)
    items[n++] = feature3(46, k0, word.ends[1], t1)
    this.list.length = n
  }
}
