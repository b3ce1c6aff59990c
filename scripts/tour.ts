/**
 * Puts real output into README.md: each `<!-- output of: readout … -->` is followed by a block with what the command prints,
 * asked of a record that holds the sample reports.
 *   node scripts/tour.ts --write
 */
import { execFileSync } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

const PAGE = "README.md"
/** Lines of output shown; a long one is cut with an ellipsis. */
const SHOWN = 24

/** The words of a command as a shell would part them. */
const words = (command: string) => [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2]!)

function output(command: string, record: string): string {
  const [, name, ...rest] = words(command)
  const keeps = name === "read" ? [] : ["--record", record]
  const out = execFileSync(process.execPath, ["bin/readout.js", name!, ...rest, ...keeps], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  })
  const lines = out.trimEnd().split("\n")
  return [...lines.slice(0, SHOWN), ...(lines.length > SHOWN ? ["…"] : [])].join("\n")
}

if (process.argv.includes("--write")) {
  const folder = mkdtempSync(join(tmpdir(), "readout-tour-"))
  const record = join(folder, "record")
  output("readout add examples", record)
  const page = readFileSync(PAGE, "utf8").replace(
    /(<!-- output of: (.*?) -->\n```\n)[\s\S]*?(```)/g,
    (_, opening: string, command: string, closing: string) =>
      `${opening}$ ${command}\n${output(command, record)}\n${closing}`,
  )
  writeFileSync(PAGE, page)
  rmSync(folder, { recursive: true, force: true })
}
