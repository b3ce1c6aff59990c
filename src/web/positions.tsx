import { useState } from "preact/hooks"
import type { PositionList } from "../api/answersAcross.ts"
import { ISSUES } from "../model/event.ts"
import type { ActorsAnswer } from "../record/answers.ts"
import { address, documentAddress, go, withQuery } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { dayInWords } from "./days.ts"
import { stepping, useShortcuts } from "./keys.tsx"
import { Page, Waiting } from "./layout.tsx"
import { useNames } from "./told.tsx"
import { counted, issueName } from "./wording.ts"

type Point = PositionList["points"][number]

const SIGN: Readonly<Record<Point["course"], string>> = {
  new: "●",
  continued: "=",
  stronger: "▲",
  weaker: "▼",
  reversed: "⇄",
  "not mentioned": "–",
  "other speaker": "◇",
  "perspective effect": "◐",
}

/** What an actor held of an issue over time, each point one quote. */
export function PositionsPage({ query }: { query: URLSearchParams }) {
  const actor = query.get("actor") ?? ""
  useShortcuts([
    { key: "/", does: "Choose an actor", run: () => document.querySelector<HTMLElement>("#who")?.focus() },
    ...stepping("point", ".course a.words"),
  ])
  return (
    <Page title="Positions" kind="narrow positions">
      <h1>Positions over time</h1>
      <Asking key={actor} query={query} actor={actor} />
      {actor ? (
        <Series query={query} actor={actor} />
      ) : (
        <p class="nothing">
          Whose position? A state stands for everybody who speaks for it; an office, for whoever holds it.
        </p>
      )}
    </Page>
  )
}

function Asking({ query, actor }: { query: URLSearchParams; actor: string }) {
  const [typed, setTyped] = useState(actor)
  const nameOf = useNames()
  const { answer } = useAnswer<ActorsAnswer>(
    address("/api/actors", withQuery(new URLSearchParams({ limit: "20" }), { words: typed })),
  )
  const set = (changes: Record<string, string>) => go(address("/positions", withQuery(query, changes)))
  return (
    <search class="asking">
      <label class="field">
        Actor
        <input
          id="who"
          type="search"
          list="speakers"
          autocomplete="off"
          placeholder="state, office or person"
          value={typed}
          onInput={e => setTyped(e.currentTarget.value)}
          onChange={e => set({ actor: e.currentTarget.value.trim() })}
        />
        <datalist id="speakers">
          {answer?.actors.map(a => (
            <option key={`${a.state}:${a.name}`} value={a.name ? `${a.state}:${a.name}` : a.state}>
              {nameOf(a)} ({a.events})
            </option>
          ))}
        </datalist>
      </label>
      <label class="field">
        Issue
        <select value={query.get("issue") ?? ""} onChange={e => set({ issue: e.currentTarget.value })}>
          <option value="">every issue</option>
          {ISSUES.map(issue => (
            <option key={issue} value={issue}>
              {issueName(issue)}
            </option>
          ))}
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={query.get("silence") === "yes"}
          onChange={e => set({ silence: e.currentTarget.checked ? "yes" : "" })}
        />
        Show silence too
      </label>
    </search>
  )
}

function Series({ query, actor }: { query: URLSearchParams; actor: string }) {
  const nameOf = useNames()
  const asked = useAnswer<PositionList>(
    address("/api/positions", withQuery(new URLSearchParams({ actor }), { issue: query.get("issue") ?? "" })),
  )
  const { answer } = asked
  if (!answer) return <Waiting asked={asked} />
  const { documents, points } = answer
  const silence = query.get("silence") === "yes"
  const spoken = points.filter(point => point.course !== "not mentioned").length
  return (
    <>
      <p class="tally" role="status">
        <b>{nameOf(answer.actor)}</b>: {counted(spoken, "point")} in {counted(documents, "document")}, from the latest{" "}
        {answer.limit.toLocaleString("en-GB")} events at most
      </p>
      {points.length === 0 && <p class="nothing">No position of this actor was read.</p>}
      {[...Map.groupBy(points, point => point.issue)].map(([issue, all]) => {
        const shown = all.filter(point => silence || point.course !== "not mentioned")
        const silent = all.length - shown.length
        return (
          <section key={issue} aria-labelledby={`on-${issue}`}>
            <h2 id={`on-${issue}`}>{issueName(issue)}</h2>
            <ol>
              {shown.map((point, i) => (
                <Turn key={`${point.doc}${point.claim ?? i}`} point={point} />
              ))}
            </ol>
            {silent > 0 && (
              <p class="small">
                {counted(silent, "later document")} in which the actor speaks {silent === 1 ? "does" : "do"} not mention
                it; silence withdraws nothing
              </p>
            )}
          </section>
        )
      })}
    </>
  )
}

function Turn({ point }: { point: Point }) {
  const { course, day, document: doc, quote, speaker, reason, claim } = point
  return (
    <li class="course" data-course={course}>
      <p class="small when">{dayInWords(day)}</p>
      <div>
        <p class="change">
          <span class="sign" aria-hidden="true">
            {SIGN[course]}
          </span>
          <b>{course}</b>
          <span class="reason">{reason}</span>
        </p>
        {quote && (
          <p>
            <a
              class="words"
              href={documentAddress(doc.id, { ...(claim ? { claim } : {}), from: quote.from, to: quote.to })}
            >
              <q>{quote.quote}</q>
            </a>
          </p>
        )}
        <p class="small">
          {speaker && <span>{speaker}</span>}
          <a href={documentAddress(doc.id)}>{doc.title || doc.id}</a>
          {doc.outlet && <span>{doc.outlet}</span>}
        </p>
      </div>
    </li>
  )
}
