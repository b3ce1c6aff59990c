/** Cycles that were taken for one word, in the order they were met. */
interface Knot {
  /** The member that stands for all. */
  readonly name: number
  readonly members: readonly number[]
  /** The governor of each member within the cycle. */
  readonly heads: readonly number[]
  /** Which member takes the governor that the knot gets, by that governor. */
  readonly enters: Int32Array
  /** Which member governs a word that hangs on the knot, by that word. */
  readonly leaves: Int32Array
}

/** No arc is as bad; and so much less is an arc from the root worth, so that there is one root only. */
const [NEVER, ROOT_COST] = [-1e9, 1e3]

/**
 * The tree of highest sum (Chu and Liu 1965, Edmonds 1967), with one root.
 * @param scores a row for each word, of `width` numbers, from `at` on: how well each word, and after them the root,
 * would govern it
 * @param heads takes the governors, -1 for the root
 */
export function bestTree(scores: Float32Array, at: number, words: number, width: number, heads: Int32Array): void {
  const root = words
  let roots = 0
  for (let i = 0; i < words; i++) {
    const row = at + i * width
    let best = i === 0 ? 1 : 0
    for (let j = best + 1; j <= words; j++) if (j !== i && scores[row + j]! > scores[row + best]!) best = j
    heads[i] = best
    if (best === root) roots += 1
  }
  if (roots !== 1 || cycle(heads, words, root)) untie(scores, at, words, width, heads)
  for (let i = 0; i < words; i++) if (heads[i] === root) heads[i] = -1
}

/** The words of a cycle, if there is one; words with the head -1 are left out. */
function cycle(heads: Int32Array, words: number, root: number): number[] | undefined {
  const seen = new Int32Array(words)
  for (let start = 0; start < words; start++) {
    let at = start
    while (at !== root && heads[at]! >= 0 && seen[at] === 0) {
      seen[at] = start + 1
      at = heads[at]!
    }
    if (at === root || heads[at]! < 0 || seen[at] !== start + 1) continue
    const members = [at]
    for (let next = heads[at]!; next !== at; next = heads[next]!) members.push(next)
    return members
  }
  return undefined
}

/** Finds the best tree where each word's best governor makes none: cycles become one word each until there are none. */
function untie(scores: Float32Array, at: number, words: number, width: number, heads: Int32Array): void {
  const root = words
  const size = words + 1
  const values = new Float64Array(words * size)
  for (let i = 0; i < words; i++)
    for (let j = 0; j <= words; j++)
      values[i * size + j] = i === j ? NEVER : scores[at + i * width + j]! - (j === root ? ROOT_COST : 0)
  let active = Array.from({ length: size }, (_, i) => i)
  const choose = (word: number) => {
    let best = -1
    for (const other of active)
      if (other !== word && (best < 0 || values[word * size + other]! > values[word * size + best]!)) best = other
    heads[word] = best
  }
  for (let i = 0; i < words; i++) choose(i)
  const knots: Knot[] = []
  for (;;) {
    const members = cycle(heads, words, root)
    if (!members) break
    const name = members[0]!
    const inside = new Set(members)
    const enters = new Int32Array(size)
    const leaves = new Int32Array(size)
    const outside = active.filter(word => !inside.has(word))
    for (const other of outside) {
      let into = Number.NEGATIVE_INFINITY
      let outOf = Number.NEGATIVE_INFINITY
      for (const member of members) {
        const gain = values[member * size + other]! - values[member * size + heads[member]!]!
        if (gain > into) {
          into = gain
          enters[other] = member
        }
        if (other !== root && values[other * size + member]! > outOf) {
          outOf = values[other * size + member]!
          leaves[other] = member
        }
      }
      values[name * size + other] = into
      if (other !== root) values[other * size + name] = outOf
    }
    knots.push({ name, members, heads: members.map(member => heads[member]!), enters, leaves })
    active = [...outside, name]
    for (const word of outside) if (word !== root && inside.has(heads[word]!)) heads[word] = name
    for (const member of members) heads[member] = -1
    choose(name)
  }
  for (const { name, members, heads: within, enters, leaves } of knots.reverse()) {
    const head = heads[name]!
    for (let i = 0; i < words; i++) if (heads[i] === name) heads[i] = leaves[i]!
    members.forEach((member, k) => {
      heads[member] = within[k]!
    })
    heads[enters[head]!] = head
  }
}
