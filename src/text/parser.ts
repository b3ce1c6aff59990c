import { ownBytes, type Parts } from "../network/parts.ts"
import { SentenceNetwork } from "../network/sentenceNetwork.ts"
import { ROWS_A_WORD, WordRows } from "../network/wordRows.ts"
import type { WordLook } from "../network/words.ts"
import { crosses, nestedTree } from "./nestedTree.ts"
import { bestTree } from "./tree.ts"

/** A sentence of more words is no sentence but a list or a text without marks: it is not parsed. */
export const LONGEST_PARSED = 400

/** In a longer sentence arcs may cross: to seek the best tree without would take too long. */
const LONGEST_NESTED = 120

/** The tree of a sentence. */
export interface Tree {
  /** Index of the governor; -1 for the one root. */
  readonly heads: Int32Array
  /** Numbers of the relations. */
  readonly relations: Int32Array
}

/**
 * A dependency parser: a network scores every arc that a sentence could have, the best tree is sought among them, and
 * then each arc of it gets its relation. Arcs cross in one English sentence of forty, and in two that are read so wrongly
 * for one rightly; so they do not where the best tree without crossing can be sought.
 */
export class Parser {
  private readonly rows: WordRows
  private readonly network: SentenceNetwork
  private readonly rootRelation: number
  private readonly rowsOfWords = new Int32Array(LONGEST_PARSED * ROWS_A_WORD)

  constructor(rows: WordRows, network: SentenceNetwork, rootRelation: number) {
    this.rows = rows
    this.network = network
    this.rootRelation = rootRelation
  }

  /** Unpacks what `packNetwork` of the trainer wrote. */
  static unpack(parts: Parts, tagCount: number, rootRelation: number): Parser {
    const rows = new WordRows(new Int32Array(ownBytes(parts, "tree.words")), tagCount)
    const network = SentenceNetwork.unpack(parts, LONGEST_PARSED)
    return new Parser(rows, network, rootRelation)
  }

  /** Parses one sentence of at most `LONGEST_PARSED` words; its time grows with their square, but slowly. */
  parse(words: readonly WordLook[], tags: Int32Array, doubts: Int32Array): Tree {
    const { network, rowsOfWords, rootRelation } = this
    const count = words.length
    const heads = new Int32Array(count)
    const relations = new Int32Array(count).fill(rootRelation)
    if (count === 0) return { heads, relations }
    this.rows.of(words, tags, doubts, rowsOfWords)
    network.read(rowsOfWords, [0, count])
    const width = network.scoreArcs(0, count)
    const { numbers } = network.matrices
    bestTree(numbers, network.arcScores, count, width, heads)
    if (count <= LONGEST_NESTED && crosses(heads)) nestedTree(numbers, network.arcScores, count, width, heads)
    const children = new Int32Array(count)
    const governors = new Int32Array(count)
    let governed = 0
    for (let i = 0; i < count; i++) {
      if (heads[i]! < 0) continue
      children[governed] = i
      governors[governed++] = heads[i]!
    }
    network.scoreRelations(children, governors, governed)
    for (let k = 0; k < governed; k++)
      relations[children[k]!] = this.bestRelation(network.relationScores + k * network.relationColumns)
    return { heads, relations }
  }

  /** The relation with the highest score; "root" is none that a governor can give. */
  private bestRelation(at: number): number {
    const { network, rootRelation } = this
    const { numbers } = network.matrices
    let best = rootRelation === 0 ? 1 : 0
    for (let i = best + 1; i < network.shape.relations; i++)
      if (i !== rootRelation && numbers[at + i]! > numbers[at + best]!) best = i
    return best
  }
}
