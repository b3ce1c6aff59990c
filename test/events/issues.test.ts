import { describe, expect, test } from "vitest"
import { issuesOf } from "../../src/events/issues.ts"

const TEXT =
  "Talks on fish. Norway and Ghana met over sanctions. They stressed the importance of the visit amid an election."

/** Issues of some words of the text, where their sentence may help out. */
function issues(words: string, sentence?: string) {
  const span = (part: string) => ({ from: TEXT.indexOf(part), to: TEXT.indexOf(part) + part.length })
  return issuesOf({ text: TEXT }, span(words), [sentence ? span(sentence) : undefined])
}

describe("what an event is about", () => {
  test("its own words say it, and are the evidence", () => {
    const [issue, ...others] = issues(
      "Ghana met over sanctions",
      "They stressed the importance of the visit amid an election",
    )
    expect(others).toEqual([])
    expect(issue?.value).toBe("sanctions")
    const [words] = issue!.evidence
    expect(TEXT.slice(words.from, words.to)).toBe("sanction")
  })

  test("where they are silent, the sentence around them does", () => {
    expect(issues("the visit", "the visit amid an election").map(({ value }) => value)).toEqual(["elections"])
    expect(issues("the visit")).toEqual([])
  })

  test("importance is no import", () => {
    expect(issues("stressed the importance")).toEqual([])
  })
})
