import { readFileSync } from "node:fs"
import data from "../../data/linking/headlines.json" with { type: "json" }
import { tellingWords } from "./wording.ts"

/** What a word of a headline is: a name, a number, or any other word. */
type Kind = "name" | "number" | "word"

/** A text without slots, such as a headline on a subject that no event type covers. */
export interface Headline {
  readonly id: string
  readonly text: string
}

interface Read {
  readonly id: string
  readonly kinds: ReadonlyMap<string, Kind>
  /** What is counted, by its stem, with the numbers told of it: "23 pirates". */
  readonly counted: ReadonlyMap<string, ReadonlySet<string>>
  /** The telling words that follow each, by their stems. */
  readonly after: ReadonlyMap<string, ReadonlySet<string>>
}

/** A number counts one of so many telling words after it: "23 Somali and Yemeni pirates". */
const COUNTS_WITHIN = 3
/** How far a pair of headlines can be from even odds: a share of the whole that is held to be beyond knowing. */
const BEYOND = 0.05

/** Odds of a likelihood on a scale from 0 to 1: a pair that is surely apart weighs as much as one that is surely together. */
function surety(likely: number): number {
  const odds = (p: number) => Math.log((p + BEYOND) / (1 - p + BEYOND))
  return (odds(likely) - odds(0)) / (odds(1) - odds(0))
}

/** A few headlines are taken for a part of so many: that all of three carry a word does not make it common. */
const COLLECTION = 200
/** What is known of news at large counts as much as so many headlines of the collection. */
const AT_LARGE = 1000

/** How many of how many news items carry a word, by its stem: `data/linking/rarity.tsv`. */
interface News {
  readonly items: number
  readonly carriers: ReadonlyMap<string, number>
}

/** So many items are held to carry a word that is not in the list. */
const HARDLY = 2

let known: News | undefined

function news(): News {
  if (known) return known
  const [first = "", ...lines] = readFileSync(new URL("../../data/linking/rarity.tsv", import.meta.url), "utf8")
    .trimEnd()
    .split("\n")
  const carriers = new Map(
    lines.map(line => {
      const [stem = "", count = "1"] = line.split("\t")
      return [stem, Number(count)] as const
    }),
  )
  known = { items: Number(first), carriers }
  return known
}

type Named = ReadonlyMap<string, number>

/** That two words meet once speaks as much for one event as so many missed meetings against it. */
const MEETING = 3

/** Places among `Headlines.features` of what can only speak against one event: what the one has beside the other or in its place. */
export const AGAINST: ReadonlySet<number> = new Set([5, 6, 7, 8, 12, 14, 15, 16])

/** Reads headlines together: what is a name shows in whether any of them writes the word small; how rare a word is, in how many carry it. */
export class Headlines {
  private readonly read: readonly Read[]
  private readonly carriers = new Map<string, number[]>()
  /** What `missedMeetings` has worked out, by the two words. */
  private readonly missed = new Map<string, number>()

  constructor(headlines: readonly Headline[]) {
    const texts = headlines.map(({ id, text }) => ({ id, words: tellingWords(text) }))
    const small = new Set(
      texts.flatMap(({ words }) => words.filter(w => /^\p{Ll}/u.test(w.word)).map(w => w.word.toLowerCase())),
    )
    this.read = texts.map(({ id, words }) => {
      const kinds = new Map<string, Kind>()
      for (const { stem, word } of words) {
        const kind = /^\d/.test(stem)
          ? "number"
          : /^\p{Lu}/u.test(word) && !small.has(word.toLowerCase())
            ? "name"
            : "word"
        if (kinds.get(stem) !== "name") kinds.set(stem, kind)
      }
      const stems = words.map(w => w.stem)
      return { id, kinds, ...order(stems, kinds) }
    })
    this.read.forEach(({ kinds }, at) => {
      for (const stem of kinds.keys()) {
        const list = this.carriers.get(stem)
        if (list) list.push(at)
        else this.carriers.set(stem, [at])
      }
    })
  }

  private rarity(stem: string): number {
    const { items, carriers } = news()
    const here = this.carriers.get(stem)?.length ?? 1
    const atLarge = ((carriers.get(stem) ?? HARDLY) / items) * AT_LARGE
    return Math.log((Math.max(this.read.length, COLLECTION) + AT_LARGE + 1) / (here + atLarge))
  }

  /** What two headlines share and do not share, as numbers; the order of the two does not matter. `null` where they share nothing. */
  features(x: number, y: number): readonly number[] | null {
    const [a, b] = [this.read[x]!.kinds, this.read[y]!.kinds]
    const shared = { name: 0, number: 0, word: 0 }
    const ofA = { name: 0, number: 0, word: 0 }
    const ofB = { name: 0, number: 0, word: 0 }
    let [squares, squaresA, squaresB] = [0, 0, 0]
    for (const [stem, kind] of a) {
      const weight = this.rarity(stem)
      squaresA += weight ** 2
      if (b.has(stem)) {
        shared[kind] += weight
        squares += weight ** 2
      } else ofA[kind] += weight
    }
    for (const [stem, kind] of b) {
      const weight = this.rarity(stem)
      squaresB += weight ** 2
      if (!a.has(stem)) ofB[kind] += weight
    }
    const together = shared.name + shared.number + shared.word
    if (together === 0) return null
    const least = Math.min(together + ofA.name + ofA.number + ofA.word, together + ofB.name + ofB.number + ofB.word)
    const cosine = squares / Math.sqrt(squaresA * squaresB)
    const next = this.sameNext(x, y)
    // what either has beside the other speaks for two events only where both have something
    const both = (kind: Kind) => Math.log1p(Math.min(ofA[kind], ofB[kind]))
    return [
      cosine,
      together / least,
      Math.log1p(shared.name),
      Math.log1p(shared.word),
      Math.log1p(shared.number),
      both("name"),
      both("word"),
      both("number"),
      Math.log1p(Math.max(ofA.name, ofB.name)),
      Math.log1p(together),
      cosine * Math.log1p(shared.word),
      Math.log1p(shared.name) * Math.log1p(shared.word),
      ...this.counts(x, y),
      ...this.inPlace(x, y),
      Math.log1p(next.weight),
      next.pairs,
    ]
  }

  /** Rarity of the rarest thing that both count with other numbers, and of the rarest that both count with the same. */
  private counts(x: number, y: number): readonly [other: number, same: number] {
    const [a, b] = [this.read[x]!.counted, this.read[y]!.counted]
    let [other, same] = [0, 0]
    for (const [stem, numbers] of a) {
      const theirs = b.get(stem)
      if (!theirs) continue
      if (numbers.isDisjointFrom(theirs)) other = Math.max(other, this.rarity(stem))
      else same = Math.max(same, this.rarity(stem))
    }
    return same > 0 ? [0, same] : [other, 0]
  }

  /**
   * For names, other words and numbers: how clearly the one headline has something in whose place the other has another. Two words of
   * one event meet in some headline that tells of it; two that many carry and nobody together ("Felt", "LaRue") are of two events.
   */
  private inPlace(x: number, y: number): readonly number[] {
    const [a, b] = [this.read[x]!.kinds, this.read[y]!.kinds]
    const clear = { name: 0, word: 0, number: 0 }
    for (const [ours, kind] of a) {
      if (b.has(ours)) continue
      for (const [theirs, other] of b) {
        if (a.has(theirs)) continue
        const as = kind === other ? kind : "word"
        clear[as] = Math.max(clear[as], this.missedMeetings(ours, theirs))
      }
    }
    return [clear.name, clear.word, clear.number].map(Math.log1p)
  }

  /** How often two words would meet if all that carry either told of one event, less what speaks for one: that they do meet. */
  private missedMeetings(u: string, v: string): number {
    const key = u < v ? `${u} ${v}` : `${v} ${u}`
    const before = this.missed.get(key)
    if (before !== undefined) return before
    const [n, m] = [this.carriers.get(u)!, this.carriers.get(v)!]
    const theirs = new Set(m)
    const met = n.filter(at => theirs.has(at)).length
    const missed = (n.length * m.length) / (n.length + m.length - met) - MEETING * met
    this.missed.set(key, missed)
    return missed
  }

  /** Telling words that follow each other in both headlines: how many such pairs, and how rare their words are together. */
  private sameNext(x: number, y: number): { readonly pairs: number; readonly weight: number } {
    const [a, b] = [this.read[x]!.after, this.read[y]!.after]
    const shared = [...a].flatMap(([stem, next]) =>
      [...next].filter(word => b.get(stem)?.has(word)).map(word => this.rarity(stem) + this.rarity(word)),
    )
    return { pairs: shared.length, weight: shared.reduce((sum, weight) => sum + weight, 0) }
  }

  /** Pairs of headlines that share a word, by their places; only these can be one event. */
  *pairs(): Iterable<readonly [number, number]> {
    for (const [at, { kinds }] of this.read.entries()) {
      const others = new Set([...kinds.keys()].flatMap(stem => this.carriers.get(stem)!.filter(other => other > at)))
      for (const other of others) yield [at, other]
    }
  }

  /**
   * Groups headlines into events: the surest pairs first, a group joined to another only while their members are one event on average
   * more surely than `data/linking/headlines.json` asks, and never if each names somebody or a number that the other never does.
   * @returns the ids of each group
   */
  groups({ weights, bias, sureFrom }: Fitted = data): readonly (readonly string[])[] {
    const groups = new Map(this.read.map((_, at) => [at, { members: [at], near: new Map<number, number>() }]))
    for (const [x, y] of this.pairs()) {
      const features = this.features(x, y)!
      const sum = features.reduce((z, value, i) => z + value * weights[i]!, bias)
      const likely = surety(1 / (1 + Math.exp(-sum)))
      groups.get(x)!.near.set(y, likely)
      groups.get(y)!.near.set(x, likely)
    }
    const barred = new Set<string>()
    for (;;) {
      const best = this.nearest(groups, barred)
      if (!best || best.likely < sureFrom) break
      const [left, right] = [groups.get(best.x)!, groups.get(best.y)!]
      if (this.namesApart(left.members, right.members)) {
        barred.add(`${Math.min(best.x, best.y)} ${Math.max(best.x, best.y)}`)
        continue
      }
      const [n, m] = [left.members.length, right.members.length]
      groups.delete(best.y)
      for (const other of new Set([...left.near.keys(), ...right.near.keys()])) {
        const group = groups.get(other)
        if (!group || other === best.x) continue
        const likely = (n * (left.near.get(other) ?? 0) + m * (right.near.get(other) ?? 0)) / (n + m)
        left.near.set(other, likely)
        group.near.set(best.x, likely)
        group.near.delete(best.y)
      }
      left.near.delete(best.y)
      left.members.push(...right.members)
      for (const bar of barred) if (bar.split(" ").map(Number).includes(best.y)) this.pass(barred, bar, best.y, best.x)
    }
    return [...groups.values()].map(({ members }) => members.map(at => this.read[at]!.id))
  }

  /** A bar against a group holds against the one it has gone into. */
  private pass(barred: Set<string>, bar: string, from: number, to: number): void {
    barred.delete(bar)
    const other = bar
      .split(" ")
      .map(Number)
      .find(end => end !== from)!
    if (other !== to) barred.add(`${Math.min(other, to)} ${Math.max(other, to)}`)
  }

  private nearest(
    groups: ReadonlyMap<number, { readonly near: ReadonlyMap<number, number> }>,
    barred: ReadonlySet<string>,
  ) {
    let best: { readonly x: number; readonly y: number; readonly likely: number } | undefined
    for (const [x, { near }] of groups) {
      for (const [y, likely] of near) {
        if (y > x && likely > (best?.likely ?? 0) && !barred.has(`${x} ${y}`)) best = { x, y, likely }
      }
    }
    return best
  }

  /**
   * Whether each of two groups names somebody, or a number, that hardly any of the other does: most of a small group, and in a large one so
   * many that the two would have met if both groups told of one event.
   */
  private namesApart(a: readonly number[], b: readonly number[]): boolean {
    const { least, most, hardly, missedFrom } = data.apart
    const [ours, theirs] = [this.named(a), this.named(b)]
    const own = (x: Named, y: Named, size: number) =>
      Math.max(0, ...[...x].filter(([stem]) => (y.get(stem) ?? 0) <= hardly * size).map(([, n]) => n))
    const [n, m] = [own(ours, theirs, b.length), own(theirs, ours, a.length)]
    if ((n * m) / (a.length + b.length) >= missedFrom) return true
    return Math.min(a.length, b.length) >= least && n >= most * a.length && m >= most * b.length
  }

  /** How many headlines of a group carry each name and number. */
  private named(group: readonly number[]): Named {
    const carriers = new Map<string, number>()
    for (const at of group)
      for (const [stem, kind] of this.read[at]!.kinds)
        if (kind !== "word") carriers.set(stem, (carriers.get(stem) ?? 0) + 1)
    return carriers
  }
}

/** What a headline counts, and which word follows which. */
function order(stems: readonly string[], kinds: ReadonlyMap<string, Kind>): Pick<Read, "counted" | "after"> {
  const [counted, after] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()]
  const put = (map: Map<string, Set<string>>, key: string, value: string) =>
    map.set(key, (map.get(key) ?? new Set()).add(value))
  for (const [at, stem] of stems.entries()) {
    if (at + 1 < stems.length) put(after, stem, stems[at + 1]!)
    if (kinds.get(stem) !== "number") continue
    const following = stems.slice(at + 1, at + 1 + COUNTS_WITHIN)
    const end = following.findIndex(word => kinds.get(word) === "number")
    for (const word of end < 0 ? following : following.slice(0, end)) put(counted, word, stem)
  }
  return { counted, after }
}

/** Weights of the features, fitted by training/headlines.ts. */
export interface Fitted {
  readonly weights: readonly number[]
  readonly bias: number
  /** From this surety on, from 0 to 1 where even odds are one half, groups are joined. */
  readonly sureFrom: number
}
