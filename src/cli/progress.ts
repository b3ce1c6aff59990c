import { SingleBar } from "cli-progress"
import { warn } from "./output.ts"

/** What long work tells of itself. */
export interface Progress {
  documents: number
  events: number
  /** Says where the work stands. */
  step(name: string): void
  /** Takes the bar away, so that other lines can be printed. */
  end(): void
}

/** Milliseconds between two plain lines. */
const PAUSE = 10_000

/**
 * A bar where a person looks on, a plain line now and then otherwise; on standard error.
 * @param total how many documents there are, where that is known
 */
export function progress(total: number | undefined): Progress {
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: total
          ? "{bar} {value}/{total} documents · {events} events · {eta_formatted} left · {name}"
          : "{value} documents · {events} events · {duration_formatted} · {name}",
        clearOnComplete: true,
        hideCursor: true,
        etaBuffer: 50,
      })
    : undefined
  bar?.start(total ?? 0, 0, { events: 0, name: "" })
  let last = Date.now()
  return {
    documents: 0,
    events: 0,
    step(name) {
      bar?.update(this.documents, { events: this.events, name: name.slice(0, 40) })
      if (bar || Date.now() - last < PAUSE) return
      last = Date.now()
      warn(`readout: ${this.documents}${total ? ` of ${total}` : ""} documents read, ${this.events} events`)
    },
    end() {
      bar?.stop()
    },
  }
}
