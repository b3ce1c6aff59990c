/** How many, where a text counts persons or sides in words. */
export const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
/** Words that say that an office is held no more. */
export const PAST = new Set("former ex late then ousted deposed exiled jailed imprisoned".split(" "))
/** Words between a state and an office that leave the office what it is. */
export const QUALIFIERS = new Set(
  "acting interim caretaker outgoing incoming newly new current senior top chief deputy first second third unnamed anonymous designate elect ruling transitional transition permanent visiting respective longtime veteran prominent independent fellow local federal national own central".split(
    " ",
  ),
)
/** Names and titles longer than this are no names: it keeps every scan short. */
export const LONGEST = 24
