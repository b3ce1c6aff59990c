import { useEffect, useMemo, useRef, useState } from "preact/hooks"
import type { Story } from "../api/answersAcross.ts"
import type { Span } from "../model/document.ts"
import type { DocumentAnswer, DocumentHead } from "../record/answers.ts"
import { address, documentAddress, eventAddress, go, withQuery } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { Contributed, Flags, type Value, Values } from "./card.tsx"
import { publishedInWords } from "./days.ts"
import { stepping, useShortcuts } from "./keys.tsx"
import { Page, Waiting } from "./layout.tsx"
import { segments } from "./segments.ts"
import { Sentence, StatusChip, useHeadline } from "./told.tsx"
import { toneOf } from "./tones.ts"
import { counted, kinship } from "./wording.ts"

type Told = DocumentAnswer["claims"][number]

/** A highlight: a mention of an event, or words lit for a value. */
interface Mark extends Span {
  /** Number of its claim, from 0; -1 for lit words. */
  readonly claim: number
}

/** Words lit in the text, and the value that they stand for. */
interface Lit {
  readonly claim: number
  readonly value: number
  readonly spans: readonly Span[]
}

/** A document as it reached us, what it tells marked in it, and the cards of what was read beside it. */
export function DocumentPage({ id, query }: { id: string; query: URLSearchParams }) {
  const asked = useAnswer<DocumentAnswer>(`/api/documents/${encodeURIComponent(id)}`)
  if (!asked.answer)
    return (
      <Page title="Document" kind="narrow">
        <Waiting asked={asked} />
      </Page>
    )
  return <Opened {...asked.answer} query={query} />
}

/** "12-40" in the address. */
function wordsOf(query: URLSearchParams): Span | undefined {
  const [, from, to] = /^(\d+)-(\d+)$/.exec(query.get("words") ?? "") ?? []
  return from && to ? { from: Number(from), to: Number(to) } : undefined
}

function Opened({ document: doc, claims, query }: DocumentAnswer & { query: URLSearchParams }) {
  const asked = query.get("claim")
  const chosen = claims.findIndex(({ event, claim }) => event === asked || claim.id === asked)
  const words = wordsOf(query)
  const [lit, setLit] = useState<Lit | undefined>(words && { claim: chosen, value: -1, spans: [words] })
  const text = useRef<HTMLElement>(null)

  const choose = (claim: number) => {
    setLit(undefined)
    const to = claim === -1 || claim === chosen ? "" : claims[claim]!.claim.id
    go(address(location.pathname, withQuery(query, { claim: to, words: "" })), true)
  }
  const light = (claim: number, value: number, { evidence }: Value) =>
    setLit(lit?.claim === claim && lit.value === value ? undefined : { claim, value, spans: evidence })

  // The words that were asked for come into view; where none were, those of the chosen claim.
  useEffect(() => {
    const first = text.current?.querySelector(lit ? "[data-lit]" : "[data-chosen]")
    first?.scrollIntoView({ block: "center", behavior: calm() ? "auto" : "smooth" })
  }, [lit, chosen])
  useEffect(() => {
    if (chosen >= 0) document.querySelector(`#card-${chosen}`)?.scrollIntoView({ block: "nearest" })
  }, [chosen])

  useShortcuts([
    ...stepping("event", ".card .choose"),
    { key: "Escape", does: "Put the highlights out", run: () => (lit ? setLit(undefined) : choose(-1)) },
  ])

  return (
    <Page title={doc.title || doc.id} kind="document">
      <DocumentHeading doc={doc} />
      <article class="original" aria-label="Text of the document, unchanged" ref={text}>
        <Text text={doc.text} claims={claims} chosen={chosen} lit={lit} choose={choose} />
      </article>
      <aside class="cards" aria-label="What the document tells">
        <h2>{counted(claims.length, "event")} read in it</h2>
        <p class="visually-hidden" role="status">
          {lit
            ? `${counted(lit.spans.length, "passage")} lit: ${lit.spans.map(s => doc.text.slice(s.from, s.to)).join(" … ")}`
            : ""}
        </p>
        <ol>
          {claims.map((told, i) => (
            <Card
              key={told.claim.id}
              number={i}
              told={told}
              open={i === chosen}
              lit={lit?.claim === i ? lit.value : undefined}
              choose={() => choose(i)}
              light={(value, index) => light(i, index, value)}
            />
          ))}
        </ol>
      </aside>
    </Page>
  )
}

/** Whether the reader asked the system for less motion. */
const calm = () => matchMedia("(prefers-reduced-motion: reduce)").matches

function DocumentHeading({ doc }: { doc: DocumentHead }) {
  return (
    <header class="heading">
      <p class="kicker">{doc.outlet ?? "Document"}</p>
      <h1>{doc.title || doc.id}</h1>
      <p class="small">
        <span>{publishedInWords(doc.published, doc.zone)}</span>
        {doc.url && /^https?:/.test(doc.url) && (
          <span>
            <a href={doc.url} rel="noreferrer external">
              original
            </a>
          </span>
        )}
        <span class="id">{doc.id}</span>
        <span>
          <a href={address("/", new URLSearchParams({ doc: doc.id }))}>in the chronology</a>
        </span>
        <span>
          <a href={address("/compare", new URLSearchParams({ a: doc.id }))}>compare with another</a>
        </span>
      </p>
      <Kin id={doc.id} />
    </header>
  )
}

/** Copies, versions and retellings of the document, each with how the two stand to each other. */
function Kin({ id }: { id: string }) {
  const { answer } = useAnswer<Story>(`/api/documents/${encodeURIComponent(id)}/story`)
  if (!answer?.total) return null
  return (
    <details class="kin">
      <summary>{counted(answer.total, "other document")} of the same story</summary>
      <ul>
        {answer.documents.map(({ document: other, kind, origin, reasons }) => (
          <li key={other.id}>
            <a href={documentAddress(other.id)}>{[other.outlet, other.title || other.id].filter(Boolean).join(": ")}</a>
            , {publishedInWords(other.published, other.zone)}.{" "}
            {origin === other.id
              ? kinship(kind, "that one", "this document")
              : kinship(kind, "this document", "that one")}{" "}
            <span class="reason">{reasons.join("; ")}</span>{" "}
            <a href={address("/compare", new URLSearchParams({ a: id, b: other.id }))}>side by side</a>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** The text with its marks. Numbers and lines are drawn by the style sheet, so that what is copied is the text alone. */
function Text({
  text,
  claims,
  chosen,
  lit,
  choose,
}: {
  text: string
  claims: readonly Told[]
  chosen: number
  lit: Lit | undefined
  choose: (claim: number) => void
}) {
  const headline = useHeadline()
  const cut = useMemo(() => {
    const marks: Mark[] = claims.flatMap(({ claim }, i) =>
      claim.mentions.map(({ from, to }) => ({ from, to, claim: i })),
    )
    return segments<Mark>(text.length, [
      ...marks,
      ...(lit?.spans ?? []).map(({ from, to }) => ({ from, to, claim: -1 })),
    ])
  }, [text, claims, lit])

  return cut.map(({ from, to, marks }) => {
    const words = text.slice(from, to)
    if (marks.length === 0) return words
    const told = [...new Set(marks.filter(m => m.claim >= 0).map(m => m.claim))]
    // The shortest mention is meant, and the next longer one when it is chosen already.
    const next = told.at(told.includes(chosen) ? told.indexOf(chosen) - 1 : -1)
    const starting = marks.filter(m => m.claim >= 0 && m.from === from)
    return (
      <>
        {starting.map(m => (
          // biome-ignore lint/a11y/useAnchorContent: the label names the event; a number as content would be copied with the text
          <a
            key={`n${m.claim}-${from}`}
            class="number"
            data-n={m.claim + 1}
            data-tone={toneOf(claims[m.claim]!.claim.type)}
            href={`#card-${m.claim}`}
            aria-label={`event ${m.claim + 1}: ${headline(claims[m.claim]!.claim)}`}
            onClick={event => {
              event.preventDefault()
              choose(m.claim)
            }}
          />
        ))}
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: the number before each mention is the way by keyboard */}
        <mark
          key={from}
          data-claims={told.map(n => n + 1).join(" ")}
          data-tone={
            told.length ? toneOf(claims[told.includes(chosen) ? chosen : told.at(-1)!]!.claim.type) : undefined
          }
          data-deep={told.length > 1 ? Math.min(told.length, 3) : undefined}
          data-lit={marks.some(m => m.claim === -1) ? "" : undefined}
          data-chosen={told.includes(chosen) ? "" : undefined}
          onClick={() => {
            if (next !== undefined && getSelection()?.isCollapsed !== false) choose(next)
          }}
        >
          {words}
        </mark>
      </>
    )
  })
}

function Card({
  number,
  told: { event, claim },
  open,
  lit,
  choose,
  light,
}: {
  number: number
  told: Told
  open: boolean
  lit: number | undefined
  choose: () => void
  light: (value: Value, index: number) => void
}) {
  return (
    <li class="card" id={`card-${number}`} data-tone={toneOf(claim.type)} data-open={open ? "" : undefined}>
      <h3>
        <button type="button" class="choose" aria-expanded={open} onClick={choose}>
          <span class="n">{number + 1}</span>
          <span>
            <Sentence event={claim} />
            {claim.status !== "happened" && <StatusChip status={claim.status} />}
          </span>
        </button>
      </h3>
      {open && (
        <div class="inside">
          <Values claim={claim} lit={lit} light={light} />
          <Flags flags={claim.flags} />
          <Contributed claim={claim} />
          <p class="small">
            <a href={eventAddress(event)}>Why: all documents that tell of it</a>
          </p>
        </div>
      )}
    </li>
  )
}
