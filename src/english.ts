import { actorsFrom } from "./actors/actors.ts"
import { type Knowledge, loadKnowledge } from "./actors/knowledge.ts"
import { publishersFrom } from "./actors/publisher.ts"
import { eventsFrom, leftovers, mentions } from "./events/index.ts"
import type { Bounds } from "./model/halfDate.ts"
import type { Actor } from "./model/layers.ts"
import { Pipeline } from "./model/stage.ts"
import { quotations } from "./speech/speech.ts"
import { names } from "./text/names.ts"
import { sentences } from "./text/sentences.ts"
import { tokens } from "./text/tokens.ts"
import { times } from "./time/times.ts"

/** How English reports are read up to their events. */
const hearingEnglish = (knowledge: Knowledge) =>
  Pipeline.empty
    .add(publishersFrom(knowledge))
    .add(sentences)
    .add(tokens)
    .add(names)
    .add(times)
    .add(actorsFrom(knowledge))
    .add(quotations)

/** How English reports are read, in order, with what is known of actors: `loadKnowledge({ extra })` adds a user's own files. */
export const readingEnglish = (knowledge: Knowledge) => withEvents(hearingEnglish(knowledge), knowledge)

const withEvents = (heard: ReturnType<typeof hearingEnglish>, knowledge: Knowledge) =>
  heard
    .add(mentions)
    .add(eventsFrom(termsIn(knowledge)))
    .add(leftovers)

/** When a person held the office he is named in. */
const termsIn =
  (knowledge: Knowledge) =>
  ({ id, state, office, name }: Actor): readonly Bounds[] =>
    knowledge
      .officesOf(id ?? "")
      .filter(tenure => {
        const held = knowledge.offices.get(tenure.office)
        return held?.state === state && held.title === office && tenure.as !== "elect"
      })
      .map(({ from, to }) => ({
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
        reason: `${name} was ${office} of ${state}${from ? ` from ${from}` : ""}${to ? ` to ${to}` : ""}`,
      }))

const ours = loadKnowledge()

/** How English reports are read up to their events, with the actors files that come with readout: what the events room learns from. */
export const hearing = hearingEnglish(ours)

/** How English reports are read, with the actors files that come with readout. */
export const english = withEvents(hearing, ours)
