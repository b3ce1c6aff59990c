import { eventType } from "./eventType.ts"

export const reject = eventType({
  name: "reject",
  means: "A side refuses, rules out, dismisses or denies.",
  roles: { source: "who refuses", target: "whom" },
  examples: [
    "[Iran|source] [rejected|trigger] [Israel|target]'s accusation.",
    "[Russia|source] [denied|trigger] any role in the affair.",
  ],
  notThis: ["The king ruled Norway for decades."],
})

export const threaten = eventType({
  name: "threaten",
  means: "A side threatens, or warns of consequences.",
  roles: { source: "who threatens", target: "whom" },
  examples: [
    "[North Korea|source] [warned|trigger] [the United States|target] of grave consequences.",
    "[Turkey|source] [threatened|trigger] to expel ambassadors.",
  ],
  notThis: ["Heavy rain threatens the harvest in Kenya."],
})
