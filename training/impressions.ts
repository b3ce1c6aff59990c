import { IS_DAY, opens } from "../src/events/pageDays.ts"
import {
  answersTo,
  DAYS,
  type DayKind,
  PARTS,
  QUESTIONS,
  type Question,
  RELATIONS,
  TELLERS,
  TOLD,
  VOICES,
} from "../src/events/questions.ts"
import { ROWS, SceneRows } from "../src/events/sceneRows.ts"
import { heardIn, stretchesOf, tokensOf } from "../src/events/stretches.ts"
import { EVENT_TYPES, STATUSES } from "../src/model/event.ts"
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

/** What is asked beside the event and its parts counts less, lest it is learned in their stead: with 1, types and parts lose half a point. */
const BESIDE = 0.3

/** The answers to one question compete with each other. */
const GROUPS = QUESTIONS.map(
  question => [...answersTo(question), question === "told" || question === "part" ? 1 : BESIDE] as const,
)

/** The number of an answer among the relations. */
const numberOf = <Answer>(question: Question, answers: readonly Answer[], answer: Answer) =>
  answersTo(question)[0] + answers.indexOf(answer)

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
  const kindOf = dayKinds(scene, gold, triggers)
  const shared: Shared[] = []
  for (const stretch of stretchesOf(scene)) {
    const [from, to] = tokensOf(scene, stretch)
    const together = candidates.filter(({ at }) => at >= from && at < to)
    if (to - from > LONGEST_LESSON || together.length === 0) continue
    const pairs: (readonly [child: number, governor: number, relation: number])[] = []
    for (const { at } of together) {
      const { sentence } = scene.grammar.token(at)
      const events = told.get(at) ?? []
      const [event] = events
      const alone = (relation: number) => pairs.push([at - from, at - from, relation])
      alone(numberOf("told", TOLD, event?.type ?? "none"))
      if (event) alone(numberOf("status", STATUSES, event.status))
      if (event && set !== OWN && scene.page) alone(numberOf("day", DAYS, kindOf(event)))
      const seen = new Set<number>()
      // Our own sentences do not say who tells them.
      const chain = set === OWN ? undefined : event?.saidBy
      const teller = chain?.at(-1)
      const tells = ({ actors }: ActorMention) => teller !== undefined && actors.some(actor => isActor(teller, actor))
      const here = event ? scene.standingAlone(sentence) : []
      if (chain) alone(numberOf("voice", VOICES, !teller ? "page" : here.some(tells) ? "here" : "elsewhere"))
      for (const mention of event ? heardIn(scene, sentence, stretch[0]) : []) {
        const crown = scene.crown(mention)
        if (crown < from || crown >= to || seen.has(crown)) continue
        seen.add(crown)
        if (chain)
          pairs.push([crown - from, at - from, numberOf("teller", TELLERS, tells(mention) ? "teller" : "silent")])
        pairs.push([crown - from, at - from, numberOf("part", PARTS, partOf(mention, events))])
      }
    }
    const lesson: Lesson = {
      rows: rows.of(scene, stretch, together),
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

/** How the day of each event stands to that of the page, or of the contact that opens it. */
function dayKinds(scene: Annotated["scene"], gold: Annotated["gold"], triggers: Annotated["triggers"]) {
  const contact = gold.find(
    ({ type, status, date }, e) =>
      status === "happened" &&
      date !== null &&
      IS_DAY.test(date) &&
      triggers[e]!.some(trigger => trigger && opens(scene, trigger.at, type)),
  )?.date
  const days = [scene.page, ...(contact ? [contact] : [])]
  return ({ date }: GoldEvent): DayKind =>
    date === null ? "none" : days.includes(date) ? "page" : days.some(day => date === `..${day}`) ? "upto" : "told"
}
