/** Words in front of a feature, "call&", hashed once for all names that stand under them. */
export interface Key {
  readonly words: string
  readonly a: number
  readonly b: number
}

/** Large odd numbers, whose bits are mixed; nothing else depends on which they are. */
const BASE_A = 0x01000193
const BASE_B = 0x5bd1e995

/**
 * A string as two numbers of 32 bits, polynomials over its code units: the hash of "a" + "b" follows from those of "a" and "b", so that
 * crossed features need not be written out. Both together keep any two strings apart in practice; `Weights` checks it for those it knows.
 */
export function hash(words: string): { readonly a: number; readonly b: number } {
  let [a, b] = [0, 0]
  for (let at = 0; at < words.length; at++) {
    const letter = words.charCodeAt(at)
    a = (Math.imul(a, BASE_A) + letter) | 0
    b = (Math.imul(b, BASE_B) + letter) | 0
  }
  return { a, b }
}

/** The same of a string that stands in UTF-8 at `from` to `to`; no string is made where its letters are those of ASCII. */
export function hashOfBytes(text: Uint8Array, from: number, to: number): { readonly a: number; readonly b: number } {
  let [a, b] = [0, 0]
  for (let at = from; at < to; at++) {
    const letter = text[at]!
    if (letter >= 0x80) return hash(new TextDecoder().decode(text.subarray(from, to)))
    a = (Math.imul(a, BASE_A) + letter) | 0
    b = (Math.imul(b, BASE_B) + letter) | 0
  }
  return { a, b }
}

/** Keys for `Features.under`; "" lets the names stand by themselves too. */
export const keysOf = (...keys: readonly string[]): readonly Key[] => keys.map(words => ({ words, ...hash(words) }))

const NO_KEY = keysOf("")

/** Hashes of features, two numbers each, as one list that is used over and over. */
let hashes = new Int32Array(4096)

/**
 * Named features of one decision, in order. A name may stand under several keys, as "rule=source" and as "call&rule=source":
 * the crossed strings are written out for training only, reading works with the hashes of their halves.
 */
export class Features {
  private readonly keys: (readonly Key[])[] = []
  private readonly names: (readonly string[])[] = []
  private size = 0

  constructor(...names: readonly string[]) {
    if (names.length > 0) this.push(...names)
  }

  /** Adds features that stand by themselves. */
  push(...names: readonly string[]): void {
    this.under(NO_KEY, names)
  }

  /** Adds every name under every one of the keys. */
  under(keys: readonly Key[], names: readonly string[]): void {
    this.keys.push(keys)
    this.names.push(names)
    this.size += keys.length * names.length
  }

  /** Adds the features of another decision under a key: what is seen of the status is seen of the day too, as "s.root1". */
  include(key: string, others: Features): void {
    for (let at = 0; at < others.names.length; at++)
      this.under(keysOf(...others.keys[at]!.map(({ words }) => `${key}${words}`)), others.names[at]!)
  }

  /** The hashes of all features, two numbers each; the list holds until features are hashed again. */
  hashed(): { readonly list: Int32Array; readonly length: number } {
    if (hashes.length < this.size * 2) hashes = new Int32Array(this.size * 4)
    let length = 0
    for (let at = 0; at < this.names.length; at++) {
      const keys = this.keys[at]!
      for (const name of this.names[at]!) {
        let [a, b, shiftA, shiftB] = [0, 0, 1, 1]
        for (let i = 0; i < name.length; i++) {
          const letter = name.charCodeAt(i)
          a = (Math.imul(a, BASE_A) + letter) | 0
          b = (Math.imul(b, BASE_B) + letter) | 0
          shiftA = Math.imul(shiftA, BASE_A)
          shiftB = Math.imul(shiftB, BASE_B)
        }
        for (const key of keys) {
          hashes[length++] = Math.imul(key.a, shiftA) + a
          hashes[length++] = Math.imul(key.b, shiftB) + b
        }
      }
    }
    return { list: hashes, length }
  }

  /** Every feature written out, as weight files name it. */
  strings(): string[] {
    return this.names.flatMap((names, at) => this.keys[at]!.flatMap(({ words }) => names.map(name => words + name)))
  }
}
