import { EVENT_TYPES } from "../model/event.ts"
import type { ActorMention } from "../model/layers.ts"
import { ownBytes, type Parts, readParts, textPart } from "../network/parts.ts"
import { SentenceNetwork } from "../network/sentenceNetwork.ts"
import { textNumber } from "../network/textNumber.ts"
import { fractions } from "../network/weights.ts"
import { ROWS_A_WORD, WordRows } from "../network/wordRows.ts"
import { wordLooks } from "../network/words.ts"
import type { Scene } from "./scene.ts"
import type { Candidate } from "./triggers.ts"

/** What a word may tell: nothing, or an event of some type. */
export const TOLD: readonly string[] = ["none", ...Object.keys(EVENT_TYPES)]

/** The part that somebody may have in an event. */
export const PARTS = ["apart", "source", "target", "participants"] as const

/** The relations of the network: a word to itself tells of events, an actor to a word has a part. */
export const RELATIONS: readonly string[] = [...TOLD, ...PARTS]

/** Words of the longest sentence that makes an impression; a longer one is a list or a text without marks. */
export const LONGEST_IMPRESSION = 400

/** Beside the rows of every word: one for the event that its frame proposes, two for the actor who stands there. */
export const ROWS = ROWS_A_WORD + 3
/** So many rows are shared by what can be seen of actors, by their numbers. */
const LOOKS = 256

/** Which rows of vectors speak for the words of a sentence in which events are sought. */
export class SceneRows {
  /** Rows in all; those of words come first. */
  readonly count: number
  readonly words: WordRows
  private readonly tags: ReadonlyMap<string, number>

  /**
   * @param words that have a row of their own
   * @param tags "NOUN NN", in the order of their rows
   */
  constructor(words: Int32Array, tags: readonly string[]) {
    this.words = new WordRows(words, tags.length)
    this.tags = new Map(tags.map((tag, number) => [tag, number]))
    this.count = this.words.count + TOLD.length + LOOKS
  }

  /** @param candidates of the sentence */
  of(scene: Scene, sentence: number, candidates: readonly Candidate[]): Int32Array {
    const [from, to] = scene.sentenceTokens(sentence)
    const tokens = scene.doc.tokens.slice(from, to)
    const looks = tokens.map(({ norm }) => wordLooks.of(norm))
    const tags = Int32Array.from(tokens, ({ upos, xpos }) => this.tags.get(`${upos} ${xpos}`) ?? 0)
    const plain = new Int32Array(tokens.length * ROWS_A_WORD)
    this.words.of(looks, tags, new Int32Array(tokens.length), plain)
    const frames = this.words.count
    const rows = new Int32Array(tokens.length * ROWS).fill(frames)
    tokens.forEach((_, i) => {
      rows.set(plain.subarray(i * ROWS_A_WORD, (i + 1) * ROWS_A_WORD), i * ROWS)
    })
    const places = frames + TOLD.length
    for (const { at, frames: fitting } of candidates)
      if (fitting[0]) rows[(at - from) * ROWS + ROWS_A_WORD] = frames + TOLD.indexOf(fitting[0].type)
    for (const mention of scene.standingAlone(sentence)) {
      const at = scene.crown(mention) - from
      if (at < 0 || at >= tokens.length) continue
      for (const [k, look] of looksOf(scene, mention).entries())
        rows[at * ROWS + ROWS_A_WORD + 1 + k] = places + ((textNumber(look) >>> 0) % LOOKS)
    }
    return rows
  }
}

/** What can be seen of an actor without his name: what he is, and on which side of the page he stands. */
function looksOf(scene: Scene, { kind, form, actors }: ActorMention): readonly [string, string] {
  const states = actors.map(({ state }) => state)
  const side =
    states.length === 0
      ? "nobody"
      : !scene.home
        ? `report ${states.some(state => state === scene.topic) ? "topic" : "other"}`
        : states.every(state => state === scene.home)
          ? "home"
          : states.some(state => state === scene.topic)
            ? "topic"
            : "abroad"
  return [`${kind} ${form}`, side]
}

/** What a network makes of one sentence. */
export interface Impression {
  /** How likely the word tells each of `TOLD`, as logarithms; undefined where the word was no candidate. */
  told(at: number): readonly number[] | undefined
  /** How much speaks for somebody's having a part in what a word tells, against his standing apart, in nats; 0 where nothing does. */
  part(at: number, mention: ActorMention, part: "source" | "target" | "participants"): number
}

/** Reads sentences by a network that has looked at every word in its sentence, where weights look at what stands beside it in the tree. */
export class Impressions {
  readonly rows: SceneRows
  private readonly network: SentenceNetwork

  /**
   * @param parts what `learnImpressions` of the trainer wrote
   * @throws where it was learned for other relations
   */
  constructor(parts: Parts) {
    if (textPart(parts, "relations") !== RELATIONS.join("\n"))
      throw new Error("the network of events was learned for other types: node training/events.ts learns it anew")
    this.rows = new SceneRows(new Int32Array(ownBytes(parts, "tree.words")), textPart(parts, "tags").split("\n"))
    this.network = SentenceNetwork.unpack(parts, LONGEST_IMPRESSION)
  }

  /** @param file written by `training/events.ts` */
  static read(file: URL): Impressions {
    return new Impressions(readParts(file))
  }

  /** @param candidates of the sentence */
  of(scene: Scene, sentence: number, candidates: readonly Candidate[]): Impression {
    const [from, to] = scene.sentenceTokens(sentence)
    const told = new Map<number, readonly number[]>()
    const parts = new Map<string, readonly number[]>()
    const crown = (mention: ActorMention) => scene.crown(mention)
    if (to - from <= LONGEST_IMPRESSION && candidates.length > 0) {
      this.network.read(this.rows.of(scene, sentence, candidates), [0, to - from])
      const crowns = [...new Set(scene.standingAlone(sentence).map(crown))].filter(at => at >= from && at < to)
      const alone = candidates.map(({ at }) => [at, at] as const)
      const pairs = candidates.flatMap(({ at }) => crowns.map(other => [other, at] as const))
      this.score(alone, from, (numbers, k) => {
        const likelihoods = fractions([...numbers.subarray(0, TOLD.length)])
        told.set(alone[k]![1], likelihoods.map(Math.log))
      })
      this.score(pairs, from, (numbers, k) => {
        parts.set(pairs[k]!.join(" "), [...numbers.subarray(TOLD.length)])
      })
    }
    return {
      told: at => told.get(at),
      part: (at, mention, part) => {
        const scores = parts.get(`${crown(mention)} ${at}`)
        return scores ? scores[PARTS.indexOf(part)]! - scores[0]! : 0
      },
    }
  }

  /** Scores pairs of tokens, not too many at once, and hands on the scores of each. */
  private score(
    pairs: readonly (readonly [child: number, governor: number])[],
    from: number,
    take: (numbers: Float32Array, pair: number) => void,
  ): void {
    const { network } = this
    const { numbers } = network.matrices
    for (let begin = 0; begin < pairs.length; begin += LONGEST_IMPRESSION) {
      const some = pairs.slice(begin, begin + LONGEST_IMPRESSION)
      network.scoreRelations(
        Int32Array.from(some, ([child]) => child - from),
        Int32Array.from(some, ([, governor]) => governor - from),
        some.length,
      )
      some.forEach((_, k) => {
        const at = network.relationScores + k * network.relationColumns
        take(numbers.subarray(at, at + RELATIONS.length), begin + k)
      })
    }
  }
}
