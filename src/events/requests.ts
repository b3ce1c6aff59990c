import { eventType } from "./eventType.ts"

export const urge = eventType({
  name: "urge",
  means: "A side calls on another to do something, or demands it.",
  roles: { source: "who asks", target: "who should act" },
  examples: [
    "[Norway|source] [urged|trigger] [Sudan|target] to let aid workers in.",
    "[The European Union|source] [called|trigger] on [Belarus|target] to release the prisoners.",
  ],
  notThis: ["He felt the urge to travel to Spain."],
})

export const offer = eventType({
  name: "offer",
  means: "A side offers dialogue, mediation or help, or says that it is open to it.",
  roles: { source: "who offers", target: "to whom" },
  examples: [
    "[Turkey|source] [offered|trigger] to mediate between Russia and Ukraine.",
    "[Egypt|source] [invited|trigger] [Prime Minister Naftali Bennett|target] to Cairo.",
  ],
  notThis: ["The coast of Croatia offers fine views."],
})
