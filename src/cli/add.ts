import { Command } from "commander"
import type { Record } from "../record/index.ts"
import { documents, type Given } from "../sources/index.ts"
import { examples, given, type Lacking, lacking, type MakeCommand, type Status } from "./command.ts"
import { print } from "./output.ts"
import { type Progress, progress } from "./progress.ts"
import { recordOption, withRecord } from "./theRecord.ts"

/** What adding came to. */
export interface Added {
  readonly status: Status
  readonly added: number
  readonly versions: number
  readonly known: number
  readonly events: number
}

/**
 * Reads documents and keeps them with what they tell, one transaction a document: what was named as kept is on the disk,
 * and work that was cut short goes on where it stood, since documents already kept are passed over.
 * @param kept is called after each document is safely on the disk
 */
export async function addDocuments(
  record: Record,
  files: readonly string[],
  known: Given,
  shown: Progress,
  kept: (id: string, events: number) => Promise<void> = async () => {},
): Promise<Added> {
  const { eachDocument, read, records } = await import("./reading.ts")
  const counts = { added: 0, versions: 0, known: 0, events: 0 }
  const status = await eachDocument(files, known, async document => {
    if (await record.holds(document)) counts.known++
    else {
      const claims = records(read(document))
      const [outcome] = await record.keep([{ document, claims }])
      if (outcome === "new") counts.added++
      else counts.versions++
      counts.events += claims.length
      shown.events += claims.length
      await kept(document.id, claims.length)
    }
    shown.documents++
    shown.step(document.id)
  })
  return { status, ...counts }
}

/** How many documents the files hold; unknown where one of them is a stream. */
async function count(files: readonly string[]): Promise<number | undefined> {
  if (files.includes("-") || !process.stderr.isTTY) return undefined
  let total = 0
  for await (const found of documents(files)) if ("document" in found) total++
  return total
}

/** `readout add FILE…` */
export const addCommand: MakeCommand = finish => {
  const command = new Command("add")
    .summary("read documents and keep them in the record")
    .description(
      "Reads documents and keeps what they tell in the record. Adding the same document again changes nothing; the same id with another text is a new version. Work that was cut short is taken up by giving the same command again.",
    )
    .argument("<file...>", 'files or folders; "-" is standard input')
    .addOption(recordOption())
  for (const option of lacking()) command.addOption(option)
  return command
    .addHelpText("after", examples("add examples", "add reports.jsonl --record korea.record", "add - < reports.jsonl"))
    .action(async (files: string[], options: Lacking & { record: string }) => {
      await withRecord(options.record, true, async record => {
        const shown = progress(await count(files))
        const result = await addDocuments(record, files, given(options), shown, (id, events) =>
          process.stdout.isTTY ? Promise.resolve() : print(`kept ${id}: ${events} events\n`),
        ).finally(() => shown.end())
        const { status, added, versions, known, events } = result
        await print(
          `${added} documents added${versions ? `, ${versions} new versions` : ""}${known ? `, ${known} known before` : ""}; they tell ${events} events. Record: ${options.record}\n`,
        )
        finish(status)
      })
    })
}
