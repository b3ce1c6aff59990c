import { createHash } from "node:crypto"
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import type { Document } from "../src/model/document.ts"
import { documents } from "../src/sources/index.ts"

/** A record of `data/annotations` about a text that stands elsewhere. */
interface Annotation<Event> {
  readonly doc: string
  /** SHA-256 of the text, hex. */
  readonly sha256: string
  /** The day of publication, where the text comes without one: as its annotator dated it. */
  readonly published?: string
  readonly events: readonly Event[]
}

/** Where the texts of each annotation file stand, under the folder of shared data. */
const TEXTS: Readonly<Record<string, (data: string) => AsyncIterable<Document> | Iterable<Document>>> = {
  "current-events": data => whole(join(data, "current-events/events.jsonl")),
  releases: data => whole(join(data, "state-releases/releases.jsonl")),
  press: data => press(join(data, "re3d")),
  wikinews: data => treebank([join(data, "ud-gum/train.conllu"), join(data, "ud-gum/dev.conllu")]),
}

/** A document with the events that an annotator found in it. */
export interface Annotated<Event> {
  /** Name of its file in `data/annotations`. */
  readonly set: string
  readonly doc: Document
  readonly events: readonly Event[]
}

/**
 * Our further annotation, each record brought together with its document.
 * @param data the folder of shared data, `../shared/data`
 * @throws where a text that was annotated is not there
 */
export async function annotated<Event>(data: string): Promise<Annotated<Event>[]> {
  const found: Annotated<Event>[] = []
  for (const [name, textsIn] of Object.entries(TEXTS)) {
    const wanted = new Map(read<Annotation<Event>>(name).map(a => [a.sha256, a]))
    for await (const document of textsIn(data)) {
      const sha256 = createHash("sha256").update(document.text).digest("hex")
      const annotation = wanted.get(sha256)
      if (!annotation) continue
      const { doc: id, published, events } = annotation
      found.push({ set: name, doc: { ...document, id, ...(published ? { published } : {}) }, events })
      wanted.delete(sha256)
    }
    const [missing] = wanted.values()
    if (missing)
      throw new Error(`${data} lacks the text of ${missing.doc}, which data/annotations/${name}.json is about`)
  }
  // Stories, releases and items of our own stand beside their events.
  for (const set of ["stories", "statements", "items"])
    for (const { doc: id, events, ...written } of read<Omit<Document, "id"> & Annotation<Event>>(set))
      found.push({ set, doc: { ...written, id }, events })
  return found
}

const read = <Row>(name: string): Row[] =>
  JSON.parse(readFileSync(new URL(`../data/annotations/${name}.json`, import.meta.url), "utf8"))

async function* whole(file: string): AsyncIterable<Document> {
  for await (const read of documents([file], {})) if ("document" in read) yield read.document
}

/** Texts of re3d, one folder for each who published them. */
function* press(folder: string): Iterable<Document> {
  for (const publisher of readdirSync(folder)) {
    for (const line of readFileSync(join(folder, publisher, "documents.jsonl"), "utf8")
      .split("\n")
      .filter(Boolean)) {
      const { _id: id, title, sourceName: outlet, text } = JSON.parse(line) as Record<string, string>
      yield { id: id!, title: title!, outlet: outlet!, zone: "UTC", text: text! }
    }
  }
}

/** Documents of a treebank, put together from the sentences and paragraphs that it marks. */
function* treebank(files: readonly string[]): Iterable<Document> {
  for (const file of files)
    for (const document of readFileSync(file, "utf8").split(/^(?=# newdoc id = )/m)) {
      const told = (name: string) => new RegExp(`^# ${name} = (.*)$`, "m").exec(document)?.[1]
      const text = document
        .split(/^# newpar.*$/m)
        .map(paragraph => [...paragraph.matchAll(/^# text = (.*)$/gm)].map(([, sentence]) => sentence).join(" "))
        .filter(Boolean)
        .join("\n\n")
      yield { id: told("newdoc id") ?? "", title: told("meta::title") ?? "", zone: "UTC", text }
    }
}
