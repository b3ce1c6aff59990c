import { eventType } from "./eventType.ts"

export const call = eventType({
  name: "call",
  means: "Officials speak by telephone or video.",
  roles: { participants: "everybody on the line" },
  examples: [
    "[President Emmanuel Macron|participant] [spoke|trigger] by telephone with [Chancellor Olaf Scholz|participant] on Tuesday.",
    "[Foreign Minister Park Jin|participant] held a phone [call|trigger] with [Secretary of State Antony Blinken|participant].",
  ],
  notThis: ["France called on Iran to release the two teachers.", "Calls for reform grew louder in Lebanon."],
})

export const meeting = eventType({
  name: "meeting",
  means: "Officials meet in person, two of them or a whole summit.",
  roles: { participants: "everybody who meets" },
  examples: [
    "[Secretary of State Antony Blinken|participant] [met|trigger] with [Foreign Minister Hayashi Yoshimasa|participant] in Tokyo.",
    "[President Moon Jae-in|participant] [will meet|trigger:planned] [Prime Minister Fumio Kishida|participant] next week.",
  ],
  notThis: ["The plan does not meet the needs of refugees."],
})

export const talks = eventType({
  name: "talks",
  means: "Sides consult or negotiate in a form that is not told.",
  roles: { participants: "all sides" },
  examples: [
    "[Iran|participant] and [Saudi Arabia|participant] held [talks|trigger] in Baghdad.",
    "[Talks|trigger] between [Serbia|participant] and [Kosovo|participant] resumed on Monday.",
  ],
  notThis: ["The minister talks too much, a newspaper in Poland wrote."],
})

export const visit = eventType({
  name: "visit",
  means: "An official travels to a state.",
  roles: { source: "who travels", target: "the state visited" },
  examples: [
    "[Prime Minister Narendra Modi|source] [arrived|trigger] in [France|target] on Thursday.",
    "[Secretary of State Antony Blinken|source] [will travel|trigger:planned] to [Japan|target] next week.",
  ],
  notThis: ["Tourists may visit the museum in Vienna again."],
})

export const letter = eventType({
  name: "letter",
  means: "A letter or message is sent.",
  roles: { source: "who writes", target: "to whom" },
  examples: ["[President Xi Jinping|source] sent a [letter|trigger] to [President Joe Biden|target]."],
  notThis: ["They honoured the letter and the spirit of the treaty."],
})
