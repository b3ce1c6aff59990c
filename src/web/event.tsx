import type { WhyAnswer } from "../record/answers.ts"
import { address, documentAddress, eventAddress } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { Contributed, Flags, valuesOf } from "./card.tsx"
import { dayInWords, possiblyInWords, publishedInWords } from "./days.ts"
import { stepping, useShortcuts } from "./keys.tsx"
import { Page, Waiting } from "./layout.tsx"
import { Sentence, StatusChip, Tellers, useHeadline, Words } from "./told.tsx"
import { toneOf } from "./tones.ts"
import { counted, issueName, WORDING } from "./wording.ts"

/** Why the record has an event: every claim with its words, and the look-alikes that were kept apart. */
export function EventPage({ id }: { id: string }) {
  const asked = useAnswer<WhyAnswer>(`/api/events/${encodeURIComponent(id)}`)
  const headline = useHeadline()
  useShortcuts([...stepping("claim", ".claim h3 a")])
  const { answer } = asked
  if (!answer)
    return (
      <Page title="Event" kind="narrow">
        <Waiting asked={asked} />
      </Page>
    )
  const { event, claims, reasons, lookalikes } = answer
  const documentOf = (id: string) => {
    const doc = claims.find(told => told.claim.id === id)?.document
    return doc ? [doc.outlet, doc.title || doc.id].filter(Boolean).join(": ") : id
  }
  return (
    <Page title={headline(event)} kind="event">
      <header class="heading" data-tone={toneOf(event.type)}>
        <p class="kicker">
          <span class="type">{WORDING[event.type].name}</span>
          {event.status !== "happened" && <StatusChip status={event.status} />}
        </p>
        <h1>
          <Sentence event={event} />
        </h1>
        <p class="when">
          {dayInWords(event.date.value, event.date.partial)}
          {event.date.zone && <span class="zone"> as counted in {event.date.zone.replaceAll("_", " ")}</span>}
          {event.date.reason && <span class="reason">{event.date.reason}</span>}
          {event.date.suggested && (
            <span class="reason">
              {possiblyInWords(event.date.suggested)}: {event.date.suggested.reasons.join("; ")}
            </span>
          )}
        </p>
        <p class="small">
          <span>{counted(claims.length, "claim")}</span>
          <span>{counted(event.documents.length, "document")}</span>
          {event.issues.length > 0 && <span>{event.issues.map(issueName).join(", ")}</span>}
          {event.documents.length > 1 && (
            <a href={sideBySide(event.documents[0]!.id, event.documents[1]!.id)}>two of them side by side</a>
          )}
          <span class="id">{event.id}</span>
        </p>
      </header>

      <section aria-labelledby="claims">
        <h2 id="claims">Who tells it, in which words</h2>
        {claims.map(told => (
          <ClaimSection key={told.claim.id} {...told} />
        ))}
      </section>

      {reasons.length > 0 && (
        <section aria-labelledby="reasons">
          <h2 id="reasons">Why these claims are one event</h2>
          <table class="reasons">
            <thead>
              <tr>
                <th scope="col">Claims</th>
                <th scope="col">Reasons</th>
                <th scope="col">Judged by</th>
              </tr>
            </thead>
            <tbody>
              {reasons.map(({ claims: [a, b], reasons: why, judge }) => (
                <tr key={`${a} ${b}`}>
                  <td>
                    {documentOf(a)}
                    <br />
                    {documentOf(b)}
                  </td>
                  <td>{why.join("; ")}</td>
                  <td>{judge}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}

      <section aria-labelledby="lookalikes">
        <h2 id="lookalikes">Look-alikes that were kept apart</h2>
        {lookalikes.length === 0 ? (
          <p>The record has no event that could be mistaken for this one.</p>
        ) : (
          <ul class="lookalikes">
            {lookalikes.map(({ event: other, verdict, reasons: why, judge }) => (
              <li key={other.id} data-tone={toneOf(other.type)}>
                <p>
                  <span class="day">{dayInWords(other.date.value, other.date.partial)}</span>
                  <a class="other" href={eventAddress(other.id)}>
                    <Sentence event={other} />
                  </a>
                </p>
                <p class="verdict">
                  <b>{verdict === "different" ? "Not the same" : "Not certain"}</b>: {why.join("; ")}
                  <span class="judge"> judged by {judge}</span>{" "}
                  <a href={sideBySide(event.id, other.id)}>side by side</a>
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </Page>
  )
}

const sideBySide = (a: string, b: string) => address("/compare", new URLSearchParams({ a, b }))

function ClaimSection({ claim, document: doc }: WhyAnswer["claims"][number]) {
  const at = (words: { from: number; to: number }) => documentAddress(doc.id, { claim: claim.id, ...words })
  return (
    <article class="claim">
      <header>
        <h3>
          <a href={documentAddress(doc.id, { claim: claim.id })}>{doc.title || doc.id}</a>
        </h3>
        <p class="small">
          <Tellers event={claim} />
          <span>{publishedInWords(doc.published, doc.zone)}</span>
          {claim.status !== "happened" && <StatusChip status={claim.status} />}
        </p>
      </header>
      {claim.mentions.map(words => (
        <blockquote key={words.from}>
          <Words quote={words} href={at(words)} />
        </blockquote>
      ))}
      <Flags flags={claim.flags} />
      <Contributed claim={claim} />
      <details>
        <summary>Each value and its words</summary>
        <div class="scroll">
          <table class="evidence">
            <thead>
              <tr>
                <th scope="col">Part</th>
                <th scope="col">Value</th>
                <th scope="col">Words</th>
                <th scope="col">How</th>
              </tr>
            </thead>
            <tbody>
              {valuesOf(claim).map((value, i) => (
                <tr key={i}>
                  <th scope="row">{value.label}</th>
                  <td>{value.shown}</td>
                  <td>
                    {value.evidence.map(words => (
                      <Words key={words.from} quote={words} href={at(words)} />
                    ))}
                  </td>
                  <td>
                    {value.evidence.length > 0 &&
                      (value.reason ?? (value.certainty === "stated" ? "in the words" : "worked out"))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </article>
  )
}
