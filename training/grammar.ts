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
import { learnParser, type ParsedSentence } from "./parsing.ts"
import { learnTagger } from "./tagging.ts"

/** The treebanks learned from, under the data folder. */
export const TREEBANKS = ["ud-ewt/train.conllu", "ud-gum/train.conllu"]

/** Tags for the parser come from taggers that have not seen the sentence: the treebanks are cut into so many parts. */
const PARTS = 4
const TAGGER_ROUNDS = 7
const PARSER_ROUNDS = 12
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
  const copies = headlines(gold.map(({ sentence }) => sentence)).map(number)
  const tagCount = tags.texts.length
  const relationCount = relations.texts.length

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
