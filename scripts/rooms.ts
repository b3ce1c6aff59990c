/**
 * Draws which rooms of src/ lean on which, from the import lines.
 *   node scripts/rooms.ts           prints the arrows
 *   node scripts/rooms.ts --write   puts them into docs/architecture.md
 *   node scripts/rooms.ts --check   fails where docs/architecture.md shows another map
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"

/** "room → room" for every import that leaves its room, sorted. */
export function arrows(root = "src"): string[] {
  const found = new Set<string>()
  for (const file of readdirSync(root, { recursive: true, encoding: "utf8" })) {
    if (!/\.tsx?$/.test(file)) continue
    const room = (path: string) => path.split("/")[0]!.replace(/\.[jt]sx?$/, "")
    const imports = readFileSync(join(root, file), "utf8").matchAll(/(?:from|import\()\s*"(\.[^"]+)"/g)
    for (const [, to] of imports) {
      const target = relative(root, join(root, dirname(file), to!))
      if (!target.startsWith("..") && room(target) !== room(file)) found.add(`${room(file)} → ${room(target)}`)
    }
  }
  return [...found].sort()
}

const PAGE = "docs/architecture.md"
const MAP = /(<!-- map: drawn by scripts\/rooms\.ts -->\n```\n)([\s\S]*?)(\n```)/

if (import.meta.main) {
  const drawn = arrows().join("\n")
  const page = readFileSync(PAGE, "utf8")
  if (process.argv.includes("--write")) writeFileSync(PAGE, page.replace(MAP, `$1${drawn}$3`))
  else if (process.argv.includes("--check")) {
    if (MAP.exec(page)?.[2] !== drawn) {
      console.error(`${PAGE} shows another map than the imports; "npm run docs" redraws it:\n${drawn}`)
      process.exit(1)
    }
  } else console.log(drawn)
}
