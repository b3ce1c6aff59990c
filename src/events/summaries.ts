import type { Event, EventMention } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"
import { isDatedByPage } from "./dayOptions.ts"

/** A contact told in sum, and the mentions of the contacts that it sums up. */
export interface Summary {
  readonly mention: EventMention
  readonly parts: readonly EventMention[]
}

const CONTACTS = new Set(["call", "meeting", "talks"])

/** Fewest parties that can be two contacts told in one. */
const FEWEST = 4

const shared = (a: EventMention, b: EventMention) =>
  a.participants.filter(x => b.participants.some(y => sameActor(x.value, y.value))).length

/**
 * Sets aside contacts that sum up others: "the foreign and defence ministers talked on the phone", where the report also tells of a
 * call of the foreign ministers and one of the defence ministers. No further call, then, but a mention of each. Such a summary
 * has four parties or more, and smaller contacts of its kind, none sharing a party with another, together hold them all.
 */
export function withoutSummaries(mentions: readonly EventMention[]): {
  readonly told: readonly EventMention[]
  readonly summaries: readonly Summary[]
} {
  const summaries: Summary[] = []
  for (const mention of mentions) {
    const size = mention.participants.length
    if (!CONTACTS.has(mention.type) || size < FEWEST) continue
    const parts: EventMention[] = []
    for (const part of mentions) {
      const inside = part.participants.length > 1 && shared(part, mention) === part.participants.length
      const smaller = part.type === mention.type && part.participants.length < size
      if (inside && smaller && parts.every(other => shared(part, other) === 0)) parts.push(part)
    }
    if (parts.reduce((sum, part) => sum + part.participants.length, 0) === size) summaries.push({ mention, parts })
  }
  const aside = new Set(summaries.map(summary => summary.mention))
  return { told: mentions.filter(mention => !aside.has(mention)), summaries }
}

/** Gives each summed-up event the summary as a further mention, and its day where no words of its own date it. */
export function withSummaries(events: readonly Event[], summaries: readonly Summary[]): readonly Event[] {
  return events.map(event => {
    const own = summaries.filter(({ parts }) =>
      parts.some(
        part => part.type === event.type && event.mentions.some(m => m.from === part.from && m.to === part.to),
      ),
    )
    if (own.length === 0) return event
    const dated = (event.date?.value || event.date?.partial) && !isDatedByPage(event.date)
    const day = own.find(({ mention }) => mention.date)?.mention.date
    return {
      ...event,
      date: dated || !day ? event.date : day,
      mentions: [...event.mentions, ...own.map(({ mention: { from, to } }) => ({ from, to }))],
    }
  })
}
