import { describe, expect, it } from "vitest"
import { read, records } from "../../src/cli/reading.ts"

describe("what an adjective leaves open", () => {
  const statuses = (text: string, type: string) =>
    records(read({ id: "d", text, published: "2031-05-06" }))
      .filter(record => record.type === type)
      .map(record => record.status)

  it("has not happened, whatever is told around it", () => {
    expect(
      statuses(
        "Oman places its fleet on alert over a possible Iranian ballistic-missile launch after detecting lorries at a base.",
        "launch",
      ),
    ).toEqual(["hoped"])
    expect(
      statuses(
        "The ships left amid concerns of an imminent Iranian missile launch following the detection of lorries at a base.",
        "launch",
      ),
    ).toEqual(["planned"])
  })
  it("has happened where the adjective tells of something else", () => {
    expect(statuses("Iran carried out another missile launch near a planned port.", "launch")).toEqual(["happened"])
  })
})
