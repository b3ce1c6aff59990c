/** Precision, recall and their mean. */
export interface Prf {
  readonly p: number
  readonly r: number
  readonly f1: number
}

/** The chains of one document, as sets of mention keys: what stands in the gold file and what was read. */
export interface Chains {
  readonly gold: readonly (readonly string[])[]
  readonly read: readonly (readonly string[])[]
}

/** A fraction that is summed over documents before it is divided. */
interface Part {
  above: number
  below: number
}

const prf = (precision: Part, recall: Part): Prf => {
  const p = precision.below ? precision.above / precision.below : 0
  const r = recall.below ? recall.above / recall.below : 0
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
}

/** MUC (Vilain 1995), B³ (Bagga & Baldwin 1998), CEAFe (Luo 2005) over all documents, and the mean of their F1. */
export function conll(documents: readonly Chains[]): {
  readonly muc: Prf
  readonly b3: Prf
  readonly ceafe: Prf
  readonly f1: number
} {
  const parts = () => ({ p: { above: 0, below: 0 }, r: { above: 0, below: 0 } })
  const [m, b, c] = [parts(), parts(), parts()]
  for (const { gold, read } of documents) {
    links(gold, read, m.r)
    links(read, gold, m.p)
    shares(gold, read, b.r)
    shares(read, gold, b.p)
    const alike = bestPairs(gold, read)
    c.r.above += alike
    c.r.below += gold.length
    c.p.above += alike
    c.p.below += read.length
  }
  const [muc, b3, ceafe] = [prf(m.p, m.r), prf(b.p, b.r), prf(c.p, c.r)]
  return { muc, b3, ceafe, f1: (muc.f1 + b3.f1 + ceafe.f1) / 3 }
}

const chainOf = (chains: readonly (readonly string[])[]) =>
  new Map(chains.flatMap((chain, i) => chain.map(mention => [mention, i] as const)))

/** Links of `of` that `other` keeps together. */
function links(of: Chains["gold"], other: Chains["gold"], part: Part) {
  const home = chainOf(other)
  for (const chain of of) {
    const pieces = new Set(chain.map(mention => home.get(mention) ?? mention))
    part.above += chain.length - pieces.size
    part.below += chain.length - 1
  }
}

/** For each mention of `of`, the share of its chain that `other` puts with it. */
function shares(of: Chains["gold"], other: Chains["gold"], part: Part) {
  const home = chainOf(other)
  for (const chain of of) {
    const counts = new Map<number, number>()
    for (const mention of chain) {
      const at = home.get(mention)
      if (at !== undefined) counts.set(at, (counts.get(at) ?? 0) + 1)
    }
    for (const count of counts.values()) part.above += (count * count) / chain.length
    part.below += chain.length
  }
}

/** The likeness of the best one-to-one pairing of chains (Kuhn–Munkres); likeness is 2·shared / (size + size). */
function bestPairs(gold: Chains["gold"], read: Chains["gold"]): number {
  const n = Math.max(gold.length, read.length)
  if (!n) return 0
  const home = chainOf(read)
  const likeness = Array.from({ length: n }, () => new Float64Array(n))
  gold.forEach((chain, i) => {
    for (const mention of chain) {
      const j = home.get(mention)
      if (j !== undefined) likeness[i]![j]! += 2 / (chain.length + read[j]!.length)
    }
  })
  const u = new Float64Array(n + 1)
  const v = new Float64Array(n + 1)
  const pair = new Int32Array(n + 1)
  for (let i = 1; i <= n; i++) {
    const way = new Int32Array(n + 1)
    const least = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
    const used = new Uint8Array(n + 1)
    pair[0] = i
    let column = 0
    do {
      used[column] = 1
      const row = pair[column]!
      let delta = Number.POSITIVE_INFINITY
      let next = 0
      for (let j = 1; j <= n; j++) {
        if (used[j]) continue
        const cost = -likeness[row - 1]![j - 1]! - u[row]! - v[j]!
        if (cost < least[j]!) {
          least[j] = cost
          way[j] = column
        }
        if (least[j]! < delta) {
          delta = least[j]!
          next = j
        }
      }
      for (let j = 0; j <= n; j++)
        if (used[j]) {
          u[pair[j]!]! += delta
          v[j]! -= delta
        } else least[j]! -= delta
      column = next
    } while (pair[column] !== 0)
    do {
      const before = way[column]!
      pair[column] = pair[before]!
      column = before
    } while (column)
  }
  let sum = 0
  for (let j = 1; j <= n; j++) sum += likeness[pair[j]! - 1]![j - 1]!
  return sum
}
