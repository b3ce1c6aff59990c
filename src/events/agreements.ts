import { eventType } from "./eventType.ts"

export const agree = eventType({
  name: "agree",
  means: "Sides agree, or jointly promise, to do something.",
  roles: { participants: "all who agree" },
  examples: [
    "[Greece|participant] and [Turkey|participant] [agreed|trigger] to reopen the crossing.",
    "[Armenia|participant] and [Azerbaijan|participant] reached an [agreement|trigger] on prisoners.",
  ],
  notThis: ["Observers in Italy agree that the summer was hot."],
})

export const pledge = eventType({
  name: "pledge",
  means: "One side commits itself to do something.",
  roles: { source: "who promises", target: "to whom" },
  examples: [
    "[Denmark|source] [pledged|trigger] to double its contribution.",
    "[Prime Minister Fumio Kishida|source] [promised|trigger] to cut emissions.",
  ],
  notThis: ["Pupils in Ohio recite the pledge every morning."],
})

export const sign = eventType({
  name: "sign",
  means: "Governments sign a treaty, memorandum or contract.",
  roles: { participants: "all who sign" },
  examples: ["[Finland|participant] and [Norway|participant] [signed|trigger] a memorandum on energy."],
  notThis: ["There is no sign of snow in Moscow."],
})

export const adopt = eventType({
  name: "adopt",
  means: "A body adopts a resolution, a law or a declaration.",
  roles: { source: "the body", target: "whom it is aimed at" },
  examples: [
    "[The UN Security Council|source] [adopted|trigger] a resolution on Haiti.",
    "[The European Parliament|source] [passed|trigger] a law on data.",
  ],
  notThis: ["The couple from Sweden adopted a child."],
})
