import type { EventType, Status } from "../model/event.ts"
import type { Weights } from "../network/weights.ts"
import { dayFeatures } from "./dayFeatures.ts"
import { type DayOption, dayOptions } from "./dayOptions.ts"
import type { Impression } from "./impressions.ts"
import { likeliest } from "./likeliest.ts"
import type { PageDays } from "./pageDays.ts"
import type { Scene } from "./scene.ts"

/** The day of an event: the option that the weights find likeliest, those of one value together. */
export function dateOf(
  scene: Scene,
  at: number,
  type: EventType,
  status: Status,
  days: PageDays,
  weights: Weights,
  impression: Impression,
): DayOption {
  const options = dayOptions(scene, at, type, days)
  // Half a date is told where there is no day to count from, whatever the weights say; nothing fills in the rest.
  const half = options.find(({ beside }) => beside && beside.time.date === null)
  if (half) return half
  // Nor is anything weighed where the words say when a contact was held.
  const held = options.find(({ beside }) => beside?.held)
  if (held) return held
  const sums = dayFeatures(scene, at, type, status, options, impression).map(features => weights.sums(features)[0] ?? 0)
  return likeliest(options, sums, ({ date }) => date?.value ?? "")
}
