import { eventType } from "./eventType.ts"

export const condemn = eventType({
  name: "condemn",
  means: "A side condemns, denounces or criticises another or its deed.",
  roles: { source: "who condemns", target: "whose deed it is" },
  examples: [
    "[France|source] [condemned|trigger] [Russia|target]'s annexation of Crimea.",
    "[President Moon Jae-in|source] strongly [denounced|trigger] [North Korea|target]'s missile launches.",
  ],
  notThis: ["The pilot of the Norwegian airline is in critical condition."],
})

export const accuse = eventType({
  name: "accuse",
  means: "A side alleges a wrong: a violation, an abuse, a lie, a plot.",
  roles: { source: "who alleges", target: "who is said to have done it" },
  examples: [
    "[Pakistan|source] [accused|trigger] [India|target] of violating its airspace.",
    "[Serbia|source] [accuses|trigger] [Kosovo|target] of lying.",
  ],
  notThis: ["Passengers to Malta are charged ten euros."],
})

export const concern = eventType({
  name: "concern",
  means: "A side expresses concern or regret.",
  roles: { source: "who is concerned", target: "who gives cause" },
  examples: [
    "[Japan|source] [expressed|trigger] concern about [China|target]'s patrols.",
    "[The United Nations|source] voiced deep [concern|trigger] over arrests in [Mali|target].",
  ],
  notThis: ["The chapter concerns the history of Peru."],
})
