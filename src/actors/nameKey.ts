/**
 * What two spellings of one name share: small letters without accents, dashes, dots and apostrophes.
 * "Chung Eui-yong" → "chung eui yong", "Recep Tayyip Erdoğan" → "recep tayyip erdogan", "U.S." → "us".
 */
export function nameKey(words: string): string {
  if (/^[A-Za-z]+(?: [A-Za-z]+)*$/.test(words)) return words.toLowerCase()
  return words
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[\p{M}.'’‘ʻʼ`"“”]/gu, "")
    .replace(/[đð]/g, "d")
    .replace(/ł/g, "l")
    .replace(/ø/g, "o")
    .replace(/ı/g, "i")
    .replace(/ə/g, "a")
    .replace(/æ/g, "ae")
    .replace(/ß/g, "ss")
    .replace(/þ/g, "th")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

/** A name as an id: "Chung Eui-yong" → "chung-eui-yong". */
export const slug = (words: string) => nameKey(words).replaceAll(" ", "-")
