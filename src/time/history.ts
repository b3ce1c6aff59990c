import type { Day } from "./calendar.ts"
import type { Expression } from "./find.ts"

/**
 * Whether a text tells a history: the years it names lie well before publication, and hardly anything is counted
 * from publication. Then months and days without a year belong to the year told of.
 */
export function tellsHistory(expressions: readonly Expression[], published: Day | undefined): boolean {
  let past = 0
  let recent = 0
  let near = 0
  for (const { meaning } of expressions) {
    if (meaning.is === "calendar" && meaning.year !== undefined) {
      if (published && meaning.year >= published.year - 1) recent++
      else past++
    } else if (meaning.is === "calendar" && meaning.weekday !== undefined && meaning.day === undefined) near++
    else if ("from" in meaning && meaning.from === "publication") near++
  }
  return past >= 5 && past > recent && past > 8 * near
}
