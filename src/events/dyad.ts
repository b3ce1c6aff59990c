import { readFileSync } from "node:fs"
import type { Span } from "../model/document.ts"
import { EVENT_TYPES, type EventType } from "../model/event.ts"
import { framesOf, Lexicon } from "./frames.ts"
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

/** How a word turns what stands below it: "end" makes of sanctions a yielding, "intend" of aid an agreement. */
type Turn = "carry" | "contact" | "end" | "intend" | "consent" | "refuse" | "ask" | "threaten" | "say"

/** Roots of friendly deeds: told as future, they are AGREE (PLOVER manual). */
const FRIENDLY: ReadonlySet<PloverRoot | undefined> = new Set<PloverRoot>([
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "YIELD",
])

/** Roots of hostile deeds: told as future, they are THREATEN. */
const HOSTILE: ReadonlySet<PloverRoot | undefined> = new Set<PloverRoot>([
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
])

/** Roots of words, which may be said in a call or letter. */
const SPOKEN: ReadonlySet<PloverRoot> = new Set<PloverRoot>(["SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN"])

/** What is told by a word and what stands below it together. To call for somebody's harm is to rally against them, 113 of the table. */
const TURNED: Readonly<Record<Turn, (below: PloverRoot | undefined) => PloverRoot | undefined>> = {
  carry: below => below,
  contact: below => (below && SPOKEN.has(below) ? below : "CONSULT"),
  say: below => below,
  end: below =>
    HOSTILE.has(below) || below === "ACCUSE" || below === "THREATEN"
      ? "YIELD"
      : below === "AGREE"
        ? "REJECT"
        : "SANCTION",
  intend: below => (HOSTILE.has(below) ? "THREATEN" : below && !FRIENDLY.has(below) ? below : "AGREE"),
  consent: below => (below === "REJECT" ? "REJECT" : "AGREE"),
  refuse: () => "REJECT",
  ask: below => (HOSTILE.has(below) || below === "ACCUSE" ? "ACCUSE" : "REQUEST"),
  threaten: () => "THREATEN",
}

const WORDS = new Lexicon<PloverRoot | Turn>()
for (const line of readFileSync(new URL("../../data/events/plover.tsv", import.meta.url), "utf8").split("\n")) {
  const [says = "", wordClass = "", words = "", needs = ""] = line.split("\t")
  if (words && !line.startsWith("#"))
    WORDS.add(wordClass, words, needs.split(" ").filter(Boolean), says as PloverRoot | Turn)
}

/** The root under which a type of ours is told of a dyad: the table's 057 makes a signature SUPPORT, its 163 sanctions COERCE. */
function rootOf(type: EventType): PloverRoot | undefined {
  const { root } = EVENT_TYPES[type]
  if (root === "OFFICE") return undefined
  if (type === "sign" || type === "join") return "SUPPORT"
  if (type === "sanction") return "COERCE"
  return root === "CONCEDE" || root === "RETREAT" ? "YIELD" : root
}

/**
 * What one marked actor does to another in a sentence, as a PLOVER root. Read from the source's verb down to the target: each word tells
 * a root or turns what stands below it, and negation, future and what the other side must do change what they say.
 * @param source @param target spans in the document that name the two; both in one sentence
 */
export function dyadRoot(doc: Heard, source: Span, target: Span): PloverRoot {
  const scene = new Scene(doc)
  const from = crownOf(doc, source)
  const to = crownOf(doc, target)
  const chain = wordsBetween(scene, from, to)
  const root =
    told(scene, chain, to) ?? told(scene, between(scene, from, to), to) ?? learnedRoot(scene, chain) ?? "CONSULT"
  const together = scene.grammar.coordinated(from).includes(to) || scene.grammar.coordinated(to).includes(from)
  return together && root === "MOBILIZE" ? "COOPERATE" : root
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
    t =>
      grammar.sameSentence(t.index, from) &&
      (grammar.isVerb(t.index) || grammar.has(t.index, "cop")) &&
      grammar.doers(t.index).includes(from),
  )
  const governing = doing.filter(t => below.includes(t.index)).at(0)?.index
  const meeting =
    governing ?? below.find(at => above.includes(at)) ?? above.find(at => grammar.isVerb(at)) ?? above[0] ?? from
  const down = below.slice(0, Math.max(0, below.indexOf(meeting))).reverse()
  const objects = grammar.isPassive(meeting) ? grammar.undergoers(meeting) : grammar.childrenBy(meeting, "obj")
  const within = objects.flatMap(object => grammar.childrenBy(object, "nmod", "acl"))
  const lower = grammar.childrenBy(meeting, "xcomp", "ccomp", "obl", "nmod", "advcl")
  return [...new Set([meeting, ...objects, ...down, ...within, ...lower])].filter(at => at !== to && at !== from)
}

/** The verbs and nouns that stand between two words, for sentences whose tree leads nowhere; those of two joined names stand after them. */
function between({ grammar }: Scene, from: number, to: number): number[] {
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const words = grammar.tokens.slice(first + 1, last).filter(t => /^(?:VERB|NOUN)$/.test(t.upos))
  const after = grammar.tokens
    .slice(last + 1, last + 12)
    .filter(t => t.upos === "VERB" && grammar.sameSentence(t.index, last))
  return [...words, ...after].map(t => t.index)
}

/** What the words of a chain tell, the first of them as the later ones make it. */
function told(scene: Scene, chain: readonly number[], to: number): PloverRoot | undefined {
  const { grammar } = scene
  const [at, ...rest] = chain
  if (at === undefined) return undefined
  const word = wordSays(scene, at)
  if (grammar.isNegated(at) && (word || grammar.isVerb(at))) return "REJECT"
  if (!word) return told(scene, rest, to)
  const isTurn = word in TURNED
  const root = isTurn ? TURNED[word as Turn](told(scene, rest, to)) : (word as PloverRoot)
  if (word === "say") return ofOther(scene, at, to, root)
  return willBe(scene, at) ? TURNED.intend(root) : root
}

/** What a word says by itself: the line or frame of ours that demands most of the words around it. */
function wordSays(scene: Scene, at: number): PloverRoot | Turn | undefined {
  const [own] = WORDS.at(scene, at)
  const [frame] = framesOf(scene, at)
  const framed = frame && rootOf(frame.type)
  if (own && (own.says in TURNED || !framed || own.needs.length >= frame.needs.length)) return own.says
  return framed
}

/** What is said of the other side: that it must do something is a request, that it does wrong an accusation. */
function ofOther({ grammar }: Scene, at: number, to: number, root: PloverRoot | undefined): PloverRoot | undefined {
  const clause = grammar
    .childrenBy(at, "ccomp", "parataxis")
    .find(verb => grammar.childrenBy(verb, "nsubj", "csubj").some(subject => grammar.isUnder(to, subject)))
  if (clause === undefined) return root
  if (grammar.childrenBy(clause, "aux").some(aux => /^(must|should|need)$/.test(grammar.lemma(aux)))) return "REQUEST"
  return HOSTILE.has(root) || root === "REJECT" ? "ACCUSE" : root
}

/** "Will send", or "would send" in what somebody says: not done yet. */
const willBe = ({ grammar }: Scene, at: number): boolean =>
  grammar
    .childrenBy(at, "aux")
    .some(aux =>
      grammar.relation(at) === "ccomp"
        ? /^(will|would|shall|'ll)$/.test(grammar.lemma(aux))
        : /^(will|shall|'ll)$/.test(grammar.lemma(aux)),
    )

/** What the learned weights make of the words in between, where no list knows any of them. */
function learnedRoot(scene: Scene, chain: readonly number[]): PloverRoot | undefined {
  let best: PloverRoot | undefined
  let most = 0
  for (const at of chain.slice(0, 6)) {
    const likelihoods = judgement.type.likelihoods(triggerFeatures(scene, { at, frames: framesOf(scene, at) }, []))
    judgement.type.classes.forEach((name, c) => {
      const root = name in EVENT_TYPES ? rootOf(name as EventType) : undefined
      if (root && likelihoods[c]! > most) {
        most = likelihoods[c]!
        best = root
      }
    })
  }
  return best
}
