import { createWriteStream } from "node:fs"
import { pipeline } from "node:stream/promises"
import { Command, Option } from "commander"
import { EXPORTS, materialOf } from "../exports/index.ts"
import { type FilterWords, filterOf } from "../model/filter.ts"
import { examples, type MakeCommand, WrongUse } from "./command.ts"
import { filtered } from "./filter.ts"
import { print } from "./output.ts"
import { recordOption, withRecord } from "./theRecord.ts"

interface Options extends FilterWords {
  readonly record: string
  readonly format: string
  readonly output?: string
}

/** `readout export --format F`: the record in a format of other programs. */
export const exportCommand: MakeCommand = finish =>
  filtered(new Command("export").summary("write the record in a format of other programs"))
    .description("Writes the record's events in a format of other programs.")
    .addOption(
      new Option("--format <format>", "one of the formats below")
        .choices(EXPORTS.map(e => e.name))
        .makeOptionMandatory(),
    )
    .addOption(recordOption())
    .option("--output <file>", "write to a file, not to standard output")
    .addHelpText("after", `\nFormats:\n${EXPORTS.map(e => `  ${e.name.padEnd(14)} ${e.means}`).join("\n")}`)
    .addHelpText(
      "after",
      examples(
        "export --format csv --actor PRK --output korea.csv",
        "export --format markdown --since 2022-02 --until 2022-02",
        "export --format jsonl > record.jsonl",
      ),
    )
    .action(async (options: Options) => {
      await withRecord(options.record, false, async record => {
        const pieces = EXPORTS.find(e => e.name === options.format)!.write(materialOf(record, filterOf(options)))
        if (options.output) {
          try {
            await pipeline(pieces, createWriteStream(options.output))
          } catch (error) {
            throw new WrongUse(`${options.output} cannot be written: ${(error as Error).message}`)
          }
        } else for await (const piece of pieces) await print(piece)
        finish(0)
      })
    })
