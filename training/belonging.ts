/**
 * Learns of which state somebody is whom a text does not call so, from the actors of annotated events.
 *
 *   node training/belonging.ts GOLD_FOLDER           learns from every set and writes data/actors/belonging.weights.tsv.zst
 *   node training/belonging.ts GOLD_FOLDER --folds 5 learns from four fifths of the documents and answers for the last fifth, five
 *                                                    times over; prints how many answers are right, by kind
 */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { fold as folded, sameName } from "../bench/quality/eventScore.ts"
import { BELONGING, type Belongs, type Unplaced } from "../src/actors/belonging.ts"
import { loadKnowledge } from "../src/actors/knowledge.ts"
import { Lexicon } from "../src/actors/lexicon.ts"
import { publishersFrom } from "../src/actors/publisher.ts"
import { Reading } from "../src/actors/reading.ts"
import { type Document, overlaps, type Span } from "../src/model/document.ts"
import { Pipeline } from "../src/model/stage.ts"
import { Weights } from "../src/network/weights.ts"
import { names } from "../src/text/names.ts"
import { sentences } from "../src/text/sentences.ts"
import { tokens } from "../src/text/tokens.ts"
import { annotated } from "./annotated.ts"
import { foldOf, type GoldEvent, goldOf, SETS } from "./eventLessons.ts"
import { type Choice, learnChoices, packed } from "./linear.ts"

/** A question about somebody whom an annotator placed. */
interface Question {
  readonly doc: string
  readonly set: string
  readonly kind: string
  readonly words: string
  readonly options: readonly Belongs[]
  /** The right state, "-" for nobody's. */
  readonly state: string
}

const knowledge = loadKnowledge()
const written = Pipeline.empty.add(publishersFrom(knowledge)).add(sentences).add(tokens).add(names)
const lexicon = new Lexicon(knowledge)

/** All questions that a document asks and its annotation answers. */
function questionsOf(set: string, doc: Document, events: readonly GoldEvent[]): Question[] {
  const questions: Question[] = []
  const layers = written.read(doc)
  new Reading(layers, knowledge, lexicon, (unplaced, options, page) => {
    const at = unplaced.places[0]!
    const state = stateIn(events, unplaced, layers.sentences[page.sentenceAt(at)]!)
    if (state !== undefined && options.some(option => option.state === state))
      questions.push({
        doc: doc.id,
        set,
        kind: unplaced.kind,
        words: page.text(at, Math.min(at + 3, page.pieces.length)),
        options,
        state,
      })
  }).mentions()
  return questions
}

/** The one state under which an annotator knows it: in the events of its sentence, else of the whole document. */
function stateIn(events: readonly GoldEvent[], { called, kind }: Unplaced, sentence: Span): string | undefined {
  const states = (told: readonly GoldEvent[]) =>
    new Set(
      told
        .flatMap(({ source, target, participants, saidBy = [] }) => [...source, ...target, ...participants, ...saidBy])
        .flatMap(actor => {
          const colon = actor.indexOf(":")
          return colon > 0 && called.some(name => sameName(folded(actor.slice(colon + 1)), folded(name)))
            ? [actor.slice(0, colon)]
            : []
        }),
    )
  const near = states(events.filter(({ mentions }) => mentions.some(mention => overlaps(mention, sentence))))
  if (near.size === 1) return [...near][0]
  const all = near.size === 0 && kind !== "people" ? states(events) : near
  return all.size === 1 ? [...all][0] : undefined
}

async function read(folder: string): Promise<Question[]> {
  const questions: Question[] = []
  for (const set of SETS)
    for (const { doc, events } of goldOf(folder, set)) questions.push(...questionsOf(set, doc, events))
  for (const { set, doc, events } of await annotated<GoldEvent>(join(folder, "../data")))
    questions.push(...questionsOf(set, doc, events))
  return questions
}

const choice = ({ options, state }: Question): Choice => ({
  pieces: options.map(({ features }) => ({ name: "belongs", features: features.strings() })),
  options: options.map((_, at) => [at]),
  right: options.map(option => option.state === state),
})

/** Settled by five folds: less pull learns single documents by heart, more forgets what is rare. */
const LEARNING = { ridge: 0.06, rarest: 1, epochs: 16 }

/** The state that weights choose. */
function answer(weights: Weights, { options }: Question): string {
  const sums = options.map(({ features }) => weights.sums(features)[0]!)
  return options[sums.indexOf(Math.max(...sums))]!.state
}

const { values, positionals } = parseArgs({
  options: { folds: { type: "string" }, errors: { type: "string" } },
  allowPositionals: true,
})
const [folder] = positionals
if (!folder) throw new Error("name the folder of the gold sets")
const questions = await read(folder)
if (values.folds) {
  const folds = Number(values.folds)
  const right = new Map<string, [right: number, all: number]>()
  for (let fold = 0; fold < folds; fold++) {
    const weights = new Weights(
      learnChoices(questions.filter(({ doc }) => foldOf({ id: doc }, folds) !== fold).map(choice), LEARNING),
    )
    for (const question of questions.filter(({ doc }) => foldOf({ id: doc }, folds) === fold)) {
      const is = answer(weights, question)
      for (const key of [question.set, `${question.set === "stories" ? "stories " : ""}${question.kind}`, "all"]) {
        const counts = right.get(key) ?? [0, 0]
        counts[0] += is === question.state ? 1 : 0
        counts[1]++
        right.set(key, counts)
      }
      if (values.errors && is !== question.state)
        console.log(`${question.doc} ${question.kind} «${question.words}» ${question.state} read ${is}`)
    }
  }
  for (const [key, [good, all]] of [...right].sort())
    console.log(`${key.padEnd(28)} ${good} of ${all} ${((good / all) * 100).toFixed(1)} %`)
} else {
  writeFileSync(BELONGING, packed(learnChoices(questions.map(choice), LEARNING)))
  console.log(`${questions.length} questions`)
}
