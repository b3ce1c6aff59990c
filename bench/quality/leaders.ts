import { readFileSync } from "node:fs"
import { parse } from "csv-parse/sync"
import { type Knowledge, loadKnowledge } from "../../src/actors/knowledge.ts"
import { nameKey } from "../../src/actors/nameKey.ts"
import type { Task } from "../task.ts"

/** REIGN's abbreviations where they are not the ISO code. */
const REIGN_CODES = new Map(
  `AUS AUT, AUL AUS, THI THA, VAN VUT, BHM BHS, HAI HTI, TRI TTO, BAR BRB, GRN GRD, SLU LCA, SVG VCT, AAB ATG, SKN KNA, BLZ BLZ, GUA GTM, HON HND, SAL SLV,
  COS CRI, PAR PRY, URU URY, UKG GBR, IRE IRL, NTH NLD, FRN FRA, MNC MCO, SWZ CHE, SPN ESP, POR PRT, GMY DEU, CZR CZE,
  SLO SVK, SNM SMR, MNG MNE, MAC MKD, CRO HRV, BOS BIH, KOS XKX, SLV SVN, BUL BGR, MLD MDA, ROM ROU, LAT LVA, LIT LTU,
  GRG GEO, SWD SWE, DEN DNK, ICE ISL, CAP CPV, GAM GMB, BEN BEN, MAA MRT, NIR NER, CDI CIV, GUI GIN, BFO BFA, SIE SLE,
  TOG TGO, NIG NGA, CEN CAF, DRC COD, TAZ TZA, BUI BDI, ANG AGO, MZM MOZ, ZAM ZMB, ZIM ZWE, MAW MWI, SAF ZAF, LES LSO,
  BOT BWA, MAG MDG, MAS MUS, SEY SYC, ALG DZA, LIB LBY, SUD SDN, LEB LBN, KUW KWT, UAE ARE, OMA OMN, KYR KGZ, KZK KAZ,
  MON MNG, ROK KOR, BHU BTN, BNG BGD, MYA MMR, SRI LKA, MAD MDV, NEP NPL, DRV VNM, MAL MYS, SIN SGP, PHI PHL, INS IDN,
  ETM TLS, NEW NZL, SOL SLB, FIJ FJI, NAU NRU, MSI MHL, PAL PLW, COM COM, CON COG, EQG GNQ, SSD SSD, CHA TCD, CAO CMR`
    .split(",")
    .map(pair => pair.trim().split(" ") as [string, string]),
)

/** REIGN's YUG is Yugoslavia, Serbia and Montenegro, and Serbia in turn. */
const statesOf = (abbreviation: string) =>
  abbreviation === "YUG" ? ["YUG", "SCG", "SRB"] : [REIGN_CODES.get(abbreviation) ?? abbreviation]

/** Agreement of our heads of state and government with REIGN, month by month from 2000, and with the World Factbook. */
export const leaders: Task = {
  name: "leaders",
  means: "heads of state and government against REIGN (2000–2021) and the World Factbook (2026)",
  usage: "LEADERLIST.csv FACTBOOK.json",

  async run([reignPath, factbookPath]) {
    if (!reignPath || !factbookPath) throw new Error("leaders needs LEADERLIST.csv FACTBOOK.json")
    const knowledge = loadKnowledge()
    const items: Record<string, { right: boolean; read: string }> = {}
    const reign = againstReign(knowledge, reignPath, items)
    const factbook = againstFactbook(knowledge, factbookPath, items)
    const percent = ({ right, all }: Count) => Math.round((10_000 * right) / all) / 100
    return {
      scores: {
        reign: { stateMonths: reign.all, agree: reign.right, percent: percent(reign) },
        factbook: { heads: factbook.all, agree: factbook.right, percent: percent(factbook) },
      },
      summary: [
        `REIGN     ${percent(reign)} % of ${reign.all} state-months`,
        `Factbook  ${percent(factbook)} % of ${factbook.all} heads`,
        ...Object.entries(items).flatMap(([key, { right, read }]) => (right ? [] : [`  ${key}: ${read}`])),
      ].join("\n"),
      items,
    }
  },
}

interface Count {
  right: number
  all: number
}

type Items = Record<string, { right: boolean; read: string }>

/** One item for each of REIGN's leaders: how many of his months we do not know him in. */
function againstReign(knowledge: Knowledge, path: string, items: Items): Count {
  const count = { right: 0, all: 0 }
  const rows: Record<string, string>[] = parse(readFileSync(path, "latin1"), { columns: true })
  for (const row of rows) {
    const from = Math.max(12 * Number(row.syear) + Number(row.smonth) - 1, 12 * 2000)
    const until = 12 * Number(row.eyear) + Number(row.emonth) - 1
    const missed: string[] = []
    const states = statesOf(row.stateabb!)
    const known = (on: string) => states.flatMap(state => heads(knowledge, state, on))
    for (let month = from; month <= until; month++) {
      const year = Math.floor(month / 12)
      const on = `${year}-${String((month % 12) + 1).padStart(2, "0")}`
      if (known(on).some(name => alike(name, row.leader!))) count.right++
      else missed.push(on)
      count.all++
    }
    if (until >= from)
      items[`${states.at(-1)} ${row.leader} ${row.syear}-${row.smonth}`] = {
        right: missed.length === 0,
        read: missed.length
          ? `${missed.length} months from ${missed[0]}; we have ${known(missed[0]!).join(", ") || "nobody"}`
          : "agrees",
      }
  }
  return count
}

/** The Factbook's day is the newest "since" in it; its family names stand in capitals. */
function againstFactbook(knowledge: Knowledge, path: string, items: Items): Count {
  const count = { right: 0, all: 0 }
  const book: Record<string, Record<string, string>> = JSON.parse(readFileSync(path, "utf8"))
  for (const [place, posts] of Object.entries(book)) {
    const state = knowledge.named(place).find(naming => naming.kind === "state" && naming.is === "name")?.id
    if (!state || !["member", "observer"].includes(knowledge.states.get(state)!.kind)) continue
    for (const [post, words] of Object.entries(posts)) {
      const plain = words
        .replace(/&(\w)(?:acute|grave|circ|uml|tilde|cedil|caron|slash|ring);/g, "$1")
        .replace(/&\w+;/g, "")
      const capitals = plain
        .split(/[;(]/)[0]!
        .split(/[\s-]+/)
        .filter(word => /^[\p{Lu}'’]{3,}$/u.test(word) && !/^[IVX]+$/.test(word))
      if (!capitals.length) continue
      const ours = heads(knowledge, state, FACTBOOK_DAY)
      const right = capitals.some(name => ours.some(holder => alike(holder, name)))
      count.all++
      if (right) count.right++
      items[`Factbook ${state} ${post}`] = {
        right,
        read: right ? "agrees" : `${plain.slice(0, 90)}; we have ${ours.join(", ")}`,
      }
    }
  }
  return count
}

/** The newest day the file of May 2026 tells of ("since 17 January 2026"). */
const FACTBOOK_DAY = "2026-01-17"

/** Everybody who was head of state, of government or leader at some time of that month or day. */
function heads(knowledge: Knowledge, state: string, on: string): string[] {
  const offices = knowledge
    .leaderships(state, on)
    .flatMap(period => [period.headOfState, period.headOfGovernment, period.leader])
  return [...new Set(offices)]
    .flatMap(office => knowledge.holders(office, on))
    .flatMap(({ person }) => [knowledge.persons.get(person)!.name, ...knowledge.persons.get(person)!.names])
}

/** Whether two names share a word, up to the spelling of one or two letters. */
function alike(ours: string, theirs: string): boolean {
  const words = (name: string) =>
    nameKey(name.replaceAll("-", " "))
      .split(" ")
      .filter(word => word.length > 1)
  return words(ours).some(a => words(theirs).some(b => a === b || distance(a, b) <= Math.min(a.length, b.length) / 4))
}

/** Levenshtein distance. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    row = next
  }
  return row[b.length]!
}
