import { Command, Option } from "commander"
import { stringify } from "csv-stringify/sync"
import { launchLedger } from "../api/across.ts"
import { CNS_COLUMNS, cnsRow, type Launch } from "../linking/launches.ts"
import { type FilterWords, filterOf } from "../model/filter.ts"
import { examples, type MakeCommand } from "./command.ts"
import { filtered } from "./filter.ts"
import { print } from "./output.ts"
import { recordOption, withRecord } from "./theRecord.ts"

const told = (values: Launch["types"]) => values.map(({ value, by }) => `${value} (says ${by})`).join(" / ")

function lines(launch: Launch): string {
  const kind = told(launch.types) || "kind not told"
  const zone = launch.zone ? ` ${launch.zone}` : ""
  const counts = launch.counts.map(
    c =>
      `            ${c.by} counts ${c.claimed}${c.from ? ` since ${c.from}` : ""}; the record holds ${c.inRecord} (${c.basis})\n`,
  )
  return (
    `${launch.day ?? "no day"}${zone}  ${launch.actor}  ${kind}${launch.status === "happened" ? "" : `  ${launch.status}`}\n` +
    `            “${launch.quote.replace(/\s+/g, " ")}”\n${counts.join("")}` +
    `            ${launch.sources.length} independent: ${launch.sources.map(s => s.name).join(", ")}; ${launch.event}\n`
  )
}

/** `readout launches`: the launch ledger. */
export const launchesCommand: MakeCommand = finish =>
  filtered(new Command("launches").summary("print the launch ledger"), ["type"])
    .description(
      "Prints the launches of the record by day: date with zone, kind of weapon and who says so, outcome as told, and running counts as claimed beside the record's own count. The csv has the columns of the CNS/NTI missile test sheet.",
    )
    .addOption(recordOption())
    .addOption(
      new Option("--format <format>", "text, csv, or one JSON object a launch")
        .choices(["text", "csv", "jsonl"])
        .default("text"),
    )
    .addHelpText("after", examples("launches --actor PRK --since 2022", "launches --format csv > launches.csv"))
    .action(async (options: Omit<FilterWords, "type"> & { record: string; format: string }) => {
      await withRecord(options.record, false, async record => {
        const { ledger } = await launchLedger(record, filterOf(options))
        if (options.format === "csv")
          await print(stringify([CNS_COLUMNS, ...ledger.map(cnsRow)], { record_delimiter: "\r\n" }))
        else
          for (const launch of ledger)
            await print(options.format === "jsonl" ? `${JSON.stringify(launch)}\n` : lines(launch))
        if (options.format === "text") await print(`${ledger.length} launches\n`)
        finish(0)
      })
    })
