import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { inBars } from "../../src/api/calendar.ts"
import { EVENT_TYPES } from "../../src/model/event.ts"
import { dayInWords, possiblyInWords } from "../../src/web/days.ts"
import { ownWords } from "../../src/web/differing.ts"
import { segments } from "../../src/web/segments.ts"
import { barsOf } from "../../src/web/timelineBars.ts"
import { toneOf } from "../../src/web/tones.ts"
import { headlineOf, listed } from "../../src/web/wording.ts"

describe("segments", () => {
  it("cuts where marks begin and end, and lists overlapping ones longest first", () => {
    const [long, short, late] = [
      { from: 2, to: 8 },
      { from: 4, to: 6 },
      { from: 7, to: 10 },
    ]
    expect(segments(12, [short, late, long])).toEqual([
      { from: 0, to: 2, marks: [] },
      { from: 2, to: 4, marks: [long] },
      { from: 4, to: 6, marks: [long, short] },
      { from: 6, to: 7, marks: [long] },
      { from: 7, to: 8, marks: [long, late] },
      { from: 8, to: 10, marks: [late] },
      { from: 10, to: 12, marks: [] },
    ])
  })

  it("together are the whole text, whatever the marks, and every mark covers just its own stretch", () => {
    const mark = fc.record({ from: fc.integer({ min: -5, max: 60 }), to: fc.integer({ min: -5, max: 60 }) })
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 50 }), fc.array(mark, { maxLength: 12 }), (text, marks) => {
        const cut = segments(text.length, marks)
        expect(cut.map(({ from, to }) => text.slice(from, to)).join("")).toBe(text)
        for (const m of marks) {
          const covered = cut.filter(s => s.marks.includes(m)).reduce((n, s) => n + s.to - s.from, 0)
          expect(covered).toBe(Math.max(0, Math.min(m.to, text.length) - Math.max(m.from, 0)))
        }
      }),
    )
  })

  it("stays quick over many marks", () => {
    const marks = Array.from({ length: 5000 }, (_, i) => ({ from: i * 20, to: i * 20 + 30 }))
    const start = process.cpuUsage()
    expect(segments(100_030, marks)).toHaveLength(9_999 + 1)
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000)
  })
})

describe("days in words", () => {
  it.each([
    ["2022-02-02", "Wednesday 2 February 2022"],
    ["2022-02", "February 2022"],
    ["2022", "2022"],
    ["2022-01-01/2022-01-30", "1 to 30 January 2022"],
    ["2022-01-30/2022-02-02", "30 January to 2 February 2022"],
    ["2021-12-31/2022-01-01", "31 December 2021 to 1 January 2022"],
    ["..2022-02-02", "On or before 2 February 2022"],
    [null, "Day not known"],
  ])("%s", (day, words) => expect(dayInWords(day)).toBe(words))

  it("says what is known of a day without a month", () => {
    expect(dayInWords(null, "XXXX-XX-25")).toBe("Day 25 of a month not known")
    expect(possiblyInWords({ value: "2022-03-25" })).toBe("possibly 25 March 2022")
    expect(possiblyInWords({ value: "2021-11-25/2023-08-25" })).toBe("possibly 25 November 2021 to 25 August 2023")
  })
})

describe("the bars of the timeline", () => {
  const day = (day: string, status: "happened" | "hoped" = "happened", events = 1) =>
    ({ day, type: "call", status, events }) as const
  const drawn = (days: readonly ReturnType<typeof day>[], most: number) =>
    barsOf(inBars({ total: 0, undated: 0, days, types: {}, statuses: {}, issues: {} }, most))

  it("are days where there is room, without gaps", () => {
    const bars = drawn([day("2022-02-01"), day("2022-02-04", "hoped", 2)], 60)
    expect(bars.map(({ since, until, done, open }) => [since, until, done, open])).toEqual([
      ["2022-02-01", "2022-02-01", 1, 0],
      ["2022-02-02", "2022-02-02", 0, 0],
      ["2022-02-03", "2022-02-03", 0, 0],
      ["2022-02-04", "2022-02-04", 0, 2],
    ])
  })

  it("are weeks from Monday, months, quarters or years where there is not", () => {
    const first = (to: string) => drawn([day("2022-02-02"), day(to)], 20)[0]!
    expect(first("2022-04-30")).toMatchObject({ since: "2022-01-31", until: "2022-02-06" })
    expect(first("2022-12-30")).toMatchObject({ since: "2022-02-01", until: "2022-02-28" })
    expect(first("2025-12-30")).toMatchObject({ since: "2022-01-01", until: "2022-03-31" })
    expect(first("2040-12-30")).toMatchObject({ since: "2022-01-01", until: "2022-12-31" })
  })

  it("begin with the days asked for, though an event began before", () => {
    const days = [day("2017-01-01"), day("2022-02-04")]
    const bars = inBars({ total: 2, undated: 0, days, types: {}, statuses: {}, issues: {} }, 60, "2022-02")
    expect([bars.width, ...bars.days.map(d => d.day)]).toEqual(["day", "2022-02-01", "2022-02-04"])
  })

  it("lose no event and are no more than asked for, whatever the days", () => {
    const some = fc
      .date({ min: new Date("1990-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
      .map(d => day(d.toISOString().slice(0, 10)))
    fc.assert(
      fc.property(fc.array(some, { minLength: 1, maxLength: 30 }), fc.integer({ min: 50, max: 200 }), (days, most) => {
        const bars = drawn(days, most)
        expect(bars.reduce((n, bar) => n + bar.done, 0)).toBe(days.length)
        expect(bars.length).toBeLessThanOrEqual(most + 1)
      }),
    )
  })
})

describe("words that the other side lacks", () => {
  const own = (text: string, beside: string) => ownWords(text, beside).flatMap(s => (s.own ? [s.words] : []))

  it("are set off whatever their endings, and words that tell nothing are not", () => {
    expect(own("Strongly condemned the launches of the North", "condemns the launch")).toEqual(["Strongly", "North"])
    expect(own("the same words", "")).toEqual([])
  })

  it("leave the text whole", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (text, beside) => {
        expect(
          ownWords(text, beside)
            .map(({ words }) => words)
            .join(""),
        ).toBe(text)
      }),
    )
  })
})

describe("headlines", () => {
  const actor = (state: string, name?: string) =>
    ({ state, ...(name ? { name } : {}), certainty: "stated", evidence: [] }) as const
  const told = (deed: Partial<Parameters<typeof headlineOf>[0]>) => {
    const { subjects, verb, objects } = headlineOf({
      type: "condemn",
      status: "happened",
      participants: [],
      source: [],
      target: [],
      ...deed,
    })
    const names = (list: readonly { state: string; name?: string }[]) => listed(list.map(a => a.name ?? a.state))
    return [names(subjects), verb, names(objects)].filter(Boolean).join(" ")
  }

  it.each([
    [{ source: [actor("KOR", "A")], target: [actor("PRK")] }, "A condemned PRK"],
    [{ source: [actor("KOR", "A")] }, "A voiced condemnation"],
    [{ target: [actor("PRK")] }, "PRK was condemned"],
    [{ target: [actor("PRK"), actor("RUS")] }, "PRK and RUS were condemned"],
    [{ target: [actor("PRK")], status: "planned" }, "PRK to be condemned"],
    [
      { type: "call", participants: [actor("KOR", "A"), actor("USA", "B"), actor("JPN", "C")] },
      "A, B and C spoke by telephone",
    ],
    [{ type: "meeting", status: "hoped", participants: [actor("KOR"), actor("PRK")] }, "KOR and PRK to meet"],
    [{ type: "meeting", status: "denied", participants: [actor("KOR"), actor("PRK")] }, "KOR and PRK did not meet"],
  ] as const)("%o", (deed, words) => expect(told(deed)).toBe(words))
})

it("every event type has its tone", () => {
  for (const type of Object.keys(EVENT_TYPES)) expect(toneOf(type as keyof typeof EVENT_TYPES)).toBeTruthy()
})
