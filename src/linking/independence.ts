import type { Claim } from "../model/claim.ts"
import { plainName } from "./offices.ts"
import type { Told } from "./perspective.ts"

/** Claims that go back to one source: one text, one release, one spokesperson. */
export interface Source {
  /** What they go back to, in words. */
  readonly name: string
  readonly docs: readonly string[]
}

/**
 * The independent sources behind an event. Copies and retellings of one text count once, and so do reports that name the same teller:
 * five attributions to one department, in however many papers, are one source.
 */
export function sourcesOf(
  claims: readonly Claim[],
  docs: ReadonlyMap<string, Told>,
  oneStory: (a: string, b: string) => boolean,
): readonly Source[] {
  const roots = new Map<string, string>()
  const root = (name: string): string => {
    const up = roots.get(name)
    return up === undefined || up === name ? name : root(up)
  }
  const join = (a: string, b: string) => roots.set(root(a), root(b))
  const ids = [...new Set(claims.map(claim => claim.doc))].sort()
  for (const claim of claims)
    for (const teller of origins(claim, docs.get(claim.doc))) join(`doc ${claim.doc}`, `teller ${teller}`)
  for (const [at, a] of ids.entries())
    for (const b of ids.slice(at + 1)) if (oneStory(a, b)) join(`doc ${a}`, `doc ${b}`)
  return [...Map.groupBy(ids, id => root(`doc ${id}`)).values()].map(together => {
    const first = claims.find(claim => claim.doc === together[0])!
    const teller = claims
      .filter(claim => together.includes(claim.doc))
      .flatMap(claim => claim.saidBy.map(s => s.name ?? s.state))
    return { name: teller[0] ?? docs.get(first.doc)?.outlet ?? first.doc, docs: together }
  })
}

/** Who stands at the start of a telling: everybody it is said by, and the outlet where the document tells it on its own authority. */
function origins({ saidBy }: Claim, doc: Told | undefined): readonly string[] {
  const tellers = saidBy.map(({ state, name }) => plainName(`${state} ${name ?? ""}`))
  const outlet = doc?.outlet ? [`outlet ${plainName(doc.outlet)}`] : []
  return tellers.length ? tellers : outlet
}
