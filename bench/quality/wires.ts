import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Document } from "../../src/model/document.ts"
import type { Task } from "../task.ts"
import type { GoldDocument } from "./eventScore.ts"
import { scored } from "./events.ts"
import { readTimeMl } from "./timeMl.ts"

/** Our annotation of a wire or broadcast of TBAQ, which is named by its file. */
interface Wire extends GoldDocument {
  readonly title: string
}

/**
 * Event records of 34 real news stories of 1998 to 2000 against `wires.gold.json`: written once, by hand, to the guidelines of the gold
 * sets, and never learned from, as the licence of the texts is unclear. What is read of news otherwise rests on items and on stories of our own.
 */
export const wires: Task = {
  name: "wires",
  means: "event records of real wire stories, never learned from: root, type, who, full",
  usage: "TBAQ_FOLDER",
  async run([folder, ...more]) {
    if (!folder || more.length > 0) throw new Error("wires takes one path: the folder of TBAQ")
    const gold: readonly Wire[] = JSON.parse(readFileSync(new URL("wires.gold.json", import.meta.url), "utf8"))
    return scored(
      gold,
      gold.map(({ doc: id, title }): Document => {
        const { text, published } = readTimeMl(readFileSync(join(folder, id), "utf8"))
        return { id, title, published, zone: "UTC", text }
      }),
    )
  },
}
