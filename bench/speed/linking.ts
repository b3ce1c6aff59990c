import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { linking } from "../../src/linking/index.ts"
import { positions } from "../../src/linking/positions.ts"
import { STANCE_TYPES } from "../../src/linking/stance.ts"
import { ISSUES } from "../../src/model/event.ts"
import { type Linking, openRecord } from "../../src/record/index.ts"
import { chance } from "../../training/chance.ts"
import type { Task } from "../task.ts"
import { CLAIMS_A_DOCUMENT, dayOf, fill, rank, report, reports, state } from "./madeUp.ts"
import { type Cost, spread, watch } from "./watch.ts"

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
  await fill(path, reports(documents, random), { keys: true })
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
    const pages = await record.heardOf({ actor: asked.state, issue, types: STANCE_TYPES }, 60)
    positions(asked, pages, { issue })
    followed.push(cost())
  }
  await record.close()
  return { linkOneDocument: spread(times), positions: spread(followed), claimsADocument: CLAIMS_A_DOCUMENT }
}
