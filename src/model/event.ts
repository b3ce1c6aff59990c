/**
 * The 32 event types of the project's guidelines, each with its PLOVER root.
 * Symmetric types list everybody in `participants`; directed ones use `source` and `target`.
 */
export const EVENT_TYPES = {
  call: { root: "CONSULT", symmetric: true },
  meeting: { root: "CONSULT", symmetric: true },
  visit: { root: "CONSULT", symmetric: false },
  talks: { root: "CONSULT", symmetric: true },
  letter: { root: "CONSULT", symmetric: false },
  "express-support": { root: "SUPPORT", symmetric: false },
  praise: { root: "SUPPORT", symmetric: false },
  urge: { root: "REQUEST", symmetric: false },
  offer: { root: "REQUEST", symmetric: false },
  agree: { root: "AGREE", symmetric: true },
  pledge: { root: "AGREE", symmetric: false },
  sign: { root: "AGREE", symmetric: true },
  condemn: { root: "ACCUSE", symmetric: false },
  accuse: { root: "ACCUSE", symmetric: false },
  concern: { root: "ACCUSE", symmetric: false },
  reject: { root: "REJECT", symmetric: false },
  threaten: { root: "THREATEN", symmetric: false },
  aid: { root: "AID", symmetric: false },
  cooperate: { root: "COOPERATE", symmetric: true },
  concede: { root: "CONCEDE", symmetric: false },
  retreat: { root: "RETREAT", symmetric: false },
  sanction: { root: "SANCTION", symmetric: false },
  downgrade: { root: "SANCTION", symmetric: false },
  protest: { root: "PROTEST", symmetric: false },
  launch: { root: "MOBILIZE", symmetric: false },
  exercise: { root: "MOBILIZE", symmetric: true },
  deploy: { root: "MOBILIZE", symmetric: false },
  coerce: { root: "COERCE", symmetric: false },
  attack: { root: "ASSAULT", symmetric: false },
  adopt: { root: "AGREE", symmetric: false },
  appoint: { root: "OFFICE", symmetric: false },
  join: { root: "COOPERATE", symmetric: false },
} as const

export type EventType = keyof typeof EVENT_TYPES

/** Whether an event happened, goes on, is announced, wished for, depends on something, or is denied. */
export const STATUSES = ["happened", "ongoing", "planned", "hoped", "conditional", "denied"] as const
export type Status = (typeof STATUSES)[number]

/** What an event is about. */
export const ISSUES = [
  "dialogue",
  "denuclearization",
  "missiles",
  "nuclear",
  "sanctions",
  "humanitarian-aid",
  "alliance",
  "extended-deterrence",
  "trilateral-cooperation",
  "territorial-integrity",
  "war",
  "ceasefire",
  "human-rights",
  "health",
  "climate",
  "trade",
  "energy",
  "cyber",
  "terrorism",
  "migration",
  "elections",
  "food-security",
  "maritime",
  "other",
] as const
export type Issue = (typeof ISSUES)[number]
