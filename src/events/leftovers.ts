import { overlaps, type Span } from "../model/document.ts"
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
  const told: readonly Span[] = doc.events.flatMap(event => event.mentions)
  const used: readonly Span[] = doc.events.flatMap(event => [
    ...[...event.source, ...event.target, ...event.participants, ...event.saidBy].flatMap(({ evidence }) => evidence),
    ...(event.date?.evidence ?? []),
  ])
  doc.sentences.forEach((sentence, index) => {
    if (sentence.kind !== "prose" && sentence.kind !== "headline") return
    if (told.some(span => overlaps(span, sentence))) return
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
      if (mention.actors.length > 0 && !used.some(span => overlaps(span, mention)))
        found.push({
          from: mention.from,
          to: mention.to,
          kind: "actor-without-event",
          reason: `${mention.kind} in a sentence without an event`,
        })
  })
  for (const time of doc.times)
    if (!used.some(span => overlaps(span, time)) && !told.some(span => overlaps(span, time)))
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
