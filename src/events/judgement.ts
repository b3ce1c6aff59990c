import { Weights } from "./weights.ts"

/**
 * The questions that learned weights answer: which type, who takes part in a symmetric event, who is source and who target of a
 * directed one, how real, on what ground a day, the same event again.
 */
export interface Judgement {
  readonly type: Weights
  readonly choice: Weights
  readonly status: Weights
  readonly ground: Weights
  readonly same: Weights
}

const weights = (name: string) => Weights.read(new URL(`../../data/events/${name}.weights.tsv`, import.meta.url))

/** The judgement that ships, learned by `training/events.ts`. */
export const judgement: Judgement = {
  type: weights("type"),
  choice: weights("choice"),
  status: weights("status"),
  ground: weights("ground"),
  same: weights("same"),
}
