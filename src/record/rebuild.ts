import type { Claim } from "../model/claim.ts"
import type { Correction } from "../model/correction.ts"
import type { Document } from "../model/document.ts"
import { NoCorrection } from "./corrections.ts"
import type { Record } from "./index.ts"

/** What rebuilding a record came to. */
export interface Rebuilt {
  readonly documents: number
  readonly corrections: number
  /** Corrections whose claims are no longer read so; they stay in the old record and are named here. */
  readonly lost: readonly { readonly correction: Correction; readonly reason: string }[]
}

/**
 * Reads every kept document anew into an empty record, earlier versions first, and makes every correction again in its order, by its author
 * and with its date. Numbers of corrections may change; an "undo" follows its correction to the new number.
 */
export async function rebuild(
  from: Record,
  into: Record,
  read: (doc: Document) => readonly Claim[],
  step: (id: string) => void = () => {},
): Promise<Rebuilt> {
  let documents = 0
  for await (const document of from.everyVersion()) {
    await into.keep([{ document, claims: read(document) }])
    documents++
    step(document.id)
  }
  for (const saved of await from.savedRegisters()) await into.saveRegister(saved)
  const numbers = new Map<number, number>()
  const lost: Rebuilt["lost"][number][] = []
  for (const correction of await from.correctionsMade()) {
    const { author, reason, made } = correction
    const act =
      correction.act.kind === "undo"
        ? { ...correction.act, correction: numbers.get(correction.act.correction) ?? -1 }
        : correction.act
    try {
      const { number } = await into.correct({ author, reason, act, made })
      numbers.set(correction.number, number)
    } catch (error) {
      if (!(error instanceof NoCorrection)) throw error
      lost.push({ correction, reason: error.message })
    }
  }
  return { documents, corrections: numbers.size, lost }
}
