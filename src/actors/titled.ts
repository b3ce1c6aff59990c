import type { Title } from "./lexicon.ts"
import type { Line } from "./line.ts"
import { nameAt, SUBJECTS } from "./nameWords.ts"
import { employerAt, fieldEnd, organAt, ownerAt, ownersAfterOf } from "./owners.ts"
import { BARE, type NameWords, type Phrase, type Start } from "./phrase.ts"
import { LONGEST, PAST, QUALIFIERS } from "./qualifiers.ts"
import { titleAt } from "./titleWords.ts"

/** Those who serve where they are not at home: an ambassador in Cairo is not Egypt's. */
const ABROAD = new Set([
  "ambassador",
  "charge-daffaires",
  "consul",
  "special-envoy",
  "envoy",
  "journalist",
  "commander",
  "general",
])

/** The vice foreign minister, Jane Doe, said; a judge, John Doe, said: what stands between commas names whom the words before mean. */
const MEANS_ONE = /^(?:the|an?|his|her|its|their|our|my)$/

/** A title with all that belongs to it: further titles, what the office deals with, its states, and the names. */
export function titled(line: Line, { from, at: start, determiner, count, owners, past, organ: before }: Start): Phrase {
  let organ = before
  const first = titleAt(line, start)!
  const titles = first.also ? [first.title, first.also] : [first.title]
  const owned = [...owners]
  let head = first.to - 1
  let at = first.to
  let field: NameWords | undefined
  const ofAt = (word: string) => line.key(at) === word
  for (let more = 0; more < 3; more++) {
    const nested =
      /^(?:of|for|to)$/.test(line.key(at)) && line.key(at + 1) === "the" ? titleAt(line, at + 2) : undefined
    if (nested && !nested.title.plural) {
      // Chief of Staff for the President of the European Commission Seibert
      const inner = titled(line, {
        from: at + 2,
        at: at + 2,
        determiner: "the",
        count: undefined,
        owners: [],
        past: false,
      })
      const tail = inner.names[0]?.from ?? inner.to
      // Adviser to the President Doe, but: Chief of Staff for the President of the European Commission Doe
      if (tail === nested.to && inner.names.length && !/ of /.test(nested.title.words)) break
      return {
        ...inner,
        from,
        head: inner.names.length ? inner.head : head,
        determiner,
        plural: first.title.plural,
        owners: [...owned, ...inner.owners],
        past,
        ...(organ ? { organ } : {}),
        field: { from: at + 1, to: tail },
        titles,
      }
    }
    // Chief of Staff for European Commission President Doe: the office is where that president's is
    const master = /^(?:for|to)$/.test(line.key(at)) && !owned.length ? ownerAt(line, at + 1) : undefined
    if (master && !master.possessive && titleAt(line, master.next)) {
      owned.push(master)
      break
    }
    const service = /^(?:of|for|at|in|from|with)$/.test(line.key(at)) ? organAt(line, at + 1) : undefined
    const employer =
      ofAt("for") && first.title.role === "spokesperson" && !organ && !owned.length
        ? employerAt(line, at + 1)
        : undefined
    if (service && !organ && !owned.length) {
      // a spokesman for the Sudanese Foreign Ministry
      owned.push(...service.owners)
      organ = service.organ
      at = service.to
    } else if (employer) {
      // a spokesman for the Israeli Foreign Ministry, where that is a name of its own
      owned.push(employer)
      at = employer.to
    } else if (ofAt("of")) {
      // the president of France; the foreign ministers of the two countries
      const of = ownersAfterOf(line, at + 1)
      if (of) {
        owned.push(...of.owners)
        at = of.to
      } else {
        const tail = fieldEnd(line, at + 1)
        if (!tail) break
        field = { from: at + 1, to: tail }
        at = tail
      }
    } else if (ofAt("for") || ofAt("to") || ofAt("on") || ofAt("at")) {
      const tail = fieldEnd(line, at + 1)
      if (!tail) break
      field = { from: at + 1, to: tail }
      at = tail
    } else if (line.bracket(at) !== at) at = line.bracket(at)
    else if (
      // Minister of Economy, Trade, and Industry Hagiuda; High Representative for Foreign Affairs and Security Policy Borrell
      (line.mark(at) === "," || (line.key(at) === "and" && / (?:of|for) /.test(titles.at(-1)!.words))) &&
      line.upper(at + 1) &&
      SUBJECTS.has(line.key(at + 1)) &&
      !titleAt(line, at + 1)
    ) {
      const tail = fieldEnd(line, at + 1)
      if (!tail) break
      at = tail
    } else if (ofAt("designate") || ofAt("elect")) at++
    else {
      // Foreign Minister and Alternate Prime Minister Lapid
      const joined = line.key(at) === "and" || line.mark(at) === "," || line.mark(at) === "/" ? line.joined(at) : 0
      const skipped = joined ? pastQualifiers(line, joined) : 0
      const next = skipped ? titleAt(line, skipped) : undefined
      if (
        next &&
        !next.title.plural &&
        !first.title.plural &&
        // the Secretary and Foreign Minister Doe: two persons
        !(determiner === "the" && !owned.length && !organ && line.key(at) === "and") &&
        // the Danish prime minister and President Doe: an office with its small letter and a title with its capital are two persons
        (line.upper(start) || (line.upper(skipped) && line.key(at) !== "and")) &&
        !isNameAfterList(line, at, joined) &&
        nameAt(line, pastField(line, next.to))
      ) {
        titles.push(next.title)
        at = next.to
        head = next.to - 1
      } else if (titleAt(line, at) && !first.title.plural && (line.upper(at) || titles[0]!.role === "honorific")) {
        // Vice Chairman General Zhang; Mr. President
        const again = titleAt(line, at)!
        titles.push(again.title)
        at = again.to
        head = again.to - 1
      } else break
    }
  }
  const names: NameWords[] = []
  const meansOne =
    owned.length > 0 || organ !== undefined || MEANS_ONE.test(determiner) || line.pieces[from - 1]?.mark === "'s"
  let name = nameAt(line, at, true) ?? (meansOne && !first.title.plural ? nameSetOff(line, at) : undefined)
  while (name && names.length < LONGEST) {
    names.push(name)
    at = name.to
    const joined = first.title.plural ? line.joined(at) : 0
    name = joined ? nameAt(line, joined, true) : undefined
  }
  if (names.length) {
    head = names[0]!.to - 1
    // Prime Minister Nikol Pashinyan of Armenia
    const of = names.length === 1 && line.key(at) === "of" ? ownersAfterOf(line, at + 1) : undefined
    if (of) {
      owned.push(...of.owners)
      at = of.to
    }
  } else if (!owned.length && line.key(at) === "in" && !ABROAD.has(first.title.role)) {
    // A judge in Peru
    const place = ownersAfterOf(line, at + 1)
    if (place) {
      owned.push(...place.owners)
      at = place.to
    }
  }
  return {
    ...BARE,
    from,
    to: at,
    head,
    determiner,
    ...(count ? { count } : {}),
    plural: first.title.plural,
    owners: owned,
    past,
    ...(organ ? { organ } : {}),
    ...(field ? { field } : {}),
    titles: field ? titles.map(ofField) : titles,
    names,
  }
}

/** A foreign minister has no further field: "Secretary of State for Strategic Infrastructure" is another office, of any state. */
const ofField = (title: Title): Title =>
  title.role === "foreign-minister" && title.state
    ? { is: title.is, words: title.words, role: "secretary", plural: title.plural }
    : title

/** His counterpart, Chung Eui-yong, said; Iraq's vice president, Jane Doe; the army's spokesman, Col. John Doe. */
function nameSetOff(line: Line, comma: number): NameWords | undefined {
  if (line.mark(comma) !== ",") return undefined
  let at = comma + 1
  for (let rank = titleAt(line, at); rank && line.upper(at) && !rank.title.plural; rank = titleAt(line, at))
    at = rank.to
  const name = nameAt(line, at, true)
  if (!name || name.to - name.from < 2) return undefined
  return name.to >= line.end || /^[,.;)]$/.test(line.mark(name.to)) ? name : undefined
}

/** Past "former", "acting" and their like. */
function pastQualifiers(line: Line, at: number): number {
  let to = at
  while (to - at < 4 && (PAST.has(line.key(to)) || QUALIFIERS.has(line.key(to))) && !titleAt(line, to)) to++
  return to
}

/** "President Xi and Prime Minister Li": the first title already has its name. */
function isNameAfterList(line: Line, at: number, joined: number): boolean {
  return line.mark(at) === "," && joined === at + 1
}

function pastField(line: Line, at: number): number {
  const key = line.key(at)
  return (key === "of" || key === "for" || key === "to") && fieldEnd(line, at + 1) ? fieldEnd(line, at + 1) : at
}
