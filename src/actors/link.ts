import type { Span } from "../model/document.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import type { Appearance } from "./scene.ts"

/** Whom a phrase stands for, and why. */
export interface Link {
  readonly actors: readonly Actor[]
  readonly kind: ActorMention["kind"]
  readonly form: ActorMention["form"]
  /** In words a reader can check; empty where the words say it outright. */
  readonly reason: string
  readonly stated: boolean
  readonly candidates?: readonly Actor[]
  readonly antecedent?: Span | undefined
  readonly gender?: "f" | "m" | undefined
}

/** The words of an earlier mention. */
export const wordsOf = ({ mention }: Appearance): Span => ({ from: mention.from, to: mention.to })

/** Whoever an earlier mention stands for, meant again by other words. */
export const pointedBack = (seen: Appearance, reason: string, form: Link["form"] = "nominal"): Link => ({
  actors: seen.mention.actors,
  kind: seen.mention.kind,
  form,
  reason,
  stated: false,
  antecedent: wordsOf(seen),
})
