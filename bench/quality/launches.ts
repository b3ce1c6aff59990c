import { readFileSync } from "node:fs"
import { read, records } from "../../src/cli/reading.ts"
import { linking } from "../../src/linking/index.ts"
import { launchOccasions } from "../../src/linking/launches.ts"
import { MemoryShelf } from "../../src/linking/linker.ts"
import { weaponClass } from "../../src/linking/weapons.ts"
import type { Document } from "../../src/model/document.ts"
import { documents } from "../../src/sources/index.ts"
import type { Result, Task } from "../task.ts"

/** Days of North Korean tests of longer-range missiles, as the CNS/NTI list in nk-missile-tests gives them. */
interface Test {
  readonly date: string
  readonly missile: string
}

const FIRST = "2006-01-01"
const LAST = "2021-12-31"
const DAY = 86_400_000
const near = (a: string, b: string, days = 1) => Math.abs(Date.parse(a) - Date.parse(b)) <= days * DAY
const round = (value: number) => Math.round(value * 1e4) / 1e4

/**
 * Kinds of weapon that a listed test may be told as: anything but a nuclear device or an engine, for tellers call a missile of 400 km
 * "short-range" and a large rocket "artillery".
 */
const FLEW = /^(?:missile|rocket|projectile|artillery)/
/** Kinds of weapon that the list holds: missiles of 300 km and more, rockets with satellites, and what was only told as missile or projectile. */
const LISTED = /^(?:missile$|missile\/(?:ballistic|hypersonic)|rocket|projectile)/

/** Items that can tell of a North Korean launch at all; the rest need not be read for this score. */
const KOREAN = /\bNorth Korea|\bDPRK\b|\bPyongyang\b/
/** Words by which a person looking for launches would find an item. */
const LAUNCH = /\b(?:missile|rocket|satellite|projectile)s?\b/i
const FIRED = /\b(?:launch|fire|fires|fired|test|tests|tested|test-fire)/i

/** Days of the launches that the list leaves out. */
const leftOut = () =>
  readFileSync(new URL("launches-left-out.tsv", import.meta.url), "utf8")
    .split("\n")
    .filter(line => /^\d/.test(line))
    .map(line => line.slice(0, 10))

/**
 * The launch ledger against the list. Precision: of the days on which the ledger holds a North Korean launch of a kind
 * that the list holds, those within a day of a listed test; and again with the launches beside it that the list leaves out for their short
 * range (`launches-left-out.tsv`), for "fires four missiles" does not say how far they fly. Recall: of the listed days of which an item
 * published within two days speaks of a North Korean missile or rocket and of firing, those within a day of a launch in the ledger.
 */
export const launchLedger: Task = {
  name: "launches",
  means: "the launch ledger against nk-missile-tests, within a day",
  usage: "TESTS CURRENT-EVENTS",
  async run([list, ...files]): Promise<Result> {
    const listed = (JSON.parse(readFileSync(list!, "utf8")) as Test[])
      .map(test => test.date)
      .filter(date => date >= FIRST && date <= LAST)
    const tests = [...new Set(listed)]
    const items: Document[] = []
    for await (const found of documents(files, {})) {
      if (!("document" in found)) continue
      const { document } = found
      const day = document.published?.slice(0, 10) ?? ""
      if (day >= FIRST && day <= "2022-01-07" && KOREAN.test(document.text)) items.push(document)
    }
    const shelf = new MemoryShelf()
    for (const item of items) await linking.join(shelf, item, records(read(item)))
    const launches = shelf.events().flatMap(({ id, claims: ids }) => {
      const claims = ids.map(claim => shelf.claims.get(claim)!)
      const korean = claims.some(c => [...c.source, ...c.participants].some(actor => actor.state === "PRK"))
      return korean && claims.some(c => c.type === "launch") ? [{ id, claims }] : []
    })
    const occasions = launchOccasions(launches).filter(
      ({ day, known }) => known !== "only before" && day >= FIRST && day <= LAST,
    )
    const claimsOf = new Map(launches.map(({ id, claims }) => [id, claims]))
    const days = (weapon: RegExp) =>
      new Map(
        occasions
          .filter(({ event }) => claimsOf.get(event)!.some(c => weapon.test(weaponClass(c) ?? "")))
          .map(({ day, known }) => [day, known]),
      )
    const ledger = days(LISTED)
    const flown = days(FLEW)
    const spoken = tests.filter(day =>
      items.some(({ text, published }) => {
        const days = (Date.parse(published!.slice(0, 10)) - Date.parse(day)) / DAY
        return days >= 0 && days <= 2 && LAUNCH.test(text) && FIRED.test(text)
      }),
    )
    const nearAny = (day: string, days: Iterable<string>) => [...days].some(other => near(day, other))
    const right = [...ledger.keys()].filter(day => nearAny(day, tests))
    const real = [...ledger.keys()].filter(day => nearAny(day, [...tests, ...leftOut()]))
    const found = spoken.filter(test => nearAny(test, flown.keys()))
    const p = ledger.size ? right.length / ledger.size : 1
    const r = spoken.length ? found.length / spoken.length : 1
    const scores = {
      days: { p: round(p), r: round(r), f1: round(p + r ? (2 * p * r) / (p + r) : 0) },
      withThoseLeftOut: { p: round(ledger.size ? real.length / ledger.size : 1) },
      ledgerDays: ledger.size,
      listedDays: tests.length,
      listedDaysMentioned: spoken.length,
      itemsRead: items.length,
    }
    return {
      scores,
      summary: JSON.stringify(scores, null, 1),
      items: Object.fromEntries([
        ...spoken.map(
          test =>
            [
              `listed ${test}`,
              { right: found.includes(test), read: found.includes(test) ? "in the ledger" : "missed" },
            ] as const,
        ),
        ...[...ledger].map(
          ([day, known]) =>
            [
              `ledger ${day}`,
              { right: right.includes(day), read: known === "day" ? "that day" : "or before" },
            ] as const,
        ),
      ]),
    }
  },
}
