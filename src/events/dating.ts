import type { EventType, Status } from "../model/event.ts"
import type { Weights } from "../network/weights.ts"
import { dayFeatures } from "./dayFeatures.ts"
import { type DayOption, dayOptions } from "./dayOptions.ts"
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
): DayOption {
  const options = dayOptions(scene, at, type, days)
  // Half a date is told where there is no day to count from, whatever the weights say; nothing fills in the rest.
  const half = options.find(({ beside }) => beside && beside.time.date === null)
  if (half) return half
  // Nor is anything weighed where the words say when a contact was held.
  const held = options.find(({ beside }) => beside?.held)
  if (held) return held
  const sums = dayFeatures(scene, at, type, status, options).map(features => weights.sums(features)[0] ?? 0)
  const highest = Math.max(...sums)
  const shares = new Map<string, number>()
  const valueIn = ({ date }: DayOption) => date?.value ?? ""
  options.forEach((option, o) => {
    const share = Math.exp((sums[o]! - highest) / 100)
    shares.set(valueIn(option), (shares.get(valueIn(option)) ?? 0) + share)
  })
  const [likeliest] = [...shares].reduce((best, one) => (one[1] > best[1] ? one : best))
  let chosen = options[0]!
  let most = -Infinity
  options.forEach((option, o) => {
    if (valueIn(option) !== likeliest || sums[o]! <= most) return
    most = sums[o]!
    chosen = option
  })
  return chosen
}
