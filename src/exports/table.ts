import { stringify } from "csv-stringify/sync"

export type Cell = string | number | null | undefined

/**
 * A cell that a spreadsheet would take for a formula is set behind an apostrophe, since its words come from documents
 * that anybody may have written.
 */
const guarded = (cell: Cell) =>
  typeof cell === "string" && /^[=+@\t\r]|^-(?=[^\s\d]*[(=+])/.test(cell) ? `'${cell}` : (cell ?? "")

/** Rows as CSV with a header, comma and line feed. */
export async function* table<T>(
  columns: Readonly<Record<string, (row: T) => Cell>>,
  rows: AsyncIterable<T>,
): AsyncIterable<string> {
  yield stringify([Object.keys(columns)])
  const cells = Object.values(columns)
  for await (const row of rows) yield stringify([cells.map(cell => guarded(cell(row)))])
}
