import { readFileSync } from "node:fs"
import { type EventType, STATUSES, type Status } from "../model/event.ts"
import type { Grammar } from "../model/grammar.ts"
import { Features, keysOf } from "../network/features.ts"
import type { Weights } from "../network/weights.ts"
import { stepOf } from "./felt.ts"
import { framesOf } from "./frames.ts"
import type { Impression } from "./impressions.ts"
import type { Scene } from "./scene.ts"

/** What words beside or above an event say of its reality, by lemma: "cancel" is "denied", "amid" is "ongoing". */
const MOODS: ReadonlyMap<string, string> = new Map(
  readFileSync(new URL("../../data/events/moods.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter(line => line.includes("\t") && !line.startsWith("#"))
    .flatMap(line => {
      const [mood = "", words = ""] = line.split("\t")
      return words.split(" ").map(word => [word, mood] as const)
    }),
)

/** How many governors of an event word are asked whether it took place. */
const HEIGHT = 4

/**
 * Whether an event took place: as learned, but what a noun's own adjective leaves open has not happened, whatever is told around it:
 * "on alert over a possible launch", "ahead of planned protests".
 */
export function statusOf(scene: Scene, at: number, type: EventType, learned: Weights, impression: Impression): Status {
  const likeliest = learned.best(statusSeen(scene, at, type, impression)).name as Status
  if (likeliest !== "happened" || scene.grammar.isVerb(at)) return likeliest
  const adjectives = scene.grammar.childrenBy(at, "amod").map(word => MOODS.get(scene.grammar.lemma(word)))
  return adjectives.find(mood => mood === "planned" || mood === "hoped") ?? likeliest
}

/** What can be seen of a trigger's reality, and what the impression of its sentence says of each status. */
export function statusSeen(scene: Scene, at: number, type: EventType, impression: Impression): Features {
  const features = statusFeatures(scene, at, type)
  const felt = impression.of(at, "status")?.map((log, s) => `felt ${STATUSES[s]}=${stepOf(log)}`)
  features.under(keysOf("", `${type}&`), felt ?? ["felt=no"])
  return features
}

/** What can be seen of a trigger's reality: tense, modals, negation, and the verbs that stand over it. */
export function statusFeatures(scene: Scene, at: number, type: EventType): Features {
  const { grammar, doc } = scene
  const token = grammar.token(at)
  const features = new Features(
    "always",
    `type=${type}`,
    `form=${token.xpos}`,
    `${type}&form=${token.xpos}`,
    `~${grammar.lemma(at)}`,
  )
  const shape = token.upos === "VERB" ? "verb" : "noun"
  const keys = keysOf("", `${shape}&`, `${type}&`)
  const note = (name: string) => features.under(keys, [name])
  for (const child of grammar.children(at)) {
    const { relation } = grammar.token(child)
    if (/^(aux|mark|advmod|det|amod|compound|cop)/.test(relation))
      note(`own.${relation.split(":")[0]}=${grammar.lemma(child)}`)
    if (/^(advcl|obl|nmod)/.test(relation))
      note(
        `own.${relation.split(":")[0]}.${grammar.preposition(child)}${grammar.childrenBy(child, "mark").map(mark => grammar.lemma(mark))}`,
      )
  }
  if (grammar.isNegated(at)) note("negated")
  note(`tense=${tenseOf(grammar, at)}`)
  const moods = moodsOf(grammar, at)
  features.under(keysOf("", `${shape}&`), moods)
  features.push(`moods=${moods.join(" ")}`)
  let below = at
  for (let step = 1; step <= 3; step++) {
    const above = grammar.head(below)
    if (above < 0) {
      note(`root${step}`)
      break
    }
    const relation = grammar.relation(below).split(":")[0]
    const lemma = grammar.lemma(above)
    note(`up${step}=${relation}`)
    note(`up${step}=${lemma}`)
    note(`up=${lemma} ${step === 1 ? relation : ""}`)
    const inner = framesOf(scene, above)[0]?.type
    if (inner) note(`up${step}type=${inner} ${step === 1 ? relation : ""}`)
    if (grammar.isNegated(above)) note(`up${step}negated`)
    for (const child of grammar.childrenBy(above, "aux", "mark")) note(`up${step}.${grammar.lemma(child)}`)
    note(`up${step}form=${grammar.token(above).xpos}`)
    below = above
  }
  for (const step of [-3, -2, -1, 1, 2]) {
    const near = grammar.tokens[at + step]
    if (near && grammar.sameSentence(at, at + step))
      features.push(`near=${near.lemma.toLowerCase()}`, `${step}=${near.lemma.toLowerCase()}`)
  }
  features.push(`kind=${doc.sentences[token.sentence]?.kind ?? ""}`)
  const published = doc.published?.slice(0, 10) ?? ""
  const times = [...scene.timesOn(at), ...scene.timesOn(grammar.verbAbove(at))]
  for (const { date } of times)
    if (date && published)
      note(date.slice(0, 10) > published ? "time=future" : date.startsWith(published) ? "time=today" : "time=past")
  if (times.length === 0) note("time=none")
  return features
}

/** "past", "present", "future", "infinitive" or "participle" of the verb that tells the event or carries its noun, with a modal's name. */
function tenseOf(grammar: Grammar, at: number): string {
  const verb = grammar.isVerb(at) ? at : grammar.verbAbove(at)
  if (verb < 0) return "none"
  const auxiliaries = grammar.childrenBy(verb, "aux", "cop").map(aux => grammar.lemma(aux))
  const modal = auxiliaries.find(aux => /^(will|would|shall|should|can|could|may|might|must|'ll)$/.test(aux))
  if (modal) return modal
  const form = grammar.token(verb).xpos
  const progressive = form === "VBG" && auxiliaries.includes("be") ? "progressive " : ""
  const finite = [verb, ...grammar.childrenBy(verb, "aux", "cop")].map(word => grammar.token(word).xpos)
  if (finite.includes("VBD")) return `${progressive}past`
  if (finite.includes("VBZ") || finite.includes("VBP")) return `${progressive}present`
  return form === "VB" ? "infinitive" : "participle"
}

/** The moods of the words on an event word and of its governors, each with where it stands and whether it is negated. */
function moodsOf(grammar: Grammar, at: number): readonly string[] {
  const found = new Set<string>()
  const own = grammar.childrenBy(at, "aux", "mark", "advmod", "det", "amod", "compound", "case", "advcl", "cop")
  for (const child of own) {
    const mood = MOODS.get(grammar.lemma(child))
    if (mood) found.add(`own mood=${mood}`)
  }
  if (grammar.isNegated(at)) found.add("own mood=not")
  let below = at
  for (let step = 1; step <= HEIGHT; step++) {
    below = grammar.firstOfCoordination(below)
    const above = grammar.head(below)
    if (above < 0) break
    const mood = MOODS.get(grammar.lemma(above))
    const relation = grammar.relation(below).split(":")[0]
    const not = grammar.isNegated(above) ? "not " : ""
    if (mood || not) {
      found.add(`mood=${not}${mood ?? ""}`)
      found.add(`mood=${not}${mood ?? ""} ${relation}${step > 1 ? " far" : ""}`)
    }
    // What is told beside or after an event says nothing of it, so the way up ends at a clause of its own.
    if (/^(advcl|parataxis)$/.test(relation ?? "") && grammar.isVerb(below)) break
    below = above
  }
  return [...found]
}
