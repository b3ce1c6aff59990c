import type { Claim, Link } from "../model/claim.ts"
import { candidateKeys } from "./candidates.ts"
import { gather } from "./gather.ts"
import { judge, type Setting } from "./sameEvent.ts"

/** How claims become events, as the record asks for it. */
export const gathering = {
  keys: candidateKeys,
  judge,
  /** Divides claims, tied together by links, into events; neither order matters, save that a person's later judgement stands above an earlier. */
  groups(
    claims: readonly Claim[],
    links: readonly Link[],
    oneStory: Setting["oneStory"] | ((a: string, b: string) => boolean) = false,
  ) {
    const known = new Map(claims.map(claim => [claim.id, claim]))
    const together = (a: Claim, b: Claim) => (typeof oneStory === "function" ? oneStory(a.doc, b.doc) : oneStory)
    const scored = links.flatMap(link => {
      const [a, b] = [known.get(link.a), known.get(link.b)]
      return a && b ? [{ ...link, score: judge(a, b, { oneStory: together(a, b) }).score }] : []
    })
    return gather([...known.keys()], scored).map(event => event.claims.map(id => known.get(id)!))
  },
}
