import data from "../../data/linking/weapons.json" with { type: "json" }
import type { Claim } from "../model/claim.ts"
import type { Case } from "../model/gathered.ts"
import { type Count, counts } from "./counts.ts"
import { type Source, sourcesOf } from "./independence.ts"
import { weaponClass } from "./weapons.ts"

/** What somebody says of a launch, and who. */
export interface Said {
  readonly value: string
  readonly by: string
  readonly claim: string
}

/** One launch, as the record knows it: nothing averaged, every value with who says so. */
export interface Launch {
  readonly event: string
  readonly day: string | null
  readonly zone?: string
  readonly utc?: { readonly from: string; readonly to: string }
  readonly status: string
  readonly actor: string
  /** Classes of weapon as told; several where tellers differ. */
  readonly types: readonly Said[]
  readonly names: readonly Said[]
  readonly outcomes: readonly Said[]
  readonly place?: string
  readonly quote: string
  readonly sources: readonly Source[]
  readonly documents: readonly string[]
  readonly counts: readonly Count[]
}

const NAME = new RegExp(`\\b(?:${data.names})\\b`, "i")
const FAILURE = new RegExp(`\\b(?:${data.failure})\\b`, "i")
const SUCCESS = new RegExp(`\\b(?:${data.success})\\b`, "i")

/** Who answers for a value: the innermost teller, else the outlet or document itself. */
const teller = ({ saidBy, provenance, doc }: Claim) =>
  saidBy.at(-1)?.name ?? saidBy.at(-1)?.state ?? provenance[0] ?? doc

/** One entry for each value, with the first who says it. */
function said(claims: readonly Claim[], value: (claim: Claim) => string | undefined): readonly Said[] {
  const found = new Map<string, Said>()
  for (const claim of claims) {
    const told = value(claim)
    if (told && !found.has(told)) found.set(told, { value: told, by: teller(claim), claim: claim.id })
  }
  return [...found.values()]
}

const countable = ({ event, claims }: Case) => ({ id: event.id, claims: claims.map(c => c.claim) })

/**
 * The launch ledger: one entry for each launch, by day.
 * @param record what the record holds, at least of the days in which running counts are told; left out, the launches themselves
 */
export function launches(
  cases: readonly Case[],
  oneStory: (a: string, b: string) => boolean = () => false,
  record: readonly Case[] = cases,
): readonly Launch[] {
  const counted = counts(cases.map(countable), record.map(countable))
  return cases
    .filter(({ event }) => event.type === "launch")
    .map(({ event, claims: told }) => {
      const claims = told.map(({ claim }) => claim)
      const ids = new Set(claims.map(claim => claim.id))
      const words = (claim: Claim) => claim.mentions.map(m => m.quote).join(" ")
      return {
        event: event.id,
        day: event.day,
        ...(event.date.zone ? { zone: event.date.zone } : {}),
        ...(event.date.utc ? { utc: event.date.utc } : {}),
        status: event.status,
        actor: [...event.source, ...event.participants].map(a => a.name ?? a.state).join(", "),
        types: said(claims, weaponClass),
        names: said(claims, claim => NAME.exec(words(claim))?.[0]),
        outcomes: said(claims, claim =>
          FAILURE.test(words(claim)) ? "failure" : SUCCESS.test(words(claim)) ? "success" : undefined,
        ),
        ...(claims.find(c => c.slots.place) ? { place: claims.find(c => c.slots.place)!.slots.place!.value } : {}),
        quote: event.mentions[0]?.quote ?? "",
        sources: sourcesOf(claims, new Map(told.map(({ document }) => [document.id, document])), oneStory),
        documents: event.documents.map(doc => doc.id),
        counts: counted.filter(count => ids.has(count.claim)),
      }
    })
}

/** Column heads of the CNS/NTI missile test sheet that the record can fill, in its order, then readout's own. */
export const CNS_COLUMNS = [
  "F1",
  "Date",
  "Launch Time (UTC)",
  "Missile Name",
  "Missile Type",
  "Launch Agency/Authority",
  "Facility Name",
  "Confirmation Status",
  "Test Outcome",
  "Additional Information",
  "Source(s)",
  "Zone",
  "Counts claimed",
  "Counts in record",
  "Event",
] as const

const withTeller = (list: readonly Said[]) => list.map(({ value, by }) => `${value} (${by})`).join("; ")

/** A launch as a row of the sheet: one value a cell, tellers in brackets. */
export function cnsRow(launch: Launch, at: number): readonly string[] {
  const { utc } = launch
  return [
    String(at + 1),
    launch.day ?? "",
    utc ? `${utc.from}/${utc.to}` : "",
    withTeller(launch.names),
    withTeller(launch.types),
    launch.actor,
    launch.place ?? "",
    launch.status === "happened"
      ? `${launch.sources.length} independent source${launch.sources.length === 1 ? "" : "s"}`
      : launch.status,
    withTeller(launch.outcomes),
    launch.quote,
    launch.documents.join("; "),
    launch.zone ?? "",
    launch.counts.map(c => `${c.claimed} (${c.by}${c.from ? `, since ${c.from}` : ""})`).join("; "),
    launch.counts.map(c => String(c.inRecord)).join("; "),
    launch.event,
  ]
}
