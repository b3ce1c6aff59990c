import { afterAll, beforeAll, describe, expect, it } from "vitest"
import type {
  Comparison,
  LaunchList,
  PositionList,
  RegisterList,
  RegisterRows,
  ReviewList,
  Story,
} from "../../src/api/answersAcross.ts"
import { app } from "../../src/api/app.ts"
import type { Timeline } from "../../src/api/calendar.ts"
import { FORMATS } from "../../src/api/downloads.ts"
import { serve } from "../../src/api/server.ts"
import type {
  ActorsAnswer,
  ChronologyAnswer,
  DocumentAnswer,
  DocumentsAnswer,
  Record,
  WhyAnswer,
} from "../../src/record/index.ts"
import { newsroom, OLDER, READOUT, TOLD, WIRE } from "./newsroom.ts"

let record: Record
let api: ReturnType<typeof app>
beforeAll(async () => {
  record = await newsroom()
  api = app(record)
})
afterAll(() => record.close())

const get = async <T>(path: string) => {
  const response = await api.request(path)
  expect(response.status, path).toBe(200)
  return (await response.json()) as T
}
const idOf = (doc: string) => `/api/documents/${encodeURIComponent(doc)}`

describe("the chronology", () => {
  it("gives every event in order of days, with quotes, and the total", async () => {
    const all = await get<ChronologyAnswer>("/api/chronology")
    expect(all.total).toBe(6)
    expect(all.events.map(e => e.type)).toEqual(["call", "launch", "condemn", "express-support", "call", "talks"])
    const texts = new Map(TOLD.map(({ document }) => [document.id, document.text]))
    for (const event of all.events)
      for (const { from, to, quote } of event.mentions) expect(texts.get(event.clearest)!.slice(from, to)).toBe(quote)
  })

  it.each([
    ["actor=PRK", 3],
    ["actor=ellery", 3],
    ["type=call", 2],
    ["type=call&type=launch", 3],
    ["type=call,launch", 3],
    ["issue=trade", 1],
    ["status=hoped", 1],
    ["since=2031-03-03&until=2031-03-04", 3],
    ["since=2031", 5],
    [`doc=${encodeURIComponent(OLDER.id)}`, 1],
    ["actor=PRK&type=launch&since=2031-03-03", 0],
  ])("%s leaves %i", async (query, total) => {
    expect((await get<ChronologyAnswer>(`/api/chronology?${query}`)).total).toBe(total)
  })

  it("always says how many there are in all, whatever the limit", async () => {
    const { total, events } = await get<ChronologyAnswer>("/api/chronology?limit=2&offset=1")
    expect([total, events.length]).toEqual([6, 2])
  })

  it("counts days in the zone that is asked for", async () => {
    const launch = async (zone: string) =>
      (await get<ChronologyAnswer>(`/api/chronology?type=launch${zone}`)).events[0]!.day
    expect(await launch("")).toBe("2031-03-02")
    expect(await launch("&zone=Asia/Tokyo")).toBe("2031-03-02")
    expect(await launch("&zone=America/New_York")).toBe("2031-03-01/2031-03-02")
  })
})

it("gives counts by day, type, status and issue for the picture", async () => {
  const { total, undated, days, types, statuses, issues } = await get<Timeline>("/api/timeline")
  expect([total, undated]).toEqual([6, 0])
  expect(days.reduce((n, d) => n + d.events, 0)).toBe(6)
  expect(types).toMatchObject({ call: 2, launch: 1 })
  expect(statuses).toEqual({ happened: 5, hoped: 1 })
  const years = await get<Timeline>("/api/timeline?bars=3")
  expect([years.width, ...new Set(years.days.map(d => d.day))]).toEqual([
    "quarter",
    "2030-10-01",
    "2031-01-01",
    "2031-04-01",
  ])
  expect(issues).toMatchObject({ alliance: 2, missiles: 3 })
})

describe("an event", () => {
  it("says who tells it, in which words, and what was kept apart and why", async () => {
    const { events } = await get<ChronologyAnswer>("/api/chronology?type=call&since=2031")
    const { claims, reasons, lookalikes } = await get<WhyAnswer>(`/api/events/${encodeURIComponent(events[0]!.id)}`)
    expect(claims.map(({ document }) => document.outlet).sort()).toEqual(["Department of State", "Hangang Wire"])
    expect(reasons[0]!.reasons).toContain("days overlap")
    expect(lookalikes.map(({ event, verdict, reasons: why }) => [event.clearest, verdict, why])).toEqual([
      [OLDER.id, "different", ["122 days apart"]],
    ])
  })
})

describe("a document", () => {
  it("comes with its untouched text and what it tells, in the order of the text", async () => {
    const { document, claims } = await get<DocumentAnswer>(idOf(WIRE.id))
    expect(document).toEqual(WIRE)
    expect(claims.map(({ claim }) => claim.type)).toEqual(["call", "condemn", "launch", "talks"])
  })

  it("is found by its words", async () => {
    expect((await get<DocumentsAnswer>("/api/documents")).total).toBe(3)
    const { total, documents } = await get<DocumentsAnswer>("/api/documents?words=trade")
    expect([total, documents[0]!.document.id]).toEqual([1, OLDER.id])
  })
})

it("lists what asks for a second look, with the commands that settle it", async () => {
  const { total, kinds, items } = await get<ReviewList>("/api/review")
  expect(total).toBe(items.length)
  expect(total).toBeGreaterThan(0)
  for (const { doubts, told, ways } of items) {
    expect(doubts.length).toBeGreaterThan(0)
    expect(told[0]!.claim.mentions[0]!.quote).not.toBe("")
    expect(ways.map(({ command }) => command.split(" ", 3).join(" "))).toContain(
      told.length > 1 ? "readout correct merge" : "readout correct accept",
    )
  }
  const [kind] = Object.entries(kinds).find(([, n]) => n > 0)!
  expect((await get<ReviewList>(`/api/review?kind=${kind}&limit=1`)).items[0]!.doubts.map(d => d.kind)).toContain(kind)
})

it("lists actors, most events first, and the names of states", async () => {
  const { actors } = await get<ActorsAnswer>("/api/actors?words=ellery")
  expect(actors[0]).toMatchObject({ state: "USA", name: "Dana Ellery", events: 3 })
  expect((await get<{ [code: string]: string }>("/api/states")).PRK).toBe("North Korea")
})

describe("across documents", () => {
  it("tells the other documents of a document's story, and how they stand to it", async () => {
    const { total, documents } = await get<Story>(`${idOf(READOUT.id)}/story`)
    expect(total).toBe(1)
    expect(documents[0]).toMatchObject({
      document: { id: OLDER.id, title: OLDER.title, outlet: OLDER.outlet },
      kind: "drawn",
      origin: OLDER.id,
      reasons: ["12 words in a row"],
    })
    expect((await get<Story>(`${idOf(WIRE.id)}/story`)).documents).toEqual([])
    expect((await api.request(`${idOf("nowhere")}/story`)).status).toBe(404)
  })

  it("sets two documents side by side, each point with its quote", async () => {
    const found = await get<Comparison>(
      `/api/compare?a=${encodeURIComponent(WIRE.id)}&b=${encodeURIComponent(READOUT.id)}`,
    )
    expect([found.first.id, found.second.id]).toEqual([WIRE.id, READOUT.id])
    expect(found.rows.map(({ issue, difference }) => [issue, difference])).toEqual([
      ["missiles", "only first"],
      ["alliance", "only second"],
    ])
    const { from, to, quote } = found.rows[0]!.first!.quote!
    expect(WIRE.text.slice(from, to)).toBe(quote)
    expect(found.warnings.join()).toContain("perspective")
    expect(found.events.find(e => e.first.includes("#call-"))!.judgement.verdict).not.toBe("different")
  })

  it("sets two events side by side by their clearest documents", async () => {
    const { events } = await get<ChronologyAnswer>("/api/chronology?type=call")
    const found = await get<Comparison>(`/api/compare?a=${events[0]!.id}&b=${events[1]!.id}`)
    expect(found.first.id).toBe(OLDER.id)
  })

  it("follows an actor's positions, and says how many documents it rests on", async () => {
    const { actor, documents, limit, points, total } = await get<PositionList>("/api/positions?actor=ahn")
    expect(actor).toMatchObject({ state: "KOR", name: "Ahn Sorin" })
    expect([documents, limit]).toEqual([3, 200])
    expect(total).toBe(points.length)
    expect(points.filter(p => p.quote).map(p => [p.issue, p.course, p.doc])).toEqual([["missiles", "new", WIRE.id]])
    expect((await get<PositionList>("/api/positions?actor=KOR&issue=trade")).points.filter(p => p.quote)).toEqual([])
  })

  it("keeps the launch ledger, with running counts against its own", async () => {
    const { total, launches } = await get<LaunchList>("/api/launches")
    expect([total, launches[0]!.event.source[0]!.state]).toEqual([1, "PRK"])
    expect(launches[0]!.types).toMatchObject([{ by: "Roh Mina" }])
    expect(launches[0]!.sources).toHaveLength(1)
    expect(launches[0]!.counts).toMatchObject([{ claimed: 3, inRecord: 1, from: "2031-01-01", by: "Roh Mina" }])
  })

  it("shows registers by name in their own columns, narrowed by filters, and those that users saved", async () => {
    const names = async () => (await get<RegisterList>("/api/registers")).registers.map(r => r.name)
    expect(await names()).toContain("calls-and-meetings")
    const calls = await get<RegisterRows>("/api/registers/calls-and-meetings?since=2031-03&until=2031-03")
    expect([calls.total, calls.rows.length]).toEqual([1, 1])
    expect(calls.rows[0]!.cells[calls.columns.indexOf("who")]).toContain("Dana Ellery (USA)")
    await record.saveRegister({
      name: "trade-calls",
      author: "Ana",
      register: { name: "trade-calls", questions: [{ types: ["call"], issues: ["trade"] }], columns: ["day", "quote"] },
    })
    expect(await names()).toContain("trade-calls")
    expect((await get<RegisterRows>("/api/registers/trade-calls")).rows[0]!.cells[0]).toBe("2030-11-02")
    expect((await get<RegisterRows>("/api/registers/trade-calls?issue=alliance")).total).toBe(0)
  })
})

describe("downloads", () => {
  it.each(FORMATS)("%s holds what the filters let through", async format => {
    const response = await api.request(`/api/export/${format}?type=launch`)
    expect(response.status).toBe(200)
    const file = await response.text()
    expect(file).toContain(format === "plover" || format === "csl" ? "2031" : "ballistic missile")
    if (format !== "jsonl") expect(file).not.toContain("reaffirmed support")
  })

  it("are named as files, save the feed, which is read where it is", async () => {
    const csv = await api.request("/api/export/csv")
    expect(csv.headers.get("content-disposition")).toContain("readout.csv")
    expect(csv.headers.get("content-type")).toContain("text/csv")
    expect((await api.request("/api/export/atom")).headers.get("content-disposition")).toBeNull()
    expect((await api.request("/api/export/papyrus")).status).toBe(400)
  })
})

it("says that it is well, and how much it holds", async () => {
  expect(await get("/api/health")).toEqual({ status: "ok", documents: 3, events: 6 })
})

describe("what it cannot answer is a problem document", () => {
  it.each([
    ["/api/chronology?type=quarrel", 400, "type"],
    ["/api/chronology?since=tomorrow", 400, "since"],
    ["/api/chronology?zone=Mars/Olympus", 400, "zone"],
    ["/api/chronology?limit=0", 400, "limit"],
    ["/api/events/none", 404, "none"],
    ["/api/documents/none", 404, "none"],
    ["/api/compare?a=none&b=none", 404, "none"],
    ["/api/compare?a=none", 400, "b"],
    ["/api/registers/none", 404, "none"],
    ["/api/positions?actor=Nobody%20Known", 404, "Nobody Known"],
    ["/api/nothing", 404, "/api/nothing"],
  ])("%s is %i and names %s", async (path, status, named) => {
    const response = await api.request(path)
    expect(response.status).toBe(status)
    expect(response.headers.get("content-type")).toContain("application/problem+json")
    const problem = (await response.json()) as { status: number; title: string }
    expect(problem.status).toBe(status)
    expect(JSON.stringify(problem)).toContain(named)
  })

  it("takes no writing", async () => {
    expect((await api.request("/api/chronology", { method: "POST" })).status).toBe(404)
  })
})

it("describes itself: every route and parameter stands in the OpenAPI document", async () => {
  const { openapi, paths } = await get<{
    openapi: string
    paths: { [path: string]: { get: { parameters?: { name: string }[]; responses: object } } }
  }>("/openapi.json")
  expect(openapi).toBe("3.1.0")
  expect(Object.keys(paths)).toEqual(
    expect.arrayContaining(["/api/chronology", "/api/timeline", "/api/events/{id}", "/api/documents/{id}"]),
  )
  expect(paths["/api/chronology"]!.get.parameters!.map(p => p.name)).toEqual(
    expect.arrayContaining(["actor", "type", "issue", "since", "until", "status", "doc", "zone", "limit", "offset"]),
  )
})

describe("serving", () => {
  it("listens on this machine alone, answers it alone, and stops", async () => {
    const { url, close } = await serve({ record, port: 0 })
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/)
    const response = await fetch(`${url}api/health`)
    expect(await response.json()).toMatchObject({ status: "ok" })
    expect(response.headers.get("content-security-policy")).toContain("default-src 'self'")
    const { get: ask } = await import("node:http")
    const elsewhere = await new Promise<number | undefined>(resolve =>
      ask(`${url}api/health`, { headers: { host: "attacker.example" } }, r => resolve(r.resume().statusCode)),
    )
    expect(elsewhere).toBe(403)
    await close()
    await expect(fetch(`${url}api/health`)).rejects.toThrow()
  })

  it("names a port that is taken", async () => {
    const first = await serve({ record, port: 0 })
    const port = Number(new URL(first.url).port)
    await expect(serve({ record, port })).rejects.toThrow(`port ${port}`)
    await first.close()
  })
})
