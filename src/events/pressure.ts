import { eventType } from "./eventType.ts"

export const sanction = eventType({
  name: "sanction",
  means: "A side imposes sanctions, designations, visa bans or export bans.",
  roles: { source: "who imposes", target: "upon whom" },
  examples: [
    "[The United States|source] [imposed|trigger] sanctions on [Myanmar|target].",
    "[The European Union|source] [blacklisted|trigger] four officials of [Belarus|target].",
  ],
  notThis: ["Parliament in Athens gave its sanction to the budget."],
})

export const downgrade = eventType({
  name: "downgrade",
  means: "Relations are cut back: envoys expelled, recalled or summoned, ties severed, an agreement suspended.",
  roles: { source: "who cuts back", target: "whose ties or envoys they are" },
  examples: [
    "[Poland|source] [expelled|trigger] three [Russian|target] diplomats.",
    "[Morocco|source] [severed|trigger] diplomatic relations with [Iran|target].",
  ],
  notThis: ["The pupil was expelled from a school in Dublin."],
})

export const coerce = eventType({
  name: "coerce",
  means: "Force short of attack: arrest, detention, seizure, blockade, raid, cyber-attack, veto, coup.",
  roles: { source: "who forces", target: "whom" },
  examples: [
    "[Turkey|source] [arrested|trigger] two [German|target] journalists.",
    "[Iran|source] [seized|trigger] a [South Korean|target] tanker.",
  ],
  notThis: ["The speech in Madrid arrested everyone's attention."],
})
