import { useState } from "preact/hooks"
import type { Timeline } from "../api/calendar.ts"
import { ISSUES, STATUSES } from "../model/event.ts"
import type { ActorsAnswer } from "../record/answers.ts"
import { address, go, withQuery } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { placeOf } from "./days.ts"
import { useNames } from "./told.tsx"
import { TONE_NAME, TONES, typesOf } from "./tones.ts"
import { issueName, STATUS_NAME, WORDING } from "./wording.ts"

/** Zones of the places where most of these reports are written; any other can be typed into the address. */
const ZONES = [
  "America/New_York",
  "Asia/Seoul",
  "Asia/Tokyo",
  "Asia/Shanghai",
  "Europe/Brussels",
  "Europe/London",
  "UTC",
]

interface Choice {
  readonly value: string
  readonly name: string
}

/** All filters of the chronology. Each change goes into the address at once. */
export function Filters({ query, counts }: { query: URLSearchParams; counts: Timeline | undefined }) {
  const set = (changes: Record<string, string | readonly string[]>) =>
    go(address("/", withQuery(query, { ...changes, page: "" })))
  const toggle = (name: string, value: string, on: boolean) =>
    set({ [name]: on ? [...query.getAll(name), value] : query.getAll(name).filter(v => v !== value) })
  const zone = query.get("zone") ?? ""
  const zones = zone && !ZONES.includes(zone) ? [...ZONES, zone] : ZONES
  const many = ["type", "issue", "status"].reduce((n, name) => n + query.getAll(name).length, 0)
  const inForce = many + ["actor", "since", "until", "zone", "doc"].filter(name => query.get(name)).length
  const [shown, setShown] = useState(false)
  // What each choice of a filter would find: counted as if that filter were open, beside the others.
  const lifted = (name: string) =>
    query.has(name) ? address("/api/timeline", withQuery(query, { [name]: [], bars: "1" })) : undefined
  const byType = useAnswer<Timeline>(lifted("type")).answer ?? counts
  const byIssue = useAnswer<Timeline>(lifted("issue")).answer ?? counts
  const byStatus = useAnswer<Timeline>(lifted("status")).answer ?? counts

  const group = (name: string, choices: readonly Choice[], n: Readonly<Record<string, number>> | undefined) =>
    choices.map(({ value, name: called }) => {
      const on = query.getAll(name).includes(value)
      const count = n?.[value] ?? 0
      return (
        <label class="check" key={value} data-empty={n && !count && !on ? "" : undefined}>
          <input type="checkbox" checked={on} onChange={e => toggle(name, value, e.currentTarget.checked)} />
          <span>{called}</span>
          {n && <span class="count">{count ? count.toLocaleString("en-GB") : ""}</span>}
        </label>
      )
    })

  return (
    <search class="filters" aria-label="Filter the chronology" data-shown={shown ? "" : undefined}>
      <button type="button" class="reveal" aria-expanded={shown} onClick={() => setShown(!shown)}>
        Filters{inForce > 0 && ` (${inForce})`}
      </button>
      <form
        onSubmit={event => {
          event.preventDefault()
        }}
      >
        <ActorFilter key={query.get("actor")} actor={query.get("actor") ?? ""} set={actor => set({ actor })} />
        {query.get("doc") && (
          <p class="small told-in">
            Only what is told in <b>{query.get("doc")}</b>
            <a href={address("/", withQuery(query, { doc: "" }))}>in any document</a>
          </p>
        )}
        <fieldset class="days">
          <legend>Days</legend>
          <label>
            From
            <input type="date" value={query.get("since") ?? ""} onChange={e => set({ since: e.currentTarget.value })} />
          </label>
          <label>
            to
            <input type="date" value={query.get("until") ?? ""} onChange={e => set({ until: e.currentTarget.value })} />
          </label>
        </fieldset>
        <label class="field">
          Days as counted in
          <select value={zone} onChange={e => set({ zone: e.currentTarget.value })}>
            <option value="">each event’s own place</option>
            {zones.map(z => (
              <option key={z} value={z}>
                {z === "America/New_York" ? "Washington, New York" : placeOf(z)}
              </option>
            ))}
          </select>
        </label>
        <Group title="Status" open={query.has("status")}>
          {group(
            "status",
            STATUSES.map(value => ({ value, name: STATUS_NAME[value] })),
            byStatus?.statuses,
          )}
        </Group>
        <Group title="Type" open>
          {TONES.map(tone => (
            <fieldset key={tone} data-tone={tone}>
              <legend class="tone">{TONE_NAME[tone]}</legend>
              {group(
                "type",
                typesOf(tone).map(value => ({ value, name: WORDING[value].name })),
                byType?.types,
              )}
            </fieldset>
          ))}
        </Group>
        <Group title="Issue" open={query.has("issue")}>
          {group(
            "issue",
            ISSUES.map(value => ({ value, name: issueName(value) })),
            byIssue?.issues,
          )}
        </Group>
        {inForce > 0 && (
          <p>
            <a href="/">Clear all filters</a>
          </p>
        )}
      </form>
    </search>
  )
}

function Group({ title, open, children }: { title: string; open?: boolean; children: preact.ComponentChildren }) {
  return (
    <details open={open}>
      <summary>{title}</summary>
      {children}
    </details>
  )
}

/** Anyone in the record, by code or by words of the name; suggestions come as one types. */
function ActorFilter({ actor, set }: { actor: string; set: (actor: string) => void }) {
  const [typed, setTyped] = useState(actor)
  const nameOf = useNames()
  const { answer } = useAnswer<ActorsAnswer>(
    address("/api/actors", withQuery(new URLSearchParams({ limit: "20" }), { words: typed })),
  )
  return (
    <label class="field">
      Actor
      <input
        id="actor"
        type="search"
        list="actors"
        autocomplete="off"
        placeholder="state, office or person"
        value={typed}
        onInput={e => setTyped(e.currentTarget.value)}
        onChange={e => set(e.currentTarget.value.trim())}
      />
      <datalist id="actors">
        {answer?.actors.map(a => (
          <option key={`${a.state}:${a.name}`} value={a.name ?? a.state}>
            {nameOf(a)} ({a.events})
          </option>
        ))}
      </datalist>
    </label>
  )
}
