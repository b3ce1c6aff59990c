import { createContext, Fragment } from "preact"
import { useContext } from "preact/hooks"
import type { Quote } from "../model/document.ts"
import type { Status } from "../model/event.ts"
import type { EventRecord, RecordActor } from "../model/eventRecord.ts"
import type { EventAnswer } from "../record/answers.ts"
import { counted, headlineOf, listed, STATUS_NAME } from "./wording.ts"

/** Names of states and bodies by their codes, as far as the server knows them. */
export const StateNames = createContext<Readonly<Record<string, string>>>({})

type Who = Pick<RecordActor, "state" | "name">

/** An actor in one plain string: "Antony Blinken", "people of North Korea", "North Korea". */
export function useNames() {
  const names = useContext(StateNames)
  return ({ state, name }: Who): string => {
    const whole = names[state] ?? state
    if (name === "people") return `people of ${whole}`
    return name ?? whole
  }
}

/** An actor's name, with the code of the state that a person or office belongs to. */
export function Name({ actor }: { actor: Who }) {
  const states = useContext(StateNames)
  const nameOf = useNames()
  const tag = actor.name && actor.name !== "people" && actor.state !== "-"
  return (
    <span class="name">
      <b>{nameOf(actor)}</b>
      {tag && (
        <>
          {" "}
          <abbr title={states[actor.state] ?? actor.state}>{actor.state}</abbr>
        </>
      )}
    </span>
  )
}

function Names({ actors }: { actors: readonly Who[] }) {
  return actors.map((actor, i) => (
    <Fragment key={i}>
      {i > 0 && (i === actors.length - 1 ? " and " : ", ")}
      <Name actor={actor} />
    </Fragment>
  ))
}

type Deed = Pick<EventRecord, "type" | "status" | "participants" | "source" | "target">

/** Who did what to whom, as a headline. */
export function Sentence({ event }: { event: Deed }) {
  const { subjects, verb, objects } = headlineOf(event)
  return (
    <span class="sentence">
      {subjects.length ? <Names actors={subjects} /> : <i class="unnamed">Somebody not named</i>} {verb}
      {objects.length > 0 && " "}
      <Names actors={objects} />
    </span>
  )
}

/** The headline as plain words, for titles and labels. */
export function useHeadline() {
  const nameOf = useNames()
  return (event: Deed): string => {
    const { subjects, verb, objects } = headlineOf(event)
    const who = listed(subjects.map(nameOf)) || "Somebody not named"
    return [who, verb, listed(objects.map(nameOf))].filter(Boolean).join(" ")
  }
}

export const StatusChip = ({ status }: { status: Status }) => (
  <span class="chip" data-status={status}>
    {STATUS_NAME[status]}
  </span>
)

/** Who told it, from the outlet inwards; the doer, last in the chain, is in the headline already. */
export function Tellers({ event }: { event: Pick<EventRecord, "provenance" | "saidBy"> & Partial<Deed> }) {
  const doers = event.participants?.length || event.source?.length
  const chain = doers ? event.provenance.slice(0, -1) : event.provenance
  if (chain.length === 0) return <span class="tellers">told by the document itself</span>
  return (
    <span class="tellers">
      <span class="visually-hidden">told by </span>
      {chain.map((teller, i) => (
        <Fragment key={i}>
          {i > 0 && (
            <span class="from" role="img" aria-label=", who has it from ">
              {" ‹ "}
            </span>
          )}
          {teller}
        </Fragment>
      ))}
    </span>
  )
}

/** Exact words. Nothing is added inside the marks; a cut is shown outside of them. */
export function Words({ quote, href }: { quote: Quote; href?: string }) {
  const body = <q>{quote.quote}</q>
  return href ? (
    <a class="words" href={href} title="show these words in the document">
      {body}
    </a>
  ) : (
    <span class="words">{body}</span>
  )
}

export const sources = ({ documents }: Pick<EventAnswer, "documents">) => counted(documents.length, "document")
