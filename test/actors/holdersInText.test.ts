import { expect, it } from "vitest"
import { english } from "../../src/english.ts"

const actorsOf = (text: string, words: string) => {
  const doc = english.read({ id: "t", published: "2022-05-26", zone: "Asia/Seoul", text })
  const from = text.indexOf(words)
  return doc.actors
    .filter(m => m.from >= from && m.to <= from + words.length && m.kind !== "state")
    .flatMap(m => m.actors.map(a => `${a.state}:${a.name}`))
}

it("fills an office with the one person whom the document names in it, before or after", () => {
  const text =
    "The foreign ministers of South Korea and the United States spoke on Thursday. Secretary of State Antony Blinken and Foreign Minister Park Jin condemned the launch."
  expect(actorsOf(text, "The foreign ministers of South Korea and the United States").sort()).toEqual([
    "KOR:Park Jin",
    "USA:Antony Blinken",
  ])
})

it("leaves an office that nobody is named in", () => {
  const text = "The defense ministers of South Korea and the United States spoke on Thursday."
  expect(actorsOf(text, "The defense ministers of South Korea and the United States").join()).not.toMatch(/Lee|Austin/)
})

it("gives its reason as a sentence part, whether or not the office had one before", () => {
  const text =
    "The foreign ministers of South Korea and the United States spoke. Secretary of State Antony Blinken left."
  const doc = english.read({ id: "t", published: "2022-05-26", zone: "Asia/Seoul", text })
  const reasons = doc.actors.map(mention => mention.reason).filter(reason => reason.includes("the document names"))
  expect(reasons.length).toBeGreaterThan(0)
  for (const reason of reasons) expect(reason).toMatch(/^\p{L}/u)
})
