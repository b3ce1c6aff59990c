import { eventType } from "./eventType.ts"

export const expressSupport = eventType({
  name: "express-support",
  means: "A side backs another, or a principle or policy: it supports, stands with, underscores the importance of.",
  roles: { source: "who backs", target: "who or whose cause is backed" },
  examples: [
    "[Canada|source] [stands|trigger] with [Lithuania|target].",
    "[Poland|source] [backed|trigger] [Ukraine|target]'s bid for membership.",
    "[President Joe Biden|source] [reaffirmed|trigger] unwavering support for [Ukraine|target]'s sovereignty.",
  ],
  notThis: ["The bridge at the border is supported by twelve steel pillars."],
})

export const praise = eventType({
  name: "praise",
  means: "A side thanks, welcomes, commends, congratulates or condoles.",
  roles: { source: "who praises", target: "who is praised or comforted" },
  examples: [
    "[Secretary of State Antony Blinken|source] [thanked|trigger] [Qatar|target] for its help.",
    "[Germany|source] [congratulated|trigger] [President Alexander Stubb|target] on his election.",
  ],
  notThis: ["Thanks to heavy rain, the harvest in Morocco was good."],
})
