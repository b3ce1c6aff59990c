#!/usr/bin/env node
// Checks the Node version before anything newer than it can read is imported.
const [major, minor] = process.versions.node.split(".").map(Number)
if (major < 24) {
  console.error(
    `readout needs Node 24 or newer; this is Node ${major}.${minor}. In the repository, "npm start" brings its own.`,
  )
  process.exit(2)
}
const { existsSync } = await import("node:fs")
// Reading makes much short-lived matter: a heap that grows in small steps stays at half the size, for a few per cent of time.
const { setFlagsFromString } = await import("node:v8")
setFlagsFromString("--heap-growing-percent=30")
setFlagsFromString("--semi-space-growth-factor=1")
// Keeps the compiled program in the system's folder for temporary files, so that the next start need not compile it anew.
;(await import("node:module")).enableCompileCache()
// The repository runs the TypeScript as it stands; the published package carries it built, since Node strips no types inside node_modules.
const source = new URL("../src/cli/main.ts", import.meta.url)
const { main } = await import(
  existsSync(source) ? source.href : new URL("../out/src/cli/main.js", import.meta.url).href
)
process.exitCode = await main(process.argv)
