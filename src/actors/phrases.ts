import type { Naming } from "./facts.ts"
import type { Group } from "./lexicon.ts"
import type { Line } from "./line.ts"
import { EVERYDAY, nameAt } from "./nameWords.ts"
import { organisationNamed } from "./organisationNames.ts"
import { describes, organAt, ownerAt, ownersAfterOf } from "./owners.ts"
import { BARE, type NameWords, namingPhrase, type Owner, type Phrase, pronounPhrase, type Start } from "./phrase.ts"
import { LONGEST, NUMBERS, PAST, QUALIFIERS } from "./qualifiers.ts"
import { titled } from "./titled.ts"
import { titleAt } from "./titleWords.ts"

const DETERMINERS = new Set(
  "the a an this that these those both all each some several many most no any another other his her its their our my your whose".split(
    " ",
  ),
)
const POSSESSIVE = new Set("his her its their our my your".split(" "))
const PRONOUNS = new Set(
  "he she him her his hers they them their theirs it its we us our ours i me my himself herself themselves itself".split(
    " ",
  ),
)

/**
 * The phrases of a sentence that holds the pieces `from` to `to`, in order; some lie within others.
 * @param things takes the pieces of words that stand for nobody: "Paris Agreement"
 */
export function phrasesIn(line: Line, from: number, to: number, things: Set<number>): readonly Phrase[] {
  line.endAt(to)
  const found: Phrase[] = []
  for (let at = from; at < to; ) {
    const thing = line.find(at)
    if (thing?.entries.some(entry => entry.is === "thing")) {
      while (at < thing.to) things.add(at++)
      continue
    }
    const phrase = phraseAt(line, at)
    if (!phrase) {
      at++
      continue
    }
    take(phrase, found)
    at = Math.max(phrase.to, at + 1)
    // We, the Foreign Ministers of Chad and Niger, …
    if (phrase.pronoun === "we" && line.mark(at) === ",") {
      const next = phraseAt(line, at + 1)
      if (next?.plural && next.determiner === "the" && (next.titles.length || next.group)) {
        take({ ...next, explains: phrase }, found)
        at = next.to
      }
    }
    // Manuel Valls, the Prime Minister of France, …
    if (phrase.names.length === 1 && line.mark(at) === ",") {
      const next = phraseAt(line, at + 1)
      const after = next && line.mark(next.to)
      if (
        next?.titles.length &&
        !next.plural &&
        !next.names.length &&
        (next.to >= to || after === "," || after === "." || after === ";" || after === ")")
      ) {
        take({ ...next, explains: phrase }, found)
        at = next.to
      }
    }
  }
  return found
}

/** Keeps a phrase and, beside it, the states and bodies named within it. */
function take(phrase: Phrase, found: Phrase[]) {
  found.push(phrase)
  if (phrase.namings.length && phrase.owners.length === 0) return
  for (const owner of phrase.owners) {
    if (owner.phrase) take(owner.phrase, found)
    else if (owner.namings.length) found.push(namingPhrase(owner.from, owner.to, owner.namings))
    else if (owner.pronoun) found.push(pronounPhrase(owner.from, owner.pronoun))
  }
}

/** The phrase that starts at a piece, if one does; none beyond the last. */
function phraseAt(line: Line, start: number): Phrase | undefined {
  const piece = line.pieces[start]
  if (!piece?.key) return undefined
  // the North
  const whole = DETERMINERS.has(piece.key) ? line.namings(start) : undefined
  if (whole && whole.to >= (line.find(start + 1)?.to ?? 0)) {
    // the French, German and British foreign ministers: "the French" are a people only where they stand alone
    const several = headed(line, start, start + 1, piece.key, undefined, [])
    if (several && several.owners.length > 1) return several
    return headed(line, start, start, "", undefined, []) ?? namingPhrase(start, whole.to, whole.namings)
  }
  let at = start
  let determiner = ""
  let count: number | undefined
  const owners: Owner[] = []
  if (DETERMINERS.has(piece.key)) {
    determiner = piece.key
    at++
    if (POSSESSIVE.has(piece.key)) owners.push({ from: start, to: start + 1, namings: [], pronoun: piece.key })
    if ((piece.key === "both" || piece.key === "all") && line.key(at) === "of") at++
    if (piece.key !== "the" && line.key(at) === "the") at++
    else if (piece.key === "both" && POSSESSIVE.has(line.key(at))) at++
  }
  if (NUMBERS[line.key(at)]) count = NUMBERS[line.key(at++)]
  const body = headed(line, start, at, determiner, count, owners)
  const organisation = !count && (!determiner || determiner === "the") ? organisationNamed(line, start, at) : undefined
  if (organisation && organisation.to > (body?.to ?? 0)) return organisation
  if (body) return body
  // The two spoke; both agreed
  const all = determiner === "both" ? 2 : determiner === "the" || determiner === "all" ? count : undefined
  if (all && at < line.end && /^(?:VERB|AUX)$/.test(line.upos(at)))
    return { ...pronounPhrase(start, "they"), to: at, head: at - 1, count: all }
  if (
    PRONOUNS.has(piece.key) &&
    !(piece.key === "us" && piece.written !== "lower") &&
    !(piece.key === "it" && piece.written === "CAPS")
  )
    return pronounPhrase(start, piece.key)
  // The first owner stands by itself; what follows is read anew.
  const first = ownerAt(line, at)
  if (!first) return undefined
  const from = determiner === "the" ? start : first.from
  // the G7 Foreign Ministers of Chad and Niger
  const members = isOfMinisters(line, first) ? ownersAfterOf(line, first.to + 1) : undefined
  const named = { ...namingPhrase(first.from, members?.to ?? first.to, first.namings), determiner, from }
  return members ? { ...named, head: first.to - 1, owners: members.owners } : named
}

/** Whether a body that is named by the office of its members, "G7 Foreign Ministers", has "of" behind it. */
const isOfMinisters = (line: Line, { to, namings }: Owner) =>
  line.key(to) === "of" &&
  namings.some(({ kind }) => kind === "body") &&
  /^(?:ministers|leaders)$/.test(line.key(to - 1))

/** What follows a determiner: states and adjectives, then a title, a group noun or a name. */
function headed(
  line: Line,
  from: number,
  start: number,
  determiner: string,
  count: number | undefined,
  given: readonly Owner[],
): Phrase | undefined {
  let at = start
  const owners = [...given]
  let past = false
  let organ: Group | undefined
  let modifiers = 0
  let listed = false
  while (at < line.end && at - start < LONGEST) {
    const title = titleAt(line, at)
    if (title && !opensOwner(line, at, title.to)) break
    const group = line.group(at)
    if (group) {
      // Foreign Ministry spokesperson
      const heads = titleAt(line, group.to)
      // opposition candidate Jane Doe
      if (heads && group.group.kind === "society" && group.to === at + 1) {
        at = group.to
        continue
      }
      if (!heads || !(group.group.kind === "organ" || group.group.kind === "government" || group.group.kind === "body"))
        break
      organ = group.group
      at = group.to
      continue
    }
    const owner = ownerAt(line, at)
    // Kenya bars Chadian minister Doe: two states with a word between that is neither's are in two phrases
    if (owner && modifiers > 0 && owners.length) return undefined
    if (owner) {
      owners.push(owner.possessive ? owner : { ...owner, namings: owner.namings.map(asAdjective) })
      at = owner.next
      // the US and South Korean foreign ministers; French, German, and UK counterparts
      const joined = line.joined(at)
      // Off Yemen, the British navy said: an article behind a comma begins another phrase, where the first has none
      const anew = !determiner && line.mark(at) === "," && line.key(joined) === "the"
      const next = joined && !anew ? ownerAt(line, joined) : undefined
      if (next && describes(line, owner) === describes(line, next)) {
        listed ||= line.mark(at) === ","
        at = joined
      }
      continue
    }
    const key = line.key(at)
    if (PAST.has(key)) {
      past = true
      at++
    } else if (QUALIFIERS.has(key)) {
      at++
    } else if (line.someone(at)) break
    // Burma kills three people: a number opens a phrase of its own
    else if (modifiers > 0 && line.upos(at) === "NUM") break
    else if (
      modifiers < 4 &&
      (at > start || (determiner && line.takesSides(at))) &&
      key &&
      !line.upper(at) &&
      line.modifies(at)
    ) {
      modifiers++
      at++
    } else break
  }
  const title = titleAt(line, at)
  if (title) {
    const phrase = titled(line, { from, at, determiner, count, owners, past, organ })
    // The expansion of NATO, Polish Foreign Minister Doe said: one person is not of both
    if (listed && !phrase.plural) return undefined
    return isThing(line, phrase, title.to) ? undefined : phrase
  }
  const group = line.group(at)
  if (group) return grouped(line, { from, at, determiner, count, owners, past })
  const someone = line.someone(at)
  if (someone) {
    const phrase: Phrase = {
      ...BARE,
      from,
      to: someone.to,
      head: someone.to - 1,
      determiner,
      ...(count ? { count } : {}),
      plural: someone.noun.plural,
      owners,
      past,
      someone: someone.noun,
    }
    return withName(line, phrase) ?? phrase
  }
  // Russia's Vladimir Putin; the Dutch goalkeeper Jan Doe; former Afghan President is read above
  const name = nameAt(line, at)
  const reign = name && !owners.length ? reignOf(line, from, name, determiner) : undefined
  if (reign) return reign
  const called = modifiers > 0 && line.upos(at - 1) === "NOUN" && name !== undefined && name.to - name.from > 1
  if (name && (at === from || (owners.length && (line.mark(at - 1) === "'s" || past || called || line.known(at)))))
    return { ...BARE, from, to: name.to, head: name.to - 1, determiner, owners, past, names: [name] }
  return undefined
}

/** Peace and justice; head of lettuce: an everyday word alone, without an article, is nobody's office; nor is the General Council. */
const isThing = (line: Line, { from, to, determiner, plural, owners, names }: Phrase, end: number) =>
  (to === end && !names.length && EVERYDAY.has(line.key(end - 1)) && line.upper(end - 1) && line.upper(end)) ||
  (end === from + 1 &&
    to === end &&
    EVERYDAY.has(line.key(from)) &&
    !line.upper(from) &&
    !determiner &&
    !plural &&
    !owners.length &&
    !names.length &&
    line.mark(from - 1) !== ",")

/** The Assad regime, the Biden administration: the state of the person. */
function reignOf(line: Line, from: number, name: NameWords, determiner: string): Phrase | undefined {
  const found = line.group(name.to)
  if (found?.group.kind !== "government" || found.to !== name.to + 1 || !REIGNS.has(line.key(name.to))) return undefined
  const ruler: Phrase = { ...BARE, from: name.from, to: name.to, head: name.to - 1, names: [name] }
  return {
    ...BARE,
    from,
    to: found.to,
    head: found.to - 1,
    determiner,
    owners: [{ from: name.from, to: name.to, namings: [], phrase: ruler }],
    group: found.group,
  }
}

const REIGNS = new Set(["regime", "government", "administration", "leadership"])

/** "The French" are a people, but "the French military" is the state's. */
const asAdjective = (naming: Naming): Naming =>
  naming.is === "people" && naming.kind === "state" ? { ...naming, is: "adjective" } : naming

/** The American tourist Jane Doe; a Dutch pilot, Jan Doe, */
function withName(line: Line, phrase: Phrase): Phrase | undefined {
  if (phrase.plural) return undefined
  const set = line.mark(phrase.to) === ","
  const name = nameAt(line, set ? phrase.to + 1 : phrase.to, !set)
  if (!name || (set && !(name.to - name.from > 1 && /^[,.;)]$/.test(line.mark(name.to))))) return undefined
  return { ...phrase, to: name.to, head: set ? phrase.head : name.to - 1, names: [name] }
}

/** "US" in "US Secretary" opens an owner though a longer entry "US Secretary of State" may be a title. */
function opensOwner(line: Line, at: number, to: number): boolean {
  const owner = line.namings(at)
  return owner !== undefined && owner.to >= to
}

/** A noun for a part of a state, with the states after it: "the armies of Mali and Niger". */
function grouped(line: Line, { from, at: start, determiner, count, owners }: Start): Phrase | undefined {
  const { group, to } = line.group(start)!
  const owned = [...owners]
  let at = to
  if (
    line.key(at) === "of" ||
    (!owned.length && line.key(at) === "in" && group.kind !== "forces" && group.kind !== "states")
  ) {
    const of = ownersAfterOf(line, at + 1)
    // the lower house of the Nepalese parliament
    const isPart = !of && group.kind === "organ" && !owned.length && line.key(at) === "of"
    const organ = isPart ? organAt(line, at + 1) : undefined
    if (of ?? organ) {
      owned.push(...(of ?? organ)!.owners)
      at = (of ?? organ)!.to
    }
  }
  const last = line.pieces[to - 1]!.key
  return {
    ...BARE,
    from,
    to: at,
    head: to - 1,
    determiner,
    ...(count ? { count } : {}),
    plural: last.endsWith("s") || last === "people" || last === "police",
    owners: owned,
    group,
  }
}
