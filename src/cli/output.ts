import { once } from "node:events"

/** Writes to standard output and waits where its reader is slower than we are, so that memory stays constant. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, "drain")
}

/** Says something on standard error: troubles and progress, never results. */
export const warn = (text: string): void => {
  process.stderr.write(`${text}\n`)
}
