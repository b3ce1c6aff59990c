import type { Actor } from "../model/layers.ts"
import type { Title } from "./lexicon.ts"

/** What one mention tells of a person: how the name is written there, and what stands around it. */
export interface Sighting {
  /** The piece where the words that name the person start. */
  readonly at: number
  /** The name as pieces: "kim", "jong", "un". */
  readonly words: readonly string[]
  /** The name as printed: "Kim Jong-un". */
  readonly printed: string
  readonly titles: readonly Title[]
  /** State or body codes beside the name. */
  readonly states: readonly string[]
  readonly past: boolean
  /** Whether the words are surely a name: a title stands before them, or a tagger saw a person. */
  readonly sure: boolean
  /** The state of the officer named just before, "the Israeli adviser Hulata and Foreign Policy Advisor Meir". */
  readonly beside?: string
  /** The officer named just before in a row of such names: "Deputy Minister Doe, Secretary of State Roe". */
  readonly after?: Sighting
  /** What the office deals with, as printed: "to Israel". */
  readonly field?: string
  /** Whether a group of no government stands beside the name: "the Hamas spokesman Doe" is no state's. */
  readonly ofGroup?: boolean
}

/** Somebody in a document, with all that its mentions tell. */
export interface Player {
  /** The fullest name, as pieces. */
  words: readonly string[]
  /** Other names of the one person whose full name that is: "tony blinken" for "antony blinken". */
  readonly alsoCalled: readonly (readonly string[])[]
  printed: string
  readonly titles: Title[]
  readonly states: string[]
  readonly sightings: Sighting[]
  actor: Actor
  reason: string
  stated: boolean
  candidates: readonly Actor[]
  gender: "f" | "m" | undefined
}
