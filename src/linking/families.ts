import data from "../../data/linking/families.json" with { type: "json" }
import type { EventType } from "../model/event.ts"

/** What tellings of one event must share: both parties of a contact; who spoke and to whom; the deed's circumstances; the launch. */
export type Roles = "parties" | "speech" | "deed" | "launch"

interface Family {
  readonly name: string
  readonly types: readonly EventType[]
  readonly roles: Roles
}

const FAMILIES: readonly Family[] = Object.entries(data.families).map(([name, { types, roles }]) => ({
  name,
  types: types as readonly EventType[],
  roles: roles as Roles,
}))
const BY_TYPE = new Map<EventType, Family>(
  FAMILIES.flatMap(family => family.types.map(type => [type, family] as const)),
)

/** The family of types under which one event may be told: a call may be told as "talks". */
export function familyOf(type: EventType): Family {
  const family = BY_TYPE.get(type)
  if (!family) throw new Error(`data/linking/families.json names no family for "${type}"`)
  return family
}

/** Whether two types of one family exclude each other: a call is no meeting in person. */
export const excludes = (a: EventType, b: EventType): boolean =>
  data.never.some(pair => pair.includes(a) && pair.includes(b) && a !== b)
