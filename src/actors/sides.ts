import type { Span } from "../model/document.ts"
import type { Group } from "./lexicon.ts"
import { type Link, pointedBack, wordsOf } from "./link.ts"
import { nameKey } from "./nameKey.ts"
import { playerOf } from "./persons.ts"
import type { Phrase } from "./phrase.ts"
import { pronoun } from "./pronouns.ts"
import type { Report } from "./report.ts"
import type { Appearance } from "./scene.ts"

/** The owners' codes, with words that point back resolved: "his", "of the two countries". */
export function owned(
  report: Report,
  phrase: Phrase,
): { readonly codes: readonly string[]; readonly antecedent?: Span | undefined } {
  const codes: string[] = []
  let antecedent: Span | undefined
  for (const owner of phrase.owners) {
    if (owner.namings.length) codes.push(...report.meanings.codes([owner]))
    else if (owner.phrase?.names.length) {
      const ruler = playerOf(report, owner.phrase)
      if (ruler && ruler.actor.state !== "-") codes.push(ruler.actor.state)
    } else if (owner.phrase?.group) {
      const link = sides(report, owner.phrase, owner.phrase.group)
      codes.push(...(link?.actors ?? []).map(actor => actor.state))
      antecedent = link?.antecedent
    } else if (owner.pronoun && phrase.titles.every(title => title.role !== "counterpart")) {
      const link = pronoun(report, {
        ...phrase,
        pronoun: owner.pronoun,
        owners: [],
        titles: [],
        plural: owner.pronoun === "their",
      })
      codes.push(...(link?.actors ?? []).map(actor => actor.state))
      antecedent = link?.antecedent
    }
  }
  return { codes: [...new Set(codes)], antecedent }
}

/** The two countries, both sides, the alliance, the council. */
export function sides(report: Report, phrase: Phrase, group: Group): Link | undefined {
  const ours = phrase.determiner === "our" && phrase.plural && (phrase.count ?? 2) === 2 ? report.home : undefined
  const another = group.name !== "" && phrase.owners.every(({ pronoun }) => pronoun)
  const { codes } = owned(report, phrase)
  if (codes.length && group.kind !== "body" && !ours && !another)
    return {
      actors: codes.map(state => ({ state })),
      kind: "state",
      form: "nominal",
      reason: "",
      stated: true,
    }
  // the Republic of Korea and other allies: they are named for company
  if (another && /^others?$/.test(report.page.pieces[phrase.from]!.key)) return undefined
  // our partners, international partners: of no state in particular
  if (another && !phrase.count && /^(?:|our|their|its|her|his|all|many|some)$/.test(phrase.determiner))
    return {
      actors: [{ state: "-", name: group.name }],
      kind: "group",
      form: "nominal",
      reason: "which of them is not said",
      stated: true,
    }
  if (!phrase.determiner && !phrase.count) return undefined
  if (phrase.determiner === "our" && !ours)
    return report.home
      ? { actors: [{ state: report.home }], kind: "state", form: "nominal", reason: "of the publisher", stated: false }
      : undefined
  if (group.kind === "body") return bodyAgain(report, phrase, group)
  if (group.kind === "state") {
    const seen = report.scene.latest(
      ({ mention, plural }) => !plural && mention.actors.length === 1 && mention.kind === "state",
    )
    return seen && (phrase.determiner === "the" || phrase.determiner === "this")
      ? {
          actors: [{ state: seen.mention.actors[0]!.state }],
          kind: "state",
          form: "nominal",
          reason: "the last state named",
          stated: false,
          antecedent: wordsOf(seen),
        }
      : undefined
  }
  if (phrase.determiner !== "the" && phrase.determiner !== "both" && !phrase.count && !ours) return undefined
  const wanted = phrase.count ?? 2
  const urging = group.kind === "sides" && !ours ? doersBefore(report, phrase) : NOBODY
  const from: Appearance[] = []
  const states: string[] = []
  // A pair named together, or those who act: persons and offices before bare states.
  for (const actors of [true, false]) {
    states.length = 0
    from.length = 0
    for (const seen of report.scene.back()) {
      const own = seen.mention.actors.map(a => a.state).filter(s => report.knowledge.states.has(s))
      const distinct = [...new Set(own)]
      // The United States urges both sides: it is neither.
      if (distinct.some(state => urging.has(state))) continue
      if (ours && distinct.length === wanted && !distinct.includes(ours)) continue
      const together =
        phrase.count || phrase.determiner === "both" ? distinct.length === wanted : distinct.length >= wanted
      if (seen.mention.form !== "pronoun" && together)
        return {
          actors: distinct.map(state => ({ state })),
          kind: "state",
          form: "nominal",
          reason: "the last named together",
          stated: false,
          antecedent: wordsOf(seen),
        }
      if (actors && seen.mention.kind !== "person" && seen.mention.kind !== "office") continue
      if (distinct.length !== 1 || states.includes(distinct[0]!)) continue
      // Our two countries: the publisher's own is one of them.
      if (ours && states.length === wanted - 1 && distinct[0] !== ours && !states.includes(ours)) continue
      states.unshift(distinct[0]!)
      from.unshift(seen)
      if (states.length === wanted)
        return {
          actors: states.map(state => ({ state })),
          kind: "state",
          form: "nominal",
          reason: actors ? "the states of the last who acted" : "the last states named",
          stated: false,
          antecedent: {
            from: Math.min(...from.map(f => f.mention.from)),
            to: Math.max(...from.map(f => f.mention.to)),
          },
        }
    }
  }
  return undefined
}

const NOBODY: ReadonlySet<string> = new Set()

/** The states of those whose verb governs a clause in which a phrase stands; none where the phrase is the subject of its sentence. */
function doersBefore(report: Report, phrase: Phrase): ReadonlySet<string> {
  const { page, scene } = report
  const states = new Set<string>()
  if (page.isFirstSubject(page.headOf(phrase.from, phrase.to, phrase.head))) return states
  const sentence = page.sentenceAt(phrase.from)
  for (const seen of scene.back()) {
    if (seen.sentence !== sentence) break
    if (seen.subject) for (const { state } of seen.mention.actors) states.add(state)
  }
  return states
}

function bodyAgain(report: Report, phrase: Phrase, group: Group): Link | undefined {
  if (phrase.determiner !== "the" && phrase.determiner !== "this") return undefined
  const noun = nameKey(group.words)
  const seen = report.scene.latest(
    ({ mention }) =>
      (mention.kind === "body" || mention.kind === "organisation" || mention.kind === "group") &&
      mention.actors.length === 1 &&
      nameKey(
        `${report.doc.text.slice(mention.from, mention.to)} ${mention.actors[0]!.name ?? report.knowledge.bodies.get(mention.actors[0]!.state)?.name ?? ""}`,
      )
        .split(" ")
        .includes(noun),
  )
  return seen && pointedBack(seen, "named before")
}
