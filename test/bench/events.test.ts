import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type GoldDocument, type LooseEvent, score, wrong } from "../../bench/quality/eventScore.ts"
import { describeShared, SHARED } from "../shared.ts"

const span = (from: number, to: number) => [{ from, to }]

const gold: GoldDocument[] = [
  {
    doc: "d",
    events: [
      {
        id: "e1",
        type: "call",
        participants: ["USA:Antony Blinken", "KOR:Park Jin"],
        date: "2022-05-25",
        mentions: span(0, 50),
      },
      {
        id: "e2",
        type: "condemn",
        source: ["USA"],
        target: ["PRK"],
        saidBy: ["USA:Ned Price"],
        mentions: span(60, 90),
      },
      { id: "e3", type: "launch", status: "hoped", source: ["PRK"], mentions: span(100, 120) },
    ],
  },
]

describe("scores of events", () => {
  const right: LooseEvent = {
    doc: "d",
    type: "call",
    participants: ["KOR:Park", { state: "USA", name: "Blinken" }],
    date: { value: "2022-05-25" },
    mentions: span(10, 20),
  }

  it("counts a record with the same people, in any order and shorter names, as fully right", () => {
    const { scores, outcomes } = score(gold, [right])
    expect(scores.levels.full).toEqual({ p: 1, r: 1 / 3, f1: 0.5 })
    expect(outcomes.map(wrong)).toEqual(["", "missed", "missed"])
  })

  it("names the wrong slot", () => {
    const read: LooseEvent = {
      doc: "d",
      type: "condemn",
      source: ["USA"],
      target: ["PRK:people"],
      mentions: span(60, 61),
    }
    const { outcomes, scores } = score(gold, [read])
    expect(wrong(outcomes[0]!)).toBe("names+teller+chain")
    expect(scores.tellerOfTold).toBe(0)
    expect(scores.levels.who.r).toBe(1 / 3)
  })

  it("lets a record serve one gold event only, and looks at no mention longer than 500 units", () => {
    const wide = (length: number) => ({ ...right, mentions: span(0, length) })
    expect(score(gold, [wide(400)]).outcomes.filter(o => o.gold && o.read)).toHaveLength(1)
    expect(score(gold, [wide(501)]).outcomes.filter(o => o.gold && o.read)).toHaveLength(0)
  })

  it("gives nothing for nothing", () => {
    expect(score([], []).scores.levels.full).toEqual({ p: 0, r: 0, f1: 0 })
  })
})

describeShared("the events scorer beside the one the gold sets come with", () => {
  const tool = fileURLToPath(new URL("tools/score-events.mjs", SHARED))
  const given = (golds: readonly GoldDocument[], records: readonly LooseEvent[]) => {
    const folder = mkdtempSync(join(tmpdir(), "readout-score-"))
    writeFileSync(join(folder, "gold.json"), JSON.stringify(golds))
    writeFileSync(join(folder, "records.jsonl"), records.map(r => `${JSON.stringify(r)}\n`).join(""))
    return JSON.parse(
      execFileSync(process.execPath, [tool, join(folder, "gold.json"), join(folder, "records.jsonl"), "--json"], {
        encoding: "utf8",
      }),
    )
  }

  const actor = fc.constantFrom(
    "USA",
    "PRK:people",
    "KOR:Park Jin",
    "KOR:Park",
    "USA:Antony Blinken",
    "UN:Security Council",
    "-:Émile Zola",
    "USA:Department of State",
  )
  const event = fc.record(
    {
      type: fc.constantFrom("call", "meeting", "condemn", "accuse", "urge", "offer", "launch", "nonsense"),
      status: fc.constantFrom("happened", "planned", "hoped"),
      source: fc.array(actor, { maxLength: 2 }),
      target: fc.array(actor, { maxLength: 2 }),
      participants: fc.array(actor, { maxLength: 3 }),
      date: fc.constantFrom(null, "2022", "2022-02-02", "..2022-05-25"),
      saidBy: fc.array(actor, { maxLength: 2 }),
      issues: fc.uniqueArray(fc.constantFrom("alliance", "missiles", "war"), { maxLength: 2 }),
      mentions: fc.array(
        fc.tuple(fc.nat(300), fc.integer({ min: 1, max: 600 })).map(([from, length]) => ({ from, to: from + length })),
        { maxLength: 3 },
      ),
    },
    { requiredKeys: ["type", "mentions"] },
  )

  it("gives equal figures on made-up records", () => {
    const docs = fc.sample(fc.tuple(fc.array(event, { maxLength: 9 }), fc.array(event, { maxLength: 9 })), {
      seed: 7,
      numRuns: 400,
    })
    const golds = docs.map(([events], i) => ({ doc: `d${i}`, events }))
    const records = docs.flatMap(([, made], i) => made.map(record => ({ ...record, doc: `d${i}` })))
    const { scores } = score(golds, records)
    expect(scores).toEqual(given(golds, records))
    // The sample must hold enough to tell two scorers apart.
    expect(scores.typed).toBeGreaterThan(100)
    expect(scores.statusMacroF1).toBeGreaterThan(0)
  })

  it("gives equal figures where one annotation of the gold sets is scored against a coarser copy of itself", () => {
    const golds: GoldDocument[] = JSON.parse(readFileSync(new URL("gold/releases.gold.json", SHARED), "utf8"))
    const records = golds.flatMap(({ doc, events }) =>
      events.flatMap((e, i) =>
        i % 5 === 4
          ? []
          : [
              {
                ...e,
                doc,
                ...(i % 3 === 0 ? { type: "urge", status: "hoped" } : {}),
                ...(i % 4 === 1 ? { saidBy: [], date: null } : {}),
              },
            ],
      ),
    )
    expect(score(golds, records).scores).toEqual(given(golds, records))
  })
})
