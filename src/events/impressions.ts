import type { ActorMention } from "../model/layers.ts"
import { ownBytes, type Parts, readParts, textPart } from "../network/parts.ts"
import { SentenceNetwork } from "../network/sentenceNetwork.ts"
import { fractions } from "../network/weights.ts"
import { answersTo, PARTS, RELATIONS, type WordQuestion } from "./questions.ts"
import type { Scene } from "./scene.ts"
import { SceneRows } from "./sceneRows.ts"
import { heardIn, type Stretch, sentencesIn, stretchesOf, tokensOf } from "./stretches.ts"
import type { Candidate } from "./triggers.ts"

/** Words of the longest sentence that makes an impression; a longer one is a list or a text without marks. */
export const LONGEST_IMPRESSION = 400

/** What a network makes of a stretch of sentences. */
export interface Impression {
  /** How likely each answer is to a question about a word, as logarithms; undefined where the word was no candidate. */
  of(at: number, question: WordQuestion): readonly number[] | undefined
  /**
   * How much speaks for somebody's having a part in what a word tells, against his standing apart, in nats; undefined for those who
   * are not heard in its sentence (`heardIn`).
   */
  part(at: number, mention: ActorMention, part: "source" | "target" | "participants"): number | undefined
  /** How much speaks for somebody's telling what a word says, in nats; undefined likewise. */
  teller(at: number, mention: ActorMention): number | undefined
}

const [PART_FROM, TELLER_FROM] = [answersTo("part")[0], answersTo("teller")[0]]

/** Reads sentences by a network that has looked at every word around, where weights look at what stands beside a word in the tree. */
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

  /**
   * Reads a document, each stretch when one of its sentences is first asked for.
   * @param candidates by sentence
   */
  reader(scene: Scene, candidates: ReadonlyMap<number, readonly Candidate[]>): (sentence: number) => Impression {
    const stretches = stretchesOf(scene)
    const read = new Map<Stretch, Impression>()
    const bySentence = stretches.flatMap(stretch => sentencesIn(stretch).map(() => stretch))
    return sentence => {
      const stretch = bySentence[sentence]!
      const impression = read.get(stretch) ?? this.of(scene, stretch, candidates)
      read.set(stretch, impression)
      return impression
    }
  }

  private of(scene: Scene, stretch: Stretch, candidates: ReadonlyMap<number, readonly Candidate[]>): Impression {
    const [from, to] = tokensOf(scene, stretch)
    const words = new Map<number, readonly number[]>()
    const parts = new Map<string, readonly number[]>()
    const crown = (mention: ActorMention) => scene.crown(mention)
    const sentences = sentencesIn(stretch)
    const all = sentences.flatMap(sentence => candidates.get(sentence) ?? [])
    if (to - from <= LONGEST_IMPRESSION && all.length > 0) {
      this.network.read(this.rows.of(scene, stretch, all), [0, to - from])
      const alone = all.map(({ at }) => [at, at] as const)
      const pairs = sentences.flatMap(sentence => {
        const crowns = [...new Set(heardIn(scene, sentence, stretch[0]).map(crown))].filter(at => at >= from && at < to)
        return (candidates.get(sentence) ?? []).flatMap(({ at }) => crowns.map(other => [other, at] as const))
      })
      this.score(alone, from, (numbers, k) => {
        words.set(alone[k]![1], [...numbers])
      })
      this.score(pairs, from, (numbers, k) => {
        parts.set(pairs[k]!.join(" "), [...numbers])
      })
    }
    return {
      of: (at, question) => {
        const sums = words.get(at)
        return sums && fractions(sums.slice(...answersTo(question))).map(Math.log)
      },
      part: (at, mention, part) => {
        const sums = parts.get(`${crown(mention)} ${at}`)
        return sums && sums[PART_FROM + PARTS.indexOf(part)]! - sums[PART_FROM]!
      },
      teller: (at, mention) => {
        const sums = parts.get(`${crown(mention)} ${at}`)
        return sums && sums[TELLER_FROM + 1]! - sums[TELLER_FROM]!
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
