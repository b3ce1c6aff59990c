import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { XMLParser } from "fast-xml-parser"

/** A document of ECB+: its file, topic and sub-corpus, and its sentences as they stand. */
export interface EcbDocument {
  readonly id: string
  readonly topic: string
  readonly sub: "ecb" | "ecbplus"
  readonly sentences: readonly string[]
}

interface Token {
  readonly "@_sentence": string
  readonly "#text"?: string | number
}

/** Reads a folder of ECB+, one folder a topic, in the publishers' XML. */
export function readEcbPlus(folder: string): readonly EcbDocument[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    parseTagValue: false,
    trimValues: false,
    isArray: name => name === "token",
  })
  const topics = readdirSync(folder).filter(name => /^\d+$/.test(name) && statSync(join(folder, name)).isDirectory())
  return topics
    .sort((a, b) => Number(a) - Number(b))
    .flatMap(topic =>
      readdirSync(join(folder, topic))
        .filter(file => file.endsWith(".xml"))
        .sort()
        .map(file => {
          const { Document } = parser.parse(readFileSync(join(folder, topic, file), "utf8")) as {
            Document: { token: Token[] }
          }
          const sentences = Map.groupBy(Document.token, token => Number(token["@_sentence"]))
          return {
            id: file.replace(/\.xml$/, ""),
            topic,
            sub: file.includes("ecbplus") ? ("ecbplus" as const) : ("ecb" as const),
            sentences: [...sentences]
              .sort(([a], [b]) => a - b)
              .map(([, tokens]) => tokens.map(t => t["#text"] ?? "").join(" ")),
          }
        }),
    )
}

const MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
const DAYS = "mon|tue|wed|thu|fri|sat|sun"
const DATELINE = new RegExp(
  `^(?:(?:${MONTHS}|${DAYS})\\p{L}*|published|posted|updated|last|first|by|at|on|[ap]m|gmt|utc|[a-z]{1,2}t|e[ds]t|p[ds]t|bst|cet)$`,
  "iu",
)

/**
 * The first sentence of a document. Files taken from the web open with their address and often a line that is only a date: neither is
 * a sentence, and an address would give away which sub-corpus a file is from.
 */
export function firstSentence({ sentences }: EcbDocument): string {
  const told = sentences.find(sentence => {
    if (/^(?:https? ?: ?\/|www\b)/.test(sentence.trim())) return false
    const words = sentence.match(/\p{L}{3,}/gu) ?? []
    return words.filter(word => !DATELINE.test(word)).length > 2
  })
  // numbers stand in pieces in some files: "2 . 6"
  return (told ?? sentences[0] ?? "").replace(/(?<=\d) ?([.,]) (?=\d)/g, "$1")
}
