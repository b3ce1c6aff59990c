/**
 * node training/wordClasses.ts DATA PLAIN
 * Writes data/text/classes.txt: words that stand between the same words, in classes. They are learned from the
 * treebanks under DATA and from PLAIN (training/plainText.ts) by exchange (Kneser and Ney 1993; Martin, Liermann and
 * Ney 1998): each word in turn moves to the class that makes the text's pairs of neighbouring classes most likely. The
 * same text gives the same classes.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { plainWord } from "../src/text/norm.ts"
import { readConllu } from "./conllu.ts"
import { TREEBANKS } from "./grammar.ts"

const [data, plain] = process.argv.slice(2)
if (!data || !plain) {
  console.error("usage: node training/wordClasses.ts DATA PLAIN")
  process.exit(2)
}

const CLASSES = 256
/** The classes are joined, the two most alike first, until so many families are left. */
const FAMILIES = 32
/** Rarer words stay in no class. */
const LEAST = 4
const ROUNDS = 12

/** Words as classes know them: in small letters, digits alike. */
const known = (word: string) => plainWord(word).toLowerCase().replace(/[1-9]/g, "0").slice(0, 60)

const sentences = [
  ...TREEBANKS.flatMap(file => readConllu(`${data}/${file}`).map(({ words }) => words)),
  ...readFileSync(plain, "utf8")
    .split("\n")
    .filter(line => line !== "")
    .map(line => JSON.parse(line) as string[]),
].map(words => words.map(known))

const counts = new Map<string, number>()
for (const words of sentences) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
const vocabulary = [...counts]
  .filter(([word, count]) => count >= LEAST && word !== "")
  .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
const numbers = new Map(vocabulary.map(([word], i) => [word, i]))
/** Stands for the border of a sentence and for rare words; each has a class of its own. */
const BORDER = vocabulary.length
const RARE = BORDER + 1
const BORDER_CLASS = CLASSES
const RARE_CLASS = CLASSES + 1
const ALL = CLASSES + 2

interface Neighbours {
  readonly words: Int32Array
  readonly counts: Int32Array
}

/** For each word its neighbours on one side and how often each stands there. */
function neighbours(side: -1 | 1): Neighbours[] {
  const found = Array.from({ length: RARE + 1 }, () => new Map<number, number>())
  for (const words of sentences) {
    const line = [BORDER, ...words.map(word => numbers.get(word) ?? RARE), BORDER]
    for (let i = 0; i < line.length; i++) {
      const beside = line[i + side]
      if (beside === undefined) continue
      const of = found[line[i]!]!
      of.set(beside, (of.get(beside) ?? 0) + 1)
    }
  }
  return found.map(of => ({ words: Int32Array.from(of.keys()), counts: Int32Array.from(of.values()) }))
}

const before = neighbours(-1)
const after = neighbours(1)
const tokens = sentences.reduce((sum, words) => sum + words.length + 2, 0)
/** n log n for every count that can be. */
const entropy = Float64Array.from({ length: tokens + 1 }, (_, n) => (n === 0 ? 0 : n * Math.log(n)))

const classOf = Int32Array.from({ length: RARE + 1 }, (_, i) => i % CLASSES)
classOf[BORDER] = BORDER_CLASS
classOf[RARE] = RARE_CLASS
/** How often a class stands before another, the first in the row, and how often each stands at all. */
const pairs = new Int32Array(ALL * ALL)
const sizes = new Int32Array(ALL)
after.forEach(({ words, counts }, i) => {
  const row = classOf[i]! * ALL
  words.forEach((word, k) => {
    pairs[row + classOf[word]!]! += counts[k]!
    sizes[classOf[i]!]! += counts[k]!
  })
})

const left = new Int32Array(ALL)
const right = new Int32Array(ALL)
const gather = ({ words, counts }: Neighbours, word: number, into: Int32Array): number[] => {
  into.fill(0)
  words.forEach((beside, k) => {
    if (beside !== word) into[classOf[beside]!]! += counts[k]!
  })
  return [...into.keys()].filter(c => into[c]! > 0)
}

/** Takes a word's pairs out of a class or puts them in. */
function carry(of: number, lefts: readonly number[], rights: readonly number[], own: number, sign: 1 | -1): void {
  for (const c of lefts) pairs[c * ALL + of]! += sign * left[c]!
  for (const c of rights) pairs[of * ALL + c]! += sign * right[c]!
  pairs[of * ALL + of]! += sign * own
}

/** How much likelier the text becomes when the word whose neighbours were gathered joins a class. */
function gain(to: number, lefts: readonly number[], rights: readonly number[], count: number): number {
  let sum = 2 * (entropy[sizes[to]!]! - entropy[sizes[to]! + count]!)
  for (const c of lefts) {
    const n = pairs[c * ALL + to]!
    sum += entropy[n + left[c]!]! - entropy[n]!
  }
  const row = to * ALL
  for (const c of rights) {
    const n = pairs[row + c]!
    sum += entropy[n + right[c]!]! - entropy[n]!
  }
  return sum
}

for (let round = 0; round < ROUNDS; round++) {
  let moved = 0
  vocabulary.forEach(([, count], word) => {
    const lefts = gather(before[word]!, word, left)
    const rights = gather(after[word]!, word, right)
    const beside = after[word]!.words.indexOf(word)
    const own = beside < 0 ? 0 : after[word]!.counts[beside]!
    const from = classOf[word]!
    carry(from, lefts, rights, own, -1)
    sizes[from]! -= count
    let best = from
    let most = gain(from, lefts, rights, count)
    for (let to = 0; to < CLASSES; to++) {
      const here = to === from ? most : gain(to, lefts, rights, count)
      if (here > most) {
        most = here
        best = to
      }
    }
    carry(best, lefts, rights, own, 1)
    sizes[best]! += count
    classOf[word] = best
    if (best !== from) moved += 1
  })
  console.error(`round ${round + 1}: ${moved} of ${vocabulary.length} words moved`)
  if (moved < vocabulary.length / 500) break
}

/** The family of each class. */
function families(): Int32Array {
  const family = Int32Array.from({ length: ALL }, (_, c) => c)
  const alive = [...Array(CLASSES).keys()].filter(c => sizes[c]! > 0)
  const at = (a: number, b: number) => pairs[a * ALL + b]!
  const others = () => [...alive, BORDER_CLASS, RARE_CLASS]
  const loss = (a: number, b: number) => {
    let sum = 2 * (entropy[sizes[a]! + sizes[b]!]! - entropy[sizes[a]!]! - entropy[sizes[b]!]!)
    for (const c of others()) {
      if (c === a || c === b) continue
      sum -= entropy[at(a, c) + at(b, c)]! - entropy[at(a, c)]! - entropy[at(b, c)]!
      sum -= entropy[at(c, a) + at(c, b)]! - entropy[at(c, a)]! - entropy[at(c, b)]!
    }
    const inside = [at(a, a), at(a, b), at(b, a), at(b, b)]
    sum -= entropy[inside.reduce((x, y) => x + y)]!
    for (const n of inside) sum += entropy[n]!
    return sum
  }
  const losses = new Map<number, number>()
  const key = (a: number, b: number) => Math.min(a, b) * ALL + Math.max(a, b)
  for (const a of alive) for (const b of alive) if (a < b) losses.set(key(a, b), loss(a, b))
  while (alive.length > FAMILIES) {
    let least = -1
    for (const [pair, value] of losses) if (least < 0 || value < losses.get(least)!) least = pair
    const a = Math.floor(least / ALL)
    const b = least % ALL
    for (let c = 0; c < ALL; c++) pairs[a * ALL + c]! += pairs[b * ALL + c]!
    for (let c = 0; c < ALL; c++) pairs[c * ALL + a]! += pairs[c * ALL + b]!
    sizes[a]! += sizes[b]!
    for (let c = 0; c < CLASSES; c++) if (family[c] === b) family[c] = a
    alive.splice(alive.indexOf(b), 1)
    for (const c of alive) if (c !== a) losses.set(key(a, c), loss(a, c))
    for (const pair of losses.keys()) if (pair % ALL === b || Math.floor(pair / ALL) === b) losses.delete(pair)
  }
  return family
}

const members = new Map<number, string[]>()
for (const [word, i] of numbers) members.set(classOf[i]!, [...(members.get(classOf[i]!) ?? []), word])
const family = families()
const lines = [...members]
  .sort(([a], [b]) => family[a]! - family[b]! || a - b)
  .map(([c, words], i, all) => {
    const opens = i === 0 || family[all[i - 1]![0]] !== family[c]
    return `${opens ? "\n" : ""}${words.join(" ")}`
  })
writeFileSync(
  "data/text/classes.txt",
  `# Classes of words, one a line, the commonest word first; an empty line parts families of classes. Words are in small
# letters with every digit a nought. Learned by training/wordClasses.ts from the State Department's releases (US
# Government work), Wikipedia's current events (CC BY-SA 4.0) and the train parts of the treebanks EWT (CC BY-SA 4.0) and
# GUM (CC BY 4.0, open genres); CC BY-SA 4.0; 2026-11-22.
${lines.join("\n")}
`,
)
