import words from "../../data/linking/words.json" with { type: "json" }

const COMMON = new Set<string>(words.common)
const NUMBERS: Readonly<Record<string, number>> = { ...words.numbers, ...words.ordinals }

/** A word as it is compared across texts: lower case, without endings, numbers as figures. */
export function stem(word: string): string {
  const plain = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
  const number = NUMBERS[plain] ?? /^(\d+)(?:st|nd|rd|th)$/.exec(plain)?.[1]
  if (number !== undefined) return String(number)
  if (/\d/.test(plain)) return plain
  return plain
    .replace(/ies$/, "y")
    .replace(/(?<=..[^s])s$/, "")
    .replace(/(?<=...)(?:ing|ed)$/, "")
    .replace(/(?<=...)e$/, "")
    .replace(/(.)\1$/, "$1")
}

/** The words of a text that can tell one event from another, in order, with their spelling. */
export function tellingWords(text: string): readonly { readonly stem: string; readonly word: string }[] {
  const found = text.match(/[\p{L}\p{N}]+(?:[.,]\d+)*/gu) ?? []
  return found
    .filter(word => !COMMON.has(word.toLowerCase()) && (word.length > 1 || /\d/.test(word)))
    .map(word => ({ stem: stem(word), word }))
}

/** How rare each word is among the texts it was shown: the fewer texts carry a word, the more it says. */
export class Rarity {
  private readonly texts = new Map<string, number>()
  private count = 0

  /** Shows it a text. */
  add(text: string): void {
    this.count++
    for (const word of new Set(tellingWords(text).map(w => w.stem)))
      this.texts.set(word, (this.texts.get(word) ?? 0) + 1)
  }

  /** Weight of a stem: the logarithm of how many texts there are for each that carries it. */
  of(word: string): number {
    return Math.log((this.count + 1) / (this.texts.get(word) ?? 1))
  }
}

/** Without knowing what is rare, every telling word counts one. */
const EVEN = { of: () => 1 }

/** Likeness of two texts by their telling words, from 0 (none shared) to 1 (the same words); `rarity` weighs them. */
export function likeness(a: string, b: string, rarity: Pick<Rarity, "of"> = EVEN): number {
  const left = new Set(tellingWords(a).map(w => w.stem))
  const right = new Set(tellingWords(b).map(w => w.stem))
  const size = (set: ReadonlySet<string>) => set.values().reduce((sum, word) => sum + rarity.of(word) ** 2, 0)
  const shared = left.values().reduce((sum, word) => (right.has(word) ? sum + rarity.of(word) ** 2 : sum), 0)
  const whole = Math.sqrt(size(left) * size(right))
  return whole === 0 ? 0 : shared / whole
}
