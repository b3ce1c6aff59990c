import { readFileSync } from "node:fs"
import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { Grammar } from "../model/grammar.ts"
import type { Scene } from "./scene.ts"

/** A way of telling an event: a word, what must stand with it, and who plays which part. */
export interface Frame {
  readonly type: EventType
  /** "verb", "noun", "adj", "aux" or "intj". */
  readonly wordClass: string
  /** The words beside the trigger that must be there: "obj:concern|alarm", "on:*", "to-do", "actor". */
  readonly needs: readonly string[]
  /** The doer of "resign" is its target: `subject` says whom the subject is, where it is not the source. */
  readonly subject?: "target"
  /** "condemn/verb/on": stands in the mention as the frame that read it. */
  readonly name: string
}

const WORD_CLASS: Readonly<Record<string, string>> = {
  VERB: "verb",
  NOUN: "noun",
  PROPN: "noun",
  ADJ: "adj",
  AUX: "aux",
  INTJ: "intj",
}

/** Words of English that say something, each with what must stand beside it to say so. */
export class Lexicon<Says> {
  /** By word class and lemma: the particle wanted, what must stand beside the word, what it says then. */
  private readonly words = new Map<string, (readonly [string, readonly string[], Says])[]>()

  /** Adds a line: words are lemmas parted by spaces, "call+off" with a particle or following word; `needs` as in data/events/README.md. */
  add(wordClass: string, words: string, needs: readonly string[], says: Says): void {
    for (const word of words.split(" ").filter(Boolean)) {
      const [lemma = "", particle = ""] = word.split("+")
      const key = `${wordClass} ${lemma}`
      this.words.set(key, [...(this.words.get(key) ?? []), [particle, needs, says]])
    }
  }

  /** What a word says where it stands, the most demanding first. */
  at(scene: Scene, at: number): readonly { readonly says: Says; readonly needs: readonly string[] }[] {
    const { grammar } = scene
    const lemma = grammar.lemma(at)
    const wordClass = WORD_CLASS[grammar.token(at).upos] ?? ""
    const classes =
      wordClass === "verb" ? [wordClass, "noun"] : wordClass === "noun" ? [wordClass, "verb"] : [wordClass]
    // A tagger takes "Talks occur" for a verb and "North Korea fires" for a noun: the other class serves when the first is silent.
    for (const wanted of classes) {
      const found = (this.words.get(`${wanted} ${lemma}`) ?? []).filter(
        ([particle, needs]) =>
          (!particle || hasParticle(grammar, at, particle)) && needs.every(need => fits(scene, at, need)),
      )
      if (found.length > 0)
        return found.map(([, needs, says]) => ({ says, needs })).sort((a, b) => b.needs.length - a.needs.length)
    }
    return []
  }
}

/** Reads data/events/frames.tsv: one frame a line, looked up by word class and lemma. */
function parseFrames(text: string): Lexicon<Frame> {
  const frames = new Lexicon<Frame>()
  for (const line of text.split("\n")) {
    if (line.startsWith("#") || !line.trim()) continue
    const [type = "", wordClass = "", words = "", needs = "", roles = ""] = line.split("\t").map(cell => cell.trim())
    if (!(type in EVENT_TYPES)) throw new Error(`frames.tsv: no event type "${type}" in the line "${line}"`)
    const wanted = needs.split(" ").filter(Boolean)
    frames.add(wordClass, words, wanted, {
      type: type as EventType,
      wordClass,
      needs: wanted,
      ...(roles === "target=subject" ? { subject: "target" as const } : {}),
      name: [type, wordClass, ...wanted].join("/"),
    })
  }
  return frames
}

const FRAMES = parseFrames(readFileSync(new URL("../../data/events/frames.tsv", import.meta.url), "utf8"))

/** What was found for the words of a page: a word is asked for itself, and for every word above, below and beside it. */
const FOUND = new WeakMap<Scene, (readonly Frame[])[]>()

/** Frames that fit a word, the most demanding first. */
export function framesOf(scene: Scene, at: number): readonly Frame[] {
  const found = FOUND.get(scene) ?? new Array<readonly Frame[]>(scene.doc.tokens.length)
  if (!FOUND.has(scene)) FOUND.set(scene, found)
  found[at] ??= FRAMES.at(scene, at).map(({ says }) => says)
  return found[at]
}

/** Whether "off" goes with "call": as its particle, or as one of the next three words. */
function hasParticle(grammar: Grammar, at: number, particle: string): boolean {
  if (grammar.children(at).some(child => grammar.lemma(child) === particle)) return true
  for (let next = at + 1; next <= at + 3; next++)
    if (grammar.sameSentence(at, next) && grammar.lemma(next) === particle) return true
  return false
}

/** Whether one need of a frame is met around a word. */
function fits(scene: Scene, at: number, need: string): boolean {
  if (need.startsWith("not-") && need !== "not-do") return !fits(scene, at, need.slice(4))
  const { grammar } = scene
  const colon = need.indexOf(":")
  const [key, wanted] = colon < 0 ? [need, ""] : [need.slice(0, colon), need.slice(colon + 1)]
  switch (key) {
    case "actor":
      return (
        scene.actorsUnder(at).length > 0 ||
        grammar.doers(at).some(doer => scene.actorsOf(doer).length > 0) ||
        sharedPhrases(grammar, at).some(
          ({ preposition, head }) => preposition === "to" && scene.actorsOf(head).length > 0,
        )
      )
    case "actor-obj":
      return grammar.undergoers(at).some(object => scene.actorsOf(object).length > 0)
    case "person-obj":
      return grammar
        .undergoers(at)
        .some(object => scene.mentionsOf(object).some(mention => /person|office/.test(mention.kind)))
    case "person-subject":
      return grammar.doers(at).some(doer => scene.mentionsOf(doer).some(mention => /person|office/.test(mention.kind)))
    case "plural-subject": {
      const doers = grammar.doers(at)
      return (
        doers.length > 1 ||
        doers.some(doer => scene.actorsOf(doer).length > 1 || /^(they|we|both)$/.test(grammar.lemma(doer)))
      )
    }
    case "obj2":
      return scene.objectNouns(at).length > 0 && grammar.has(at, "xcomp")
    case "to-do":
      return grammar
        .childrenBy(at, "xcomp", "advcl", "acl")
        .some(child => grammar.children(child).some(mark => grammar.lemma(mark) === "to"))
    case "that":
      return grammar.has(at, "ccomp")
    case "will":
    case "will-do":
      return [at, ...grammar.childrenBy(at, "ccomp", "xcomp")].some(verb =>
        grammar.childrenBy(verb, "aux").some(aux => /^(will|shall|'ll|would)$/.test(grammar.lemma(aux))),
      )
    case "not-do":
      return grammar.childrenBy(at, "ccomp").some(verb => grammar.isNegated(verb))
    case "obj":
      return scene.objectNouns(at).some(object => matches(scene, object, wanted))
    case "mod":
      return grammar
        .childrenBy(at, "amod", "compound", "nmod", "obj")
        .some(child => wanted.split("|").includes(grammar.lemma(child)))
    default: {
      if (!wanted) return nearbyWord(grammar, at, key)
      return [
        ...[at, ...grammar.childrenBy(at, "obj")].flatMap(from => grammar.phrases(from)),
        ...sharedPhrases(grammar, at),
      ].some(phrase => phrase.preposition === key && matches(scene, phrase.head, wanted))
    }
  }
}

/** Phrases that hang on the verb and may as well belong to its object before them: "to Biden" in "sent a letter to Biden". */
function sharedPhrases(grammar: Grammar, at: number): ReturnType<Grammar["phrases"]> {
  const verb = grammar.head(at)
  if (grammar.isVerb(at) || verb < 0 || grammar.relation(at) !== "obj") return []
  return grammar.phrases(verb).filter(({ head }) => head > at)
}

/** Words that only measure what stands after "of": "some of its troops" are troops. */
const MEASURE =
  /^(?:some|all|most|many|part|number|round|series|dozen|hundred|thousand|rest|majority|lot|couple|group)$/

function matches(scene: Scene, head: number, wanted: string): boolean {
  if (wanted === "*") return true
  if (wanted === "actor") return scene.actorsOf(head).length > 0
  if (wanted === "noun") return !scene.grammar.isVerb(head)
  const words = wanted.split("|")
  const { grammar } = scene
  const counted = MEASURE.test(grammar.lemma(head)) ? grammar.childrenBy(head, "nmod") : []
  return [...grammar.coordinated(head), ...counted].some(
    at =>
      words.includes(grammar.lemma(at)) ||
      grammar.childrenBy(at, "compound", "amod").some(child => words.includes(scene.grammar.lemma(child))),
  )
}

function nearbyWord(grammar: Grammar, at: number, word: string): boolean {
  for (let next = at + 1; next <= at + 6; next++)
    if (grammar.sameSentence(at, next) && grammar.lemma(next) === word) return true
  return false
}
