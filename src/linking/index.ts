import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import type { EventType } from "../model/event.ts"
import { familyOf } from "./families.ts"
import { gatherAround, type LinkShelf, linkClaims, linkDocument, type StoryShelf } from "./linker.ts"
import { judge } from "./sameEvent.ts"

/** How claims become events, in the way the record asks for it. */
export const linking = {
  async join(shelf: LinkShelf & StoryShelf, doc: Document, claims: readonly Claim[]): Promise<void> {
    await linkDocument(shelf, doc)
    await linkClaims(shelf, claims)
  },
  async part(shelf: LinkShelf, left: readonly string[]): Promise<void> {
    await gatherAround(shelf, left)
  },
  alike: (type: EventType): readonly EventType[] => familyOf(type).types,
  /** Events of one kind resemble each other if most of the states that act are the same: then it is worth saying why they are not one. */
  resemblance(a: Claim, b: Claim) {
    const states = (claim: Claim) =>
      new Set([...claim.participants, ...claim.source, ...claim.target].map(actor => actor.state))
    const [ours, theirs] = [states(a), states(b)]
    if (ours.intersection(theirs).size < Math.min(2, ours.size, theirs.size)) return undefined
    const { verdict, reasons } = judge(a, b)
    return verdict === "same" ? undefined : { verdict, reasons }
  },
}
