import type { Page } from "../../src/cli/reading.ts"
import { records } from "../../src/cli/reading.ts"
import { english } from "../../src/english.ts"
import type { Document } from "../../src/model/document.ts"
import { documents } from "../../src/sources/index.ts"
import type { Task } from "../task.ts"

/** Documents read before the clock runs, so that the compiler has seen the code. */
const WARM_UP = 20

/** Documents, words and sentences a second on one core, with the time each stage took. */
export const speed: Task = {
  name: "speed",
  means: "documents, words and sentences per second on one core, per stage, and peak memory",
  usage: "DOCS",
  async run(paths) {
    const docs: Document[] = []
    for await (const found of documents(paths)) if ("document" in found) docs.push(found.document)
    for (const doc of docs.slice(0, WARM_UP)) records(english.read(doc))

    const stages: Record<string, number> = {}
    let words = 0
    let sentences = 0
    let events = 0
    const start = performance.now()
    for (const doc of docs) {
      const page: Page = english.read(doc, (layer, ms) => {
        stages[layer] = (stages[layer] ?? 0) + ms
      })
      events += records(page).length
      words += page.tokens.length
      sentences += page.sentences.length
    }
    const seconds = (performance.now() - start) / 1000
    const a = (n: number) => Math.round((n / seconds) * 10) / 10
    const peakMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
    const scores = {
      documents: docs.length,
      documentsPerSecond: a(docs.length),
      wordsPerSecond: a(words),
      sentencesPerSecond: a(sentences),
      seconds,
      events,
      peakMegabytes,
      stages: Object.fromEntries(
        Object.entries(stages).map(([layer, ms]) => [layer, { seconds: ms / 1000, share: ms / 1000 / seconds }]),
      ),
    }
    const summary = [
      `${docs.length} documents, ${words} words, ${sentences} sentences, ${events} events in ${seconds.toFixed(1)} s on one core`,
      `  ${scores.documentsPerSecond} documents, ${scores.wordsPerSecond} words, ${scores.sentencesPerSecond} sentences a second`,
      `  peak memory ${peakMegabytes} MB`,
      ...Object.entries(stages).map(
        ([layer, ms]) =>
          `    ${layer.padEnd(12)} ${(ms / 1000).toFixed(2).padStart(8)} s  ${(ms / 10 / seconds || 0).toFixed(1).padStart(5)} %`,
      ),
    ].join("\n")
    return { scores, summary }
  },
}
