import { Command, Option } from "commander"
import { answering, type OpenItem, openItems } from "../linking/openItems.ts"
import type { Claim } from "../model/claim.ts"
import { type FilterWords, filterOf } from "../model/filter.ts"
import type { GatheredEvent } from "../model/gathered.ts"
import { examples, type MakeCommand } from "./command.ts"
import { filtered } from "./filter.ts"
import { print } from "./output.ts"
import { recordOption, withRecord } from "./theRecord.ts"

/** How many events are looked through for an answer to one thing awaited. */
const ENOUGH = 200

const asClaim = (event: GatheredEvent): Claim => ({ ...event, doc: event.clearest })
const shown = ({ claim, state, by, outcome, reason }: OpenItem) =>
  `${state}${outcome ? ` (${outcome}${by ? `: ${by}` : ""})` : ""}  ${claim.date.value ?? "no day"}  ${claim.type}, ${claim.status}  ${reason}\n            “${claim.mentions[0]?.quote.replace(/\s+/g, " ") ?? ""}”\n            ${claim.doc}\n`

/** `readout awaited`: what was hoped for, planned or promised, and what became of it. */
export const awaitedCommand: MakeCommand = finish =>
  filtered(new Command("awaited").summary("print what was hoped for or planned, and what became of it"))
    .description(
      "Prints what was planned, hoped for or made conditional, with what the record holds in answer: it came about, it was refused, it lapsed, or it is still open.",
    )
    .addOption(recordOption())
    .addOption(
      new Option("--format <format>", "text, or one JSON object an item").choices(["text", "jsonl"]).default("text"),
    )
    .addHelpText("after", examples("awaited --issue sanctions", "awaited --actor KOR --since 2022"))
    .action(async (options: FilterWords & { record: string; format: string }) => {
      await withRecord(options.record, false, async record => {
        let found = 0
        const today = new Date().toISOString().slice(0, 10)
        for await (const event of record.events({
          statuses: ["planned", "hoped", "conditional"],
          ...filterOf(options),
        })) {
          const claim = asClaim(event)
          const published = event.documents.find(doc => doc.id === event.clearest)?.published?.slice(0, 10)
          const states = new Set([...claim.participants, ...claim.source, ...claim.target].map(actor => actor.state))
          const filter = { types: answering(claim.type), ...(published ? { since: published } : {}) }
          const answers = new Map<string, GatheredEvent>()
          // who answers need not be who was awaited: members veto what a council was to adopt
          const asked = [
            ...[...states].map(actor => ({ actor })),
            ...(claim.issues.length ? [{ issues: claim.issues }] : []),
          ]
          for (const question of asked) {
            const { events } = await record.chronology({ ...filter, ...question }, { limit: ENOUGH, offset: 0 })
            for (const other of events) if (other.id !== event.id) answers.set(other.id, other)
          }
          const heads = new Map([[claim.doc, published ?? today]])
          const [item] = openItems([claim, ...[...answers.values()].map(asClaim)], heads, today)
          if (!item) continue
          found++
          await print(options.format === "jsonl" ? `${JSON.stringify({ event: event.id, ...item })}\n` : shown(item))
        }
        if (options.format === "text") await print(found ? `${found} things awaited\n` : "nothing is awaited\n")
        finish(0)
      })
    })
