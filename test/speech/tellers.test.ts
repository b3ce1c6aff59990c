import { describe, expect, test } from "vitest"
import { english } from "../../src/english.ts"
import { tellersOf } from "../../src/model/tellers.ts"

/** Sentences of our own, the word whose tellers are asked for, and who they are, outermost first. */
const TOLD: readonly (readonly [sentence: string, word: string, tellers: string])[] = [
  ["Norway says that Belarus attacked a ship.", "attacked", "NOR"],
  ["Norway accuses Belarus of attacking a ship.", "attacking", "NOR"],
  ["Norway called for the withdrawal of the troops.", "withdrawal", "NOR"],
  ["Belarus calls off talks with Norway.", "talks", ""],
  ["Belarus attacked a ship, according to officials from Norway.", "attacked", "NOR"],
  [
    "The Norwegian foreign ministry reports a drone attack killed two sailors.",
    "killed",
    "NOR:Ministry of Foreign Affairs",
  ],
  ["Ghana President Ada Mensah calls for a withdrawal of the troops.", "withdrawal", "GHA:Ada Mensah"],
  ["A Norwegian diplomat is arrested, accused of attacking a guard.", "attacking", ""],
  ["Belarus attacked a ship, Norway responded with sanctions.", "attacked", ""],
  [
    "Norwegian lawmakers urge Belarusian President Boris Yanka to withdraw troops from Ghana.",
    "withdraw",
    "NOR:Lawmakers",
  ],
  ["Norway called on Belarus to withdraw its forces.", "withdraw", "NOR"],
  ["The Norwegian minister stressed cooperation with Ghana in a call with Boris Yanka.", "call", ""],
  ["Ada Mensah stressed cooperation with Ghana, in talks with Boris Yanka.", "talks", ""],
  ["Norway says that Belarus closed the border in a call with Ghana.", "call", "NOR"],
  ["Norway offers talks, Belarus turns them down.", "turns", ""],
  ["Norway orders preparations for strikes, in response to the attack.", "attack", ""],
  ["Belarus has reopened its embassy, Norway said, and released two sailors.", "released", "NOR"],
  ["The embassy has reopened, Norway said, and Belarus warned that it would arrest its staff.", "arrest", "BLR"],
  ["The army in Minsk, Norway said, had arrested forty sailors.", "arrested", "NOR"],
  ["The troops left; the navy stayed, Norway said.", "left", ""],
  [
    "Belarus attacked a ship, one of its diplomats told the agency on condition of anonymity.",
    "attacked",
    "BLR:diplomats",
  ],
  ["A spokesman for the Norwegian navy, Jan Boreng, said that Belarus attacked a ship.", "attacked", "NOR:Jan Boreng"],
  [
    "Boris Yanka met Ada Mensah. A spokesman for Boris Yanka, Ivan Orlenko, said that rebels attacked a ship.",
    "attacked",
    "-:Ivan Orlenko",
  ],
  ["Belarus attacked a ship, the Norwegian navy's chief, Jan Boreng, told reporters.", "attacked", "NOR:Jan Boreng"],
  [
    "Belarus attacked a ship late on Monday, informed the Norwegian Foreign Ministry.",
    "attacked",
    "NOR:Ministry of Foreign Affairs",
  ],
  ["Belarus attacked a ship, Norway and Ghana said, but the crew was safe.", "attacked", "NOR · GHA"],
  [
    "Jan Boreng, a Norwegian minister, told reporters on a conference call that Belarus attacked a ship.",
    "attacked",
    "NOR:Jan Boreng",
  ],
  ["The Norwegian minister Jan Boreng told reporters he had met Boris Yanka.", "met", "NOR:Jan Boreng"],
  [
    "Belarus attacked a ship, according to a statement on the website of the Norwegian Foreign Ministry.",
    "attacked",
    "NOR:Ministry of Foreign Affairs",
  ],
  ["Belarus attacked a ship, according to a report on Norway.", "attacked", "-:report"],
  ["Belarus attacked a ship, announced a truce and left.", "attacked", ""],
  ["Belarus attacked a ship, Western diplomats said.", "attacked", "-:Western diplomats"],
  ["Norwegian officials said they were pressing Belarus to release a sailor.", "release", "NOR"],
  ["Two Norwegian officials told the agency that the junta had attacked a ship.", "attacked", "NOR"],
  ["A Norwegian defence official said that Belarus attacked a ship.", "attacked", "NOR:Norwegian defence official"],
  ["Norway said sea, air and ground forces had attacked a ship.", "attacked", "NOR"],
  ["Norway said that Belarus attacked a ship, a charge the army rejected.", "attacked", "NOR"],
  ["Norway said that Belarus attacked a ship, a charge the army rejected.", "rejected", ""],
  ["The ship sank, and at least two sailors were killed, according to Norway.", "killed", "NOR"],
  ["The ship sank, and at least two sailors were killed, according to Norway.", "sank", ""],
  ["Norway admitted that it had attacked a ship; the crew was released.", "released", ""],
  ["Norway called off three exercises.", "exercises", ""],
  ["Norway invited Ghana to join the patrol, during a visit to Accra.", "visit", ""],
  ["Belarus attacked a ship, according to the rights group Alta Watch.", "attacked", "-:Alta Watch"],
  ["Norwegian officials Monday said that Belarus attacked a ship.", "attacked", "NOR"],
  ["Also on Monday, Norway announced the release of a sailor.", "release", "NOR"],
]

describe("who tells", () => {
  test.each(TOLD)("%s (%s) %s", (text, word, tellers) => {
    const page = english.read({ id: "told", text })
    const token = page.tokens.find(t => t.norm === word)!
    const told = tellersOf(page.quotations, token, { doers: [], made: "deed" })
    expect(told.map(({ value }) => (value.name ? `${value.state}:${value.name}` : value.state)).join(" · ")).toBe(
      tellers,
    )
  })

  test("those who agree tell no deed of their own", () => {
    const page = english.read({ id: "own", text: "Norway and Ghana agreed to a ceasefire." })
    const ceasefire = page.tokens.find(t => t.norm === "ceasefire")!
    const doers = [{ state: "NOR" }, { state: "GHA" }, { state: "TGO" }]
    expect(tellersOf(page.quotations, ceasefire, { doers, made: "deed" })).toEqual([])
  })

  test("is told by all who sign below it", () => {
    const text =
      "Statement on Newspapers in Chad\n\nThe undersigned are alarmed. We ask for their release.\n\n" +
      "Signed by the Governments of Norway, Iceland, and Ghana."
    const signed = english.read({ id: "below", text }).quotations.find(({ form }) => form === "attributable")
    expect(signed?.source.map(({ value }) => value.state)).toEqual(["NOR", "ISL", "GHA"])
    expect(text.slice(signed?.from, signed?.to)).toContain("The undersigned are alarmed.")
  })

  test("what signatories met for signs nothing", () => {
    const text =
      "Joint Statement on Fishing\n\n" +
      "The text of the following statement was released by the Governments of Norway, Iceland, and Ghana, which met today to discuss " +
      "the storms in Belarus.\n\nThe fleets stay in port."
    const signed = english.read({ id: "signed", text }).quotations.find(({ form }) => form === "attributable")
    expect(signed?.source.map(({ value }) => value.state)).toEqual(["NOR", "ISL", "GHA"])
  })

  test("an outlet's own people sign nothing in a broadcast, its guests in office do", () => {
    const text =
      "Evening bulletin\n\nANCHOR: Belarus attacked a ship. Our correspondent Ida Holm is in Oslo.\n\n" +
      "HOLM: The sailors drowned this morning. The Norwegian president, Åsa Lind, spoke to us.\n\n" +
      "LIND (voice of interpreter): They arrested our crew.\n"
    const page = english.read({ id: "bulletin", text })
    const teller = (word: string) =>
      tellersOf(page.quotations, page.tokens.find(t => t.norm === word)!, { doers: [], made: "deed" }).map(
        ({ value }) => value.name,
      )
    expect(["attacked", "drowned", "arrested"].map(teller)).toEqual([[], [], ["Åsa Lind"]])
  })

  test("the kind of a wire's report signs nothing", () => {
    const { quotations } = english.read({ id: "slug", text: "URGENT: Belarus attacks ship\n\nA ship sank on Monday." })
    expect(quotations).toEqual([])
  })

  test("in a briefing in turns another department is no second voice of the spokesperson", () => {
    const text =
      "MR PRICE: Norway freed a sailor.\n\nQUESTION: The Treasury Department announced sanctions?\n\n" +
      "MR PRICE: The Department of the Treasury announced that today. I said that Belarus attacked a ship. Ned Price, Department Spokesperson, thanks you."
    const page = english.read({ id: "briefing", text })
    const attacked = page.tokens.find(t => t.norm === "attacked")!
    const told = tellersOf(page.quotations, attacked, { doers: [], made: "deed" })
    expect(told.map(({ value }) => value.name)).toEqual(["Ned Price"])
  })

  test("what the document says itself in a clause of its own is told by nobody", () => {
    const told =
      "The Norwegian army said that Belarusian jets attacked the trawler Alta on Thursday, killing two sailors.\n"
    const own = "\nThe jets attacked the trawler when it left the port.\n"
    const tellers = (text: string) =>
      english
        .read({ id: "asserted", text })
        .events.find(e => e.mentions[0].from > 25)
        ?.saidBy.map(s => s.value.name)
    expect(tellers(`Norwegian ship attacked\n\n${told}`)).toEqual(["Army"])
    expect(tellers(`Norwegian ship attacked\n\n${told}${own}`)).toEqual([])
  })

  test("words below a line that names their speaker are told by whom it names, up to where it is spoken of again", () => {
    const head = "Norway on the attack\n\nThe Norwegian Prime Minister, Ida Holm, said:\n\n"
    const told = (text: string) =>
      english.read({ id: "block", text: head + text }).quotations.map(q => (head + text).slice(q.from, q.to).trim())
    expect(told("A ship was attacked.\n\nWe wait.\n\nNotes to editors\n\nThe port lies in the north.")).toEqual([
      "A ship was attacked.\n\nWe wait.",
    ])
    expect(told("A ship was attacked.\n\nIda Holm travels to Ghana.")).toEqual(["A ship was attacked."])
    expect(told("“A ship was attacked.\n“We wait.”\nThe port lies in the north.")).toEqual([
      "“A ship was attacked.\n“We wait.”",
    ])
  })

  test("a quotation goes on behind its cue", () => {
    const text =
      'Norwegian Prime Minister Ida Holm spoke in Oslo. "We must not wait," Holm said. "They attacked a ship."'
    const page = english.read({ id: "parted", text })
    const attacked = page.tokens.find(t => t.norm === "attacked")!
    expect(tellersOf(page.quotations, attacked, { doers: [], made: "deed" })[0]?.value.name).toBe("Ida Holm")
    expect(tellersOf(page.quotations, attacked, { doers: [], made: "words" })).toEqual([])
  })

  test("a document may begin with a comma and a verb of saying", () => {
    expect(english.read({ id: "cut", text: ", said Norway." }).quotations).toEqual([])
  })
})
