import type { Text } from "./page.ts"
import type { Appearance } from "./scene.ts"

/** Who issues a text is said in its first sentences. */
const LAST_SENTENCE = 12
/** Code units before the names in which it is called a statement. */
const SIGHT = 240

/**
 * Whether those named together issue the text: "a statement was released by the governments of Chad and Niger",
 * "the two countries released the following statement". Their "we" is all of them, whoever published it.
 */
export function signTogether({ text, title, sentences }: Text, { mention, sentence, subject }: Appearance): boolean {
  if (sentence > LAST_SENTENCE) return false
  const { from, to, kind } = sentences[sentence]!
  const before = text.slice(Math.max(from, mention.from - SIGHT), mention.from)
  // Statement by the Global Coalition
  if (new Set(mention.actors.map(({ state }) => state)).size < 2)
    return kind === "headline" && (mention.kind === "body" || mention.kind === "group") && HEADED.test(before)
  const first = sentences.findIndex(({ kind }) => kind === "prose")
  // The Troika (Chad, Mali and Niger) congratulates
  const acts = subject || /\(\s*$/.test(before)
  if (acts && sentence <= first + 1 && STATEMENT.test(title ?? text.slice(0, sentences[0]!.to))) return true
  const after = text.slice(mention.to, Math.min(to, mention.to + SIGHT))
  return (STATEMENT.test(before) && BY.test(before)) || RELEASES.test(after)
}

const STATEMENT = /\b(?:statement|communiqu[eé]|declaration)(?!\p{L})/iu
const HEADED = /\b(?:statement|communiqu[eé]|declaration)\s+(?:by|of|from)\s+(?:the\s+)?$/i
const BY = /\b(?:by|from|between)\s+(?:the\s+)?$/i
const RELEASES =
  /^\s+(?:today\s+)?(?:released|issued|made|adopted)\s+(?:the|this|a)\s+(?:following\s+)?(?:joint\s+)?(?:statement|communiqu[eé]|declaration)(?!\p{L})/iu
