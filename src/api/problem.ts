import type { Context } from "hono"
import type { z } from "zod"
import type { Problem } from "./answers.ts"

/** Answers with a problem document (RFC 9457). */
export function problem<Status extends 400 | 403 | 404 | 500>(
  c: Context,
  status: Status,
  title: string,
  more: Partial<Problem> = {},
) {
  const body: Problem = { type: "about:blank", title, status, ...more }
  return c.json(body, status, { "content-type": "application/problem+json" })
}

/** The parameters that a schema did not take, one line for each. */
export const refused = (error: z.core.$ZodError): NonNullable<Problem["errors"]> =>
  error.issues.map(({ path, message }) => ({ parameter: path.join("."), detail: message }))
