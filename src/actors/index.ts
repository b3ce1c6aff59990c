/** The room's public face: the stage, and what is known of states, bodies, offices and persons. */
export { actorsFrom } from "./actors.ts"
export { ActorsFileError } from "./actorsFile.ts"
export { checkActors, type Finding } from "./check.ts"
export type { Naming, Office, Person, Tenure } from "./facts.ts"
export { Knowledge, loadKnowledge } from "./knowledge.ts"
export { nameKey } from "./nameKey.ts"
