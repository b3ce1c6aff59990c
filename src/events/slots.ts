import type { Cited, Span } from "../model/document.ts"
import type { EventType } from "../model/event.ts"
import type { Slots } from "../model/layers.ts"
import type { Scene } from "./scene.ts"

/** A slot, the types that have it (all where none are named), and the words that fill it. */
interface SlotWords {
  readonly slot: string
  readonly types?: readonly EventType[]
  readonly words: RegExp
  /** What the slot says for these words; the words themselves where absent. */
  readonly value?: string
  /** Types for which the rest of the sentence is searched where the clause names nothing: "the rocket broke up soon after launch". */
  readonly beyondFor?: readonly EventType[]
}

/** Words that fill slots of an event, looked for in the clause that tells it. */
const SLOT_WORDS: readonly SlotWords[] = [
  { slot: "means", types: ["call", "talks"], words: /\b(?:tele)?phone|\bcalled\b|\bcalls?\b/i, value: "phone" },
  {
    slot: "means",
    types: ["call", "meeting", "talks"],
    words: /\b(?:video|virtual(?:ly)?|teleconference|videoconference)\b/i,
    value: "video",
  },
  { slot: "means", types: ["meeting"], words: /\bin person\b|\bface[- ]to[- ]face\b/i, value: "in person" },
  {
    slot: "weapon",
    types: ["launch", "attack", "deploy", "exercise"],
    beyondFor: ["launch"],
    words:
      /\b(?:intercontinental ballistic missiles?|ballistic missiles?|cruise missiles?|ICBMs?|SLBMs?|IRBMs?|hypersonic (?:missiles?|gliders?)|satellites?|rockets?|artillery|drones?|nuclear (?:device|weapon|bomb|test)s?|missiles?|car bomb|explosives?|aircraft carriers?|bombers?|submarines?|tanks?)\b/i,
  },
  {
    slot: "range",
    types: ["launch"],
    words:
      /\b(?:short|medium|intermediate|long)(?:er)?(?:-\s(?:or|and)\s\w+)?[- ]range\b|\bintercontinental\b|\bICBMs?\b/i,
  },
  // "fires several missiles, believed to be anti-ship weapons"
  {
    slot: "range",
    types: ["launch"],
    beyondFor: ["launch"],
    words:
      /(?<=\b(?:believed|thought|presumed|suspected|reported|said|appear(?:s|ed|ing)?|seem(?:s|ed|ing)?) to (?:be|have been) (?:[\w-]+ ){0,3})(?:anti-ship|anti-aircraft|surface-to-air|air[- ]defen[cs]e|(?:short|medium|intermediate|long)(?:er)?[- ]range|intercontinental)\b/i,
  },
  {
    slot: "ordinal",
    types: ["launch", "meeting", "call", "exercise", "visit"],
    words:
      /\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th))\b(?=\s+(?:\w+\s+){0,3}(?:launch|test|meeting|summit|call|round|exercise|visit|trip|nuclear|dialogue)\w*\b)[^.,;]*/i,
  },
  {
    slot: "document",
    words:
      /\b(?:resolutions?\s+\d+|[A-Z][\w-]*(?:\s+[A-Z][\w-]*)*\s+(?:Treaty|Agreement|Convention|Accords?|Act|Charter|Pact|Protocol|Declaration)|Executive Order \d+)\b/,
  },
  { slot: "exercise", types: ["exercise"], words: /\b[A-Z][\w-]+(?:\s+[A-Z][\w-]+)+(?=\s+(?:exercise|drill)s?\b)/ },
  {
    slot: "strength",
    words:
      /\b(?:strongly|firmly|unequivocally|deeply|gravely|in the strongest(?: possible)? terms|categorically|unwavering|ironclad|steadfast|serious(?:ly)?|grave|deep|profound)\b/i,
  },
]

/** Parts of an event beyond who and when, read from the clause that tells it. */
export function slotsOf(scene: Scene, at: number, type: EventType, tokens: readonly number[]): Slots {
  const { grammar, doc } = scene
  const span = scene.spanOf(tokens)
  const words = doc.text.slice(span.from, span.to)
  const trigger = grammar.token(at)
  const slots: Record<string, Cited<string>> = {
    wording: { value: grammar.lemma(at), evidence: [{ from: trigger.from, to: trigger.to }], certainty: "stated" },
  }
  const around = aroundIn(doc.sentences[trigger.sentence] ?? span, trigger)
  for (const { slot, types, words: pattern, value, beyondFor } of SLOT_WORDS) {
    if (slots[slot] || (types && !types.includes(type))) continue
    const within = pattern.exec(words)
    const beyond = within || !beyondFor?.includes(type) ? null : pattern.exec(doc.text.slice(around.from, around.to))
    const match = within ?? beyond
    if (!match) continue
    const from = (within ? span : around).from + match.index
    slots[slot] = {
      value: value ?? match[0].trim(),
      evidence: [{ from, to: from + match[0].trimEnd().length }],
      certainty: "stated",
    }
  }
  const place = placeOf(scene, at)
  if (place) slots.place = place
  return slots
}

/** How far beyond its clause a word of a sentence is still about the event, in code units. */
const BEYOND = 300

const aroundIn = (sentence: Span, { from, to }: Span): Span => ({
  from: Math.max(sentence.from, from - BEYOND),
  to: Math.min(sentence.to, to + BEYOND),
})

/** Where it happened: a place name after "in" or "at" that hangs on the trigger or its verb. */
function placeOf(scene: Scene, at: number): Cited<string> | undefined {
  const { grammar, doc } = scene
  const verb = grammar.isVerb(at) ? at : grammar.verbAbove(at)
  for (const from of [at, verb]) {
    if (from < 0) continue
    for (const { preposition, head } of grammar.phrases(from)) {
      if (!/^(in|at|near)$/.test(preposition) || grammar.token(head).upos !== "PROPN") continue
      const name = grammar
        .subtree(head, child => !/^(compound|flat|appos|punct|det|nmod)/.test(grammar.relation(child)))
        .filter(token => !grammar.relation(token).startsWith("case") && grammar.token(token).upos !== "PUNCT")
      const span = scene.spanOf(name)
      return { value: doc.text.slice(span.from, span.to), evidence: [span], certainty: "stated" }
    }
  }
  return undefined
}
