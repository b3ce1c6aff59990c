import { readFileSync } from "node:fs"
import { Command, CommanderError } from "commander"
import { type MakeCommand, type Status, WrongUse } from "./command.ts"
import { warn } from "./output.ts"

/** Every command, in the order the help lists them; each is loaded when it is asked for. */
const COMMANDS: Readonly<Record<string, () => Promise<MakeCommand>>> = {
  start: async () => (await import("./start.ts")).startCommand,
  read: async () => (await import("./read.ts")).readCommand,
  layers: async () => (await import("./layers.ts")).layersCommand,
  add: async () => (await import("./add.ts")).addCommand,
  chronology: async () => (await import("./chronology.ts")).chronologyCommand,
  why: async () => (await import("./why.ts")).whyCommand,
  compare: async () => (await import("./compare.ts")).compareCommand,
  positions: async () => (await import("./positions.ts")).positionsCommand,
  launches: async () => (await import("./launches.ts")).launchesCommand,
  registers: async () => (await import("./registers.ts")).registersCommand,
  awaited: async () => (await import("./awaited.ts")).awaitedCommand,
  review: async () => (await import("./review.ts")).reviewCommand,
  correct: async () => (await import("./correct.ts")).correctCommand,
  rebuild: async () => (await import("./rebuild.ts")).rebuildCommand,
  actors: async () => (await import("./actors.ts")).actorsCommand,
  export: async () => (await import("./export.ts")).exportCommand,
  serve: async () => (await import("./serve.ts")).serveCommand,
}

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
  // One command needs no other; help, and a name that is none, need them all.
  const [, , asked = ""] = argv
  const wanted = Object.hasOwn(COMMANDS, asked) ? [asked] : Object.keys(COMMANDS)
  for (const make of await Promise.all(wanted.map(name => COMMANDS[name]!()))) {
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
