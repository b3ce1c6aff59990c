import type { ReviewList } from "../api/answersAcross.ts"
import { DOUBTS, type DoubtKind } from "../model/doubts.ts"
import { address, documentAddress, eventAddress, withQuery } from "./address.ts"
import { useAnswer } from "./ask.ts"
import { dayInWords } from "./days.ts"
import { stepping, useShortcuts } from "./keys.tsx"
import { Page, Waiting } from "./layout.tsx"
import { Beside, pageNamed, pageOf, partOf } from "./pages.tsx"
import { Sentence, Words } from "./told.tsx"
import { counted } from "./wording.ts"

const PER_PAGE = 50

const KIND_NAME: Readonly<Record<DoubtKind, string>> = {
  warning: "warnings",
  day: "half a day",
  name: "names not in the words",
  nobody: "nobody who did it",
  pair: "perhaps one event",
}

type Item = ReviewList["items"][number]

/** What asks for a second look: why, the words, and the commands that settle it. The pages only read. */
export function ReviewPage({ query }: { query: URLSearchParams }) {
  const page = pageOf(query)
  const kind = query.get("kind") ?? ""
  const asked = useAnswer<ReviewList>(
    address("/api/review", withQuery(new URLSearchParams(), { kind, ...partOf(page, PER_PAGE) })),
  )
  useShortcuts([...stepping("doubt", ".doubt .headline")])
  const to = (changes: Record<string, string>) => address("/review", withQuery(query, { page: "", ...changes }))
  const { answer } = asked
  return (
    <Page title="Review" kind="narrow review">
      <h1>Review</h1>
      <p>
        What a person should look at again. A command settles each, with <code>--author</code> and <code>--reason</code>{" "}
        added; what is settled leaves this list, and can be undone.
      </p>
      {answer ? (
        <>
          <nav aria-label="Kinds of doubt" class="kinds">
            <a href={to({ kind: "" })} aria-current={kind ? undefined : "true"}>
              all
            </a>
            {DOUBTS.map(one => (
              <a key={one} href={to({ kind: one })} aria-current={kind === one ? "true" : undefined}>
                {KIND_NAME[one]} {answer.kinds[one]}
              </a>
            ))}
          </nav>
          <p class="tally" role="status">
            <b>{answer.total === 0 ? "Nothing asks for a second look" : counted(answer.total, "thing")}</b>
            {answer.total > answer.items.length &&
              `, ${answer.offset + Math.min(1, answer.items.length)} to ${answer.offset + answer.items.length} shown`}
          </p>
          <ul class="choices">
            {answer.items.map(item => (
              <Doubtful key={item.told.map(({ claim }) => claim.id).join()} {...item} />
            ))}
          </ul>
          <Beside
            of="the review"
            page={page}
            size={PER_PAGE}
            total={answer.total}
            to={n => to({ page: pageNamed(n) })}
          />
        </>
      ) : (
        <Waiting asked={asked} />
      )}
    </Page>
  )
}

function Doubtful({ doubts, told, ways }: Item) {
  return (
    <li class="doubt">
      {told.map(({ event, claim, document }) => (
        <div key={claim.id}>
          <a class="headline" href={eventAddress(event)}>
            <Sentence event={claim} />
          </a>
          <p class="small">
            {dayInWords(claim.date.value, claim.date.partial)}, {document.outlet ?? document.id}
          </p>
          {claim.mentions[0] && (
            <Words
              quote={claim.mentions[0]}
              href={documentAddress(document.id, {
                claim: claim.id,
                from: claim.mentions[0].from,
                to: claim.mentions[0].to,
              })}
            />
          )}
        </div>
      ))}
      {doubts.map(({ kind, reason }) => (
        <p key={reason}>
          <b>{KIND_NAME[kind]}:</b> {reason}
        </p>
      ))}
      <details>
        <summary>Settle it</summary>
        <dl>
          {ways.map(({ does, command }) => (
            <div key={command}>
              <dt>{does}</dt>
              <dd>
                <code>{command}</code>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </li>
  )
}
