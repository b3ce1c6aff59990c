import type { Title } from "./lexicon.ts"
import type { Line } from "./line.ts"
import { EVERYDAY, nameAt } from "./nameWords.ts"

/** Callings whose plural means the government they speak for. */
const STANDING_FOR = new Set(["representative", "delegate", "negotiator", "envoy", "special-envoy", "diplomat"])

/** The title whose words start at a piece; two where they share a noun. */
export function titleAt(
  line: Line,
  at: number,
): { readonly to: number; readonly title: Title; readonly also?: Title } | undefined {
  const shared = sharedTitle(line, at)
  if (shared) return shared
  const found = line.find(at)
  const titles = found?.entries.flatMap(entry => (entry.is === "title" ? [entry] : [])) ?? []
  if (!found || !titles.length) return undefined
  const title = titles[0]!
  // Representatives of a state speak for it; a representative is somebody.
  if (title.plural && STANDING_FOR.has(title.role) && found.entries.some(entry => entry.is === "group"))
    return undefined
  if (found.to === at + 1 && !line.upper(at)) {
    const upos = line.upos(at)
    // An official visit, but: official John Doe
    const name = upos === "ADJ" ? nameAt(line, at + 1) : undefined
    const isAdjective = (upos === "ADJ" || line.qualifies(at)) && !(name && name.to - name.from > 1)
    if (upos === "VERB" || upos === "ADV" || isAdjective) return undefined
    if (EVERYDAY.has(line.key(at)) && !nameAt(line, at + 1) && upos === "X") return undefined
  }
  const second = found.to === at + 1 && SECONDS.has(line.key(at)) ? titleAt(line, found.to) : undefined
  return second ? { to: second.to, title: under(line.key(at), second.title) } : { to: found.to, title }
}

/** Who serves under the bearer of a title that follows. */
const SECONDS = new Set(["deputy", "assistant", "associate", "alternate"])

/** "deputy" and "economy minister": an office of its own, whosever the other is. */
const under = (rank: string, { is, words, role, plural }: Title): Title => ({
  is,
  words: `${rank} ${words}`,
  role: `${rank}-${role}`,
  plural,
})

/** "foreign and defense ministers": two titles with one noun. */
function sharedTitle(line: Line, at: number) {
  if (line.key(at + 1) !== "and" || !line.key(at) || line.find(at)) return undefined
  const found = line.find(at + 2)
  const also = found?.entries.find(entry => entry.is === "title")
  if (!found || also?.is !== "title" || !also.plural || found.to - found.from < 2) return undefined
  const noun = line.pieces.slice(found.from + 1, found.to).map(piece => piece.key)
  const title = line.lexicon.title([line.key(at), ...noun])
  return title && { to: found.to, title, also }
}
