import type { DocumentsAnswer } from "../record/answers.ts"
import { address, documentAddress, go, withQuery } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { publishedInWords } from "./days.ts"
import { stepping, useShortcuts } from "./keys.tsx"
import { Page, Waiting } from "./layout.tsx"
import { Beside, pageNamed, pageOf, partOf } from "./pages.tsx"
import { counted } from "./wording.ts"

const PER_PAGE = 100

/** All documents of the record, newest first. */
export function DocumentsPage({ query }: { query: URLSearchParams }) {
  const page = pageOf(query)
  const words = query.get("words") ?? ""
  const asked = useAnswer<DocumentsAnswer>(
    address("/api/documents", withQuery(new URLSearchParams(), { words, ...partOf(page, PER_PAGE) })),
  )
  useShortcuts([
    ...stepping("document", ".documents td a"),
    { key: "/", does: "Look for words", run: () => document.querySelector<HTMLElement>("#words")?.focus() },
  ])
  const to = (n: number) => address("/documents", withQuery(query, { page: pageNamed(n) }))
  const { answer } = asked
  return (
    <Page title="Documents" kind="narrow documents">
      <h1>Documents</h1>
      <search>
        <label class="field">
          Words of the title, outlet or text
          <input
            id="words"
            type="search"
            value={words}
            onChange={e =>
              go(address("/documents", withQuery(query, { words: e.currentTarget.value.trim(), page: "" })))
            }
          />
        </label>
      </search>
      {answer ? (
        <>
          <p class="tally" role="status">
            <b>{counted(answer.total, "document")}</b>
          </p>
          <div class="scroll">
            <table>
              <thead>
                <tr>
                  <th scope="col">Document</th>
                  <th scope="col">Outlet</th>
                  <th scope="col">Published</th>
                  <th scope="col" class="figure">
                    Events
                  </th>
                </tr>
              </thead>
              <tbody>
                {answer.documents.map(({ document: doc, claims }) => (
                  <tr key={doc.id}>
                    <td>
                      <a href={documentAddress(doc.id)}>{doc.title || doc.id}</a>
                    </td>
                    <td>{doc.outlet}</td>
                    <td>{publishedInWords(doc.published, doc.zone)}</td>
                    <td class="figure">{claims}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Beside
            of="documents"
            page={page}
            size={PER_PAGE}
            total={answer.total}
            to={to}
            before="Newer"
            after="Older"
          />
        </>
      ) : (
        <Waiting asked={asked} />
      )}
    </Page>
  )
}
