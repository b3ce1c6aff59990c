import type { Sentence } from "../model/layers.ts"
import { isTitleWord } from "./titles.ts"

type Kind = Sentence["kind"]

const MONTH = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:uary|ruary|ch|il|ust|tember|ober|ember)?\\.?"
const WEEKDAY = "(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\\.?"
const CLOCK = "\\d{1,2}[:.]\\d{2}(?: ?[ap]\\.?m\\.?)?(?: ?\\(?[A-Z]{2,4}\\)?)?"
const DAY = `(?:${WEEKDAY},? )?(?:${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?|\\d{1,2}(?:st|nd|rd|th)? ${MONTH},?(?: \\d{4})?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4})`
const PLACE = "\\p{Lu}[\\p{L}.'’-]{1,30}(?:(?:, | |/)(?:of |de |the |al-)?\\p{Lu}[\\p{L}.'’-]{0,30}){0,5}"

/** "Feb 04, 2022", "Tuesday 3 May 2022, 10:15 GMT", "Updated: May 3, 2022". */
const DATE_LINE = new RegExp(
  `^(?:(?:Published|Updated|Posted|Issued|Date)(?: on)?:? )?${DAY}(?:,? (?:at )?${CLOCK})?$`,
  "iu",
)
/** "Washington, D.C., May 27, 2021". */
const PLACE_DATE_LINE = new RegExp(`^${PLACE}(?: \\([^)]{1,30}\\))?,? ${DAY}$`, "u")
/** "Washington (US), February 4: …", "SEOUL, Feb. 4 (Agency) -- …": what stands before the story on its first line. */
const DATED_OPENING = new RegExp(
  `^${PLACE}(?: ?\\([^)]{1,30}\\))?[,;]? ${DAY}(?: ?[(/][^)/]{1,30}[)/])?(?: ?[–—:]| --?)(?=\\s)`,
  "u",
)
/** "GENEVA (Agency) — …", "PARIS — …": without a day, the place must be in capitals or an agency must stand beside it. */
const PLACE_OPENING =
  /^(?:\p{Lu}[\p{Lu}.'’-]{2,30}(?:(?:, | |\/)\p{Lu}[\p{L}.'’-]{0,30}){0,4}(?: ?[(/][^)/]{1,30}[)/])?|\p{Lu}[\p{L}.'’-]{1,30}(?:(?:, | )\p{Lu}[\p{L}.'’-]{0,30}){0,4} [(/]\p{Lu}[^)/]{1,30}[)/])(?: ?[–—]| --?)(?=\s)/u

/** "<Anchor>", "[Reporter]", "QUESTION:", "MR PRICE:", "Q:"; the words after the colon are said by that speaker. */
const SPEAKER =
  /^(?:<[^<>]{1,40}>|\[[\p{L} .'’-]{1,40}\]|[QA][:.]|(?:Question|Answer|Interviewer|Moderator|Anchor|Reporter):|\p{Lu}[\p{Lu}.'’-]{1,20}(?: [\p{Lu}][\p{Lu}.'’-]{0,20}){0,5}(?: ?\([^)]{1,30}\))?:)(?=\s|$)/u

/** "Source: …", "By Jane Doe", "Reporting by …", "Correspondent Jane Doe." */
const BYLINE =
  /^(?:(?:Source|Sources|Photo|Image|Credit|Author|Editor|Contact|Copyright|Via)s?: ?\S|©|\(c\) |(?:Reporting|Editing|Writing|Edited|Written|Compiled|Translated) by |By \p{Lu}[\p{L}.'’-]+(?: (?:and |de |van |von |al-)?\p{Lu}[\p{L}.'’-]+){1,6}(?:, [^.!?]{1,60})?$|(?:Correspondent|Reporter|Staff writer) \p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,3}\.?$)/u

/** "Jane Doe, Acting Secretary of State": who speaks or signs, standing alone. The part after the comma must be a title. */
const SIGNED = /^(\p{Lu}[\p{L}.'’-]+)(?: \p{Lu}[\p{L}.'’-]*){1,4}, (\p{Lu}[^,.!?]{3,70})$/u

/** A bullet or number that opens a list item. */
export const BULLET = /^(?:[•●○▪■‣·*–—-]|\(?(?:\d{1,3}|[a-z]|[ivx]{1,4})[.)])\s+/u

/** Ends like a sentence: full stop, question mark … with whatever closes after it. */
const ENDED = /[.!?…;:,](?:["'”’)\]]*| (?:and|or))$/u

/** How many code units of a line are looked at to tell its kind. */
const SIGHT = 240

/** Length of the dateline that opens a story's first line, in code units; 0 where there is none. */
export function datelineLength(line: string): number {
  const start = line.slice(0, SIGHT)
  return (DATED_OPENING.exec(start) ?? PLACE_OPENING.exec(start))?.[0].length ?? 0
}

/** Length of the speaker label that opens a line of a transcript, in code units; 0 where there is none. */
export const labelLength = (line: string) => SPEAKER.exec(line.slice(0, SIGHT))?.[0].length ?? 0

/**
 * What a line standing alone is. `isTitle` says that it repeats the document's title.
 * A line without a closing mark is a headline or section title, unless it is long or opens with a bullet.
 */
export function lineKind(line: string, isTitle: boolean): Kind {
  if (line.length > SIGHT) return isTitle ? "headline" : "prose"
  if (DATE_LINE.test(line) || PLACE_DATE_LINE.test(line)) return "dateline"
  if (BYLINE.test(line) || isSigned(line)) return "byline"
  if (isTitle) return "headline"
  if (BULLET.test(line) || ENDED.test(line) || !/\p{L}/u.test(line)) return "prose"
  return "headline"
}

function isSigned(line: string): boolean {
  const found = SIGNED.exec(line)
  return found !== null && !isTitleWord(found[1]!) && found[2]!.split(" ").some(isTitleWord)
}
