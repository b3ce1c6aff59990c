import { describe, expect, it } from "vitest"
import { english } from "../../src/english.ts"
import { narrow } from "../../src/model/halfDate.ts"

const dates = (text: string, published?: string) =>
  english.read({ id: "case", text, ...(published ? { published } : {}) }).events.map(event => event.date)

const MET =
  "U.S. Secretary of State Antony Blinken and Japanese Foreign Minister Yoshimasa Hayashi spoke by telephone yesterday (25th)."

describe("half a date (T36)", () => {
  it("stays unknown, with what the terms of both ministers leave possible beside it", () => {
    const [date] = dates(MET)
    expect(date).toMatchObject({ value: null, partial: "XXXX-XX-25" })
    expect(date?.suggested?.value).toBe("2021-11-25/2023-08-25")
    expect(date?.suggested?.reasons.join()).toMatch(/Blinken was Secretary of State.*Hayashi was Foreign Minister/)
  })

  it("is whole where the document bears a day, and needs no suggestion", () => {
    const [date] = dates(MET, "2022-05-26")
    expect(date).toMatchObject({ value: "2022-05-25" })
    expect(date?.suggested).toBeUndefined()
  })

  it("is not narrowed by persons named without their office, or as former holders", () => {
    for (const text of [
      "Antony Blinken called Yoshimasa Hayashi yesterday (25th).",
      "Former U.S. Secretary of State Antony Blinken met former Foreign Minister Yoshimasa Hayashi of Japan yesterday (25th).",
    ]) {
      const [date] = dates(text)
      expect(date, text).toMatchObject({ partial: "XXXX-XX-25" })
      expect(date?.suggested, text).toBeUndefined()
    }
  })
})

describe("narrowing", () => {
  const from = (a: string, b: string) => [{ from: a, to: b, reason: "a term" }]
  it("gives the one day where only one is possible", () =>
    expect(narrow("XXXX-XX-25", from("2022-05-10", "2022-06-20"))?.value).toBe("2022-05-25"))
  it("skips months that lack the day", () =>
    expect(narrow("XXXX-XX-31", from("2022-02-01", "2022-04-30"))?.value).toBe("2022-03-31"))
  it("takes bounds of a month or a year whole", () =>
    expect(narrow("XXXX-05-25", from("2021", "2022"))?.value).toBe("2021-05-25/2022-05-25"))
  it("takes the bounds of several together", () =>
    expect(
      narrow("XXXX-XX-25", [...from("2020-01-01", "2022-03-30"), ...from("2022-03-01", "2025-01-01")])?.value,
    ).toBe("2022-03-25"))
  it("says nothing of bounds that are open, at odds, or without such a day", () => {
    expect(narrow("XXXX-XX-25", [{ from: "2021-01-01", reason: "still in office" }])).toBeUndefined()
    expect(
      narrow("XXXX-XX-25", [...from("2020-01-01", "2021-01-01"), ...from("2022-01-01", "2023-01-01")]),
    ).toBeUndefined()
    expect(narrow("XXXX-XX-25", from("2022-03-01", "2022-03-20"))).toBeUndefined()
    expect(narrow("XXXX-XX-XX", from("2022-03-01", "2022-03-20"))).toBeUndefined()
  })
})
