// Builds what is published, before `npm pack`: Node strips no types inside node_modules, so the package carries JavaScript.
// The built files stand under out/ as they stand in the repository, so that paths from src/ to data/ hold there too.
import { spawnSync } from "node:child_process"
import { cpSync, rmSync } from "node:fs"

rmSync("out", { recursive: true, force: true })
for (const [command, ...args] of [
  ["node", "scripts/build-pages.mjs"],
  ["tsc", "-p", "tsconfig.build.json"],
]) {
  const { status } = spawnSync(command, args, { stdio: "inherit", shell: process.platform === "win32" })
  if (status !== 0) process.exit(status ?? 1)
}
for (const path of ["data", "examples", "dist", "package.json"]) cpSync(path, `out/${path}`, { recursive: true })
// What only training reads is no part of it.
rmSync("out/data/annotations", { recursive: true })
