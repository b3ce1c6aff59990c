import { createServer } from "node:net"
import { Command, InvalidArgumentError, Option } from "commander"
import type { Record } from "../record/index.ts"
import { examples, type MakeCommand, WrongUse } from "./command.ts"
import { print } from "./output.ts"
import { recordOption, withRecord } from "./theRecord.ts"

export const DEFAULT_PORT = 4180
const HOST = "127.0.0.1"

const port = (value: string) => {
  if (!/^\d+$/.test(value) || Number(value) > 65_535) throw new InvalidArgumentError("Write a port from 0 to 65535.")
  return Number(value)
}

/** Whether nobody listens on a port of this machine. */
const free = (number: number, host: string) =>
  new Promise<boolean>(resolve => {
    const probe = createServer()
    probe.once("error", () => resolve(false))
    probe.listen(number, host, () => probe.close(() => resolve(true)))
  })

/** The first free port from one on. */
export async function freePort(from: number, host = HOST): Promise<number> {
  for (let number = from; number < from + 50 && number <= 65_535; number++) if (await free(number, host)) return number
  return 0
}

/** Serves a record until the program is told to end. */
export async function serveRecord(record: Record, number: number, host = HOST): Promise<void> {
  const { serve } = await import("../api/server.ts")
  const serving = await serve({ record, port: number, host }).catch((error: Error) => {
    throw new WrongUse(error.message)
  })
  await print(`Pages and API: ${serving.url}   (Ctrl-C ends)\n`)
  await new Promise<void>(resolve => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve())
  })
  await serving.close()
}

/** `readout serve`: the HTTP API and the pages. */
export const serveCommand: MakeCommand = finish =>
  new Command("serve")
    .summary("serve the pages and the HTTP API")
    .description("Serves the pages and the HTTP API (OpenAPI description under /openapi.json) from the record.")
    .addOption(recordOption())
    .addOption(
      new Option("--port <n>", "port to listen on; 0 takes any free one").argParser(port).default(DEFAULT_PORT),
    )
    .addOption(
      new Option("--host <name>", "address to listen on; others than this machine can then read the record").default(
        HOST,
      ),
    )
    .addHelpText("after", examples("serve", "serve --record korea.record --port 8080"))
    .action(async (options: { record: string; port: number; host: string }) => {
      await withRecord(options.record, false, record => serveRecord(record, options.port, options.host))
      finish(0)
    })
