import { Command } from "commander"
import { sideBySide } from "../api/across.ts"
import type { Said } from "../linking/compare.ts"
import { examples, type MakeCommand, WrongUse } from "./command.ts"
import { print } from "./output.ts"
import { recordOption, withRecord } from "./theRecord.ts"

const said = (side: Said | undefined) =>
  side ? `${side.speaker}: “${side.quote?.quote.replace(/\s+/g, " ") ?? ""}”` : "–"

/** `readout compare A B`: two documents or two events side by side. */
export const compareCommand: MakeCommand = finish =>
  new Command("compare")
    .summary("set two documents or two events side by side, issue by issue")
    .description(
      "Sets two documents side by side by issue: same words, paraphrase, stronger, weaker, only here; says which contacts and deeds are one event, and warns where a difference may come from who tells. An event stands for the document that tells it most clearly; of two events told in one document, only what it tells of each is compared.",
    )
    .argument("<a>", "id of a document or of an event")
    .argument("<b>", "id of a document or of an event")
    .addOption(recordOption())
    .option("--json", "one JSON object for machines")
    .addHelpText("after", examples("compare 2022-02-03-us-readout 2022-02-03-korean-readout"))
    .action(async (a: string, b: string, options: { record: string; json?: true }) => {
      await withRecord(options.record, false, async record => {
        const found = await sideBySide(record, a, b)
        if ("missing" in found) throw new WrongUse(`the record holds no document and no event "${found.missing}"`)
        const { first, second, lineage, compared } = found
        if (options.json) {
          await print(
            `${JSON.stringify({ first: first.doc, second: second.doc, lineage: lineage ?? null, ...compared })}\n`,
          )
          return finish(0)
        }
        await print(`${first.doc.title ?? first.doc.id}\n${second.doc.title ?? second.doc.id}\n`)
        if (lineage) await print(`one story: ${lineage.kind}${lineage.origin ? `, made from ${lineage.origin}` : ""}\n`)
        for (const warning of compared.warnings) await print(`warning: ${warning}\n`)
        for (const { first: x, second: y, judgement } of compared.events)
          await print(`${judgement.verdict}: ${x} / ${y} (${judgement.reasons.join("; ")})\n`)
        for (const row of compared.rows)
          await print(
            `\n${row.issue}: ${row.difference} (${row.reason})\n  ${said(row.first)}\n  ${said(row.second)}\n`,
          )
        finish(0)
      })
    })
