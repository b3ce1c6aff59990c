import { Command, Option } from "commander"
import { examples, given, type Lacking, lacking, type MakeCommand } from "./command.ts"
import { print } from "./output.ts"
import { documentLines } from "./show.ts"

/** `readout read FILE…`: what documents say; stores nothing. */
export const readCommand: MakeCommand = finish => {
  const command = new Command("read")
    .summary("read documents and print what they say")
    .description("Reads documents and prints the events they tell, each with its words. Stores nothing.")
    .argument("<file...>", 'files or folders; "-" is standard input')
    .addOption(
      new Option("--format <format>", "text, or one JSON object an event; text where a person looks on")
        .choices(["text", "jsonl"])
        .default(process.stdout.isTTY ? "text" : "jsonl", "text on a terminal, jsonl into a pipe"),
    )
  for (const option of lacking()) command.addOption(option)
  return command
    .addHelpText(
      "after",
      examples(
        "read story.txt --date 2022-02-04 --zone America/New_York --outlet Yonhap",
        "read reports.jsonl page.html feed.xml --format text",
        "read - --format jsonl < reports.jsonl",
      ),
    )
    .action(async (files: string[], options: Lacking & { format: "text" | "jsonl" }) => {
      const { eachDocument, read, records } = await import("./reading.ts")
      const status = await eachDocument(files, given(options), async document => {
        const events = records(read(document))
        if (options.format === "text") await print(`${documentLines(document, events)}\n`)
        else for (const event of events) await print(`${JSON.stringify(event)}\n`)
      })
      finish(status)
    })
}
