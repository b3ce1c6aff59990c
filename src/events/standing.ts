import { EVENT_TYPES, type EventType } from "../model/event.ts"
import type { ActorMention } from "../model/layers.ts"
import type { Frame } from "./frames.ts"
import type { Scene } from "./scene.ts"
import { isLight } from "./triggers.ts"

/** How an actor stands to a trigger in grammar, before anybody decides on its part. */
export function standing(scene: Scene, at: number, mention: ActorMention): string {
  const { grammar } = scene
  const crown = scene.crown(mention)
  const token = grammar.token(at)
  const isIt = (word: number) =>
    word === crown || (grammar.token(word).from >= mention.from && grammar.token(word).to <= mention.to)
  const isIn = (words: readonly number[]) => words.includes(crown)
  const verbal = grammar.isVerb(at) || grammar.has(at, "nsubj") || grammar.has(at, "obj")
  if (verbal) {
    const doers = grammar.doers(at)
    if (doers.some(isIt)) return "doer"
    const undergoers = grammar.undergoers(at)
    if (undergoers.some(isIt)) return "undergoer"
    for (const phrase of grammar.phrases(at)) {
      if (grammar.coordinated(phrase.head).some(isIt)) return `prep ${phrase.preposition}`
      if (grammar.isUnder(crown, phrase.head, child => grammar.isVerb(child))) return `in-prep ${phrase.preposition}`
    }
    for (const undergoer of undergoers) {
      if (isIn(grammar.phrase(undergoer)))
        return `in-undergoer ${grammar.relation(crown).split(":")[0]} ${grammar.preposition(crown)}`
      if (grammar.isUnder(crown, undergoer)) return "under-undergoer"
    }
    for (const doer of doers) if (isIn(grammar.phrase(doer))) return "in-doer"
    for (const child of grammar.childrenBy(at, "xcomp", "ccomp", "advcl", "acl"))
      if (grammar.isUnder(crown, child))
        return `below ${grammar.relation(child).split(":")[0]} ${grammar.doers(child).some(isIt) ? "doer" : grammar.undergoers(child).some(isIt) ? "undergoer" : ""}`
  } else {
    for (const child of grammar.children(at)) {
      if (grammar.coordinated(child).some(isIt)) return `own ${grammar.relation(child)} ${grammar.preposition(child)}`
      if (isIn(grammar.phrase(child))) return `in-own ${grammar.relation(child)} ${grammar.preposition(child)}`
    }
  }
  const verb = grammar.verbAbove(at)
  if (verb >= 0) {
    const carried = isLight(scene, verb) ? "light" : "verb"
    const how = grammar.relation(grammar.firstOfCoordination(at)).split(":")[0]
    if (grammar.doers(verb).some(isIt)) return `${carried} doer ${how}`
    if (grammar.undergoers(verb).some(isIt)) return `${carried} undergoer ${how}`
    for (const phrase of grammar.phrases(verb))
      if (grammar.coordinated(phrase.head).some(isIt)) return `${carried} prep ${phrase.preposition}`
    const higher = grammar.verbAbove(verb)
    if (higher >= 0 && grammar.doers(higher).some(isIt)) return `higher doer ${grammar.relation(verb).split(":")[0]}`
    if (higher >= 0 && grammar.undergoers(higher).some(isIt))
      return `higher undergoer ${grammar.relation(verb).split(":")[0]}`
  }
  return grammar.isUnder(crown, at) ? "elsewhere below" : `elsewhere ${token.relation.split(":")[0]}`
}

/** Prepositions after which stands whom a deed or word is aimed at. */
const TOWARDS = /^(to|on|upon|against|at|for|with|from|toward|towards|of|about|over|into|in)$/

export type Part = "source" | "target" | "participant" | "none"

/** The part that grammar alone suggests: who does it is the source, who undergoes it the target. */
export function suggested(stand: string, type: EventType, frame: Frame | undefined): Part {
  const [place = "", second = "", third = ""] = stand.split(" ")
  const symmetric = EVENT_TYPES[type].symmetric
  const doing =
    stand === "doer" ||
    (place === "own" && (/^(nmod:poss|compound|amod|nmod:desc|flat)$/.test(second) || third === "by")) ||
    (/^(light|verb)$/.test(place) && second === "doer")
  const undergoing =
    stand === "undergoer" ||
    place === "in-undergoer" ||
    (place === "below" && third === "doer" && second !== "advcl") ||
    (place === "prep" && TOWARDS.test(second)) ||
    (place === "own" && TOWARDS.test(third)) ||
    (place === "light" && second === "prep" && TOWARDS.test(third))
  if (symmetric) {
    const beside = /^(prep|own|light)$/.test(place) && /\b(with|between|among|and|to|by|of)$/.test(stand)
    return doing || stand === "undergoer" || beside ? "participant" : "none"
  }
  if (doing) return frame?.subject ?? "source"
  return undergoing ? "target" : "none"
}
