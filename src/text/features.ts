/** Numbers for features: every kind of look at the text ("template") and what was seen there give one 32-bit number. */

/** A feature of one thing seen. */
export function feature1(template: number, a: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  h ^= h >>> 15
  return Math.imul(h, 0xc2b2ae35) ^ template
}

/** A feature of two things seen together. */
export function feature2(template: number, a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15) ^ b, 0x27d4eb2f)
  h ^= h >>> 14
  return Math.imul(h, 0xc2b2ae35) ^ template
}

/** A feature of three things seen together. */
export function feature3(template: number, a: number, b: number, c: number): number {
  let h = Math.imul(a ^ Math.imul(template, 0x9e3779b1), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 15) ^ b, 0x27d4eb2f)
  h = Math.imul(h ^ (h >>> 14) ^ c, 0x165667b1)
  h ^= h >>> 16
  return Math.imul(h, 0xc2b2ae35) ^ template
}

/**
 * A feature as it is kept: 25 bits, so that a weight file spends one byte on telling where the next one lies. Of a
 * million kept features three in a hundred others fall on one of them, which learning has seen and borne.
 */
export const folded = (feature: number) => feature >>> (32 - FOLDED_BITS)
export const FOLDED_BITS = 25

/** Collects the features of one decision. */
export class FeatureList {
  static readonly MOST = 256
  readonly items = new Int32Array(FeatureList.MOST)
  length = 0
}

/** A linear model over features: the score of a class is the sum of the weights that the features have for it. */
export interface LinearModel {
  /** Adds the weights of all listed features to `scores`, which is cleared first; one entry a class. */
  score(features: FeatureList, scores: Int32Array): void
}

/** The class with the highest score among the first `count`; the lowest number wins a tie. */
export function best(scores: Int32Array, count: number): number {
  let at = 0
  let top = scores[0]!
  for (let i = 1; i < count; i++)
    if (scores[i]! > top) {
      top = scores[i]!
      at = i
    }
  return at
}
