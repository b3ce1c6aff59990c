import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { XMLParser } from "fast-xml-parser"
import { readingEnglish } from "../../src/english.ts"
import { type Cited, covers, overlaps } from "../../src/model/document.ts"
import { EVENT_TYPES, type EventType } from "../../src/model/event.ts"
import type { Actor, Annotated, Event, Token } from "../../src/model/layers.ts"
import type { Result, Task } from "../task.ts"
import { PetrarchDictionaries } from "./petrarchDictionaries.ts"

/** The categories of functional records that test what readout does; the others test PETRARCH's verb dictionaries. */
const CATEGORIES = ["ACTOR", "AGENT", "COMPOUND", "DATE", "DEMO"] as const

type Page = Annotated<"tokens" | "actors" | "mentions" | "events">

interface FunctionalRecord {
  readonly id: string
  readonly category: string
  readonly date: string
  readonly text: string
  /** "ARN → GON", one a dyad. */
  readonly gold: ReadonlySet<string>
}

/**
 * PETRARCH's functional records: who acts towards whom, with its own dictionaries as an actors file. A dyad is right when
 * both codes are exact; a record, when all its dyads are. Event codes are not compared: the records' are WEIS codes of a test dictionary.
 */
export const petrarch: Task = {
  name: "petrarch",
  means: "PETRARCH's functional records: the right dyads of actors, with its own dictionaries",
  usage: "FOLDER",
  async run([folder]): Promise<Result> {
    if (!folder) throw new Error("petrarch: a folder with the validation XML and its dictionaries is needed")
    const dictionaries = new PetrarchDictionaries(folder)
    const english = readingEnglish(dictionaries.knowledge)
    const items: Record<string, { right: boolean; read: string }> = {}
    const perCategory: Record<string, { records: number; right: number }> = {}
    let made = 0
    let hit = 0
    let expected = 0
    let right = 0
    const records = functionalRecords(folder)
    for (const { id, category, date, text, gold } of records) {
      const page = english.read({ id, published: date, text })
      const read = dyads(page, dictionaries)
      const both = [...read].filter(dyad => gold.has(dyad)).length
      made += read.size
      hit += both
      expected += gold.size
      const whole = both === gold.size && both === read.size
      if (whole) right++
      const count = perCategory[category] ?? { records: 0, right: 0 }
      perCategory[category] = count
      count.records++
      if (whole) count.right++
      items[id] = { right: whole, read: [...read].join(" · ") || "nothing" }
    }
    const p = made ? hit / made : 0
    const r = expected ? hit / expected : 0
    const events = { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 }
    const wrong = records.filter(record => !items[record.id]?.right)
    return {
      scores: { events, records: records.length ? right / records.length : 0, perCategory },
      summary: [
        `${records.length} records, ${right} right; dyads P ${p.toFixed(3)} R ${r.toFixed(3)} F1 ${events.f1.toFixed(3)}`,
        ...Object.entries(perCategory).map(([name, n]) => `  ${name.padEnd(10)} ${n.right} of ${n.records}`),
        ...wrong.map(
          x => `${x.id}: «${x.text}»\n  gold ${[...x.gold].join(" · ") || "nothing"}\n  read ${items[x.id]?.read}`,
        ),
      ].join("\n"),
      items,
    }
  },
}

/** Types that CAMEO codes both ways, as meeting and being met. */
const MUTUAL: ReadonlySet<EventType> = new Set<EventType>(["call", "meeting", "talks", "visit", "cooperate"])

/** The dyads of a page. What is only named in the words of another event is not coded beside it: CAMEO codes what a clause tells. */
function dyads(page: Page, dictionaries: PetrarchDictionaries): Set<string> {
  const read = page.events
    .map(event => ({ event, dyads: dyadsOf(page, event, dictionaries) }))
    .filter(x => x.dyads.length > 0)
  const within = (inner: Event, outer: Event) => covers(outer, inner) && outer.to - outer.from > inner.to - inner.from
  return new Set(read.filter(({ event }) => !read.some(other => within(event, other.event))).flatMap(x => x.dyads))
}

function dyadsOf(page: Page, event: Event, dictionaries: PetrarchDictionaries): string[] {
  const codes = (list: readonly Cited<Actor>[]) => [
    ...new Set(list.flatMap(actor => phrasesOf(page, actor).map(phrase => dictionaries.code(actor.value, phrase)))),
  ]
  const [doers, others] = sidesOf(page, event)
  const both = MUTUAL.has(event.type)
  return codes(doers).flatMap(a =>
    codes(others.length > 0 ? others : namedNext(page, event))
      .filter(b => b !== a)
      .flatMap(b => [`${a} → ${b}`, ...(both ? [`${b} → ${a}`] : [])]),
  )
}

/** Whom the words of an event name next, where nobody undergoes it: CAMEO takes the first actor after the verb as target. */
function namedNext(page: Page, event: Event): readonly Cited<Actor>[] {
  const trigger = triggerOf(page, event)
  const [next] = page.actors.filter(
    mention =>
      trigger &&
      mention.from >= trigger.to &&
      mention.to <= event.to &&
      mention.form !== "pronoun" &&
      mention.actors.some(({ state }) => !event.source.some(({ value }) => value.state === state)),
  )
  return (next?.actors ?? []).map(value => ({ value, evidence: [next!], certainty: "implied" }))
}

const triggerOf = (page: Page, { type, mentions: [clearest] }: Event) =>
  page.mentions.find(mention => mention.type === type && covers(clearest, mention.trigger))?.trigger

/** What two sides do to each other, where the annotation has both as source and nobody as target: restored ties, a truce kept by both. */
const RESTORING: ReadonlySet<string> = new Set(["concede", "retreat", "join"])

/** Who does it and towards whom; of those who do it together, who stands before the word that tells it and who after, else each and each. */
function sidesOf(page: Page, event: Event) {
  const { type, source, target, participants } = event
  const joint = RESTORING.has(type) && target.length === 0 && source.length > 1
  if (!EVENT_TYPES[type].symmetric && !joint) return [source, target] as const
  const all = joint ? source : participants
  const trigger = triggerOf(page, event)
  const before = all.filter(({ evidence: [words] }) => trigger && words.to <= trigger.from)
  const after = all.filter(actor => !before.includes(actor))
  return before.length > 0 && after.length > 0 ? ([before, after] as const) : ([all, all] as const)
}

/** Relations by which a name stands inside a larger noun phrase: "soldiers from Gondor", "Gondor's main opposition group". */
const INSIDE = /^(?:nmod|compound|amod|appos|flat)/

/**
 * The words of the noun phrase in which an actor is named, one string for each of several heads: "Danish media and government"
 * names two. The name and office that reading gives stand with each.
 */
function phrasesOf({ tokens, actors, text }: Page, { evidence: [words] }: Cited<Actor>): string[] {
  const inside = tokens.filter(token => overlaps(token, words))
  const isNamed = (token: Token) => actors.some(mention => !overlaps(mention, words) && overlaps(mention, token))
  let crown = inside.find(token => !inside.some(other => other.index === token.head)) ?? inside[0]
  for (let step = 0; crown && step < 4; step++) {
    const above: Token | undefined = tokens[crown.head]
    if (!above || !/^(?:NOUN|PROPN)$/.test(above.upos)) break
    const joined = crown.relation === "conj" && overlaps(crown, words) && isNamed(above)
    if (!joined && !(INSIDE.test(crown.relation) && isOf(crown, tokens))) break
    crown = above
  }
  if (!crown) return [text.slice(words.from, words.to)]
  const below = (at: Token, relations: RegExp) =>
    tokens.filter(token => token.head === at.index && relations.test(token.relation))
  const joined = below(crown, /^conj/).filter(
    token => token.upos === "NOUN" && !isNamed(token) && !below(token, /^nmod/).some(isNamed),
  )
  const shared = below(crown, /^(?:compound|amod|nmod:poss|nmod:desc)/)
  return [crown, ...joined].map(head =>
    [
      ...(head === crown ? [] : shared),
      ...below(head, /^(?:compound|amod|flat|nmod)/).filter(token => isOf(token, tokens)),
      head,
    ]
      .flatMap(token => (token === head ? [token] : [...below(token, /^(?:compound|amod|flat)/), token]))
      .sort((a, b) => a.index - b.index)
      .map(token => `${token.relation.startsWith("nmod") && token.index > head.index ? "of " : ""}${token.norm}`)
      .join(" "),
  )
}

/** Whether a phrase hangs by "of", "from" or "in", or by no preposition at all. */
const isOf = (token: Token, tokens: readonly Token[]) =>
  tokens.every(
    other => other.head !== token.index || other.relation !== "case" || /^(?:of|from|in|['’]s?)$/i.test(other.norm),
  )

interface XmlSentence {
  readonly id: string
  readonly category: string
  readonly date: string
  readonly evaluate?: string
  readonly Text?: string
  readonly EventCoding?: readonly {
    readonly sourcecode?: string
    readonly targetcode?: string
    readonly noevents?: string
  }[]
}

/** The records of the categories we compare, those switched off left out. */
function functionalRecords(folder: string): FunctionalRecord[] {
  const file = readdirSync(folder).find(name => name.endsWith(".xml"))
  if (!file) throw new Error(`petrarch: ${folder} holds no validation XML`)
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: "",
    parseTagValue: false,
    isArray: name => name === "EventCoding" || name === "Sentence",
  })
  // The file is no XML as it stands: comments quote comments, and <PLEvent {…}> is never closed.
  const xml = readFileSync(join(folder, file), "utf8").replace(/<!--.*?-->|<PLEvent.*?>$/gms, "")
  const tree = parser.parse(xml.slice(xml.indexOf("<Sentences>"))) as { Sentences: { Sentence: XmlSentence[] } }
  return tree.Sentences.Sentence.filter(
    s => s.evaluate !== "false" && CATEGORIES.some(category => category === s.category) && s.Text,
  ).map(s => ({
    id: s.id,
    category: s.category,
    date: `${s.date.slice(0, 4)}-${s.date.slice(4, 6)}-${s.date.slice(6, 8)}`,
    text: s.Text!.replace(/\s+/g, " ").trim(),
    gold: new Set((s.EventCoding ?? []).filter(e => !e.noevents).map(e => `${e.sourcecode} → ${e.targetcode}`)),
  }))
}
