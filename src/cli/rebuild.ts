import { existsSync, renameSync, rmSync, statSync } from "node:fs"
import { join } from "node:path"
import { Command } from "commander"
import { rebuild } from "../record/rebuild.ts"
import { examples, type MakeCommand } from "./command.ts"
import { print, warn } from "./output.ts"
import { recordOption, withRecord } from "./theRecord.ts"

/** SQLite's companions of a file. */
const COMPANIONS = ["-wal", "-shm"]

/** `readout rebuild`: reads every kept document anew and makes every correction again. */
export const rebuildCommand: MakeCommand = finish =>
  new Command("rebuild")
    .summary("read the kept documents anew, and make every correction again")
    .description(
      "Reads every kept document anew with this version of readout and makes every correction again, in a new file that takes the place of the old one when all is done; the old one stays beside it, with the ending .before.",
    )
    .addOption(recordOption())
    .addHelpText("after", examples("rebuild", "rebuild --record korea.record"))
    .action(async (options: { record: string }) => {
      const { read, records } = await import("./reading.ts")
      const folder = existsSync(options.record) && statSync(options.record).isDirectory()
      const file = folder ? join(options.record, "record.sqlite") : options.record
      const fresh = `${file}.rebuilt`
      for (const end of ["", ...COMPANIONS]) rmSync(`${fresh}${end}`, { force: true })
      const result = await withRecord(file, false, from =>
        withRecord(fresh, true, into => rebuild(from, into, doc => records(read(doc)))),
      )
      for (const end of COMPANIONS) rmSync(`${file}${end}`, { force: true })
      renameSync(file, `${file}.before`)
      renameSync(fresh, file)
      for (const { correction, reason } of result.lost)
        warn(`correction ${correction.number} by ${correction.author} could not be made: ${reason}`)
      await print(
        `${result.documents} documents read anew, ${result.corrections} corrections made again; the old record is ${file}.before\n`,
      )
      finish(result.lost.length ? 1 : 0)
    })
