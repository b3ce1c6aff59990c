import { ownerCode } from "./codes.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Meanings } from "./meanings.ts"
import type { Page } from "./page.ts"
import type { NameWords, Phrase } from "./phrase.ts"
import type { Sighting } from "./player.ts"

/** What each name of a document tells of the person: how it is written, and what stands around it. */
export function sightingsOf(
  phrases: readonly Phrase[],
  page: Page,
  meanings: Meanings,
): ReadonlyMap<NameWords, Sighting> {
  const sightings = new Map<NameWords, Sighting>()
  const explanations = new Map(phrases.flatMap(phrase => (phrase.explains ? [[phrase.explains, phrase] as const] : [])))
  let before: { readonly to: number; readonly state: string } | undefined
  let last: { readonly to: number; readonly sighting: Sighting } | undefined
  phrases.forEach((phrase, at) => {
    if (!phrase.names.length) return
    const own = meanings.codes(phrase.owners)
    const beforeIt = own.length ? own : adjectiveBefore(phrases, at, page, meanings)
    const states = beforeIt.length ? beforeIt : stateBehind(phrases, at, page, meanings)
    const gap = before && phrase.from - before.to <= 2 ? page.between(before.to, phrase.from) : undefined
    const beside =
      phrase.titles.length && !states.length && before && gap !== undefined && (IN_ROW.test(gap) || gap === "with")
        ? before.state
        : undefined
    if (phrase.titles.length && (states[0] ?? beside)) before = { to: phrase.to, state: (states[0] ?? beside)! }
    const inRow = phrase.titles.length > 0 && !states.length && last !== undefined && phrase.from - last.to <= 2
    const after = inRow && IN_ROW.test(page.between(last!.to, phrase.from)) ? last!.sighting : undefined
    const explained = explanations.get(phrase)
    const ofGroup = [...phrase.owners, ...(explained?.owners ?? [])].some(
      ({ namings }) => meanings.best(namings)?.kind === "group",
    )
    const each = phrase.plural && phrase.names.length > 1 && states.length === phrase.names.length
    phrase.names.forEach((name, i) => {
      const sighting: Sighting = {
        at: i === 0 ? phrase.from : name.from,
        words: page.words(name),
        printed: page.printed(name),
        titles: [...phrase.titles, ...(explained?.titles ?? [])].filter(t => t.role !== "counterpart"),
        states: [
          ...(each ? [states[i]!] : states.slice(0, 1)),
          ...(explained ? meanings.codes(explained.owners).slice(0, 1) : []),
        ],
        past: phrase.past,
        ...(ofGroup && !states.length ? { ofGroup } : {}),
        ...(beside ? { beside } : {}),
        ...(after ? { after } : {}),
        sure: phrase.titles.length > 0 || explained !== undefined || isCalled(phrase, name) || page.isPerson(name),
        ...(phrase.field ? { field: page.text(phrase.field.from - 1, phrase.field.to) } : {}),
      }
      sightings.set(name, sighting)
      if (phrase.titles.length) last = { to: phrase.to, sighting }
    })
  })
  return sightings
}

const IN_ROW = /^(?:and|,|, and)$/

/** Words between the adjective and the name: "the Australian Christian missionary John Doe". */
const LONGEST_CALLING = 5

/** The state of an adjective that stands before a name with only its calling between, where the phrase of the name does not reach back to it. */
function adjectiveBefore(phrases: readonly Phrase[], at: number, page: Page, meanings: Meanings): readonly string[] {
  const { from, owners } = phrases[at]!
  if (owners.length) return []
  for (let i = at - 1; i >= 0 && i >= at - LONGEST_CALLING; i--) {
    const before = phrases[i]!
    if (before.from < from - LONGEST_CALLING - 1 || page.sentenceAt(before.from) !== page.sentenceAt(from)) return []
    const naming = before.owners.length ? undefined : meanings.best(before.namings)
    if (before.to > from || naming?.is !== "adjective") continue
    // the Danish prime minister and President Doe: it is the minister who is Danish
    const around = phrases.slice(Math.max(0, i - LONGEST_CALLING), at)
    if (around.some(other => other.owners.some(owner => owner.from === before.from))) return []
    return page.isNounPhrase(before.to, from) ? [ownerOf(meanings, before)].flat() : []
  }
  return []
}

/** The state that stands right behind a name: "Jan Kavan of the Czech Republic". */
function stateBehind(phrases: readonly Phrase[], at: number, page: Page, meanings: Meanings): readonly string[] {
  const { to, names, plural } = phrases[at]!
  const next = phrases[at + 1]
  if (!next || names.length !== 1 || plural || next.from - to !== 1 || page.between(to, next.from) !== "of") return []
  if (next.owners.length || next.names.length) return []
  const naming = meanings.best(next.namings)
  return naming?.kind === "state" && naming.is === "name" ? [ownerOf(meanings, next)].flat() : []
}

const ownerOf = (meanings: Meanings, { from, to, namings }: Phrase) => meanings.codes([{ from, to, namings }])

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
