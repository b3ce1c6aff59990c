import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite"
import { SqliteDialect } from "kysely"

/** How many prepared statements are kept ready. */
const READY = 200

/**
 * Opens an SQLite file for Kysely. WAL lets readers work beside a writer; synchronous FULL makes every commit reach the
 * disk before it is acknowledged, so that neither a killed process nor a power cut loses it (docs/decisions).
 */
export function sqlite(path: string): SqliteDialect {
  const file = new DatabaseSync(path)
  file.exec(
    "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 10000",
  )
  file.exec("pragma cache_size = -65536; pragma mmap_size = 1073741824; pragma temp_store = memory")
  const ready = new Map<string, StatementSync>()
  const prepare = (sql: string) => {
    const known = ready.get(sql)
    if (known) return known
    const statement = file.prepare(sql)
    if (ready.size >= READY) ready.delete(ready.keys().next().value!)
    ready.set(sql, statement)
    return statement
  }
  return new SqliteDialect({
    database: {
      prepare: sql => {
        // A transaction here always comes to write: it waits for another writer at its start, where waiting is possible.
        const statement = prepare(sql === "begin" ? "begin immediate" : sql)
        const values = (parameters: ReadonlyArray<unknown>) => parameters as SQLInputValue[]
        return {
          reader: statement.columns().length > 0,
          all: parameters => statement.all(...values(parameters)),
          run: parameters => statement.run(...values(parameters)),
          // A statement of its own: a kept one would start anew when the same question is asked meanwhile.
          iterate: parameters => file.prepare(sql).iterate(...values(parameters)),
        }
      },
      close: () => file.close(),
    },
  })
}
