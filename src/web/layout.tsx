import type { ComponentChildren } from "preact"
import { useEffect, useRef } from "preact/hooks"
import type { Problem } from "../api/answers.ts"
import type { Asked } from "./ask.ts"

/** Whether a page was shown before: the first leaves the focus where the browser puts it. */
let visited = false

/** A page: names itself in the title, and takes the focus when it has newly come. */
export function Page({ title, kind, children }: { title: string; kind: string; children: ComponentChildren }) {
  const main = useRef<HTMLElement>(null)
  useEffect(() => {
    document.title = title === "readout" ? "readout" : `${title} · readout`
  }, [title])
  useEffect(() => {
    if (visited) main.current?.focus({ preventScroll: true })
    visited = true
  }, [])
  return (
    <main id="main" tabIndex={-1} class={kind} ref={main}>
      {children}
    </main>
  )
}

/** What stands in place of an answer that has not come or was refused. */
export function Waiting({ asked }: { asked: Asked<unknown> }) {
  if (asked.problem) return <Trouble problem={asked.problem} />
  return (
    <p class="waiting" role="status">
      Reading the record …
    </p>
  )
}

export function Trouble({ problem }: { problem: Problem }) {
  return (
    <div class="trouble" role="alert">
      <h2>{problem.title}</h2>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.errors?.map(({ parameter, detail }) => (
        <p key={parameter}>
          <code>{parameter}</code>: {detail}
        </p>
      ))}
    </div>
  )
}
