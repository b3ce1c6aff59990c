import { readFileSync } from "node:fs"

/** How a full stop after an abbreviation is read: see `data/text/abbreviations.txt`. */
export type AbbreviationUse = "title" | "before" | "month" | "after"

/** Abbreviations as they are written, without their last full stop, and how they are used. */
export const ABBREVIATIONS: ReadonlyMap<string, AbbreviationUse> = read()

function read(): Map<string, AbbreviationUse> {
  const uses = new Map<string, AbbreviationUse>()
  let use: AbbreviationUse = "after"
  for (const line of readFileSync(new URL("../../data/text/abbreviations.txt", import.meta.url), "utf8").split("\n")) {
    if (line.startsWith("#")) continue
    const heading = /^\[(\w+)\]$/.exec(line)
    if (heading) use = heading[1] as AbbreviationUse
    else for (const word of line.split(" ")) if (word) uses.set(word.replace(/\.$/, ""), use)
  }
  return uses
}
