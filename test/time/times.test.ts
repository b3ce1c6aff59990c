import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { compareTimes, PAGE_DAY } from "../../src/model/eventDate.ts"
import type { Time } from "../../src/model/layers.ts"
import { Pipeline } from "../../src/model/stage.ts"
import { sentences } from "../../src/text/sentences.ts"
import { tokens } from "../../src/text/tokens.ts"
import { findExpressions } from "../../src/time/find.ts"
import { times } from "../../src/time/times.ts"

const reading = Pipeline.empty.add(sentences).add(tokens).add(times)
const read = (text: string, published?: string, zone?: string) =>
  reading.read({ id: "case", text, ...(published ? { published } : {}), ...(zone ? { zone } : {}) })

const FOLDER = import.meta.dirname
const shown = ({ date, partial, timex }: Time) => date ?? partial ?? timex

/** "2023-03-08 UTC | They met on [Monday]. ==> 2023-03-06": day and zone, text, what each bracket comes to. */
function parse(line: string) {
  const [head, rest] = line.split(/ \| /) as [string, string]
  const [marked, values = ""] = rest.split(/ ?==> ?/) as [string, string?]
  const [published, zone] = head.trim().split(" ")
  return {
    published: published === "-" ? undefined : published,
    zone,
    text: marked.replace(/[[\]]/g, ""),
    words: [...marked.matchAll(/\[([^\]]*)\]/g)].map(([, words]) => words!),
    values: values ? values.split("; ") : [],
  }
}

for (const file of readdirSync(FOLDER).filter(name => name.endsWith(".txt")))
  describe(file, () => {
    for (const line of readFileSync(join(FOLDER, file), "utf8").split("\n")) {
      if (!line || line.startsWith("#")) continue
      const { published, zone, text, words, values } = parse(line)
      it(line, () => {
        const found = read(text, published, zone).times
        expect(found.map(t => text.slice(t.from, t.to))).toEqual(words)
        expect(found.map((t, i) => (values[i]?.includes("@") ? `${shown(t)}@${t.zone}` : shown(t)))).toEqual(values)
      })
    }
  })

describe("zones and order", () => {
  it("keeps the UTC interval beside a day of Seoul and never shifts the day (T33)", () => {
    const [sunday] = read("A rocket rose on Sunday (Seoul time).", "2022-02-04", "America/New_York").times
    expect(sunday).toMatchObject({
      date: "2022-01-30",
      utc: { from: "2022-01-29T15:00:00Z", to: "2022-01-30T15:00:00Z" },
    })
  })

  it("does not order a Washington Wednesday and a Seoul Thursday (T35)", () => {
    const doc = read(
      "They spoke on Wednesday. Seoul answered on Thursday (Seoul time).",
      "2022-02-04",
      "America/New_York",
    )
    const [wednesday, thursday] = doc.times
    expect(compareTimes(wednesday!, thursday!)).toBe("unknown")
  })

  it("orders days that do not touch anywhere on earth, even without a zone", () => {
    const [a, b] = read("They spoke on Monday. They met on Thursday.", "2022-02-04").times
    expect([compareTimes(a!, b!), compareTimes(b!, a!)]).toEqual(["before", "after"])
  })

  it("gives a clock time its minute", () => {
    const [time] = read("It rose at 6:10 a.m. KST on Sunday.", "2022-02-04", "UTC").times
    expect(time?.utc).toEqual({ from: "2022-01-29T21:10:00Z", to: "2022-01-29T21:11:00Z" })
  })

  it("takes the zone of a dateline, and of a known outlet, where the document has none", () => {
    expect(read("TOKYO, March 3 -- The fleet sailed on Monday.", "2023-03-08").times[1]?.zone).toBe("Asia/Tokyo")
    const doc = reading.read({
      id: "x",
      text: "The fleet sailed on Monday.",
      published: "2023-03-08",
      outlet: "Xinhua",
    })
    expect(doc.times[0]?.zone).toBe("Asia/Shanghai")
  })

  it("counts from a date alone in the head of a page where the document bears none", () => {
    const doc = read("Mar 08, 2023\n\nThe fleet sailed on Monday.")
    expect(doc.times.map(shown)).toEqual(["2023-03-08", "2023-03-06"])
  })
})

describe("hours", () => {
  const clock = (text: string) => read(text, "2023-03-08", "UTC").times.map(({ timex }) => timex.slice(11))
  it("are told in figures and in words", () => {
    expect(clock("They spoke at half past seven on Monday.")).toEqual(["07:30"])
    expect(clock("They spoke at a quarter to nine p.m.")).toEqual(["20:45"])
    expect(clock("They spoke on Monday at seven thirty p.m.")).toEqual(["19:30"])
    expect(clock("The siren sounded at 8 in the evening.")).toEqual(["20:00"])
    expect(clock("The siren sounded at 0930 GMT.")).toEqual(["09:30"])
  })
  it("are not read into votes and ranges", () => {
    expect(clock("The vote was ten to five.")).toEqual([])
    expect(clock("They spoke from ten to five p.m.")).toEqual(["17:00"])
  })
})

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."May 3 | 2022 |Tuesday|last week|two |days ago|the |of |, |\n\n|25th|(|)|1990s|😀|\u0000|\ud83d|안녕 | يوم |10:30 a.m.|in |fiscal |-|’s ".split(
      "|",
    ),
  )
  it("keeps every span inside it, in order and apart", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
        const text = parts.join("")
        const found = read(text, "2022-02-04", "Asia/Seoul").times
        found.forEach((t, i) => {
          expect(t.from).toBeGreaterThanOrEqual(found[i - 1]?.to ?? 0)
          expect(t.to).toBeGreaterThan(t.from)
          expect(t.to).toBeLessThanOrEqual(text.length)
        })
      }),
      { numRuns: 100 },
    )
  })

  it("reads hostile text in a time that grows with its length only", () => {
    for (const piece of [
      "the last ",
      "1 ",
      "May ",
      "two hundred ",
      "2022-",
      "early ",
      "(",
      "a few ",
      "first of the ",
    ]) {
      const time = (n: number) => {
        const text = piece.repeat(n)
        const start = process.cpuUsage()
        findExpressions(text)
        return process.cpuUsage(start).user / 1000
      }
      time(2000)
      const [short, long] = [time(4000), time(64_000)]
      expect(long, piece).toBeLessThan(16 * 5 * Math.max(short, 5))
    }
  })
})

it("says of today that it is the page's day, in the words that linking goes by", () => {
  const page = read("They met today.", "2022-02-10", "America/New_York")
  expect(page.times[0]?.reason).toMatch(new RegExp(`^${PAGE_DAY}`))
})

it("says in words how a day was counted", () => {
  const reasons = read("They met yesterday and spoke three weeks ago; last month both wrote.", "2022-02-10").times
  expect(reasons.map(({ reason }) => reason)).toEqual([
    "1 day before publication on 2022-02-10",
    "3 weeks before publication on 2022-02-10",
    "1 month before the month of publication on 2022-02-10",
  ])
})
