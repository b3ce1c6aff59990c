import { ownerCode, type Sighting } from "./cast.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Meanings } from "./meanings.ts"
import type { Page } from "./page.ts"
import type { NameWords, Phrase } from "./phrase.ts"
import type { Whereabouts } from "./whereabouts.ts"

/** What each name of a document tells of the person: how it is written, and what stands around it. */
export function sightingsOf(
  phrases: readonly Phrase[],
  page: Page,
  meanings: Meanings,
  whereabouts: Whereabouts,
): ReadonlyMap<NameWords, Sighting> {
  const sightings = new Map<NameWords, Sighting>()
  const explanations = new Map(phrases.flatMap(phrase => (phrase.explains ? [[phrase.explains, phrase] as const] : [])))
  let before: { readonly to: number; readonly state: string } | undefined
  for (const phrase of phrases) {
    if (!phrase.names.length) continue
    const states = meanings.codes(phrase.owners)
    const sentence = page.sentenceAt(phrase.from)
    const gap = before && phrase.from - before.to <= 2 ? page.between(before.to, phrase.from) : undefined
    const beside =
      phrase.titles.length && !states.length && before && gap !== undefined && /^(?:and|,|, and|with)$/.test(gap)
        ? before.state
        : undefined
    if (phrase.titles.length && (states[0] ?? beside)) before = { to: phrase.to, state: (states[0] ?? beside)! }
    const near = (whereabouts.states(sentence)[0] ?? whereabouts.states(sentence - 1)[0])?.state
    const explained = explanations.get(phrase)
    const each = phrase.plural && phrase.names.length > 1 && states.length === phrase.names.length
    phrase.names.forEach((name, i) => {
      sightings.set(name, {
        words: page.words(name),
        printed: page.printed(name),
        titles: [...phrase.titles, ...(explained?.titles ?? [])].filter(t => t.role !== "counterpart"),
        states: [
          ...(each ? [states[i]!] : states.slice(0, 1)),
          ...(explained ? meanings.codes(explained.owners).slice(0, 1) : []),
        ],
        past: phrase.past,
        ...(near ? { near } : {}),
        ...(beside ? { beside } : {}),
        sure: phrase.titles.length > 0 || explained !== undefined || isCalled(phrase, name) || page.isPerson(name),
        ...(phrase.field ? { field: page.text(phrase.field.from - 1, phrase.field.to) } : {}),
      })
    })
  }
  return sightings
}

/** Whether an everyday noun stands right before the name: "the economist Jane Doe". */
const isCalled = ({ someone, head }: Phrase, { from, to }: NameWords) =>
  someone !== undefined && from <= head && head < to

/** The states and bodies that a document names. */
export function statesSpokenOf(
  phrases: readonly Phrase[],
  meanings: Meanings,
  knowledge: Knowledge,
): ReadonlySet<string> {
  const states = new Set<string>()
  for (const { namings } of phrases) {
    const naming = meanings.best(namings)
    if (naming && naming.kind !== "person") states.add(ownerCode(knowledge, naming))
  }
  states.delete("-")
  return states
}
