import type { EventType } from "../model/event.ts"
import { Features, keysOf } from "./features.ts"
import { framesOf } from "./frames.ts"
import type { Scene } from "./scene.ts"

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
