import { tellingWords } from "../linking/wording.ts"

/** A stretch of one text, and whether its words are missing from the other. */
export interface Stretch {
  readonly words: string
  readonly own: boolean
}

const stems = (text: string) => new Set(tellingWords(text).map(({ stem }) => stem))

/**
 * Divides a text into stretches with and without telling words that another text lacks; joined, they are the text again.
 * Words are compared as linking compares them, so that "launches" meets "launch". Without another text nothing is set off.
 */
export function ownWords(text: string, beside: string): readonly Stretch[] {
  if (!beside) return [{ words: text, own: false }]
  const theirs = stems(beside)
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter(Boolean)
    .map(words => ({ words, own: stems(words).difference(theirs).size > 0 }))
}
