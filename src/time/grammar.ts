import { clockAlone } from "./clocks.ts"
import {
  businessPeriod,
  chain,
  dayOfThatMonth,
  deictic,
  edgeOfUnit,
  namedPeriod,
  nth,
  offset,
  offsetFromDay,
  period,
} from "./counted.ts"
import { date, dayOfMonth, era, holiday, iso } from "./dates.ts"
import { compound, duration, set } from "./lengths.ts"
import type { Meaning } from "./meaning.ts"
import { reference } from "./references.ts"
import type { Slice } from "./slice.ts"
import { nthWeekday, weekday, weekend } from "./weekdays.ts"
import { decade, quarter, season, year } from "./years.ts"

/**
 * How English tells time. Each rule is a regular expression over the parts of `words.ts` (one letter a word) and
 * what the words then mean. The longest match wins, then the earlier rule. Every repetition is bounded, so a match
 * costs constant time and a text linear time.
 */
export interface Rule {
  readonly name: string
  readonly pattern: RegExp
  /** What the words mean; `undefined` where they are no expression of time after all. */
  readonly read: (words: Slice) => Meaning | undefined
}

const NUM = "(?:[dnc](?:-?[cb]){0,4}(?:ia?v)?|a?qf?b?|a?b(?:-?[cb]){0,3}|a?vf?a?)"
const UNIT = "(?:Z-?)?[uUQ]"
const THAT_YEAR = "(?:,?f?[LNTH]u)"
const YEAR = "(?:,?f?jd|,?f?i?F?Y|,?f?cb(?:i?-?c(?:-?c)?)?(?![buU])|'[dn]|c-?c(?:-?c)?(?![cbuU-]))"
const ZONE = "(?:-?z|\\(z\\))"
const PAST_HOUR = "(?:(?:a?Q|v|[dc]-?c?U?)L|(?:a?Q|[dc]-?c?U)i)[dc](?:C|-?P)?"
const CLOCK = `(?:${PAST_HOUR}|[kdcnY]-?P|[dc]-?c(?:-?c)?P|kP?|[dc]C)(?:it?p)?${ZONE}?|[nY]z`
const ORDINAL = "(?:c?-?O)"
const DAYNO = "(?:t?[do](?:(?:-|i|/)t?[do](?![cnPC]|-?[uU]))?)"
const DATE = `(?:(?:W,?)?(?:d[-/]M[-/][Ydn]|Y[-/]M[-/]d|Y-M(?![do])|M[-/]d(?:,?Y)?|t?${ORDINAL}f?M(?![do])${YEAR}?|M,?t?${ORDINAL}(?!-?[uU])${YEAR}?|M,?${DAYNO}(?![cbPC]|-?[uU])${YEAR}?|t?[do](?:(?:-|i)t?[do])?-?f?M(?![do])${YEAR}?)|W(?:,?it)?,?t?o(?![a-zA-Z-])|W(?:,?it)?,?t${ORDINAL})`
const EARLY = "(?:t?e(?:-|it?)?|[BA](?:it?)?)"
const EDGE = "(?:tvf|t?Ef)"
const rule = (name: string, pattern: string, read: Rule["read"]): Rule => ({
  name,
  pattern: new RegExp(pattern, "y"),
  read,
})

/** Rules, in order of preference among matches of one length. */
export const RULES: readonly Rule[] = [
  // 2022-02-04 · 2/4/2022 · 2022-02-04 10:30 GMT
  rule("iso", `(?:(?:${CLOCK}),?i?,?)?I(?:,?(?:i)?(?:${CLOCK}))?`, iso),
  // February 4, 2022 · the evening of August 5 · 4 February · 10 a.m. Friday, March 3 · 7 May last year
  rule(
    "date",
    `(?:(?:${CLOCK}),?i?,?|${EARLY}?t?p[fi],?|${EARLY}|${EDGE})?(?:t?uf|[LNTH](?=M))?${DATE}(?:,?-?i?~?(?:${CLOCK})|,?p|${THAT_YEAR})?`,
    date,
  ),
  // May · early May 2021 · the end of March · August of that year
  rule("month", `(?:${EARLY}|${EDGE})?(?:t?uf)?(?:Y,?)?M(?:-?${YEAR}|${THAT_YEAR})?`, date),
  // Monday · last Friday · Tuesday night · 10 a.m. Thursday · early Sunday · Friday of last week
  rule(
    "weekday",
    `(?:(?:${CLOCK}),?i?,?|${EARLY}?t?pi?|t?e-?)?[tT]?[LNTH]?W(?:,?i?~?(?:${CLOCK})|,?(?:it)?(?:e-?)?p)?(?:f?t?[LNTH][u])?|[LNTH]u-?,?i?W`,
    weekday,
  ),
  // the third Tuesday of May · the last Monday of this month
  rule("nth weekday", `t?[OoL]W(?:f|i)(?:M${YEAR}?|t?[LNTH]?u)`, nthWeekday),
  // the 20th of next month
  rule("day of that month", "t?[oO]ft?[LNTH]u", dayOfThatMonth),
  // yesterday · early today · tomorrow night · 10 a.m. today
  rule("deictic", `(?:(?:${CLOCK}),?i?|t?[eBA]|t?p)?f?Dp?(?:,?i?~?(?:${CLOCK}))?`, deictic),
  // last week · the past three years · the next few days · earlier this month · the end of last year · that same day
  rule("period", `(?:${EARLY}|${EDGE})?(?:[tT]?[LNTH]|[HT]H|tG)(?:-?${NUM})?-?F?${UNIT}`, period),
  rule("period", `t?${NUM}[LN]U`, period),
  // this morning · last night · last summer · next May · this weekend · early next spring
  rule(
    "named period",
    `(?:(?:${CLOCK}),?i?|${EARLY}|${EDGE})?(?:t?[LNTH]|[HT]H|T[NL])(?:[pSKMh]|Dp)(?:,?i?~?(?:${CLOCK}))?`,
    namedPeriod,
  ),
  // the end of the year · earlier in the week · year-end · the quarter
  rule("part of the unit", "(?:(?:tvf|t?Ef)|[BA]it|e[it]{1,2})t?[uQ]|u-?E|u'xE|tQ", edgeOfUnit),
  // the latest period · the year-ago quarter
  rule("business period", "tLm|t?u-?[gB]-?[Qm]", businessPeriod),
  // three days ago · a year earlier · the day before · two weeks later · two years from now
  rule("offset", `~?(?:(?:${NUM}|a|t)-?)?${UNIT}(?:-?[gBA]|ifG|iG)|[at]u-?s(?=[.,|])`, offset),
  // two years and 21 days · one hour 30 minutes ago
  rule("compound", `~?(?:${NUM}-?|a)${UNIT}(?:,?i?${NUM}-?${UNIT}){1,2}(?:[gBA]|ifG|iG)?`, compound),
  // the day after tomorrow · two weeks from today
  rule("offset from a day", `~?(?:${NUM}-?|[at])${UNIT}(?:s|i)D`, offsetFromDay),
  // one day after the two talked · the day before the vote
  rule("chain", `~?(?:${NUM}-?|a)${UNIT}(?=s)|t[uQ]s`, chain),
  // three days · 20-year · two and a half years · 62 years old · decades
  rule(
    "duration",
    `~?(?:t?${NUM}(?:Z-?)?U|(?:[dncq](?:-?[cb]){0,4}|b|vf?a?)-?${UNIT}|a(?:Z-?)?u(?!-)|Z-?u)(?:-?l|iav)?|u-l|~?U(?:-l)?`,
    duration,
  ),
  // every day · each Tuesday · every two years · daily · Mondays · annual
  rule("set", `X(?:${NUM}|O|o)?[uUpWKSMQ]p?|y|wp?`, set),
  // the first quarter of 2022 · third-quarter · the second half of last year · this year's third quarter
  rule(
    "quarter",
    `(?:t?[LNT]?(?:${EARLY})?F?(?:[Oo]|c)Q|t?[OoL]v|[Oo]-[Qv])(?:${YEAR}|f?F?[LNT]u|ftF?u)?|[LNT]F?u'?x?[Oo]-?[Qv]|t?Y[Oo]-?Q|(?:Y-?)?[VJ](?:${YEAR}|f?F?[LNT]u|-?Y)?`,
    quarter,
  ),
  // the first nine months · the first week of May · the last week of March 1998
  rule(
    "nth",
    `t(?:[OoL])-?(?:${NUM}-?)?[uU](?:f(?:M${YEAR}?|t?[LNT]?u|Y))?|(?:[OoL])-?[uU]f(?:M${YEAR}?|t?[LNT]?u|Y)`,
    nth,
  ),
  // the 1990s · the early '80s · the late 19th century
  rule("decade", `(?:t?${EARLY}-?|${EDGE})?t?e?-?'?R|(?:${EARLY}|${EDGE})?t?[oO](?:-?c?[oO])?-?u`, decade),
  // 2022 · early 1998 · 1914–18 · fiscal 1989 · the end of 2021 · 490 BC · nineteen ninety-six
  rule(
    "year",
    `(?:${EARLY}|${EDGE})?(?:tu)?(?:(?:t?F(?:u)?'?)[Ydn]|Y(?:[-/][Ydn])?|'[dn]|r?[dnY](?:-[dnY])?r)|(?:${EARLY})?(?:tu)?c(?:-?c){1,2}(?![cbuU-])|(?:tu|${EARLY})?cb(?:i?-?c(?:-?c)?)?(?![buU])`,
    year,
  ),
  // summer 2021 · the fall of 1998 · late winter
  rule("season", `(?:${EARLY}|${EDGE})?t?S(?:f?-?${YEAR}|f[LNT]u)?`, season),
  // Christmas · Easter 2021 · Christmas night
  rule("holiday", `h(?:,?f?Y)?p?`, holiday),
  // 10:30 a.m. · 0900 GMT · noon · the morning · overnight · mid-afternoon
  rule("clock", `(?:${CLOCK})|[dc]it?p|t?${EARLY}?p`, clockAlone),
  // now · recently · the future · recent weeks
  rule("reference", "t?G(?:U|u)?|tL(?![a-zA-Z])", reference),
  // over the weekend
  rule("weekend", "t?Kp?", weekend),
  // the 25th
  rule("day of month", "to|o(?=\\))", dayOfMonth),
  // Juche 111
  rule("era", `j[dn](?:,?M${DAYNO}?)?`, era),
]
