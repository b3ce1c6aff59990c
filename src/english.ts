import { actorsFrom } from "./actors/actors.ts"
import { type Knowledge, loadKnowledge } from "./actors/knowledge.ts"
import { events, leftovers, mentions } from "./events/index.ts"
import { Pipeline } from "./model/stage.ts"
import { quotations } from "./speech/speech.ts"
import { names } from "./text/names.ts"
import { sentences } from "./text/sentences.ts"
import { tokens } from "./text/tokens.ts"
import { times } from "./time/times.ts"

/** How English reports are read, in order, with what is known of actors: `loadKnowledge({ extra })` adds a user's own files. */
export const readingEnglish = (knowledge: Knowledge) =>
  Pipeline.empty
    .add(sentences)
    .add(tokens)
    .add(names)
    .add(times)
    .add(actorsFrom(knowledge))
    .add(quotations)
    .add(mentions)
    .add(events)
    .add(leftovers)

/** How English reports are read, with the actors files that come with readout. */
export const english = readingEnglish(loadKnowledge())
