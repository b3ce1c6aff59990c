/** Most rows that one question may carry: SQLite allows 32,766 values, and the widest row has eleven. */
const MANY = 2000

/** Asks about many values in parts small enough for one question each. */
export async function inParts<T, R>(
  values: readonly T[],
  ask: (part: readonly T[]) => Promise<readonly R[]>,
): Promise<R[]> {
  const found: R[] = []
  for (let at = 0; at < values.length; at += MANY) found.push(...(await ask(values.slice(at, at + MANY))))
  return found
}
