import { EVENT_TYPES, STATUSES } from "../model/event.ts"

/** What a word may tell: nothing, or an event of some type. */
export const TOLD: readonly string[] = ["none", ...Object.keys(EVENT_TYPES)]

/** The part that somebody may have in an event. */
export const PARTS = ["apart", "source", "target", "participants"] as const

/** How the day of an event stands to its page: that of the page or of its contact, any day up to that, another that is told, or none. */
export const DAYS = ["page", "upto", "told", "none"] as const
export type DayKind = (typeof DAYS)[number]

/** Whose word an event is: nobody's but the page's, that of somebody who stands in its sentence, or of somebody named elsewhere. */
export const VOICES = ["page", "here", "elsewhere"] as const

/** Whether an actor is the last who tells what a word says. */
export const TELLERS = ["silent", "teller"] as const

/** What the network is asked of a word alone, and the answers. */
const OF_WORDS = { told: TOLD, status: STATUSES, day: DAYS, voice: VOICES } as const
/** What it is asked of an actor and a word. */
const OF_ACTORS = { part: PARTS, teller: TELLERS } as const

const ANSWERS = { ...OF_WORDS, ...OF_ACTORS } as const
export type WordQuestion = keyof typeof OF_WORDS
export type Question = keyof typeof ANSWERS

/** Every question. */
export const QUESTIONS = Object.keys(ANSWERS) as readonly Question[]

/** The relations of the network: the answers to all questions, one question after the other. */
export const RELATIONS: readonly string[] = QUESTIONS.flatMap(question =>
  ANSWERS[question].map(answer => `${question} ${answer}`),
)

const RANGES = new Map(
  QUESTIONS.map(question => {
    const from = RELATIONS.indexOf(`${question} ${ANSWERS[question][0]}`)
    return [question, [from, from + ANSWERS[question].length] as const] as const
  }),
)

/** Where the answers to a question begin among the relations, and where they end. */
export const answersTo = (question: Question): readonly [from: number, to: number] => RANGES.get(question)!
