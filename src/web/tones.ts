import { EVENT_TYPES, type EventType } from "../model/event.ts"

/** PLOVER's four quarters, words and deeds for and against, as a reader would name them; appointments stand beside. */
export const TONES = ["accord", "help", "dispute", "force", "office"] as const
export type Tone = (typeof TONES)[number]

export const TONE_NAME: Readonly<Record<Tone, string>> = {
  accord: "Talks, support, agreement",
  help: "Aid, cooperation, withdrawal",
  dispute: "Demands, criticism, threats",
  force: "Pressure and force",
  office: "Appointments",
}

type Root = (typeof EVENT_TYPES)[EventType]["root"]

/** The quarter of each root (PLOVER manual, "quad categories"). */
const QUARTER: Readonly<Record<Root, Tone>> = {
  AGREE: "accord",
  CONSULT: "accord",
  SUPPORT: "accord",
  CONCEDE: "accord",
  COOPERATE: "help",
  AID: "help",
  RETREAT: "help",
  REQUEST: "dispute",
  ACCUSE: "dispute",
  REJECT: "dispute",
  THREATEN: "dispute",
  PROTEST: "force",
  SANCTION: "force",
  MOBILIZE: "force",
  COERCE: "force",
  ASSAULT: "force",
  OFFICE: "office",
}

export const toneOf = (type: EventType): Tone => QUARTER[EVENT_TYPES[type].root]

export const typesOf = (tone: Tone) => (Object.keys(EVENT_TYPES) as EventType[]).filter(type => toneOf(type) === tone)
