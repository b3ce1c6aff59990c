import { Command, InvalidArgumentError, Option } from "commander"
import { type FilterWords, filterOf } from "../model/filter.ts"
import { examples, type MakeCommand } from "./command.ts"
import { filtered } from "./filter.ts"
import { print } from "./output.ts"
import { gatheredLines } from "./show.ts"
import { recordOption, withRecord } from "./theRecord.ts"

const whole = (value: string) => {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("Write a whole number.")
  return Number(value)
}

interface Options extends FilterWords {
  readonly record: string
  readonly limit: number
  readonly offset: number
  readonly format: "text" | "jsonl"
}

/** `readout chronology`: the record's events in the order of their days. */
export const chronologyCommand: MakeCommand = finish =>
  filtered(new Command("chronology").summary("print the record's events by day"))
    .description("Prints the record's events in the order of their days, each with its words and who tells it.")
    .addOption(recordOption())
    .addOption(new Option("--limit <n>", "how many events at most").argParser(whole).default(100))
    .addOption(new Option("--offset <n>", "how many events to pass over").argParser(whole).default(0))
    .addOption(
      new Option("--format <format>", "text, or one JSON object an event").choices(["text", "jsonl"]).default("text"),
    )
    .addHelpText(
      "after",
      examples(
        "chronology --actor PRK --type launch --since 2022-01-01",
        "chronology --actor Blinken --type call,meeting --zone Asia/Seoul",
        "chronology --issue humanitarian-aid --status happened,ongoing",
      ),
    )
    .action(async (options: Options) => {
      await withRecord(options.record, false, async record => {
        const { limit, offset } = options
        const { total, events } = await record.chronology(filterOf(options), { limit, offset })
        for (const event of events)
          await print(options.format === "jsonl" ? `${JSON.stringify(event)}\n` : `${gatheredLines(event)}\n`)
        if (options.format === "text") {
          const shown =
            events.length === total ? `${total} event${total === 1 ? "" : "s"}` : `${events.length} of ${total} events`
          await print(
            `${shown}${offset + events.length < total ? `; --offset ${offset + events.length} shows the next` : ""}\n`,
          )
        }
        finish(0)
      })
    })
