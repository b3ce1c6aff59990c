import { describe, expect, it } from "vitest"
import { arrows } from "../scripts/rooms.ts"

const LANGUAGE = ["text", "time", "actors", "speech", "events"]
const SHELL = ["cli", "api", "web", "work"]

/** Which rooms a room may lean on; "model" leans on nothing. */
const ALLOWED: Record<string, readonly string[]> = {
  model: [],
  network: ["model"],
  ...Object.fromEntries([...LANGUAGE, "sources", "linking", "record", "exports"].map(room => [room, ["model"]])),
  text: ["model", "network"],
  actors: ["model", "network"],
  events: ["model", "network"],
  english: ["model", ...LANGUAGE],
  ...Object.fromEntries(
    SHELL.map(room => [
      room,
      [
        "model",
        "sources",
        "english",
        "linking",
        "record",
        "exports",
        "actors",
        "events",
        ...SHELL.filter(other => other !== room),
      ],
    ]),
  ),
}

describe("rooms", () => {
  for (const arrow of arrows()) {
    const [from, to] = arrow.split(" → ") as [string, string]
    it(arrow, () => expect(ALLOWED[from], `${from} is no room of docs/architecture.md`).toContain(to))
  }

  it("sees a forbidden arrow when there is one", () => {
    expect(ALLOWED.text).not.toContain("actors")
    expect(ALLOWED.model).not.toContain("text")
  })
})
