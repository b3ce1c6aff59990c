import type { EventType } from "../model/event.ts"
import type { ActorMention } from "../model/layers.ts"
import { ENCOUNTERS } from "./pageDays.ts"
import type { Scene } from "./scene.ts"

/** Kinds of mention that can sit at a table or hold a telephone. */
const CAN_MEET = /^(?:person|office)$/
const FACING: Readonly<Record<string, RegExp>> = {
  meet: /^with$/,
  speak: /^(?:with|to)$/,
  talk: /^(?:with|to)$/,
  confer: /^with$/,
  consult: /^with$/,
}

/** Mentions of a sentence as they are joined by "and". */
type Joined = (sentence: number) => readonly (readonly ActorMention[])[]

/**
 * Who meets whom where the words leave no choice: the persons of a headline that only names a contact ("Secretary A and Minister B Before
 * Their Meeting"), those on both sides of a verb of contact ("A met today with B"), those who together do something in it ("A and B
 * discussed trade in a telephone call"), and the two named together just before "the two spoke".
 * @returns `undefined` where the words leave a choice
 */
export function counterpartsTold(
  scene: Scene,
  at: number,
  type: EventType,
  joined: Joined,
): readonly ActorMention[] | undefined {
  if (!ENCOUNTERS.has(type)) return undefined
  const { sentence } = scene.grammar.token(at)
  const groups = joined(sentence)
  return (
    titled(scene, at, groups) ?? facing(scene, at, groups) ?? within(scene, at, groups) ?? theTwo(scene, at, joined)
  )
}

/** Sides who can meet: persons or offices of two states and more. */
const sides = (mentions: readonly ActorMention[]) =>
  mentions.length > 0 && mentions.every(({ kind }) => CAN_MEET.test(kind)) && states(mentions).size > 1
    ? mentions
    : undefined

/** "The ministers of A and B discussed trade in a telephone call": the doers, and not whom they spoke of. */
function within(
  scene: Scene,
  at: number,
  groups: readonly (readonly ActorMention[])[],
): readonly ActorMention[] | undefined {
  const { grammar } = scene
  if (grammar.isVerb(at) || !/^(?:in|during|over|by|at)$/.test(grammar.preposition(at))) return undefined
  if (grammar.phrases(at).some(({ preposition }) => /^(?:with|between|of)$/.test(preposition))) return undefined
  // a verb between, as the parser makes one of "missile tests", need not be the one that they do
  for (let verb = grammar.verbAbove(at), step = 0; verb >= 0 && step < 2; verb = grammar.verbAbove(verb), step++) {
    const doers = new Set(grammar.doers(verb).flatMap(doer => scene.actorsOf(doer)))
    const found = sides(groups.filter(group => group.some(mention => doers.has(mention))).flat())
    if (found) return grammar.isPassive(verb) ? undefined : found
  }
  return undefined
}

/** "The two spoke on Thursday", of whom the sentence names nobody: those who stood together in the one before. */
function theTwo(scene: Scene, at: number, joined: Joined): readonly ActorMention[] | undefined {
  const { grammar } = scene
  const { sentence } = grammar.token(at)
  if (!grammar.isVerb(at)) return undefined
  const doers = grammar.doers(at)
  const unnamed = doers.every(
    doer => /^(?:two|they|both|pair|duo)$/.test(grammar.lemma(doer)) && scene.actorsOf(doer).length === 0,
  )
  if (doers.length === 0 || !unnamed || sentence === 0) return undefined
  const together = joined(sentence - 1).filter(group => group.length > 1)
  return together.length === 1 ? sides(together[0]!) : undefined
}

const states = (mentions: readonly ActorMention[]) =>
  new Set(mentions.flatMap(({ actors }) => actors.map(actor => actor.state)))

/** The persons of a headline without a verb of its own. */
function titled(
  scene: Scene,
  at: number,
  groups: readonly (readonly ActorMention[])[],
): readonly ActorMention[] | undefined {
  const { grammar, doc } = scene
  const { sentence } = grammar.token(at)
  if (doc.sentences[sentence]?.kind !== "headline" || grammar.isVerb(at)) return undefined
  const [from, to] = scene.sentenceTokens(sentence)
  for (let word = from; word < to; word++) if (grammar.isVerb(word)) return undefined
  const persons = groups.flat().filter(({ kind }) => CAN_MEET.test(kind))
  return persons.length > 1 && states(persons).size > 1 ? persons : undefined
}

/** Both sides of a verb of contact that is told as a fact of its own. */
function facing(
  scene: Scene,
  at: number,
  groups: readonly (readonly ActorMention[])[],
): readonly ActorMention[] | undefined {
  const { grammar } = scene
  const towards = FACING[grammar.lemma(at)]
  if (!towards || !grammar.isVerb(at) || grammar.isPassive(at)) return undefined
  const named = (heads: readonly number[]) => {
    const found = new Set(heads.flatMap(head => scene.actorsOf(head)))
    return groups.filter(group => group.some(mention => found.has(mention))).flat()
  }
  const doers = named(grammar.doers(at))
  const phrases = grammar.phrases(at).filter(({ preposition }) => towards.test(preposition))
  // a day after A and B talked on the telephone: nobody else did, whoever acts beside them in the sentence
  if (phrases.length === 0 && grammar.childrenBy(at, "obj", "iobj").length === 0)
    return doers.length > 1 ? sides(doers) : undefined
  const others = named(phrases.map(({ head }) => head))
  const all = [...new Set([...doers, ...others])]
  const plain = all.every(({ kind }) => CAN_MEET.test(kind)) && doers.every(mention => !others.includes(mention))
  return doers.length > 0 && others.length > 0 && plain ? all : undefined
}
