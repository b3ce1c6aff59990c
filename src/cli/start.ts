import { fileURLToPath } from "node:url"
import { Command, Option } from "commander"
import { addDocuments } from "./add.ts"
import { examples, type MakeCommand } from "./command.ts"
import { print } from "./output.ts"
import { progress } from "./progress.ts"
import { DEFAULT_PORT, freePort, serveRecord } from "./serve.ts"
import { gatheredLines } from "./show.ts"
import { recordOption, withRecord } from "./theRecord.ts"

/** The sample reports that come with the program. */
const SAMPLES = fileURLToPath(new URL("../../examples", import.meta.url))

/** `readout start`, which `npm start` runs: from the sample reports to a cited chronology and its pages. */
export const startCommand: MakeCommand = finish =>
  new Command("start")
    .summary("add the sample reports, print the chronology, serve the pages")
    .description(
      "Adds the sample reports of examples/ to the record, prints the chronology with its words, and serves the pages.",
    )
    .addOption(recordOption())
    .addOption(new Option("--no-serve", "end after printing"))
    .addHelpText("after", examples("start", "start --no-serve"))
    .action(async (options: { record: string; serve: boolean }) => {
      await withRecord(options.record, true, async record => {
        const shown = progress(undefined)
        const { status } = await addDocuments(record, [SAMPLES], {}, shown).finally(() => shown.end())
        for await (const event of record.events({})) await print(`${gatheredLines(event)}\n`)
        await print(
          `\nThe record is ${options.record}. "npm run readout -- why ID" shows all that is behind an event.\n`,
        )
        if (options.serve) await serveRecord(record, await freePort(DEFAULT_PORT))
        finish(status)
      })
    })
