import type { Cited } from "../model/document.ts"
import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { Actor } from "../model/layers.ts"
import { Features, type Key, keysOf } from "../network/features.ts"
import { innerOf, outerOf } from "./nested.ts"
import type { Parties } from "./parties.ts"
import type { Scene } from "./scene.ts"

/** An event of the page as it was read before the page was known: by states, and by name those who have none. */
interface Told {
  readonly at: number
  readonly type: EventType
  readonly tone: string
  readonly source: ReadonlySet<string>
  readonly target: ReadonlySet<string>
  readonly participants: ReadonlySet<string>
}

const PARTS = ["source", "target", "participants"] as const

/** Whether deeds of a PLOVER root are done with somebody, for him or against him. */
const TONES: Readonly<Record<(typeof EVENT_TYPES)[EventType]["root"], "with" | "for" | "against">> = {
  CONSULT: "with",
  AGREE: "with",
  COOPERATE: "with",
  SUPPORT: "for",
  REQUEST: "for",
  AID: "for",
  CONCEDE: "for",
  RETREAT: "for",
  OFFICE: "for",
  ACCUSE: "against",
  REJECT: "against",
  THREATEN: "against",
  SANCTION: "against",
  PROTEST: "against",
  MOBILIZE: "against",
  COERCE: "against",
  ASSAULT: "against",
}

const toneOf = (type: EventType) => TONES[EVENT_TYPES[type].root]

const keyOf = ({ state, name }: Actor) => (state === "-" ? `-:${name}` : state)

const keysIn = (actors: readonly Cited<Actor>[]): ReadonlySet<string> =>
  new Set(actors.map(({ value }) => keyOf(value)))

const few = (count: number) => Math.min(2, count)

/** How many events pass a test: 0, 1, or 2 for more. */
function fewOf(events: readonly Told[], test: (event: Told) => boolean): number {
  let count = 0
  for (const event of events) if (test(event) && ++count === 2) break
  return count
}

const meet = (a: ReadonlySet<string>, b: ReadonlySet<string>) => !a.isDisjointFrom(b)

/** What a page tells beside one event, and who has which part there: who was struck before is struck again, or strikes back. */
export class Thread {
  private readonly told: readonly Told[]
  /** In order, by whoever has a part: a long page has thousands of events, and most actors stand in few. */
  private readonly byActor = new Map<string, Told[]>()
  private readonly scene: Scene

  constructor(
    scene: Scene,
    events: readonly { readonly at: number; readonly type: EventType; readonly parties: Parties }[],
  ) {
    this.scene = scene
    this.told = events
      .map(({ at, type, parties }) => ({
        at,
        type,
        tone: toneOf(type),
        source: keysIn(parties.source),
        target: keysIn(parties.target),
        participants: keysIn(parties.participants),
      }))
      .sort((a, b) => a.at - b.at)
    for (const event of this.told)
      for (const key of new Set(PARTS.flatMap(part => [...event[part]]))) {
        const known = this.byActor.get(key)
        if (known) known.push(event)
        else this.byActor.set(key, [event])
      }
  }

  /** What the thread says of some actors in an event, and of pairs of them. */
  beside(at: number, type: EventType): Beside {
    const others = this.told.filter(told => told.at !== at)
    const toldAt = (word: number | undefined) => others.find(told => told.at === word)
    const inner = toldAt(innerOf(this.scene, at)?.at)
    return new Beside(at, type, others, this.byActor, inner, toldAt(outerOf(this.scene, at)?.at))
  }
}

const KEYS = new Map<string, readonly Key[]>()
function keysFor(type: EventType): readonly Key[] {
  const known = KEYS.get(type) ?? keysOf("", `${toneOf(type)}&`, `${type}&`)
  KEYS.set(type, known)
  return known
}

/** The other events of a page as they stand to one. */
export class Beside {
  private readonly keys: readonly Key[]
  private readonly tone: string
  /** The two events before it, the nearer first. */
  private readonly last: Told | undefined
  private readonly secondLast: Told | undefined
  private readonly known = new Map<string, readonly Told[]>()
  private readonly at: number
  private readonly type: EventType
  private readonly others: readonly Told[]
  private readonly byActor: ReadonlyMap<string, readonly Told[]>
  private readonly inner: Told | undefined
  private readonly outer: Told | undefined

  constructor(
    at: number,
    type: EventType,
    others: readonly Told[],
    byActor: ReadonlyMap<string, readonly Told[]>,
    inner: Told | undefined,
    outer: Told | undefined,
  ) {
    this.at = at
    this.type = type
    this.others = others
    this.byActor = byActor
    this.inner = inner
    this.outer = outer
    this.keys = keysFor(type)
    this.tone = toneOf(type)
    const next = others.findIndex(told => told.at > at)
    const earlier = next < 0 ? others.length : next
    this.last = others[earlier - 1]
    this.secondLast = others[earlier - 2]
  }

  /** The other events in which any of some actors has a part, in order. */
  private with(actors: ReadonlySet<string>): readonly Told[] {
    const look = [...actors].join()
    const found =
      this.known.get(look) ??
      [...new Set([...actors].flatMap(actor => this.byActor.get(actor) ?? []))]
        .filter(({ at }) => at !== this.at)
        .sort((a, b) => a.at - b.at)
    this.known.set(look, found)
    return found
  }

  /** What speaks for somebody, by what he does and suffers elsewhere. */
  of(actors: readonly Cited<Actor>[]): Features {
    const features = new Features()
    const own = keysIn(actors)
    if (own.size === 0) {
      features.under(this.keys, [`nobody ${few(this.others.length)}`])
      return features
    }
    const partsIn = (told: Told | undefined) =>
      told
        ? PARTS.filter(part => meet(told[part], own))
            .map(part => part[0])
            .join("") || "none"
        : "-"
    const counts = (told: readonly Told[]) =>
      PARTS.map(part => `${part[0]}${fewOf(told, event => meet(event[part], own))}`).join("")
    const mine = this.with(own)
    const before = mine.findLast(told => told.at < this.at)
    const away = !before || before === this.last ? 0 : before === this.secondLast ? 1 : 2
    features.under(this.keys, [
      `all=${counts(mine)}`,
      `tone=${counts(mine.filter(({ tone }) => tone === this.tone))}`,
      `same=${counts(mine.filter(({ type }) => type === this.type))}`,
      `last=${partsIn(this.last)} ${this.last?.tone}`,
      `before=${partsIn(before)} ${before?.tone} ${away}`,
      `first=${partsIn(this.others[0])} ${this.others[0]?.tone}`,
    ])
    if (this.inner)
      features.under(this.keys, [
        `inner=${partsIn(this.inner)}`,
        `inner=${partsIn(this.inner)} ${this.inner.type}`,
        `inner=${partsIn(this.inner)} ${this.inner.tone}`,
      ])
    if (this.outer)
      features.under(this.keys, [`outer=${partsIn(this.outer)}`, `outer=${partsIn(this.outer)} ${this.outer.type}`])
    return features
  }

  /** What speaks for a source and a target together. */
  pair(source: readonly Cited<Actor>[], target: readonly Cited<Actor>[]): Features {
    if (source.length === 0 || target.length === 0) return new Features()
    const [from, to] = [keysIn(source), keysIn(target)]
    const [some, others] = [this.with(from), this.with(to)]
    const mine = some.length <= others.length ? some : others
    const along = (told: Told) => meet(told.source, from) && meet(told.target, to)
    const back = (told: Told) => meet(told.source, to) && meet(told.target, from)
    const both = (told: Told) => meet(told.participants, from) && meet(told.participants, to)
    const inTone = mine.filter(({ tone }) => tone === this.tone)
    const features = new Features()
    features.push(
      `${this.tone}&along=${fewOf(mine, along)} back=${fewOf(mine, back)} both=${fewOf(mine, both)}`,
      `${this.tone}&along=${fewOf(inTone, along)} back=${fewOf(inTone, back)} in tone`,
    )
    return features
  }
}
