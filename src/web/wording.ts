import type { EventType, Issue, Status } from "../model/event.ts"
import type { EventRecord, RecordActor } from "../model/eventRecord.ts"

/** How a type is told in a headline: what was done, and what is still to be done. A target follows the bare form. */
interface Wording {
  /** Name of the type in a list. */
  readonly name: string
  readonly did: string
  readonly to: string
  /** The same without a target, where it reads otherwise. */
  readonly didAlone?: string
  readonly toAlone?: string
  /** What befell the target where nobody is named who did it: "was …". */
  readonly passive?: string
}

export const WORDING: Readonly<Record<EventType, Wording>> = {
  call: { name: "call", did: "spoke by telephone", to: "to speak by telephone" },
  meeting: { name: "meeting", did: "met", to: "to meet", didAlone: "had a meeting", toAlone: "to have a meeting" },
  visit: {
    name: "visit",
    did: "visited",
    to: "to visit",
    didAlone: "made a visit",
    toAlone: "to make a visit",
    passive: "visited",
  },
  talks: { name: "talks", did: "held talks", to: "to hold talks" },
  letter: {
    name: "letter",
    did: "wrote to",
    to: "to write to",
    didAlone: "sent a letter",
    toAlone: "to send a letter",
    passive: "written to",
  },
  "express-support": {
    name: "support",
    did: "expressed support for",
    to: "to express support for",
    didAlone: "expressed support",
    toAlone: "to express support",
    passive: "given support",
  },
  praise: {
    name: "praise",
    did: "commended",
    to: "to commend",
    didAlone: "gave praise",
    toAlone: "to give praise",
    passive: "commended",
  },
  urge: {
    name: "demand",
    did: "called on",
    to: "to call on",
    didAlone: "made a call",
    toAlone: "to make a call",
    passive: "called on",
  },
  offer: {
    name: "offer",
    did: "made an offer to",
    to: "to make an offer to",
    didAlone: "made an offer",
    toAlone: "to make an offer",
    passive: "made an offer",
  },
  agree: { name: "agreement", did: "agreed", to: "to agree" },
  pledge: {
    name: "pledge",
    did: "made a pledge to",
    to: "to make a pledge to",
    didAlone: "made a pledge",
    toAlone: "to make a pledge",
    passive: "made a pledge",
  },
  sign: { name: "signing", did: "signed an agreement", to: "to sign an agreement" },
  condemn: {
    name: "condemnation",
    did: "condemned",
    to: "to condemn",
    didAlone: "voiced condemnation",
    toAlone: "to voice condemnation",
    passive: "condemned",
  },
  accuse: {
    name: "accusation",
    did: "accused",
    to: "to accuse",
    didAlone: "made an accusation",
    toAlone: "to make an accusation",
    passive: "accused",
  },
  concern: {
    name: "concern",
    did: "voiced concern about",
    to: "to voice concern about",
    didAlone: "voiced concern",
    toAlone: "to voice concern",
    passive: "named with concern",
  },
  reject: {
    name: "refusal",
    did: "rebuffed",
    to: "to rebuff",
    didAlone: "voiced a refusal",
    toAlone: "to voice a refusal",
    passive: "rebuffed",
  },
  threaten: {
    name: "threat or warning",
    did: "warned",
    to: "to warn",
    didAlone: "gave a warning",
    toAlone: "to give a warning",
    passive: "warned",
  },
  aid: {
    name: "aid",
    did: "gave aid to",
    to: "to give aid to",
    didAlone: "gave aid",
    toAlone: "to give aid",
    passive: "given aid",
  },
  cooperate: { name: "cooperation", did: "worked together", to: "to work together" },
  concede: {
    name: "concession",
    did: "yielded to",
    to: "to yield to",
    didAlone: "yielded",
    toAlone: "to yield",
    passive: "given way to",
  },
  retreat: {
    name: "withdrawal",
    did: "stood down towards",
    to: "to stand down towards",
    didAlone: "stood down or withdrew",
    toAlone: "to stand down or withdraw",
  },
  sanction: {
    name: "sanction",
    did: "imposed sanctions on",
    to: "to impose sanctions on",
    didAlone: "imposed sanctions",
    toAlone: "to impose sanctions",
    passive: "put under sanctions",
  },
  downgrade: {
    name: "downgrade",
    did: "downgraded ties with",
    to: "to downgrade ties with",
    didAlone: "downgraded ties",
    toAlone: "to downgrade ties",
    passive: "cut off or expelled",
  },
  protest: {
    name: "protest",
    did: "protested against",
    to: "to protest against",
    didAlone: "protested",
    toAlone: "to protest",
    passive: "protested against",
  },
  launch: {
    name: "launch or test",
    did: "launched or tested against",
    to: "to launch or test against",
    didAlone: "carried out a launch or test",
    toAlone: "to carry out a launch or test",
    passive: "aimed at in a launch or test",
  },
  exercise: { name: "exercise", did: "held an exercise", to: "to hold an exercise" },
  deploy: {
    name: "deployment",
    did: "deployed forces to",
    to: "to deploy forces to",
    didAlone: "deployed forces",
    toAlone: "to deploy forces",
    passive: "faced with forces deployed",
  },
  coerce: {
    name: "coercion",
    did: "used coercion on",
    to: "to use coercion on",
    didAlone: "used coercion",
    toAlone: "to use coercion",
    passive: "coerced",
  },
  attack: {
    name: "attack",
    did: "attacked",
    to: "to attack",
    didAlone: "carried out an attack",
    toAlone: "to carry out an attack",
    passive: "attacked",
  },
  adopt: {
    name: "adoption",
    did: "adopted a decision on",
    to: "to adopt a decision on",
    didAlone: "adopted a decision",
    toAlone: "to adopt a decision",
    passive: "decided on",
  },
  appoint: {
    name: "appointment",
    did: "appointed or removed",
    to: "to appoint or remove",
    didAlone: "made an appointment",
    toAlone: "to make an appointment",
    passive: "brought into or out of office",
  },
  join: { name: "accession", did: "joined", to: "to join", didAlone: "joined", toAlone: "to join", passive: "joined" },
}

export const STATUS_NAME: Readonly<Record<Status, string>> = {
  happened: "happened",
  ongoing: "going on",
  planned: "announced",
  hoped: "hoped for",
  conditional: "conditional",
  denied: "denied",
}

/** Whether an event of this status took place or goes on; the others stand in a lane of their own. */
export const tookPlace = (status: Status) => status === "happened" || status === "ongoing"

export const issueName = (issue: Issue | string) => issue.replaceAll("-", " ")

type Deed = Pick<EventRecord, "type" | "status" | "participants" | "source" | "target">

/** A headline in three parts: who, did what, to whom. Where no doer is named, the target comes first; where nobody is, nobody does. */
export function headlineOf({ type, status, participants, source, target }: Deed): {
  readonly subjects: readonly RecordActor[]
  readonly verb: string
  readonly objects: readonly RecordActor[]
} {
  const { did, to, didAlone = did, toAlone = to, passive } = WORDING[type]
  const doers = [...participants, ...source]
  if (doers.length === 0 && target.length > 0 && passive) {
    const be = target.length > 1 || target[0]!.name === "people" ? "were" : "was"
    const was = status === "denied" ? `${be} not` : tookPlace(status) ? be : "to be"
    return { subjects: target, verb: `${was} ${passive}`, objects: [] }
  }
  const together = target.length > 0 || participants.length > 1
  const [past, future] = together ? [did, to] : [didAlone, toAlone]
  const verb = status === "denied" ? future.replace(/^to /, "did not ") : tookPlace(status) ? past : future
  return { subjects: doers, verb, objects: target }
}

/** "A", "A and B", "A, B and C". */
export const listed = (names: readonly string[]) =>
  names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`

export const counted = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`

/** How two texts of one story stand to each other. @param from what is called the text that the other, `made`, is made from */
export function kinship(kind: string, from: string, made: string): string {
  if (kind === "copy") return "They are word for word the same."
  if (kind === "version") return "They are versions of one text."
  const Made = made.replace(/^./, letter => letter.toUpperCase())
  if (kind === "republication") return `${Made} holds nearly all of ${from}, and more.`
  return `${Made} quotes or retells stretches of ${from}.`
}
