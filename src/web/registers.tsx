import type { RegisterList, RegisterRows } from "../api/answersAcross.ts"
import { address, eventAddress, withQuery } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { stepping, useShortcuts } from "./keys.tsx"
import { Page, Waiting } from "./layout.tsx"
import { Beside, pageNamed, pageOf, partOf } from "./pages.tsx"
import { counted } from "./wording.ts"

const PER_PAGE = 200

/** The registers by name; the launch ledger, which counts as well, stands first. */
export function RegistersPage() {
  const asked = useAnswer<RegisterList>("/api/registers")
  useShortcuts([...stepping("register", ".choices a")])
  return (
    <Page title="Registers" kind="compare">
      <h1>Registers</h1>
      <p>Saved questions over the record, each with its own columns.</p>
      {asked.answer ? (
        <ul class="choices">
          <li>
            <a href="/launches">Launch ledger</a>
            <p class="small">who says what of each launch, and counts claimed against counts in the record</p>
          </li>
          {asked.answer.registers.map(({ name, title, columns }) => (
            <li key={name}>
              <a href={`/registers/${encodeURIComponent(name)}`}>{title}</a>
              <p class="small">{columns.filter(column => column !== "id").join(", ")}</p>
            </li>
          ))}
        </ul>
      ) : (
        <Waiting asked={asked} />
      )}
    </Page>
  )
}

/** One register's events in its own columns. */
export function RegisterPage({ name, query }: { name: string; query: URLSearchParams }) {
  const page = pageOf(query)
  const path = `/registers/${encodeURIComponent(name)}`
  const asked = useAnswer<RegisterRows>(
    address(`/api${path}`, withQuery(query, { page: "", ...partOf(page, PER_PAGE) })),
  )
  useShortcuts([...stepping("row", ".register th a")])
  const to = (n: number) => address(path, withQuery(query, { page: pageNamed(n) }))
  const { answer } = asked
  if (!answer)
    return (
      <Page title="Register" kind="launches">
        <Waiting asked={asked} />
      </Page>
    )
  // The id is the link; a column in which nothing stands takes no room.
  const shown = answer.columns
    .map((column, at) => ({ column, at }))
    .filter(({ column, at }) => column !== "id" && (at === 0 || answer.rows.some(({ cells }) => cells[at])))
  const [first, ...others] = shown
  return (
    <Page title={answer.title} kind="launches">
      <p class="kicker">
        <a href="/registers">Registers</a>
      </p>
      <h1>{answer.title}</h1>
      <p class="tally" role="status">
        <b>{counted(answer.total, "event")}</b>
        {answer.total > answer.rows.length && `, ${answer.offset + 1} to ${answer.offset + answer.rows.length} shown`}
      </p>
      <div class="scroll">
        <table class="register">
          <thead>
            <tr>
              {shown.map(({ column }) => (
                <th scope="col" key={column}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {answer.rows.map(({ event, cells }) => (
              <tr key={event.id}>
                <th scope="row">
                  <a href={eventAddress(event.id)}>{cells[first!.at] || "not known"}</a>
                </th>
                {others.map(({ column, at }) => (
                  <td key={column} data-column={column}>
                    {column === "quote" && cells[at] ? <q>{cells[at]}</q> : cells[at]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Beside of="the register" page={page} size={PER_PAGE} total={answer.total} to={to} />
    </Page>
  )
}
