import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { english } from "../../src/english.ts"
import { EVENT_TYPE_LIST } from "../../src/events/index.ts"
import { overlaps } from "../../src/model/document.ts"
import { EVENT_TYPES } from "../../src/model/event.ts"
import type { Event } from "../../src/model/layers.ts"
import { unmark } from "./marked.ts"

const read = (text: string) =>
  english.read({ id: "example", published: "2022-06-15", zone: "UTC", lang: "en", text }).events

/** Words of the text that stand in a role of an event, as marked in examples. */
const wordsOf = (event: Event, text: string) =>
  (["source", "target", "participants"] as const).flatMap(role =>
    event[role].map(({ evidence: [first] }) => ({
      role: role.replace(/s$/, ""),
      from: first.from,
      to: first.to,
      words: text.slice(first.from, first.to),
    })),
  )

it("lists every event type once, in the model's order", () => {
  expect(EVENT_TYPE_LIST.map(type => type.name)).toEqual(Object.keys(EVENT_TYPES))
})

describe.each(EVENT_TYPE_LIST)("$name", ({ name, examples, notThis }) => {
  it.each(examples)("%s", marked => {
    const { text, marks } = unmark(marked)
    const events = read(text).filter(event => event.type === name)
    const trigger = marks.find(mark => mark.role.startsWith("trigger"))!
    const event = events.find(found => found.mentions.some(mention => overlaps(mention, trigger)))
    expect(event, `a ${name} among ${read(text).map(found => found.type)}`).toBeDefined()
    expect(event!.status.value).toBe(trigger.role.split(":")[1] ?? "happened")
    const found = wordsOf(event!, text)
    for (const mark of marks.filter(({ role }) => !role.startsWith("trigger")))
      expect(
        found.some(part => part.role === mark.role && overlaps(part, mark)),
        `${mark.role}: ${text.slice(mark.from, mark.to)}`,
      ).toBe(true)
    expect(found.every(part => marks.some(mark => mark.role === part.role && overlaps(part, mark)))).toBe(true)
  })
  if (notThis.length > 0)
    it.each(notThis)("not: %s", text => {
      expect(read(text).filter(event => event.type === name)).toEqual([])
    })
})

describe("known gaps", () => {
  const lines = readFileSync(new URL("../known-gaps.txt", import.meta.url), "utf8")
    .split("\n")
    .filter(line => line.trim() && !line.startsWith("#"))

  it.each(lines)("%s", line => {
    const [type = "", marked = ""] = line.split("\t")
    const { text, marks } = unmark(marked)
    expect(Object.keys(EVENT_TYPES)).toContain(type)
    expect(marks.some(({ role }) => role.startsWith("trigger"))).toBe(true)
    const closed = read(text).some(
      event => event.type === type && event.mentions.some(mention => marks.some(mark => overlaps(mention, mark))),
    )
    if (closed) console.info(`a known gap may be closed: ${line}`)
  })
})
