const PLAIN: Readonly<Record<string, string>> = {
  "‘": "'",
  "’": "'",
  ʼ: "'",
  "`": "'",
  "“": '"',
  "”": '"',
  "„": '"',
  "«": '"',
  "»": '"',
  "–": "-",
  "—": "--",
  "‑": "-",
  "‐": "-",
  "…": "...",
}
const ODD = /[‘’ʼ`“”„«»–—‑‐…\u00ad\u200b-\u200d\ufeff]/g

/** A word with quotes, dashes and invisible signs made plain, as the models know it. */
export const plainWord = (word: string): string => word.replace(ODD, sign => PLAIN[sign] ?? "")

/** The same word in memory of its own: a word cut from a text keeps the whole text from being forgotten as long as it is kept. */
export const copied = (word: string): string => Buffer.from(word, "utf16le").toString("utf16le")
