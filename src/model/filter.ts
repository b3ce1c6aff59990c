import type { EventType, Issue, Status } from "./event.ts"

/** Which events are asked for; what is left out does not narrow the answer. */
export interface Filter {
  /** State code, actor id, or words of a name. */
  readonly actor?: string
  readonly types?: readonly EventType[]
  readonly issues?: readonly Issue[]
  readonly statuses?: readonly Status[]
  /** First and last day, ISO, both included; a month or year stands for all its days. */
  readonly since?: string
  readonly until?: string
  /** Id of a document that tells of the event. */
  readonly doc?: string
  /** IANA zone whose days are meant; where left out, each event keeps the day of its own place. */
  readonly zone?: string
}

/** A filter as people write it in a command or an address, where one value or several stand under `type`, `issue` and `status`. */
export type FilterWords = {
  readonly [K in "actor" | "since" | "until" | "doc" | "zone"]?: string | undefined
} & {
  readonly type?: readonly EventType[] | undefined
  readonly issue?: readonly Issue[] | undefined
  readonly status?: readonly Status[] | undefined
}

/** The filter that is meant, without what was not given; what else the words hold is left aside. */
export function filterOf({ actor, type, issue, status, since, until, doc, zone }: FilterWords): Filter {
  const given = { actor, types: type, issues: issue, statuses: status, since, until, doc, zone }
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined && value.length > 0))
}
