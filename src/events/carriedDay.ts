import { IS_DAY } from "./pageDays.ts"
import type { Scene } from "./scene.ts"
import { type Beside, crownOf } from "./timesBeside.ts"

/** How many sentences back a day is looked for. */
const BACK = 3

/** A day told in an earlier sentence, by which what follows may still be dated. */
export interface Carried {
  readonly time: Beside["time"]
  /** How many sentences back. */
  readonly away: number
  /** Whether a new paragraph has begun since. */
  readonly apart: boolean
  /** The word on which the time hangs there; -1 where none does. */
  readonly holder: number
}

/** The nearest day told before an event's sentence: "On Wednesday jets crossed the border. They dropped bombs …" */
export function carriedDay(scene: Scene, at: number): Carried | undefined {
  const { grammar, doc } = scene
  const { sentence } = grammar.token(at)
  for (let away = 1; away <= BACK && away <= sentence; away++) {
    const days = scene
      .timesIn(sentence - away)
      .filter(({ type, date }) => type !== "SET" && date && IS_DAY.test(date) && !date.includes("/"))
    const root = scene.root(sentence - away)
    const hung = days.map(time => {
      const crown = crownOf(scene, time)
      return { time, holder: crown < 0 ? -1 : grammar.head(crown) }
    })
    // What happens in the main clause goes on; a day set aside within it less often.
    const chosen = hung.find(({ time, holder }) => holder === root || time.modifies === root) ?? hung.at(-1)
    if (chosen) return { ...chosen, away, apart: doc.text.slice(chosen.time.to, grammar.token(at).from).includes("\n") }
  }
  return undefined
}
