/** A name of several words that ends so has its surname before: "Joe Biden Jr.", "Abdullah II". */
const AFTER_SURNAME = /^(?:Jr\.?|Sr\.?|[IVX]+|[A-Z]\.)$/
const PARTICLE = /^(?:von|van|der|den|de|del|della|di|da|dos|du|la|le|el|al|ten|ter|zu|bin|bint|ibn|ben|abu|ould)$/i
const ARTICLE = /^(?:(?:al|el|as|an|ad|ar|at|ash)-|(?:al|el) )/i

/**
 * The part of a full name that stands alone in a text, with its article and without: "von der Leyen"; "al-Sisi", "Sisi".
 * @param calledFirst whether the first word stands alone, as in Korea and China
 */
export function surnamesIn(name: string, calledFirst: boolean): readonly string[] {
  const parts = name.split(" ").filter(part => !AFTER_SURNAME.test(part))
  const surname = calledFirst ? (parts[0] ?? "") : parts.slice(surnameStart(parts)).join(" ")
  const bare = surname.replace(ARTICLE, "")
  return bare === surname ? [surname || name] : [surname || name, bare || name]
}

/** The last word with the small words before it: "von der Leyen", "Le Drian", "bin Salman". */
function surnameStart(parts: readonly string[]): number {
  let from = parts.length - 1
  while (from > 1 && PARTICLE.test(parts[from - 1]!)) from--
  return Math.max(from, 0)
}
