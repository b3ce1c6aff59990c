import type { Span } from "../model/document.ts"
import type { Event, Leftover } from "../model/layers.ts"
import { framesOf } from "./frames.ts"
import { type Heard, Scene } from "./scene.ts"

/**
 * What was read and not understood: verbs that a frame knows in sentences without an event, actors and times that no event of
 * their sentence uses, and events nobody takes part in. It is the list of what to learn next.
 */
export function readLeftovers(doc: Heard & { readonly events: readonly Event[] }): readonly Leftover[] {
  const scene = new Scene(doc)
  const found: Leftover[] = []
  const isTold = touching(doc.events.flatMap(event => event.mentions))
  const isUsed = touching(
    doc.events.flatMap(event => [
      ...[...event.source, ...event.target, ...event.participants, ...event.saidBy].flatMap(({ evidence }) => evidence),
      ...(event.date?.evidence ?? []),
    ]),
  )
  doc.sentences.forEach((sentence, index) => {
    if (sentence.kind !== "prose" && sentence.kind !== "headline") return
    if (isTold(sentence)) return
    const [from, to] = scene.sentenceTokens(index)
    for (let at = from; at < to; at++) {
      const token = scene.grammar.token(at)
      const frame = token.upos === "VERB" ? framesOf(scene, at)[0] : undefined
      if (frame)
        found.push({
          from: token.from,
          to: token.to,
          kind: "verb-without-event",
          reason: `"${token.lemma}" may tell of ${frame.type}`,
        })
    }
    for (const mention of scene.actorsIn(index))
      if (mention.actors.length > 0 && !isUsed(mention))
        found.push({
          from: mention.from,
          to: mention.to,
          kind: "actor-without-event",
          reason: `${mention.kind} in a sentence without an event`,
        })
  })
  for (const time of doc.times)
    if (!isUsed(time) && !isTold(time))
      found.push({ from: time.from, to: time.to, kind: "time-without-event", reason: `${time.timex} dates no event` })
  for (const event of doc.events)
    if (event.source.length + event.target.length + event.participants.length === 0)
      found.push({
        from: event.from,
        to: event.to,
        kind: "event-without-actor",
        reason: `${event.type} without anybody`,
      })
  return found.sort((a, b) => a.from - b.from || b.to - a.to)
}

/** Tells whether a span shares text with any of many. */
function touching(spans: readonly Span[]): (span: Span) => boolean {
  const sorted = [...spans].sort((a, b) => a.from - b.from)
  // Where the furthest of the spans so far ends.
  let furthest = 0
  const reach = sorted.map(({ to }) => (furthest = Math.max(furthest, to)))
  return ({ from, to }) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (sorted[middle]!.from < to) low = middle + 1
      else high = middle
    }
    return low > 0 && reach[low - 1]! > from
  }
}
