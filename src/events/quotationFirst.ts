import { covers, type Span } from "../model/document.ts"
import { EVENT_TYPES } from "../model/event.ts"
import type { Event } from "../model/layers.ts"
import { tellersOf } from "../model/tellers.ts"
import type { Refiner } from "./refine.ts"
import { SPOKEN } from "./roles.ts"
import type { Heard } from "./scene.ts"

/** Whether a mention stands between quotation marks. */
export const isQuoted = (doc: Heard, mention: Span) =>
  doc.quotations.some(q => q.form === "direct" && covers({ from: q.from - 1, to: q.to + 1 }, mention))

/**
 * Where an event made of words is told both in quotation and in paraphrase, the quotation leads: it is the weaker claim of the
 * reporter and the stronger evidence of the words. Tellers are those of the quotation then.
 */
export const quotationFirst: Refiner = (doc, events) =>
  events.map(event => (SPOKEN.has(event.type) ? leadWith(doc, event) : event))

function leadWith(doc: Heard, event: Event): Event {
  const [first, ...others] = event.mentions
  const quoted = isQuoted(doc, first) ? undefined : others.find(mention => isQuoted(doc, mention))
  if (!quoted) return event
  const doers = (EVENT_TYPES[event.type].symmetric ? event.participants : event.source).map(({ value }) => value)
  const told = tellersOf(doc.quotations, quoted, { doers, made: "words" })
  return {
    ...event,
    from: quoted.from,
    to: quoted.to,
    saidBy: told.length > 0 ? told : event.saidBy,
    mentions: [quoted, first, ...others.filter(mention => mention !== quoted)],
  }
}
