import type { ActorMention } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import type { Scene } from "./scene.ts"

/** Words that are read at one go: whole sentences, so that what was told just before is still heard when the next is read. */
const AT_ONE_GO = 120

/** The first and the last sentence of what is read at one go. */
export type Stretch = readonly [first: number, last: number]

/** First token of a stretch and one past its last. */
export const tokensOf = (scene: Scene, [first, last]: Stretch): readonly [from: number, to: number] => [
  scene.sentenceTokens(first)[0],
  scene.sentenceTokens(last)[1],
]

/** The sentences of a stretch. */
export const sentencesIn = ([first, last]: Stretch): readonly number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at)

/** The document in stretches of whole sentences, each of no more words than are read at one go, unless a single sentence has more. */
export function stretchesOf(scene: Scene): readonly Stretch[] {
  const stretches: [number, number][] = []
  let words = 0
  scene.doc.sentences.forEach((_, sentence) => {
    const [from, to] = scene.sentenceTokens(sentence)
    words += to - from
    const last = stretches.at(-1)
    if (last && words <= AT_ONE_GO) last[1] = sentence
    else {
      stretches.push([sentence, sentence])
      words = to - from
    }
  })
  return stretches
}

/** Sentences back in which it is still heard who was named. */
const HEARD_BACK = 2

/** Everybody who stands in a sentence or shortly before it. */
export const nearby = (scene: Scene, sentence: number): readonly ActorMention[] =>
  Array.from({ length: Math.min(sentence, HEARD_BACK) + 1 }, (_, back) => scene.standingAlone(sentence - back)).flat()

/**
 * Who is heard when a sentence is read: whoever stands in it, and who was named shortly before in the same stretch and is not named
 * again. The latter are farther from what it tells, and mostly apart.
 */
export function heardIn(scene: Scene, sentence: number, first: number): readonly ActorMention[] {
  const heard = [...scene.standingAlone(sentence)]
  for (let back = sentence - 1; back >= Math.max(first, sentence - HEARD_BACK); back--) {
    const known = heard.flatMap(mention => mention.actors)
    heard.push(
      ...scene.standingAlone(back).filter(({ actors }) => !actors.some(a => known.some(other => sameActor(a, other)))),
    )
  }
  return heard
}
