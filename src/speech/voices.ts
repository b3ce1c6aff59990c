import type { Cited } from "../model/document.ts"
import type { Actor, Quotation } from "../model/layers.ts"
import { sameActor } from "../model/tellers.ts"

const SPOKESPERSON = /\bspokes(?:person|man|woman)\b/i

/** Papers that speak for who put them out. */
const PAPER = /^(?:the )?(?:(?:press|news|joint) )?(?:release|statement|readout|communiqu[eé])$/i

/**
 * One voice under several names: a department, its spokesperson and its press release.
 * Where a document lets a department and exactly one spokesperson of its state speak, what the department or a paper
 * says is said through the spokesperson, and what the spokesperson says is said for the department.
 */
export function voices(quotations: readonly Quotation[]): Quotation[] {
  const tellers = quotations.flatMap(q => q.source)
  const spokespersons = unique(
    tellers.filter(t => SPOKESPERSON.test(t.value.office ?? "") && t.value.name !== t.value.office),
  )
  const [spokesperson, ...others] = spokespersons
  if (!spokesperson || others.length > 0 || speaksPage(quotations, spokesperson))
    return quotations.filter(q => !isPaper(q))
  const offices = unique(
    tellers.filter(
      t =>
        t.value.name &&
        !t.value.office &&
        t.value.state === spokesperson.value.state &&
        /\b(?:department|ministry|office|house)\b/i.test(t.value.name),
    ),
  )
  const office = offices.length === 1 ? offices[0] : undefined
  const isOffice = (q: Quotation) => office && q.source.length === 1 && sameActor(q.source[0]!.value, office.value)
  const through = (q: Quotation, teller: Cited<Actor>): Quotation => ({
    ...q,
    source: [
      {
        ...teller,
        evidence: [q.cue, ...teller.evidence],
        certainty: "implied",
        reason: "one voice: department and its spokesperson",
      },
    ],
  })
  return quotations.flatMap(q => {
    if (q.source.length !== 1) return [q]
    if (isPaper(q)) return [...(office ? [through(q, office)] : []), through(q, spokesperson)]
    if (isOffice(q)) return [q, through(q, spokesperson)]
    if (office && q.form !== "attributable" && sameActor(q.source[0]!.value, spokesperson.value))
      return [through(q, office), q]
    return [q]
  })
}

/** A briefing in turns is the spokesperson's own word; other departments that are heard in it are further voices. */
const speaksPage = (quotations: readonly Quotation[], { value }: Cited<Actor>) =>
  quotations.filter(q => q.form === "attributable" && q.source.some(s => sameActor(s.value, value))).length > 1

const isPaper = (q: Quotation) =>
  q.source.length === 1 && q.source[0]!.value.state === "-" && PAPER.test(q.source[0]!.value.name ?? "")

function unique(list: readonly Cited<Actor>[]): Cited<Actor>[] {
  return list.filter((x, i) => list.findIndex(y => sameActor(x.value, y.value)) === i)
}
