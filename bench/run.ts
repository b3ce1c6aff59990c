/**
 * npm run --silent bench -- TASK PATH… [--json] [--keep NAME]
 * Scores one task; prints gains and losses against the last kept run of the same task and paths.
 */
import { existsSync } from "node:fs"
import { TASKS } from "./tasks.ts"

const args = process.argv.slice(2)
const json = args.includes("--json")
const keepAt = args.indexOf("--keep")
const keep = keepAt < 0 ? undefined : args.splice(keepAt, 2)[1]
const [name, ...paths] = args.filter(arg => !arg.startsWith("--"))
const task = TASKS.find(t => t.name === name)
if (!task || paths.length === 0) {
  console.error("usage: npm run --silent bench -- TASK PATH… [--json] [--keep NAME]\n")
  for (const t of TASKS) console.error(`  ${t.name.padEnd(12)} ${t.usage.padEnd(22)} ${t.means}`)
  process.exit(2)
}
/** Ends with what is wrong and what the task takes. */
function refuse(wrong: string): never {
  console.error(`bench ${task!.name}: ${wrong}\nusage: npm run --silent bench -- ${task!.name} ${task!.usage}`)
  process.exit(2)
}

const { keepRun, comparison } = await import("./runs.ts")
// a bare number says how much, not where
const missing = paths.find(path => !/^\d+$/.test(path) && !existsSync(path))
if (missing) refuse(`${missing} is not there`)
const result = await task.run(paths).catch((error: NodeJS.ErrnoException) => {
  if (error.code === "EISDIR" || error.code === "ENOTDIR" || error.code === "ENOENT")
    refuse(`${error.path ?? paths.join(" ")}: a folder where a file is wanted, or a file where a folder is`)
  throw error
})
if (json) console.log(JSON.stringify(result.scores))
else {
  console.log(result.summary)
  console.log(comparison(task.name, paths, result))
}
if (keep) keepRun(keep, task.name, paths, result)
