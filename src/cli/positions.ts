import { Command, InvalidArgumentError, Option } from "commander"
import { series } from "../api/across.ts"
import { ISSUES, type Issue } from "../model/event.ts"
import { examples, type MakeCommand, WrongUse } from "./command.ts"
import { day } from "./filter.ts"
import { print } from "./output.ts"
import { recordOption, withRecord } from "./theRecord.ts"

const whole = (value: string) => {
  if (!/^[1-9]\d*$/.test(value)) throw new InvalidArgumentError("Write a whole number from 1.")
  return Number(value)
}

/** How many of the latest events are looked at unless told otherwise. */
const LATEST = 60

/** `readout positions --actor A`: what an actor held of an issue, over time. */
export const positionsCommand: MakeCommand = finish =>
  new Command("positions")
    .summary("follow an actor's position on an issue over time")
    .description(
      "Follows what an actor said of an issue, each point with its words: new, continued, stronger, weaker, reversed, not mentioned, other speaker, perspective effect. Silence withdraws nothing. An office (USA:Secretary of State) is followed through its holders.",
    )
    .requiredOption("--actor <who>", "state code, STATE:name of a person or office, actor id, or words of a name")
    .addOption(new Option("--issue <issue>", "only this issue").choices(ISSUES))
    .addOption(new Option("--until <day>", "look back from this day, month or year").argParser(day))
    .addOption(new Option("--limit <n>", "how many of the latest events to look at").argParser(whole).default(LATEST))
    .addOption(recordOption())
    .addOption(
      new Option("--format <format>", "text, or one JSON object a point").choices(["text", "jsonl"]).default("text"),
    )
    .addHelpText(
      "after",
      examples("positions --actor USA --issue dialogue", "positions --actor Blinken --format jsonl"),
    )
    .action(
      async (options: {
        actor: string
        issue?: Issue
        until?: string
        limit: number
        record: string
        format: string
      }) => {
        await withRecord(options.record, false, async record => {
          const { issue, until, limit } = options
          const found = await series(record, options.actor, { issue, until, limit })
          if (!found)
            throw new WrongUse(
              `nobody in the record is called "${options.actor}"; an office is asked for with its state, as in "KOR:Foreign Minister"`,
            )
          const { points } = found
          for (const point of points) {
            const { day, issue, course, speaker, reason, quote, doc } = point
            await print(
              options.format === "jsonl"
                ? `${JSON.stringify(point)}\n`
                : `${day ?? "no day"}  ${issue}  ${course}${speaker ? `  ${speaker}` : ""} (${reason})\n${quote ? `            “${quote.quote.replace(/\s+/g, " ")}”\n` : ""}            ${doc}\n`,
            )
          }
          if (options.format === "text") await print(`${points.length} point${points.length === 1 ? "" : "s"}\n`)
          finish(0)
        })
      },
    )
