import type { Cited } from "../model/document.ts"
import type { EventType, Status } from "../model/event.ts"
import type { Actor, ActorMention, Quotation } from "../model/layers.ts"
import { around, type Deed, sameActor, tellersOf } from "../model/tellers.ts"
import { Features, keysOf } from "../network/features.ts"
import type { Weights } from "../network/weights.ts"
import { stepOf } from "./felt.ts"
import { framesOf } from "./frames.ts"
import type { Impression } from "./impressions.ts"
import { groupsOf } from "./joined.ts"
import { cited, together } from "./options.ts"
import { CONTACTS } from "./pageDays.ts"
import { VOICES } from "./questions.ts"
import { SPOKEN } from "./roles.ts"
import type { Scene } from "./scene.ts"
import { nearby } from "./stretches.ts"

/** Somebody who may tell an event, last in the chain of those who tell it; an empty chain where the page itself does. */
export interface Telling {
  readonly chain: readonly Cited<Actor>[]
  readonly features: Features
}

/** Most actors of a sentence who are weighed as tellers, and sentences back to one who spoke before. */
const [MOST_NAMED, FARTHEST_VOICE] = [12, 2]

/** How an event of some type is made, where its doer may also be its teller. */
const madeOf = (type: EventType): Deed["made"] => (SPOKEN.has(type) ? "words" : CONTACTS.has(type) ? "contact" : "deed")

/**
 * Everybody who may tell an event: the voices of the quotations around its word, whoever is named in its sentence, and who spoke just
 * before.
 * @param doers its source, or all participants of a symmetric type
 * @param impression of its sentence
 */
export function tellingsOf(
  scene: Scene,
  at: number,
  type: EventType,
  status: Status,
  doers: readonly Actor[],
  impression: Impression,
): readonly Telling[] {
  const { grammar } = scene
  const token = grammar.token(at)
  const made = madeOf(type)
  const quotations = scene.quotationsAt(at)
  const voices = around(quotations, token).filter(({ source }) => source.length > 0)
  const rule = tellersOf(quotations, token, { doers, made })
  const ruled = rule.at(-1)
  const keys = keysOf("", `${made}&`, `${type}&`, `${status}&`, `${scene.kind}&`)
  const signed = voices.find(({ form }) => form === "attributable")
  const clause = clauseOf(scene, at)
  const feltOf = tellerFelt(scene, at, impression)
  const options: Telling[] = []
  const has = (actors: readonly Cited<Actor>[]) =>
    options.some(({ chain }) => {
      const last = chain.at(-1)
      const own = actors.at(-1)
      return last && own && sameActor(last.value, own.value)
    })
  const offer = (
    place: string,
    actors: readonly Cited<Actor>[],
    before: readonly Cited<Actor>[],
    seen: readonly string[],
  ) => {
    const features = new Features()
    const last = actors.at(-1)?.value
    const isRule = last ? ruled !== undefined && sameActor(last, ruled.value) : ruled === undefined
    const doing = !last
      ? "nobody"
      : doers.some(doer => sameActor(doer, last))
        ? "doer"
        : doers.some(({ state }) => state === last.state)
          ? "doer's state"
          : doers.length > 0
            ? "other"
            : "no doer"
    const name = last ? (last.name ? (last.id ? "known" : "named") : "state") : ""
    features.under(keys, [
      place,
      `${place} ${isRule}`,
      `${place} ${isRule} ${doing}`,
      `${place} ${doing}`,
      `${place} ${name}`,
      `${place} voices=${Math.min(3, voices.length)}`,
      `${place} rule=${rule.length > 0}`,
      ...clause.map(name => `${place} ${name}`),
      ...feltOf(last).map(name => `${place} ${name}`),
      ...seen.map(name => `${place} ${name}`),
      ...seen.map(name => `${place} ${name} ${doing}`),
    ])
    options.push({ chain: together([before, actors]), features })
  }
  offer("nobody", [], [], [])
  voices.forEach((voice, v) => {
    offer(
      "voice",
      voice.source,
      voices.slice(0, v).flatMap(({ source }) => source),
      voiceLooks(scene, voice, voices.length - 1 - v),
    )
  })
  const outer = signed ? signed.source : []
  for (const group of groupsOf(scene, scene.standingAlone(token.sentence)).slice(0, MOST_NAMED)) {
    const actors = together(group.map(cited))
    if (has(actors)) continue
    offer("named", actors, outer, namedLooks(scene, at, group[0]!))
  }
  const heard = scene.doc.quotations.findLast(
    q => q.source.length > 0 && q.form !== "attributable" && q.to <= (scene.doc.sentences[token.sentence]?.from ?? 0),
  )
  if (heard && !has(heard.source)) {
    const away = token.sentence - scene.grammar.token(scene.grammar.at(heard.from)).sentence
    if (away <= FARTHEST_VOICE) offer("heard", heard.source, outer, [`away=${away}`, `form=${heard.form}`])
  }
  return options
}

/** Who tells an event, outermost first: the chain that the weights find likeliest; empty where the page itself tells it. */
export function toldBy(
  scene: Scene,
  at: number,
  type: EventType,
  status: Status,
  doers: readonly Actor[],
  weights: Weights,
  impression: Impression,
): readonly Cited<Actor>[] {
  let best: readonly Cited<Actor>[] = []
  let most = -Infinity
  for (const { chain, features } of tellingsOf(scene, at, type, status, doers, impression)) {
    const sum = weights.sums(features)[0] ?? 0
    if (sum <= most) continue
    most = sum
    best = chain
  }
  return best
}

/** What the impression of a sentence says of somebody as teller of a word, and of whose word it is at all; of nobody only the latter. */
function tellerFelt(scene: Scene, at: number, impression: Impression): (teller?: Actor) => string[] {
  const mentions = nearby(scene, scene.grammar.token(at).sentence)
  const whose = impression.of(at, "voice")?.map((log, v) => `whose=${VOICES[v]} ${stepOf(log)}`) ?? []
  return teller => {
    const nats = mentions
      .filter(({ actors }) => teller !== undefined && actors.some(actor => sameActor(actor, teller)))
      .flatMap(mention => impression.teller(at, mention) ?? [])
    return [...whose, ...(nats.length > 0 ? [`felt=${stepOf(Math.max(...nats))}`] : [])]
  }
}

/** What can be seen of a voice. */
function voiceLooks(scene: Scene, { form, act, cue, source }: Quotation, depth: number): string[] {
  const { grammar } = scene
  const word = grammar.at(cue.from)
  const lemma = grammar.tokens[word] ? grammar.lemma(word) : ""
  return [
    `form=${form}`,
    `act=${act}`,
    `cue=${lemma}`,
    `form=${form} ${act}`,
    `depth=${Math.min(2, depth)}`,
    `form=${form} depth=${Math.min(2, depth)}`,
    `several=${source.length > 1}`,
  ]
}

/** What can be seen of somebody named in the sentence. */
function namedLooks(scene: Scene, at: number, mention: ActorMention): string[] {
  const { grammar } = scene
  const crown = scene.crown(mention)
  const verb = grammar.verbAbove(crown)
  const noun = verb < 0 ? grammar.head(crown) : -1
  const over = verb >= 0 ? verb : noun
  const governs = over >= 0 && over !== at && grammar.isUnder(at, over)
  const doing = verb >= 0 && grammar.doers(verb).some(doer => scene.mentionsOf(doer).includes(mention))
  const path = over >= 0 ? (grammar.path(at, over) ?? "none") : "none"
  const frame = over >= 0 ? framesOf(scene, over)[0]?.type : undefined
  const word = over >= 0 ? grammar.lemma(over) : ""
  const preposition = grammar.preposition(crown)
  const stands = `${governs ? "above" : over === at ? "own" : "aside"} ${doing ? "doer" : preposition || grammar.relation(crown).split(":")[0]}`
  return [
    stands,
    `kind=${mention.kind} ${mention.form}`,
    `verb=${word}`,
    `verb=${word} ${stands}`,
    `path=${path}`,
    `path=${path} ${stands}`,
    `frame=${frame} ${stands}`,
    `frame=${frame} ${stands} ${grammar.relation(at).split(":")[0]}`,
    `prep=${preposition}`,
    `side=${crown < at} ${Math.min(3, Math.floor(Math.abs(crown - at) / 5))}`,
  ]
}

/** How the clause of a word hangs on its sentence, and its tense. */
function clauseOf(scene: Scene, at: number): string[] {
  const { grammar } = scene
  const relations: string[] = []
  for (let up = at, step = 0; up >= 0 && step < 6; up = grammar.head(up), step++) {
    const relation = grammar.relation(up)
    if (/^(?:acl|advcl|ccomp|xcomp|parataxis|csubj|appos)/.test(relation)) relations.push(relation)
  }
  const auxiliaries = grammar.childrenBy(at, "aux").map(aux => grammar.token(aux).norm)
  return [
    `clause=${relations[0] ?? "main"}`,
    `clauses=${relations.slice(0, 3).join(" ")}`,
    `form=${grammar.token(at).xpos} ${auxiliaries[0] ?? ""}`,
  ]
}
