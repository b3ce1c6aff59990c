const WOMEN = new Set(
  "woman girl wife mother mum mom daughter sister aunt niece grandmother widow actress lady girlfriend queen princess mrs mrs. ms ms. madam spokeswoman chairwoman congresswoman nun heroine".split(
    " ",
  ),
)
const MEN = new Set(
  "man boy husband father son brother uncle nephew grandfather guy boyfriend king prince mr mr. sir lord spokesman chairman congressman emperor pope monk hero".split(
    " ",
  ),
)

/** Of an everyday noun or a title; undefined for most. */
export const genderOf = (noun: string): "f" | "m" | undefined =>
  WOMEN.has(noun) ? "f" : MEN.has(noun) ? "m" : undefined
