import type { Naming } from "./facts.ts"
import { lines } from "./lexicon.ts"
import type { Line } from "./line.ts"
import { slug } from "./nameKey.ts"
import { PLAIN } from "./nameWords.ts"
import { BARE, type Owner, type Phrase } from "./phrase.ts"
import { titleAt } from "./titleWords.ts"

/** Nouns that name an organisation, with whether it is mostly a state's: "commission" → true, "party" → false. */
const NOUNS: ReadonlyMap<string, boolean> = new Map(
  lines(new URL("../../data/phrases/organisations.txt", import.meta.url)).flatMap(line => {
    const [whose, ...nouns] = line.split(" ")
    return nouns.map(noun => [noun, whose === "public"] as const)
  }),
)
/** A name of more words is none. */
const LONGEST = 12

/**
 * An organisation that no file knows, by the form of its name: words with capitals that end in a noun for one, "Lesotho Defence
 * Force", or that follow such a noun behind "of" or "for", "Association for Civil Rights".
 * @param from where the phrase starts, with its article
 */
export function organisationNamed(line: Line, from: number, start: number): Phrase | undefined {
  if (!isNameWord(line, start) || isKnown(line, start) || titleAt(line, start)) return undefined
  const head = endOfWords(line, start)
  let noun = NOUNS.has(line.key(head - 1)) ? head - 1 : -1
  let to = head
  while (/^(?:of|for|on|against|and)$/.test(line.key(to)) && to - start < LONGEST) {
    const joint = line.key(to)
    if (joint !== "and" && NOUNS.has(line.key(to - 1))) noun = Math.max(noun, to - 1)
    if (noun < 0 || (joint === "and" && noun === to - 1)) break
    const next = joint !== "and" && line.key(to + 1) === "the" ? to + 2 : to + 1
    if (!isNameWord(line, next) || (joint === "and" && isKnown(line, next))) break
    to = endOfWords(line, next)
  }
  if (noun < 0 || to - start < 2 || (line.find(start)?.to ?? 0) >= to) return undefined
  const phrase: Phrase = { ...BARE, from, to, head: noun, owners: placesIn(line, start, to) }
  const known = knownBehindState(line, start, to)
  return known
    ? { ...phrase, namings: known }
    : { ...phrase, unknown: NOUNS.get(line.key(noun)) ? "organ" : "organisation" }
}

/** What the files know as "Department of State", named with its state before it: "the United States Department of State". */
function knownBehindState(line: Line, start: number, to: number): readonly Naming[] | undefined {
  const state = line.namings(start)
  const behind = state && line.namings(state.to)
  if (!state || behind?.to !== to) return undefined
  const own = behind.namings.filter(
    ({ kind, id }) => kind === "organisation" && state.namings.some(owner => id.startsWith(`${slug(owner.id)}-`)),
  )
  return own.length ? own : undefined
}

/** "United" of a front is a verb to the tagger. */
const isNameWord = (line: Line, at: number) =>
  line.upper(at) &&
  !PLAIN.has(line.key(at)) &&
  (/^(?:PROPN|NOUN|ADJ)$/.test(line.upos(at)) || /(?:ed|ing)$/.test(line.key(at)))

/** Whether words that are somebody's name already start here; those of a state may start the name of what is in it. */
const isKnown = (line: Line, at: number) => line.namings(at)?.namings.some(({ kind }) => kind !== "state") ?? false

function endOfWords(line: Line, start: number): number {
  let at = start
  while (at - start < LONGEST && isNameWord(line, at)) at++
  return at
}

/** The states and towns that a name names: "the Sydney Peace Foundation". */
function placesIn(line: Line, start: number, to: number): readonly Owner[] {
  const owners: Owner[] = []
  for (let at = start; at < to; at++) {
    const found = line.namings(at)
    const namings = found?.namings.filter(({ kind, is }) => kind === "state" && is !== "metonym") ?? []
    if (line.key(at) === "the") continue
    if (found && found.to <= to && namings.length) owners.push({ from: at, to: found.to, namings })
  }
  return owners
}
