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
