import { expect, it } from "vitest"
import { english } from "../../src/english.ts"
import { coding } from "../../src/events/coding.ts"
import { ordinalOf } from "../../src/linking/ordinals.ts"
import type { EventType } from "../../src/model/event.ts"
import { type EventRecord, eventRecord, type RecordActor } from "../../src/model/eventRecord.ts"
import { describeShared, hasShared, sample } from "../shared.ts"

// The traps of design/reports-and-users.md that concern one document, on the two sample reports as they were found.
// A is a Korean wire's story on a US readout of 2 February 2022; B a Korean broadcast of 26 May 2022, machine-translated.

const read = (file: string, known: Parameters<typeof sample>[1]) => {
  const page = english.read(sample(file, known))
  return { page, text: page.text, events: page.events.map(event => eventRecord(page, event, coding)) }
}
const nothing = { page: undefined, text: "", events: [] as EventRecord[] }
const A = hasShared
  ? read("seed-000", { published: "2022-02-04", zone: "America/New_York", outlet: "Yonhap" })
  : nothing
const B = hasShared ? read("seed-002", {}) : nothing
const B26 = hasShared ? read("seed-002", { published: "2022-05-26", zone: "Asia/Seoul" }) : nothing

type Reading = typeof A

const called = ({ state, name }: RecordActor) => (name ? `${state}:${name}` : state)
const everybody = (e: EventRecord) => [...e.participants, ...e.source, ...e.target].map(called)
const who = (list: readonly RecordActor[]) => list.map(called).sort()
const ofType = (reading: Reading, ...types: EventType[]) => reading.events.filter(e => types.includes(e.type))
const contacts = (reading: Reading) => ofType(reading, "call", "talks", "meeting").filter(e => e.status === "happened")
const between = (reading: Reading, ...names: string[]) =>
  contacts(reading).filter(e => names.every(n => everybody(e).some(x => x.includes(n))))
/** Events with a mention that covers the first place where `words` stand. */
const at = (reading: Reading, words: RegExp) => {
  const place = reading.text.search(words)
  return reading.events.filter(e => e.mentions.some(m => m.from <= place && place < m.to))
}

describeShared("traps in one document", () => {
  it("T02: talks and call are one contact", () => {
    const calls = between(A, "Blinken", "Chung")
    expect(calls).toHaveLength(1)
    expect(calls[0]?.type).toBe("call")
    expect(calls[0]?.mentions.length).toBeGreaterThanOrEqual(3)
  })

  it("T03: a headline printed twice adds no condemnation", () => {
    const condemned = ofType(A, "condemn").filter(e => who(e.source).includes("USA:Antony Blinken"))
    expect(condemned).toHaveLength(1)
    expect(condemned[0]?.mentions.length).toBeGreaterThanOrEqual(3)
  })

  it("T04: 'separately … respectively' is two calls of two, and none of three", () => {
    const hayashi = between(B26, "Hayashi").map(e => who(e.participants))
    expect(hayashi).toContainEqual(["JPN:Yoshimasa Hayashi", "KOR:Park Jin"])
    expect(hayashi).toContainEqual(["JPN:Yoshimasa Hayashi", "USA:Antony Blinken"])
    expect(hayashi.every(p => p.length === 2)).toBe(true)
  })

  it("T05: the anchor's summary is no call of its own, and the broadcaster no party", () => {
    expect(contacts(B26).filter(e => everybody(e).length > 2)).toEqual([])
    expect(contacts(B26)).toHaveLength(4)
  })

  it("T07: a doubled name is one missile", () => {
    const launches = ofType(B26, "launch").filter(e => e.status === "happened")
    expect(launches).toHaveLength(1)
    expect(launches[0]?.slots.weapon?.value).toMatch(/ICBM|intercontinental/i)
    expect(launches[0]?.flags.join()).toMatch(/doubled/)
  })

  it("T09: a garbled name is linked with a visible reason, and stays as printed in the evidence", () => {
    const blinken = between(B26, "Park Jin", "Blinken")[0]?.participants.find(p => p.name === "Antony Blinken")
    expect(blinken?.evidence.some(q => /Blincoln/.test(q.quote))).toBe(true)
    expect(blinken?.certainty).toBe("implied")
    expect(blinken?.reason).toMatch(/Blincoln|spell|garbl|sound|letters/i)
  })

  it("T10: the reporter who shares a family name is no party", () => {
    expect(B26.events.filter(e => everybody(e).some(x => /Won-kyung/.test(x)))).toEqual([])
  })

  it("T11: a foreign minister without a country is found by the holder's name", () => {
    expect(between(B, "KOR:Park Jin")).not.toHaveLength(0)
  })

  it("T12: 'The two Ministers' are those of defence, 'the two countries' South Korea and the United States", () => {
    const agreed = at(B26, /agreed to strengthen/).find(e => e.type === "agree")
    expect(who(agreed?.participants ?? [])).toEqual(["KOR:Lee Jong-sup", "USA:Secretary of Defense"])
    const criticized = at(B26, /criticized North/).find(e => e.type === "condemn")
    expect(who(criticized?.source ?? [])).toEqual(["KOR:Park Jin", "USA:Antony Blinken"])
  })

  it("T13: an unnamed defence minister stays an office", () => {
    expect(B.events.flatMap(everybody).filter(x => /Austin/.test(x))).toEqual([])
    expect(between(B, "USA:Secretary of Defense")).toHaveLength(1)
  })

  it("T14: an official for Korea and Japan serves the United States", () => {
    const tellers = B26.events.flatMap(e => [...e.saidBy, ...e.source]).filter(a => a.name === "Mark Lambert")
    expect(tellers.length).toBeGreaterThan(0)
    expect(tellers.every(a => a.state === "USA")).toBe(true)
  })

  it("T15: aid for North Koreans is for the people, not the state", () => {
    const aid = B26.events.filter(e => e.issues.includes("humanitarian-aid"))
    expect(aid.length).toBeGreaterThan(0)
    expect(aid.flatMap(e => who(e.target))).not.toContain("PRK")
  })

  it("T16: 'The Secretary' is Blinken, 'he added' is Price", () => {
    const condemned = at(A, /The Secretary condemned/).find(e => e.type === "condemn")
    expect(who(condemned?.source ?? [])).toEqual(["USA:Antony Blinken"])
    expect(condemned?.saidBy.at(-1)?.name).toBe("Ned Price")
  })

  it("T17: 'the seventh … since the start of the year' is a count and no further event", () => {
    expect(ofType(A, "launch")).toHaveLength(2)
    const counted = ofType(A, "launch").find(e => e.slots.ordinal)
    expect(ordinalOf(counted?.slots.ordinal?.value ?? "")).toMatchObject({ number: 7, basis: "year" })
  })

  it("T18: COVID-19, 25th and Feb 04 are no quantities", () => {
    const slots = [...A.events, ...B26.events].flatMap(e => Object.values(e.slots).map(s => s.value))
    expect(slots.filter(value => /^(19|25|04)$/.test(value))).toEqual([])
  })

  it("T19: 'in violation of resolutions' is no adoption", () => {
    expect(ofType(A, "adopt")).toEqual([])
  })

  it("T20: a resolution hoped for is not adopted", () => {
    const adopt = ofType(B26, "adopt")
    expect(adopt.map(e => e.status)).toEqual(["hoped"])
  })

  it("T21: what one minister asks for is agreed by nobody", () => {
    const asked = at(B26, /emphasized the need to develop/).find(e => e.type === "urge")
    expect(who(asked?.source ?? [])).toEqual(["KOR:Lee Jong-sup"])
    expect(ofType(B26, "deploy").filter(e => e.status === "happened")).toEqual([])
  })

  it("T22: a response to any provocation is no strike", () => {
    expect(ofType(B26, "attack").filter(e => e.status === "happened")).toEqual([])
  })

  it("T23: what is only discussed is neither agreed nor done", () => {
    expect(
      at(A, /discussed efforts to deter/).filter(e => ["agree", "sanction", "deploy", "attack"].includes(e.type)),
    ).toEqual([])
    expect(at(B26, /discussed the direction/).filter(e => e.type === "agree")).toEqual([])
  })

  it("T24: 'no change in its position' upholds the position", () => {
    const upheld = at(B26, /there was no change/)
    expect(upheld.filter(e => e.type === "reject" || e.status === "denied")).toEqual([])
  })

  it("T27: the chain of tellers is kept in order, from outlet to doer", () => {
    const condemned = at(A, /The Secretary condemned/).find(e => e.type === "condemn")
    expect(condemned?.provenance).toEqual(["Yonhap", "Department of State", "Ned Price", "Antony Blinken"])
  })

  it("T28: what a missile is called belongs to who calls it so", () => {
    const launch = at(A, /North Korea test fired/).find(e => e.type === "launch")
    expect(launch?.slots.weapon?.value).toMatch(/ballistic missile/)
    expect(launch?.slots.weapon?.evidence.some(q => /what it called/.test(q.quote))).toBe(true)
    expect(launch?.flags.join()).toMatch(/named so by/)
  })

  it("T29: a relative clause of a translation asserts nothing in the reporter's voice", () => {
    expect(at(B26, /which violates UN/).filter(e => e.type === "accuse" && e.saidBy.length === 0)).toEqual([])
  })

  it("T30: hearsay is marked", () => {
    const reaffirmed = at(B26, /they reaffirmed the importance/)
    expect(reaffirmed.length).toBeGreaterThan(0)
    expect(reaffirmed.every(e => e.flags.includes("hearsay"))).toBe(true)
  })

  it("T31: where a paraphrase is stronger than the quotation, the quotation leads and the drift is flagged", () => {
    const offer = ofType(A, "offer").find(e => who(e.source).includes("USA:Antony Blinken"))
    expect(offer?.mentions[0]?.quote).toMatch(/openness to diplomacy/)
    expect(offer?.mentions.length).toBeGreaterThanOrEqual(2)
    expect(offer?.flags.join()).toMatch(/paraphrase/)
  })

  it("T32: event, statement and publication each keep their day", () => {
    expect(between(A, "Blinken", "Chung")[0]?.date.value).toBe("2022-02-02")
  })

  it("T33: a Seoul day stays a Seoul day, with its UTC interval beside it", () => {
    const launch = at(A, /North Korea test fired/).find(e => e.type === "launch")
    expect(launch?.date).toMatchObject({ value: "2022-01-30", zone: "Asia/Seoul" })
    expect(launch?.date.utc?.from.slice(0, 16)).toBe("2022-01-29T15:00")
    expect(between(A, "Chung", "Hayashi")[0]?.date).toMatchObject({ value: "2022-02-03", zone: "Asia/Seoul" })
  })

  it("T34: a day counted from another event is a chain", () => {
    const call = between(A, "Blinken", "Hayashi").find(e => !everybody(e).some(x => /Chung/.test(x)))
    expect(call?.date.value).toBe("2022-02-02")
    expect(call?.date.certainty).toBe("implied")
  })

  it("T36: 'yesterday (25th)' without a publication day stays a part of a date", () => {
    const call = between(B, "Park Jin", "Blinken")[0]
    expect(call?.date.value).toBeNull()
    expect(call?.date.partial).toBe("XXXX-XX-25")
    expect(between(B26, "Park Jin", "Blinken")[0]?.date.value).toBe("2022-05-25")
    expect(ofType(B26, "launch")[0]?.date.value).not.toBe("2022-05-25")
  })

  it("T37: the pandemic and the outbreak in North Korea are two matters", () => {
    const thanked = at(A, /Blinken also thanked/).find(e => e.type === "praise")
    expect(thanked?.issues).toContain("health")
    expect(thanked?.issues).not.toContain("humanitarian-aid")
  })

  it("T38: 'triangular' with two states named is flagged", () => {
    const reaffirmed = at(B26, /they reaffirmed the importance/)[0]
    expect(reaffirmed?.issues).toContain("trilateral-cooperation")
    expect(reaffirmed?.flags.join()).toMatch(/third/)
  })

  it("T40: noise stays in the evidence", () => {
    for (const { text, events } of [A, B, B26])
      for (const event of events) for (const m of event.mentions) expect(text.slice(m.from, m.to)).toBe(m.quote)
  })
})
