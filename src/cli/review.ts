import { Command, InvalidArgumentError, Option } from "commander"
import { waysOf } from "../api/ways.ts"
import { DOUBTS, type DoubtKind } from "../model/doubts.ts"
import { examples, type MakeCommand } from "./command.ts"
import { several } from "./filter.ts"
import { print } from "./output.ts"
import { reviewLines } from "./show.ts"
import { DEFAULT_RECORD, recordOption, withRecord } from "./theRecord.ts"

const whole = (value: string) => {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("Write a whole number.")
  return Number(value)
}

interface Options {
  readonly record: string
  readonly kind?: readonly DoubtKind[]
  readonly limit: number
  readonly offset: number
  readonly format: "text" | "jsonl"
}

/** `readout review`: what asks for a second look, and how to settle it. */
export const reviewCommand: MakeCommand = finish =>
  new Command("review")
    .summary("list what asks for a second look, and how to settle it")
    .description(
      "Lists claims that a person should look at again, those added last first, then pairs of events that may be one: each with the reason, the words, and the commands that accept, reject or correct it. What is settled leaves the list.\nwarning: a flag, such as a paraphrase stronger than its quotation. day: only half of it is told. name: a person whom the words do not name. nobody: nobody is known who did it. pair: perhaps one event.",
    )
    .addOption(new Option("--kind <kinds>", DOUBTS.join(", ")).argParser(several("kind of doubt", DOUBTS)))
    .addOption(new Option("--limit <n>", "how many at most").argParser(whole).default(20))
    .addOption(new Option("--offset <n>", "how many to pass over").argParser(whole).default(0))
    .addOption(recordOption())
    .addOption(
      new Option("--format <format>", "text, or one JSON object an item").choices(["text", "jsonl"]).default("text"),
    )
    .addHelpText("after", examples("review", "review --kind pair", "review --kind day,name --format jsonl"))
    .action(async ({ record: path, kind, limit, offset, format }: Options) => {
      await withRecord(path, false, async record => {
        const { total, kinds, items } = await record.review(kind, { limit, offset })
        for (const item of items) {
          const ways = waysOf(item)
          await print(format === "jsonl" ? `${JSON.stringify({ ...item, ways })}\n` : `${reviewLines(item, ways)}\n`)
        }
        if (format === "text") {
          const after = offset + items.length
          const next = after < total ? `; --offset ${after} shows the next` : ""
          const counts = Object.entries(kinds).map(([name, n]) => `${name} ${n}`)
          await print(
            total === 0
              ? "nothing asks for a second look\n"
              : `${items.length} of ${total} (${counts.join(", ")})${next}\nEach command also wants --author NAME${path === DEFAULT_RECORD ? "" : `, --record ${path}`} and --reason "why".\n`,
          )
        }
        finish(0)
      })
    })
