import { PARTS, RELATIONS, ROWS, SceneRows, TOLD } from "../src/events/impressions.ts"
import { bySentence } from "../src/events/mentions.ts"
import { EVENT_TYPES } from "../src/model/event.ts"
import type { ActorMention } from "../src/model/layers.ts"
import { ownBytes, type Parts, readParts, textPart } from "../src/network/parts.ts"
import { SentenceNetwork } from "../src/network/sentenceNetwork.ts"
import { chance } from "./chance.ts"
import { type Lesson as Annotated, type GoldEvent, isActor, MANUAL, OWN } from "./eventLessons.ts"
import { type Lesson, LONGEST_LESSON, SentencePupil } from "./sentencePupil.ts"
import { type Shared, study, TOGETHER } from "./study.ts"

/** The grammar from whose parser the network begins. */
const GRAMMAR = new URL("../data/text/grammar.weights", import.meta.url)

/** How often lessons are gone through, and how fast; settled on the first fold of five. */
const [ROUNDS, PACE] = [14, 0.002]

/** Numbers by which a word's type and an actor's part are told: with 38,000 events, twice the parser's are better than as many. */
const LABELS = 128

/** Types compete with each other, and so do parts. */
const GROUPS = [
  [0, TOLD.length],
  [TOLD.length, RELATIONS.length],
] as const

/**
 * Learns what `Impressions` reads: a network that begins as the parser's and then learns, of sentences with annotated events,
 * which word tells what and who has which part in it.
 */
export function learnImpressions(lessons: readonly Annotated[]): Parts {
  const grammar = readParts(GRAMMAR)
  const parser = SentenceNetwork.unpack(grammar, LONGEST_LESSON)
  const words = new Int32Array(ownBytes(grammar, "tree.words"))
  const rows = new SceneRows(words, textPart(grammar, "tags").split("\n"))
  const next = chance(1)
  const shape = { ...parser.shape, rows: ROWS, arcs: 0, labels: LABELS, relations: RELATIONS.length }
  const pupil = new SentencePupil(shape, rows.count, TOGETHER, next, GROUPS)
  pupil.begin(parser, rows.words.count)
  study(
    pupil,
    lessons.flatMap(lesson => sentencesOf(rows, lesson)),
    ROUNDS,
    PACE,
    next,
  )
  return new Map([
    ...pupil.pack(words),
    ["tags", new Uint8Array(Buffer.from(textPart(grammar, "tags")))],
    ["relations", new Uint8Array(Buffer.from(RELATIONS.join("\n")))],
  ])
}

/** The sentences of a document in which something may be told; our own count as often as elsewhere. */
function sentencesOf(rows: SceneRows, { set, scene, gold, candidates, triggers }: Annotated): Shared[] {
  const told = new Map<number, GoldEvent[]>()
  gold.forEach((event, e) => {
    for (const trigger of triggers[e]!) {
      if (!trigger) continue
      const known = told.get(trigger.at)
      // A word tells one type; several records of it, three visits on one trip, share its actors.
      if (!known) told.set(trigger.at, [event])
      else if (known[0]!.type === event.type && !known.includes(event)) known.push(event)
    }
  })
  const shared: Shared[] = []
  for (const [sentence, together] of bySentence(scene, candidates)) {
    const [from, to] = scene.sentenceTokens(sentence)
    if (to - from > LONGEST_LESSON) continue
    const pairs: (readonly [child: number, governor: number, relation: number])[] = []
    for (const { at } of together) {
      const events = told.get(at) ?? []
      pairs.push([at - from, at - from, TOLD.indexOf(events[0]?.type ?? "none")])
      const seen = new Set<number>()
      for (const mention of events.length > 0 ? scene.standingAlone(sentence) : []) {
        const crown = scene.crown(mention)
        if (crown < from || crown >= to || seen.has(crown)) continue
        seen.add(crown)
        pairs.push([crown - from, at - from, TOLD.length + PARTS.indexOf(partOf(mention, events))])
      }
    }
    const lesson: Lesson = {
      rows: rows.of(scene, sentence, together),
      children: Int32Array.from(pairs, ([child]) => child),
      governors: Int32Array.from(pairs, ([, governor]) => governor),
      relations: Int32Array.from(pairs, ([, , relation]) => relation),
    }
    for (let times = set === OWN ? MANUAL : 1; times > 0; times--) shared.push({ lesson, share: 1 })
  }
  return shared
}

/** The part that a mention has in some events of one word: that of the very actor, else that of one of his state. */
function partOf({ actors }: ActorMention, events: readonly GoldEvent[]): (typeof PARTS)[number] {
  const symmetric = EVENT_TYPES[events[0]!.type].symmetric
  const parts = symmetric ? (["participants"] as const) : (["source", "target"] as const)
  const has = (part: "source" | "target" | "participants", fits: (gold: string) => boolean) =>
    events.some(event => event[part].some(fits))
  return (
    parts.find(part => has(part, gold => actors.some(actor => isActor(gold, actor)))) ??
    parts.find(part =>
      has(part, gold => !gold.startsWith("-") && actors.some(({ state }) => state === gold.split(":")[0])),
    ) ??
    "apart"
  )
}
