import { Pipeline } from "../../src/model/stage.ts"
import { sentences } from "../../src/text/sentences.ts"
import { tokens } from "../../src/text/tokens.ts"
import { times } from "../../src/time/times.ts"
import type { Task } from "../task.ts"
import { scoreTimes, type TimeReader } from "./timeMl.ts"

const reading = Pipeline.empty.add(sentences).add(tokens).add(times)

/** The stages of the product, up to its expressions of time. */
export const readout: TimeReader = (id, text, published) => reading.read({ id, text, published }).times

/** TempEval-3 task A: expressions of time in TimeML files, by strict span, relaxed span, and span with value. */
export const timesTask: Task = {
  name: "times",
  means: "expressions of time: TempEval-3 span and value measures",
  usage: "TML-FOLDER…",
  run: async paths => scoreTimes(paths, readout),
}
