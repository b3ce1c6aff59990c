import type { EventType } from "../model/event.ts"
import { Features, keysOf } from "../network/features.ts"
import { type Frame, framesOf } from "./frames.ts"
import type { Scene } from "./scene.ts"

/** A word that may tell an event, with the frames that fit it. */
export interface Candidate {
  /** Index of the word in `doc.tokens`. */
  readonly at: number
  readonly frames: readonly Frame[]
}

/** Verbs that only carry a noun, "held talks": the noun is read instead. */
const LIGHT_VERBS = new Set(
  "hold have make take give express voice extend convey conduct carry launch impose offer pay issue hold enter reach stage undertake begin start resume continue end do share raise reiterate reaffirm place provide send deliver announce".split(
    " ",
  ),
)

/** Every word of a document that may tell an event: all verbs, and other words that some frame knows. */
export function candidates(scene: Scene): readonly Candidate[] {
  const found: Candidate[] = []
  for (const { index, upos, relation } of scene.doc.tokens) {
    if (!/^(VERB|NOUN|PROPN|ADJ|AUX|INTJ)$/.test(upos)) continue
    const frames = framesOf(scene, index)
    if (frames.length > 0 || (upos === "VERB" && !relation.startsWith("aux"))) found.push({ at: index, frames })
  }
  return found
}

/** Types that the best-fitting frames propose. */
export const proposed = ({ frames }: Candidate): readonly EventType[] => {
  const most = frames[0]?.needs.length
  return [...new Set(frames.filter(frame => frame.needs.length === most).map(frame => frame.type))]
}

/** What an actor phrase looks like from outside, for features: "person", "we", "nobody". */
export function lookOf(scene: Scene, head: number | undefined): string {
  if (head === undefined) return "nobody"
  const word = scene.grammar.token(head).norm.toLowerCase()
  if (/^(we|i|he|she|they|it|you|who|which|that|this|our)$/.test(word)) return word
  const mention = scene.mentionsOf(head)[0]
  if (mention) return mention.kind
  return scene.actorsUnder(head).length > 0 ? "owned" : "thing"
}

/** Whether the word is a light verb whose object is itself a candidate. */
export function isLight(scene: Scene, at: number): boolean {
  return (
    LIGHT_VERBS.has(scene.grammar.lemma(at)) &&
    scene.objectNouns(at).some(object => framesOf(scene, object).some(frame => frame.wordClass === "noun"))
  )
}

/** The states of those who do what a word says. */
const statesDoing = (scene: Scene, at: number): readonly string[] =>
  scene.grammar
    .doers(at)
    .flatMap(doer => scene.actorsOf(doer).flatMap(({ actors }) => actors.map(({ state }) => state)))

/** Words of a clause that is said, at most so many are looked through. */
const SAID = 30

/** What a clause says that stands under a word of saying: who does something there, seen from who says it, and what deeds. */
function assertion(scene: Scene, at: number, clause: number): readonly string[] {
  const { grammar } = scene
  const sayer = new Set(statesDoing(scene, at))
  const doers = statesDoing(scene, clause)
  const whose =
    doers.length === 0
      ? lookOf(scene, grammar.doers(clause)[0])
      : doers.some(state => sayer.has(state) && state !== "-")
        ? "own"
        : "other"
  const deeds = new Set(
    grammar
      .subtree(clause)
      .slice(0, SAID)
      .flatMap(word => framesOf(scene, word)[0]?.type ?? []),
  )
  return [`said by=${whose}`, ...[...deeds].flatMap(deed => [`says=${deed}`, `says=${deed} ${whose}`])]
}

/** What can be seen of a candidate, as named features for the weights that decide on its type. */
export function triggerFeatures(scene: Scene, { at, frames }: Candidate, headline: readonly string[]): Features {
  const { grammar, doc } = scene
  const token = grammar.token(at)
  const lemma = grammar.lemma(at)
  const wordClass = token.upos
  const features = new Features("always", `class=${wordClass}`)
  const types = [...new Set(frames.map(frame => frame.type))]
  const best = frames[0]
  const first = best ? `${best.type}` : "none"
  for (const type of proposed({ at, frames })) features.push(`top=${type}`, `top=${type} ${wordClass}`)
  for (const type of types) features.push(`may=${type}`)
  features.push(`first=${first}`, `frame=${best?.name ?? "none"}`, `needs=${best?.needs.length ?? -1}`)
  const keys = keysOf("", `${first}&`, `~${lemma}&`)
  const both = (name: string) => features.under(keys, [name])
  features.push(`~${lemma}`, `~${lemma} ${wordClass}`)
  both(`rel=${token.relation}`)
  both(`form=${token.xpos}`)

  const head = grammar.head(at)
  if (head >= 0) {
    const above = grammar.lemma(head)
    both(`head=${above}`)
    features.push(`head=${above} ${token.relation}`, `headclass=${grammar.token(head).upos}`)
    const aboveFrame = framesOf(scene, head)[0]
    both(`headframe=${aboveFrame?.type ?? "none"}`)
    features.push(`${first}&headframe=${aboveFrame?.type ?? "none"} ${token.relation}`)
    const preposition = grammar.preposition(at)
    if (preposition) both(`after=${preposition}`)
  }
  for (const child of grammar.children(at)) {
    const { relation, upos } = grammar.token(child)
    const word = grammar.lemma(child)
    if (relation === "punct") continue
    const preposition = /^(obl|nmod)/.test(relation) ? grammar.preposition(child) : ""
    both(`has=${relation}${preposition ? `:${preposition}` : ""}`)
    if (/^(aux|mark|det|advmod|amod|compound|case|cc)/.test(relation)) both(`${relation.split(":")[0]}=${word}`)
    if (/^(obj|xcomp|ccomp|nsubj:pass|obl|nmod|acl|advcl)/.test(relation)) {
      both(`${relation.split(":")[0]}${preposition && `:${preposition}`}=${word}`)
      const inner = framesOf(scene, child)[0]?.type ?? "none"
      both(`${relation.split(":")[0]}type=${inner}`)
      if (/^(obj|xcomp)/.test(relation))
        for (const grandchild of grammar.children(child)) {
          const below = grammar.token(grandchild).relation
          if (/^(acl|xcomp|nmod|obj|amod|compound)/.test(below))
            both(
              `obj.${below}${below.startsWith("nmod") ? grammar.preposition(grandchild) : ""}=${grammar.lemma(grandchild)}`,
            )
        }
    }
    if (preposition && upos !== "VERB") both(`${preposition}.${lookOf(scene, child)}`)
    if (relation === "ccomp" || relation === "xcomp")
      for (const aux of grammar.childrenBy(child, "aux", "mark")) both(`${relation}.${grammar.lemma(aux)}`)
    if (relation === "ccomp") for (const said of assertion(scene, at, child)) both(said)
  }
  if (wordClass === "VERB") {
    const doer = grammar.doers(at)[0]
    const look = lookOf(scene, doer)
    both(`doer=${look}`)
    // What floods and fires do to people nobody does to them.
    if (doer !== undefined && look === "thing") {
      both(`doer=${grammar.lemma(doer)}`)
      both(`doer class=${grammar.token(doer).wordClass}`)
    }
    both(`done=${lookOf(scene, grammar.undergoers(at)[0])}`)
    both(grammar.isPassive(at) ? "passive" : "active")
    if (isLight(scene, at)) both("light")
  } else {
    features.push(scene.actorsUnder(at).length > 0 ? `${first}&owned` : `${first}&unowned`)
    const verb = grammar.verbAbove(at)
    if (verb >= 0) {
      both(`verb=${grammar.lemma(verb)}`)
      both(`verbdoer=${lookOf(scene, grammar.doers(verb)[0])}`)
    }
  }
  if (grammar.isNegated(at)) both("negated")
  // "Commitment to strengthen" promises, "commitment to the alliance" backs; two who do it together agree.
  for (const carrier of [at, ...scene.objectNouns(at)]) {
    const promise = carrier === at ? "own" : grammar.lemma(carrier)
    for (const child of grammar.children(carrier)) {
      const marked = grammar.children(child).some(mark => grammar.lemma(mark) === "to")
      if (marked) both(`${promise} to ${grammar.isVerb(child) ? "do" : "thing"}`)
    }
    if (carrier !== at)
      for (const inner of grammar.phrase(carrier)) {
        const within = inner === carrier ? undefined : framesOf(scene, inner)[0]?.type
        if (within) both(`within object=${within}`)
      }
  }
  const verbal = wordClass === "VERB" ? at : grammar.verbAbove(at)
  if (verbal >= 0) {
    both(`sides=${Math.min(2, new Set(statesDoing(scene, verbal)).size)}`)
  }
  for (const [name, step] of [
    ["-1", -1],
    ["+1", 1],
    ["+2", 2],
    ["-2", -2],
  ] as const) {
    const near = at + step
    if (grammar.tokens[near] && grammar.sameSentence(at, near)) {
      const word = grammar.lemma(near)
      features.push(`${name}=${word}`, `~${lemma}&${name}=${word}`, `${first}&${name}=${word}`)
    }
  }
  const sentence = doc.sentences[token.sentence]
  both(`kind=${sentence?.kind ?? ""}`)
  features.push(`${first}&place=${Math.min(3, token.sentence)}`, `page=${scene.kind}`, `${first}&page=${scene.kind}`)
  features.under(keysOf(`${first}&title=`), headline)
  const quoted = scene.quotationsAt(at)
  both(`told=${quoted.map(quotation => `${quotation.form[0]}${quotation.act?.[0] ?? ""}`).slice(-1)}`)
  if (scene.isLoud(token.sentence)) features.push(`${first}&question`)
  return features
}
