import type { Time } from "../model/layers.ts"
import type { Scene } from "./scene.ts"
import { isLight } from "./triggers.ts"

/** A time beside a trigger, and how it hangs on it: on the trigger itself, on its verb, somewhere below it, or merely near. */
export interface Beside {
  readonly time: Time
  readonly holds: "own" | "verb" | "below" | "near"
  /** The word of the time that hangs on the rest of the sentence; -1 where none does. */
  readonly crown: number
  /** The word that it hangs on; -1 where there is none. */
  readonly holder: number
  /** Whether it tells when something was held, "the call with the minister, held Tuesday". */
  readonly held: boolean
}

const HOLDS = ["own", "verb", "below", "near"] as const

const HELD = /^(?:hold|conduct|stage|convene|schedule)$/

/** So many words a name with its titles may hold between a contact and its participle. */
const FAR = 16

/** Whether a participle tells when the noun before it took place, "the call with the minister, held Wednesday", wherever the tree hangs it. */
function isHeldAt({ grammar }: Scene, at: number, participle: number): boolean {
  if (grammar.isVerb(at) || !HELD.test(grammar.lemma(participle))) return false
  if (grammar.head(participle) === at) return true
  const alone = grammar.childrenBy(participle, "nsubj", "cc", "aux").length === 0
  if (!alone || grammar.token(participle - 1).norm !== "," || participle - at > FAR) return false
  for (let between = at + 1; between < participle; between++) if (grammar.isVerb(between)) return false
  return true
}

/** How far from a trigger a time is looked for within its sentence, in code units. */
const REACH = 800

/** How many times of a sentence are weighed for one event. */
const WEIGHED = 5

/** So many words before "since" may hold what is ranked: "the seventh ballistic missile launch since". */
const RANKED = 8
const ORDINAL = /^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|only|\d+(?:st|nd|rd|th))$/i

/**
 * Whether a time only says among what an event is ranked: "its longest-range missile since 2017", "the seventh launch since January". It
 * dates the count, and not the event.
 */
function ranks({ grammar, doc }: Scene, time: Time, crown: number): boolean {
  if (crown < 0 || !/\bsince\b/i.test(doc.text.slice(Math.max(0, time.from - "since ".length), time.to))) return false
  for (let at = crown; at >= 0 && at > crown - RANKED && grammar.sameSentence(at, crown); at--) {
    const { xpos, lemma } = grammar.token(at)
    if (/^(?:JJS|RBS)$/.test(xpos) || ORDINAL.test(lemma)) return true
  }
  return false
}

/** Times that may date a trigger, the likeliest first. */
export function timesBeside(scene: Scene, at: number): readonly Beside[] {
  const { grammar } = scene
  const trigger = grammar.token(at)
  const verb = grammar.isVerb(at) ? at : grammar.verbAbove(at)
  const apart = (child: number) => grammar.isVerb(child) && /^(conj|advcl|parataxis)/.test(grammar.relation(child))
  // "…, the ministry said Thursday": the day of the statement, not of what it tells.
  const cues = scene.quotationsAt(at).map(({ cue }) => cue)
  const tells = (holder: number) =>
    holder >= 0 &&
    holder !== at &&
    cues.some(cue => cue.from <= grammar.token(holder).from && grammar.token(holder).to <= cue.to)
  // "They met four days after soldiers detained him": the day is that of the clause after it, wherever the tree hangs it.
  const isAhead = ({ modifies }: Time, crown: number) => modifies > crown && modifies !== at && grammar.isVerb(modifies)
  const holdOf = (time: Time, holder: number, held: boolean): Beside["holds"] => {
    const on = (word: number) => word >= 0 && (time.modifies === word || holder === word)
    if (on(at) || held || (on(verb) && isLight(scene, verb))) return "own"
    if (on(verb)) return "verb"
    return holder >= 0 && grammar.isUnder(holder, at, apart) ? "below" : "near"
  }
  const away = ({ time }: Beside) => Math.abs(time.from - trigger.from)
  return near(scene.timesIn(trigger.sentence), trigger.from)
    .filter(({ type, date }) => type !== "SET" && (type !== "DURATION" || date !== null))
    .flatMap((time): Beside[] => {
      const crown = crownOf(scene, time)
      const holder = crown < 0 ? -1 : grammar.head(crown)
      if (tells(holder) || ranks(scene, time, crown) || (holder === at && isAhead(time, crown))) return []
      const held = holder > at && isHeldAt(scene, at, holder)
      return [{ time, crown, holder, held, holds: holdOf(time, holder, held) }]
    })
    .sort((a, b) => HOLDS.indexOf(a.holds) - HOLDS.indexOf(b.holds) || away(a) - away(b))
    .slice(0, WEIGHED)
}

/** Those of the ascending times that lie within reach of a place. */
function near(times: readonly Time[], place: number): readonly Time[] {
  const first = lowest(times.length, at => times[at]!.from >= place - REACH)
  const after = lowest(times.length, at => times[at]!.from > place + REACH)
  return times.slice(first, after)
}

const CROWNS = new WeakMap<Time, number>()

/** The word of a time that hangs on the rest of the sentence; -1 where none does. */
export function crownOf(scene: Scene, time: Time): number {
  const known = CROWNS.get(time)
  if (known !== undefined) return known
  const { tokens } = scene.doc
  const inside: number[] = []
  for (
    let at = lowest(tokens.length, at => tokens[at]!.from >= time.from);
    tokens[at] && tokens[at]!.to <= time.to;
    at++
  )
    inside.push(at)
  const crown = inside.find(at => !inside.includes(scene.grammar.head(at))) ?? -1
  CROWNS.set(time, crown)
  return crown
}

/** The lowest number below `end` of which something holds that holds of all after it, by halving; else `end`. */
function lowest(end: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, end]
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
