import type { Event } from "../model/layers.ts"
import { quotationFirst } from "./quotationFirst.ts"
import { recipients } from "./recipients.ts"
import type { Heard } from "./scene.ts"
import { warnings } from "./warnings.ts"

/** What looks at all events of a document together, after they are gathered: list in, list out. */
export type Refiner = (doc: Heard, events: readonly Event[]) => readonly Event[]

/** Every refiner, in order: warnings come last, since they speak of what the others leave. */
const REFINERS: readonly Refiner[] = [quotationFirst, recipients, warnings]

/** Gathered events, refined. */
export const refine: Refiner = (doc, events) => REFINERS.reduce((list, refiner) => refiner(doc, list), events)
