import { execSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { cpus } from "node:os"
import { join, sep } from "node:path"
import type { Result } from "./task.ts"

const RUNS = "bench/runs"

/** What a run's data are called: each path with its folder, "ud-ewt-dev.conllu"; of many paths the first, and how many more. */
function data(paths: readonly string[]): string {
  const names = paths.map(path => path.split(sep).slice(-2).join("-"))
  return names.length > 4 ? `${names[0]}+${names.length - 1}` : names.join("+")
}
const file = (run: string, task: string, paths: readonly string[]) => join(RUNS, run, `${task}-${data(paths)}.json`)

/** What is kept of a run: enough to repeat it, and to compare item by item. */
interface Kept {
  readonly command: string
  readonly commit: string
  readonly node: string
  readonly machine: string
  readonly date: string
  readonly scores: Result["scores"]
  readonly items: Result["items"]
}

/** Keeps a run under bench/runs/NAME with machine, versions, command and raw items. */
export function keepRun(name: string, task: string, paths: readonly string[], { scores, items }: Result): void {
  mkdirSync(join(RUNS, name), { recursive: true })
  const kept: Kept = {
    command: `npm run --silent bench -- ${task} ${paths.join(" ")}`,
    commit: execSync("git rev-parse --short HEAD", { encoding: "utf8" }).trim(),
    node: process.version,
    machine: `${cpus().length} × ${cpus()[0]?.model ?? "unknown"}`,
    date: new Date().toISOString(),
    scores,
    items,
  }
  writeFileSync(file(name, task, paths), `${JSON.stringify(kept, null, 1)}\n`)
}

/** Gains and losses against the last kept run of the same task on data of the same name. */
export function comparison(task: string, paths: readonly string[], now: Result): string {
  const names = existsSync(RUNS) ? readdirSync(RUNS).sort() : []
  const last = names.findLast(name => existsSync(file(name, task, paths)))
  if (!last) return "No kept run to compare with; --keep NAME keeps this one."
  const before = (JSON.parse(readFileSync(file(last, task, paths), "utf8")) as Kept).items ?? {}
  const after = now.items ?? {}
  const moved = (was: boolean) =>
    Object.keys({ ...before, ...after }).filter(
      key => (before[key]?.right ?? false) === was && (after[key]?.right ?? false) !== was,
    )
  const gains = moved(false)
  const losses = moved(true)
  const show = (title: string, keys: readonly string[]) =>
    [
      `${title} (${keys.length})`,
      ...keys.slice(0, 20).map(key => `  ${key}: ${before[key]?.read ?? "–"} → ${after[key]?.read ?? "–"}`),
    ].join("\n")
  return [`Against run ${last}:`, show("gains", gains), show("losses", losses)].join("\n")
}
