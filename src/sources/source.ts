import type { Document } from "../model/document.ts"
import type { Intake } from "./intake.ts"

/** What the user says about a file that does not say it itself. */
export interface Given {
  /** ISO date or instant of publication. */
  readonly published?: string
  /** IANA time zone in which "today" is meant. */
  readonly zone?: string
  readonly outlet?: string
}

/** Something that could not be read, with its place and the reason. Reading goes on after it. */
export interface Unread {
  readonly file: string
  /** Counted from 1, where the trouble has a line. */
  readonly line?: number
  readonly reason: string
}

/** What comes out of a file, in its order. */
export type Found = { readonly document: Document } | { readonly unread: Unread }

/** A format that reports come in. */
export interface Source {
  readonly name: string
  /** One line for the help. */
  readonly means: string
  recognises(file: Intake): boolean
  /** Documents one by one, so that a long file needs no memory. */
  read(file: Intake, given: Given): AsyncIterable<Found>
}

/** "reports.jsonl, line 12: text is missing" */
export const told = ({ file, line, reason }: Unread): string =>
  `${file}${line === undefined ? "" : `, line ${line}`}: ${reason}`
