import type { Command } from "commander"
import { InvalidArgumentError, Option } from "commander"
import { isPublished, isZone } from "../sources/index.ts"

/** 0 done · 1 some documents could not be read · 2 wrong use. */
export type Status = 0 | 1 | 2

/** Makes a command of the program; what it did is handed to `finish`. */
export type MakeCommand = (finish: (status: Status) => void) => Command

/** The user asked for something that cannot be: said in one line, and the program ends with 2. */
export class WrongUse extends Error {}

const published = (value: string) => {
  if (!isPublished(value)) throw new InvalidArgumentError("Write a day or instant such as 2022-02-04.")
  return value
}
const zone = (value: string) => {
  if (!isZone(value)) throw new InvalidArgumentError("Write an IANA time zone such as Asia/Seoul.")
  return value
}

/** What plain text lacks: --date, --zone, --outlet. */
export const lacking = () => [
  new Option("--date <day>", "publication day of files that do not say it").argParser(published),
  new Option("--zone <zone>", 'time zone in which their "today" is meant, such as Asia/Seoul').argParser(zone),
  new Option("--outlet <name>", "who published them"),
]

/** The options as the sources want them. */
export interface Lacking {
  readonly date?: string
  readonly zone?: string
  readonly outlet?: string
}
export const given = ({ date, zone, outlet }: Lacking) => ({
  ...(date ? { published: date } : {}),
  ...(zone ? { zone } : {}),
  ...(outlet ? { outlet } : {}),
})

/** Examples under a command's help. */
export const examples = (...lines: readonly string[]) =>
  `\nExamples:\n${lines.map(line => `  $ readout ${line}`).join("\n")}`
