import { readParts, textPart } from "../src/network/parts.ts"
import { type WordLook, WordLooks } from "../src/network/words.ts"
import { type Gazetteer, ownGazetteer } from "../src/text/gazetteer.ts"
import { packHabits } from "../src/text/grammar.ts"
import { plainWord } from "../src/text/norm.ts"
import { Tagger } from "../src/text/tagger.ts"
import { Weights } from "../src/text/weights.ts"
import { readConllu, type TreebankSentence } from "./conllu.ts"
import { headlines } from "./headlineCopies.ts"
import { type Learner, writeParts } from "./learner.ts"
import { learnLemmas } from "./lemmas.ts"
import { ownSentences } from "./ownStories.ts"
import { learnParser, type ParsedSentence } from "./parsing.ts"
import { inPresent } from "./presentCopies.ts"
import { learnTagger } from "./tagging.ts"

/** The treebanks learned from, under the data folder. */
export const TREEBANKS = ["ud-ewt/train.conllu", "ud-gum/train.conllu"]

/** Tags for the parser come from taggers that have not seen the sentence: the treebanks are cut into so many parts. */
const PARTS = 4
const TAGGER_ROUNDS = 7
const PARSER_ROUNDS = 12
/** Of so many sentences of the treebanks told in the past one is copied in the present, and of so many stories of our own one. */
const [PRESENT_EVERY, STORY_EVERY] = [1, 12]
/** How often a sentence of the teacher's is looked at in a round. */
const SILVER_SHARE = 0.5
/** How wide the parser's network is: what reads 25,000 words a second with all else that is done. */
const SIZES = { width: 128, layers: 3, arcs: 96, labels: 64 }

interface Numbered {
  readonly sentence: TreebankSentence
  readonly looks: readonly WordLook[]
  readonly tags: Int32Array
  readonly relations: Int32Array
}

/** Gives each new text the next number. */
class Numbers {
  readonly texts: string[] = []
  private readonly known = new Map<string, number>()

  of(text: string): number {
    let found = this.known.get(text)
    if (found === undefined) {
      found = this.texts.length
      this.texts.push(text)
      this.known.set(text, found)
    }
    return found
  }
}

/** Learns tagger, parser and lemma rules and gives them back as one weight file. */
export function learnGrammar(data: string, silver?: string): Buffer {
  const looks = new WordLooks()
  const gazetteer = ownGazetteer()
  const tags = new Numbers()
  const relations = new Numbers()
  const number = (sentence: TreebankSentence): Numbered => ({
    sentence,
    looks: sentence.words.map(word => looks.of(plainWord(word))),
    tags: Int32Array.from(sentence.words, (_, i) => tags.of(`${sentence.upos[i]} ${sentence.xpos[i]}`)),
    relations: Int32Array.from(sentence.relations, relation => relations.of(relation)),
  })
  const gold = TREEBANKS.flatMap(file => readConllu(`${data}/${file}`)).map(number)
  const tagCount = tags.texts.length
  const relationCount = relations.texts.length
  const copies = copiesOf(gold.map(({ sentence }) => sentence)).map(number)
  // Our own stories are tagged by program, and a tag that the treebanks lack would have no number.
  if (tags.texts.length > tagCount)
    throw new Error(`the copies have other tags: ${tags.texts.slice(tagCount).join(", ")}`)

  say(`tagger: ${gold.length} sentences, ${tagCount} tags`)
  const tagger = learnTagger([...gold, ...copies], tagCount, gazetteer, TAGGER_ROUNDS, 1)
  say(`tags for the parser: ${PARTS} parts`)
  const examples: ParsedSentence[] = []
  for (let k = 0; k < PARTS; k++) {
    const others = gold.filter((_, i) => i % PARTS !== k)
    const fresh = packedTagger(learnTagger(others, tagCount, gazetteer, TAGGER_ROUNDS, 1), tagCount, gazetteer)
    for (const one of gold.filter((_, i) => i % PARTS === k)) examples.push(example(one, fresh))
  }
  const whole = packedTagger(tagger, tagCount, gazetteer)
  for (const one of silver ? readConllu(silver).map(number) : [])
    examples.push({ ...example(one, whole), share: SILVER_SHARE })
  say(`parser: ${examples.length} sentences, ${relationCount} relations`)
  const parser = learnParser(examples, SIZES, tagCount, relationCount, PARSER_ROUNDS, 2, (round, surprise) =>
    say(`  round ${round + 1}: surprise ${surprise.toFixed(3)}`),
  )
  const lemmas = learnLemmas(
    gold.flatMap(({ sentence }) =>
      sentence.words.map((word, i) => ({
        word: plainWord(word),
        tag: `${sentence.upos[i]} ${sentence.xpos[i]}`,
        lemma: plainWord(sentence.lemmas[i]!),
      })),
    ),
  )
  const text = (lines: readonly string[]) => new TextEncoder().encode(lines.join("\n"))
  return writeParts(
    new Map<string, Uint8Array>([
      ["tags", text(tags.texts)],
      ["relations", text(relations.texts)],
      ["habits", packHabits(tagger.habits)],
      ["lemmas", text([...lemmas].map(([key, rule]) => `${key}\t${rule}`))],
      ...packTagger(tagger.learner),
      ...parser,
    ]),
  )
}

/**
 * Copies that the tagger learns from beside the treebanks: headlines, and what happened told in the present, of our own stories too. These are
 * few, and not learned as they stand: the grammar that tagged them errs.
 */
function copiesOf(gold: readonly TreebankSentence[]): TreebankSentence[] {
  const present = gold.flatMap(sentence => inPresent(sentence) ?? [])
  const superlatives = new Set(gold.flatMap(({ words, xpos }) => words.filter((_, i) => isSuperlative(xpos[i]!))))
  // "Protest" is no superlative, whatever the grammar that read the stories took it for.
  const own = ownSentences(STORY_EVERY)
    .filter(({ words, xpos }) => words.every((word, i) => !isSuperlative(xpos[i]!) || superlatives.has(word)))
    .flatMap(sentence => inPresent(sentence) ?? [])
  return [...headlines(gold), ...headlines(present), ...present.filter((_, i) => i % PRESENT_EVERY === 0), ...own]
}

const isSuperlative = (xpos: string) => xpos === "JJS" || xpos === "RBS"

/**
 * Learns the tagger anew and leaves trees and lemmas as they are in a weight file: the tags of both are numbered alike, for the same
 * treebanks give them.
 */
export function relearnTags(data: string, file: URL): Buffer {
  const known = readParts(file)
  const numbers = new Map(
    textPart(known, "tags")
      .split("\n")
      .map((tag, at) => [tag, at]),
  )
  const looks = new WordLooks()
  const gold = TREEBANKS.flatMap(treebank => readConllu(`${data}/${treebank}`))
  const sentences = [...gold, ...copiesOf(gold)].map(({ words, upos, xpos }) => ({
    looks: words.map(word => looks.of(plainWord(word))),
    tags: Int32Array.from(words, (_, i) => numbers.get(`${upos[i]} ${xpos[i]}`)!),
  }))
  say(`tagger: ${sentences.length} sentences, ${numbers.size} tags`)
  const { learner, habits } = learnTagger(sentences, numbers.size, ownGazetteer(), TAGGER_ROUNDS, 1)
  const learned = new Map([["habits", packHabits(habits)], ...packTagger(learner)])
  return writeParts(new Map([...known].map(([name, bytes]) => [name, learned.get(name) ?? bytes])))
}

const packTagger = (learner: Learner) => learner.pack("tagger", 2)

/** A tagger as it will be shipped, whose weights are averages in bytes. */
const packedTagger = ({ learner, habits }: ReturnType<typeof learnTagger>, tagCount: number, gazetteer: Gazetteer) =>
  new Tagger(Weights.unpack(packTagger(learner), "tagger"), habits, tagCount, gazetteer)

function example({ sentence, looks, relations }: Numbered, tagger: Tagger): ParsedSentence {
  const tags = new Int32Array(looks.length)
  const doubts = new Int32Array(looks.length)
  tagger.tag(looks, tags, doubts)
  return { looks, tags, doubts, heads: sentence.heads, relations }
}

const started = Date.now()
const say = (line: string) => console.error(`${((Date.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`)
