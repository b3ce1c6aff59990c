/**
 * What two spellings of one name share: small letters without accents, dashes, dots and apostrophes.
 * "Chung Eui-yong" → "chung eui yong", "Recep Tayyip Erdoğan" → "recep tayyip erdogan", "U.S." → "us".
 */
export function nameKey(words: string): string {
  if (ASCII.test(words))
    return words
      .toLowerCase()
      .replace(/[.'`"]/g, "")
      .replace(/[^a-z0-9]+/g, " ")
      .trim()
  return words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}.'’‘ʻʼ`"“”]/gu, "")
    .replace(/[đðłøıəæßþ]/g, letter => PLAIN[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/**
 * The first word of a name as `nameKey` writes it, found without looking at the rest: names can be kept by it
 * and compared in full only when somebody asks. "Ministry of Trade" → "ministry", "People's Army" → "people".
 */
export function firstKey(words: string): string {
  let end = 0
  while (end < words.length && !BETWEEN_WORDS.has(words.charCodeAt(end))) end++
  const first = words.slice(0, end)
  let key = firstKeys.get(first)
  if (key === undefined) {
    key = nameKey(first.replace(/['’]s$/, "")).replaceAll(" ", "")
    if (firstKeys.size > MOST_FIRST_KEYS) firstKeys.clear()
    firstKeys.set(first, key)
  }
  return key
}

/** White space, hyphens, dashes and slashes. */
const BETWEEN_WORDS = new Set([..." \t\n\r\u00a0-‐‑–/"].map(mark => mark.charCodeAt(0)))

const firstKeys = new Map<string, string>()
/** More words than all files begin with. */
const MOST_FIRST_KEYS = 50_000

/** Most names, which need less work. */
const ASCII = /^[ -~]*$/

/** Letters that Unicode does not take apart into a plain one and a mark. */
const PLAIN: Readonly<Record<string, string>> = {
  đ: "d",
  ð: "d",
  ł: "l",
  ø: "o",
  ı: "i",
  ə: "a",
  æ: "ae",
  ß: "ss",
  þ: "th",
}

/** A name as an id: "Chung Eui-yong" → "chung-eui-yong". */
export const slug = (words: string) => nameKey(words).replaceAll(" ", "-")

/** Whether one name of an organisation holds the other, or they share half of their words: "Ministry of Defense", "Defense Ministry". */
export function sharesWords(a: string, b: string): boolean {
  const telling = (name: string) =>
    new Set(
      nameKey(name)
        .split(" ")
        .filter(word => !/^(?:of|the|and|for)$/.test(word)),
    )
  const [x, y] = [telling(a), telling(b)]
  const shared = x.intersection(y).size
  return shared > 0 && (shared === Math.min(x.size, y.size) || shared * 2 >= x.union(y).size)
}
