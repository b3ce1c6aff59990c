import type { Span } from "../model/document.ts"

/** A stretch of the text and where it stood in the raw file, both in UTF-16 code units. */
interface Piece {
  readonly at: Span
  readonly raw: Span
}

/**
 * Writes a document's text and, as it goes, where each piece stood in the raw file,
 * so that a span can be shown on the page it came from.
 */
export class TextBuilder {
  private readonly written: string[] = []
  private readonly pieces: Piece[] = []
  private length = 0

  get text(): string {
    return this.written.join("")
  }

  /** Adds words that stand at `raw` in the file; without it, a break that the page does not spell out. */
  add(words: string, raw?: Span): void {
    if (!words) return
    const at = { from: this.length, to: this.length + words.length }
    this.written.push(words)
    this.length = at.to
    if (!raw) return
    const last = this.pieces.at(-1)
    const exact = (p: Piece) => p.at.to - p.at.from === p.raw.to - p.raw.from
    const piece = { at, raw }
    if (last && last.at.to === at.from && last.raw.to === raw.from && exact(last) && exact(piece))
      this.pieces[this.pieces.length - 1] = {
        at: { from: last.at.from, to: at.to },
        raw: { from: last.raw.from, to: raw.to },
      }
    else this.pieces.push(piece)
  }

  /** Where `span` of the text stands in the raw file; `null` where it holds only breaks. */
  rawSpan(span: Span): Span | null {
    // The first piece that ends after the span begins, found by halving.
    let low = 0
    let high = this.pieces.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.pieces[middle]!.at.to <= span.from) low = middle + 1
      else high = middle
    }
    let start: number | undefined
    let end = 0
    for (let i = low; i < this.pieces.length && this.pieces[i]!.at.from < span.to; i++) {
      const { at, raw } = this.pieces[i]!
      // Offsets carry over one for one, except into an entity such as `&amp;`, which is taken whole.
      const exact = at.to - at.from === raw.to - raw.from
      const from = exact ? raw.from + Math.max(0, span.from - at.from) : raw.from
      const to = exact ? raw.to - Math.max(0, at.to - span.to) : raw.to
      start ??= from
      end = to
    }
    return start === undefined ? null : { from: start, to: end }
  }
}
