import { useState } from "preact/hooks"
import type { Comparison } from "../api/answersAcross.ts"
import type { DocumentAnswer, DocumentHead, DocumentsAnswer } from "../record/answers.ts"
import { address, documentAddress, eventAddress, go, withQuery } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { publishedInWords } from "./days.ts"
import { ownWords } from "./differing.ts"
import { stepping, useShortcuts } from "./keys.tsx"
import { Page, Waiting } from "./layout.tsx"
import { counted, issueName, kinship } from "./wording.ts"

/** Two texts side by side, issue by issue: what is the same, stronger, weaker, or in one of them only. */
export function ComparePage({ query }: { query: URLSearchParams }) {
  const [a, b] = [query.get("a") ?? "", query.get("b") ?? ""]
  return (
    <Page title="Compare" kind="compare">
      <h1>Compare two documents</h1>
      {a && b ? <Compared a={a} b={b} query={query} /> : <Choosing query={query} a={a} b={b} />}
    </Page>
  )
}

/** Lets the reader find the document that is still wanted. */
function Choosing({ query, a, b }: { query: URLSearchParams; a: string; b: string }) {
  const [words, setWords] = useState("")
  const chosen = a || b
  const known = useAnswer<DocumentAnswer>(chosen ? `/api/documents/${encodeURIComponent(chosen)}` : undefined)
  const title = known.answer?.document.title || chosen
  const asked = useAnswer<DocumentsAnswer>(
    address("/api/documents", withQuery(new URLSearchParams({ limit: "30" }), { words })),
  )
  const to = (id: string) => address("/compare", withQuery(query, a ? { b: id } : { a: id }))
  useShortcuts([
    { key: "/", does: "Look for a document", run: () => document.querySelector<HTMLElement>("#wanted")?.focus() },
    ...stepping("document", ".choices a"),
  ])
  return (
    <>
      {chosen && (
        <p>
          The first is <b>{title}</b>. <a href="/compare">Choose another</a>
        </p>
      )}
      <search>
        <label class="field">
          {chosen ? "Compare it with" : "Find the first document"}
          <input
            id="wanted"
            type="search"
            placeholder="words of its title or text"
            value={words}
            onInput={e => setWords(e.currentTarget.value)}
          />
        </label>
      </search>
      {asked.answer ? (
        <ul class="choices">
          {asked.answer.documents
            .filter(({ document: doc }) => doc.id !== chosen)
            .map(({ document: doc }) => (
              <li key={doc.id}>
                <a href={to(doc.id)}>{doc.title || doc.id}</a>
                <p class="small">
                  {doc.outlet && <span>{doc.outlet}</span>}
                  <span>{publishedInWords(doc.published, doc.zone)}</span>
                </p>
              </li>
            ))}
        </ul>
      ) : (
        <Waiting asked={asked} />
      )}
    </>
  )
}

type Row = Comparison["rows"][number]
type Said = NonNullable<Row["first"]>

const SIGN: Readonly<Record<Row["difference"], string>> = {
  "same words": "=",
  paraphrase: "≈",
  stronger: "▲",
  weaker: "▼",
  "other speaker": "◇",
  "only first": "◀",
  "only second": "▶",
}

function Compared({ a, b, query }: { a: string; b: string; query: URLSearchParams }) {
  const asked = useAnswer<Comparison>(address("/api/compare", new URLSearchParams({ a, b })))
  useShortcuts([
    ...stepping("point", ".point a.words"),
    {
      key: "s",
      does: "Swap the two sides",
      run: () => go(address("/compare", withQuery(query, { a: b, b: a }))),
    },
  ])
  const { answer } = asked
  if (!answer) return <Waiting asked={asked} />
  const { first, second, rows, warnings, events, story } = answer
  const issues = [...Map.groupBy(rows, row => row.issue)]
  return (
    <>
      {story && (
        <p class="story">
          <b>One story.</b>{" "}
          {story.origin === second.id
            ? kinship(story.kind, "the second", "the first")
            : kinship(story.kind, "the first", "the second")}
          <span class="reason"> {story.reasons.join("; ")}</span>
        </p>
      )}
      {warnings.length > 0 && (
        <ul class="flags" aria-label="Before a difference is read as a change">
          {warnings.map(warning => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <p class="tally" role="status">
        <b>{counted(rows.length, "point")}</b>: {tally(rows)}.{" "}
        <a href={address("/compare", withQuery(query, { a: b, b: a }))}>Swap the two sides</a>
      </p>
      <div class="sides heads">
        <Head doc={first} />
        <Head doc={second} />
      </div>
      {issues.map(([issue, points]) => (
        <section key={issue} aria-labelledby={`about-${issue}`}>
          <h2 id={`about-${issue}`}>{issueName(issue)}</h2>
          {points.map((row, i) => (
            <Point key={`${issue}${i}`} row={row} first={first} second={second} />
          ))}
        </section>
      ))}
      {rows.length === 0 && <p class="nothing">Neither of the two takes a position that was read.</p>}
      {events.length > 0 && (
        <section aria-labelledby="both">
          <h2 id="both">Contacts and deeds told in both</h2>
          <ul class="lookalikes">
            {events.map(({ first: one, second: other, judgement }) => (
              <li key={one + other}>
                <p class="verdict">
                  <b>{{ same: "One event", different: "Not the same", unsure: "Not certain" }[judgement.verdict]}</b>:{" "}
                  <a href={eventAddress(one)}>{one.split("#").at(-1)}</a> and{" "}
                  <a href={eventAddress(other)}>{other.split("#").at(-1)}</a>
                </p>
                <p class="reason">{judgement.reasons.join("; ")}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** How the two stand to each other, in a sentence; `turned` where the first is made from the second. */
/** "2 stronger, 1 only first" */
const tally = (rows: readonly Row[]) =>
  [...Map.groupBy(rows, row => row.difference)].map(([difference, list]) => `${list.length} ${difference}`).join(", ")

const Head = ({ doc }: { doc: DocumentHead }) => (
  <div>
    <p class="kicker">{doc.outlet ?? "Document"}</p>
    <p class="doc-title">
      <a href={documentAddress(doc.id)}>{doc.title || doc.id}</a>
    </p>
    <p class="small">{publishedInWords(doc.published, doc.zone)}</p>
  </div>
)

function Point({ row, first, second }: { row: Row; first: DocumentHead; second: DocumentHead }) {
  const [one, other] = [row.first?.quote?.quote ?? "", row.second?.quote?.quote ?? ""]
  return (
    <div class="sides point" data-difference={row.difference}>
      <Side said={row.first} doc={first} beside={other} />
      <p class="difference">
        <span class="sign" aria-hidden="true">
          {SIGN[row.difference]}
        </span>
        <b>{row.difference}</b>
        <span class="reason">{row.reason}</span>
      </p>
      <Side said={row.second} doc={second} beside={one} />
    </div>
  )
}

/** What one side says, the words that the other lacks set off. */
function Side({ said, doc, beside }: { said: Said | undefined; doc: DocumentHead; beside: string }) {
  if (!said) return <p class="silent">–</p>
  const { quote, speaker, claim } = said
  return (
    <div>
      {quote && (
        <a class="words" href={documentAddress(doc.id, { claim, from: quote.from, to: quote.to })}>
          <q>{ownWords(quote.quote, beside).map(({ words, own }, i) => (own ? <b key={i}>{words}</b> : words))}</q>
        </a>
      )}
      <p class="small">
        <span>{speaker}</span>
        <span>point {said.order}</span>
      </p>
    </div>
  )
}
