import type { Span } from "../model/document.ts"

/** A stretch of text over which the same marks lie. */
export interface Segment<Mark extends Span> extends Span {
  readonly marks: readonly Mark[]
}

/**
 * Cuts a text of `length` UTF-16 code units where marks begin and end, so that overlapping marks can be drawn without nesting.
 * The segments are in order, without gaps, and together are the whole text. Marks are listed longest first; parts of a mark
 * outside of the text are left out.
 */
export function segments<Mark extends Span>(length: number, marks: readonly Mark[]): readonly Segment<Mark>[] {
  const inside = marks
    .map(mark => ({ mark, from: Math.max(0, mark.from), to: Math.min(length, mark.to) }))
    .filter(({ from, to }) => from < to)
  const starts = Map.groupBy(inside, m => m.from)
  const cuts = [...new Set([0, length, ...inside.flatMap(m => [m.from, m.to])])].sort((a, b) => a - b)
  const found: Segment<Mark>[] = []
  let open: typeof inside = []
  for (const [i, from] of cuts.slice(0, -1).entries()) {
    open = [...open.filter(m => m.to > from), ...(starts.get(from) ?? [])]
    open.sort((a, b) => b.to - b.from - (a.to - a.from))
    found.push({ from, to: cuts[i + 1]!, marks: open.map(m => m.mark) })
  }
  return found
}
