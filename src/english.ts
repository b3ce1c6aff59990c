import { Pipeline } from "./model/stage.ts"
import { sentences } from "./text/sentences.ts"
import { tokens } from "./text/tokens.ts"
import { times } from "./time/times.ts"

/** How English reports are read, in order. */
export const english = Pipeline.empty.add(sentences).add(tokens).add(times)
