import { expect, it } from "vitest"
import { crosses, nestedTree } from "../../src/text/nestedTree.ts"
import { bestTree } from "../../src/text/tree.ts"
import { chance } from "../../training/chance.ts"

/** All ways to give each word a governor, the number of words standing for the root. */
function* choices(words: number): Generator<number[]> {
  for (let n = 0; n < (words + 1) ** words; n++)
    yield Array.from({ length: words }, (_, i) => Math.floor(n / (words + 1) ** i) % (words + 1))
}

const isTree = (heads: readonly number[]) =>
  heads.filter(head => head === heads.length).length === 1 &&
  heads.every(head => {
    let steps = 0
    for (let at = head; at !== heads.length; at = heads[at]!) if (++steps > heads.length) return false
    return true
  })

const noneCross = (heads: readonly number[]) => !crosses(Int32Array.from(heads, h => (h === heads.length ? -1 : h)))

it.each([
  ["the best tree is the best of all trees with one root", bestTree, isTree],
  [
    "the nested tree is the best of those in which no arcs cross",
    nestedTree,
    (heads: readonly number[]) => isTree(heads) && noneCross(heads),
  ],
])("%s", (_, find, fits) => {
  const next = chance(4)
  for (const words of [1, 2, 3, 4, 5])
    for (let turn = 0; turn < 30; turn++) {
      const width = words + 3
      const scores = Float32Array.from({ length: 2 + words * width }, () => Math.round(next() * 1000))
      const sum = (heads: readonly number[]) =>
        heads.reduce((all, head, i) => all + (head === i ? Number.NEGATIVE_INFINITY : scores[2 + i * width + head]!), 0)
      const best = Math.max(...choices(words).filter(fits).map(sum))
      const found = new Int32Array(words)
      find(scores, 2, words, width, found)
      const heads = [...found].map(head => (head < 0 ? words : head))
      expect(fits(heads)).toBe(true)
      expect(sum(heads)).toBe(best)
    }
})

it("a long sentence in which every word would govern its neighbour is still one tree, and soon", () => {
  const words = 400
  const width = 408
  const next = chance(5)
  const scores = Float32Array.from({ length: words * width }, (_, at) => {
    const [word, head] = [Math.floor(at / width), at % width]
    return (Math.abs(word - head) === 1 ? 10 : 0) + next()
  })
  const heads = new Int32Array(words)
  const start = process.cpuUsage()
  bestTree(scores, 0, words, width, heads)
  expect(process.cpuUsage(start).user / 1e6).toBeLessThan(1)
  expect(isTree([...heads].map(head => (head < 0 ? words : head)))).toBe(true)
})

it("arcs cross where a word between two joined ones hangs on one outside, or is the root", () => {
  expect(crosses(Int32Array.of(2, 2, -1, 2))).toBe(false)
  expect(crosses(Int32Array.of(2, 3, -1, 2))).toBe(true)
  expect(crosses(Int32Array.of(2, -1, 1))).toBe(true)
})
