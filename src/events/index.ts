import { stage } from "../model/stage.ts"
import { accuse, concern, condemn } from "./accusations.ts"
import { adopt, agree, pledge, sign } from "./agreements.ts"
import { aid, cooperate, join } from "./assistance.ts"
import { concede, retreat } from "./concessions.ts"
import { call, letter, meeting, talks, visit } from "./contacts.ts"
import type { EventTypeEntry } from "./eventType.ts"
import { attack, deploy, exercise, launch, protest } from "./force.ts"
import { gather } from "./gather.ts"
import { suggestDays, type TermsOf } from "./halfDates.ts"
import { judgement } from "./judgement.ts"
import { readLeftovers } from "./leftovers.ts"
import { readMentions } from "./mentions.ts"
import { appoint } from "./offices.ts"
import { coerce, downgrade, sanction } from "./pressure.ts"
import { refine } from "./refine.ts"
import { reject, threaten } from "./refusals.ts"
import { offer, urge } from "./requests.ts"
import { withoutSummaries, withSummaries } from "./summaries.ts"
import { expressSupport, praise } from "./support.ts"

export { coding } from "./coding.ts"

/** Every event type, in the order the manual lists them. */
export const EVENT_TYPE_LIST: readonly EventTypeEntry[] = [
  call,
  meeting,
  visit,
  talks,
  letter,
  expressSupport,
  praise,
  urge,
  offer,
  agree,
  pledge,
  sign,
  condemn,
  accuse,
  concern,
  reject,
  threaten,
  aid,
  cooperate,
  concede,
  retreat,
  sanction,
  downgrade,
  protest,
  launch,
  exercise,
  deploy,
  coerce,
  attack,
  adopt,
  appoint,
  join,
]

/** Every place where an event is told. */
export const mentions = stage({
  gives: "mentions",
  needs: ["publishers", "sentences", "tokens", "times", "actors", "quotations"],
  annotate: doc => readMentions(doc, judgement),
})

/**
 * Mentions gathered: one event, however often the document tells of it.
 * @param termsOf narrows half a date by the terms of those who took part; what it finds stands beside the date
 */
export const eventsFrom = (termsOf: TermsOf) =>
  stage({
    gives: "events",
    needs: ["publishers", "sentences", "tokens", "times", "actors", "quotations", "mentions"],
    annotate: doc => {
      const { told, summaries } = withoutSummaries(doc.mentions)
      return suggestDays(doc, refine(doc, withSummaries(gather(doc, told, judgement), summaries)), termsOf)
    },
  })

/** What was read and not understood. */
export const leftovers = stage({
  gives: "leftovers",
  needs: ["publishers", "sentences", "tokens", "times", "actors", "quotations", "events"],
  annotate: doc => readLeftovers(doc),
})
