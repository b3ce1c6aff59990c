import { z } from "zod"
import { documentFrom } from "./documentShape.ts"
import { lines } from "./lines.ts"
import type { Source } from "./source.ts"

const ROW = z.object({
  date: z.string(),
  category: z.string(),
  topics: z.array(z.string()).optional(),
  text: z.string(),
  sources: z.array(z.unknown()).optional(),
})

/** A row as it stands in a line, or nothing where the line holds something else. */
function row(line: string): z.infer<typeof ROW> | undefined {
  try {
    return ROW.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}

/** JSON lines of Wikipedia's Current Events portal: one dated item a row, the day meant in UTC. */
export const currentEvents: Source = {
  name: "current-events",
  means: "JSON lines of Wikipedia Current Events rows {date, category, topics, text, sources}",
  recognises: file => row(file.opening.split("\n", 1)[0]!) !== undefined,
  async *read(file, given) {
    for await (const { number, text } of lines(file.pieces())) {
      if (!text.trim()) continue
      const item = row(text)
      yield item
        ? documentFrom(
            { published: item.date, zone: "UTC", outlet: "Wikipedia Current Events", text: item.text },
            given,
            file.name,
            number,
          )
        : { unread: { file: file.name, line: number, reason: "not a row {date, category, text}" } }
    }
  },
}
