import { readFileSync } from "node:fs"
import type { Coding } from "../model/eventRecord.ts"
import type { Event } from "../model/layers.ts"

/** A line of data/events/codes.tsv: the first line of an event's type whose need is met says how it is coded. */
interface Code {
  readonly type: string
  readonly need: string
  readonly event: string
  readonly mode: string
  readonly context: readonly string[]
  readonly cameo: string
}

const CODES: readonly Code[] = readFileSync(new URL("../../data/events/codes.tsv", import.meta.url), "utf8")
  .split("\n")
  .filter(line => line.includes("\t") && !line.startsWith("#"))
  .map(line => {
    const [type = "", need = "", event = "", mode = "", context = "", cameo = ""] = line.split("\t")
    return { type, need, event, mode, context: context.split(" ").filter(Boolean), cameo: cameo.trim() }
  })

function meets(event: Event, need: string): boolean {
  if (need === "-") return true
  const [key, values = ""] = need.split("=")
  if (key === "issue") return event.issues.some(({ value }) => value === values)
  if (key === "status") return event.status.value === values
  return values.split("|").includes(event.slots[key ?? ""]?.value ?? "")
}

/**
 * How PLOVER and CAMEO write an event: root, mode and context, and the CAMEO code whose line in the CAMEO-to-PLOVER table
 * (draft 0.8 of the PLOVER manual, 2021) comes nearest. Appointments have no code in CAMEO.
 */
export const coding: Coding = event => {
  const code = CODES.find(({ type, need }) => type === event.type && meets(event, need))
  if (!code) throw new Error(`data/events/codes.tsv has no line for "${event.type}"`)
  return {
    plover: {
      event: code.event,
      ...(code.mode ? { mode: code.mode } : {}),
      ...(code.context.length > 0 ? { context: code.context } : {}),
    },
    ...(code.cameo ? { cameo: code.cameo } : {}),
  }
}
