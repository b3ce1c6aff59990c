import { readFileSync } from "node:fs"
import { part, readParts, textPart } from "../network/parts.ts"
import { type WordLook, wordLooks } from "../network/words.ts"
import { ownGazetteer } from "./gazetteer.ts"
import { Lemmatizer } from "./lemmas.ts"
import { LONGEST_PARSED, Parser, type Tree } from "./parser.ts"
import { type Spare, Tagger } from "./tagger.ts"
import { Weights } from "./weights.ts"

/** The grammar of one sentence, one entry a word in every list. */
export interface Grammar {
  readonly upos: readonly string[]
  readonly xpos: readonly string[]
  readonly lemmas: readonly string[]
  /** Index of the governor in the sentence; -1 for the one root. */
  readonly heads: readonly number[]
  readonly relations: readonly string[]
}

/** Whatever can tell the grammar of a sentence: the engine shipped here, or another in its place. */
export interface Grammarian {
  /** @param words of one sentence, in plain signs (`plainWord`). */
  read(words: readonly string[]): Grammar
}

/** The words of each line of a list. */
const linesOf = (file: string): readonly (readonly string[])[] =>
  readFileSync(new URL(`../../data/text/${file}`, import.meta.url), "utf8")
    .split("\n")
    .filter(line => !line.startsWith("#"))
    .map(line => line.split(" ").filter(Boolean))

/** Verbs in their base form. */
const VERBS: ReadonlySet<string> = new Set(linesOf("verbs.txt").flat())

/** Base forms by irregular form. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  linesOf("irregular.txt").flatMap(([base = "", ...forms]) => forms.map(form => [form, base] as const)),
)

/** The engine shipped here: a linear model for tags, a network for trees, rules for lemmas. */
export class TrainedGrammarian implements Grammarian {
  private readonly tagger: Tagger
  private readonly parser: Parser
  private readonly lemmatizer: Lemmatizer
  private readonly tags: readonly string[]
  private readonly upos: readonly string[]
  private readonly xpos: readonly string[]
  private readonly relations: readonly string[]

  /**
   * Loads the weights, which takes some hundred milliseconds.
   * @param file a weight file written by `training/train.ts`
   */
  constructor(file: URL | string) {
    const parts = readParts(file)
    this.tags = textPart(parts, "tags").split("\n")
    this.upos = this.tags.map(tag => tag.split(" ")[0]!)
    this.xpos = this.tags.map(tag => tag.split(" ")[1]!)
    this.relations = textPart(parts, "relations").split("\n")
    this.tagger = new Tagger(
      Weights.unpack(parts, "tagger"),
      unpackHabits(part(parts, "habits")),
      this.tags.length,
      ownGazetteer(),
      this.tags,
    )
    this.parser = Parser.unpack(parts, this.tags.length, this.relations.indexOf("root"))
    const rules = textPart(parts, "lemmas")
      .split("\n")
      .map(line => line.split("\t") as [string, string])
    this.lemmatizer = new Lemmatizer(new Map(rules), VERBS, IRREGULAR)
  }

  read(words: readonly string[]): Grammar {
    const looks: WordLook[] = words.map(word => wordLooks.of(word))
    const tags = new Int32Array(words.length)
    const doubts = new Int32Array(words.length)
    const spare = this.tagger.tag(looks, tags, doubts)
    // What is too long for a sentence hangs on its first word.
    const tree = words.length > LONGEST_PARSED ? undefined : this.treeOf(looks, tags, doubts, spare)
    const upos: string[] = []
    const xpos: string[] = []
    const lemmas: string[] = []
    const heads: number[] = []
    const relations: string[] = []
    for (let i = 0; i < words.length; i++) {
      const tag = tags[i]!
      upos.push(this.upos[tag]!)
      xpos.push(this.xpos[tag]!)
      lemmas.push(this.lemmatizer.lemma(words[i]!, this.tags[tag]!))
      heads.push(tree ? tree.heads[i]! : i === 0 ? -1 : 0)
      relations.push(tree ? this.relations[tree.relations[i]!]! : i === 0 ? "root" : "dep")
    }
    return { upos, xpos, lemmas, heads, relations }
  }

  /**
   * The tree of a sentence. One with a full stop tells something by some verb: where its root is none, for a chronicle's "explodes" and "clash"
   * pass for nouns too easily, the spare verb is tried, and takes its tag if it becomes the root.
   */
  private treeOf(words: readonly WordLook[], tags: Int32Array, doubts: Int32Array, spare: Spare | undefined): Tree {
    const tree = this.parser.parse(words, tags, doubts)
    if (!spare) return tree
    const root = tree.heads.indexOf(-1)
    const isVerbless =
      !/^(?:VERB|AUX)$/.test(this.upos[tags[root]!]!) &&
      !tree.heads.some((head, i) => head === root && this.relations[tree.relations[i]!] === "cop")
    if (!isVerbless) return tree
    const [tag, doubt] = [tags[spare.at]!, doubts[spare.at]!]
    tags[spare.at] = spare.tag
    doubts[spare.at] = 1 + tag
    const other = this.parser.parse(words, tags, doubts)
    if (other.heads[spare.at] === -1) return other
    tags[spare.at] = tag
    doubts[spare.at] = doubt
    return tree
  }
}

/** Habits as bytes: the number of a word (four bytes, low first), then the number of its set (two bytes). */
export function packHabits(habits: ReadonlyMap<number, number>): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(habits.size * 6))
  let at = 0
  for (const [word, set] of [...habits].sort((a, b) => a[0] - b[0])) {
    bytes.setInt32(at, word, true)
    bytes.setUint16(at + 4, set, true)
    at += 6
  }
  return new Uint8Array(bytes.buffer)
}

function unpackHabits(bytes: Uint8Array): Map<number, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const habits = new Map<number, number>()
  for (let at = 0; at < bytes.length; at += 6) habits.set(view.getInt32(at, true), view.getUint16(at + 4, true))
  return habits
}
