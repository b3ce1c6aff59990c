// Builds the pages into dist/pages when they are older than what they are made of: runs before `npm start` and `npm test`.
import { createHash } from "node:crypto"
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const root = fileURLToPath(new URL("..", import.meta.url))
const from = join(root, "src/web")
const to = join(root, "dist/pages")
const stamp = join(to, ".made-of")

/** A hash over everything the pages are made of. */
function madeOf() {
  const hash = createHash("sha256")
  const files = ["src/web", "src/api", "src/model", "src/linking", "data/linking"].flatMap(folder =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name)),
  )
  for (const file of [...files.sort(), join(root, "package-lock.json"), fileURLToPath(import.meta.url)])
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file))
  return hash.digest("hex")
}

/** Builds where needed; says whether it did. */
export async function buildPages() {
  const wanted = madeOf()
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return false
  const { build } = await import("vite")
  await build({
    root: from,
    configFile: false,
    logLevel: "warn",
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    build: { outDir: to, emptyOutDir: true, target: "es2022", assetsInlineLimit: 0 },
  })
  writeFileSync(stamp, wanted)
  return true
}

if (import.meta.main ?? process.argv[1] === fileURLToPath(import.meta.url)) {
  const start = performance.now()
  if (await buildPages()) console.log(`readout: pages built in ${((performance.now() - start) / 1000).toFixed(1)} s`)
}
