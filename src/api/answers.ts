/** What the API answers of the record itself, as schemas: the OpenAPI description, the routes and the pages all take their types from here. */
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

export const quote = z
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
