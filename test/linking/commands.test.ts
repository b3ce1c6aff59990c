import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest"
import { main } from "../../src/cli/main.ts"

describe("commands on linked events", { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), "readout-linking-"))
  const path = join(folder, "record")
  const reports = [
    "2022-01-30-launch",
    "2022-02-03-us-readout",
    "2022-02-03-korean-readout",
    "2022-05-26-broadcast",
    "2022-05-27-veto",
  ]
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  /** Runs a command; gives its status and what it printed. */
  async function readout(...words: string[]): Promise<{ status: number; out: string }> {
    const out: string[] = []
    const streams = (["stdout", "stderr"] as const).map(name =>
      vi.spyOn(process[name], "write").mockImplementation(text => {
        out.push(String(text))
        return true
      }),
    )
    try {
      return { status: await main(["node", "readout", ...words, "--record", path]), out: out.join("") }
    } finally {
      for (const stream of streams) stream.mockRestore()
    }
  }

  beforeAll(async () => {
    expect((await readout("add", ...reports.map(name => `examples/${name}.txt`))).status).toBe(0)
  }, 60_000)

  it("compare: two readouts of one call, with the warning", async () => {
    const { out } = await readout("compare", "2022-02-03-us-readout", "2022-02-03-korean-readout")
    expect(out).toMatch(/^same: /m)
    expect(out).toContain("possible perspective effect")
    expect((await readout("compare", "nowhere", "2022-02-03-us-readout")).status).toBe(2)
  })

  it("review: each with its reason, words and commands, and settled by one of them", async () => {
    const { out } = await readout("review", "--kind", "warning,name", "--limit", "1")
    expect(out).toMatch(/^ +(?:warning|name): \S/m)
    expect(out).toMatch(/“.+”/)
    const [, claim] = /readout correct accept '(.+?)'/.exec(out) ?? []
    expect(claim).toMatch(/#/)
    const total = (printed: string) => Number(/^\d+ of (\d+)/m.exec(printed)?.[1] ?? 0)
    expect((await readout("correct", "accept", claim!, "--author", "Ana", "--reason", "right")).status).toBe(0)
    expect(total((await readout("review", "--kind", "warning,name")).out)).toBe(total(out) - 1)
  })

  it("launches: as text with who says so, and as the CNS sheet", async () => {
    expect((await readout("launches")).out).toMatch(/counts 7 since 2022-01-01; the record holds \d/)
    const { out } = await readout("launches", "--format", "csv")
    expect(out).toMatch(/^F1,Date,Launch Time \(UTC\),Missile Name,Missile Type/)
  })

  it.each([
    [["launches", "--since", "2100"], "0 launches"],
    [["awaited", "--since", "2100"], "nothing is awaited"],
    [["review", "--kind", "day", "--offset", "999"], /of \d+ \(|nothing asks/],
    [["positions", "--actor", "USA", "--issue", "cyber"], "0 points"],
    [["chronology", "--since", "2100"], "0 events"],
    [["registers", "calls-and-meetings", "--since", "2100"], "0 events"],
  ])("%s says so where there is nothing", async (words, said) => {
    const { status, out } = await readout(...words)
    expect(status).toBe(0)
    expect(out).toMatch(said)
  })

  it.each([
    [["correct", "undo", "x", "--author", "Ana", "--reason", "why"], "no number of a correction"],
    [["positions", "--actor", "USA", "--until", "soon"], "Write a day"],
    [["launches", "--type", "call"], "unknown option"],
  ])("%s is refused in words", async (words, said) => {
    const { status, out } = await readout(...words)
    expect([status, out]).toEqual([2, expect.stringContaining(said)])
  })

  it("positions: each point with its words", async () => {
    const { out } = await readout("positions", "--actor", "USA", "--format", "jsonl")
    const points = out
      .trim()
      .split("\n")
      .map(line => JSON.parse(line) as { course: string; quote?: { quote: string } })
    expect(points.length).toBeGreaterThan(2)
    for (const point of points) expect(point.course === "not mentioned" || point.quote!.quote.length > 0).toBe(true)
  })

  it("registers: by name, and one that a user saves", async () => {
    expect((await readout("registers")).out).toContain("dialogue-offers")
    const saved = await readout(
      "registers",
      "vetoes",
      "--save",
      "--type",
      "coerce",
      "--columns",
      "day,who,quote",
      "--author",
      "Ana",
    )
    expect(saved.status).toBe(0)
    expect((await readout("registers", "vetoes", "--format", "csv")).out).toMatch(/^day,who,quote/)
    expect((await readout("registers", "vetoes")).out).toMatch(/^day \| who \| quote\n/)
    expect((await readout("registers", "nothing")).status).toBe(2)
  })

  it("awaited: a resolution that was hoped for, and its veto", async () => {
    expect((await readout("awaited", "--issue", "sanctions")).out).toMatch(/closed \(refused/)
  })

  it("correct and rebuild: a correction outlives the reading anew", async () => {
    const { out } = await readout(
      "chronology",
      "--type",
      "call,talks",
      "--doc",
      "2022-02-03-us-readout",
      "--format",
      "jsonl",
    )
    const { id } = JSON.parse(out.split("\n")[0]!) as { id: string }
    const why = JSON.parse((await readout("why", id, "--json")).out) as { claims: { claim: { id: string } }[] }
    expect(why.claims.length).toBeGreaterThan(1)
    const claim = why.claims[0]!.claim.id
    const vague = await readout("correct", "edit", id, "status", "denied", "--author", "Ana", "--reason", "never held")
    expect(vague.out).toContain("edit one of them")
    expect((await readout("correct", "reject", claim, "--reason", "no author")).status).toBe(2)
    const edited = await readout("correct", "edit", claim, "mentions", "x", "--author", "Ana", "--reason", "evidence")
    expect(edited).toMatchObject({ status: 2 })
    expect(edited.out).toContain("nobody edits it")
    expect((await readout("correct", "split", claim, "--author", "Ana", "--reason", "two calls")).status).toBe(0)
    const before = (await readout("chronology", "--format", "jsonl")).out
    expect((await readout("rebuild")).status).toBe(0)
    expect((await readout("chronology", "--format", "jsonl")).out).toBe(before)
    expect((await readout("correct", "list")).out).toMatch(/Ana {2}split .+ from .+ \(two calls\)/)
  })

  it("correct and why: what a person set stands beside what was read, under the claim's id", async () => {
    const { out } = await readout("chronology", "--type", "launch", "--doc", "2022-01-30-launch", "--format", "jsonl")
    const { id } = JSON.parse(out.split("\n")[0]!) as { id: string }
    const told = JSON.parse((await readout("why", id, "--json")).out) as { claims: { claim: { id: string } }[] }
    const claim = told.claims[0]!.claim.id
    const by = ["--author", "Ben", "--reason", "the reporter erred"]
    expect((await readout("correct", "edit", claim, "status", "denied", ...by)).status).toBe(0)
    expect((await readout("correct", "edit", claim, "source", '[{"state":"KOR"}]', ...by)).status).toBe(0)
    const why = (await readout("why", id)).out
    expect(why).toMatch(/^ +2022-01-30-launch#launch-\d+$/m)
    expect(why).toMatch(/status: set by Ben \(correction \d+\); read as happened/)
    expect(why).toMatch(/source: set by Ben \(correction \d+\); read as PRK/)
    const [number] = /^\d+(?=.+Ben {2}edit .+ status: denied)/m.exec((await readout("correct", "list")).out)!
    expect((await readout("correct", "undo", number, ...by)).status).toBe(0)
    expect((await readout("correct", "list")).out).toMatch(new RegExp(`^${number} .+, undone by \\d+$`, "m"))
  })
})
