import { copied } from "../model/document.ts"
import type { Token } from "../model/layers.ts"
import { nameKey } from "./nameKey.ts"

/**
 * A word as names are compared: hyphens cut it, so that "Eui-yong", "Eui yong" and "U.S.-ROK" are the same pieces
 * however a tokenizer cuts them. Marks are pieces too, with an empty key.
 */
export interface Piece {
  /** Small letters without accents and stops: "us" for "U.S."; "" for a mark. */
  readonly key: string
  /** Index in `doc.tokens`. */
  readonly token: number
  /** How the word is written: "Upper", "CAPS" (two letters or more), or "lower" (also numbers and marks). */
  readonly written: "Upper" | "CAPS" | "lower"
  /** The mark itself, for pieces without key. */
  readonly mark: string
}

interface Cut {
  readonly key: string
  readonly written: Piece["written"]
  readonly mark: string
}

const cuts = new Map<string, readonly Cut[]>()
/** Words repeat; but a stream of endless new ones must not fill the memory. */
const MOST_CUTS = 10_000

function cut(norm: string): readonly Cut[] {
  let known = cuts.get(norm)
  if (!known) {
    known = /[\p{L}\p{N}]/u.test(norm)
      ? norm
          .split(/[-‐‑–/]/u)
          // "Eui-yong" is one word to the tokenizer, so its second half is as much a name as its first.
          .map(
            part =>
              ({
                key: nameKey(part).replaceAll(" ", ""),
                written: writtenAs(norm) === "lower" ? "lower" : writtenAs(part) === "CAPS" ? "CAPS" : "Upper",
                mark: "",
              }) as const,
          )
          .filter(part => part.key !== "")
      : [{ key: "", written: "lower", mark: copied(norm) }]
    if (norm === "'s" || norm === "’s") known = [{ key: "", written: "lower", mark: "'s" }]
    if (cuts.size >= MOST_CUTS) cuts.clear()
    cuts.set(copied(norm), known)
  }
  return known
}

function writtenAs(word: string): Piece["written"] {
  if (!/^\p{Lu}/u.test(word)) return "lower"
  return /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}\P{Ll}*$/u.test(word) ? "CAPS" : "Upper"
}

/** The pieces of a document's tokens, in order; a hyphen that joins words is left out, a dash is a mark. */
export function piecesOf(tokens: readonly Token[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (const token of tokens)
    for (const { key, written, mark } of cut(token.norm)) {
      const joins =
        mark === "-" && (tokens[token.index - 1]?.to === token.from || tokens[token.index + 1]?.from === token.to)
      if (!joins) pieces.push({ key, token: token.index, written, mark })
    }
  return pieces
}
