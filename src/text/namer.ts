import type { WordLook } from "../network/words.ts"
import { FeatureList, feature1, feature2, feature3, type LinearModel } from "./features.ts"
import type { Gazetteer } from "./gazetteer.ts"

/** Kinds of names that are learned, in the order of their labels. */
export const KINDS = ["PER", "ORG", "LOC", "EVENT", "MISC", "WEAPON", "DOCUMENT"] as const

/** Labels of words: 0 is outside, then for each kind its first word and a later one. */
export const LABELS = 1 + 2 * KINDS.length
export const opens = (kind: number) => 1 + 2 * kind
export const kindOf = (label: number) => (label - 1) >> 1
export const isOpening = (label: number) => label > 0 && label % 2 === 1

const NONE = 0x2fff

/** How many words in small letters a name may hold in a row ("University of the …"), and be led by. */
const REACH = 2

const isSign = (look: WordLook) => look.capital || look.digit

/** The score of a path that cannot be. */
const NEVER = -1e8

/** What the name finder sees of a sentence. */
export interface NamingSentence {
  readonly looks: readonly WordLook[]
  /** A number for each word's tag. */
  readonly tags: Int32Array
}

/**
 * Finds names by a linear model of words and of neighbouring labels, and the best path through a sentence (Viterbi).
 */
export class Namer {
  private readonly words: LinearModel
  private readonly gazetteer: Gazetteer
  private readonly list = new FeatureList()
  private readonly steps: Int32Array
  private scores = new Int32Array(LABELS * 64)
  private readonly one = new Int32Array(LABELS)
  private marks = new Int32Array(64)

  constructor(words: LinearModel, gazetteer: Gazetteer) {
    this.words = words
    this.gazetteer = gazetteer
    this.steps = new Int32Array((LABELS + 1) * LABELS)
    this.readSteps()
  }

  /** Takes the weights of label pairs from the model; needed again while it learns. */
  readSteps(): void {
    for (let before = 0; before <= LABELS; before++) {
      stepFeature(before, this.list)
      this.words.score(this.list, this.one)
      this.steps.set(this.one, before * LABELS)
    }
  }

  /** The features of a word, for learning. */
  look(sentence: NamingSentence, i: number): FeatureList {
    if (i === 0) this.mark(sentence)
    lookAtWord(sentence, this.marks, i, this.list)
    return this.list
  }

  private mark({ looks }: NamingSentence): void {
    if (this.marks.length < looks.length) this.marks = new Int32Array(looks.length * 2)
    this.gazetteer.mark(looks, this.marks)
  }

  /** Labels of a sentence's words. Linear in the words. */
  label(sentence: NamingSentence): Int32Array {
    const size = sentence.looks.length
    const labels = new Int32Array(size)
    if (size === 0) return labels
    if (this.scores.length < size * LABELS) this.scores = new Int32Array(size * LABELS * 2)
    this.mark(sentence)
    const { scores, one, steps } = this
    const from = new Uint8Array(size * LABELS)
    // Index of the last word with a capital or figure, and of the next one.
    let lastSign = -REACH - 1
    let nextSign = -1
    for (let i = 0; i < size; i++) {
      if (nextSign < i) {
        nextSign = i
        while (nextSign < size && !isSign(sentence.looks[nextSign]!)) nextSign += 1
      }
      if (nextSign === i) lastSign = i
      // Far from any capital or figure there are no names, so nothing is scored.
      if (i - lastSign > REACH && nextSign - i > REACH) {
        const row = i * LABELS
        scores.fill(NEVER, row + 1, row + LABELS)
        scores[row] = 0
        for (let before = 0, top = Number.MIN_SAFE_INTEGER; i > 0 && before < LABELS; before++) {
          const score = scores[row - LABELS + before]! + steps[before * LABELS]!
          if (score <= top) continue
          top = score
          from[row] = before
          scores[row] = score
        }
        continue
      }
      lookAtWord(sentence, this.marks, i, this.list)
      this.words.score(this.list, one)
      for (let label = 0; label < LABELS; label++) {
        // A name's later word follows a word of the same name; anything else may follow anything.
        const inside = label > 0 && !isOpening(label)
        let top = inside ? NEVER : Number.MIN_SAFE_INTEGER
        let by = 0
        if (i === 0) top = inside ? NEVER : steps[LABELS * LABELS + label]!
        else {
          const row = (i - 1) * LABELS
          const end = inside ? label : LABELS - 1
          for (let before = inside ? label - 1 : 0; before <= end; before++) {
            const score = scores[row + before]! + steps[before * LABELS + label]!
            if (score > top) {
              top = score
              by = before
            }
          }
        }
        scores[i * LABELS + label] = top + one[label]!
        from[i * LABELS + label] = by
      }
    }
    let label = 0
    for (let l = 1; l < LABELS; l++)
      if (scores[(size - 1) * LABELS + l]! > scores[(size - 1) * LABELS + label]!) label = l
    for (let i = size - 1; i >= 0; i--) {
      labels[i] = label
      label = from[i * LABELS + label]!
    }
    return labels
  }
}

/** The feature of the label before. */
export function stepFeature(before: number, list: FeatureList): void {
  list.items[0] = feature1(99, before)
  list.length = 1
}

function lookAtWord({ looks, tags }: NamingSentence, marks: Int32Array, i: number, list: FeatureList): void {
  const { items } = list
  const size = looks.length
  const word = looks[i]!
  const b1 = looks[i - 1]
  const b2 = looks[i - 2]
  const a1 = looks[i + 1]
  const a2 = looks[i + 2]
  const t0 = tags[i]!
  const tb = i > 0 ? tags[i - 1]! : NONE
  const ta = i + 1 < size ? tags[i + 1]! : NONE
  const m0 = marks[i]!
  const mb = i > 0 ? marks[i - 1]! : 0
  const ma = i + 1 < size ? marks[i + 1]! : 0
  const place = (i === 0 ? 1 : 0) + (word.capital ? 2 : 0)
  const w0 = word.lower
  const wb = b1?.lower ?? NONE
  const wa = a1?.lower ?? NONE
  const sb = b1?.shape ?? NONE
  const sa = a1?.shape ?? NONE
  // The nearest words in small letters on both sides tell what a name does: "minister …", "… said".
  let left = i - 1
  while (left >= 0 && looks[left]!.capital) left -= 1
  let right = i + 1
  while (right < size && looks[right]!.capital) right += 1
  const wl = left >= 0 ? looks[left]!.lower : NONE
  const wr = right < size ? looks[right]!.lower : NONE
  const first = left + 1 <= i ? looks[left + 1]! : word
  const last = looks[right - 1]!
  let n = 0
  items[n++] = feature1(1, word.form)
  items[n++] = feature2(2, w0, place)
  items[n++] = feature2(3, word.shape, place)
  items[n++] = feature2(4, word.ends[1], place)
  items[n++] = feature2(5, word.ends[2], place)
  items[n++] = feature2(6, word.ends[3], place)
  items[n++] = feature2(7, word.starts[1], place)
  items[n++] = feature2(8, word.starts[2], place)
  items[n++] = feature1(9, wb)
  items[n++] = feature1(10, wa)
  items[n++] = feature2(11, wb, place)
  items[n++] = feature2(12, wa, place)
  items[n++] = feature1(13, b2?.lower ?? NONE)
  items[n++] = feature1(14, a2?.lower ?? NONE)
  items[n++] = feature2(15, wb, w0)
  items[n++] = feature2(16, w0, wa)
  items[n++] = feature2(17, b2?.lower ?? NONE, wb)
  items[n++] = feature2(18, wa, a2?.lower ?? NONE)
  items[n++] = feature3(19, sb, word.shape, sa)
  items[n++] = feature2(20, sb, word.shape)
  items[n++] = feature2(21, word.shape, sa)
  items[n++] = feature2(22, t0, place)
  items[n++] = feature2(23, tb, t0)
  items[n++] = feature2(24, t0, ta)
  items[n++] = feature3(25, tb, t0, ta)
  items[n++] = feature2(26, m0, place)
  items[n++] = feature3(27, m0, ma, word.capital ? 1 : 0)
  items[n++] = feature3(28, mb, m0, word.capital ? 1 : 0)
  items[n++] = feature2(29, mb, place)
  items[n++] = feature2(30, ma, place)
  items[n++] = feature2(31, wl, place)
  items[n++] = feature2(32, wr, place)
  items[n++] = feature3(33, wl, wr, place)
  items[n++] = feature2(34, first.lower, place)
  items[n++] = feature2(35, last.lower, place)
  items[n++] = feature3(36, right - left > 4 ? 4 : right - left, i - left > 3 ? 3 : i - left, word.shape)
  items[n++] = feature2(37, last.ends[2], place)
  items[n++] = feature3(38, m0, wb, wa)
  items[n++] = feature2(39, b1?.ends[2] ?? NONE, place)
  items[n++] = feature2(40, a1?.ends[2] ?? NONE, place)
  items[n++] = feature2(41, m0, t0)
  items[n++] = feature3(42, m0, wr, place)
  items[n++] = feature3(43, m0, wl, place)
  // Classes of words, which tell of words seldom seen.
  const k0 = word.kind
  const kb = b1?.kind ?? NONE
  const ka = a1?.kind ?? NONE
  items[n++] = feature2(44, k0, place)
  items[n++] = feature2(45, kb, place)
  items[n++] = feature2(46, ka, place)
  items[n++] = feature3(47, kb, k0, place)
  items[n++] = feature3(48, k0, ka, place)
  items[n++] = feature2(49, b2?.kind ?? NONE, kb)
  items[n++] = feature2(50, ka, a2?.kind ?? NONE)
  items[n++] = feature2(51, last.kind, place)
  items[n++] = feature3(52, left >= 0 ? looks[left]!.kind : NONE, right < size ? looks[right]!.kind : NONE, place)
  list.length = n
}
