import type { Span } from "../model/document.ts"
import { EVENT_TYPES, type EventType, type Status } from "../model/event.ts"
import type { EventMention } from "../model/layers.ts"
import { fractions } from "../network/weights.ts"
import { dateOf } from "./dating.ts"
import { isForce } from "./forces.ts"
import type { Frame } from "./frames.ts"
import type { Impression } from "./impressions.ts"
import { issuesOf } from "./issues.ts"
import type { Judgement } from "./judgement.ts"
import { type DatedContact, ENCOUNTERS, IS_DAY, opens, type PageDays, pageDays } from "./pageDays.ts"
import { type Parties, partiesOf, type Weighed, weigh } from "./parties.ts"
import { TOLD } from "./questions.ts"
import { type Heard, Scene } from "./scene.ts"
import { slotsOf } from "./slots.ts"
import { statusOf } from "./status.ts"
import { toldBy } from "./tellings.ts"
import { Thread } from "./thread.ts"
import { type Candidate, candidates, proposed, triggerFeatures } from "./triggers.ts"

/** A trigger that was judged to tell an event, not yet dated. */
interface Draft {
  readonly at: number
  readonly type: EventType
  readonly frame: Frame | undefined
  readonly status: Status
  /** Of its sentence. */
  readonly impression: Impression
  readonly parties: Parties
}

/** A word tells an event when an event of some type is at least this many times as likely as none; settled by cross-validation. */
const RESERVE = 0.8

/** How much the impression of the sentence counts beside what is seen around the word, and what never taught likelihoods are taken for; settled likewise. */
const [IMPRESSED, UNHEARD] = [0.65, 1e-9]

/** Words of the document's first line: "call" and "meeting" there tell what kind of page it is. */
export function headlineWords(scene: Scene): readonly string[] {
  const [from, to] = scene.sentenceTokens(0)
  return to - from > 60
    ? []
    : scene.doc.tokens
        .slice(from, to)
        .filter(token => token.upos !== "PUNCT")
        .map(token => token.lemma.toLowerCase())
}

/** Every place in a document where an event is told. */
export function readMentions(doc: Heard, judgement: Judgement): readonly EventMention[] {
  const scene = new Scene(doc)
  const headline = headlineWords(scene)
  const weighed: (Omit<Draft, "parties"> & { readonly weighed: Weighed })[] = []
  const bySentences = bySentence(scene, candidates(scene))
  const impressionOf = judgement.impressions.reader(scene, bySentences)
  for (const [sentence, together] of bySentences) {
    const impression = impressionOf(sentence)
    for (const candidate of together) {
      const type = typeOf(scene, candidate, headline, judgement, impression)
      if (!type) continue
      const { at } = candidate
      const frame = candidate.frames.find(fitting => fitting.type === type)
      const status = statusOf(scene, at, type, judgement.status, impression)
      weighed.push({
        at,
        type,
        frame,
        status,
        impression,
        weighed: weigh(scene, at, type, frame, judgement, impression),
      })
    }
  }
  const alone = weighed.map(({ weighed, ...draft }): Draft => ({ ...draft, parties: partiesOf(weighed, judgement) }))
  // A story is long enough for its other events to tell who is against whom.
  const thread = scene.kind === "story" ? new Thread(scene, alone) : undefined
  const drafts = thread
    ? weighed.map(
        ({ weighed, ...draft }): Draft => ({
          ...draft,
          parties: partiesOf(weighed, judgement, thread.beside(draft.at, draft.type)),
        }),
      )
    : alone
  const told = oneContact(scene, drafts)
  const days = daysOf(scene, told, judgement)
  return told.flatMap(draft => severally(scene, draft)).map(draft => mentionOf(scene, draft, days, judgement))
}

/** Candidates by the sentences in which they stand, in order. */
export function bySentence(scene: Scene, all: readonly Candidate[]): ReadonlyMap<number, readonly Candidate[]> {
  const found = new Map<number, Candidate[]>()
  for (const candidate of all) {
    const { sentence } = scene.grammar.token(candidate.at)
    const known = found.get(sentence)
    if (known) known.push(candidate)
    else found.set(sentence, [candidate])
  }
  return found
}

/** Words that make of one sentence several contacts of two. */
const APART = /^(?:separate|separately|respectively|individually|each)$/

/**
 * A draft that tells of several events at once, taken apart: a trip to three states is three visits, and "spoke separately with
 * Park and Hayashi" two calls.
 */
function severally(scene: Scene, draft: Draft): readonly Draft[] {
  const { at, type, parties } = draft
  if (type === "visit") {
    const states = new Map(parties.target.map(actor => [actor.value.state, actor]))
    if (states.size < 2) return [draft]
    return [...states.values()].map(target => ({ ...draft, parties: { ...parties, target: [target] } }))
  }
  if (!ENCOUNTERS.has(type) || parties.participants.length < 3) return [draft]
  const { grammar } = scene
  const apart = grammar.subtree(at).some(token => APART.test(grammar.lemma(token)) && Math.abs(token - at) < 8)
  if (!apart && !oneByOne(scene, draft)) return [draft]
  const before = parties.participants.filter(({ evidence: [words] }) => words.to <= grammar.token(at).from)
  const after = parties.participants.filter(actor => !before.includes(actor))
  if (before.length === 0 || after.length === 0) return [draft]
  return before.flatMap(one => after.map(other => ({ ...draft, parties: { ...parties, participants: [one, other] } })))
}

/** Who is rung up is rung up alone, and so is met who has a "with" of his own: "telephoned A and B", "spoke with A and with B". */
function oneByOne({ grammar }: Scene, { at, type }: Draft): boolean {
  if (type === "call" && /^(?:telephone|phone|ring|call)$/.test(grammar.lemma(at)) && grammar.undergoers(at).length > 1)
    return true
  return grammar
    .phrases(at)
    .some(({ preposition, head }) =>
      grammar
        .coordinated(head)
        .some(
          other =>
            other !== head && grammar.childrenBy(other, "case").some(word => grammar.lemma(word) === preposition),
        ),
    )
}

/** Verbs that tell what a contact was about, not in which form it took place. */
const TOPICS =
  /^(?:discuss|exchange|review|talk|speak|address|cover|consult|confer|note|raise|hear|touch|outline|share|compare)$/

/** "They discussed", "exchanged views" further on in a page belong to the contact that its first lines tell of. */
function oneContact(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  const formed = ({ type, frame, at }: Draft) =>
    ENCOUNTERS.has(type) && frame !== undefined && !(scene.grammar.isVerb(at) && TOPICS.test(scene.grammar.lemma(at)))
  const first = drafts.find(
    draft => formed(draft) && draft.status === "happened" && scene.grammar.token(draft.at).sentence < 8,
  )
  if (!first) return drafts
  const states = new Set(first.parties.participants.map(({ value }) => value.state))
  return drafts.map(draft =>
    ENCOUNTERS.has(draft.type) &&
    draft.at > first.at &&
    draft.status === "happened" &&
    TOPICS.test(scene.grammar.lemma(draft.at)) &&
    draft.parties.participants.every(({ value }) => states.has(value.state))
      ? { ...draft, type: first.type }
      : draft,
  )
}

function typeOf(
  scene: Scene,
  candidate: Candidate,
  headline: readonly string[],
  { type }: Judgement,
  impression: Impression,
): EventType | undefined {
  const seen = type.likelihoods(triggerFeatures(scene, candidate, headline))
  const told = impression.of(candidate.at, "told")
  // Both weighed as logarithms, so that what one of them rules out stays ruled out.
  const likelihoods = fractions(
    TOLD.map((name, i) => {
      const c = type.classes.indexOf(name)
      const log = Math.log((c < 0 ? 0 : seen[c]!) + UNHEARD)
      return told ? (1 - IMPRESSED) * log + IMPRESSED * told[i]! : log
    }),
  )
  const none = likelihoods[0]!
  let best = 1
  for (let i = 2; i < TOLD.length; i++) if (likelihoods[i]! > likelihoods[best]!) best = i
  if (1 - none <= RESERVE * none) return undefined
  if (TOLD[best] === "attack" && isForce(scene, candidate.at)) return undefined
  // Words that say in which form two sides talk leave nothing to weigh: "telephone talks".
  return TOLD[best] === "talks" && proposed(candidate).includes("call") ? "call" : (TOLD[best] as EventType)
}

/** The days of the page, once the contacts that tell their own are dated: what comes later is dated by these. */
function daysOf(scene: Scene, drafts: readonly Draft[], { ground }: Judgement): (at: number) => PageDays {
  const contacts: DatedContact[] = []
  const leading = drafts.filter(({ at, type }) => opens(scene, at, type))
  const opening = leading.map(({ at }) => at)
  for (const { at, type, status, impression } of leading) {
    const { contact: _, ...days } = pageDays(scene, [], contacts)(at)
    const { ground: chosen, date } = dateOf(scene, at, type, status, days, ground, impression)
    if (chosen === "told" && date?.value && IS_DAY.test(date.value))
      contacts.push({ at, status, value: date.value, evidence: date.evidence[0] })
  }
  return pageDays(scene, opening, contacts)
}

function mentionOf(scene: Scene, draft: Draft, days: (at: number) => PageDays, judgement: Judgement): EventMention {
  const { at, type, frame, status, impression, parties } = draft
  const { doc, grammar } = scene
  const tokens = extentOf(scene, at)
  const span = scene.spanOf(tokens)
  const trigger = grammar.token(at)
  const headline = doc.sentences[0]?.kind === "headline" ? doc.sentences[0] : undefined
  const doers = (EVENT_TYPES[type].symmetric ? parties.participants : parties.source).map(({ value }) => value)
  return {
    ...span,
    type,
    status: { value: status, evidence: [statusWords(scene, at)], certainty: "stated" },
    ...parties,
    date: dateOf(scene, at, type, status, days(at), judgement.ground, impression).date,
    saidBy: toldBy(scene, at, type, status, doers, judgement.teller, impression),
    issues: issuesOf(doc, span, [around(span, doc.sentences[trigger.sentence]!), headline]),
    slots: slotsOf(scene, at, type, tokens),
    trigger: { from: trigger.from, to: trigger.to },
    frame: frame?.name ?? `${type}/learned`,
  }
}

/** How far around an event's words its sentence is taken to speak of it, in code units: lists and texts without marks have no end. */
const NEARBY = 600

const around = (span: Span, sentence: Span): Span => ({
  from: Math.max(sentence.from, span.from - NEARBY),
  to: Math.min(sentence.to, span.to + NEARBY),
})

/** The smallest clause that carries a trigger: the verb with what depends on it, without joined and set-aside clauses. */
function extentOf(scene: Scene, at: number): readonly number[] {
  const { grammar } = scene
  const apart = (child: number) =>
    /^(parataxis|punct|discourse)/.test(grammar.relation(child)) ||
    (grammar.isVerb(child) && /^(conj|advcl)/.test(grammar.relation(child))) ||
    (grammar.relation(child) === "cc" && child < at)
  const phrase = grammar.subtree(at, apart).filter(token => grammar.token(token).upos !== "PUNCT")
  const first = grammar.token(phrase[0] ?? at)
  // A mention never leaves its sentence, nor grows beyond what a reader takes in at a glance.
  return phrase.filter(token => grammar.token(token).to - first.from <= 480 || token === at)
}

/** Modal, negation or conditional mark where there is one, else the trigger. */
function statusWords(scene: Scene, at: number): Span {
  const { grammar } = scene
  const marks = grammar
    .children(at)
    .filter(child => /^(aux|mark|advmod)/.test(grammar.relation(child)) && grammar.token(child).upos !== "ADV")
  return scene.spanOf([at, ...marks.filter(mark => Math.abs(mark - at) <= 4)])
}
