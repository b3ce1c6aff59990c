import { type Entry, type Find, lines } from "./lexicon.ts"
import type { Line } from "./line.ts"
import type { NameWords } from "./phrase.ts"

const PARTICLES = new Set(
  "al el bin ibn bint ben de da do dos das del della di du von van der den la le lo abu abd ul ud ur of e y".split(" "),
)
/** The Arabic article, which makes a name of any word it is joined to. */
const ARTICLES = new Set("al el as an ad ar at ash az".split(" "))
/** Words that begin sentences and titles with a capital and are no names. */
export const PLAIN = new Set(
  "the a an and or but if in on at by for from with to of as it he she they we i you this that these those there here when while after before since until however meanwhile also today yesterday tomorrow now then both all some many several most no not what who how why where which his her their its our my your earlier later following according during under over between among amid despite although though because so yet still even only just more less new old one two three four five six seven eight nine ten first second third is are was were be been has have had do does did will would can could may might shall should must let thank yes question answer q a mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december well thanks good great again finally neither either nor moreover furthermore nevertheless instead".split(
    " ",
  ),
)
export const SUBJECTS = new Set(
  lines(new URL("../../data/phrases/subjects.txt", import.meta.url)).flatMap(line => line.split(" ")),
)
const HEADLINE = new Set(
  lines(new URL("../../data/phrases/headline.txt", import.meta.url)).flatMap(line => line.split(" ")),
)
/** Titles that are also everyday words; in small letters they need a name behind them. */
export const EVERYDAY = new Set(
  "general major chief deputy justice head captain chair representative delegate speaker winner director assistant coordinator judge officer counselor principal aide lead".split(
    " ",
  ),
)

/**
 * A name: words with capitals, initials and the small words within names, as far as no title or state begins.
 * @param titled whether a title stands before, so that anything with a capital is a name
 */
export function nameAt(line: Line, start: number, titled = false): NameWords | undefined {
  // Minister for Foreign Affairs and Defence Coveney: what is left of a field is no name.
  if (
    titled &&
    line.upper(start) &&
    SUBJECTS.has(line.key(start)) &&
    isNameWord(line, start + 1, true) &&
    !line.known(start)
  )
    return nameAt(line, start + 1, titled)
  const known = line.namings(start)
  let at = start
  if (known?.namings.some(n => n.kind === "person")) at = known.to
  else if (!isNameWord(line, start, titled)) return undefined
  else at = start + 1
  while (at < line.end && at - start < 10) {
    if (isNameWord(line, at, true)) at++
    else if (bearsGroupsName(line, at)) at += 2
    else if (PARTICLES.has(line.key(at)) && line.key(at) !== "of" && !line.upper(at) && isNameWord(line, at + 1, true))
      at += 2
    else if (
      line.mark(at) === '"' &&
      line.mark(at + 2) === '"' &&
      isNameWord(line, at + 1, true) &&
      isNameWord(line, at + 3, true)
    )
      at += 4
    else if (line.mark(at) === "." && at === start + 1 && line.key(start).length === 1) at++
    else if (line.mark(at) === "," && /^(?:jr|sr)$/.test(line.key(at + 1))) at += 2
    else break
  }
  return { from: start, to: at }
}

function isNameWord(line: Line, at: number, inside: boolean): boolean {
  if (!line.upper(at)) {
    // al-Sisi, bin Salman
    return (
      inside &&
      PARTICLES.has(line.key(at)) &&
      line.key(at).startsWith("a") &&
      line.upper(at + 1) &&
      !line.find(at + 1) &&
      sameWord(line, at)
    )
  }
  // al-Masri, al-Iraqi
  if (inside && ARTICLES.has(line.key(at - 1)) && line.pieces[at - 1]!.token === line.pieces[at]!.token) return true
  const { key } = line.pieces[at]!
  if (PLAIN.has(key) && !(inside && key === "may")) return false
  if (HEADLINE.has(key) && (inside || line.upos(at) === "VERB")) return false
  const found = line.find(at)
  if (!found) return true
  // Whitney Houston, Helmut Kohler
  if (inside && found.entries.every(entry => entry.is === "someone" || isPlace(entry))) return true
  return (
    found.entries.every(entry => entry.is === "naming" && entry.naming.kind === "person") ||
    (inside && isInsideName(line, at, found))
  )
}

/** "Jamal al-Houthi", whose family name a group bears too; but al-Qaeda is no family name. */
const bearsGroupsName = (line: Line, at: number) =>
  /^(?:al|el)$/.test(line.key(at)) &&
  !line.upper(at) &&
  !line.find(at) &&
  line.upper(at + 1) &&
  sameWord(line, at) &&
  Boolean(line.find(at + 1)?.entries.every(entry => entry.is === "naming" && entry.naming.kind === "group"))

const sameWord = (line: Line, at: number) =>
  at + 1 < line.end && line.tokens[line.pieces[at + 1]!.token]!.from - line.tokens[line.pieces[at]!.token]!.to <= 1

/** "Cardinal", "Major", "Marshall": a short title or group word written with a capital between or after name words. */
function isInsideName(line: Line, at: number, found: Find): boolean {
  return (
    found.to === at + 1 &&
    line.pieces[at]!.written === "Upper" &&
    found.entries.every(e => e.is === "title" && EVERYDAY.has(e.words)) &&
    !line.upper(at + 1)
  )
}

const isPlace = (entry: Entry) => entry.is === "naming" && entry.naming.is === "place"
