import { describe, expect, it } from "vitest"
import { read, records } from "../../src/cli/reading.ts"

/** Contacts of a report of ours, each as "type: parties · day". */
function contactsOf(text: string, published = "2023-05-04"): readonly string[] {
  return records(read({ id: "report", text, published, zone: "America/New_York" }))
    .filter(({ type }) => /^(?:call|meeting|talks)$/.test(type))
    .map(
      ({ type, participants, date }) =>
        `${type}: ${participants.map(({ state, name }) => (name ? `${state} ${name}` : state)).join(", ")} · ${date.value}`,
    )
}

describe("who meets whom", () => {
  it("is told by a headline that names two persons, whatever else their remarks speak of", () => {
    const text = `Secretary Antony J. Blinken and Polish Foreign Minister Zbigniew Rau Before Their Meeting

Antony J. Blinken, Secretary of State

SECRETARY BLINKEN: Good morning, everyone. It is good to have my friend here again.`
    expect(contactsOf(text)).toContain("meeting: USA Antony Blinken, POL Zbigniew Rau · 2023-05-04")
  })

  it("is told by those who do it together, not by those of whom they speak", () => {
    const text =
      "The foreign ministers of Japan and Norway discussed China's fishing fleet in a phone call, officials in Oslo said."
    const [parties] = contactsOf(text).filter(contact => contact.startsWith("call"))
    expect(parties).toMatch(/JPN/)
    expect(parties).toMatch(/NOR/)
    expect(parties).not.toMatch(/CHN/)
  })

  it("stands in the sentence before, where 'the two' spoke", () => {
    const text =
      "South Korean Foreign Minister Park Jin and U.S. Secretary of State Antony Blinken agreed to work closely on chips. The two spoke by phone on Wednesday. Park also held a telephone conversation with Japanese Foreign Minister Yoshimasa Hayashi on Wednesday."
    const calls = contactsOf(text)
    expect(calls).toContain("call: KOR Park Jin, USA Antony Blinken · 2023-05-03")
    expect(calls).toContain("call: KOR Park Jin, JPN Yoshimasa Hayashi · 2023-05-03")
  })

  it("is not doubled by 'the two sides', who are those named before", () => {
    const text = `Telephone talks of the foreign ministers of Korea and the United States

Foreign Minister Park Jin held telephone talks with U.S. Secretary of State Antony Blinken on the morning of May 3.

The two sides also exchanged views on shipping.`
    expect(contactsOf(text)).toHaveLength(1)
    expect(contactsOf(text)[0]).toMatch(/KOR Park Jin, USA Antony Blinken · 2023-05-03/)
  })

  it("meets on its own day, and not in the years among which it is the first", () => {
    const text =
      "Officials of the United States and Japan met in Oslo on Tuesday for their first such meeting since 2018."
    expect(contactsOf(text).join()).toMatch(/2023-05-02/)
    expect(contactsOf(text).join()).not.toMatch(/2018/)
  })

  it("has the day on which the call was held, and not that of the statement", () => {
    const text =
      "Secretary of State Antony Blinken welcomed the vote in the call with Foreign Minister Park Jin, held Tuesday, spokesperson Matthew Miller said Thursday."
    expect(contactsOf(text).join()).toMatch(/2023-05-02/)
  })
})
