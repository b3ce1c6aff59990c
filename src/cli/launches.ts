import { Command, Option } from "commander"
import { stringify } from "csv-stringify/sync"
import { launchLedger } from "../api/across.ts"
import { CNS_COLUMNS, cnsRow, type Launch, occasionsOnly } from "../linking/launches.ts"
import { type FilterWords, filterOf } from "../model/filter.ts"
import { examples, type MakeCommand } from "./command.ts"
import { filtered } from "./filter.ts"
import { print } from "./output.ts"
import { recordOption, withRecord } from "./theRecord.ts"

const told = (values: Launch["types"]) => values.map(({ value, by }) => `${value} (says ${by})`).join(" / ")

/** The day of a launch, and in words how well it is known. */
function dayOf({ day, known }: Launch): string {
  if (day === null) return "no day"
  return known === "only before"
    ? `some time before ${day.slice(2)}`
    : known === "or before"
      ? `${day} or just before`
      : day
}

function lines(launch: Launch): string {
  const kind = told(launch.types) || "kind not told"
  const zone = launch.zone ? ` ${launch.zone}` : ""
  const counts = launch.counts.map(
    c =>
      `            ${c.by} counts ${c.claimed}${c.from ? ` since ${c.from}` : ""}; the record holds ${c.inRecord} (${c.basis})\n`,
  )
  return (
    `${dayOf(launch)}${zone}  ${launch.actor}  ${kind}${launch.status === "happened" ? "" : `  ${launch.status}`}\n` +
    `            “${launch.quote.replace(/\s+/g, " ")}”\n${counts.join("")}` +
    `            ${launch.sources.length} independent: ${launch.sources.map(s => s.name).join(", ")}; ${launch.event}\n` +
    (launch.retold.length ? `            told again without a day of its own: ${launch.retold.join(", ")}\n` : "")
  )
}

/** `readout launches`: the launch ledger. */
export const launchesCommand: MakeCommand = finish =>
  filtered(new Command("launches").summary("print the launch ledger"), ["type"])
    .description(
      "Prints the launches of the record by day: date with zone and how well it is known, kind of weapon and who says so, outcome as told, and running counts as claimed beside the record's own count. The csv has the columns of the CNS/NTI missile test sheet.",
    )
    .addOption(recordOption())
    .addOption(
      new Option("--format <format>", "text, csv, or one JSON object a launch")
        .choices(["text", "csv", "jsonl"])
        .default("text"),
    )
    .option("--all", "also what is held to mean another launch of the ledger: “after the launch”, “its latest test”")
    .addHelpText("after", examples("launches --actor PRK --since 2022", "launches --format csv > launches.csv"))
    .action(async (options: Omit<FilterWords, "type"> & { record: string; format: string; all?: true }) => {
      await withRecord(options.record, false, async record => {
        const whole = (await launchLedger(record, filterOf(options))).ledger
        const ledger = options.all ? whole : occasionsOnly(whole)
        if (options.format === "csv")
          await print(stringify([CNS_COLUMNS, ...ledger.map(cnsRow)], { record_delimiter: "\r\n" }))
        else
          for (const launch of ledger)
            await print(options.format === "jsonl" ? `${JSON.stringify(launch)}\n` : lines(launch))
        const more = whole.length - ledger.length
        const folded = more ? `; ${more} more that are held to mean one of them: --all shows them` : ""
        if (options.format === "text")
          await print(`${ledger.length} launch${ledger.length === 1 ? "" : "es"}${folded}\n`)
        finish(0)
      })
    })
