import { readFileSync } from "node:fs"
import { covers, type Span } from "../model/document.ts"
import type { Event, Slots } from "../model/layers.ts"
import { isQuoted } from "./quotationFirst.ts"
import type { Refiner } from "./refine.ts"
import { type Heard, sentenceAt } from "./scene.ts"

/** What a reader of a record should be warned of, from the words it rests on. */
export const warnings: Refiner = (doc, events) =>
  events.map(event => {
    const slots = namedBy(doc, event)
    const found = [
      doubledName(doc, event),
      slots && "named so by who launched it, as the report says",
      thirdParty(doc, event),
      drift(doc, event),
    ]
    const flags = found.filter(flag => typeof flag === "string")
    return flags.length > 0 || slots
      ? { ...event, ...(slots ? { slots } : {}), flags: [...event.flags, ...flags] }
      : event
  })

/** The sentence in which a mention stands. */
const sentenceOf = (doc: Heard, { from }: Span) => doc.sentences[sentenceAt(doc.sentences, from)]

/** Words spelled out and their own initials, joined by "and". */
const SPELLED_AND_SHORT = /(?<![\p{L}'’])(\p{Ll}+(?:[ -]\p{Ll}+){1,4}) and ([A-Z]{2,6})s?\b/gu

/** "An intercontinental ballistic missile and ICBM launch": a name and its short form joined as if they were two things. */
function doubledName(doc: Heard, event: Event): string | undefined {
  const words = event.mentions
    .map(mention => sentenceOf(doc, mention))
    .map(s => (s ? doc.text.slice(s.from, s.to) : ""))
  if (event.type !== "launch") return undefined
  for (const sentence of words)
    for (const [, long = "", short = ""] of sentence.matchAll(SPELLED_AND_SHORT))
      if (isShortFor(short, long)) return `doubled name, perhaps by translation: ${long} = ${short}`
  return undefined
}

/** Whether a short form takes its letters, in order, from the last words, with the first letter of each: ICBM, IRBM, MRBM. */
function isShortFor(short: string, long: string): boolean {
  const words = long.toLowerCase().split(/[ -]/)
  return words.some((_, start) => {
    let at = 0
    for (const word of words.slice(start)) {
      if (word[0] !== short[at]?.toLowerCase()) return false
      for (const letter of word)
        if (
          letter === short[at]?.toLowerCase() &&
          (letter === word[0] || at < short.length - (words.length - start - 1))
        )
          at++
    }
    return at >= short.length
  })
}

/** How far after "what it called" the name it gives may begin, in code units. */
const NAME_REACH = 60

/** "What it called a satellite": the name rests on these words too, since they say whose it is. */
function namedBy(doc: Heard, event: Event): Slots | undefined {
  const weapon = event.slots.weapon
  const [at] = weapon?.evidence ?? []
  const sentence = at && sentenceOf(doc, at)
  if (!weapon || !at || !sentence) return undefined
  const cue = doc.quotations
    .filter(
      q => q.form === "indirect" && /^(?:call|dub|describ|refer|term)/i.test(doc.text.slice(q.cue.from, q.cue.to)),
    )
    .find(q => covers(sentence, q.cue) && q.cue.to <= at.from && at.from - q.cue.to < NAME_REACH)?.cue
  const what = cue && /\bwhat [^,.;]{1,40}$/i.exec(doc.text.slice(sentence.from, cue.from))
  if (!cue || !what) return undefined
  const words = { from: sentence.from + what.index, to: cue.to }
  return { ...event.slots, weapon: { ...weapon, evidence: [at, words] } }
}

/** "Triangular cooperation between the United States and Japan": three are meant and two are named. */
function thirdParty(doc: Heard, event: Event): string | undefined {
  if (!event.issues.some(issue => issue.value === "trilateral-cooperation")) return undefined
  for (const { from, to } of event.mentions) {
    const three = /\b(?:tri(?:lateral|angular)|three-way)\b[^,.;]*?\bbetween\b/i.exec(doc.text.slice(from, to))
    if (!three) continue
    const start = from + three.index + three[0].length
    const end =
      start +
      (/[,.;]|\s(?:in|on|to|for|against|towards?|over|with|amid)\b|$/.exec(doc.text.slice(start, to))?.index ?? 0)
    const named = new Set(
      doc.actors.filter(a => a.from >= start && a.to <= end).flatMap(a => a.actors.map(x => x.state)),
    )
    if (named.size !== 2) continue
    const missing = [...new Set(event.source.map(s => s.value.state))].filter(state => !named.has(state))
    return `three parties are meant and two named; the third may be ${missing.join(" or ") || "lost"}`
  }
  return undefined
}

/** How binding words are, from open to it to committed to it; see data/events/README.md. */
const BINDING: readonly { readonly words: RegExp; readonly strength: number }[] = readFileSync(
  new URL("../../data/events/binding.tsv", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter(line => line && !line.startsWith("#"))
  .map(line => {
    const [strength = "", words = ""] = line.split("\t")
    return { strength: Number(strength), words: new RegExp(`\\b(?:${words.trim().split(" ").join("|")})\\b`, "i") }
  })

const bindingOf = (words: string) => Math.max(0, ...BINDING.filter(b => b.words.test(words)).map(b => b.strength))

/** A paraphrase that binds the speaker more than the quotation beside it does. */
function drift(doc: Heard, event: Event): string | undefined {
  const quoted = event.mentions.filter(mention => isQuoted(doc, mention))
  const [quotation] = quoted
  if (!quotation) return undefined
  const said = bindingOf(doc.text.slice(quotation.from, quotation.to))
  const stronger = event.mentions.find(m => !quoted.includes(m) && bindingOf(doc.text.slice(m.from, m.to)) > said)
  return said > 0 && stronger ? "a paraphrase is stronger than the quotation" : undefined
}
