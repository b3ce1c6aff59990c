import { eventType } from "./eventType.ts"

export const concede = eventType({
  name: "concede",
  means: "A side yields: it apologises, frees a prisoner, lifts a sanction, restores ties.",
  roles: { source: "who yields", target: "to whom" },
  examples: [
    "[Iran|source] [released|trigger] two [British|target] sailors.",
    "[The United States|source] [lifted|trigger] sanctions on [Sudan|target].",
  ],
  notThis: ["The ministry in Oslo released its yearly report."],
})

export const retreat = eventType({
  name: "retreat",
  means: "A ceasefire, a withdrawal of forces, disarmament.",
  roles: { source: "who lays down or withdraws", target: "from whom" },
  examples: [
    "[Russia|source] [withdrew|trigger] its troops from [Georgia|target].",
    "[Ethiopia|source] declared a [ceasefire|trigger] in Tigray.",
  ],
  notThis: ["She withdrew money from a bank in Geneva."],
})
