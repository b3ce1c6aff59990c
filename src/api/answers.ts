/** What the API answers, as schemas: the OpenAPI description, the routes and the pages all take their types from here. */
import { z } from "@hono/zod-openapi"
import type { Claim } from "../model/claim.ts"
import { EVENT_TYPES, type EventType, ISSUES, STATUSES } from "../model/event.ts"
import type * as record from "../record/index.ts"
import { type Timeline, WIDTHS } from "./calendar.ts"

const types = Object.keys(EVENT_TYPES) as [EventType, ...EventType[]]

export const eventType = z.enum(types).openapi("EventType")
export const status = z.enum(STATUSES).openapi("Status")
export const issue = z.enum(ISSUES).openapi("Issue")
const certainty = z.enum(["stated", "implied"]).openapi("Certainty", {
  description: "`stated` is in the words; `implied` is worked out from them and from what is known beside them.",
})

const quote = z
  .object({ from: z.int().min(0), to: z.int().min(0), quote: z.string() })
  .readonly()
  .openapi("Quote", {
    description: "Words and their place, half-open, in UTF-16 code units: `text.slice(from, to) === quote`.",
  })

const actor = z
  .object({
    state: z.string().openapi({ description: 'ISO 3166 alpha-3, the code of an international body, or "-".' }),
    name: z.string().exactOptional(),
    office: z.string().exactOptional(),
    id: z.string().exactOptional(),
    certainty,
    reason: z.string().exactOptional(),
    evidence: z.array(quote).readonly(),
  })
  .readonly()
  .openapi("Actor")

const date = z
  .object({
    value: z.string().nullable().openapi({
      description:
        "ISO date whose length is its precision, an interval `a/b`, `..b`, or null where the day is not known.",
    }),
    partial: z.string().exactOptional(),
    suggested: z
      .object({
        value: z.string(),
        reasons: z.tuple([z.string()], z.string()).readonly(),
      })
      .readonly()
      .exactOptional()
      .openapi({
        description:
          "What `partial` can mean by facts known beside the text, such as terms of office: one day or `a/b`, implied, no part of the value.",
      }),
    zone: z.string().exactOptional(),
    utc: z.object({ from: z.string(), to: z.string() }).readonly().exactOptional(),
    certainty,
    reason: z.string().exactOptional(),
    evidence: z.array(quote).readonly(),
  })
  .readonly()
  .openapi("EventDate")

const actors = z.array(actor).readonly()
const quotes = z.array(quote).readonly()

const told = {
  type: eventType,
  plover: z
    .object({
      event: z.string(),
      mode: z.string().exactOptional(),
      context: z.array(z.string()).readonly().exactOptional(),
    })
    .readonly(),
  cameo: z.string().exactOptional(),
  status,
  statusEvidence: quotes,
  participants: actors,
  source: actors,
  target: actors,
  date,
  saidBy: actors,
  provenance: z.array(z.string()).readonly().openapi({ description: "The whole chain from outlet to doer, as names." }),
  issues: z.array(issue).readonly(),
  slots: z.record(z.string(), z.object({ value: z.string(), certainty, evidence: quotes }).readonly()).readonly(),
  flags: z.array(z.string()).readonly().openapi({ description: "Things a reader should be warned of." }),
  mentions: quotes,
}

/** One event as one document tells it. */
export const claim = z
  .object({
    doc: z.string(),
    id: z.string(),
    ...told,
    edited: z
      .array(z.object({ field: z.string(), was: z.unknown(), author: z.string(), correction: z.int() }).readonly())
      .readonly()
      .exactOptional()
      .openapi({ description: "What people set, with what the program had read." }),
    accepted: z
      .object({ author: z.string(), correction: z.int() })
      .readonly()
      .exactOptional()
      .openapi({ description: "Who looked at it and found it right." }),
  })
  .readonly()
  .openapi("Claim") satisfies z.ZodType<Claim>

export const documentHead = z
  .object({
    id: z.string(),
    title: z.string().exactOptional(),
    published: z.string().exactOptional(),
    zone: z.string().exactOptional(),
    outlet: z.string().exactOptional(),
    url: z.string().exactOptional(),
    lang: z.string().exactOptional(),
  })
  .readonly()
  .openapi("DocumentHead") satisfies z.ZodType<record.DocumentHead>

/** An event gathered from all its claims; its values are those of its clearest claim, with that claim's evidence. */
export const event = z
  .object({
    id: z.string(),
    day: z.string().nullable().openapi({
      description:
        "The event's date as days of the zone asked for: an ISO date or a shorter one, or `first/last` where it may fall on either; null where unknown.",
    }),
    ...told,
    clearest: z.string().openapi({ description: "Id of the document whose claim gives the values and quotes." }),
    documents: z.array(documentHead).readonly(),
    claims: z.int().min(1).openapi({ description: "How many claims stand behind it." }),
  })
  .readonly()
  .openapi("Event") satisfies z.ZodType<record.EventAnswer>

const counted = z.record(z.string(), z.int()).readonly()

export const chronology = z
  .object({
    total: z.int().openapi({ description: "All events that match, whatever the limit." }),
    limit: z.int(),
    offset: z.int(),
    zone: z.string().nullable(),
    events: z.array(event).readonly(),
  })
  .readonly()
  .openapi("Chronology") satisfies z.ZodType<record.ChronologyAnswer>

export const timeline = z
  .object({
    total: z.int(),
    undated: z.int().openapi({ description: "How many of them have no day." }),
    width: z.enum(WIDTHS).openapi({ description: "How many days are counted together." }),
    days: z
      .array(z.object({ day: z.string(), type: eventType, status, events: z.int() }).readonly())
      .readonly()
      .openapi({
        description:
          "Events by type and status; `day` is the first of the days counted together. An event of several days counts on the first of them that was asked for.",
      }),
    types: counted,
    statuses: counted,
    issues: counted,
  })
  .readonly()
  .openapi("Timeline") satisfies z.ZodType<Timeline>

export const why = z
  .object({
    event,
    claims: z.array(z.object({ claim, document: documentHead }).readonly()).readonly(),
    reasons: z
      .array(
        z
          .object({
            claims: z.tuple([z.string(), z.string()]).readonly(),
            reasons: z.array(z.string()).readonly(),
            judge: z.string(),
          })
          .readonly(),
      )
      .readonly()
      .openapi({ description: "Why these claims are held to tell of one event." }),
    lookalikes: z
      .array(
        z
          .object({
            event,
            verdict: z.enum(["different", "unsure"]),
            reasons: z.array(z.string()).readonly(),
            judge: z.string(),
          })
          .readonly(),
      )
      .readonly()
      .openapi({ description: "Events that resemble it and are kept apart, with the reasons." }),
  })
  .readonly()
  .openapi("Why") satisfies z.ZodType<record.WhyAnswer>

export const document = z
  .object({
    document: z.intersection(documentHead, z.object({ text: z.string() }).readonly()),
    claims: z
      .array(z.object({ event: z.string(), claim }).readonly())
      .readonly()
      .openapi({
        description: "What the document tells, in the order of its text, each with the event it belongs to.",
      }),
  })
  .readonly()
  .openapi("DocumentWithClaims") satisfies z.ZodType<record.DocumentAnswer>

export const documents = z
  .object({
    total: z.int(),
    limit: z.int(),
    offset: z.int(),
    documents: z.array(z.object({ document: documentHead, claims: z.int() }).readonly()).readonly(),
  })
  .readonly()
  .openapi("Documents") satisfies z.ZodType<record.DocumentsAnswer>

export const actorList = z
  .object({
    total: z.int(),
    limit: z.int(),
    offset: z.int(),
    actors: z
      .array(
        z
          .object({
            state: z.string(),
            name: z.string().exactOptional(),
            id: z.string().exactOptional(),
            events: z.int(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi("Actors") satisfies z.ZodType<record.ActorsAnswer>

export const story = z
  .object({
    total: z.int(),
    documents: z
      .array(
        z
          .object({
            document: documentHead,
            kind: z.enum(["copy", "version", "republication", "drawn"]),
            origin: z.string().exactOptional().openapi({ description: "Id of the one that the other is made from." }),
            reasons: z.array(z.string()).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi("Story")

const said = z
  .object({
    claim: z.string(),
    speaker: z.string(),
    quote: quote.nullable(),
    order: z.int().openapi({ description: "Which of the text's points it is, from 1." }),
    length: z.int().openapi({ description: "How many telling words it takes." }),
  })
  .readonly()
  .openapi("Said")

export const comparison = z
  .object({
    first: documentHead,
    second: documentHead,
    story: z
      .object({ kind: z.string(), origin: z.string().exactOptional(), reasons: z.array(z.string()).readonly() })
      .readonly()
      .exactOptional()
      .openapi({ description: "How the two belong to one story: copies, versions, or one made from the other." }),
    events: z
      .array(
        z
          .object({
            first: z.string(),
            second: z.string(),
            judgement: z
              .object({
                verdict: z.enum(["same", "different", "unsure"]),
                score: z.number(),
                reasons: z.array(z.string()).readonly(),
              })
              .readonly(),
          })
          .readonly(),
      )
      .readonly()
      .openapi({ description: "Contacts and deeds told in both, with whether they are one event." }),
    rows: z
      .array(
        z
          .object({
            issue: z.union([issue, z.literal("contact")]),
            difference: z.enum([
              "same words",
              "paraphrase",
              "stronger",
              "weaker",
              "other speaker",
              "only first",
              "only second",
            ]),
            first: said.exactOptional(),
            second: said.exactOptional(),
            reason: z.string(),
          })
          .readonly(),
      )
      .readonly(),
    warnings: z
      .array(z.string())
      .readonly()
      .openapi({ description: "What must be known before a difference is read as a change." }),
  })
  .readonly()
  .openapi("Comparison")

export const positionList = z
  .object({
    actor: z
      .object({ state: z.string(), name: z.string().exactOptional(), id: z.string().exactOptional() })
      .readonly()
      .openapi({ description: "Who was understood to be asked for." }),
    limit: z.int().openapi({ description: "How many of the actor's latest events were looked at, at most." }),
    documents: z.int().openapi({ description: "How many documents tell of them." }),
    total: z.int(),
    points: z
      .array(
        z
          .object({
            issue,
            day: z.string().nullable(),
            doc: z.string(),
            document: documentHead,
            course: z.enum([
              "new",
              "continued",
              "stronger",
              "weaker",
              "reversed",
              "not mentioned",
              "other speaker",
              "perspective effect",
            ]),
            reason: z.string(),
            claim: z.string().exactOptional(),
            speaker: z.string().exactOptional(),
            quote: quote.exactOptional(),
            strength: z.number().exactOptional(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi("Positions")

const runningCount = z
  .object({
    claim: z.string(),
    doc: z.string(),
    by: z.string().openapi({ description: "Who counts." }),
    claimed: z.int(),
    counted: z.string(),
    from: z.string().exactOptional(),
    to: z.string(),
    evidence: z.array(quote).readonly(),
    inRecord: z.int().openapi({ description: "How many the record itself holds in these days." }),
    events: z.array(z.string()).readonly(),
    basis: z.string().openapi({ description: "How the record counts." }),
  })
  .readonly()
  .openapi("RunningCount")

const saidOfLaunch = z
  .array(z.object({ value: z.string(), by: z.string(), claim: z.string() }).readonly())
  .readonly()
  .openapi({ description: "Values as told, each with who says so; several where tellers differ." })

export const launchList = z
  .object({
    total: z.int(),
    launches: z
      .array(
        z
          .object({
            event,
            types: saidOfLaunch,
            names: saidOfLaunch,
            outcomes: saidOfLaunch,
            sources: z
              .array(z.object({ name: z.string(), docs: z.array(z.string()).readonly() }).readonly())
              .readonly()
              .openapi({ description: "Independent sources: copies and reports of one teller count once." }),
            counts: z.array(runningCount).readonly(),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi("Launches")

export const registerList = z
  .object({
    registers: z
      .array(z.object({ name: z.string(), title: z.string(), columns: z.array(z.string()).readonly() }).readonly())
      .readonly(),
  })
  .readonly()
  .openapi("Registers")

export const registerRows = z
  .object({
    name: z.string(),
    title: z.string(),
    columns: z.array(z.string()).readonly(),
    total: z.int(),
    limit: z.int(),
    offset: z.int(),
    rows: z.array(z.object({ event, cells: z.array(z.string()).readonly() }).readonly()).readonly(),
  })
  .readonly()
  .openapi("Register")

/** RFC 9457: what went wrong, for programs and for people. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().exactOptional(),
    errors: z.array(z.object({ parameter: z.string(), detail: z.string() })).exactOptional(),
  })
  .openapi("Problem")

export type Problem = z.infer<typeof problem>
export type Story = z.infer<typeof story>
export type Comparison = z.infer<typeof comparison>
export type PositionList = z.infer<typeof positionList>
export type LaunchList = z.infer<typeof launchList>
export type RegisterList = z.infer<typeof registerList>
export type RegisterRows = z.infer<typeof registerRows>
