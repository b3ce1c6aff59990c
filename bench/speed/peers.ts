import { readFileSync } from "node:fs"
import compromise from "compromise"
import model from "wink-eng-lite-web-model"
import winkNLP from "wink-nlp"
import { names } from "../../src/text/names.ts"
import { sentences } from "../../src/text/sentences.ts"
import { tokens } from "../../src/text/tokens.ts"
import type { Task } from "../task.ts"

/** Least time each reader is given, in milliseconds, after one round to warm up. */
const LEAST = 3000

/** How quickly text becomes language, beside two libraries that give less: wink-nlp tags, compromise tags and names. */
export const peers: Task = {
  name: "peers",
  means: "speed of text reading beside wink-nlp (tags) and compromise (tags, names)",
  usage: "DOCS.jsonl",
  async run(paths) {
    const texts = paths
      .flatMap(path => readFileSync(path, "utf8").split("\n"))
      .filter(line => line !== "")
      .map(line => (JSON.parse(line) as { text: string }).text)
    const wink = winkNLP(model, ["sbd", "pos"])
    const readers = {
      readout: (text: string) => {
        const page = { id: "page", text }
        const divided = { ...page, sentences: sentences.annotate(page) }
        const read = { ...divided, tokens: tokens.annotate(divided) }
        names.annotate(read)
      },
      "wink-nlp": (text: string) => {
        wink.readDoc(text).tokens().out(wink.its.pos)
      },
      compromise: (text: string) => {
        const doc = compromise(text)
        doc.people().out("array")
        doc.places().out("array")
        doc.organizations().out("array")
      },
    }
    const speeds = Object.fromEntries(
      Object.entries(readers).map(([name, read]) => [name, wordsPerSecond(texts, read)]),
    ) as Record<keyof typeof readers, number>
    const scores = {
      wordsPerSecond: speeds,
      ofWink: speeds.readout / speeds["wink-nlp"],
      ofCompromise: speeds.readout / speeds.compromise,
    }
    return {
      scores,
      summary: [
        ...Object.entries(speeds).map(([name, speed]) => `${name.padEnd(12)} ${Math.round(speed)} words a second`),
        `readout is ${scores.ofWink.toFixed(2)} times as fast as wink-nlp, ${scores.ofCompromise.toFixed(2)} times as fast as compromise`,
      ].join("\n"),
    }
  },
}

/** Words, parted by white space, that a reader gets through in a second of processor time; texts are taken in turn. */
function wordsPerSecond(texts: readonly string[], read: (text: string) => void): number {
  const sizes = texts.map(text => text.split(/\s+/).length)
  for (const text of texts.slice(0, 40)) read(text)
  let words = 0
  const before = process.cpuUsage()
  const spent = () => {
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  for (let i = 0; spent() < LEAST; i++) {
    read(texts[i % texts.length]!)
    words += sizes[i % texts.length]!
  }
  return words / (spent() / 1000)
}
