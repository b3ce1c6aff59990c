import recognizersDateTime from "@microsoft/recognizers-text-date-time"
import * as chrono from "chrono-node"
import type { Task } from "../task.ts"
import { type Found, scoreTimes, type TimeReader } from "./timeMl.ts"
import { readout } from "./times.ts"

/** Prepositions stand outside a TIMEX3; they are taken off the peers' spans, so as not to hold a convention against them. */
const LEADING = /^(?:on|in|at|by|since|from|until|before|after|during|within|for)\s+/i

function trimmed(text: string, from: number, to: number, timex: string): Found {
  const lead = LEADING.exec(text.slice(from, to))?.[0].length ?? 0
  return { from: from + lead, to, timex }
}

const pad = (n: number | null) => String(n ?? 0).padStart(2, "0")

/** chrono-node, its values as precise as it says it is certain. */
const chronoNode: TimeReader = (_, text, published) =>
  chrono.parse(text, new Date(`${published}T12:00:00`)).map(({ index, text: words, start }) => {
    const year = String(start.get("year")).padStart(4, "0")
    const month = `${year}-${pad(start.get("month"))}`
    const day = `${month}-${pad(start.get("day"))}`
    const precise = start.isCertain("day") || start.isCertain("weekday") ? day : start.isCertain("month") ? month : year
    const clock = start.isCertain("hour") ? `T${pad(start.get("hour"))}:${pad(start.get("minute"))}` : ""
    return trimmed(text, index, index + words.length, precise + clock)
  })

/** Microsoft Recognizers-Text; of its past and future values the past one, as news looks back. */
const microsoft: TimeReader = (_, text, published) =>
  recognizersDateTime
    .recognizeDateTime(text, recognizersDateTime.Culture.English, undefined, new Date(`${published}T12:00:00`))
    .map(({ start, end, resolution }: { start: number; end: number; resolution?: Record<string, unknown> }) => {
      const values = (resolution?.values ?? []) as readonly Record<string, string>[]
      const [past] = values
      const timex = past?.type === "date" ? past.value : past?.timex
      return trimmed(text, start, end + 1, timex ?? "")
    })

/** Peers run on the same files in the same run; Recognizers-Text reads some 1,500 words a second, so give it time. */
const PEERS: Readonly<Record<string, TimeReader>> = {
  readout,
  "chrono-node": chronoNode,
  "recognizers-text": microsoft,
}

/** readout beside chrono-node and Microsoft Recognizers-Text, by the measures of TempEval-3. */
export const timesPeers: Task = {
  name: "times-peers",
  means: "expressions of time: readout, chrono-node and Recognizers-Text on the same files",
  usage: "TML-FOLDER…",
  run: async paths => {
    const scores: Record<string, unknown> = {}
    const lines: string[] = []
    for (const [name, reader] of Object.entries(PEERS)) {
      const start = performance.now()
      const result = scoreTimes(paths, reader)
      const seconds = (performance.now() - start) / 1000
      scores[name] = { ...result.scores, seconds }
      lines.push(`${name} (${seconds.toFixed(1)} s)`, ...result.summary.split("\n").map(line => `  ${line}`))
    }
    return { scores, summary: lines.join("\n") }
  },
}
