import type { Group } from "./lexicon.ts"
import type { Line } from "./line.ts"
import { nameAt, SUBJECTS } from "./nameWords.ts"
import { BARE, type Owner, type Phrase } from "./phrase.ts"
import { LONGEST, NUMBERS } from "./qualifiers.ts"
import { titleAt } from "./titleWords.ts"

/** A state, body or organisation that can own an office: "Japanese", "Iran's", "Republic of Korea (ROK)". */
export function ownerAt(
  line: Line,
  at: number,
): (Owner & { readonly next: number; readonly possessive: boolean }) | undefined {
  const found = line.namings(at)
  const namings = found?.namings.filter(
    n =>
      n.kind !== "person" && !(n.is === "people" && n.kind === "state" && found.namings.some(({ is }) => is !== n.is)),
  )
  if (!found || !namings?.length) return undefined
  let next = line.bracket(found.to)
  const possessive = line.mark(next) === "'s" || line.mark(next) === "'"
  if (possessive) next = line.bracket(next + 1)
  return { from: at, to: found.to, namings, next, possessive }
}

/** Whether a state stands as an adjective or abbreviation, as before a noun: "South Korean", "UK". */
export const describes = (line: Line, { from, namings }: Owner) =>
  namings.some(naming => naming.is === "adjective" || naming.kind === "body") || line.pieces[from]!.written === "CAPS"

/** After "of": states and bodies in a row, or words that point back to them. */
export function ownersAfterOf(
  line: Line,
  start: number,
): { readonly owners: readonly Owner[]; readonly to: number } | undefined {
  // of the Governments of Chad and Niger
  const governments = line.key(start) === "the" ? line.group(start + 1) : undefined
  if (governments?.group.kind === "government" && line.key(governments.to) === "of")
    return ownersAfterOf(line, governments.to + 1)
  const owners: Owner[] = []
  let at = start
  while (owners.length < LONGEST) {
    if (line.key(at) === "the" || line.key(at) === "both") {
      // the two countries
      const next = line.key(at + 1)
      const group = line.group(NUMBERS[next] ? at + 2 : at + 1)
      if (
        group &&
        (group.group.kind === "states" ||
          group.group.kind === "sides" ||
          group.group.kind === "state" ||
          group.group.kind === "alliance")
      ) {
        const to = group.to
        const phrase: Phrase = {
          ...BARE,
          from: at,
          to,
          head: to - 1,
          determiner: line.key(at),
          ...(NUMBERS[next] ? { count: NUMBERS[next] } : {}),
          plural: group.group.kind !== "state",
          group: group.group,
        }
        owners.push({ from: at, to, namings: [], phrase })
        return { owners, to }
      }
      at++
    }
    const owner = ownerAt(line, at)
    if (!owner || owner.possessive || owner.namings.every(n => n.is === "adjective")) break
    // In "of Russian forces" the state belongs to what follows.
    if (owner.namings.some(n => n.is === "adjective") && (line.group(owner.next) || titleAt(line, owner.next))) break
    owners.push(owner)
    at = owner.next
    const joined = line.joined(at)
    const past = joined && line.key(joined) === "the" ? joined + 1 : joined
    const following = past ? ownerAt(line, past) : undefined
    // the Governments of Chad and Niger, and the European Commission: an organ has no government
    const isOrgan = following?.namings.some(({ kind, id }) => kind === "body" && id.includes(":"))
    if (
      !following ||
      isOrgan ||
      following.possessive ||
      titleAt(line, following.next) ||
      nameAt(line, following.next, true)
    )
      break
    at = joined
  }
  const last = owners.at(-1)
  return last ? { owners, to: at } : undefined
}

/** Whom somebody serves: the files know the organisation or group by that name. */
export function employerAt(line: Line, start: number): Owner | undefined {
  const owner = ownerAt(line, line.key(start) === "the" ? start + 1 : start)
  return owner && !owner.possessive && owner.namings.every(({ kind }) => kind === "organisation" || kind === "group")
    ? owner
    : undefined
}

/** A ministry or agency with its state: "the Sudanese Foreign Ministry", "the Foreign Ministry of Sudan". */
export function organAt(
  line: Line,
  start: number,
): { readonly owners: readonly Owner[]; readonly organ: Group; readonly to: number } | undefined {
  const at = line.key(start) === "the" ? start + 1 : start
  const owner = ownerAt(line, at)
  const found = line.group(owner ? owner.next : at)
  if (found?.group.kind !== "organ" && found?.group.kind !== "society") return undefined
  if (owner) return { owners: [owner], organ: found.group, to: found.to }
  const of = line.key(found.to) === "of" ? ownersAfterOf(line, found.to + 1) : undefined
  return of && { owners: of.owners, organ: found.group, to: of.to }
}

/** Where the field of an office ends: "for Near East Asian Affairs" Joey Hood. 0 where none begins here. */
export function fieldEnd(line: Line, start: number): number {
  let at = start
  let last = 0
  while (at < line.end && at - start < LONGEST) {
    const key = line.key(at)
    const mark = line.mark(at)
    const namings = line.namings(at)
    if (namings && !namings.namings.some(n => n.kind === "person")) {
      // thanked the Foreign Minister for Qatar's efforts
      if (line.mark(namings.to) === "'s" || line.mark(namings.to) === "'") return 0
      last = line.bracket(namings.to)
      // an adviser to the Syrian government
      if (namings.namings.every(({ is }) => is === "adjective")) last = line.group(last)?.to ?? last
      at = last
    } else if (line.upper(at) && SUBJECTS.has(key)) last = ++at
    else if (line.upper(at) && !titleAt(line, at) && !line.known(at)) at++
    else if (
      key === "and" ||
      key === "the" ||
      key === "of" ||
      key === "for" ||
      key === "in" ||
      mark === "," ||
      mark === "&" ||
      mark === "'s"
    ) {
      if (!line.upper(at + 1) && line.key(at + 1) !== "the" && line.key(at + 1) !== "and") break
      at++
    } else break
  }
  return last
}
