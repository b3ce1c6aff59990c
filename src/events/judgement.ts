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

const read = new Map<keyof Judgement, Weights>()

function weights(name: keyof Judgement): Weights {
  const known = read.get(name) ?? Weights.read(new URL(`../../data/events/${name}.weights.tsv.zst`, import.meta.url))
  read.set(name, known)
  return known
}

/** The judgement that ships, learned by `training/events.ts`; each answer's weights are read when it is first asked for. */
export const judgement: Judgement = {
  get type() {
    return weights("type")
  },
  get choice() {
    return weights("choice")
  },
  get status() {
    return weights("status")
  },
  get ground() {
    return weights("ground")
  },
  get same() {
    return weights("same")
  },
}
