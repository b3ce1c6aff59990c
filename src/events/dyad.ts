import { readFileSync } from "node:fs"
import type { Span } from "../model/document.ts"
import { EVENT_TYPES } from "../model/event.ts"
import { framesOf } from "./frames.ts"
import { judgement } from "./judgement.ts"
import { type Heard, Scene } from "./scene.ts"
import { triggerFeatures } from "./triggers.ts"

/** The roots of PLOVER (manual of 2021) that a dyad can be coded with; YIELD holds CONCEDE and RETREAT. */
export type PloverRoot =
  | "AGREE"
  | "CONSULT"
  | "SUPPORT"
  | "COOPERATE"
  | "AID"
  | "YIELD"
  | "REQUEST"
  | "ACCUSE"
  | "REJECT"
  | "THREATEN"
  | "PROTEST"
  | "SANCTION"
  | "MOBILIZE"
  | "COERCE"
  | "ASSAULT"

/** Roots of friendly deeds: told as future, they are AGREE (PLOVER manual); not done, they are REJECT. */
const FRIENDLY: ReadonlySet<PloverRoot> = new Set<PloverRoot>(["CONSULT", "SUPPORT", "COOPERATE", "AID", "YIELD"])

/** Roots of words about deeds: "agreed to send troops" is told by its verb, not by what is sent. */
const SPOKEN: ReadonlySet<PloverRoot> = new Set<PloverRoot>([
  "AGREE",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "SUPPORT",
])

const WORDS: ReadonlyMap<string, PloverRoot> = new Map(
  readFileSync(new URL("../../data/events/plover.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter(line => line && !line.startsWith("#"))
    .flatMap(line => {
      const [root = "", wordClass = "", words = ""] = line.split("\t")
      return words.split(" ").map(word => [`${wordClass} ${word}`, root as PloverRoot] as const)
    }),
)

/** The root under which PLOVER files a type of ours. */
function rootOf(type: keyof typeof EVENT_TYPES): PloverRoot | undefined {
  const { root } = EVENT_TYPES[type]
  if (root === "OFFICE") return undefined
  return root === "CONCEDE" || root === "RETREAT" ? "YIELD" : root
}

/**
 * What one marked actor does to another in a sentence, as a PLOVER root: the words that lead from the source's verb down to the
 * target are weighed in order, and negation, future and words about deeds change what they say.
 * @param source @param target spans in the document that name the two; both in one sentence
 */
export function dyadRoot(doc: Heard, source: Span, target: Span): PloverRoot {
  const scene = new Scene(doc)
  const { grammar } = scene
  const from = crownOf(doc, source)
  const to = crownOf(doc, target)
  const chain = wordsBetween(scene, from, to)
  let told: PloverRoot | undefined
  for (const at of chain) {
    const root = wordRoot(scene, at)
    if (!root) continue
    if (grammar.isNegated(at)) return "REJECT"
    if (FRIENDLY.has(root) && isFuture(scene, at)) return "AGREE"
    told = root
    // A light verb gives way to its noun; a word about deeds, or a deed of its own weight, is what is told.
    if (SPOKEN.has(root) || !isCarrier(scene, at)) break
  }
  return told ?? learnedRoot(scene, chain) ?? "CONSULT"
}

/** The word of a span that governs the others: the one whose own governor lies outside. */
function crownOf(doc: Heard, { from, to }: Span): number {
  const inside = doc.tokens.filter(t => t.from < to && t.to > from && t.upos !== "PUNCT")
  const crown = inside.find(t => {
    const head = doc.tokens[t.head]
    return !head || head.from >= to || head.to <= from
  })
  return crown?.index ?? inside[0]?.index ?? 0
}

/** Verbs and nouns from the one that governs the source down to the target, then the other words under that verb. */
function wordsBetween(scene: Scene, from: number, to: number): number[] {
  const { grammar } = scene
  const up = (at: number) => {
    const path: number[] = []
    for (let head = grammar.head(at); head >= 0 && path.length < 12; head = grammar.head(head)) path.push(head)
    return path
  }
  const above = up(from)
  const below = up(to)
  // The verb that the source does, among those it can do by coordination and control, from which the target hangs lowest.
  const doing = scene.doc.tokens.filter(
    t => grammar.sameSentence(t.index, from) && grammar.isVerb(t.index) && grammar.doers(t.index).includes(from),
  )
  const governing = doing.filter(t => below.includes(t.index)).at(0)?.index
  const meeting =
    governing ?? below.find(at => above.includes(at)) ?? above.find(at => grammar.isVerb(at)) ?? above[0] ?? from
  const down = below.slice(0, Math.max(0, below.indexOf(meeting))).reverse()
  const lower = grammar.childrenBy(meeting, "obj", "xcomp", "ccomp", "obl", "nmod")
  return [...new Set([meeting, ...grammar.childrenBy(meeting, "obj"), ...down, ...lower])].filter(
    at => at !== to && at !== from,
  )
}

/** What a word says by itself: by a frame of ours that fits, else by PLOVER's own words. */
function wordRoot(scene: Scene, at: number): PloverRoot | undefined {
  const { grammar } = scene
  const wordClass = grammar.isVerb(at) ? "verb" : "noun"
  const own = WORDS.get(`${wordClass} ${grammar.lemma(at)}`)
  const frame = framesOf(scene, at)[0]
  // A frame with needs has seen the words around; a bare one knows no more than the list.
  if (frame && (frame.needs.length > 0 || !own)) return rootOf(frame.type) ?? own
  return own
}

/** Verbs that carry a noun or a clause which tells more than they do. */
function isCarrier(scene: Scene, at: number): boolean {
  return /^(hold|have|make|take|give|launch|carry|begin|start|continue|open|say|announce|declare|tell|report|state|issue|send|impose|stage|conduct|face|sign|provide|call|extend|seek|want|order)$/.test(
    scene.grammar.lemma(at),
  )
}

/** "Will send", "plans to meet", "is expected to": not done yet. */
function isFuture(scene: Scene, at: number): boolean {
  const { grammar } = scene
  const modal = grammar.childrenBy(at, "aux").some(aux => /^(will|would|shall|'ll)$/.test(grammar.lemma(aux)))
  const head = grammar.head(at)
  const planned =
    head >= 0 &&
    grammar.relation(at) === "xcomp" &&
    /^(plan|intend|expect|prepare|hope|want|agree|decide|set|ready|willing)$/.test(grammar.lemma(head))
  return modal || planned
}

/** What the learned weights make of the words in between, where no list knows any of them. */
function learnedRoot(scene: Scene, chain: readonly number[]): PloverRoot | undefined {
  let best: PloverRoot | undefined
  let most = 0
  for (const at of chain.slice(0, 6)) {
    const likelihoods = judgement.type.likelihoods(triggerFeatures(scene, { at, frames: framesOf(scene, at) }, []))
    judgement.type.classes.forEach((name, c) => {
      const root = name in EVENT_TYPES ? rootOf(name as keyof typeof EVENT_TYPES) : undefined
      if (root && likelihoods[c]! > most) {
        most = likelihoods[c]!
        best = root
      }
    })
  }
  return best
}
