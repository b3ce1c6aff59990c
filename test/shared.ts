import { existsSync } from "node:fs"
import { join } from "node:path"

/** The data kept beside the project; not part of a clone. */
export const SHARED = join(import.meta.dirname, "..", "..", "shared")

/**
 * Whether the shared data is there. Where it is not, says loudly what is left out; in CI that is a failure,
 * so that a green run always means that everything ran.
 */
export function sharedIsHere(leftOut: string): boolean {
  if (existsSync(SHARED)) return true
  if (process.env.CI) throw new Error(`../shared is not there, and this is CI: ${leftOut} cannot be left out`)
  console.warn(`\n!! LEFT OUT, since ../shared is not there: ${leftOut}\n`)
  return false
}
