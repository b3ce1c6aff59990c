import data from "../../data/linking/weapons.json" with { type: "json" }
import type { Claim } from "../model/claim.ts"
import type { Telling } from "../model/gathered.ts"
import { type Count, type Countable, counts } from "./counts.ts"
import { daysOf, isoDay } from "./days.ts"
import { type Source, sourcesOf } from "./independence.ts"
import { LOOKS_BACK, type Occasion, occasions } from "./occasions.ts"
import { testOf, weaponClass } from "./weapons.ts"

/** What somebody says of a launch, and who. */
export interface Said {
  readonly value: string
  readonly by: string
  readonly claim: string
}

/** One launch, as the record knows it: nothing averaged, every value with who says so. */
export interface Launch {
  readonly event: string
  /** ISO day of the launch, "..2012-12-23" where it lies some time before (`known`); of what is no launch of its own, the day as the event has it. */
  readonly day: string | null
  /** How well the day is known; absent for what has not happened, what means another launch, and where only a month or year is told. */
  readonly known?: Occasion["known"]
  /** The launch that this telling is held to mean: it speaks of one as known, and names no day of its own. */
  readonly means?: string
  /** Events that are held to mean this launch. */
  readonly retold: readonly string[]
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

const countable = ({ event, claims }: Telling): Countable => ({ id: event.id, claims: claims.map(c => c.claim) })

/** Who launched, and whether it was a launch at all: only among these can one telling mean what another tells. */
function seriesOf({ claims }: Countable): string {
  const doer = claims.flatMap(claim => [...claim.source, ...claim.participants]).at(0)
  return `${doer?.state ?? "nobody named"} ${testOf(claims)}`
}

/** The day of an event, in the zone asked for, or else as the occasion has it. */
function dayOf(day: string | null, occasion: Occasion | undefined): string | null {
  if (occasion?.known === "only before") return `..${occasion.day}`
  return occasion && (day ?? "..").startsWith("..") ? occasion.day : day
}

/** The occasions among launches, of each doer by itself. */
export const launchOccasions = (events: readonly Countable[]): readonly Occasion[] =>
  [...Map.groupBy(events, seriesOf).values()].flatMap(occasions)

/** The days from which one must know the launches to say which of those told on some days are launches of their own. */
export function daysAround(
  tellings: readonly Telling[],
): { readonly since: string; readonly until: string } | undefined {
  const days = tellings
    .flatMap(({ claims }) => claims.flatMap(({ claim }) => daysOf(claim.date) ?? []))
    .map(({ last }) => last)
    .filter(Number.isFinite)
  if (!days.length) return undefined
  const first = days.reduce((a, b) => Math.min(a, b))
  const last = days.reduce((a, b) => Math.max(a, b))
  return { since: isoDay(first - LOOKS_BACK), until: isoDay(last) }
}

/**
 * The launch ledger: an entry for each launch told, by day, and which of them are held to mean another.
 * @param record what the record holds, at least of the days in which running counts are told; left out, the launches themselves
 * @param around the launches of `daysAround`; left out, the launches themselves
 */
export function launches(
  tellings: readonly Telling[],
  oneStory: (a: string, b: string) => boolean = () => false,
  {
    record = tellings,
    around = tellings,
  }: { readonly record?: readonly Telling[]; readonly around?: readonly Telling[] } = {},
): readonly Launch[] {
  const counted = counts(tellings.map(countable), record.map(countable))
  const known = new Map([...around, ...tellings].map(telling => [telling.event.id, countable(telling)]))
  const found = launchOccasions([...known.values()])
  const occasionOf = new Map(found.map(occasion => [occasion.event, occasion]))
  const meant = new Map(found.flatMap(({ event, retold }) => retold.map(teller => [teller, event] as const)))
  return tellings
    .filter(({ event }) => event.type === "launch")
    .map(({ event, claims: told }) => {
      const claims = told.map(({ claim }) => claim)
      const ids = new Set(claims.map(claim => claim.id))
      const words = (claim: Claim) => claim.mentions.map(m => m.quote).join(" ")
      const occasion = occasionOf.get(event.id)
      const means = meant.get(event.id)
      return {
        event: event.id,
        day: dayOf(event.day, occasion),
        ...(occasion ? { known: occasion.known } : {}),
        ...(means ? { means } : {}),
        retold: occasion?.retold ?? [],
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
  "Day known",
  "Retold in",
  "Counts claimed",
  "Counts in record",
  "Event",
] as const

const withTeller = (list: readonly Said[]) => list.map(({ value, by }) => `${value} (${by})`).join("; ")

/** The entries of a ledger without those that are held to mean another entry of it. */
export function occasionsOnly(ledger: readonly Launch[]): readonly Launch[] {
  const shown = new Set(ledger.map(({ event }) => event))
  return ledger.filter(({ means }) => means === undefined || !shown.has(means))
}

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
    launch.known ?? "",
    launch.retold.join("; "),
    launch.counts.map(c => `${c.claimed} (${c.by}${c.from ? `, since ${c.from}` : ""})`).join("; "),
    launch.counts.map(c => String(c.inRecord)).join("; "),
    launch.event,
  ]
}
