import { Command } from "commander"
import { examples, type MakeCommand, WrongUse } from "./command.ts"
import { print } from "./output.ts"
import { caseLines } from "./show.ts"
import { recordOption, withRecord } from "./theRecord.ts"

/** `readout why EVENT`: everything behind an event. */
export const whyCommand: MakeCommand = finish =>
  new Command("why")
    .summary("show everything behind an event")
    .description(
      "Shows every claim behind an event: words, document, teller; why these claims tell of one event, and why its look-alikes do not.",
    )
    .argument("<event>", "id of an event, as the chronology shows it, or of a claim")
    .addOption(recordOption())
    .option("--json", "one JSON object for machines")
    .addHelpText("after", examples("why event-653076766b", "why event-653076766b --json"))
    .action(async (event: string, options: { record: string; json?: true }) => {
      await withRecord(options.record, false, async record => {
        const found = await record.why(event)
        if (!found) throw new WrongUse(`the record holds no event "${event}"; "readout chronology" lists them`)
        await print(options.json ? `${JSON.stringify(found)}\n` : `${caseLines(found)}\n`)
        finish(0)
      })
    })
