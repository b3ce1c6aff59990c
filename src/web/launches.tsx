import type { LaunchList } from "../api/answersAcross.ts"
import { address, documentAddress, eventAddress, go, withQuery } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { dayInWords, placeOf } from "./days.ts"
import { stepping, useShortcuts } from "./keys.tsx"
import { Page, Waiting } from "./layout.tsx"
import { Beside, pageNamed, pageOf, partOf } from "./pages.tsx"
import { StatusChip, Tellers, useNames, Words } from "./told.tsx"
import { counted, listed } from "./wording.ts"

const PER_PAGE = 200

type Launch = LaunchList["launches"][number]

/** The launch ledger: date with zone, weapon and who says so, and running counts against the record's own. */
export function LaunchesPage({ query }: { query: URLSearchParams }) {
  const page = pageOf(query)
  const asked = useAnswer<LaunchList>(
    address(
      "/api/launches",
      withQuery(new URLSearchParams(), {
        ...pick(query, ["actor", "since", "until", "zone"]),
        ...partOf(page, PER_PAGE),
      }),
    ),
  )
  useShortcuts([...stepping("launch", ".ledger th a")])
  const set = (changes: Record<string, string>) => go(address("/launches", withQuery(query, { ...changes, page: "" })))
  const to = (n: number) => address("/launches", withQuery(query, { page: pageNamed(n) }))
  const { answer } = asked
  return (
    <Page title="Launches" kind="launches">
      <h1>Launches and tests</h1>
      <search class="asking">
        <label class="field">
          By
          <input
            type="search"
            placeholder="state, such as PRK"
            value={query.get("actor") ?? ""}
            onChange={e => set({ actor: e.currentTarget.value.trim() })}
          />
        </label>
        <label class="field">
          From
          <input type="date" value={query.get("since") ?? ""} onChange={e => set({ since: e.currentTarget.value })} />
        </label>
        <label class="field">
          to
          <input type="date" value={query.get("until") ?? ""} onChange={e => set({ until: e.currentTarget.value })} />
        </label>
      </search>
      {answer ? (
        <>
          <p class="tally" role="status">
            <b>{counted(answer.total, "launch or test", "launches or tests")}</b> in the record
            {answer.total > answer.launches.length &&
              `, ${answer.offset + 1} to ${answer.offset + answer.launches.length} shown`}
          </p>
          <div class="scroll">
            <table class="ledger">
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  <th scope="col">By</th>
                  <th scope="col">What</th>
                  <th scope="col">Words and who tells it</th>
                  <th scope="col">Counts, as claimed and in the record</th>
                </tr>
              </thead>
              <tbody>
                {answer.launches.map(launch => (
                  <Line key={launch.event.id} {...launch} />
                ))}
              </tbody>
            </table>
          </div>
          <Beside of="the ledger" page={page} size={PER_PAGE} total={answer.total} to={to} />
        </>
      ) : (
        <Waiting asked={asked} />
      )}
    </Page>
  )
}

/** Those parameters of an address that a question takes. */
const pick = (query: URLSearchParams, names: readonly string[]) =>
  Object.fromEntries(names.map(name => [name, query.get(name) ?? ""]))

function Line({ event, day, known, means, retold, types, names, outcomes, sources, counts }: Launch) {
  const nameOf = useNames()
  const { date, mentions } = event
  const words = mentions[0]
  return (
    <tr>
      <th scope="row">
        <a href={eventAddress(event.id)}>{dayInWords(day, date.partial)}</a>
        {known === "or before" && <span class="zone">or just before</span>}
        {date.zone && <span class="zone">{placeOf(date.zone)} day</span>}
        {date.utc && date.value && /^\d{4}-\d\d-\d\d$/.test(date.value) && (
          <span class="zone">
            {instant(date.utc.from)} to {instant(date.utc.to)} UTC
          </span>
        )}
        {event.status !== "happened" && <StatusChip status={event.status} />}
      </th>
      <td>{listed(event.source.map(nameOf)) || "not named"}</td>
      <td>
        {[...types, ...names, ...outcomes].map(({ value, by, claim }) => (
          <span key={claim + value} class="slot">
            {value.replaceAll("/", ", ")} <span class="zone">says {by}</span>
          </span>
        ))}
      </td>
      <td>
        {words && (
          <Words
            quote={words}
            href={documentAddress(event.clearest, { claim: event.id, from: words.from, to: words.to })}
          />
        )}
        <span class="small">
          <Tellers event={event} />
          <span>{counted(sources.length, "independent source")}</span>
          {means && (
            <span>
              held to mean <a href={eventAddress(means)}>an earlier launch</a>
            </span>
          )}
          {retold.length > 0 && <span>told again in {counted(retold.length, "event")} without a day</span>}
        </span>
      </td>
      <td>
        {counts.map(count => (
          <div key={count.claim} class="running" data-agrees={count.claimed === count.inRecord ? "" : undefined}>
            <b>{count.by}</b> counts {count.claimed} ({count.counted}); the record holds {count.inRecord}
            <span class="reason">{count.basis}</span>
          </div>
        ))}
      </td>
    </tr>
  )
}

/** "1 Mar 15:00" */
const instant = (utc: string) =>
  new Intl.DateTimeFormat("en-GB", {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: "UTC",
  }).format(Date.parse(utc))
