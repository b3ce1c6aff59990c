/** A line of a file, counted from 1, without its line end. */
export interface Line {
  readonly number: number
  readonly text: string
}

/** The lines of a text that arrives in pieces, each as soon as it is whole. */
export async function* lines(pieces: AsyncIterable<string>): AsyncIterable<Line> {
  let rest = ""
  let number = 0
  for await (const piece of pieces) {
    let from = 0
    for (let at = piece.indexOf("\n"); at >= 0; at = piece.indexOf("\n", from)) {
      yield { number: ++number, text: rest + piece.slice(from, at) }
      rest = ""
      from = at + 1
    }
    rest += piece.slice(from)
  }
  if (rest) yield { number: ++number, text: rest }
}
