import type { Cited } from "../model/document.ts"
import type { Actor } from "../model/layers.ts"
import type { Refiner } from "./refine.ts"

/** Humanitarian aid goes to people, not to the state they live in: aid "to North Korea", and support for it, is for its population. */
export const recipients: Refiner = (_, events) =>
  events.map(event => {
    const aid =
      (event.type === "aid" || event.type === "express-support") &&
      event.issues.some(i => i.value === "humanitarian-aid")
    return aid ? { ...event, target: event.target.map(toPeople) } : event
  })

const toPeople = (target: Cited<Actor>): Cited<Actor> =>
  target.value.name || target.value.state === "-" || !/^[A-Z]{3}$/.test(target.value.state)
    ? target
    : {
        ...target,
        value: { state: target.value.state, name: "people" },
        certainty: "implied",
        reason: "humanitarian aid is for the people",
      }
