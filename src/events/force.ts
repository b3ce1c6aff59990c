import { eventType } from "./eventType.ts"

export const launch = eventType({
  name: "launch",
  means: "A missile, rocket or satellite is tested or launched, or a nuclear device tested.",
  roles: { source: "who launches", target: "an adversary aimed at, if named" },
  examples: [
    "[North Korea|source] [fired|trigger] two ballistic missiles on Sunday.",
    "[India|source] [launched|trigger] a rocket on Friday.",
  ],
  notThis: ["Estonia launched a campaign against smoking."],
})

export const exercise = eventType({
  name: "exercise",
  means: "Forces exercise or parade.",
  roles: { participants: "whose forces" },
  examples: [
    "[Japan|participant] and [Australia|participant] held a naval [exercise|trigger].",
    "[South Korea|participant] and [the United States|participant] are holding joint military [drills|trigger:ongoing].",
  ],
  notThis: ["Doctors in Rome advise daily exercise."],
})

export const deploy = eventType({
  name: "deploy",
  means: "Forces or weapons are moved or made ready.",
  roles: { source: "whose forces", target: "the adversary, if named" },
  examples: [
    "[Greece|source] [deployed|trigger] warships to the Aegean.",
    "[France|source] [sent|trigger] 300 soldiers to Chad.",
  ],
  notThis: ["The airbag of the car built in Turin did not deploy."],
})

export const attack = eventType({
  name: "attack",
  means: "A violent attack: bombing, shelling, killing, hostage-taking.",
  roles: { source: "who attacks", target: "who is attacked" },
  examples: [
    "[Russia|source] [shelled|trigger] [Ukraine|target].",
    "[The Taliban|source] [killed|trigger] twelve [Afghan|target] soldiers.",
  ],
  notThis: ["The striker from Brazil attacked down the left wing."],
})

export const protest = eventType({
  name: "protest",
  means: "A demonstration, a strike, a boycott.",
  roles: { source: "who protests", target: "against whom" },
  examples: ["Thousands of [Georgians|source] [protested|trigger] in Tbilisi."],
  notThis: ["The protest note was typed in London."],
})
