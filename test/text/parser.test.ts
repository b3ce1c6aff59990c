import { expect, it } from "vitest"
import { WordLooks } from "../../src/network/words.ts"
import { Parser } from "../../src/text/parser.ts"
import { learnParser, type ParsedSentence } from "../../training/parsing.ts"

const looks = new WordLooks()
const RELATIONS = ["root", "subject", "object", "article"]

/** A sentence of words with tag, governor and relation: "the/0/2/article". */
function sentence(written: string): ParsedSentence {
  const words = written.split(" ").map(word => word.split("/") as [string, string, string, string])
  return {
    looks: words.map(([word]) => looks.of(word)),
    tags: Int32Array.from(words, ([, tag]) => Number(tag)),
    doubts: new Int32Array(words.length),
    heads: words.map(([, , head]) => Number(head) - 1),
    relations: Int32Array.from(words, ([, , , relation]) => RELATIONS.indexOf(relation)),
  }
}

const SENTENCES = [
  "the/0/2/article envoy/1/3/subject met/2/0/root the/0/5/article rebels/1/3/object",
  "rebels/1/2/subject met/2/0/root the/0/4/article envoy/1/2/object",
  "met/2/0/root the/0/3/article rebels/1/1/object",
  "the/0/2/article rebels/1/3/subject left/2/0/root",
].map(sentence)

const learn = () =>
  learnParser(
    Array.from({ length: 200 }, () => SENTENCES).flat(),
    { width: 32, layers: 2, arcs: 16, labels: 16 },
    3,
    RELATIONS.length,
    30,
    1,
  )

it("a parser knows by heart what it has learned, and learns the same twice", () => {
  const parts = learn()
  expect(learn()).toEqual(parts)
  const parser = Parser.unpack(parts, 3, 0)
  for (const { looks, tags, doubts, heads, relations } of SENTENCES) {
    const tree = parser.parse(looks, tags, doubts)
    expect([...tree.heads]).toEqual(heads)
    expect(tree.relations).toEqual(relations)
  }
  expect(parser.parse([], new Int32Array(0), new Int32Array(0)).heads).toHaveLength(0)
})
