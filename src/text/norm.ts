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
