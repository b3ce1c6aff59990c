import { eventType } from "./eventType.ts"

export const appoint = eventType({
  name: "appoint",
  means: "An office changes hands: appointment, election, oath, resignation, death of a holder.",
  roles: { source: "who appoints or removes", target: "the person" },
  examples: [
    "[President Emmanuel Macron|source] [appointed|trigger] [Élisabeth Borne|target] as prime minister.",
    "[Prime Minister Liz Truss|target] [resigned|trigger] on Thursday.",
  ],
  notThis: ["They met at the appointed hour in Vilnius."],
})
