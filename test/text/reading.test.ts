import { readFileSync } from "node:fs"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { names } from "../../src/text/names.ts"
import { sentences } from "../../src/text/sentences.ts"
import { tokens } from "../../src/text/tokens.ts"
import { describeShared, SHARED } from "../shared.ts"

function read(text: string) {
  const page = { id: "page", text }
  const divided = { ...page, sentences: sentences.annotate(page) }
  const parsed = { ...divided, tokens: tokens.annotate(divided) }
  return { ...parsed, names: names.annotate(parsed) }
}

/** "relation(governor, word)" of every word but marks. */
const arcs = (text: string) => {
  const { tokens } = read(text)
  return tokens
    .filter(token => token.upos !== "PUNCT")
    .map(({ relation, head, norm }) => `${relation}(${head < 0 ? "" : tokens[head]!.norm}, ${norm})`)
}

const named = (text: string) => read(text).names.map(({ from, to, kind }) => `${text.slice(from, to)} ${kind}`)

/** One root in each sentence, every word led to it, governors in the same sentence. */
function expectTrees({ tokens, sentences }: ReturnType<typeof read>) {
  const roots = new Map<number, number>()
  const faults: string[] = []
  for (const token of tokens) {
    let at = token
    for (let steps = 0; at.head >= 0 && steps <= tokens.length; steps++) at = tokens[at.head]!
    if (at.head >= 0) faults.push(`${token.norm} goes round in a circle`)
    if (at.sentence !== token.sentence) faults.push(`${token.norm} hangs on another sentence`)
    if (token.head < 0 !== (token.relation === "root")) faults.push(`${token.norm} is half a root`)
    if (token.head < 0) roots.set(token.sentence, (roots.get(token.sentence) ?? 0) + 1)
  }
  expect(faults).toEqual([])
  expect([...roots.values()].every(count => count === 1)).toBe(true)
  expect(roots.size).toBe(new Set(tokens.map(token => token.sentence)).size)
  expect(roots.size).toBeLessThanOrEqual(sentences.length)
}

describe("grammar", () => {
  it("tells who did what to whom", () => {
    expect(arcs("In Geneva the minister condemned the launch.")).toEqual([
      "case(Geneva, In)",
      "obl(condemned, Geneva)",
      "det(minister, the)",
      "nsubj(condemned, minister)",
      "root(, condemned)",
      "det(launch, the)",
      "obj(condemned, launch)",
    ])
    expect(arcs("The envoy was summoned by the ministry.")).toEqual(
      expect.arrayContaining([
        "nsubj:pass(summoned, envoy)",
        "aux:pass(summoned, was)",
        "obl:agent(summoned, ministry)",
      ]),
    )
    expect(arcs("She said that the talks had collapsed.")).toEqual(
      expect.arrayContaining(["nsubj(said, She)", "ccomp(said, collapsed)", "nsubj(collapsed, talks)"]),
    )
    expect(arcs("Officials said that the two countries had agreed to resume the dialogue.")).toEqual(
      expect.arrayContaining([
        "nsubj(said, Officials)",
        "ccomp(said, agreed)",
        "nsubj(agreed, countries)",
        "xcomp(agreed, resume)",
      ]),
    )
  })

  it("gives lemmas", () => {
    const lemmas = read("The allies were urging their neighbours and went home.").tokens.map(token => token.lemma)
    expect(lemmas).toEqual(["the", "ally", "be", "urge", "their", "neighbour", "and", "go", "home", "."])
  })

  it("leads forms of known verbs back to them", () => {
    const lemmas = read("Norway boycotted the vote, revoked the law and postponed a visit.").tokens.map(
      token => token.lemma,
    )
    expect(lemmas).toEqual(expect.arrayContaining(["boycott", "revoke", "postpone"]))
  })

  it("leads irregular forms to their verbs", () => {
    const lemmas = read(
      "Norway froze assets. Police shot two men who fled. A crowd stoned the base, and it was overrun.",
    ).tokens.map(token => token.lemma)
    expect(lemmas).toEqual(expect.arrayContaining(["shoot", "freeze", "flee", "overrun", "stone"]))
  })

  it("keeps the words as they stand in the text", () => {
    const text = "“We won’t — yet,” she said…"
    expect(
      read(text)
        .tokens.map(({ from, to }) => text.slice(from, to))
        .join("|"),
    ).toBe("“|We|wo|n’t|—|yet|,|”|she|said|…")
    expect(
      read(text)
        .tokens.map(token => token.norm)
        .join("|"),
    ).toBe('"|We|wo|n\'t|--|yet|,|"|she|said|...')
  })
})

describe("names", () => {
  it("finds persons without their titles, organisations and places", () => {
    expect(named("French Foreign Minister Marie Laurent met officials of the United Nations in Geneva.")).toEqual(
      expect.arrayContaining(["Marie Laurent PER", "United Nations ORG", "Geneva LOC"]),
    )
  })

  it("parts countries from what stands behind them", () => {
    expect(named("They praised the U.S.-South Korea alliance. Former President of Chile Rosa Moreau left.")).toEqual(
      expect.arrayContaining(["U.S. LOC", "South Korea LOC", "Chile LOC", "Rosa Moreau PER"]),
    )
  })

  it("knows a person again by the surname", () => {
    const found = named(
      "President Tomas Keller arrived in Vienna on Monday. The ministers thanked Keller for his visit.",
    )
    expect(found).toEqual(expect.arrayContaining(["Tomas Keller PER", "Keller PER", "Vienna LOC"]))
  })
})

describe("odd text", () => {
  it("reads anything without losing its place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), text => {
        const page = read(text)
        expectTrees(page)
        for (const { from, to } of [...page.tokens, ...page.names])
          expect(0 <= from && from < to && to <= text.length).toBe(true)
      }),
      { numRuns: 80 },
    )
  })

  it.each([
    ["words without a full stop", "the ministers of the two countries met and "],
    ["one long word", "x"],
    ["marks", "?!.,"],
    ["capitals", "United Nations "],
    ["emoji", "🙂🇰🇷"],
    ["Korean", "외교부 장관 "],
    ["Arabic", "وزير الخارجية "],
    ["lone surrogates and NUL", "\ud800\u0000 "],
  ])("reads a line of 200,000 units of %s in a second or little more", (_, unit) => {
    const text = unit.repeat(Math.ceil(200_000 / unit.length))
    const start = process.cpuUsage()
    const page = read(text)
    const { user } = process.cpuUsage(start)
    expect(page.tokens.at(-1)!.to).toBeLessThanOrEqual(text.length)
    // A megabyte may take five seconds.
    expect(user / 1e6).toBeLessThan(2.5)
  })
})

describeShared("reports", () => {
  it("have one tree a sentence", () => {
    const lines = readFileSync(new URL("data/state-releases/releases.jsonl", SHARED), "utf8").split("\n").slice(0, 25)
    for (const line of lines) expectTrees(read((JSON.parse(line) as { text: string }).text))
  })
})
