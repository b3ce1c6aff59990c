import type { Claim } from "../../src/model/claim.ts"
import { EVENT_TYPES, type EventType, type Issue, type Status } from "../../src/model/event.ts"
import type { RecordActor } from "../../src/model/eventRecord.ts"

/** "USA:Antony Blinken (Secretary of State)" as an actor. */
export function actor(written: string): RecordActor {
  const [, state, name, office] = /^([^:]+)(?::([^(]+?))?(?: \((.+)\))?$/.exec(written)!
  return { state: state!, ...(name ? { name } : {}), ...(office ? { office } : {}), certainty: "stated", evidence: [] }
}

interface Written {
  readonly doc: string
  readonly type: EventType
  readonly words: string
  readonly status?: Status
  readonly day?: string | null
  readonly zone?: string
  readonly utc?: readonly [from: string, to: string]
  readonly parties?: readonly string[]
  readonly source?: readonly string[]
  readonly target?: readonly string[]
  readonly saidBy?: readonly string[]
  readonly issues?: readonly Issue[]
  readonly slots?: Readonly<Record<string, string>>
}

/** A claim by hand: our own words, read without fault. */
export function claim({ doc, type, words, ...rest }: Written): Claim {
  const {
    status = "happened",
    day = null,
    zone,
    utc,
    parties = [],
    source = [],
    target = [],
    saidBy = [],
    issues = [],
    slots = {},
  } = rest
  const mention = { from: 0, to: words.length, quote: words }
  return {
    doc,
    id: `${doc}#${type}-${words.length}-${words.slice(0, 8)}`,
    type,
    plover: { event: EVENT_TYPES[type].root },
    status,
    statusEvidence: [],
    participants: parties.map(actor),
    source: source.map(actor),
    target: target.map(actor),
    date: {
      value: day,
      ...(zone ? { zone } : {}),
      ...(utc ? { utc: { from: utc[0], to: utc[1] } } : {}),
      certainty: "stated",
      evidence: [],
    },
    saidBy: saidBy.map(actor),
    provenance: [],
    issues,
    slots: Object.fromEntries(
      Object.entries(slots).map(([slot, value]) => [
        slot,
        { value, certainty: "stated" as const, evidence: [mention] },
      ]),
    ),
    flags: [],
    mentions: [mention],
  }
}
