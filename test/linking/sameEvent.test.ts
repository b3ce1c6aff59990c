import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { candidateKeys } from "../../src/linking/candidates.ts"
import { judge } from "../../src/linking/sameEvent.ts"
import type { Claim } from "../../src/model/claim.ts"
import { REPORT_DAY } from "../../src/model/eventDate.ts"
import { claim } from "./claims.ts"

const february = claim({
  doc: "wire",
  type: "call",
  words: "Blinken's call with Chung on Wednesday",
  day: "2022-02-02",
  zone: "America/New_York",
  utc: ["2022-02-02T05:00:00Z", "2022-02-03T05:00:00Z"],
  parties: ["USA:Antony Blinken (Secretary of State)", "KOR:Chung Eui-yong (Foreign Minister)"],
})
const may = claim({
  doc: "broadcast",
  type: "call",
  words: "Foreign Minister Park Jin spoke with Blinken by phone",
  day: "2022-05-25",
  zone: "Asia/Seoul",
  utc: ["2022-05-24T15:00:00Z", "2022-05-25T15:00:00Z"],
  parties: ["USA:Antony Blinken (Secretary of State)", "KOR:Park Jin (Foreign Minister)"],
})

describe("the same event?", () => {
  it("T01: keeps two calls of the same offices apart, 111 days in one zone, with another minister", () => {
    const { verdict, reasons } = judge(february, may)
    expect(verdict).toBe("different")
    expect(reasons).toContain("111 days apart")
    expect(reasons.join()).toMatch(
      /other KOR foreign affairs: Chung Eui-yong, Park Jin|other KOR foreign affairs: Park Jin, Chung Eui-yong/,
    )
  })

  it("T02: knows a call told as talks, on the Seoul day that shares hours with the Washington one", () => {
    const talks = claim({
      doc: "seoul",
      type: "talks",
      words: "The two ministers held telephone talks on the morning of February 3",
      day: "2022-02-03",
      zone: "Asia/Seoul",
      utc: ["2022-02-02T15:00:00Z", "2022-02-03T15:00:00Z"],
      parties: ["KOR:Chung Eui-yong (Foreign Minister)", "USA:Antony Blinken (Secretary of State)"],
    })
    expect(judge(february, talks).verdict).toBe("same")
    expect(candidateKeys(february).some(key => candidateKeys(talks).includes(key))).toBe(true)
  })

  it("T04: keeps two calls of one minister on one day apart by the other party", () => {
    const other = { ...may, doc: "wire-2", id: "wire-2#call" }
    const hayashi = claim({
      doc: "wire-3",
      type: "call",
      words: "Blinken spoke separately with Hayashi",
      day: "2022-05-25",
      zone: "Asia/Seoul",
      parties: ["USA:Antony Blinken", "JPN:Yoshimasa Hayashi"],
    })
    expect(judge(other, hayashi)).toMatchObject({ verdict: "different" })
  })

  it("takes two who only spoke for two who telephoned, and keeps a call from a meeting", () => {
    const told = (doc: string, type: "call" | "meeting", words: string) =>
      claim({ doc, type, words, day: "2021-08-04", parties: ["USA:Antony Blinken", "GBR:Dominic Raab"] })
    const called = told("a", "call", "Blinken had a call with Raab")
    expect(judge(called, told("b", "meeting", "the Secretary spoke to Raab")).verdict).toBe("same")
    expect(judge(called, told("b", "meeting", "the Secretary met Raab")).verdict).toBe("different")
  })

  it("keeps a minister's meeting apart from one that his president attends", () => {
    const told = (doc: string, words: string, ...ours: readonly string[]) =>
      claim({ doc, type: "meeting", words, day: "2021-06-25", parties: [...ours, "FRA:Emmanuel Macron (President)"] })
    const blinken = "USA:Antony Blinken (Secretary of State)"
    const alone = told("a", "Blinken met Macron in Paris", blinken)
    const led = told("b", "Biden and Blinken met Macron", "USA:Joe Biden (President)", blinken)
    const aide = told("c", "Blinken and Sullivan met Macron", blinken, "USA:Jake Sullivan (National Security Advisor)")
    expect(judge(alone, led).verdict).toBe("unsure")
    expect(judge(alone, led).reasons).toContain("Joe Biden in the one alone")
    expect(judge(alone, aide).verdict).toBe("same")
  })

  it("keeps a meeting of two apart from that of the same two with a third", () => {
    const two = claim({
      doc: "a",
      type: "meeting",
      words: "Sherman met Mori in Tokyo",
      day: "2021-07-20",
      zone: "Asia/Tokyo",
      parties: ["USA:Wendy Sherman", "JPN:Takeo Mori"],
      slots: { place: "Tokyo" },
    })
    const three = claim({
      doc: "b",
      type: "meeting",
      words: "Sherman met Mori and Choi in Tokyo",
      day: "2021-07-20",
      zone: "Asia/Tokyo",
      parties: ["USA:Wendy Sherman", "JPN:Takeo Mori", "KOR:Choi Jong-kun"],
      slots: { place: "Tokyo" },
    })
    expect(judge(two, three).verdict).toBe("unsure")
  })

  it("T06: keeps launches sixteen weeks apart from each other, and takes an upper bound for no day", () => {
    const january = claim({
      doc: "a",
      type: "launch",
      words: "fired an intermediate-range ballistic missile",
      day: "2022-01-30",
      zone: "Asia/Seoul",
      source: ["PRK"],
    })
    const dated = claim({
      doc: "b",
      type: "launch",
      words: "launched an ICBM",
      day: "2022-05-25",
      zone: "Asia/Seoul",
      source: ["PRK"],
    })
    const bound = claim({
      doc: "c",
      type: "launch",
      words: "its ICBM launch",
      day: "..2022-05-25",
      zone: "Asia/Seoul",
      source: ["PRK"],
    })
    expect(judge(january, dated).verdict).toBe("different")
    expect(judge(january, bound).verdict).not.toBe("same")
  })

  it("tells the seventh launch of a year from the eighth, but not from the second of a week", () => {
    const launch = (doc: string, ordinal: string) =>
      claim({
        doc,
        type: "launch",
        words: `the ${ordinal}`,
        day: "2022-01-30",
        zone: "Asia/Seoul",
        source: ["PRK"],
        slots: { ordinal },
      })
    const seventh = launch("a", "seventh missile launch since the start of the year")
    expect(judge(seventh, launch("b", "eighth launch this year")).verdict).toBe("different")
    expect(judge(seventh, launch("c", "7th launch this year")).verdict).toBe("same")
    expect(judge(seventh, launch("d", "second launch this week")).verdict).toBe("same")
  })

  it("tells a nuclear test from a missile test of the same day", () => {
    const launch = (doc: string, words: string) =>
      claim({ doc, type: "launch", words, day: "2017-09-03", zone: "Asia/Seoul", source: ["PRK"] })
    expect(judge(launch("a", "carried out a nuclear test"), launch("b", "fired a ballistic missile")).verdict).toBe(
      "different",
    )
  })

  it("T08: sees another person in the same office, and the office where nobody is named", () => {
    const unnamed = claim({
      ...{ doc: "c", type: "call" as const, words: "the foreign ministers talked on the phone" },
      day: "2022-05-25",
      zone: "Asia/Seoul",
      parties: ["USA:Secretary of State", "KOR:Foreign Minister"],
    })
    expect(judge(may, unnamed).verdict).toBe("same")
    expect(judge(february, unnamed).verdict).toBe("different")
    const defence = claim({
      ...{ doc: "d", type: "call" as const, words: "the defence ministers talked" },
      day: "2022-05-25",
      zone: "Asia/Seoul",
      parties: ["USA:Secretary of Defense", "KOR:Minister of Defense"],
    })
    expect(judge(may, defence).verdict).toBe("different")
  })

  it("takes a first name told with the title, or no name at all, for the person named elsewhere, and nobody for a friend", () => {
    const rau = (doc: string, parties: readonly string[]) =>
      claim({ doc, type: "meeting", words: "met in Washington", day: "2022-02-04", zone: "America/New_York", parties })
    const named = rau("a", ["USA:Antony Blinken (Secretary of State)", "POL:Zbigniew Rau (Foreign Minister)"])
    expect(judge(named, rau("b", ["USA:friend", "POL:Zbigniew Rau"])).verdict).toBe("same")
    expect(judge(named, rau("c", ["USA:Secretary", "POL:Zbigniew Rau"])).verdict).toBe("same")
    expect(judge(named, rau("d", ["USA:Wendy Sherman", "POL:Zbigniew Rau"])).verdict).toBe("different")
  })

  it("takes two spellings of one name in one office for one person, and not two names", () => {
    const met = (doc: string, name: string) =>
      claim({
        doc,
        type: "meeting",
        words: `she met ${name}`,
        day: "2031-07-27",
        parties: ["USA:Dana Cole (Deputy Secretary of State)", `OMN:${name} (Deputy Foreign Minister)`],
      })
    expect(judge(met("a", "Salim Alharthi"), met("b", "Sheikh Salim Al Harthy")).verdict).toBe("same")
    expect(judge(met("a", "Salim Alharthi"), met("b", "Salim Alhabsi")).verdict).toBe("different")
  })

  it("takes no contact within one state for another of the same minister, unless two of those who took part are the same", () => {
    const met = (doc: string, who: string) =>
      claim({ doc, type: "meeting", words: `met ${who}`, day: "2031-07-06", parties: ["USA:Dana Cole", `USA:${who}`] })
    expect(judge(met("a", "Governor Lind"), met("b", "Senator Okoye")).verdict).not.toBe("same")
    expect(judge(met("a", "Mara Lind"), met("b", "Mara Lind")).verdict).toBe("same")
  })

  it("takes the staff of an embassy or a group of people for nobody who is named elsewhere, and officials for whoever acts for their state", () => {
    const met = (doc: string, who: string) =>
      claim({ doc, type: "meeting", words: `met ${who}`, day: "2031-07-06", parties: ["USA:Dana Cole", `EGY:${who}`] })
    const president = met("a", "Omar Rashad")
    for (const who of ["Staff", "human rights defenders"])
      expect(judge(president, met("b", who)).verdict).toBe("unsure")
    expect(judge(president, met("b", "senior officials")).verdict).toBe("same")
  })

  it("takes what two states did on one day, or were done, for two deeds, and the second capture for another than the sixth", () => {
    const ban = (doc: string, source: string, target: string) =>
      claim({
        doc,
        type: "sanction",
        words: "bans flights from the south over the new variant",
        day: "2031-11-28",
        source: [source],
        target: [target],
        issues: ["health"],
      })
    expect(judge(ban("a", "MDV", "ZAF"), ban("b", "MDV", "ZAF")).verdict).toBe("same")
    expect(judge(ban("a", "MDV", "ZAF"), ban("b", "IDN", "ZAF")).verdict).not.toBe("same")
    expect(judge(ban("a", "MDV", "ZAF"), ban("b", "MDV", "BWA")).verdict).not.toBe("same")
    const taken = (doc: string, which: string) =>
      claim({
        doc,
        type: "coerce",
        words: `the ${which} capture of a provincial capital by the group`,
        day: "2031-08-07",
        source: ["-:Front"],
        target: ["AFG"],
      })
    expect(judge(taken("a", "second"), taken("b", "second")).verdict).toBe("same")
    expect(judge(taken("a", "second"), taken("b", "sixth")).verdict).toBe("different")
  })

  it("does not take a spokesperson who says 'we spoke' for the one who spoke, where that is only worked out", () => {
    const readout = claim({
      doc: "a",
      type: "call",
      words: "Cole spoke with Prime Minister Dessa",
      day: "2031-07-06",
      parties: ["USA:Dana Cole (Secretary of State)", "ETH:Abel Dessa (Prime Minister)"],
    })
    const briefing = claim({
      doc: "b",
      type: "call",
      words: "the call with Prime Minister Dessa",
      day: "2031-07-06",
      parties: ["USA:Lee Marsh (spokesperson)", "ETH:Abel Dessa (Prime Minister)"],
    })
    const implied = {
      ...briefing,
      participants: briefing.participants.map(who =>
        who.state === "USA" ? { ...who, certainty: "implied" as const } : who,
      ),
    }
    expect(judge(readout, briefing).verdict).toBe("different")
    expect(judge(readout, implied).verdict).toBe("same")
  })

  it("knows a contact that is dated only by its report, a day off, but not by a day of its own", () => {
    const told = (doc: string, day: string, reason?: string): Claim => {
      const one = claim({
        ...{ doc, type: "meeting" as const, words: "met in Melbourne", day, zone: "America/New_York" },
        parties: ["USA:Antony Blinken", "AUS:Marise Payne"],
      })
      return { ...one, date: { ...one.date, ...(reason ? { reason } : {}) } }
    }
    expect(judge(told("a", "2022-02-10", REPORT_DAY), told("b", "2022-02-11")).verdict).toBe("same")
    expect(judge(told("a", "2022-02-10"), told("b", "2022-02-11")).verdict).not.toBe("same")
    expect(judge(told("a", "2022-02-09", REPORT_DAY), told("b", "2022-02-11")).verdict).toBe("different")
    // "We are going to talk today", says one of both in Melbourne; the transcript bears the day in Washington.
    const today = told("a", "2022-02-10", "the day of publication on 2022-02-10")
    expect(judge(today, told("b", "2022-02-11")).verdict).not.toBe("same")
    const [, host] = today.participants
    expect(judge({ ...today, saidBy: [host!] }, told("b", "2022-02-11")).verdict).toBe("same")
  })

  it("says of a call whose other end nobody names only that it may be the one", () => {
    const call = (doc: string, parties: readonly string[]) =>
      claim({ doc, type: "call", words: "spoke by phone", day: "2022-02-06", parties, slots: { means: "phone" } })
    const whole = call("a", ["USA:Antony Blinken", "FRA:Jean-Yves Le Drian"])
    expect(judge(whole, call("b", ["USA:Antony Blinken"]))).toMatchObject({ verdict: "unsure" })
  })

  it("gives the same answer whichever claim comes first, and finds what is the same under a key of both", () => {
    const days = fc.constantFrom(
      ...[null, "2022-02-02", "2022-02-03", "2022-02-04", "..2022-02-04", "..2022-02-06", "2022-02"],
      ...["2022-01-01/2022-02-03", "2022-02-01/2022-02-03"],
    )
    const people = (atLeast: number) =>
      fc.subarray(
        [
          ...["USA:Antony Blinken", "USA", "USA:friend", "KOR:Chung Eui-yong", "KOR:Park Jin", "KOR:Foreign Minister"],
          ...["JPN", "-:Hamas", "QAT", "EGY", "FRA:Emmanuel Macron"],
        ],
        { minLength: atLeast },
      )
    const zones = fc.constantFrom(undefined, "America/New_York", "Asia/Seoul")
    const slots = fc.constantFrom(
      {},
      { place: "Seoul" },
      { document: "resolution 2397" },
      { ordinal: "seventh launch" },
    )
    const contact = { type: fc.constantFrom("call" as const, "meeting" as const, "talks" as const), parties: people(1) }
    const deed = {
      type: fc.constantFrom("launch" as const, "condemn" as const, "attack" as const, "sanction" as const),
      source: people(0),
      target: people(0),
    }
    const some = (doc: string) => {
      const rest = { day: days, zone: zones, slots, report: fc.boolean() }
      return fc
        .oneof(fc.record({ ...rest, ...contact }), fc.record({ ...rest, ...deed }))
        .map(({ zone, report, ...told }) => {
          const one = claim({ doc, words: "They talked of missiles", ...told, ...(zone ? { zone } : {}) })
          return report ? { ...one, date: { ...one.date, reason: REPORT_DAY } } : one
        })
    }
    fc.assert(
      fc.property(some("a"), some("b"), (a, b) => {
        const [x, y] = [judge(a, b), judge(b, a)]
        expect(x).toEqual(y)
        if (x.verdict === "same") expect(candidateKeys(a).some(key => candidateKeys(b).includes(key))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
