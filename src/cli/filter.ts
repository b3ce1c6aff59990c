import { type Command, InvalidArgumentError, Option } from "commander"
import { EVENT_TYPES, type EventType, ISSUES, STATUSES } from "../model/event.ts"
import { isZone } from "../sources/index.ts"

/** Several values of a kind, parted by commas or by naming the option again. */
export const several =
  <T extends string>(kind: string, known: readonly T[]) =>
  (value: string, before: readonly T[] = []): readonly T[] => [
    ...before,
    ...value.split(",").map(word => {
      const found = known.find(k => k === word.trim())
      if (!found) throw new InvalidArgumentError(`"${word}" is no ${kind}. Known: ${known.join(", ")}.`)
      return found
    }),
  ]

export const day = (value: string) => {
  if (!/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/.test(value))
    throw new InvalidArgumentError("Write a day (2022-02-04), a month (2022-02) or a year (2022).")
  return value
}

const zone = (value: string) => {
  if (!isZone(value)) throw new InvalidArgumentError("Write an IANA time zone such as Asia/Seoul.")
  return value
}

/**
 * Adds the options that narrow a chronology.
 * @param without those that a command answers by itself
 */
export function filtered(command: Command, without: readonly string[] = []): Command {
  const types = Object.keys(EVENT_TYPES) as EventType[]
  const options = [
    new Option("--actor <who>", "state code, actor id or words of a name: PRK, antony-blinken, Blinken"),
    new Option("--type <types>", "event types: call,meeting").argParser(several("event type", types)),
    new Option("--issue <issues>", "issues: alliance,missiles").argParser(several("issue", ISSUES)),
    new Option("--status <statuses>", STATUSES.join(", ")).argParser(several("status", STATUSES)),
    new Option("--since <day>", "first day, month or year").argParser(day),
    new Option("--until <day>", "last day, month or year").argParser(day),
    new Option("--doc <id>", "told by this document"),
    new Option("--zone <zone>", "days as they fell in this time zone").argParser(zone),
  ]
  for (const option of options) if (!without.includes(option.attributeName())) command.addOption(option)
  return command
}
