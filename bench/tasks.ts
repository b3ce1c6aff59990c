import { coref } from "./quality/coref.ts"
import { events } from "./quality/events.ts"
import { parse } from "./quality/parse.ts"
import { recognizers } from "./quality/recognizers.ts"
import { sameEvent } from "./quality/sameEvent.ts"
import { timesTask } from "./quality/times.ts"
import { speed } from "./speed/speed.ts"
import type { Task } from "./task.ts"

/** Every bench task, in the order of design/contract.md. */
export const TASKS: readonly Task[] = [parse, timesTask, recognizers, events, coref, sameEvent, speed]
