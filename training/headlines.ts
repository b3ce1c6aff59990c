/**
 * node training/headlines.ts ECBPLUS — fits data/linking/headlines.json, and prints how it does on topics left out.
 * The first sentences of two documents tell of one event if topic and sub-corpus are the same.
 */
import { readFileSync, writeFileSync } from "node:fs"
import { type EcbDocument, firstSentence, readEcbPlus } from "../bench/quality/ecbplus.ts"
import { AGAINST, type Fitted, Headlines } from "../src/linking/headlines.ts"

const FILE = new URL("../data/linking/headlines.json", import.meta.url)
const STEPS = 1500
const shipped = JSON.parse(readFileSync(FILE, "utf8")) as Fitted
const docs = readEcbPlus(process.argv[2] ?? "../shared/data/ecbplus")
const topics = [...new Set(docs.map(doc => doc.topic))]
const same = (a: EcbDocument, b: EcbDocument) => a.topic === b.topic && a.sub === b.sub

interface Example {
  readonly x: readonly number[]
  readonly y: 0 | 1
}

/**
 * Examples of about ten topics at a time, as the program meets them, for what a word says is asked of the collection; and once more of
 * the same topics with only every third headline, for in a small collection no two names have often missed each other.
 */
function examples(chosen: readonly string[]): Example[] {
  const parts = Map.groupBy(chosen, (_, at) => Math.floor(at / 12))
  const whole = [...parts.values()].map(part => docs.filter(doc => part.includes(doc.topic)))
  const thin = whole.flatMap(list => [0, 1, 2].map(from => list.filter((_, at) => at % 3 === from)))
  return [...whole, ...thin].flatMap(list => {
    const headlines = new Headlines(list.map(doc => ({ id: doc.id, text: firstSentence(doc) })))
    return [...headlines.pairs()].map(([i, j]) => ({
      x: headlines.features(i, j)!,
      y: same(list[i]!, list[j]!) ? (1 as const) : (0 as const),
    }))
  })
}

/** Logistic regression by gradient descent with momentum, on features brought to one scale; what speaks against never gets a weight for. */
function learn(list: readonly Example[]): Fitted {
  const width = list[0]!.x.length
  const mean = Array.from({ length: width }, (_, i) => list.reduce((sum, { x }) => sum + x[i]!, 0) / list.length)
  const spread = mean.map(
    (m, i) => Math.sqrt(list.reduce((sum, { x }) => sum + (x[i]! - m) ** 2, 0) / list.length) || 1,
  )
  const scaled = list.map(({ x, y }) => ({ x: x.map((value, i) => (value - mean[i]!) / spread[i]!), y }))
  const weights = new Array<number>(width + 1).fill(0)
  const speed = new Array<number>(width + 1).fill(0)
  for (let step = 0; step < STEPS; step++) {
    const slope = new Array<number>(width + 1).fill(0)
    for (const { x, y } of scaled) {
      const z = x.reduce((sum, value, i) => sum + value * weights[i]!, weights[width]!)
      const error = 1 / (1 + Math.exp(-z)) - y
      x.forEach((value, i) => {
        slope[i]! += error * value
      })
      slope[width]! += error
    }
    for (let i = 0; i <= width; i++) {
      speed[i] = 0.9 * speed[i]! - slope[i]! / list.length - (i < width ? 1e-4 * weights[i]! : 0)
      weights[i]! += speed[i]!
      if (AGAINST.has(i) && weights[i]! > 0) weights[i] = 0
    }
  }
  const plain = weights.slice(0, width).map((w, i) => w / spread[i]!)
  const bias = plain.reduce((sum, w, i) => sum - w * mean[i]!, weights[width]!)
  return { ...shipped, weights: plain.map(w => Number(w.toFixed(4))), bias: Number(bias.toFixed(4)) }
}

/** Precision and recall of pairs over the documents of some topics. */
function score(chosen: readonly string[], fitted: Fitted): string {
  const list = docs.filter(doc => chosen.includes(doc.topic))
  const byId = new Map(list.map(doc => [doc.id, doc]))
  const groups = new Headlines(list.map(doc => ({ id: doc.id, text: firstSentence(doc) }))).groups(fitted)
  const told = groups.flatMap(group =>
    group.flatMap((a, i) => group.slice(i + 1).map(b => same(byId.get(a)!, byId.get(b)!))),
  )
  const sizes = Map.groupBy(list, doc => `${doc.topic} ${doc.sub}`)
  const true_ = [...sizes.values()].reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0)
  const right = told.filter(Boolean).length
  return `P ${(right / told.length).toFixed(3)} R ${(right / true_).toFixed(3)}`
}

for (const fold of [
  topics.slice(0, 10),
  topics.slice(10, 20),
  topics.slice(20),
  ...[0, 1, 2].map(k => topics.filter((_, i) => i % 3 === k)),
]) {
  const fitted = learn(examples(topics.filter(topic => !fold.includes(topic))))
  console.log(`left out ${fold.join(" ")}`)
  for (const sureFrom of [0.7, 0.66, 0.62, 0.58, 0.54])
    console.log(`  from ${sureFrom}: ${score(fold, { ...fitted, sureFrom })}`)
}
writeFileSync(FILE, `${JSON.stringify(learn(examples(topics)), null, 2)}\n`)
