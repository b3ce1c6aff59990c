import type { EventType } from "../model/event.ts"
import { Features, type Key, keysOf } from "../network/features.ts"
import { type Option, overlapOf, together } from "./options.ts"

/** Most groups of a sentence whose pairs are looked at, those nearest to the event's word. */
const MOST_SIDES = 10

/** Most groups that are looked at by threes. */
const MOST_TRIPLED = 6

/** Options, of which the nearest to the event's word come first, alone, by twos and by threes: "Blinken" and "Chung" make the two sides of "Blinken spoke with Chung". */
export function sidesOf(groups: readonly Option[], implied: readonly Option[], type: EventType): readonly Option[] {
  const keys = keysOf("", `${type}&`)
  const some = inOrder(groups.slice(0, MOST_SIDES))
  const sized = (option: Option): Option => {
    const size = `states=${Math.min(3, new Set(option.actors.map(({ value }) => value.state)).size)} actors=${Math.min(4, option.actors.length)}`
    const features = new Features()
    features.under(keys, [size, `places=${option.place}`])
    return { ...option, features, parts: [option] }
  }
  const pair = (one: Option, other: Option): Option => {
    const bond = overlapOf(one.actors, other.actors)
    const features = new Features()
    features.under(keys, ["pair", `pair ${bond}`])
    return {
      actors: together([one.actors, other.actors]),
      features,
      parts: [one, other],
      place: `${one.place} + ${other.place}`,
    }
  }
  const named = some.flatMap((one, i) => some.slice(i + 1).map(other => pair(one, other)))
  const half = [...some, ...implied.slice(0, 1)].flatMap(one =>
    implied.filter(other => overlapOf(one.actors, other.actors) === "apart").map(other => pair(one, other)),
  )
  const few = inOrder(groups.slice(0, MOST_TRIPLED))
  const triples = few.flatMap((one, i) =>
    few
      .slice(i + 1)
      .flatMap((other, j) => few.slice(i + j + 2).map((third): Option => triple([one, other, third], keys))),
  )
  const sets = [...groups, ...implied, ...named, ...half, ...triples].map(sized)
  return groups.some(({ states }) => states) ? sets.flatMap(set => [set, ...withStates(set)]) : sets
}

/** Options in the order in which the text names them. */
const inOrder = (options: readonly Option[]): readonly Option[] => {
  const placeOf = ({ actors: [first] }: Option) => first?.evidence[0].from ?? 0
  return [...options].sort((a, b) => placeOf(a) - placeOf(b))
}

function triple(parts: readonly Option[], keys: readonly Key[]): Option {
  const features = new Features()
  features.under(keys, ["triple"])
  return { actors: together(parts.map(({ actors }) => actors)), features, parts, place: "three" }
}

/** A set with states in place of all organs and offices in it, where it names any. */
function withStates(set: Option): readonly Option[] {
  const members = membersOf(set)
  if (members.every(({ states }) => !states)) return []
  const states = members.flatMap(member => member.states ?? [])
  const actors = together(members.map(member => (member.states ?? member).actors))
  return [{ actors, features: new Features(), parts: [set, ...states], place: set.place }]
}

/** The options of which a set is made. */
const membersOf = (option: Option): readonly Option[] => option.parts?.flatMap(membersOf) ?? [option]
