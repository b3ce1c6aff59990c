import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { splitSentences } from "../../src/text/sentences.ts"
import { tokenize } from "../../src/text/tokenizer.ts"

const split = (text: string, title?: string) =>
  splitSentences(text, title).map(({ from, to, kind }) => `${kind}: ${text.slice(from, to)}`)

const words = (text: string) => {
  const found: string[] = []
  tokenize(text, 0, text.length, (from, to) => found.push(text.slice(from, to)))
  return found.join(" ")
}

describe("sentences", () => {
  it("keeps abbreviations, initials and countries whole", () => {
    expect(
      split(
        "N. Korean envoys met Gen. A. B. Stone in the U.S. Senate at 9 a.m. on Monday. They left for St. Petersburg. The " +
          "ROK-U.S. Alliance Council met in the U.S. It was brief.",
      ),
    ).toEqual([
      "prose: N. Korean envoys met Gen. A. B. Stone in the U.S. Senate at 9 a.m. on Monday.",
      "prose: They left for St. Petersburg.",
      "prose: The ROK-U.S. Alliance Council met in the U.S.",
      "prose: It was brief.",
    ])
  })

  it("tells headline, dateline, byline and label from prose", () => {
    expect(
      split(
        "Envoy calls for calm at the border\n\nMarch 3, 2021\n\nLisbon (PT), March 3: The envoy called for calm.\nSource: Wire",
        "Envoy calls for calm at the border",
      ),
    ).toEqual([
      "headline: Envoy calls for calm at the border",
      "dateline: March 3, 2021",
      "dateline: Lisbon (PT), March 3:",
      "prose: The envoy called for calm.",
      "byline: Source: Wire",
    ])
    expect(split("LISBON, March 3 (Wire) -- The envoy left. LISBON is quiet.")).toEqual([
      "dateline: LISBON, March 3 (Wire) --",
      "prose: The envoy left.",
      "prose: LISBON is quiet.",
    ])
    expect(split("<Anchor>\n\nThe talks failed.\n\nMR. STONE: They did not. QUESTION marks remain.")).toEqual([
      "label: <Anchor>",
      "prose: The talks failed.",
      "label: MR. STONE:",
      "prose: They did not.",
      "prose: QUESTION marks remain.",
    ])
  })

  it("tells who signs from a headline", () => {
    expect(split("Joana Reis, Acting Minister of Defense\n\nMinister Reis, Ambassador Holm Sign Accord")).toEqual([
      "byline: Joana Reis, Acting Minister of Defense",
      "headline: Minister Reis, Ambassador Holm Sign Accord",
    ])
  })

  it("keeps quotations together with their closing mark", () => {
    expect(split("“We will talk.” The envoy agreed. “Will you?” she asked.")).toEqual([
      "prose: “We will talk.”",
      "prose: The envoy agreed.",
      "prose: “Will you?” she asked.",
    ])
  })

  it("reads list items and wrapped lines", () => {
    expect(split("They agreed to:\n- meet again in May;\n- open an office.\n1. First, talks.")).toEqual([
      "prose: They agreed to:",
      "prose: - meet again in May;",
      "prose: - open an office.",
      "prose: 1. First, talks.",
    ])
    expect(split("The ministers spoke of the border and\nthe river. They will meet again.")).toEqual([
      "prose: The ministers spoke of the border and\nthe river.",
      "prose: They will meet again.",
    ])
  })
})

describe("tokens", () => {
  it.each([
    ["The U.S.-led force didn't leave.", "The U.S. - led force did n't leave ."],
    ["Seoul-based envoy Han Eui-yong", "Seoul - based envoy Han Eui-yong"],
    ["pro-government non-aligned", "pro-government non-aligned"],
    ["the ministers' 3,500 km trip (10:30) in 2021.", "the ministers ' 3,500 km trip ( 10:30 ) in 2021 ."],
    ['cannot; won’t… "no"—yes', 'can not ; wo n’t … " no " — yes'],
    ["see www.example.org/a?b, or a.b@example.org.", "see www.example.org/a?b , or a.b@example.org ."],
    ["the 25th of the 1990s at 9 a.m.", "the 25th of the 1990s at 9 a.m."],
  ])("%s", (text, expected) => expect(words(text)).toBe(expected))
})

const ODD = [
  "",
  " ",
  "\u0000\u0000",
  "\ud800 lone \udc00",
  "🙂🙂 👩‍👩‍👧 flags 🇰🇷",
  "!!!???...",
  "\n\n\n",
  "مرحبا بالعالم. كيف الحال؟",
  "외교부 장관은 오늘 말했다. 회담은 끝났다.",
  "a\u200bb\ufeffc",
]

describe("odd text", () => {
  const sound = (text: string) => {
    let last = 0
    for (const { from, to } of splitSentences(text)) {
      expect(from >= last && to > from).toBe(true)
      expect(text.slice(last, from)).toMatch(/^[\s\u200b\ufeff\u0085]*$/u)
      let at = from
      tokenize(text, from, to, (a, b) => {
        expect(a >= at && b > a).toBe(true)
        expect(text.slice(at, a)).toMatch(/^[\s\u200b\ufeff\u0085]*$/u)
        at = b
      })
      expect(text.slice(at, to)).toMatch(/^[\s\u200b\ufeff\u0085]*$/u)
      last = to
    }
    expect(text.slice(last)).toMatch(/^[\s\u200b\ufeff\u0085]*$/u)
  }

  it.each(ODD)("leaves no sign out: %j", sound)

  it("leaves no sign out of any text", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), sound), { numRuns: 150 })
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom("Mr.", "U.S.", " ", "\n", "'", "-", ".", "A", "a", "1", '"', ":"))
          .map(a => a.join("")),
        sound,
      ),
      { numRuns: 150 },
    )
  })

  it.each(["a ", "x", ". ", '("', "1-", "a.b", "Kim-", "\u0000", "\ud800", "🙂", "A.", "x@"])(
    "is quick on a megabyte of %j",
    unit => {
      const text = unit.repeat(1e6 / unit.length)
      const start = process.cpuUsage()
      let count = 0
      for (const { from, to } of splitSentences(text)) tokenize(text, from, to, () => count++)
      expect(count).toBeGreaterThan(0)
      expect(process.cpuUsage(start).user / 1e6).toBeLessThan(5)
    },
  )
})
