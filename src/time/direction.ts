import type { Span } from "../model/document.ts"

const AHEAD =
  /\b(?:will|shall|won't|would|to|plans?|planned|scheduled|slated|due|expected|set|upcoming|going|expects?|hopes?|can|may|must|should)\b|['’]ll\b/i
const BACK =
  /\b(?:was|were|had|did|has|have|said|told|met|spoke|held|began|fell|rose|made|took|came|went|found|left|sent|gave|ago|[a-z]{2,}ed)\b/i

/**
 * Whether the words around an expression look back (-1) or ahead (1); 0 where they do not say.
 * The nearest verb-like word before it decides, then the nearest after it.
 */
export function direction(text: string, sentence: Span, at: Span): -1 | 0 | 1 {
  const before = text.slice(Math.max(sentence.from, at.from - 120), at.from)
  const words = before.split(/\s+/)
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i]!
    if (/^(?:will|shall|won't|would)$|['’]ll$/i.test(word)) return 1
    if (/^to$/i.test(word) && /^[a-z]+$/.test(words[i + 1] ?? "") && i + 1 < words.length) {
      const next = words[i + 1]!
      if (!/^(?:the|a|an|his|her|their|its|be)$/.test(next) && AHEAD.test(words.slice(Math.max(0, i - 2), i).join(" ")))
        return 1
      continue
    }
    if (/^(?:scheduled|slated|due|expected|planned|upcoming)$/i.test(word)) return 1
    if (BACK.test(word)) return -1
  }
  const after = text.slice(at.to, Math.min(sentence.to, at.to + 100)).split(/\s+/)
  for (const word of after) {
    if (/^(?:will|shall|won't|would)$|['’]ll$/i.test(word)) return 1
    if (BACK.test(word)) return -1
  }
  return 0
}
