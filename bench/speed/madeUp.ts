import { DatabaseSync } from "node:sqlite"
import { candidateKeys } from "../../src/linking/candidates.ts"
import { storyKeys } from "../../src/linking/stories.ts"
import type { Claim } from "../../src/model/claim.ts"
import type { Document } from "../../src/model/document.ts"
import { EVENT_TYPES, type EventType, ISSUES } from "../../src/model/event.ts"
import type { RecordActor } from "../../src/model/eventRecord.ts"
import { when } from "../../src/record/days.ts"
import { openRecord } from "../../src/record/index.ts"
import { columnsOf } from "../../src/record/keep.ts"

export const TYPES = Object.keys(EVENT_TYPES) as EventType[]
export const CLAIMS_A_DOCUMENT = 8
/** The first day of a made-up record. */
export const FIRST = Date.UTC(2002, 0, 1)
export const DAY = 86_400_000
/** What a day's reports tell: a million claims are then 24 years of them. */
const CLAIMS_A_DAY = 115
/** Of a hundred claims, so many retell an event that another report told within these many claims before. */
const RETOLD = 20
const RECENT = 300
const VOCABULARY = 3000
const SYLLABLES = "ba ce di fo gu ka le mi no pu ra se ti vo zu".split(" ")

/** The word of a rank, of three syllables: rank 0 stands in most reports, the last ones hardly ever. */
export const wordOf = (r: number): string =>
  [r % 15, Math.floor(r / 15) % 15, Math.floor(r / 225)].map(at => SYLLABLES[at]!).join("")

/** A report and what it tells. */
export interface Report {
  readonly document: Document
  readonly claims: readonly Claim[]
}

export const isoDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** Few act often and many seldom, as in the news: rank r of n with a weight of 1/r. */
export const rank = (n: number, random: () => number): number => Math.floor(n ** random()) - 1
/** A person of a state: four of each state bear the same family name. */
export const person = (of: string, n: number): string => `Person${n} Family${n % 10}${of}`

/** The code of the state of a rank. */
export const state = (r: number): string => String.fromCharCode(65 + (r % 26), 65 + (Math.floor(r / 26) % 26), 90)

/** The day, counted from the first, on which a report of a record comes out. */
export const dayOf = (report: number): number => Math.floor((report * CLAIMS_A_DOCUMENT) / CLAIMS_A_DAY) + 3

/** A report of a day: its events fall on that day or on one of the two before. */
export function report(at: number, day: number, random: () => number): Report {
  const id = `report-${at}`
  const published = isoDay(FIRST + day * DAY)
  const words = () => Array.from({ length: 14 }, () => wordOf(rank(VOCABULARY, random))).join(" ")
  const sentences = Array.from({ length: CLAIMS_A_DOCUMENT }, words)
  const text = sentences.join(". ")
  const claims = sentences.map((quote, n): Claim => {
    const from = text.indexOf(quote)
    const word = { from, to: from + quote.length, quote }
    const actor = (): RecordActor => {
      const r = rank(190, random)
      const name = random() < 0.6 ? person(state(r), rank(40, random)) : undefined
      return { state: state(r), ...(name ? { name } : {}), certainty: "stated", evidence: [word] }
    }
    const type = TYPES[rank(TYPES.length, random)]!
    const { symmetric } = EVENT_TYPES[type]
    const date = isoDay(FIRST + (day - Math.floor(random() * 3)) * DAY)
    const kind = random()
    const value = kind < 0.05 ? null : kind < 0.06 ? date.slice(0, 4) : kind < 0.08 ? date.slice(0, 7) : date
    const midnight = Date.parse(`${date}T05:00:00.000Z`)
    return {
      doc: id,
      id: `${id}#${type}-${n}`,
      type,
      plover: { event: EVENT_TYPES[type].root },
      status: random() < 0.85 ? "happened" : "hoped",
      statusEvidence: [word],
      participants: symmetric ? [actor(), actor()] : [],
      source: symmetric ? [] : [actor()],
      target: symmetric ? [] : [actor()],
      date: {
        value,
        zone: "America/New_York",
        ...(value?.length === 10
          ? { utc: { from: new Date(midnight).toISOString(), to: new Date(midnight + DAY).toISOString() } }
          : {}),
        certainty: "stated",
        evidence: [word],
      },
      saidBy: random() < 0.3 ? [actor()] : [],
      provenance: ["Agency"],
      issues: random() < 0.6 ? [ISSUES[rank(ISSUES.length, random)]!] : [],
      slots: {},
      flags: [],
      mentions: [word],
    }
  })
  return { document: { id, published, zone: "America/New_York", outlet: "Agency", text }, claims }
}

/** So many reports, in the order of their days. */
export function* reports(count: number, random: () => number): Generator<Report> {
  for (let at = 0; at < count; at++) yield report(at, dayOf(at), random)
}

/** How a made-up record is filled. */
export interface Filling {
  /** Whether claims and documents are filed under the keys that linking looks under; no question reads them. */
  readonly keys: boolean
  /** Whether one claim in five joins the event of an earlier one, as `why` shows it; else every claim is an event of its own. */
  readonly retold?: (() => number) | undefined
}

/**
 * Makes a record and fills it straight through SQL: prepared statements, large transactions, and indexes made when all rows are in.
 * It holds what keeping the reports would leave, in a hundredth of the time.
 */
export async function fill(path: string, all: Iterable<Report>, { keys, retold }: Filling): Promise<void> {
  await (await openRecord(path, { create: true })).close()
  const db = new DatabaseSync(path)
  db.exec("pragma synchronous = off; pragma cache_size = -400000; pragma temp_store = memory")
  const indexes = db.prepare("select name, sql from sqlite_master where type = 'index' and sql is not null").all()
  for (const { name } of indexes) db.exec(`drop index ${name}`)
  db.exec("begin")
  const enter = {
    document: db.prepare(
      "insert into documents (key, id, version, published, zone, outlet, text, hash, added) values (?, ?, 1, ?, ?, ?, ?, ?, ?)",
    ),
    words: db.prepare("insert into documents_words (rowid, text) values (?, ?)"),
    story: db.prepare("insert or ignore into story_keys (story_key, doc) values (?, ?)"),
    claim: db.prepare(
      "insert into claims (key, id, doc, event, type, status, record, day, teller_state, teller_name) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    event: db.prepare(
      "insert into events (key, id, type, status, moment, first_day, last_day, wide, utc_from, utc_to, clearest, claims) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
    ),
    again: db.prepare("update events set claims = claims + 1 where key = ?"),
    link: db.prepare(
      "insert into links (a, b, verdict, reasons, judge, score) values (min(?1, ?2), max(?1, ?2), ?3, ?4, 'program', 1)",
    ),
    block: db.prepare("insert or ignore into blocks (block, claim) values (?, ?)"),
    actor: db.prepare("insert into actors (key, state, name, events) values (?, ?, ?, 0)"),
    actorWords: db.prepare("insert into actors_words (rowid, name) values (?, ?)"),
    acts: db.prepare("update actors set events = ? where key = ?"),
    party: db.prepare(
      "insert or ignore into parties (party, event, type, status, moment, first_day, last_day, wide) values (?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    topic: db.prepare(
      "insert or ignore into topics (issue, event, type, status, moment, first_day, last_day, wide) values (?, ?, ?, ?, ?, ?, ?, ?)",
    ),
  }
  const actors = new Map<string, { readonly key: number; events: number }>()
  const actorKey = (state: string, name: string) => {
    let known = actors.get(`${state} ${name}`)
    if (!known) {
      known = { key: actors.size + 1, events: 0 }
      actors.set(`${state} ${name}`, known)
      enter.actor.run(known.key, state, name)
      enter.actorWords.run(known.key, `${state} ${name}`)
    }
    known.events++
    return known.key
  }
  /** Claims of late that stand for an event, in a ring. */
  const recent: { readonly event: number; readonly id: string }[] = []
  let [doc, key] = [0, 0]
  for (const { document, claims } of all) {
    doc++
    const { id, published, zone, outlet, text } = document
    enter.document.run(doc, id, published!, zone!, outlet!, text, id, published!)
    enter.words.run(doc, text)
    if (keys) for (const story of storyKeys(document)) enter.story.run(story, doc)
    for (const claim of claims) {
      key++
      const told =
        retold && recent.length && retold() * 100 < RETOLD ? recent[Math.floor(retold() * recent.length)] : undefined
      const { type, status, record, day, teller_state, teller_name } = columnsOf(claim)
      enter.claim.run(
        ...[key, claim.id, doc, told?.event ?? key],
        ...[type, status, record, day, teller_state, teller_name],
      )
      if (keys) for (const block of candidateKeys(claim)) enter.block.run(block, key)
      if (told) {
        enter.again.run(told.event)
        enter.link.run(told.id, claim.id, "same", '["same type, day and parties"]')
        continue
      }
      const { moment, first_day, last_day, wide, utc_from, utc_to } = when(claim.date)
      const row = [claim.type, claim.status, moment, first_day, last_day, wide] as const
      enter.event.run(key, `event-${key}`, ...row, utc_from, utc_to, key)
      for (const { state, name } of [...claim.participants, ...claim.source, ...claim.target])
        for (const who of name ? ["", name] : [""]) enter.party.run(actorKey(state, who), key, ...row)
      for (const issue of claim.issues) enter.topic.run(issue, key, ...row)
      const other = recent[key % RECENT]
      if (retold && other && key % 30 === 0) enter.link.run(other.id, claim.id, "different", '["another day"]')
      recent[key % RECENT] = { event: key, id: claim.id }
    }
    if (doc % 5000 === 0) {
      db.exec("commit; begin")
      process.stderr.write(`\r${doc} documents filed`)
    }
  }
  for (const { key, events } of actors.values()) enter.acts.run(events, key)
  db.exec("commit")
  for (const { sql } of indexes) db.exec(String(sql))
  db.exec("pragma wal_checkpoint(truncate)")
  db.close()
  process.stderr.write("\n")
}
