import { readFileSync } from "node:fs"
import { join } from "node:path"
import { fold as folded } from "../bench/quality/eventScore.ts"
import { hearing } from "../src/english.ts"
import { EVENT_TYPE_LIST } from "../src/events/index.ts"
import { Scene } from "../src/events/scene.ts"
import { type Candidate, candidates, isLight, proposed } from "../src/events/triggers.ts"
import { type Document, overlaps, type Span } from "../src/model/document.ts"
import type { EventType, Status } from "../src/model/event.ts"
import { annotated } from "./annotated.ts"

export interface GoldEvent {
  readonly type: EventType
  readonly status: Status
  readonly source: readonly string[]
  readonly target: readonly string[]
  readonly participants: readonly string[]
  readonly date: string | null
  /** Outermost first; not told of our own sentences. */
  readonly saidBy?: readonly string[]
  readonly mentions: readonly Span[]
}

/** A document as read, what an annotator found in it, and everything computed once for all folds. */
export interface Lesson {
  readonly set: string
  readonly scene: Scene
  readonly gold: readonly GoldEvent[]
  readonly candidates: readonly Candidate[]
  /** Trigger chosen for each mention of each gold event. */
  readonly triggers: readonly (readonly (Candidate | undefined)[])[]
}

/** Name of the set of our own sentences, which are always learned from and never scored. */
export const OWN = "own"

/** Kinds of reports that the gold sets lack: our annotation of them is scored too. */
export const OWN_SETS: readonly string[] = ["press", "wikinews", "stories", "statements", "items"]

/** The gold sets. */
export const SETS: readonly string[] = ["seeds", "releases", "current-events", "train-releases", "train-current-events"]

/** Word of a gold mention that tells the event: what a frame of its type knows, else the highest word in the tree. */
export function triggerOf(
  scene: Scene,
  all: readonly Candidate[],
  type: EventType,
  { from, to }: Span,
  taken: ReadonlySet<number>,
): Candidate | undefined {
  const { grammar } = scene
  const inside = (at: number) => at >= 0 && grammar.token(at).from >= from && grammar.token(at).to <= to
  let best: Candidate | undefined
  let most = -Infinity
  for (const candidate of all) {
    if (!inside(candidate.at)) continue
    let depth = 0
    for (let up = grammar.head(candidate.at); inside(up) && depth < 12; up = grammar.head(up)) depth++
    const top = proposed(candidate).includes(type)
    const may = candidate.frames.some(frame => frame.type === type)
    const score =
      (top ? 3 : may ? 2 : 0) +
      (depth === 0 ? 1.5 : 0) -
      depth * 0.3 -
      (taken.has(candidate.at) ? 1.2 : 0) -
      (isLight(scene, candidate.at) ? 1 : 0)
    if (score > most) {
      most = score
      best = candidate
    }
  }
  return best
}

function lessonOf(set: string, doc: Document, events: readonly GoldEvent[]): Lesson {
  const scene = new Scene(hearing.read(doc))
  const all = candidates(scene)
  const taken = new Set<number>()
  const triggers = events.map(({ type, mentions }) =>
    mentions.map(mention => {
      const found = triggerOf(scene, all, type, mention, taken)
      if (found) taken.add(found.at)
      return found
    }),
  )
  return { set, scene, gold: events, candidates: all, triggers }
}

/** How much a sentence of the manual counts beside one of a report: what it shows must hold. */
export const MANUAL = 4

/** Name of our own further annotation among the sets; it is only learned from. */
export const FURTHER = "further"

/** A line of data/events/lessons.txt: the plain sentence, and what its marks say. */
function unmark(line: string): {
  readonly text: string
  readonly marks: readonly (Span & { readonly says: string })[]
} {
  let text = ""
  const marks: (Span & { says: string })[] = []
  let rest = 0
  for (const match of line.matchAll(/\[([^|\]]+)\|([^\]]+)\]/g)) {
    text += line.slice(rest, match.index)
    const from = text.length
    text += match[1]
    // Several marks of one stretch follow each other: "1o 2s".
    for (const says of match[2]!.match(/\d(?:[sop]\b| [a-z-]+(?::[a-z]+)?)/g) ?? [])
      marks.push({ from, to: text.length, says })
    rest = match.index + match[0].length
  }
  return { text: text + line.slice(rest), marks }
}

/** Examples and near misses of every event type, written as lessons are: what the manual shows is also taught. */
function exampleLines(): string[] {
  const parts: Readonly<Record<string, string>> = { source: "s", target: "o", participant: "p" }
  return EVENT_TYPE_LIST.flatMap(({ name, examples, notThis }) => [
    ...examples.map(example =>
      example.replace(/\|(source|target|participant|trigger)(:[a-z]+)?\]/g, (_, role: string, status = "") =>
        role === "trigger" ? `|1 ${name}${status}]` : `|1${parts[role]}]`,
      ),
    ),
    ...notThis,
  ])
}

/** A part of which nobody knows who has it: no option can be right. */
const UNTAUGHT: readonly string[] = ["?"]

/** Our own sentences as lessons. Actors of a mark are whoever the reading finds there; a part whose words stand for nobody is not taught. */
function ownLessons(): Lesson[] {
  const lines = readFileSync(new URL("../data/events/lessons.txt", import.meta.url), "utf8").split("\n")
  return [...lines.filter(line => line.trim() && !line.startsWith("#")), ...exampleLines()].map((line, at) => {
    const { text, marks } = unmark(line)
    const scene = new Scene(hearing.read({ id: `lesson-${at}`, published: "2022-06-15", zone: "UTC", text }))
    const all = candidates(scene)
    const taken = new Set<number>()
    const gold: GoldEvent[] = []
    const triggers: (readonly (Candidate | undefined)[])[] = []
    for (const number of new Set(marks.map(({ says }) => says[0]!))) {
      const own = marks.filter(({ says }) => says[0] === number)
      const actors = (part: string) => {
        const words = own.filter(({ says }) => says === `${number}${part}`)
        const named = words
          .flatMap(mark => scene.standingAlone(0).filter(mention => overlaps(mention, mark)))
          .flatMap(mention => mention.actors.map(({ state, name }) => (name ? `${state}:${name}` : state)))
        return words.length > 0 && named.length === 0 ? UNTAUGHT : named
      }
      const told = own.filter(({ says }) => says.includes(" "))
      const [type = "", status = "happened"] = told[0]?.says.slice(2).split(":") ?? []
      const found = told.map(mark => triggerOf(scene, all, type as EventType, mark, taken))
      for (const trigger of found) if (trigger) taken.add(trigger.at)
      gold.push({
        type: type as EventType,
        status: status as Status,
        source: actors("s"),
        target: actors("o"),
        participants: actors("p"),
        date: null,
        mentions: told,
      })
      triggers.push(found)
    }
    return { set: OWN, scene, gold, candidates: all, triggers }
  })
}

export async function lessonsOf(folder: string): Promise<Lesson[]> {
  const lessons: Lesson[] = ownLessons()
  const further = await annotated<GoldEvent>(join(folder, "../data"))
  for (const { set, doc, events } of further)
    lessons.push(lessonOf(OWN_SETS.includes(set) ? set : FURTHER, doc, events))
  for (const set of SETS) for (const { doc, events } of goldOf(folder, set)) lessons.push(lessonOf(set, doc, events))
  return lessons
}

/** The documents of a gold set, each with the events that stand in it. */
export function goldOf(folder: string, set: string): { readonly doc: Document; readonly events: GoldEvent[] }[] {
  const docs: Document[] = readFileSync(`${folder}/${set}.docs.jsonl`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map(line => JSON.parse(line))
  const byId = new Map(docs.map(doc => [doc.id, doc]))
  const golds: { doc: string; events: GoldEvent[] }[] = JSON.parse(readFileSync(`${folder}/${set}.gold.json`, "utf8"))
  return golds.flatMap(({ doc: id, events }) => {
    const doc = byId.get(id)
    return doc ? [{ doc, events }] : []
  })
}

/** The fold of a document, by its id alone: further lessons do not move the others about. */
export const foldOf = ({ id }: Pick<Document, "id">, folds: number) =>
  [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % folds

/** Whether a gold actor, "USA:Antony Blinken", is the actor read. */
export function isActor(gold: string, read: { readonly state: string; readonly name?: string }): boolean {
  const colon = gold.indexOf(":")
  const state = colon < 0 ? gold : gold.slice(0, colon)
  const name = colon < 0 ? "" : folded(gold.slice(colon + 1))
  if (state !== read.state) return false
  const other = folded(read.name ?? "")
  if (!name || !other) return name === other
  const a = new Set(name.split(" "))
  const b = new Set(other.split(" "))
  const both = [...a].filter(word => b.has(word)).length
  return both > 0 && (both === Math.min(a.size, b.size) || both / (a.size + b.size - both) >= 0.5)
}
