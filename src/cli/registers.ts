import { Command, Option } from "commander"
import { stringify } from "csv-stringify/sync"
import { eventsOf, registers } from "../api/across.ts"
import { COLUMN_NAMES, type Register, readRegister, registerRow } from "../linking/registers.ts"
import { type FilterWords, filterOf } from "../model/filter.ts"
import { examples, type MakeCommand, WrongUse } from "./command.ts"
import { filtered } from "./filter.ts"
import { print } from "./output.ts"
import { recordOption, withRecord } from "./theRecord.ts"

interface Options extends FilterWords {
  readonly record: string
  readonly format: "text" | "csv" | "jsonl"
  readonly save?: true
  readonly columns?: string
  readonly title?: string
  readonly author?: string
}

/** `readout registers [NAME]`: lists, shows and saves registers. */
export const registersCommand: MakeCommand = finish =>
  filtered(new Command("registers").summary("show a register by name, or save one"))
    .description(
      "Without a name, lists the registers: launches, calls and meetings, sanctions and resolutions, and whatever was saved. With a name, prints its events in its own columns, narrowed by the filters. With --save, keeps the filters and columns as a register under that name.",
    )
    .argument("[name]", "name of a register")
    .addOption(recordOption())
    .addOption(new Option("--format <format>", "text, csv or jsonl").choices(["text", "csv", "jsonl"]).default("text"))
    .option("--save", "save the filters as a register of this name")
    .option("--columns <names>", `columns of a register that is saved: ${COLUMN_NAMES.join(", ")}`)
    .option("--title <words>", "title of a register that is saved")
    .option("--author <name>", "who saves it")
    .addHelpText(
      "after",
      examples(
        "registers",
        "registers launches --actor PRK --format csv",
        "registers korea-calls --save --actor KOR --type call --author Ana",
      ),
    )
    .action(async (name: string | undefined, options: Options) => {
      await withRecord(options.record, options.save === true, async record => {
        const filter = filterOf(options)
        if (options.save) {
          if (!name || !options.author) throw new WrongUse("a register is saved under a name and by somebody: --author")
          const { zone: _zone, doc: _doc, ...question } = filter
          const columns = options.columns?.split(",").map(column => column.trim())
          let register: Register
          try {
            register = readRegister({ name, title: options.title, questions: [question], columns })
          } catch (error) {
            throw new WrongUse((error as Error).message)
          }
          await record.saveRegister({ name, author: options.author, register })
          await print(`saved ${name}\n`)
          return finish(0)
        }
        const known = await registers(record)
        if (!name) {
          for (const register of known) await print(`${register.name.padEnd(34)} ${register.title}\n`)
          return finish(0)
        }
        const register = known.find(r => r.name === name)
        if (!register) throw new WrongUse(`there is no register "${name}"; known: ${known.map(r => r.name).join(", ")}`)
        const { events } = await eventsOf(record, register, filter)
        const rows = events.map(event => registerRow(register, event))
        if (options.format === "csv") await print(stringify([register.columns, ...rows], { record_delimiter: "\r\n" }))
        else if (options.format === "jsonl") {
          for (const row of rows)
            await print(`${JSON.stringify(Object.fromEntries(register.columns.map((c, i) => [c, row[i]])))}\n`)
        } else {
          const line = (cells: readonly string[]) =>
            `${cells.map(cell => cell.replace(/\s+/g, " ") || "–").join(" | ")}\n`
          if (rows.length > 0) await print(line(register.columns))
          for (const row of rows) await print(line(row))
          await print(`${rows.length} event${rows.length === 1 ? "" : "s"}\n`)
        }
        finish(0)
      })
    })
