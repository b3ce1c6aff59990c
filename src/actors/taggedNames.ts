import type { Page, Text } from "./page.ts"
import { BARE, type Phrase } from "./phrase.ts"

/**
 * The phrases of a document, with the persons and organisations that the names layer saw and no phrase holds.
 * @param things pieces of words that are known to stand for nobody
 */
export function withTaggedNames(
  phrases: readonly Phrase[],
  things: ReadonlySet<number>,
  { names, tokens }: Text,
  { pieces }: Page,
): readonly Phrase[] {
  if (!names.length) return phrases
  const held = new Map<number, Phrase>()
  for (const phrase of phrases)
    for (let piece = phrase.from; piece < phrase.to; piece++) if (!held.has(piece)) held.set(piece, phrase)
  const unclear = new Map<Phrase, Phrase>()
  const added: Phrase[] = []
  let piece = 0
  for (const name of names) {
    while (piece < pieces.length && tokens[pieces[piece]!.token]!.from < name.from) piece++
    let to = piece
    while (to < pieces.length && tokens[pieces[to]!.token]!.to <= name.to) to++
    if (to === piece || (name.kind !== "PER" && name.kind !== "ORG")) continue
    // A tagger takes "unity" or "aid workers" for a name now and then; a name has a capital.
    if (pieces.slice(piece, to).every(({ written }) => written === "lower")) continue
    if (name.kind === "ORG" && (pieces[piece]!.written === "lower" || pieces[to - 1]!.written === "lower")) continue
    if (things.has(piece)) continue
    const holding = new Set(pieces.slice(piece, to).flatMap((_, i) => held.get(piece + i) ?? []))
    if (holding.size) {
      // What looked like a name may be an organisation, if it turns out to be nobody's.
      const [only] = holding
      if (holding.size === 1 && only && name.kind === "ORG" && isBareName(only))
        unclear.set(only, { ...only, unknown: "organisation" })
      continue
    }
    const before = held.get(piece - 1)
    const owners =
      before?.namings.length && before.to === piece
        ? [{ from: before.from, to: before.to, namings: before.namings }]
        : []
    const bare = { ...BARE, from: piece, to, head: to - 1, owners }
    added.push(name.kind === "PER" ? { ...bare, names: [{ from: piece, to }] } : { ...bare, unknown: "organisation" })
  }
  return [...phrases.map(phrase => unclear.get(phrase) ?? phrase), ...added].sort(
    (a, b) => a.from - b.from || b.to - a.to,
  )
}

const isBareName = ({ names, titles, owners, someone }: Phrase) =>
  names.length === 1 && !titles.length && !owners.length && !someone
