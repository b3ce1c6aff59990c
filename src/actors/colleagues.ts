import type { Title } from "./lexicon.ts"
import { type Link, pointedBack } from "./link.ts"
import { titlesOf } from "./persons.ts"
import type { Phrase } from "./phrase.ts"
import type { Report } from "./report.ts"
import { type Appearance, sameActor } from "./scene.ts"
import { fitsTitle } from "./titles.ts"

/** The two ministers: the nearest pair of whom it can be said. */
export function colleagues(report: Report, phrase: Phrase, title: Title): Link | undefined {
  const nothing: Link = { actors: [], kind: "office", form: "nominal", reason: "nobody in sight", stated: false }
  // the Secretary and foreign ministers: one article for all
  const joined = report.page.pieces[phrase.from - 1]?.key === "and"
  if (!phrase.determiner && !phrase.count && !joined) return nothing
  const one = { ...title, words: singular(title.words) }
  const fits = (t: Title) =>
    ANYBODY.has(title.role) ||
    title.role === t.role ||
    (title.role === "minister" && t.role.endsWith("-minister")) ||
    fitsTitle(one, { ...t, words: singular(t.words) })
  if (ANYBODY.has(title.role)) {
    const token = report.page.pieces[phrase.from]!.token
    const sentence = report.page.sentenceAt(phrase.from)
    const head = report.page.headOf(phrase.from, phrase.to, phrase.head)
    const talking = report.page.isTalk(head)
      ? report.scene.talking({ sentence, quoted: report.page.isQuoted(token) })
      : undefined
    if (talking && (phrase.count ?? talking.mention.actors.length) === talking.mention.actors.length)
      return pointedBack(talking, "those who met")
    const met =
      phrase.count === undefined
        ? undefined
        : report.scene.met({ sentence, quoted: report.page.isQuoted(token), count: phrase.count, reach: REACH })
    if (met) return pointedBack(met, "those who met")
  }
  const group = report.scene.latest(
    ({ mention, titles, plural }) =>
      plural &&
      (mention.actors.length > 1
        ? (!phrase.count || mention.actors.length === phrase.count) && titles.some(fits)
        : // "Leaders of the bloc" are many and one actor, and are called by the same word again.
          mention.actors.length === 1 &&
          mention.kind === "office" &&
          !phrase.count &&
          titles.some(t => fitsTitle(one, { ...t, words: singular(t.words) }))),
  )
  const persons: Appearance[] = []
  for (const seen of report.scene.back()) {
    if (group && seen.at < group.at) break
    if (
      seen.plural ||
      seen.mention.actors.length !== 1 ||
      (seen.mention.kind !== "person" && seen.mention.kind !== "office")
    )
      continue
    const actor = seen.mention.actors[0]!
    if (persons.some(p => sameActor(p.mention.actors[0]!, actor)) || !titlesOf(report, actor, seen.titles).some(fits))
      continue
    persons.push(seen)
    if (persons.length === (phrase.count ?? 2)) break
  }
  if (persons.length === (phrase.count ?? 2) && (!group || persons.every(p => p.at > group.at))) {
    persons.reverse()
    return {
      actors: persons.map(p => p.mention.actors[0]!),
      kind: "person",
      form: "nominal",
      reason: "the last who bear such an office",
      stated: false,
      antecedent: { from: persons[0]!.mention.from, to: persons.at(-1)!.mention.to },
    }
  }
  return group ? pointedBack(group, "the last named together") : nothing
}

/** What everybody who meets for a state can be called. */
const ANYBODY = new Set(["leader", "official", "diplomat"])

/** Sentences back to the contact whose two officials are meant. */
const REACH = 12

const singular = (words: string) => words.replace(/ies(?= |$)/, "y").replace(/s(?= of | for |$)/, "")
