import { styleText } from "node:util"
import type { Way } from "../api/ways.ts"
import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import type { EventRecord, RecordActor } from "../model/eventRecord.ts"
import type { Case, DocumentHead, GatheredEvent } from "../model/gathered.ts"
import type { ReviewAnswer } from "../record/index.ts"

/** Colour only where a person looks on; `styleText` knows NO_COLOR and pipes. */
const paint = (style: "bold" | "dim" | "cyan", text: string) => styleText(style, text, { stream: process.stdout })

const MARGIN = " ".repeat(12)
const dim = (text: string) => paint("dim", `${MARGIN}${text}`)

type Told = Pick<
  EventRecord,
  | "type"
  | "status"
  | "participants"
  | "source"
  | "target"
  | "date"
  | "saidBy"
  | "provenance"
  | "issues"
  | "flags"
  | "mentions"
>

/** "Antony Blinken (USA)", "Secretary of Defense (USA)", "PRK" */
const called = ({ name, state }: Pick<RecordActor, "name" | "state">): string =>
  name ? (state === "-" ? name : `${name} (${state})`) : state

const list = (actors: readonly RecordActor[]) => actors.map(called).join(", ")

/** "Antony Blinken (USA), Chung Eui-yong (KOR)" or "USA → PRK" */
const who = ({ participants, source, target }: Told): string =>
  [list([...participants, ...source]), list(target)].filter(Boolean).join(" → ")

const quoted = (words: string | undefined) => `“${(words ?? "").replace(/\s+/g, " ").trim()}”`

const head = (event: Told, day: string | null) =>
  [
    paint("bold", (day ?? event.date.partial ?? "no day").padEnd(10)),
    `${paint("cyan", event.type)}${event.status === "happened" ? "" : ` (${event.status})`}`,
    who(event),
    paint("dim", event.issues.join(", ")),
  ]
    .filter(Boolean)
    .join("  ")

/** "Yonhap, 2022-02-04" or the id, where nothing better is known. */
const titled = ({ id, outlet, published }: DocumentHead) =>
  [outlet ?? id, published?.slice(0, 10)].filter(Boolean).join(", ")

const tellers = ({ saidBy }: Told) => (saidBy.length ? `, told by ${saidBy.map(called).join(" ← ")}` : "")

/** What half a date can mean, with the reasons; it is worked out from what is known beside the text and no part of the date. */
const suggestion = ({ date: { suggested } }: Pick<Told, "date">) =>
  suggested ? [dim(`possible days: ${suggested.value.replace("/", " to ")} (${suggested.reasons.join("; ")})`)] : []

/** What a person set or accepted, beside what the program had read. */
const byHand = ({ edited = [], accepted }: Pick<Claim, "edited" | "accepted">) => [
  ...edited.map(({ field, was, author, correction }) =>
    dim(`${field}: set by ${author} (correction ${correction}); read as ${inWords(was)}`),
  ),
  ...(accepted ? [dim(`accepted by ${accepted.author} (correction ${accepted.correction})`)] : []),
]

/** A value of a claim as it is shown: actors by name, words as they are, anything else as JSON. */
export function inWords(value: unknown): string {
  if (typeof value === "string") return value
  if (Array.isArray(value) && value.length > 0 && value.every(isActor)) return list(value)
  return JSON.stringify(value) ?? "nothing"
}

const isActor = (value: unknown): value is RecordActor =>
  typeof value === "object" && value !== null && "state" in value

/** An event of a document that is read: who did what, the words, and where they stand. */
function eventLines(event: EventRecord): string {
  const first = event.mentions[0]
  const more = event.mentions.length > 1 ? ` and ${event.mentions.length - 1} more` : ""
  return [
    head(event, event.date.value),
    `${MARGIN}${quoted(first?.quote)}`,
    dim(`at ${first?.from}–${first?.to}${more}${tellers(event)}`),
    ...suggestion(event),
    ...event.flags.map(flag => dim(`note: ${flag}`)),
  ].join("\n")
}

/** What a document tells, by day. */
export function documentLines(doc: Document, events: readonly EventRecord[]): string {
  const name = [doc.outlet, doc.published?.slice(0, 10), doc.title ?? doc.id].filter(Boolean).join(" · ")
  const ordered = events.toSorted((a, b) => order(a).localeCompare(order(b)))
  return [paint("bold", name), ...ordered.map(eventLines), ...(events.length ? [] : [dim("no events")]), ""].join("\n")
}

/** By first day; "on or before" by its last; unknown days at the end. */
const order = ({ date }: EventRecord) => date.value?.replace(/^\.\./, "").split("/")[0] || "9999"

/** An event of the record: who did what, the words, whose they are, and its id. */
export function gatheredLines(event: GatheredEvent): string {
  const documents = event.documents.map(titled)
  return [
    head(event, event.day),
    `${MARGIN}${quoted(event.mentions[0]?.quote)}`,
    dim(`${documents.join("; ")}${tellers(event)}`),
    ...suggestion(event),
    ...event.flags.map(flag => dim(`note: ${flag}`)),
    dim(event.id),
  ].join("\n")
}

/** Everything behind an event. */
export function caseLines({ event, claims, reasons, lookalikes }: Case): string {
  const lines = [head(event, event.day), dim(event.id), "", paint("bold", `Claims (${claims.length})`)]
  for (const { claim, document } of claims) {
    lines.push(`  ${titled(document)}${document.title ? ` · ${document.title}` : ""}${tellers(claim)}`, dim(claim.id))
    for (const { quote, from, to } of claim.mentions)
      lines.push(`${MARGIN}${quoted(quote)} ${paint("dim", `${document.id} ${from}–${to}`)}`)
    const { date } = claim
    const words = date.evidence.map(e => quoted(e.quote)).join(", ")
    const day = date.value ?? date.partial ?? "no day"
    lines.push(
      dim(
        `day: ${day}${date.zone ? ` (${date.zone})` : ""}, ${date.certainty}${words ? ` in ${words}` : ""}${date.reason ? `: ${date.reason}` : ""}`,
      ),
      ...suggestion(claim),
    )
    for (const [role, actors] of Object.entries({
      participant: claim.participants,
      source: claim.source,
      target: claim.target,
    }))
      for (const actor of actors)
        lines.push(
          dim(
            `${role}: ${called(actor)}, ${actor.certainty}${actor.evidence[0] ? ` in ${quoted(actor.evidence[0].quote)}` : ""}${actor.reason ? `: ${actor.reason}` : ""}`,
          ),
        )
    lines.push(...claim.flags.map(flag => dim(`note: ${flag}`)), ...byHand(claim))
  }
  if (reasons.length) lines.push("", paint("bold", "Why these are one event"))
  for (const { claims: pair, reasons: why, judge } of reasons)
    lines.push(`  ${pair.join(" = ")}`, dim(`${why.join("; ")} (${judge})`))
  if (lookalikes.length) lines.push("", paint("bold", "Kept apart"))
  for (const { event: other, verdict, reasons: why, judge } of lookalikes)
    lines.push(`  ${verdict}: ${head(other, other.day)}`, dim(`${why.join("; ")} (${judge})`), dim(other.id))
  return lines.join("\n")
}

/** What asks for a second look: the claim or the two, why, and what can be done. */
export function reviewLines({ doubts, told }: ReviewAnswer["items"][number], ways: readonly Way[]): string {
  const width = Math.max(...ways.map(({ does }) => does.length))
  return [
    ...told.flatMap(({ event, claim, document }) => [
      head(claim, claim.date.value),
      `${MARGIN}${quoted(claim.mentions[0]?.quote)}`,
      dim(`${titled(document)}${tellers(claim)}; ${event}`),
    ]),
    ...doubts.map(({ kind, reason }) => `${MARGIN}${kind}: ${reason}`),
    ...ways.map(({ does, command }) => dim(`${`${does}:`.padEnd(width + 1)}  ${command}`)),
  ].join("\n")
}
