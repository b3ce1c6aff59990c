import type { EventType } from "../model/event.ts"
import type { ActorMention } from "../model/layers.ts"
import { type Frame, framesOf } from "./frames.ts"
import type { Scene } from "./scene.ts"
import { type Part, standing, suggested } from "./standing.ts"

/** A word that may tell another event, above or below the one that is read: "attack" below "condemn" in "condemn the attack". */
export interface Neighbour {
  readonly at: number
  readonly frame: Frame
}

/** How many governors up an outer event is looked for. */
const MOST_STEPS = 4

/** The nearest governor that may tell an event: "urged" from "withdrawal" in "urged the withdrawal of troops". */
export function outerOf(scene: Scene, at: number): Neighbour | undefined {
  const { grammar } = scene
  for (let up = grammar.head(at), step = 0; up >= 0 && step < MOST_STEPS; up = grammar.head(up), step++) {
    const frame = framesOf(scene, up)[0]
    if (frame) return { at: up, frame }
  }
  return undefined
}

/** What the event's word is about, where that may be an event: its object, its clause, else a phrase or noun that hangs on it. */
export function innerOf(scene: Scene, at: number): Neighbour | undefined {
  const { grammar } = scene
  const about = grammar.isVerb(at)
    ? [...scene.objectNouns(at), ...grammar.childrenBy(at, "xcomp", "ccomp")]
    : grammar.childrenBy(at, "acl", "ccomp")
  for (const word of [...about, ...grammar.phrases(at).map(({ head }) => head)]) {
    const frame = framesOf(scene, word)[0]
    if (frame) return { at: word, frame }
  }
  return undefined
}

/** The part that grammar gives an actor in a neighbouring event. */
export const partIn = (scene: Scene, { at, frame }: Neighbour, mention: ActorMention): Part =>
  suggested(standing(scene, at, mention), frame.type, frame)

/** A word of a page that may tell an event of some type, and those whom grammar makes its source and target. */
interface Told {
  readonly at: number
  readonly source: ActorMention | undefined
  readonly target: ActorMention | undefined
  /** Parts that are lent to it by the verb above. */
  readonly lent: ReadonlySet<Part>
}

/** Most words of one type on a page that are looked at, and most actors beside each. */
const MOST_TOLD = 12
const MOST_BESIDE = 20

/** Who does what the verb above says: in "Moon condemned the launch" Moon launches nothing, in "Moon ordered the launch" he may. */
const LENT = /^(?:verb|light) /

/** Words of a page by the type that they may tell, and what was read of them when it was first asked for. */
interface Page {
  readonly words: ReadonlyMap<EventType, readonly number[]>
  readonly told: Map<EventType, readonly Told[]>
}

const PAGES = new WeakMap<Scene, Page>()

function pageOf(scene: Scene): Page {
  const known = PAGES.get(scene)
  if (known) return known
  const words = new Map<EventType, number[]>()
  for (const { index } of scene.doc.tokens) {
    const type = framesOf(scene, index)[0]?.type
    if (!type) continue
    const some = words.get(type) ?? []
    if (some.length < MOST_TOLD) some.push(index)
    words.set(type, some)
  }
  const page: Page = { words, told: new Map() }
  PAGES.set(scene, page)
  return page
}

function toldOf(scene: Scene, type: EventType): readonly Told[] {
  const { words, told } = pageOf(scene)
  const found =
    told.get(type) ??
    (words.get(type) ?? []).map(at => {
      const neighbour = { at, frame: framesOf(scene, at)[0]! }
      const parts = scene
        .standingAlone(scene.grammar.token(at).sentence)
        .slice(0, MOST_BESIDE)
        .map(mention => {
          const stand = standing(scene, at, mention)
          return { mention, part: suggested(stand, type, neighbour.frame), isLent: LENT.test(stand) }
        })
      const lent = new Set<Part>()
      const having = (wanted: Part) => {
        const fitting = parts.filter(({ part }) => part === wanted)
        const own = fitting.find(({ isLent }) => !isLent)
        if (!own) lent.add(wanted)
        return (own ?? fitting[0])?.mention
      }
      return { at, source: having("source"), target: having("target"), lent }
    })
  told.set(type, found)
  return found
}

/** Who does, or undergoes, the same kind of thing where the page tells of it in other words. */
export function elsewhere(
  scene: Scene,
  at: number,
  type: EventType,
  part: "source" | "target",
): ActorMention | undefined {
  // A word that lends its doer from the verb above is farther than any that has its own.
  const away = (told: Told) => Math.abs(told.at - at) + (told.lent.has(part) ? scene.doc.tokens.length : 0)
  return toldOf(scene, type)
    .filter(told => told.at !== at && told[part])
    .reduce<Told | undefined>((best, told) => (best && away(best) <= away(told) ? best : told), undefined)?.[part]
}
