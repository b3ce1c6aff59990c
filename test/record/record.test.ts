import { execFile } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import fc from "fast-check"
import { beforeEach, describe, expect, it } from "vitest"
import { inBars } from "../../src/api/calendar.ts"
import { EVENT_TYPES, type EventType } from "../../src/model/event.ts"
import { type Filter, NoRecord, openRecord, type Record } from "../../src/record/index.ts"
import { type Telling, telling, utcDay } from "./tellings.ts"

const ALL = { limit: 1000, offset: 0 }
const folder = mkdtempSync(join(tmpdir(), "readout-record-"))
let record: Record

beforeEach(async () => {
  record = await openRecord(":memory:", { create: true })
})

const docs = async (filter: Filter = {}) => (await record.chronology(filter, ALL)).events.map(event => event.clearest)

describe("keeping", () => {
  const blinken: Telling = { participants: ["USA:Antony Blinken", "KOR:Park Jin"], issues: ["alliance"] }

  it("changes nothing when the same document comes again", async () => {
    const doc = telling("a", [blinken])
    expect(await record.keep([doc])).toEqual(["new"])
    const before = await Array.fromAsync(record.cases({}))
    expect(await record.keep([doc, doc])).toEqual(["known", "known"])
    expect(await Array.fromAsync(record.cases({}))).toEqual(before)
    expect((await record.actors(undefined, ALL)).actors).toContainEqual({
      state: "USA",
      name: "Antony Blinken",
      events: 1,
    })
  })

  it("takes another text under the same id as a new version, whose claims count", async () => {
    await record.keep([telling("a", [blinken], { published: "2022-02-04", text: "First words." })])
    const old = (await record.chronology({}, ALL)).events[0]!.id
    const next = telling("a", [{ type: "condemn", source: ["USA"] }], { published: "2022-02-05", text: "Other words." })
    expect(await record.keep([next])).toEqual(["version"])
    expect((await record.chronology({}, ALL)).events.map(e => e.type)).toEqual(["condemn"])
    expect((await record.document("a"))?.document.text).toBe("Other words.")
    expect((await record.documents("first", ALL)).total).toBe(0)
    expect((await record.documents("other", ALL)).total).toBe(1)
    expect(await record.deleted()).toMatchObject([{ kind: "event", id: old }])
    expect((await record.actors("Blinken", ALL)).total).toBe(0)
    // The earlier text, once more, is a known version: a file that holds both can be added again.
    expect(await record.keep([telling("a", [], { published: "2022-02-04", text: "First words." })])).toEqual(["known"])
    expect(await record.holds({ id: "a", text: "First words." })).toBe(true)
  })

  it("lets no version published earlier push out a later one", async () => {
    await record.keep([telling("a", [blinken], { published: "2022-02-05", text: "Later." })])
    expect(await record.keep([telling("a", [], { published: "2022-02-04", text: "Earlier." })])).toEqual([
      "older-version",
    ])
    expect((await record.document("a"))?.document.text).toBe("Later.")
    expect((await record.chronology({}, ALL)).total).toBe(1)
  })

  it("keeps every text to the character: NUL, lone surrogates, emoji, Arabic, Korean", async () => {
    const text = "Words \u0000 \ud83d \udc00\ud800 😀 عربي 한국어 \r\n"
    await record.keep([telling("a", [blinken], { text })])
    expect((await record.document("a"))?.document.text).toBe(text)
    expect(await record.holds({ id: "a", text })).toBe(true)
    expect(await record.holds({ id: "a", text: text.toWellFormed() })).toBe(false)
  })

  it("keeps all documents of a batch or none", async () => {
    const broken = telling("b", [blinken])
    await expect(
      record.keep([telling("a", [blinken]), { ...broken, claims: [...broken.claims, ...broken.claims] }]),
    ).rejects.toThrow()
    expect((await record.documents(undefined, ALL)).total).toBe(0)
    expect((await record.chronology({}, ALL)).total).toBe(0)
  })

  it("gives the same events whatever the order in which documents came", async () => {
    const all = ["a", "b", "c", "d"].map((id, i) => telling(id, [{ date: `2022-02-0${i + 1}` }, blinken]))
    await record.keep(all)
    const other = await openRecord(":memory:", { create: true })
    for (const doc of all.toReversed()) await other.keep([doc])
    const ids = async (r: Record) => (await r.chronology({}, ALL)).events.map(event => event.id).sort()
    expect(await ids(other)).toEqual(await ids(record))
  })
})

describe("asking", () => {
  it("orders by day; on or before counts on its day, a month on its first, no day comes last", async () => {
    const days = ["2022-02-10", "2022-02", null, "..2022-02-05", "2022-02-07/2022-02-20", "2021"]
    await record.keep(days.map((date, i) => telling(`d${i}`, [{ date }])))
    expect(await docs()).toEqual(["d5", "d1", "d3", "d4", "d0", "d2"])
  })

  it("finds an event by any day it may have fallen on", async () => {
    const days = ["2022-02-10", "2022-02", null, "..2022-02-05", "2022-02-07/2022-02-20", "2021"]
    await record.keep(days.map((date, i) => telling(`d${i}`, [{ date }])))
    expect(await docs({ since: "2022-02-10", until: "2022-02-10" })).toEqual(["d1", "d4", "d0"])
    expect(await docs({ until: "2021-06" })).toEqual(["d5"])
    expect(await docs({ since: "2022-02-21" })).toEqual(["d1"])
    expect(await docs({ since: "2022" })).toEqual(["d1", "d3", "d4", "d0"])
  })

  it("counts days of the zone that is asked for, and says where an event may fall on either of two", async () => {
    const seoul: Telling = { date: "2022-01-30", zone: "Asia/Seoul", utc: utcDay("2022-01-30", 9) }
    await record.keep([telling("launch", [seoul])])
    const day = async (zone?: string) => (await record.chronology(zone ? { zone } : {}, ALL)).events[0]?.day
    expect(await day()).toBe("2022-01-30")
    expect(await day("Asia/Seoul")).toBe("2022-01-30")
    expect(await day("America/New_York")).toBe("2022-01-29/2022-01-30")
    expect(await docs({ zone: "America/New_York", until: "2022-01-29" })).toEqual(["launch"])
    expect(await docs({ until: "2022-01-29" })).toEqual([])
    expect(await docs({ zone: "America/New_York", until: "2022-01-28" })).toEqual([])
    expect(await docs({ zone: "Pacific/Auckland", since: "2022-01-31", actor: "KOR" })).toEqual([])
  })

  it("finds actors by state, by id-like name, by words with or without accents; a person also counts for the state", async () => {
    await record.keep([
      telling("a", [{ participants: ["USA:Antony Blinken", "MEX:Andrés López"] }]),
      telling("b", [{ source: ["USA"], target: ["PRK:people"] }]),
      telling("c", [{ source: ["-:Wagner Group"] }]),
    ])
    expect(await docs({ actor: "USA" })).toEqual(["a", "b"])
    expect(await docs({ actor: "blinken" })).toEqual(["a"])
    expect(await docs({ actor: "USA:Antony Blinken" })).toEqual(["a"])
    expect(await docs({ actor: "andres lop" })).toEqual(["a"])
    expect(await docs({ actor: "PRK" })).toEqual(["b"])
    expect(await docs({ actor: "-:Wagner Group" })).toEqual(["c"])
    expect(await docs({ actor: 'nobody" OR *' })).toEqual([])
  })

  it("gives with every answer the words it rests on", async () => {
    const { document, claims } = telling("a", [{ participants: ["USA"] }], { outlet: "O", published: "2022-02-03" })
    await record.keep([{ document, claims }])
    const [event] = (await record.chronology({}, ALL)).events
    expect(document.text.slice(event!.mentions[0]!.from, event!.mentions[0]!.to)).toBe(event!.mentions[0]!.quote)
    expect(event!.documents).toEqual([{ id: "a", outlet: "O", published: "2022-02-03" }])
    const why = await record.why(event!.id)
    expect(why?.claims[0]?.claim).toEqual(claims[0])
    expect(await record.why(claims[0]!.id)).toEqual(why)
    expect(await record.why("nothing")).toBeUndefined()
    expect((await record.document("a"))?.claims).toEqual([{ event: event!.id, claim: claims[0] }])
  })

  it("answers every combination of filters as going through all events one by one would", async () => {
    const types = Object.keys(EVENT_TYPES).slice(0, 4) as EventType[]
    const told = fc.sample(
      fc.record({
        type: fc.constantFrom(...types),
        status: fc.constantFrom("happened" as const, "planned" as const),
        source: fc.subarray(["USA:Antony Blinken", "USA", "KOR:Park Jin", "PRK:Park Yong"]),
        date: fc.constantFrom(
          "2022-01-30",
          "2022-01-31",
          "2022-02",
          "2022-02-01",
          "2022",
          "..2022-02-03",
          "2022-01-25/2022-02-08",
          null,
        ),
        issues: fc.subarray(["alliance" as const, "missiles" as const]),
      }),
      { numRuns: 120, seed: 5 },
    )
    await record.keep(told.map((t, i) => telling(`d${String(i).padStart(3, "0")}`, [t])))
    const first = (d: string) =>
      ({
        "2022-02": "2022-02-01",
        "2022": "2022-01-01",
        "..2022-02-03": "2022-02-03",
        "2022-01-25/2022-02-08": "2022-01-25",
      })[d] ?? d
    const last = (d: string) =>
      ({
        "2022-02": "2022-02-28",
        "2022": "2022-12-31",
        "..2022-02-03": "2022-02-03",
        "2022-01-25/2022-02-08": "2022-02-08",
      })[d] ?? d
    const filters = fc.record(
      {
        actor: fc.constantFrom("USA", "PRK", "Blinken", "USA:Antony Blinken", "park"),
        types: fc.subarray(types, { minLength: 1 }),
        statuses: fc.constant(["planned" as const]),
        issues: fc.subarray(["alliance" as const, "missiles" as const], { minLength: 1 }),
        since: fc.constantFrom("2022-01-30", "2022-02", "2022-02-05"),
        until: fc.constantFrom("2022-01-30", "2022-02-01", "2022"),
        doc: fc.constantFrom("d001", "d050"),
      },
      { requiredKeys: [] },
    )
    const who = {
      USA: "USA",
      PRK: "PRK",
      Blinken: "USA:Antony Blinken",
      "USA:Antony Blinken": "USA:Antony Blinken",
      park: ":Park",
    }
    await fc.assert(
      fc.asyncProperty(filters, async filter => {
        const until = filter.until === "2022" ? "2022-12-31" : filter.until
        const since = filter.since === "2022-02" ? "2022-02-01" : filter.since
        const wanted = told.flatMap((t, i) => {
          const id = `d${String(i).padStart(3, "0")}`
          const named = t.source.some(s => filter.actor && s.includes(who[filter.actor]))
          const ok =
            (!filter.actor || named) &&
            (!filter.types || filter.types.includes(t.type)) &&
            (!filter.statuses || t.status === "planned") &&
            (!filter.issues || filter.issues.some(issue => t.issues.includes(issue))) &&
            (!since || (t.date !== null && last(t.date) >= since)) &&
            (!until || (t.date !== null && first(t.date) <= until)) &&
            (!filter.doc || filter.doc === id)
          return ok ? [id] : []
        })
        const answer = await record.chronology(filter, ALL)
        expect(answer.events.map(e => e.clearest).sort()).toEqual(wanted)
        expect(answer.total).toBe(wanted.length)
        const timeline = await record.timeline(filter)
        expect(timeline.total).toBe(wanted.length)
        // Counted by weeks or months where bars are few, the bars are the same.
        for (const bars of [1, 3, 8, 14, 30]) {
          const [a, b] = [timeline, await record.timeline(filter, bars)].map(t => inBars(t, bars, filter.since))
          const sorted = (t: typeof a) => t!.days.toSorted((x, y) => (JSON.stringify(x) < JSON.stringify(y) ? -1 : 1))
          expect([b!.width, sorted(b)]).toEqual([a!.width, sorted(a)])
          expect({ ...b, days: [] }).toEqual({ ...a, days: [] })
        }
        // Pages put together are the whole, one beyond the end is empty.
        const offsets = Array.from({ length: Math.ceil(wanted.length / 7) + 1 }, (_, i) => i * 7)
        const pages = offsets.map(offset => record.chronology(filter, { limit: 7, offset }))
        const ids = (await Promise.all(pages)).flatMap(page => page.events.map(e => e.id))
        expect(ids).toEqual(answer.events.map(e => e.id))
        expect((await pages[0]!).total).toBe(wanted.length)
      }),
      { numRuns: 150, seed: 11 },
    )
  })

  it("counts by day, type, status and issue", async () => {
    await record.keep([
      telling("a", [
        { issues: ["alliance"] },
        { date: null, status: "planned" },
        { type: "launch", issues: ["missiles", "alliance"] },
      ]),
    ])
    expect(await record.timeline({})).toEqual({
      total: 3,
      undated: 1,
      days: [
        { day: "2022-02-02", type: "call", status: "happened", events: 1 },
        { day: "2022-02-02", type: "launch", status: "happened", events: 1 },
      ],
      types: { call: 2, launch: 1 },
      statuses: { happened: 2, planned: 1 },
      issues: { alliance: 2, missiles: 1 },
    })
    expect((await record.timeline({ issues: ["missiles"] })).issues).toEqual({ alliance: 1, missiles: 1 })
  })
})

describe("the file", () => {
  it("is one that any SQLite tool opens; evidence and copies are there to be asked for", async () => {
    const path = join(folder, "plain")
    const file = await openRecord(path, { create: true })
    await file.keep([
      telling("a", [{ participants: ["USA"] }], { text: "Same words" }),
      telling("b", [], { text: "Same words" }),
    ])
    await file.close()
    const tool = new DatabaseSync(path, { readOnly: true })
    expect(tool.prepare("select distinct quote from evidence").all()).toEqual([{ quote: "Same " }])
    expect(tool.prepare("select doc, copy from copies order by doc").all()).toEqual([
      { doc: "a", copy: "b" },
      { doc: "b", copy: "a" },
    ])
    expect(tool.prepare("pragma integrity_check").get()).toEqual({ integrity_check: "ok" })
  })

  it("takes writers side by side, and readers meanwhile", async () => {
    const path = join(folder, "shared")
    await (await openRecord(path, { create: true })).close()
    const adder = fileURLToPath(new URL("adder.ts", import.meta.url))
    const adding = ["a", "b", "c"].map(name => promisify(execFile)(process.execPath, [adder, path, name, "40"]))
    const reader = await openRecord(path)
    let seen = 0
    let ended = false
    const all = Promise.all(adding).finally(() => {
      ended = true
    })
    while (!ended) {
      const { total } = await reader.chronology({ actor: "KOR" }, { limit: 5, offset: 0 })
      expect(total).toBeGreaterThanOrEqual(seen)
      seen = total
      await new Promise(resolve => setTimeout(resolve, 50))
    }
    await all
    expect((await reader.chronology({ actor: "Park Jin" }, ALL)).total).toBe(120)
    expect((await reader.actors("Park", ALL)).actors).toEqual([{ state: "KOR", name: "Park Jin", events: 120 }])
    await reader.close()
  })

  it("never lets a correction be changed or deleted", async () => {
    const path = join(folder, "corrected")
    await (await openRecord(path, { create: true })).close()
    const tool = new DatabaseSync(path)
    tool.exec("insert into corrections (made, author, kind, reason, body) values ('2022', 'A', 'reject', 'r', '{}')")
    expect(() => tool.exec("update corrections set reason = 'x'")).toThrow("never changed")
    expect(() => tool.exec("delete from corrections")).toThrow("never deleted")
  })

  it("that is missing, or is something else, is named", async () => {
    await expect(openRecord(join(folder, "missing"))).rejects.toThrow(NoRecord)
    const other = join(folder, "letter.txt")
    writeFileSync(
      other,
      "Dear Sir or Madam, this is a letter and no record, and it is longer than a header.".repeat(20),
    )
    await expect(openRecord(other)).rejects.toThrow(/letter\.txt cannot be opened as a record/)
  })
})
