import type { Span } from "../model/document.ts"
import type { EventType, Status } from "../model/event.ts"
import type { Scene } from "./scene.ts"
import { tenseOf } from "./tense.ts"

/** A day that the page tells, with the words that tell it. */
export interface DayTold {
  readonly value: string
  readonly evidence: Span
}

/** The days that a page gives to events which tell none of their own. */
export interface PageDays {
  /** The day of the page; its value is empty where the page bears none. */
  readonly page: DayTold
  /** The day of the contact that the page is about, where it is another, and the word that tells the contact. */
  readonly contact?: DayTold & { readonly at: number }
  /** The days of the journey or meeting that was announced last. */
  readonly announced?: DayTold
}

/** Contacts whose day is that of what was said in them, and of the page that tells of them. */
export const CONTACTS: ReadonlySet<EventType> = new Set<EventType>(["call", "meeting", "talks", "visit"])

/** Contacts of two sides or more; a visit has one who travels. */
export const ENCOUNTERS: ReadonlySet<EventType> = new Set<EventType>(["call", "meeting", "talks"])

/** A contact with a day of its own. */
export interface DatedContact extends DayTold {
  /** Its word in `doc.tokens`. */
  readonly at: number
  readonly status: Status
}

/** A calendar day or a stretch of days. */
export const IS_DAY = /^\d{4}-\d\d-\d\d/

/** A contact is what a page is about if it is told in its first sentences; this many count. */
const FIRST_SENTENCES = 9

/** Whether an event's word may tell what the page is about: a contact, near the beginning. */
export const opens = (scene: Scene, at: number, type: EventType): boolean =>
  CONTACTS.has(type) && scene.grammar.token(at).sentence < FIRST_SENTENCES

/** Whether a page gives what was said beside a contact, not in it: "Remarks before their meeting". */
const isBeside = (scene: Scene, at: number): boolean =>
  scene.doc.sentences[scene.grammar.token(at).sentence]?.kind === "headline" &&
  /^(?:before|after|at|during|following)$/.test(scene.grammar.preposition(at))

/**
 * The days a page gives to what tells none of its own, for each place in it: that of the contact it is about, and those of the
 * journey or meeting announced last before the place. Where no contact is known to have a day, the lead's main verb may have it:
 * "On 10 March, the envoy rang his colleague", "will travel to Honolulu from 10 to 15 February". Remarks beside a contact are made on
 * the page's day, whatever other contacts they speak of.
 * @param opening words of the contacts that open the page
 * @param contacts contacts that tell their day, in the order of the text
 */
export function pageDays(
  scene: Scene,
  opening: readonly number[],
  contacts: readonly DatedContact[],
): (at: number) => PageDays {
  const { page } = scene
  const evidence = { from: 0, to: Math.min(scene.doc.text.length, scene.doc.sentences[0]?.to ?? 0) }
  const lead = page ? leadDay(scene) : undefined
  const happened = [...contacts, ...(lead && opening.length > 0 ? [lead] : [])].filter(
    ({ status }) => status === "happened",
  )
  const contact = opening.some(at => isBeside(scene, at)) ? undefined : happened[0]
  const announced = contacts.filter(({ status }) => status === "planned")
  if (lead?.status === "planned" && !announced.some(({ at }) => at <= lead.at)) announced.unshift(lead)
  const told = ({ value, evidence }: DayTold): DayTold => ({ value, evidence })
  return at => {
    const last = announced.findLast(one => one.at < at)
    return {
      page: { value: page, evidence },
      ...(contact ? { contact: { ...told(contact), at: contact.at } } : {}),
      ...(last ? { announced: told(last) } : {}),
    }
  }
}

/** So many code units may stand before a time that opens its sentence: "On", "Late on". */
const OPENING = 8

/** The day on the main verb of the first sentence of prose, or before all of it, and whether it lies ahead. */
function leadDay(scene: Scene): DatedContact | undefined {
  const { doc, page } = scene
  const lead = doc.sentences.findIndex(({ kind }) => kind === "prose")
  if (lead < 0) return undefined
  const at = scene.root(lead)
  const time = scene
    .timesIn(lead)
    .find(
      ({ date, from, modifies }) =>
        date !== null &&
        IS_DAY.test(date) &&
        ((at >= 0 && modifies === at) || from - doc.sentences[lead]!.from <= OPENING),
    )
  if (!time?.date) return undefined
  const ahead = time.date > page
  const tense = tenseOf(scene, at)
  if (tense !== "none" && ahead !== /future|present|progressive/.test(tense)) return undefined
  return {
    at: at < 0 ? scene.sentenceTokens(lead)[0] : at,
    status: ahead ? "planned" : "happened",
    value: time.date,
    evidence: { from: time.from, to: time.to },
  }
}
