import { Weights } from "../network/weights.ts"
import { Impressions } from "./impressions.ts"
import { Network } from "./network.ts"

/**
 * The questions that learned weights answer: which type, who takes part in a symmetric event, who is source and who target of a
 * directed one, and what the other events of a page add to that, how real, on what ground a day, who tells it, the same event again; and what a network makes of whole sentences.
 */
export interface Judgement {
  readonly type: Network
  readonly choice: Weights
  readonly thread: Weights
  readonly status: Weights
  readonly ground: Weights
  readonly teller: Weights
  readonly same: Weights
  readonly impressions: Impressions
}

/** Where the answer to a question is kept: impressions and types are networks, the others are linear. */
export const fileOf = (name: keyof Judgement): URL =>
  new URL(`../../data/events/${name}.${ENDINGS[name as keyof typeof ENDINGS] ?? "weights.tsv.zst"}`, import.meta.url)

const ENDINGS = { impressions: "weights", type: "network.tsv.zst" } as const

/** What `read` gives, read when it is first asked for. */
export function once<T>(read: () => T): () => T {
  let known: T | undefined
  return () => {
    known ??= read()
    return known
  }
}

const weights = (name: Exclude<keyof Judgement, "type" | "impressions">) => once(() => Weights.read(fileOf(name)))
const shipped = {
  type: once(() => Network.read(fileOf("type"))),
  choice: weights("choice"),
  thread: weights("thread"),
  status: weights("status"),
  ground: weights("ground"),
  teller: weights("teller"),
  same: weights("same"),
  impressions: once(() => Impressions.read(fileOf("impressions"))),
}

/** The judgement that ships, learned by `training/events.ts`; each answer's weights are read when it is first asked for. */
export const judgement: Judgement = {
  get type() {
    return shipped.type()
  },
  get choice() {
    return shipped.choice()
  },
  get thread() {
    return shipped.thread()
  },
  get status() {
    return shipped.status()
  },
  get ground() {
    return shipped.ground()
  },
  get teller() {
    return shipped.teller()
  },
  get same() {
    return shipped.same()
  },
  get impressions() {
    return shipped.impressions()
  },
}
