import { readdir, stat } from "node:fs/promises"
import { join } from "node:path"
import { currentEvents } from "./currentEvents.ts"
import { feed } from "./feed.ts"
import { html } from "./html.ts"
import { open } from "./intake.ts"
import { json } from "./json.ts"
import { jsonl } from "./jsonl.ts"
import { plainText } from "./plainText.ts"
import type { Found, Given, Source } from "./source.ts"

export { isPublished, isZone } from "./documentShape.ts"
export { type Found, type Given, type Source, told, type Unread } from "./source.ts"

/** Every format that is read; the first that recognises a file reads it. */
export const SOURCES: readonly Source[] = [currentEvents, json, jsonl, feed, html, plainText]

/** Documents of all files, in order, one at a time. What cannot be opened is told, and the rest is read. */
export async function* documents(paths: readonly string[], given: Given = {}): AsyncIterable<Found> {
  for (const path of paths) {
    try {
      let held = false
      for await (const name of files(path)) {
        held = true
        const file = await open(name)
        yield* SOURCES.find(source => source.recognises(file))!.read(file, given)
      }
      if (!held) yield { unread: { file: path, reason: "the folder holds no file" } }
    } catch (error) {
      yield { unread: { file: path, reason: plainly(error as NodeJS.ErrnoException) } }
    }
  }
}

/** A file itself; of a folder, the files in it by name, hidden ones left out. */
async function* files(path: string): AsyncIterable<string> {
  if (path === "-" || !(await stat(path)).isDirectory()) return yield path
  const names = (await readdir(path)).filter(name => !name.startsWith(".")).sort()
  for (const name of names) yield* files(join(path, name))
}

/** What the file system said, as a person would say it. */
function plainly({ code, message }: NodeJS.ErrnoException): string {
  if (code === "ENOENT") return "there is no such file"
  if (code === "EACCES") return "it may not be read (no permission)"
  return message
}
