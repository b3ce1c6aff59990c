import { existsSync, readFileSync } from "node:fs"
import { describe } from "vitest"
import type { Document } from "../src/model/document.ts"

/** The folder of reports and data beside the project; it is never copied into it. */
export const SHARED = new URL("../../shared/", import.meta.url)

/** Whether the folder is there. */
export const hasShared = existsSync(SHARED)

/**
 * Tests on reports of `../shared`. Where the folder is not there they are left out, and that is said loudly;
 * in CI, which has it, its absence is a failure.
 */
export function describeShared(name: string, tests: () => void): void {
  if (!hasShared && process.env.CI) throw new Error(`${name}: needs ${SHARED.pathname}, which CI must have`)
  if (!hasShared) console.warn(`LEFT OUT: ${name} needs ${SHARED.pathname}, which is not there`)
  describe.skipIf(!hasShared)(name, tests)
}

/** A plain-text report of `gold/`, with what is known beside its text. */
export function sample(file: string, known: Omit<Document, "id" | "text">): Document {
  return { id: file, ...known, text: readFileSync(new URL(`gold/${file}.txt`, SHARED), "utf8") }
}
