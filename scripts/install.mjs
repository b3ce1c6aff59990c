// Installs what the project needs, once: runs before `npm start` and `npm test`, on any Node >= 20.
// Plain JavaScript, since the Node that starts it may be too old to read TypeScript.
import { spawnSync } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, readFileSync, writeFileSync } from "node:fs"

const stamp = "node_modules/.readout-installed"
const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex")
const have = existsSync(stamp) ? readFileSync(stamp, "utf8") : ""

if (have !== wanted || !existsSync("node_modules/.bin/node")) {
  console.log("readout: installing what it needs (about half a minute) …")
  // Only errors are shown: under Node 20 npm would warn of every package that wants the Node 24 it is about to install.
  // Install scripts stay off; the one that is needed puts Node 24 into node_modules/.bin.
  for (const args of [
    ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
    ["rebuild", "node", "--loglevel=error"],
  ]) {
    const { status } = spawnSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" })
    if (status !== 0) {
      console.error(`readout: "npm ${args.join(" ")}" failed; its own message stands above.`)
      process.exit(status ?? 1)
    }
  }
  writeFileSync(stamp, wanted)
}
