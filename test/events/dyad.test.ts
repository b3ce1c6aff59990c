import { describe, expect, test } from "vitest"
import { english } from "../../src/english.ts"
import { dyadRoot } from "../../src/events/dyad.ts"
import { unmark } from "./marked.ts"

/** Sentences of our own: what the source does to the target. */
const DYADS: readonly (readonly [string, string])[] = [
  ["[Norway|source] imposed sanctions on [Belarus|target] in March.", "COERCE"],
  ["[Norway|source] lifted its sanctions on [Belarus|target] in March.", "YIELD"],
  ["[Norway|source] cut off aid to [Belarus|target] in March.", "SANCTION"],
  ["[Norway|source] will send aid to [Ghana|target] next week.", "AGREE"],
  ["[Norway|source] is willing to provide aid to [Ghana|target].", "AGREE"],
  ["[Norway|source] sent food to [Ghana|target] on Monday.", "AID"],
  ["[Norway|source] refused to send aid to [Ghana|target].", "REJECT"],
  ["[Norway|source] did not release the prisoners to [Ghana|target].", "REJECT"],
  ["[Norway|source] said it will impose sanctions on [Belarus|target].", "THREATEN"],
  ["[Norway|source] said that [Belarus|target] must release the prisoners.", "REQUEST"],
  ["[Norway|source] urged [Belarus|target] to release the prisoners.", "REQUEST"],
  ["[Norway|source] called [the Belarusian president|target] to congratulate him.", "SUPPORT"],
  ["[Norway|source] and [Sweden|target] signed a treaty on Monday.", "SUPPORT"],
  ["[Norway|source] and [Sweden|target] began joint military exercises on Monday.", "COOPERATE"],
  ["[Norwegian workers|source] went on strike against [the oil company|target].", "PROTEST"],
  ["[Rebels|source] violated the ceasefire with [the army|target].", "ASSAULT"],
  ["[Norway|source] recalled its ambassador from [Belarus|target].", "SANCTION"],
  ["[Norway|source] granted asylum to [the Belarusian writer|target].", "AID"],
]

describe("what one marked actor does to another", () => {
  test.each(DYADS)("%s %s", (sentence, root) => {
    const { text, marks } = unmark(sentence)
    const [source, target] = ["source", "target"].map(role => marks.find(mark => mark.role === role)!)
    expect(dyadRoot(english.read({ id: "dyad", text }), source!, target!)).toBe(root)
  })
})
