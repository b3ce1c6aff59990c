import { OpenAPIHono } from "@hono/zod-openapi"
import { secureHeaders } from "hono/secure-headers"
import { loadKnowledge } from "../actors/knowledge.ts"
import { registerRow } from "../linking/registers.ts"
import { filterOf } from "../model/filter.ts"
import { eventsOf, kinOf, launchLedger, registers, series, sideBySide } from "./across.ts"
import type { Problem } from "./answers.ts"
import { inBars } from "./calendar.ts"
import { download } from "./downloads.ts"
import { problem, refused } from "./problem.ts"
import type { Questions } from "./questions.ts"
import * as routes from "./routes.ts"
import { waysOf } from "./ways.ts"

/** The HTTP face of a record: reads only, answers JSON, describes itself at `/openapi.json`. */
export function app(questions: Questions) {
  const api = new OpenAPIHono({
    defaultHook: (result, c) => {
      if (!result.success) return problem(c, 400, "A parameter was not understood", { errors: refused(result.error) })
    },
  })

  // The pages load nothing from elsewhere, run nothing that stands inline, and nobody may frame them.
  api.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", "data:"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
      referrerPolicy: "no-referrer",
      // Served in the clear on one's own machine: no browser should be told to want more of that name for half a year.
      strictTransportSecurity: false,
    }),
  )

  const missing = (what: string, id: string): Partial<Problem> => ({ detail: `The record has no ${what} “${id}”.` })

  api
    .openapi(routes.chronology, async c => {
      const { limit, offset, ...filter } = c.req.valid("query")
      return c.json(await questions.chronology(filterOf(filter), { limit, offset }), 200)
    })
    .openapi(routes.timeline, async c => {
      const { bars, ...filter } = c.req.valid("query")
      return c.json(inBars(await questions.timeline(filterOf(filter), bars), bars, filter.since), 200)
    })
    .openapi(routes.event, async c => {
      const { id } = c.req.valid("param")
      const why = await questions.why(id)
      return why ? c.json(why, 200) : problem(c, 404, "No such event", missing("event", id))
    })
    .openapi(routes.documents, async c => {
      const { words, ...page } = c.req.valid("query")
      return c.json(await questions.documents(words, page), 200)
    })
    .openapi(routes.document, async c => {
      const { id } = c.req.valid("param")
      const found = await questions.document(id)
      return found ? c.json(found, 200) : problem(c, 404, "No such document", missing("document", id))
    })
    .openapi(routes.story, async c => {
      const { id } = c.req.valid("param")
      const kin = await kinOf(questions, id)
      return kin
        ? c.json({ total: kin.length, documents: kin }, 200)
        : problem(c, 404, "No such document", missing("document", id))
    })
    .openapi(routes.actors, async c => {
      const { words, ...page } = c.req.valid("query")
      return c.json(await questions.actors(words, page), 200)
    })
    .openapi(routes.compare, async c => {
      const { a, b } = c.req.valid("query")
      const found = await sideBySide(questions, a, b)
      if ("missing" in found)
        return problem(c, 404, "No such document or event", missing("document or event", found.missing))
      const { first, second, lineage, compared } = found
      const story = lineage && {
        kind: lineage.kind,
        reasons: lineage.reasons,
        ...(lineage.origin ? { origin: lineage.origin } : {}),
      }
      return c.json({ first: first.doc, second: second.doc, ...(story ? { story } : {}), ...compared }, 200)
    })
    .openapi(routes.positions, async c => {
      const { actor: asked, issue, limit } = c.req.valid("query")
      const found = await series(questions, asked, { issue, limit })
      if (!found) return problem(c, 404, "No such actor", missing("actor", asked))
      const { actor, pages, points } = found
      const heads = new Map(pages.map(({ doc }) => [doc.id, doc]))
      const told = points.map(point => ({ ...point, document: heads.get(point.doc)! }))
      return c.json({ actor, limit, documents: pages.length, total: told.length, points: told }, 200)
    })
    .openapi(routes.launches, async c => {
      const { limit, offset, ...filter } = c.req.valid("query")
      const { total, tellings, ledger } = await launchLedger(questions, filterOf(filter), { limit, offset })
      const events = new Map(tellings.map(({ event }) => [event.id, event]))
      const lines = ledger.map(({ event, zone, utc, status, actor, place, quote, documents, ...launch }) => ({
        ...launch,
        event: events.get(event)!,
      }))
      return c.json({ total, limit, offset, launches: lines }, 200)
    })
    .openapi(routes.registers, async c => {
      const all = await registers(questions)
      return c.json({ registers: all.map(({ name, title, columns }) => ({ name, title, columns })) }, 200)
    })
    .openapi(routes.register, async c => {
      const { name } = c.req.valid("param")
      const { limit, offset, ...filter } = c.req.valid("query")
      const found = (await registers(questions)).find(register => register.name === name)
      if (!found) return problem(c, 404, "No such register", missing("register", name))
      const { total, events } = await eventsOf(questions, found, filterOf(filter), { limit, offset })
      const rows = events.map(event => ({ event, cells: registerRow(found, event) }))
      return c.json({ name, title: found.title, columns: found.columns, total, limit, offset, rows }, 200)
    })
    .openapi(routes.review, async c => {
      const { kind, ...part } = c.req.valid("query")
      const { items, ...found } = await questions.review(kind, part)
      return c.json({ ...found, items: items.map(item => ({ ...item, ways: waysOf(item) })) }, 200)
    })
    .openapi(routes.exported, c => download(c, questions, c.req.valid("param").format, filterOf(c.req.valid("query"))))
    .openapi(routes.states, c => {
      const { states, bodies } = loadKnowledge()
      return c.json(
        Object.fromEntries([...states.values(), ...bodies.values()].map(({ code, name }) => [code, name])),
        200,
      )
    })
    .openapi(routes.health, async c => {
      const none = { limit: 1, offset: 0 }
      const [{ total: documents }, { total: events }] = await Promise.all([
        questions.documents(undefined, none),
        questions.chronology({}, none),
      ])
      return c.json({ status: "ok" as const, documents, events }, 200)
    })

  api.doc31("/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "readout",
      version: "1",
      description:
        "A cited record of international security diplomacy: who did or said what to whom, when, told by whom. Reading only; every value comes with its words. Offsets are UTF-16 code units.",
      license: { name: "Apache-2.0" },
    },
  })

  api.all("/api/*", c => problem(c, 404, "No such address", { detail: `${c.req.method} ${c.req.path}` }))
  api.onError((error, c) => {
    console.error(error)
    return problem(c, 500, "The record could not answer", { detail: error.message })
  })
  return api
}
