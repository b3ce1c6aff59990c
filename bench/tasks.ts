import { events } from "./quality/events.ts"
import { timesTask } from "./quality/times.ts"
import { speed } from "./speed/speed.ts"
import type { Task } from "./task.ts"

/** Every bench task, in the order of design/contract.md. */
export const TASKS: readonly Task[] = [timesTask, events, speed]
