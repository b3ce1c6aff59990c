import type { Claim } from "../model/claim.ts"
import type { Document } from "../model/document.ts"
import { gatherAround, type LinkShelf, linkClaims, linkDocument, type StoryShelf } from "./linker.ts"

/** How claims become events, in the way the record asks for it. */
export const linking = {
  async join(shelf: LinkShelf & StoryShelf, doc: Document, claims: readonly Claim[]): Promise<void> {
    await linkDocument(shelf, doc)
    await linkClaims(shelf, claims)
  },
  async part(shelf: LinkShelf, left: readonly string[]): Promise<void> {
    await gatherAround(shelf, left)
  },
}
