import { Pipeline } from "./model/stage.ts"

/** How English reports are read, in order. */
export const english = Pipeline.empty
