import type { Task } from "./task.ts"

/** Every bench task, in the order of design/contract.md. */
export const TASKS: readonly Task[] = []
