import { existsSync, readFileSync } from "node:fs"
import type { AddressInfo } from "node:net"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { createAdaptorServer } from "@hono/node-server"
import { serveStatic } from "@hono/node-server/serve-static"
import { app } from "./app.ts"
import { problem } from "./problem.ts"
import type { Questions } from "./questions.ts"

/** Where `scripts/build-pages.mjs` puts the pages. */
const PAGES = fileURLToPath(new URL("../../dist/pages", import.meta.url))

const LOOPBACK = ["127.0.0.1", "localhost", "[::1]", "::1"]

export interface Serving {
  /** Address of the pages, with the port that was really taken. */
  readonly url: string
  close(): Promise<void>
}

/** The API and the pages as one application. */
export function site(questions: Questions, pages = PAGES) {
  const api = app(questions)
  api.use(
    "/assets/*",
    serveStatic({ root: pages, onFound: (_, c) => c.header("cache-control", "max-age=31536000, immutable") }),
  )
  api.get("/icon.svg", serveStatic({ root: pages, path: "icon.svg" }))
  // Every other address is a page; which one, the page itself reads from the address.
  api.get("*", c => {
    const index = join(pages, "index.html")
    if (!existsSync(index))
      return problem(c, 404, "The pages are not built", {
        detail: '"node scripts/build-pages.mjs" builds them; the API answers without them.',
      })
    return c.html(readFileSync(index, "utf8"), 200, { "cache-control": "no-cache" })
  })
  return api
}

/**
 * Serves a record's API and pages.
 * @param host where to listen; the machine itself unless told otherwise, since nobody logs in.
 * @param port 0 takes any free one.
 * @throws where the port is taken or not allowed, with both named.
 */
export async function serve({
  record,
  port = 4180,
  host = "127.0.0.1",
}: {
  record: Questions
  port?: number
  host?: string
}): Promise<Serving> {
  const pages = site(record)
  const local = LOOPBACK.includes(host)
  const server = createAdaptorServer({
    fetch: request => {
      // A page elsewhere may point its own name at this machine; only this machine's names are answered.
      if (local && !LOOPBACK.includes(new URL(request.url).hostname))
        return new Response("readout answers on this machine's own name only", { status: 403 })
      return pages.fetch(request)
    },
  })
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(
        error.code === "EADDRINUSE" ? new Error(`port ${port} of ${host} is taken; --port chooses another`) : error,
      ),
    )
    server.listen(port, host, resolve)
  })
  const taken = (server.address() as AddressInfo).port
  return {
    url: `http://${host.includes(":") ? `[${host}]` : host}:${taken}/`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close(error => (error ? reject(error) : resolve()))
        if ("closeAllConnections" in server) server.closeAllConnections()
      }),
  }
}
