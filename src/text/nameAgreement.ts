import type { Token } from "../model/layers.ts"
import type { NameRun } from "./names.ts"
import { titleLength } from "./titles.ts"

/** Longest name, in words, that is looked for elsewhere in the document. */
const LONGEST = 8

const isCapital = (word: string) => /^\p{Lu}/u.test(word)

/**
 * Takes titles off persons and makes the names of one document agree: what is a person in full stays one by the surname, short forms in brackets
 * are of the kind of what they shorten, a name met twice has one kind, and one missed where it stood elsewhere is
 * found. Runs are of token indices; linear in the tokens.
 */
export function agree(found: readonly NameRun[], tokens: readonly Token[]): NameRun[] {
  const word = (i: number) => tokens[i]?.norm ?? ""
  const textOf = (run: NameRun) => {
    const words: string[] = []
    for (let i = run.from; i < run.to; i++) words.push(word(i))
    return words.join(" ")
  }
  const names = found.map(run => {
    if (run.kind !== "PER") return run
    const title = titleLength(tokens.slice(run.from, run.to).map(token => token.norm))
    return { ...run, from: run.from + title }
  })
  const votes = new Map<string, Map<NameRun["kind"], number>>()
  const vote = (text: string, kind: NameRun["kind"], weight: number) => {
    const kinds = votes.get(text) ?? new Map<NameRun["kind"], number>()
    kinds.set(kind, (kinds.get(kind) ?? 0) + weight)
    votes.set(text, kinds)
  }
  for (const run of names) {
    vote(textOf(run), run.kind, 1)
    if (run.kind === "PER" && run.to - run.from > 1) vote(surname(run, word), "PER", 3)
    // "Democratic People's Republic of Korea (DPRK)"
    if (word(run.to) === "(" && word(run.to + 2) === ")" && /^\p{Lu}{2,8}$/u.test(word(run.to + 1)))
      vote(word(run.to + 1), run.kind, 5)
  }
  const kindOf = (text: string): NameRun["kind"] | undefined => {
    const kinds = votes.get(text)
    return kinds && [...kinds].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
  }
  const taken = new Uint8Array(tokens.length)
  const runs = names.map(run => {
    taken.fill(1, run.from, run.to)
    return { ...run, kind: kindOf(textOf(run)) ?? run.kind }
  })
  // Names missed here and found elsewhere in the document; the longest that fits.
  for (let i = 0; i < tokens.length; i++) {
    if (taken[i] || !isCapital(word(i)) || word(i).length < 2) continue
    const words: string[] = []
    let best: NameRun | undefined
    for (let to = i + 1; to <= tokens.length && to - i <= LONGEST; to++) {
      if (taken[to - 1] || tokens[to - 1]!.sentence !== tokens[i]!.sentence) break
      words.push(word(to - 1))
      const kind = kindOf(words.join(" "))
      if (kind) best = { from: i, to, kind }
    }
    if (!best || !standsAlone(best, tokens, taken)) continue
    runs.push(best)
    taken.fill(1, best.from, best.to)
  }
  return runs.sort((a, b) => a.from - b.from)
}

/** The family name: the last word, or the first where the last is a given name with a hyphen ("Han Eui-yong"). */
function surname(run: NameRun, word: (i: number) => string): string {
  const last = word(run.to - 1)
  return /^\p{Lu}\p{Ll}*-\p{L}/u.test(last) ? word(run.from) : last
}

/** Whether a missed name is not part of a longer capitalised phrase that was left alone on purpose. */
function standsAlone(run: NameRun, tokens: readonly Token[], taken: Uint8Array): boolean {
  if (run.to - run.from > 1) return true
  const opensSentence = run.from === 0 || tokens[run.from - 1]!.sentence !== tokens[run.from]!.sentence
  const tag = tokens[run.from]!.xpos
  if (tag !== "NNP" && tag !== "NNPS") return false
  const next = tokens[run.to]
  const follows =
    next !== undefined && next.sentence === tokens[run.from]!.sentence && !taken[run.to] && isCapital(next.norm)
  return !follows && !(opensSentence && run.kind !== "PER")
}
