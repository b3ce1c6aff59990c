import { styleText } from "node:util"
import type { Document } from "../model/document.ts"
import type { EventRecord, RecordActor } from "../model/eventRecord.ts"

/** Colour only where a person looks on; `styleText` knows NO_COLOR and pipes. */
const paint = (style: "bold" | "dim" | "cyan", text: string) => styleText(style, text, { stream: process.stdout })

/** "Antony Blinken (USA)", "Secretary of Defense (USA)", "PRK" */
export const actorName = ({ name, state }: Pick<RecordActor, "name" | "state">): string =>
  name ? (state === "-" ? name : `${name} (${state})`) : state

const list = (actors: readonly RecordActor[]) => actors.map(actorName).join(", ")

/** "Antony Blinken (USA), Chung Eui-yong (KOR)" or "USA → PRK" */
export const who = ({ participants, source, target }: EventRecord): string =>
  [participants, source]
    .filter(a => a.length)
    .map(list)
    .join("; ") + (target.length ? ` → ${list(target)}` : "")

/** "2022-02-02", "XXXX-XX-25", "day unknown" */
export const day = ({ date }: EventRecord): string => date.value ?? date.partial ?? "day unknown"

const oneLine = (words: string) => words.replace(/\s+/g, " ")

/** An event as a line of who did what and the words it rests on. */
export function eventLines(event: EventRecord): string {
  const status = event.status === "happened" ? "" : ` (${event.status})`
  const chain = event.provenance.slice(0, -1)
  const issues = event.issues.length ? `  ${paint("dim", event.issues.join(", "))}` : ""
  const first = event.mentions[0]!
  const more = event.mentions.length > 1 ? ` and ${event.mentions.length - 1} more` : ""
  return [
    `${paint("bold", day(event).padEnd(10))}  ${paint("cyan", event.type)}${status}  ${who(event)}${issues}`,
    `            “${oneLine(first.quote)}”`,
    paint(
      "dim",
      `            ${event.doc} ${first.from}–${first.to}${more}${chain.length ? ` · told by ${chain.join(" ← ")}` : ""}`,
    ),
    ...event.flags.map(flag => paint("dim", `            note: ${flag}`)),
  ].join("\n")
}

/** What a document tells, by day. */
export function documentLines(doc: Document, events: readonly EventRecord[]): string {
  const head = [doc.outlet, doc.published?.slice(0, 10), doc.title ?? doc.id].filter(Boolean).join(" · ")
  const ordered = events.toSorted((a, b) => order(a).localeCompare(order(b)))
  return `${[paint("bold", head), ...ordered.map(eventLines)].join("\n")}\n${events.length ? "" : "  (no events)\n"}`
}

/** By first possible day; unknown days last. */
const order = (event: EventRecord) => event.date.value?.replace(/^\.\.|^(.*)\/.*$/, "$1") || "9999"
