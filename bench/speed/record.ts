import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { Claim } from "../../src/model/claim.ts"
import { EVENT_TYPES, type EventType, ISSUES } from "../../src/model/event.ts"
import type { RecordActor } from "../../src/model/eventRecord.ts"
import { type Filter, openRecord, type Record } from "../../src/record/index.ts"
import type { Task } from "../task.ts"
import { chance } from "./chance.ts"

const TYPES = Object.keys(EVENT_TYPES) as EventType[]
const CLAIMS_A_DOCUMENT = 20
const DOCUMENTS_A_BATCH = 25
const FIRST = Date.UTC(2002, 0, 1)
const DAYS = 8_900

/** Few act often and many seldom, as in the news: rank r of n with a weight of 1/r. */
const rank = (n: number, random: number) => Math.floor(n ** random) - 1
const state = (r: number) =>
  String.fromCharCode(65 + (r % 26), 65 + (Math.floor(r / 26) % 26), 65 + (Math.floor(r / 676) % 26))

function claim(doc: string, i: number, random: () => number): Claim {
  const text = "Words that stand for a mention of some length, as they do in a report of an agency."
  const word = { from: 0, to: text.length, quote: text }
  const actor = (): RecordActor => {
    const r = rank(200, random())
    const person = random() < 0.5 ? rank(300, random()) : undefined
    return {
      state: state(r),
      ...(person === undefined ? {} : { name: `Person ${person} of ${state(r)}` }),
      certainty: "stated",
      evidence: [word],
    }
  }
  const type = TYPES[rank(TYPES.length, random())]!
  const day = new Date(FIRST + Math.floor(random() * DAYS) * 86_400_000).toISOString().slice(0, 10)
  const kind = random()
  const value = kind < 0.03 ? null : kind < 0.05 ? day.slice(0, 4) : kind < 0.08 ? day.slice(0, 7) : day
  return {
    doc,
    id: `${doc}#${type}-${i}`,
    type,
    plover: { event: EVENT_TYPES[type].root },
    status: random() < 0.85 ? "happened" : "hoped",
    statusEvidence: [word],
    participants: [],
    source: [actor()],
    target: [actor()],
    date: {
      value,
      zone: "America/New_York",
      ...(value?.length === 10
        ? { utc: { from: `${day}T05:00:00.000Z`, to: new Date(Date.parse(day) + 29 * 3_600_000).toISOString() } }
        : {}),
      certainty: "stated",
      evidence: [word],
    },
    saidBy: [actor()],
    provenance: ["Agency"],
    issues: random() < 0.5 ? [ISSUES[rank(ISSUES.length, random())]!] : [],
    slots: {},
    flags: [],
    mentions: [word, word],
  }
}

async function fill(record: Record, events: number, random: () => number): Promise<void> {
  const documents = Math.ceil(events / CLAIMS_A_DOCUMENT)
  for (let at = 0; at < documents; at += DOCUMENTS_A_BATCH) {
    const batch = Array.from({ length: Math.min(DOCUMENTS_A_BATCH, documents - at) }, (_, i) => {
      const id = `d${at + i}`
      return {
        document: {
          id,
          published: "2022-02-04",
          outlet: "Agency",
          text: `Report ${id}: words that stand for a report.`,
        },
        claims: Array.from({ length: CLAIMS_A_DOCUMENT }, (_, n) => claim(id, n, random)),
      }
    })
    await record.keep(batch)
    if (at % 1000 === 0) process.stderr.write(`\r${at} of ${documents} documents kept`)
  }
  process.stderr.write("\n")
}

const PAGE = { limit: 50, offset: 0 }

/** The questions that people ask, each with its own random values. */
const QUESTIONS: Readonly<{ [name: string]: (record: Record, random: () => number) => Promise<unknown> }> = {
  "chronology, first page": record => record.chronology({}, PAGE),
  "chronology of an ordinary actor": (record, random) =>
    record.chronology({ actor: state(20 + Math.floor(random() * 180)) }, PAGE),
  "chronology of a busy actor, dates and three types": (record, random) =>
    record.chronology(
      { actor: state(Math.floor(random() * 10)), types: ["call", "condemn", "launch"], ...span(random) },
      PAGE,
    ),
  "the same in another zone": (record, random) =>
    record.chronology(
      {
        actor: state(Math.floor(random() * 10)),
        types: ["call", "condemn", "launch"],
        zone: "Asia/Seoul",
        ...span(random),
      },
      PAGE,
    ),
  "chronology of the busiest actor, all of it": record => record.chronology({ actor: state(0) }, PAGE),
  "chronology by type and dates": (record, random) =>
    record.chronology({ types: [TYPES[Math.floor(random() * 8)]!], ...span(random) }, PAGE),
  "chronology by issue": (record, random) => record.chronology({ issues: [ISSUES[Math.floor(random() * 10)]!] }, PAGE),
  "chronology by dates": (record, random) => record.chronology(span(random), PAGE),
  "chronology by words of a name": (record, random) =>
    record.chronology({ actor: `Person ${Math.floor(random() * 300)}` }, PAGE),
  "why, after a chronology of one event": async (record, random) => {
    const { events } = await record.chronology({ actor: state(Math.floor(random() * 200)) }, { limit: 1, offset: 0 })
    return events[0] && record.why(events[0].id)
  },
  "timeline of an ordinary actor": (record, random) =>
    record.timeline({ actor: state(20 + Math.floor(random() * 180)) }),
  "timeline of a year": (record, random) => {
    const year = String(2003 + Math.floor(random() * 20))
    return record.timeline({ since: year, until: year })
  },
}

function span(random: () => number): Filter {
  const from = FIRST + Math.floor(random() * (DAYS - 400)) * 86_400_000
  const day = (ms: number) => new Date(ms).toISOString().slice(0, 10)
  return { since: day(from), until: day(from + Math.floor(30 + random() * 300) * 86_400_000) }
}

/** How quickly a large record answers: made-up events, questions as people ask them, in milliseconds. */
export const recordSpeed: Task = {
  name: "record",
  means: "milliseconds per question asked of a record of so many made-up events",
  usage: "EVENTS",
  async run([size]) {
    const events = Number(size)
    if (!Number.isInteger(events) || events < 1) throw new Error("record takes one number: how many events")
    const folder = mkdtempSync(join(tmpdir(), "readout-bench-"))
    const path = join(folder, "record")
    const random = chance(7)
    try {
      const record = await openRecord(path, { create: true })
      const start = performance.now()
      await fill(record, events, random)
      const seconds = (performance.now() - start) / 1000
      const questions: { [name: string]: { p50: number; p99: number } } = {}
      for (const [name, ask] of Object.entries(QUESTIONS)) {
        const times: number[] = []
        for (let i = 0; i < 100; i++) {
          const began = performance.now()
          await ask(record, random)
          times.push(performance.now() - began)
        }
        times.sort((a, b) => a - b)
        const at = (share: number) => Math.round(times[Math.ceil(share * times.length) - 1]! * 100) / 100
        questions[name] = { p50: at(0.5), p99: at(0.99) }
      }
      await record.close()
      const megabytes = Math.round(statSync(path).size / 1e6)
      const scores = { events, eventsKeptPerSecond: Math.round(events / seconds), megabytes, questions }
      const summary = [
        `${events} events kept in ${seconds.toFixed(0)} s (${scores.eventsKeptPerSecond} a second), ${megabytes} MB`,
        ...Object.entries(questions).map(
          ([name, { p50, p99 }]) =>
            `  ${name.padEnd(52)} p50 ${p50.toFixed(2).padStart(8)} ms  p99 ${p99.toFixed(2).padStart(8)} ms`,
        ),
      ].join("\n")
      return { scores, summary }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
