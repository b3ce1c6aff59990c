import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { candidateKeys } from "../../src/linking/candidates.ts"
import { linking } from "../../src/linking/index.ts"
import { positions } from "../../src/linking/positions.ts"
import { storyKeys } from "../../src/linking/stories.ts"
import type { Claim } from "../../src/model/claim.ts"
import type { Document } from "../../src/model/document.ts"
import { EVENT_TYPES, type EventType, ISSUES } from "../../src/model/event.ts"
import type { RecordActor } from "../../src/model/eventRecord.ts"
import { type Linking, openRecord } from "../../src/record/index.ts"
import type { Task } from "../task.ts"
import { chance } from "./chance.ts"

const TYPES = Object.keys(EVENT_TYPES) as EventType[]
const CLAIMS_A_DOCUMENT = 8
const FIRST = Date.UTC(2002, 0, 1)
const DAY = 86_400_000
/** What a day's reports tell: a million events are then 24 years of them. */
const EVENTS_A_DAY = 115
const WORDS =
  "talks border treaty port council envoy ship grain region ministry vote coast army relief pact summit visa mine cable road".split(
    " ",
  )

/** Few act often and many seldom, as in the news. */
const rank = (n: number, random: () => number) => Math.floor(n ** random()) - 1
const state = (r: number) => String.fromCharCode(65 + (r % 26), 65 + (Math.floor(r / 26) % 26), 90)

function actor(random: () => number): RecordActor {
  const r = rank(190, random)
  const name = random() < 0.6 ? `Person ${rank(40, random)} of ${state(r)}` : undefined
  return { state: state(r), ...(name ? { name } : {}), certainty: "stated", evidence: [] }
}

/** A report of a day: its events fall on that day or on one of the two before. */
function report(at: number, day: number, random: () => number): { document: Document; claims: Claim[] } {
  const id = `report-${at}`
  const published = new Date(FIRST + day * DAY).toISOString().slice(0, 10)
  const words = () => Array.from({ length: 14 }, () => WORDS[Math.floor(random() * WORDS.length)]!).join(" ")
  const sentences = Array.from({ length: CLAIMS_A_DOCUMENT }, words)
  const text = sentences.join(". ")
  const claims = sentences.map((quote, n): Claim => {
    const type = TYPES[rank(TYPES.length, random)]!
    const { symmetric } = EVENT_TYPES[type]
    const from = text.indexOf(quote)
    const date = new Date(FIRST + (day - Math.floor(random() * 3)) * DAY).toISOString().slice(0, 10)
    return {
      doc: id,
      id: `${id}#${type}-${n}`,
      type,
      plover: { event: EVENT_TYPES[type].root },
      status: random() < 0.85 ? "happened" : "hoped",
      statusEvidence: [],
      participants: symmetric ? [actor(random), actor(random)] : [],
      source: symmetric ? [] : [actor(random)],
      target: symmetric ? [] : [actor(random)],
      date: { value: random() < 0.05 ? null : date, zone: "America/New_York", certainty: "stated", evidence: [] },
      saidBy: [],
      provenance: [],
      issues: random() < 0.6 ? [ISSUES[rank(ISSUES.length, random)]!] : [],
      slots: {},
      flags: [],
      mentions: [{ from, to: from + quote.length, quote }],
    }
  })
  return { document: { id, published, zone: "America/New_York", outlet: "Agency", text }, claims }
}

/**
 * Fills an empty record straight through SQL, every claim an event of its own filed under the keys that linking will look under. What it
 * holds is what keeping the reports without linking would leave; a million events would take the better part of an hour that way.
 */
function fill(path: string, reports: Iterable<{ document: Document; claims: readonly Claim[] }>): void {
  const db = new DatabaseSync(path)
  db.exec("pragma synchronous = off; pragma cache_size = -400000; begin")
  const enter = {
    document: db.prepare(
      "insert into documents (key, id, version, published, zone, outlet, text, hash, added) values (?, ?, 1, ?, ?, ?, ?, ?, ?)",
    ),
    story: db.prepare("insert or ignore into story_keys (story_key, doc) values (?, ?)"),
    claim: db.prepare("insert into claims (key, id, doc, event, type, status, record) values (?, ?, ?, ?, ?, ?, ?)"),
    event: db.prepare(
      "insert into events (key, id, type, status, moment, first_day, last_day, wide, clearest, claims) values (?, ?, ?, ?, ?, ?, ?, 0, ?, 1)",
    ),
    block: db.prepare("insert or ignore into blocks (block, claim) values (?, ?)"),
    actor: db.prepare("insert into actors (key, state, name, events) values (?, ?, ?, 1)"),
    party: db.prepare(
      "insert or ignore into parties (party, event, type, status, moment, first_day, last_day, wide) values (?, ?, ?, ?, ?, ?, ?, 0)",
    ),
    topic: db.prepare(
      "insert or ignore into topics (issue, event, type, status, moment, first_day, last_day, wide) values (?, ?, ?, ?, ?, ?, ?, 0)",
    ),
  }
  const actors = new Map<string, number>()
  const actorKey = (state: string, name = "") => {
    const known = actors.get(`${state} ${name}`)
    if (known) return known
    const key = actors.size + 1
    actors.set(`${state} ${name}`, key)
    enter.actor.run(key, state, name)
    return key
  }
  let [doc, key] = [0, 0]
  for (const { document, claims } of reports) {
    doc++
    const { id, published, zone, outlet, text } = document
    enter.document.run(doc, id, published!, zone!, outlet!, text, id, published!)
    for (const story of storyKeys(document)) enter.story.run(story, doc)
    for (const claim of claims) {
      key++
      const { type, status, date } = claim
      const day = date.value
      const row = [type, status, day ? `${day}T00:00:00.000Z` : "9999", day, day] as const
      enter.event.run(key, `event-${key}`, ...row, key)
      enter.claim.run(key, claim.id, doc, key, type, status, JSON.stringify(claim))
      for (const block of candidateKeys(claim)) enter.block.run(block, key)
      const everyone = [...claim.participants, ...claim.source, ...claim.target]
      for (const { state, name } of everyone)
        for (const who of name ? ["", name] : [""]) enter.party.run(actorKey(state, who), key, ...row)
      for (const issue of claim.issues) enter.topic.run(issue, key, ...row)
    }
    if (doc % 5000 === 0) {
      db.exec("commit; begin")
      process.stderr.write(`\r${doc} documents filed`)
    }
  }
  db.exec("commit; analyze")
  db.close()
  process.stderr.write("\n")
}

const ADDED = 200
const ASKED = 100

/** What it costs to link one more document into records of several sizes, and to ask for positions there. */
export const linkingSpeed: Task = {
  name: "linking",
  means: "milliseconds to link one more document, and to follow a position, in records of so many made-up events",
  usage: "EVENTS…",
  async run(sizes) {
    const scores: { [size: string]: unknown } = {}
    for (const size of sizes.map(Number)) {
      if (!Number.isInteger(size) || size < 1) throw new Error("linking takes numbers: how many events")
      const folder = mkdtempSync(join(tmpdir(), "readout-bench-"))
      try {
        scores[size] = await measure(join(folder, "record"), size)
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    }
    return { scores, summary: JSON.stringify(scores, null, 1) }
  },
}

async function measure(path: string, events: number) {
  const random = chance(11)
  const documents = Math.ceil(events / CLAIMS_A_DOCUMENT)
  const dayOf = (at: number) => Math.floor((at * CLAIMS_A_DOCUMENT) / EVENTS_A_DAY) + 3
  await (await openRecord(path, { create: true, linking })).close()
  function* reports() {
    for (let at = 0; at < documents; at++) yield report(at, dayOf(at), random)
  }
  fill(path, reports())
  const times: Cost[] = []
  const timed: Linking = {
    async join(...given) {
      const cost = watch()
      await linking.join(...given)
      times.push(cost())
    },
    part: linking.part,
  }
  const record = await openRecord(path, { linking: timed })
  // spread over the whole time of the record, as documents found late are
  for (let i = 0; i < ADDED; i++)
    await record.keep([report(documents + i, dayOf(Math.floor(random() * documents)), random)])
  const followed: Cost[] = []
  for (let i = 0; i < ASKED; i++) {
    const asked = { state: state(rank(190, random)) }
    const issue = ISSUES[rank(8, random)]!
    const cost = watch()
    const pages = await record.heardOf({ actor: asked.state, issue }, 60)
    positions(asked, pages, { issue })
    followed.push(cost())
  }
  await record.close()
  return { linkOneDocument: spread(times), positions: spread(followed), claimsADocument: CLAIMS_A_DOCUMENT }
}

/** Milliseconds by the clock, and of processor time, which does not depend on what else the machine does. */
interface Cost {
  readonly clock: number
  readonly processor: number
}

/** Starts a watch; what it gives back stops it. */
function watch(): () => Cost {
  const start = performance.now()
  const used = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(used)
    return { clock: performance.now() - start, processor: (user + system) / 1000 }
  }
}

function spread(costs: readonly Cost[]) {
  const of = (kind: keyof Cost) => {
    const sorted = costs.map(cost => cost[kind]).sort((a, b) => a - b)
    const round = (ms: number) => Math.round(ms * 100) / 100
    return {
      p50: round(sorted[Math.floor(sorted.length / 2)]!),
      mean: round(sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length),
      p99: round(sorted[Math.ceil(sorted.length * 0.99) - 1]!),
    }
  }
  return { clock: of("clock"), processor: of("processor") }
}
