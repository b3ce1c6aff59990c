/** Whether arcs cross: a word between two joined ones hangs on a word outside them, or is the root. */
export function crosses(heads: Int32Array): boolean {
  for (let child = 0; child < heads.length; child++) {
    const head = heads[child]!
    if (head < 0) continue
    const from = Math.min(child, head)
    const to = Math.max(child, head)
    for (let between = from + 1; between < to; between++)
      if (heads[between]! < from || heads[between]! > to) return true
  }
  return false
}

/** The best values of stretches of words that begin and end somewhere, and where each is parted. */
class Stretches {
  private readonly size: number
  private readonly values: Float64Array
  private readonly parts: Int32Array

  constructor(words: number) {
    this.size = words
    this.values = new Float64Array(words * words)
    this.parts = new Int32Array(words * words)
  }

  value(from: number, to: number): number {
    return this.values[from * this.size + to]!
  }

  part(from: number, to: number): number {
    return this.parts[from * this.size + to]!
  }

  set(from: number, to: number, value: number, part: number): void {
    this.values[from * this.size + to] = value
    this.parts[from * this.size + to] = part
  }
}

/**
 * The tree of highest sum in which no arcs cross (Eisner 1996), with one root: the words under each word then are one
 * stretch of the sentence. Takes time with the cube of the words.
 * @param scores and `heads` as in `bestTree`
 */
export function nestedTree(scores: Float32Array, at: number, words: number, width: number, heads: Int32Array): void {
  const arc = (head: number, child: number) => scores[at + child * width + head]!
  // What the last word governs to its left, and the first to its right; and the same where the other end still lacks words.
  const left = new Stretches(words)
  const right = new Stretches(words)
  const toLeft = new Stretches(words)
  const toRight = new Stretches(words)
  for (let length = 1; length < words; length++)
    for (let from = 0; from + length < words; from++) {
      const to = from + length
      let best = Number.NEGATIVE_INFINITY
      let part = from
      for (let k = from; k < to; k++) {
        const value = right.value(from, k) + left.value(k + 1, to)
        if (value > best) {
          best = value
          part = k
        }
      }
      toLeft.set(from, to, best + arc(to, from), part)
      toRight.set(from, to, best + arc(from, to), part)
      best = Number.NEGATIVE_INFINITY
      for (let k = from; k < to; k++) {
        const value = left.value(from, k) + toLeft.value(k, to)
        if (value > best) {
          best = value
          part = k
        }
      }
      left.set(from, to, best, part)
      best = Number.NEGATIVE_INFINITY
      for (let k = from + 1; k <= to; k++) {
        const value = toRight.value(from, k) + right.value(k, to)
        if (value > best) {
          best = value
          part = k
        }
      }
      right.set(from, to, best, part)
    }

  const takeLeft = (from: number, to: number): void => {
    if (from === to) return
    const part = left.part(from, to)
    heads[part] = to
    takeLeft(from, part)
    takeBetween(toLeft, part, to)
  }
  const takeRight = (from: number, to: number): void => {
    if (from === to) return
    const part = right.part(from, to)
    heads[part] = from
    takeBetween(toRight, from, part)
    takeRight(part, to)
  }
  const takeBetween = (stretches: Stretches, from: number, to: number): void => {
    const part = stretches.part(from, to)
    takeRight(from, part)
    takeLeft(part + 1, to)
  }

  let root = 0
  let best = Number.NEGATIVE_INFINITY
  for (let i = 0; i < words; i++) {
    const value = left.value(0, i) + right.value(i, words - 1) + arc(words, i)
    if (value > best) {
      best = value
      root = i
    }
  }
  heads[root] = -1
  takeLeft(0, root)
  takeRight(root, words - 1)
}
