import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
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

/** A generator of its own, so that every run makes the same record (mulberry32). */
function chance(seed: number): () => number {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

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

/** Files what comes under the keys that linking will look under, without comparing: so a large record is filled quickly. */
const filing: Linking = {
  async join(shelf, doc, claims) {
    await shelf.keepDocument(doc, storyKeys(doc))
    for (const claim of claims) await shelf.keep(claim, candidateKeys(claim))
    await shelf.regather(
      [],
      claims.map(({ id }) => ({ id, claims: [id] })),
    )
  },
  part: async () => {},
}

const ADDED = 200
const ASKED = 100
const BATCH = 50

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
  const filled = await openRecord(path, { create: true, linking: filing })
  for (let at = 0; at < documents; at += BATCH) {
    const size = Math.min(BATCH, documents - at)
    await filled.keep(Array.from({ length: size }, (_, i) => report(at + i, dayOf(at + i), random)))
    if (at % 5000 === 0) process.stderr.write(`\r${at} of ${documents} documents filed`)
  }
  process.stderr.write("\n")
  await filled.close()
  const times: number[] = []
  const timed: Linking = {
    async join(...given) {
      const start = performance.now()
      await linking.join(...given)
      times.push(performance.now() - start)
    },
    part: linking.part,
  }
  const record = await openRecord(path, { linking: timed })
  // spread over the whole time of the record, as documents found late are
  for (let i = 0; i < ADDED; i++)
    await record.keep([report(documents + i, dayOf(Math.floor(random() * documents)), random)])
  const followed: number[] = []
  for (let i = 0; i < ASKED; i++) {
    const asked = { state: state(rank(190, random)) }
    const issue = ISSUES[rank(8, random)]!
    const start = performance.now()
    const pages = await record.heardOf({ actor: asked.state, issue }, 60)
    positions(asked, pages, { issue })
    followed.push(performance.now() - start)
  }
  await record.close()
  return { linkOneDocument: spread(times), positions: spread(followed), claimsADocument: CLAIMS_A_DOCUMENT }
}

function spread(times: readonly number[]): { p50: number; mean: number; p99: number } {
  const sorted = times.toSorted((a, b) => a - b)
  const round = (ms: number) => Math.round(ms * 100) / 100
  return {
    p50: round(sorted[Math.floor(sorted.length / 2)]!),
    mean: round(sorted.reduce((sum, ms) => sum + ms, 0) / sorted.length),
    p99: round(sorted[Math.ceil(sorted.length * 0.99) - 1]!),
  }
}
