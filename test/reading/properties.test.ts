import { fileURLToPath } from "node:url"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { faults } from "../../scripts/readAll.ts"
import type { Document } from "../../src/model/document.ts"
import { documents } from "../../src/sources/index.ts"
import { describeShared, SHARED } from "../shared.ts"

const doc = (text: string): Document => ({
  id: "d",
  published: "2022-02-04T02:14:20Z",
  zone: "Asia/Seoul",
  outlet: "O",
  text,
})

/** Words that set readers going, to be put together in every wrong way. */
const PIECES = [
  "Secretary of State Antony Blinken",
  "North Korea",
  "the two ministers",
  "condemned",
  "had a phone call with",
  "said",
  "“",
  "”",
  '"',
  "on Tuesday",
  "the 25th",
  "it is said that",
  ".",
  "\n",
  "\n\n",
  " ",
  "\r\n",
  "\u0000",
  "\ud83d",
  "\udc00",
  "😀",
  "عربي",
  "한국어",
  "北京",
  "é",
  "\u00a0",
  "\u200b",
  "<Anchor>",
  "(",
  ")",
  "if",
  "will not",
  "U.S.",
  "Feb. 4",
  "—",
  "…",
  "launched",
  "sanctions on",
  "according to",
  "they",
  "2022-02-30",
  "\t",
  "&nbsp;",
  "resolution",
  "'s",
]

describe("whatever a document holds, reading does not fail, quotes are exact, spans lie inside", () => {
  it.each([
    ["nothing", ""],
    ["white space", " \n\t\u00a0\r\n"],
    ["one letter", "a"],
    ["NUL", "North Korea\u0000 launched\u0000 a missile on Tuesday.\u0000"],
    ["lone surrogates", "\ud83dBlinken\udc00 met\ud800 Park Jin on Tuesday.\ud83d"],
    ["Arabic", "قال وزير الخارجية الأمريكي أنتوني بلينكن يوم الثلاثاء إنه التقى بارك جين."],
    ["Korean", "박진 외교부 장관은 25일 토니 블링컨 미국 국무장관과 전화 통화를 했다."],
    ["emoji", "👩‍👩‍👧 Blinken 🇺🇸 called 🇰🇷 Park Jin 😀 on Tuesday."],
    ["quotation marks alone", `“”""''‘’«»`.repeat(50)],
    ["brackets that never close", "((((((((((<<<<<<<<<<".repeat(50)],
    ["capitals", "BLINKEN MET PARK JIN ON TUESDAY AND CONDEMNED NORTH KOREA'S LAUNCH OF A MISSILE."],
  ])("%s", (_, text) => expect(faults(doc(text))).toEqual([]))

  it.each([
    ["a megabyte without a space", "x".repeat(1_000_000)],
    ["a sentence of a thousand units", "Blinken met Park Jin in Seoul and they talked about missiles, ".repeat(16)],
    ["a hundred thousand quotation marks", '"'.repeat(100_000)],
  ])(
    "%s, in less than a minute",
    (_, text) => {
      expect(faults(doc(text))).toEqual([])
    },
    60_000,
  )

  it("anything put together from such pieces", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: "binary", maxLength: 8 })),
          { maxLength: 40 },
        ),
        pieces => {
          expect(faults(doc(pieces.join(" ")))).toEqual([])
          expect(faults(doc(pieces.join("")))).toEqual([])
        },
      ),
      { numRuns: 100, seed: 3 },
    )
  })
})

describeShared("real reports, a part of them (node scripts/readAll.ts reads them all)", () => {
  it.each([
    ["data/state-releases/releases.jsonl", 85, 10],
    ["data/current-events/events.jsonl", 800, 100],
  ])("%s, every %ith", async (path, every, atLeast) => {
    let seen = 0
    let checked = 0
    for await (const found of documents([fileURLToPath(new URL(path, SHARED))])) {
      if ("unread" in found) throw new Error(found.unread.reason)
      if (seen++ % every !== 0) continue
      checked++
      expect(faults(found.document)).toEqual([])
    }
    expect(checked).toBeGreaterThanOrEqual(atLeast)
  })
})
