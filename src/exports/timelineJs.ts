import { escapeText } from "./escape.ts"
import { type Export, jsonArray, type Material, oneLine, parties } from "./export.ts"

/** A day, month or year as TimelineJS wants it. */
function date(value: string): object | undefined {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value) ?? []
  if (!year) return undefined
  return { year: Number(year), ...(month ? { month: Number(month) } : {}), ...(day ? { day: Number(day) } : {}) }
}

async function* slides(material: Material): AsyncIterable<object> {
  for await (const { event } of material.cases()) {
    const [first, last] = (event.day ?? "").replace(/^\.\./, "").split("/")
    const start = date(first!)
    // TimelineJS has no place for an event without a day.
    if (!start) continue
    const end = last ? date(last) : undefined
    const told = event.documents.map(doc => doc.outlet ?? doc.title ?? doc.id).join(", ")
    yield {
      unique_id: event.id,
      start_date: start,
      ...(end ? { end_date: end } : {}),
      display_date: event.date.zone ? `${event.day} (${event.date.zone})` : event.day,
      group: event.type,
      text: {
        headline: escapeText(
          `${event.type}${event.status === "happened" ? "" : ` (${event.status})`}: ${parties(event)}`,
        ),
        text: `<blockquote>${escapeText(oneLine(event.mentions[0]?.quote ?? ""))}</blockquote><p>${escapeText(told)}</p>`,
      },
    }
  }
}

/** A timeline for the TimelineJS widget. Events without a day have no place in it. */
export const timelineJs: Export = {
  name: "timelinejs",
  means: "JSON for the TimelineJS widget; events without a day are left out",
  async *write(material) {
    yield '{"events":'
    yield* jsonArray(slides(material))
    yield "}\n"
  },
}
