import { readFileSync } from "node:fs"
import { Command, CommanderError } from "commander"
import { actorsCommand } from "./actors.ts"
import { addCommand } from "./add.ts"
import { awaitedCommand } from "./awaited.ts"
import { chronologyCommand } from "./chronology.ts"
import { type MakeCommand, type Status, WrongUse } from "./command.ts"
import { compareCommand } from "./compare.ts"
import { correctCommand } from "./correct.ts"
import { exportCommand } from "./export.ts"
import { launchesCommand } from "./launches.ts"
import { layersCommand } from "./layers.ts"
import { warn } from "./output.ts"
import { positionsCommand } from "./positions.ts"
import { readCommand } from "./read.ts"
import { rebuildCommand } from "./rebuild.ts"
import { registersCommand } from "./registers.ts"
import { serveCommand } from "./serve.ts"
import { startCommand } from "./start.ts"
import { whyCommand } from "./why.ts"

/** Every command, in the order the help lists them. */
const COMMANDS: readonly MakeCommand[] = [
  startCommand,
  readCommand,
  layersCommand,
  addCommand,
  chronologyCommand,
  whyCommand,
  compareCommand,
  positionsCommand,
  launchesCommand,
  registersCommand,
  awaitedCommand,
  correctCommand,
  rebuildCommand,
  actorsCommand,
  exportCommand,
  serveCommand,
]

/** Runs the program with `process.argv`; gives the exit status. */
export async function main(argv: readonly string[]): Promise<number> {
  // A reader that has seen enough ("| head") is no trouble.
  if (!process.stdout.listenerCount("error"))
    process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1))
  let status: Status = 0
  const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"))
  const program = new Command("readout")
    .description(
      "Reads reports on international security diplomacy and keeps a cited record:\nwho did or said what to whom, when, and told by whom.",
    )
    .version(version)
    .showHelpAfterError("(readout COMMAND --help shows examples)")
    .exitOverride()
  for (const make of COMMANDS) {
    const command = make(outcome => {
      status = outcome
    })
    program.addCommand(command.copyInheritedSettings(program))
    for (const part of command.commands) part.copyInheritedSettings(command)
  }
  try {
    await program.parseAsync(argv)
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (!(error instanceof WrongUse)) throw error
    warn(`readout: ${error.message}`)
    return 2
  }
}
