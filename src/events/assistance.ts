import { eventType } from "./eventType.ts"

export const aid = eventType({
  name: "aid",
  means: "A side gives or announces humanitarian, economic or military aid.",
  roles: { source: "who gives", target: "who receives" },
  examples: [
    "[Japan|source] [provided|trigger] 30 million dollars in food aid to [Yemen|target].",
    "[Poland|source] [sent|trigger] ammunition to [Ukraine|target].",
  ],
  notThis: ["He heard the news with the aid of an interpreter."],
})

export const cooperate = eventType({
  name: "cooperate",
  means: "Sides act together in practice: a joint programme, a joint mission, an exchange of information.",
  roles: { participants: "all who act" },
  examples: ["[Kenya|participant] and [Uganda|participant] are [cooperating|trigger:ongoing] on border security."],
  notThis: ["The Organisation for Economic Co-operation and Development sits in Paris."],
})

export const join = eventType({
  name: "join",
  means: "A state joins or ratifies, opens an embassy or establishes relations.",
  roles: { source: "who joins", target: "what is joined, or with whom" },
  examples: ["[Finland|source] [joined|trigger] [NATO|target]."],
  notThis: ["A thousand runners joined the race in Berlin."],
})
