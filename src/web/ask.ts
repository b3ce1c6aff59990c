import { useEffect, useState } from "preact/hooks"
import type { Problem } from "../api/answers.ts"

/** An answer on its way, arrived, or refused. The last answer stays until the next has come. */
export interface Asked<T> {
  readonly answer?: T
  readonly problem?: Problem
  readonly waiting: boolean
}

const unreachable = (error: unknown): Problem => ({
  type: "about:blank",
  title: "readout does not answer",
  status: 0,
  detail: `Is “readout serve” still running? (${error instanceof Error ? error.message : String(error)})`,
})

/** The latest answers by their questions, so that the way back shows at once what was there; each is asked again all the same. */
const latest = new Map<string, unknown>()
const KEPT = 40

function keep(question: string, answer: unknown): void {
  latest.delete(question)
  latest.set(question, answer)
  for (const oldest of latest.keys()) if (latest.size > KEPT) latest.delete(oldest)
}

/** Asks the API, again whenever the question changes; an older answer never overtakes a newer one. Nothing is asked of nothing. */
export function useAnswer<T>(question: string | undefined): Asked<T> {
  const known = (last: Asked<T> = { waiting: true }): Asked<T> =>
    question !== undefined && latest.has(question)
      ? { answer: latest.get(question) as T, waiting: true }
      : { ...last, waiting: question !== undefined }
  const [asked, setAsked] = useState<Asked<T>>(known)
  useEffect(() => {
    if (question === undefined) {
      setAsked({ waiting: false })
      return
    }
    const leaving = new AbortController()
    setAsked(known)
    fetch(question, { signal: leaving.signal, headers: { accept: "application/json" } })
      .then(async response => {
        const body: unknown = await response.json()
        if (response.ok) keep(question, body)
        setAsked(response.ok ? { answer: body as T, waiting: false } : { problem: body as Problem, waiting: false })
      })
      .catch(error => {
        if (!leaving.signal.aborted) setAsked({ problem: unreachable(error), waiting: false })
      })
    return () => leaving.abort()
  }, [question])
  return asked
}
