import { createRoute, z } from "@hono/zod-openapi"
import { DOUBTS } from "../model/doubts.ts"
import * as answer from "./answers.ts"
import * as across from "./answersAcross.ts"
import { FORMATS } from "./downloads.ts"

const json = <S extends z.ZodType>(schema: S, description: string) => ({
  description,
  content: { "application/json": { schema } },
})
const failing = (description: string) => ({
  description,
  content: { "application/problem+json": { schema: answer.problem } },
})
const refuses = { 400: failing("A parameter was not understood; `errors` names it.") }

/** One value or several, as `type=call&type=meeting` or `type=call,meeting`. */
const several = <S extends z.ZodType>(one: S) =>
  z.preprocess(
    given =>
      given === undefined
        ? undefined
        : [given]
            .flat()
            .flatMap(v => String(v).split(","))
            .filter(Boolean),
    z.array(one).optional(),
  )

const day = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a day is written 2022-02-04; a month 2022-02; a year 2022")
  .optional()

const zone = z
  .string()
  .refine(isZone, "an IANA time zone is wanted, such as Asia/Seoul")
  .optional()
  .openapi({ description: "Zone whose days are meant; without it each event keeps the day of its own place." })

/** Whether the runtime knows the time zone. */
function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat("en", { timeZone: name }))
  } catch {
    return false
  }
}

const filter = {
  actor: z.string().optional().openapi({ description: "State code, actor id or words of a name.", example: "PRK" }),
  type: several(answer.eventType).openapi({ type: "array", items: { $ref: "#/components/schemas/EventType" } }),
  issue: several(answer.issue).openapi({ type: "array", items: { $ref: "#/components/schemas/Issue" } }),
  status: several(answer.status).openapi({ type: "array", items: { $ref: "#/components/schemas/Status" } }),
  since: day.openapi({ example: "2022-01-01" }),
  until: day.openapi({ example: "2022-05-31" }),
  doc: z.string().optional().openapi({ description: "Id of a document that tells of the event." }),
  zone,
}

const page = {
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  offset: z.coerce.number().int().min(0).default(0),
}

const id = z.object({ id: z.string().openapi({ param: { in: "path", name: "id" } }) })

export const chronology = createRoute({
  method: "get",
  path: "/api/chronology",
  summary: "The record's events in order of their days",
  request: { query: z.object({ ...filter, ...page }) },
  responses: { 200: json(answer.chronology, "The events asked for, and how many there are in all."), ...refuses },
})

export const timeline = createRoute({
  method: "get",
  path: "/api/timeline",
  summary: "How many events fell on which days",
  request: {
    query: z.object({
      ...filter,
      bars: z.coerce
        .number()
        .int()
        .min(1)
        .max(20_000)
        .default(150)
        .openapi({ description: "How many bars at most; days are counted together by week, month, quarter or year." }),
    }),
  },
  responses: { 200: json(answer.timeline, "Counts by day, type, status and issue."), ...refuses },
})

export const event = createRoute({
  method: "get",
  path: "/api/events/{id}",
  summary: "Why the record has an event: every claim with its words, and what was kept apart",
  request: { params: id },
  responses: { 200: json(answer.why, "The event and what it rests on."), 404: failing("No such event.") },
})

export const document = createRoute({
  method: "get",
  path: "/api/documents/{id}",
  summary: "A document's untouched text and what it tells",
  request: { params: id },
  responses: { 200: json(answer.document, "The document."), 404: failing("No such document.") },
})

export const story = createRoute({
  method: "get",
  path: "/api/documents/{id}/story",
  summary: "Copies, versions and retellings of a document's text",
  request: { params: id },
  responses: {
    200: json(across.story, "The other documents of its story, by their days."),
    404: failing("No such document."),
  },
})

const words = z.string().optional().openapi({ description: "Words looked for." })

export const documents = createRoute({
  method: "get",
  path: "/api/documents",
  summary: "The documents of the record",
  request: { query: z.object({ words, ...page }) },
  responses: { 200: json(answer.documents, "Documents, newest first."), ...refuses },
})

export const actors = createRoute({
  method: "get",
  path: "/api/actors",
  summary: "Who acts in the record",
  request: { query: z.object({ words, ...page }) },
  responses: { 200: json(answer.actorList, "Actors, most events first."), ...refuses },
})

export const compare = createRoute({
  method: "get",
  path: "/api/compare",
  summary: "Two documents or two events side by side, issue by issue",
  request: {
    query: z.object({
      a: z.string().openapi({ description: "Id of a document or an event." }),
      b: z.string().openapi({ description: "Id of the other one." }),
    }),
  },
  responses: {
    200: json(across.comparison, "What is the same, stronger, weaker, or in one of them only."),
    ...refuses,
    404: failing("The record lacks one of the two."),
  },
})

export const positions = createRoute({
  method: "get",
  path: "/api/positions",
  summary: "What an actor held of an issue over time, each point one quote",
  request: {
    query: z.object({
      actor: z.string().min(1).openapi({ description: "State code, `USA:Name`, actor id or words of a name." }),
      issue: answer.issue.optional(),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(5000)
        .default(200)
        .openapi({ description: "How many of the actor's latest events are looked at." }),
    }),
  },
  responses: { 200: json(across.positionList, "The series."), ...refuses, 404: failing("No such actor.") },
})

export const launches = createRoute({
  method: "get",
  path: "/api/launches",
  summary: "The launch ledger: each launch with who tells it, and counts claimed against counts in the record",
  request: { query: z.object({ ...filter, ...page }).omit({ type: true }) },
  responses: { 200: json(across.launchList, "Launches that match, in order of their days."), ...refuses },
})

export const registers = createRoute({
  method: "get",
  path: "/api/registers",
  summary: "The registers: saved questions over the record, each with its own columns",
  responses: { 200: json(across.registerList, "Those that come with readout, and those that users saved.") },
})

export const register = createRoute({
  method: "get",
  path: "/api/registers/{name}",
  summary: "A register's events in its own columns, narrowed by filters",
  request: {
    params: z.object({ name: z.string().openapi({ param: { in: "path", name: "name" } }) }),
    query: z.object({ ...filter, ...page }),
  },
  responses: { 200: json(across.registerRows, "The rows."), ...refuses, 404: failing("No such register.") },
})

export const review = createRoute({
  method: "get",
  path: "/api/review",
  summary: "What asks for a second look, with the reason, the words, and the commands that settle it",
  request: {
    query: z.object({
      kind: several(z.enum(DOUBTS)).openapi({ type: "array", items: { type: "string", enum: [...DOUBTS] } }),
      ...page,
    }),
  },
  responses: { 200: json(across.reviewList, "Claims that came last first, then pairs of events."), ...refuses },
})

export const exported = createRoute({
  method: "get",
  path: "/api/export/{format}",
  summary: "The events that match, as a file of another program; as Atom, a feed of the filtered search",
  request: {
    params: z.object({ format: z.enum(FORMATS).openapi({ param: { in: "path", name: "format" } }) }),
    query: z.object(filter),
  },
  responses: {
    200: { description: "The file.", content: { "application/octet-stream": { schema: z.string() } } },
    ...refuses,
  },
})

export const states = createRoute({
  method: "get",
  path: "/api/states",
  summary: "Names of states and international bodies by the codes that records use",
  responses: {
    200: json(
      z.record(z.string(), z.string()).openapi("StateNames", { example: { PRK: "North Korea" } }),
      "The names.",
    ),
  },
})

export const health = createRoute({
  method: "get",
  path: "/api/health",
  summary: "Whether the record answers",
  responses: {
    200: json(
      z.object({ status: z.literal("ok"), documents: z.int(), events: z.int() }).openapi("Health"),
      "It answers.",
    ),
  },
})
