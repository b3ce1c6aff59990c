import { type Bounds, narrow } from "../model/halfDate.ts"
import type { Actor, Event } from "../model/layers.ts"
import type { Heard } from "./scene.ts"

/** The stretches of time in which somebody held the office he is named in; none where that is not known. */
export type TermsOf = (actor: Actor) => readonly Bounds[]

/**
 * "The ministers spoke yesterday (25th)" in a document without a day: the day stays unknown, and the terms of those who
 * took part are put beside it, with the days they leave possible. Only parties whom the text itself names in their
 * office count, for the office of a bare name rests on the very day that is missing.
 */
export const suggestDays = (doc: Heard, events: readonly Event[], termsOf: TermsOf): readonly Event[] =>
  events.map(event => {
    const { date } = event
    if (!date?.partial || date.value !== null) return event
    const parties = [...event.participants, ...event.source, ...event.target].map(({ value }) => value)
    const terms = parties.filter(party => namedInOffice(doc, party)).flatMap(party => merged(termsOf(party)))
    const suggested = narrow(date.partial, terms)
    return suggested ? { ...event, date: { ...date, suggested } } : event
  })

/** Who is named so holds the office no more, or not yet, on the day told of. */
const NOT_IN_OFFICE = /\b(?:former|ex|onetime|retired|late|then|incoming|designate|elect)\b/i

/** Whether words of the text that stand for the person carry the words of the office. */
function namedInOffice({ text, actors }: Heard, { id, office }: Actor): boolean {
  if (!id || !office) return false
  const words = office.toLowerCase().match(/\p{L}{4,}/gu) ?? []
  const told = actors
    .filter(mention => mention.actors.some(actor => actor.id === id))
    .map(({ from, to }) => text.slice(from, to).toLowerCase())
  return (
    words.length > 0 &&
    !told.some(naming => NOT_IN_OFFICE.test(naming)) &&
    told.some(naming => words.every(word => naming.includes(word)))
  )
}

/** Several terms in one office as the stretch from the first to the last. */
function merged(terms: readonly Bounds[]): Bounds[] {
  if (terms.length === 0) return []
  const from = terms.every(term => term.from) ? terms.map(term => term.from!).sort()[0] : undefined
  const to = terms.every(term => term.to)
    ? terms
        .map(term => term.to!)
        .sort()
        .at(-1)
    : undefined
  const reason = terms.map(term => term.reason).join(", and ")
  return [{ ...(from ? { from } : {}), ...(to ? { to } : {}), reason }]
}
