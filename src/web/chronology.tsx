import { useMemo } from "preact/hooks"
import type { Timeline } from "../api/calendar.ts"
import type { ChronologyAnswer, EventAnswer } from "../record/answers.ts"
import { address, documentAddress, eventAddress, go, withQuery } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { dayInWords } from "./days.ts"
import { Filters } from "./filters.tsx"
import { stepping, useShortcuts } from "./keys.tsx"
import { Page, Waiting } from "./layout.tsx"
import { pageNamed, pageOf, partOf } from "./pages.tsx"
import { TimelinePicture } from "./timeline.tsx"
import { Sentence, StatusChip, sources, Tellers, Words } from "./told.tsx"
import { toneOf } from "./tones.ts"
import { counted, issueName, tookPlace, WORDING } from "./wording.ts"

const PER_PAGE = 100
/** As many bars as the picture can show apart. */
const BARS = `${Math.max(40, Math.min(150, Math.floor(innerWidth / 8)))}`

/** The record by days: what took place, and beside it what was announced, hoped for, conditional or denied. */
export function ChronologyPage({ query }: { query: URLSearchParams }) {
  const page = pageOf(query)
  const filter = withQuery(query, { page: [] })
  const chronology = useAnswer<ChronologyAnswer>(
    address("/api/chronology", withQuery(filter, { ...partOf(page, PER_PAGE) })),
  )
  // The list comes first: over a large record, counting for the picture takes longer than finding a page of events.
  const timeline = useAnswer<Timeline>(chronology.answer && address("/api/timeline", withQuery(filter, { bars: BARS })))
  useShortcuts([
    ...stepping("event", ".row .headline"),
    { key: "/", does: "Filter by actor", run: () => document.querySelector<HTMLElement>("#actor")?.focus() },
    {
      key: "t",
      does: "Go to the timeline",
      run: () => document.querySelector<HTMLElement>(".bar[tabindex='0']")?.focus(),
    },
    { key: "x", does: "Clear all filters", run: () => go("/") },
  ])
  const { answer, waiting } = chronology
  return (
    <Page title="Chronology" kind="chronology">
      <h1 class="visually-hidden">Chronology</h1>
      <Filters query={filter} counts={timeline.answer} />
      <div class="findings" aria-busy={waiting}>
        <div class="picture" data-coming={timeline.answer || timeline.problem ? undefined : ""}>
          {timeline.answer && <TimelinePicture timeline={timeline.answer} query={filter} />}
        </div>
        {answer ? (
          <>
            <p class="tally" role="status">
              <b>{counted(answer.total, "event")}</b>
              {answer.total > answer.events.length &&
                `, ${answer.offset + 1} to ${answer.offset + answer.events.length} shown`}
              {filter.get("zone") ? `, days of ${filter.get("zone")}` : ", each on the day of its own place"}
            </p>
            {answer.total === 0 && <Nothing filtered={filter.size > 0} />}
            <Days events={answer.events} />
            {answer.total > 0 && <Downloads filter={filter} />}
            <Pages query={query} page={page} pages={Math.ceil(answer.total / PER_PAGE)} />
          </>
        ) : (
          <Waiting asked={chronology} />
        )}
      </div>
    </Page>
  )
}

const Nothing = ({ filtered }: { filtered: boolean }) =>
  filtered ? (
    <p class="nothing">
      No event matches these filters. <a href="/">Clear all filters</a>
    </p>
  ) : (
    <p class="nothing">
      The record is still empty. <code>readout add FILE…</code> reads documents into it.
    </p>
  )

const Lanes = () => (
  <div class="lanes" aria-hidden="true">
    <span>Happened, going on</span>
    <span>Not (yet) happened</span>
  </div>
)

function Days({ events }: { events: readonly EventAnswer[] }) {
  const days = useMemo(() => Map.groupBy(events, event => event.day ?? `? ${event.date.partial ?? ""}`), [events])
  const divided = events.some(event => !tookPlace(event.status))
  const sections = [...days].map(([day, here]) => {
    const [done, open] = [here.filter(e => tookPlace(e.status)), here.filter(e => !tookPlace(e.status))]
    return (
      <section class="day" key={day} aria-label={dayInWords(here[0]!.day, here[0]!.date.partial)}>
        <h2>
          <DayHeading event={here[0]!} />
        </h2>
        <div class="lane">
          <Rows events={done} />
        </div>
        {divided && (
          <div class="lane open">
            {open.length > 0 && <h3 class="lane-title">Not (yet) happened</h3>}
            <Rows events={open} />
          </div>
        )}
      </section>
    )
  })
  return (
    <div class="all-days" data-divided={divided ? "" : undefined}>
      {divided && <Lanes />}
      {sections}
    </div>
  )
}

/** The day in words, its weekday set apart. */
function DayHeading({ event }: { event: EventAnswer }) {
  const words = dayInWords(event.day, event.date.partial)
  const [, weekday, rest] = /^(\w+day) (\d.*)$/.exec(words) ?? []
  const day = weekday ? (
    <>
      <span class="weekday">{weekday}</span> {rest}
    </>
  ) : (
    words
  )
  return event.day && /^\d/.test(event.day) ? <time dateTime={event.day}>{day}</time> : <span>{day}</span>
}

function Rows({ events }: { events: readonly EventAnswer[] }) {
  if (events.length === 0) return null
  return (
    <ol class="rows">
      {events.map(event => (
        <Row key={event.id} event={event} />
      ))}
    </ol>
  )
}

/** Who – did – to whom – through whom, with the clearest words. */
function Row({ event }: { event: EventAnswer }) {
  const words = event.mentions[0]
  return (
    <li class="row" data-tone={toneOf(event.type)} data-status={event.status}>
      <p>
        <a class="headline" href={eventAddress(event.id)}>
          <Sentence event={event} />
        </a>
      </p>
      {words && (
        <p class="quoted">
          <Words
            quote={words}
            href={documentAddress(event.clearest, { claim: event.id, from: words.from, to: words.to })}
          />
        </p>
      )}
      <p class="small">
        <span class="type">{WORDING[event.type].name}</span>
        {event.status !== "happened" && <StatusChip status={event.status} />}
        <Tellers event={event} />
        <span>{sources(event)}</span>
        {event.issues.length > 0 && <span class="issues">{event.issues.map(issueName).join(", ")}</span>}
        {event.date.certainty === "implied" && event.date.reason && (
          <span class="basis" title={event.date.reason}>
            day worked out
          </span>
        )}
        {event.flags.length > 0 && <span class="warned">{counted(event.flags.length, "warning")}</span>}
      </p>
    </li>
  )
}

const FORMATS = [
  ["csv", "CSV"],
  ["markdown", "Markdown"],
  ["jsonl", "JSON lines"],
  ["csl", "citations for Zotero"],
  ["webannotation", "web annotations"],
  ["timelinejs", "TimelineJS"],
  ["plover", "PLOVER table"],
  ["atom", "Atom feed of this search"],
] as const

/** Everything that matches the filters, not only the page that is shown, in formats of other programs. */
const Downloads = ({ filter }: { filter: URLSearchParams }) => (
  <p class="small downloads">
    <span>Take all of it along:</span>
    {FORMATS.map(([format, name]) => (
      <a key={format} href={address(`/api/export/${format}`, filter)}>
        {name}
      </a>
    ))}
  </p>
)

function Pages({ query, page, pages }: { query: URLSearchParams; page: number; pages: number }) {
  if (pages < 2) return null
  const to = (n: number) => address("/", withQuery(query, { page: pageNamed(n) }))
  return (
    <nav class="pages" aria-label="Pages of the chronology">
      {page > 2 && <a href={to(1)}>First page</a>}
      {page > 1 && <a href={to(page - 1)}>Earlier page</a>}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && <a href={to(page + 1)}>Later page</a>}
      {page < pages - 1 && <a href={to(pages)}>Last page</a>}
    </nav>
  )
}
