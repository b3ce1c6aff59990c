/** The number of a word or part of one: `from` up to `to` in code units (FNV-1a, digits alike). */
export function textNumber(word: string, from = 0, to: number = word.length): number {
  let h = 0x811c9dc5
  for (let i = from; i < to; i++) {
    let code = word.charCodeAt(i)
    if (code >= 49 && code <= 57) code = 48
    h = Math.imul(h ^ code, 0x01000193)
  }
  return h ^ (h >>> 13)
}
