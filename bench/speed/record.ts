import { mkdtempSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { launchLedger } from "../../src/api/across.ts"
import { linking } from "../../src/linking/index.ts"
import { positions } from "../../src/linking/positions.ts"
import { STANCE_TYPES } from "../../src/linking/stance.ts"
import { ISSUES } from "../../src/model/event.ts"
import { type Filter, openRecord, type Record } from "../../src/record/index.ts"
import { chance } from "../../training/chance.ts"
import type { Task } from "../task.ts"
import { CLAIMS_A_DOCUMENT, DAY, dayOf, FIRST, fill, isoDay, rank, reports, state, TYPES, wordOf } from "./madeUp.ts"
import { type Cost, spread, watch } from "./watch.ts"

const PAGE = { limit: 50, offset: 0 }

/** The questions that people ask, each with its own random values. */
const QUESTIONS: Readonly<{
  [name: string]: (record: Record, random: () => number, days: number) => Promise<unknown>
}> = {
  "chronology, first page": record => record.chronology({}, PAGE),
  "chronology of an ordinary actor": (record, random) =>
    record.chronology({ actor: state(20 + Math.floor(random() * 170)) }, PAGE),
  "chronology of a busy actor, dates and three types": (record, random, days) =>
    record.chronology(
      { actor: state(Math.floor(random() * 10)), types: ["call", "condemn", "launch"], ...span(random, days) },
      PAGE,
    ),
  "the same in another zone": (record, random, days) =>
    record.chronology(
      {
        actor: state(Math.floor(random() * 10)),
        types: ["call", "condemn", "launch"],
        zone: "Asia/Seoul",
        ...span(random, days),
      },
      PAGE,
    ),
  "chronology of the busiest actor, all of it": record => record.chronology({ actor: state(0) }, PAGE),
  "chronology by type and dates": (record, random, days) =>
    record.chronology({ types: [TYPES[Math.floor(random() * 8)]!], ...span(random, days) }, PAGE),
  "chronology by issue": (record, random) => record.chronology({ issues: [ISSUES[Math.floor(random() * 10)]!] }, PAGE),
  "chronology by dates": (record, random, days) => record.chronology(span(random, days), PAGE),
  "chronology of a busy actor, a page far on": (record, random) =>
    record.chronology({ actor: state(Math.floor(random() * 10)) }, { limit: 50, offset: 2000 }),
  "chronology, a page far on": (record, random) =>
    record.chronology({}, { limit: 50, offset: Math.floor(random() * 10_000) }),
  "chronology by a family name": (record, random) =>
    record.chronology({ actor: `family${Math.floor(random() * 10)}${state(rank(190, random))}` }, PAGE),
  "why, after a chronology of one event": async (record, random) => {
    const { events } = await record.chronology({ actor: state(Math.floor(random() * 200)) }, { limit: 1, offset: 0 })
    return events[0] && record.why(events[0].id)
  },
  "why, of any event with what lies far from it": async (record, random) => {
    const { events } = await record.chronology(
      { actor: state(rank(190, random)), types: [TYPES[rank(8, random)]!] },
      { limit: 1, offset: Math.floor(random() * 50) },
    )
    return events[0] && record.why(events[0].id)
  },
  "positions of an actor on an issue": async (record, random) => {
    const actor = state(rank(190, random))
    const issue = ISSUES[rank(8, random)]!
    return positions({ state: actor }, await record.heardOf({ actor, issue, types: STANCE_TYPES }, 60), { issue })
  },
  "launch ledger of an ordinary actor": (record, random) =>
    launchLedger(record, { actor: state(20 + Math.floor(random() * 170)) }, PAGE),
  "launch ledger of a busy actor, a year": (record, random, days) =>
    launchLedger(record, { actor: state(Math.floor(random() * 10)), ...span(random, days) }, PAGE),
  "a document": (record, random) => record.document(`report-${Math.floor(random() * 1000)}`),
  "documents by two words": (record, random) =>
    record.documents([20, 200].map(r => wordOf(Math.floor(r + random() * r))).join(" "), PAGE),
  "timeline of an actor, in bars": (record, random) => record.timeline({ actor: state(rank(190, random)) }, 150),
  "timeline of an ordinary actor": (record, random) =>
    record.timeline({ actor: state(20 + Math.floor(random() * 170)) }, 150),
  "timeline of a year": (record, random) => {
    const year = String(2003 + Math.floor(random() * 20))
    return record.timeline({ since: year, until: year }, 150)
  },
}

function span(random: () => number, days: number): Filter {
  const from = FIRST + Math.floor(random() * Math.max(1, days - 400)) * DAY
  return { since: isoDay(from), until: isoDay(from + Math.floor(30 + random() * 300) * DAY) }
}

/** How often every question is asked. */
const ASKED = 200

/** How quickly a large record answers: made-up events, questions as people ask them, in milliseconds. */
export const recordSpeed: Task = {
  name: "record",
  means: "milliseconds per question asked of a record of so many made-up claims",
  usage: "CLAIMS",
  async run([size]) {
    const claims = Number(size)
    if (!Number.isInteger(claims) || claims < 1) throw new Error("record takes one number: how many claims")
    const folder = mkdtempSync(join(tmpdir(), "readout-bench-"))
    const path = join(folder, "record")
    const random = chance(7)
    try {
      const documents = Math.ceil(claims / CLAIMS_A_DOCUMENT)
      const filled = watch()
      await fill(path, reports(documents, random), { keys: false, retold: chance(5) })
      const seconds = filled().clock / 1000
      const record = await openRecord(path, { linking })
      const { total: events } = await record.chronology({}, { limit: 1, offset: 0 })
      const questions: { [name: string]: ReturnType<typeof spread> } = {}
      for (const [name, ask] of Object.entries(QUESTIONS)) {
        const costs: Cost[] = []
        for (let i = 0; i < ASKED; i++) {
          const cost = watch()
          await ask(record, random, dayOf(documents))
          costs.push(cost())
        }
        questions[name] = spread(costs)
        process.stderr.write(`${name}: ${JSON.stringify(questions[name].processor)}\n`)
      }
      await record.close()
      const megabytes = Math.round(statSync(path).size / 1e6)
      const scores = { claims, events, seconds: Math.round(seconds), megabytes, questions }
      const ms = (n: number) => n.toFixed(2).padStart(8)
      const summary = [
        `${claims} claims of ${events} events filed in ${seconds.toFixed(0)} s, ${megabytes} MB; milliseconds by the clock and of processor time:`,
        ...Object.entries(questions).map(
          ([name, { clock, processor }]) =>
            `  ${name.padEnd(52)} p50 ${ms(clock.p50)} ${ms(processor.p50)}  p99 ${ms(clock.p99)} ${ms(processor.p99)}`,
        ),
      ].join("\n")
      return { scores, summary }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
