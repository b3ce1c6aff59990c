import type { Claim } from "../../src/model/claim.ts"
import { type Document, type Quote, quote } from "../../src/model/document.ts"
import type { Status } from "../../src/model/event.ts"
import type { RecordActor } from "../../src/model/eventRecord.ts"
import { type Linking, openRecord, type Record } from "../../src/record/index.ts"

/** Reports of our own writing about people who do not exist, with what a reading of them should give. */
export const WIRE: Document = {
  id: "wire/ministers & launch #1",
  title: "Ministers speak after launch",
  published: "2031-03-05T01:10:00Z",
  zone: "Asia/Seoul",
  outlet: "Hangang Wire",
  url: "https://example.org/ministers",
  text: `Ministers speak after launch 🚀

SEOUL, March 5 -- Foreign Minister Ahn Sorin spoke by telephone with U.S. Secretary of State Dana Ellery on Tuesday, the foreign ministry said.

Ahn condemned North Korea's launch of a ballistic missile on Sunday, the third launch this year, ministry spokesperson Roh Mina said.
Both hope that talks with the North <b>will</b> be held in April & not later. 안소린 said so, too.
`,
}

export const READOUT: Document = {
  id: "readout-ellery-ahn",
  title: "Secretary Ellery’s Call with Foreign Minister Ahn",
  published: "2031-03-04",
  zone: "America/New_York",
  outlet: "Department of State",
  text: "Secretary of State Dana Ellery spoke today with Foreign Minister Ahn Sorin. The Secretary reaffirmed support for the Republic of Korea.",
}

export const OLDER: Document = {
  id: "readout-older",
  title: "Secretary Ellery’s Call with Foreign Minister Ahn",
  published: "2030-11-02",
  zone: "America/New_York",
  outlet: "Department of State",
  text: "Secretary of State Dana Ellery spoke today with Foreign Minister Ahn Sorin about trade.",
}

/** The `nth` place of the words in the document. */
function words(doc: Document, said: string, nth = 0): Quote {
  let from = -1
  for (let i = 0; i <= nth; i++) from = doc.text.indexOf(said, from + 1)
  if (from < 0) throw new Error(`“${said}” is not in ${doc.id}`)
  return quote(doc, { from, to: from + said.length })
}

const actor = (doc: Document, state: string, name: string | undefined, said: string, office?: string): RecordActor => ({
  state,
  ...(name ? { name } : {}),
  ...(office ? { office } : {}),
  certainty: "stated",
  evidence: [words(doc, said)],
})

function claim(
  doc: Document,
  type: Claim["type"],
  mentions: readonly Quote[],
  rest: Partial<Claim> & { status?: Status } = {},
): Claim {
  return {
    doc: doc.id,
    id: `${doc.id}#${type}-${mentions[0]!.from}`,
    type,
    plover: { event: "CONSULT" },
    status: "happened",
    statusEvidence: [mentions[0]!],
    participants: [],
    source: [],
    target: [],
    date: { value: null, certainty: "implied", evidence: [] },
    saidBy: [],
    provenance: [doc.outlet!, "the doer"],
    issues: [],
    slots: {},
    flags: [],
    mentions,
    ...rest,
  }
}

const ahn = (doc: Document) => actor(doc, "KOR", "Ahn Sorin", "Ahn Sorin", "Foreign Minister")
const ellery = (doc: Document) => actor(doc, "USA", "Dana Ellery", "Dana Ellery", "Secretary of State")

const condemning = words(WIRE, "Ahn condemned North Korea's launch of a ballistic missile on Sunday")
const launching = words(WIRE, "North Korea's launch of a ballistic missile on Sunday")

export const TOLD = [
  {
    document: WIRE,
    claims: [
      claim(
        WIRE,
        "call",
        [
          words(
            WIRE,
            "Foreign Minister Ahn Sorin spoke by telephone with U.S. Secretary of State Dana Ellery on Tuesday",
          ),
          words(WIRE, "Ministers speak"),
        ],
        {
          plover: { event: "CONSULT", mode: "phone" },
          cameo: "041",
          participants: [ahn(WIRE), ellery(WIRE)],
          date: {
            value: "2031-03-04",
            zone: "Asia/Seoul",
            utc: { from: "2031-03-03T15:00:00Z", to: "2031-03-04T15:00:00Z" },
            certainty: "implied",
            reason: "latest Tuesday on or before publication on 2031-03-05",
            evidence: [words(WIRE, "Tuesday")],
          },
          saidBy: [actor(WIRE, "KOR", "Ministry of Foreign Affairs", "the foreign ministry")],
          provenance: ["Hangang Wire", "Ministry of Foreign Affairs", "Ahn Sorin and Dana Ellery"],
          issues: ["missiles", "alliance"],
          slots: { means: { value: "telephone", certainty: "stated", evidence: [words(WIRE, "by telephone")] } },
          flags: ["headline says less than the text"],
        },
      ),
      claim(WIRE, "condemn", [condemning], {
        source: [actor(WIRE, "KOR", "Ahn Sorin", "Ahn condemned")],
        target: [actor(WIRE, "PRK", undefined, "North Korea")],
        date: { value: "2031-03-04", zone: "Asia/Seoul", certainty: "implied", evidence: [words(WIRE, "Tuesday")] },
        saidBy: [actor(WIRE, "KOR", "Roh Mina", "Roh Mina", "spokesperson")],
        provenance: ["Hangang Wire", "Roh Mina", "Ahn Sorin"],
        issues: ["missiles"],
      }),
      claim(WIRE, "launch", [launching], {
        source: [actor(WIRE, "PRK", undefined, "North Korea")],
        date: {
          value: "2031-03-02",
          zone: "Asia/Seoul",
          utc: { from: "2031-03-01T15:00:00Z", to: "2031-03-02T15:00:00Z" },
          certainty: "implied",
          evidence: [words(WIRE, "Sunday")],
        },
        saidBy: [actor(WIRE, "KOR", "Roh Mina", "Roh Mina", "spokesperson")],
        provenance: ["Hangang Wire", "Roh Mina", "North Korea"],
        issues: ["missiles"],
        slots: {
          weapon: { value: "ballistic missile", certainty: "stated", evidence: [words(WIRE, "ballistic missile")] },
          ordinal: {
            value: "third launch this year",
            certainty: "stated",
            evidence: [words(WIRE, "third launch this year")],
          },
        },
      }),
      claim(WIRE, "talks", [words(WIRE, "talks with the North <b>will</b> be held in April")], {
        status: "hoped",
        statusEvidence: [words(WIRE, "Both hope that")],
        participants: [actor(WIRE, "PRK", undefined, "the North <b>"), ahn(WIRE)],
        date: { value: "2031-04", certainty: "stated", evidence: [words(WIRE, "April")] },
        issues: ["dialogue"],
      }),
    ],
  },
  {
    document: READOUT,
    claims: [
      claim(
        READOUT,
        "call",
        [words(READOUT, "Secretary of State Dana Ellery spoke today with Foreign Minister Ahn Sorin")],
        {
          participants: [ellery(READOUT), ahn(READOUT)],
          date: {
            value: "2031-03-04",
            zone: "America/New_York",
            utc: { from: "2031-03-04T05:00:00Z", to: "2031-03-05T05:00:00Z" },
            certainty: "stated",
            evidence: [words(READOUT, "today")],
          },
          issues: ["alliance"],
        },
      ),
      claim(
        READOUT,
        "express-support",
        [words(READOUT, "The Secretary reaffirmed support for the Republic of Korea")],
        {
          source: [actor(READOUT, "USA", "Dana Ellery", "The Secretary")],
          target: [actor(READOUT, "KOR", undefined, "the Republic of Korea")],
          date: {
            value: "2031-03-04",
            zone: "America/New_York",
            certainty: "implied",
            evidence: [words(READOUT, "today")],
          },
          issues: ["alliance"],
        },
      ),
    ],
  },
  {
    document: OLDER,
    claims: [
      claim(
        OLDER,
        "call",
        [words(OLDER, "Secretary of State Dana Ellery spoke today with Foreign Minister Ahn Sorin")],
        {
          participants: [ellery(OLDER), ahn(OLDER)],
          date: {
            value: "2030-11-02",
            zone: "America/New_York",
            certainty: "stated",
            evidence: [words(OLDER, "today")],
          },
          issues: ["trade"],
        },
      ),
    ],
  },
] as const

/** As if the older release had been made into the newer one. */
export const ONE_STORY = {
  a: READOUT.id,
  b: OLDER.id,
  kind: "drawn",
  origin: OLDER.id,
  reasons: ["12 words in a row"],
}

/** Holds the two calls of one day for one event and the older one for a look-alike, as linking would. */
const linking: Linking = {
  async join(shelf, doc, claims) {
    if (doc.id === OLDER.id || doc.id === READOUT.id) await shelf.keepLineage([ONE_STORY])
    for (const { id, type } of claims) {
      const calls = type === "call" ? TOLD.map(told => told.claims[0].id).filter(other => other !== id) : []
      const known = (await shelf.claims(calls)).map(other => other.id)
      const day = (call: string) => call.startsWith(OLDER.id)
      const same = known.filter(other => day(other) === day(id))
      await shelf.link(
        known.map(other => {
          const [a, b] = other < id ? [other, id] : [id, other]
          return same.includes(other)
            ? { a: a!, b: b!, verdict: "same", reasons: ["both ministers", "days overlap"], judge: "program", score: 1 }
            : { a: a!, b: b!, verdict: "different", reasons: ["122 days apart"], judge: "program", score: -1 }
        }),
      )
      await shelf.regather(await shelf.eventsOf(same), [{ id, claims: [...same, id] }])
    }
  },
  async part() {},
}

/** A record in memory that holds these reports. */
export async function newsroom(): Promise<Record> {
  const record = await openRecord(":memory:", { create: true, linking })
  await record.keep(TOLD)
  return record
}
