import { render } from "preact"
import { useAddress } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { ChronologyPage } from "./chronology.tsx"
import { ComparePage } from "./compare.tsx"
import { DocumentPage } from "./document.tsx"
import { DocumentsPage } from "./documents.tsx"
import { EventPage } from "./event.tsx"
import { Keys } from "./keys.tsx"
import { LaunchesPage } from "./launches.tsx"
import { Page } from "./layout.tsx"
import { PositionsPage } from "./positions.tsx"
import { RegisterPage, RegistersPage } from "./registers.tsx"
import { ReviewPage } from "./review.tsx"
import { Theme } from "./theme.tsx"
import { StateNames } from "./told.tsx"

const SECTIONS = [
  ["/", "Chronology"],
  ["/documents", "Documents"],
  ["/compare", "Compare"],
  ["/positions", "Positions"],
  ["/registers", "Registers"],
  ["/review", "Review"],
] as const

/** Whether a page belongs to a section: events to the chronology, the launch ledger to the registers. */
const isIn = (path: string, section: string) =>
  section === "/"
    ? path === "/" || path.startsWith("/events/")
    : path.startsWith(section) || (section === "/registers" && path === "/launches")

/** Which page an address names. */
function Shown({ path, query }: { path: string; query: URLSearchParams }) {
  const [, section = "", id] = path.split("/")
  const name = id && decodeURIComponent(id)
  if (section === "") return <ChronologyPage query={query} />
  if (section === "events" && name) return <EventPage key={name} id={name} />
  if (section === "documents" && name) return <DocumentPage key={name} id={name} query={query} />
  if (section === "documents") return <DocumentsPage query={query} />
  if (section === "compare") return <ComparePage query={query} />
  if (section === "positions") return <PositionsPage query={query} />
  if (section === "registers" && name) return <RegisterPage key={name} name={name} query={query} />
  if (section === "registers") return <RegistersPage />
  if (section === "review") return <ReviewPage query={query} />
  if (section === "launches") return <LaunchesPage query={query} />
  return (
    <Page title="No such page" kind="narrow">
      <h1>No such page</h1>
      <p>
        <code>{path}</code> leads nowhere. The <a href="/">chronology</a> is a good place to start.
      </p>
    </Page>
  )
}

function App() {
  const { path, query } = useAddress()
  const { answer: names } = useAnswer<Record<string, string>>("/api/states")
  return (
    <StateNames.Provider value={names ?? {}}>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="masthead">
        <a class="wordmark" href="/">
          readout
        </a>
        <nav aria-label="Sections">
          {SECTIONS.map(([to, title]) => (
            <a key={to} href={to} aria-current={isIn(path, to) ? (path === to ? "page" : "true") : undefined}>
              {title}
            </a>
          ))}
        </nav>
        <div class="tools">
          <Theme />
          <Keys />
        </div>
      </header>
      <Shown path={path} query={query} />
      <footer class="colophon">
        <p>Every value rests on quoted words; the words are never changed.</p>
        <p>
          <a href="/openapi.json">API description</a>
        </p>
      </footer>
    </StateNames.Provider>
  )
}

render(<App />, document.getElementById("page")!)
