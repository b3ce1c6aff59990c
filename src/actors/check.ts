import { type ActorsFile, ActorsFileError, actorsFile, actorsFilesIn, type Row, rows } from "./actorsFile.ts"
import type { Tenure } from "./facts.ts"
import { ACTORS_FOLDER, Knowledge } from "./knowledge.ts"
import { firstDay, lastDay, type Period } from "./periods.ts"
import {
  readBody,
  readGroup,
  readLeadership,
  readMembership,
  readOffice,
  readOfficeKind,
  readOrganisation,
  readOrganisationKind,
  readPerson,
  readState,
  readTenure,
} from "./readFacts.ts"

/** Something in an actors file that is wrong, or that somebody should look at. */
export interface Finding {
  /** An "error" must be mended; a "gap" may be true (a vacant seat), or only unknown. */
  readonly kind: "error" | "gap"
  readonly file: string
  /** Counted from 1. */
  readonly line: number
  readonly problem: string
}

const READERS: Record<ActorsFile["table"], (row: Row) => unknown> = {
  states: readState,
  bodies: readBody,
  members: readMembership,
  metonyms: row => row.must("words"),
  places: row => [row.must("place"), row.must("state")],
  officeKinds: readOfficeKind,
  offices: readOffice,
  organisationKinds: readOrganisationKind,
  organisations: readOrganisation,
  groups: readGroup,
  leadership: readLeadership,
  holders: row => readTenure(row),
  persons: row => readPerson(row, false),
}

/** A gap shorter than this is a hand-over and not told. */
const HANDOVER_DAYS = 60

/**
 * Goes over our actors files and a user's own: missing passports, rows that do not read, states, offices and kinds that
 * nobody names, seats held by two at once without being marked "disputed", and gaps between holders.
 */
export function checkActors({ extra = [] }: { readonly extra?: readonly string[] } = {}): Finding[] {
  const findings: Finding[] = []
  const files = [...actorsFilesIn(ACTORS_FOLDER), ...extra].flatMap(path => {
    const file = told(findings, () => actorsFile(path))
    return file ? [file] : []
  })
  for (const file of files)
    for (const stamp of ["what", "origin", "licence", "date"] as const)
      if (!file.passport[stamp] && !extra.includes(file.path))
        findings.push({ kind: "error", file: file.path, line: 1, problem: `the passport does not say "${stamp}"` })
  const all = files.flatMap(file => (told(findings, () => rows(file)) ?? []).map(row => ({ row, table: file.table })))
  const sound = all.filter(({ row, table }) => told(findings, () => READERS[table](row) ?? true))
  if (findings.some(finding => finding.kind === "error")) return findings

  const knowledge = new Knowledge(files)
  for (const { row, table } of sound) told(findings, () => checkReferences(knowledge, row, table))
  told(findings, () => [...knowledge.namings()].length)
  for (const office of knowledge.offices.keys())
    if (knowledge.offices.get(office)!.seats === "one") checkSeat(knowledge.tenures(office), findings)
  return findings
}

/** Codes and kinds that a row speaks of and that no file names. */
function checkReferences(knowledge: Knowledge, row: Row, table: ActorsFile["table"]) {
  const known = (code: string) => knowledge.states.has(code) || knowledge.bodies.has(code) || code === "-"
  const needs = (column: string, codes: readonly string[]) => {
    for (const code of codes) if (!known(code)) row.fail(`"${column}" is "${code}", which is no known state or body`)
  }
  const one = (column: string) => {
    const cell = row.cell(column)
    return cell ? [cell] : []
  }
  if (table === "offices" || table === "organisations" || table === "persons" || table === "places")
    needs("state", one("state"))
  if (table === "leadership") {
    needs("state", one("state"))
    const { headOfState, headOfGovernment, leader } = readLeadership(row)
    for (const office of [headOfState, headOfGovernment, leader])
      if (!knowledge.offices.has(office)) row.fail(`nobody is known to have held "${office}"`)
  }
  if (table === "groups") needs("state", row.list("state"))
  if (table === "members") needs("members", [...row.list("members"), ...one("of")])
  if (table === "bodies") needs("parent", one("parent"))
  if (table === "offices" && row.cell("kind") && !knowledge.officeKinds.has(row.must("kind")))
    row.fail(`"kind" is "${row.cell("kind")}", which is not in office-kinds.csv`)
  if (table === "organisations" && row.cell("kind") && !knowledge.organisationKinds.has(row.must("kind")))
    row.fail(`"kind" is "${row.cell("kind")}", which is not in organisation-kinds.csv`)
  if (table === "holders" && !knowledge.offices.has(row.must("office")))
    row.fail(`"office" is "${row.cell("office")}", which is neither in offices.csv nor a state with an office kind`)
  const zone = table === "states" || table === "bodies" ? row.cell("zone") : undefined
  if (zone && !isZone(zone)) row.fail(`"zone" is "${zone}", which is no IANA time zone`)
}

/** Two holders of a single seat on one day, and long times without any. */
function checkSeat(tenures: readonly Tenure[], findings: Finding[]) {
  const plain = tenures.filter(tenure => !tenure.as || tenure.as === "acting")
  for (const [i, tenure] of plain.entries()) {
    const later = plain
      .slice(i + 1)
      .find(other => overlap(tenure, other) && !(standsIn(tenure, other) || standsIn(other, tenure)))
    if (later)
      findings.push({
        kind: "error",
        file: later.file,
        line: later.line,
        problem: `${later.person} and ${tenure.person} (${place(tenure, later)}) both hold ${later.office} in ${later.from}; mark one "disputed", "joint" or "acting" if that is true`,
      })
  }
  let held = plain[0]
  for (const tenure of plain.slice(1)) {
    if (held?.to && tenure.from && days(held.to, tenure.from) > HANDOVER_DAYS)
      findings.push({
        kind: "gap",
        file: tenure.file,
        line: tenure.line,
        problem: `nobody is known to hold ${tenure.office} from ${held.to} to ${tenure.from}`,
      })
    if (!held?.to || (tenure.to ?? "9999") > held.to) held = tenure
  }
}

/** Whether two surely held the seat on the same day; the day of change, and dates too coarse to tell, do not count. */
const overlap = (a: Period, b: Period) =>
  Boolean(
    (!a.to || !b.from || lastDay(b.from) < firstDay(a.to)) && (!b.to || !a.from || lastDay(a.from) < firstDay(b.to)),
  )

/** Somebody may act for a holder who keeps the seat (an illness, a suspension). */
const standsIn = (a: Tenure, b: Tenure) => a.as === "acting" && b.as !== "acting"

const place = (tenure: Tenure, seenFrom: Tenure) =>
  tenure.file === seenFrom.file ? `line ${tenure.line}` : `${tenure.file}:${tenure.line}`

const days = (from: string, to: string) => (Date.parse(firstDay(to)) - Date.parse(firstDay(from))) / 86_400_000

function isZone(zone: string) {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: zone }))
  } catch {
    return false
  }
}

/** Runs a check and keeps what it complains of; anything but a complaint about an actors file is a fault of ours. */
function told<T>(findings: Finding[], check: () => T): T | undefined {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof ActorsFileError)) throw error
    const { file, line, message } = error
    findings.push({ kind: "error", file, line, problem: message.replace(`${file}:${line}: `, "") })
    return undefined
  }
}
