import type { EventType } from "../model/event.ts"

/** One kind of event: what it is, who plays which part, and sentences of our own that show where it begins and ends. */
export interface EventTypeEntry {
  readonly name: EventType
  /** One sentence for readers of the manual. */
  readonly means: string
  /** Who stands in each role: `source` and `target`, or `participants` where all sides are equal. */
  readonly roles: Readonly<Partial<Record<"source" | "target" | "participants", string>>>
  /**
   * Sentences that tell such an event, with marks: "[France|source] [condemned|trigger] [Russia|target]'s raid." The trigger of an
   * event that did not simply happen carries its status: "[will meet|trigger:planned]".
   */
  readonly examples: readonly [string, ...string[]]
  /** Near misses: sentences with the same words that tell no such event. */
  readonly notThis: readonly string[]
}

/** Writes an event type down. Its frames stand in data/events/frames.tsv, its codes in data/events/codes.tsv. */
export const eventType = (entry: EventTypeEntry): EventTypeEntry => entry
