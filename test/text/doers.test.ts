import { expect, test } from "vitest"
import { hearing } from "../../src/english.ts"
import { Grammar } from "../../src/model/grammar.ts"

/** Text, verb, and who does what the verb says. */
const DONE_BY: readonly (readonly [text: string, verb: string, doers: string])[] = [
  ["The minister is expected to visit Beijing.", "visit", "minister"],
  ["The envoy was told to leave the country.", "leave", "envoy"],
  ["Norway asked the rebels to leave the valley.", "leave", "rebels"],
  ["Norway wants to leave the pact.", "leave", "Norway"],
  ["Floods hit Bangladesh, killing at least 20 people.", "killing", "Floods"],
]

test.each(DONE_BY)("%s %s is done by %s", (text, verb, doers) => {
  const doc = hearing.read({ id: "done", text })
  const grammar = new Grammar(doc)
  const at = doc.tokens.findIndex(({ norm }) => norm === verb)
  expect(grammar.doers(at).map(head => doc.tokens[head]?.norm)).toEqual([doers])
})
