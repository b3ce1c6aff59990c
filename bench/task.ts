/** A bench task: scores what the product does on a data set in its public format. */
export interface Task {
  readonly name: string
  /** One line for the help. */
  readonly means: string
  /** What the paths are, for the help: "GOLD DOCS". */
  readonly usage: string
  /** Scores and, for gains and losses, one raw line per item: a key and what was read there. */
  run(paths: readonly string[]): Promise<Result>
}

export interface Result {
  /** The scores as `design/contract.md` names them; printed whole with `--json`. */
  readonly scores: Readonly<Record<string, unknown>>
  /** For people. */
  readonly summary: string
  /** Item → outcome, compared with the last kept run: the same item with another outcome is a gain or a loss. */
  readonly items?: Readonly<Record<string, { readonly right: boolean; readonly read: string }>>
}
