import { readFileSync } from "node:fs"
import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import type { Outline } from "../model/gathered.ts"

/** A document as linking knows it beside its claims. */
export type Told = Pick<Document, "id" | "title" | "published" | "zone" | "outlet">

/** From whose side a document tells: the state that speaks in it, and how that was found. */
export interface Side {
  readonly state: string
  readonly reason: string
}

/** State by the zone of its capital, from data/actors/states.csv. */
const STATE_OF_ZONE = stateOfZone()

function stateOfZone(): ReadonlyMap<string, string> {
  const lines = readFileSync(new URL("../../data/actors/states.csv", import.meta.url), "utf8").split("\n")
  const rows = lines.filter(line => line && !line.startsWith("#"))
  return new Map(
    rows.flatMap(row => {
      const code = /^[A-Z]{3}/.exec(row)?.[0]
      const zone = /\b(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w/-]+/.exec(
        row,
      )?.[0]
      return code && zone ? [[zone, code] as const] : []
    }),
  )
}

/** A claim in brief. */
export const outlineOf = ({ date, saidBy: [teller] }: Claim): Outline => ({
  day: date.value,
  ...(teller ? { teller } : {}),
})

/**
 * The side from which a document tells: the state of those who tell most of its claims, where one tells most; else the state in whose
 * time it is dated. A wire story that gives a government's release is told from that government's side, whatever agency sends it.
 */
export function sideOf(doc: Told, claims: readonly Outline[]): Side | null {
  const tellers = claims.flatMap(({ teller }) => (teller && teller.state !== "-" ? [teller] : []))
  const counts = Map.groupBy(tellers, teller => teller.state)
  const most = [...counts].sort(([, a], [, b]) => b.length - a.length).at(0)
  if (most && most[1].length * 2 > claims.length) {
    const name = most[1][0]!.name
    return { state: most[0], reason: `${name ?? most[0]} tells most of ${doc.id}` }
  }
  const state = doc.zone ? STATE_OF_ZONE.get(doc.zone) : undefined
  return state ? { state, reason: `${doc.id} is dated in ${doc.zone}` } : null
}
