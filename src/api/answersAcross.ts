/** What the API answers across documents, as schemas: stories, comparisons, positions, launches and registers. */
import { z } from "@hono/zod-openapi"
import { DOUBTS } from "../model/doubts.ts"
import { claim, documentHead, event, issue, quote } from "./answers.ts"

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
    limit: z.int(),
    offset: z.int(),
    launches: z
      .array(
        z
          .object({
            event,
            day: z.string().nullable().openapi({
              description:
                'ISO day of the launch, "..2012-12-23" where it lies some time before (see known); of what is no launch of its own, the day as the event has it.',
            }),
            known: z.enum(["day", "or before", "only before"]).optional().openapi({
              description:
                "How well the day is known: that day, told as news on that day, or some time before; absent for what has not happened or means another launch.",
            }),
            means: z
              .string()
              .optional()
              .openapi({ description: "The launch that this telling is held to mean: it names no day of its own." }),
            retold: z
              .array(z.string())
              .readonly()
              .openapi({ description: "Events that are held to mean this launch." }),
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

export const reviewList = z
  .object({
    total: z.int(),
    limit: z.int(),
    offset: z.int(),
    kinds: z.record(z.enum(DOUBTS), z.int()).readonly().openapi({
      description: "How many there are of each kind; of pairs, the most alike, up to a thousand.",
    }),
    items: z
      .array(
        z
          .object({
            doubts: z
              .array(z.object({ kind: z.enum(DOUBTS), reason: z.string() }).readonly())
              .readonly()
              .openapi({ description: "Why it asks for a second look." }),
            told: z
              .array(z.object({ event: z.string(), claim, document: documentHead }).readonly())
              .readonly()
              .openapi({ description: "The claim in question, or the two that may tell of one event." }),
            ways: z
              .array(z.object({ does: z.string(), command: z.string() }).readonly())
              .readonly()
              .openapi({ description: "Commands that settle it; each also wants --author and --reason." }),
          })
          .readonly(),
      )
      .readonly(),
  })
  .readonly()
  .openapi("Review")

export type Comparison = z.infer<typeof comparison>
export type PositionList = z.infer<typeof positionList>
export type LaunchList = z.infer<typeof launchList>
export type RegisterList = z.infer<typeof registerList>
export type RegisterRows = z.infer<typeof registerRows>
export type ReviewList = z.infer<typeof reviewList>
export type Story = z.infer<typeof story>
