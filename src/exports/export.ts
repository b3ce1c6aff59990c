import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import type { Case } from "../model/gathered.ts"

/** What a record has to give away. Everything is handed out as it is read, so that a large record needs no memory. */
export interface Material {
  /** The events asked for, in the order of the chronology, each with its claims and look-alikes. */
  cases(): AsyncIterable<Case>
  document(id: string): Promise<Document | undefined>
  documents(): AsyncIterable<Document & { readonly version: number; readonly added: string }>
  actors(): AsyncIterable<{
    readonly state: string
    readonly name?: string
    readonly id?: string
    readonly events: number
  }>
  claims(): AsyncIterable<{ readonly event: string | null; readonly claim: Claim }>
  corrections(): Promise<readonly object[]>
  deleted(): Promise<readonly object[]>
  /** When it was asked for: an instant. */
  readonly now: string
}

/** A format that a record can leave in. */
export interface Export {
  readonly name: string
  /** One line for the help. */
  readonly means: string
  /** The file, piece by piece. */
  write(material: Material): AsyncIterable<string>
}

/** "Antony Blinken (USA)", "PRK" */
export const called = ({ name, state }: { readonly name?: string; readonly state: string }): string =>
  name ? (state === "-" ? name : `${name} (${state})`) : state

/** Who did it and to whom: "Antony Blinken (USA), Park Jin (KOR)" or "USA → PRK". */
export function parties({ participants, source, target }: Pick<Claim, "participants" | "source" | "target">): string {
  const list = (actors: Claim["source"]) => actors.map(called).join(", ")
  return [list([...participants, ...source]), list(target)].filter(Boolean).join(" → ")
}

/** Words on one line, as they are shown in running text; the exact ones stand in csv, jsonl and webannotation. */
export const oneLine = (words: string): string => words.replace(/\s+/g, " ").trim()

/** A list written as a JSON array that grows. */
export async function* jsonArray(items: AsyncIterable<unknown>): AsyncIterable<string> {
  let separator = "[\n"
  for await (const item of items) {
    yield separator + JSON.stringify(item)
    separator = ",\n"
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n"
}
