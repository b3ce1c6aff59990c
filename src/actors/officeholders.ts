import type { Actor } from "../model/layers.ts"
import { fitsTitle } from "./cast.ts"
import { colleagues } from "./colleagues.ts"
import type { Title } from "./lexicon.ts"
import type { Link } from "./link.ts"
import { LATEST } from "./meanings.ts"
import { playerLink, playerOf, titlesOf } from "./persons.ts"
import type { Phrase } from "./phrase.ts"
import type { Report } from "./report.ts"
import { sameActor } from "./scene.ts"
import { owned } from "./sides.ts"
import { stateInSight } from "./whereabouts.ts"

/** A title without a name. */
export function office(report: Report, phrase: Phrase): Link | undefined {
  const title = phrase.titles[0]!
  if (title.role === "honorific") return undefined
  if (phrase.explains) {
    const player = playerOf(report, phrase.explains)
    if (player) return playerLink(player, "nominal", report.page.span(phrase.explains.from, phrase.explains.to))
  }
  if (title.role === "counterpart") return counterpart(report, phrase)
  const { codes, antecedent } = owned(report, phrase)
  if (phrase.plural) {
    if (codes.length)
      return {
        actors: phrase.titles.flatMap(each => codes.flatMap(code => officeOf(report, code, each, phrase))),
        kind: "office",
        form: "nominal",
        reason: "",
        stated: antecedent === undefined,
        antecedent,
      }
    return colleagues(report, phrase, title)
  }
  // The Secretary; the Foreign Minister; South Korea's foreign minister
  const indefinite = phrase.determiner === "a" || phrase.determiner === "an" || phrase.determiner === "another"
  if (!indefinite) {
    const known = holderHere(report, title, codes, phrase)
    if (known) return known
  }
  const state = codes[0] ?? title.state ?? (report.home ? undefined : title.hint)
  if (state)
    return {
      actors: officeOf(report, state, title, phrase),
      kind: "office",
      form: "nominal",
      reason: antecedent ? "whose it is was said before" : "",
      stated: !antecedent,
      antecedent,
    }
  if (phrase.field && !codes.length && phrase.titles[0]!.role === "member-of-parliament") return undefined
  // Department spokesperson, the press secretary: of the publisher, else of the only state in sight
  const near = report.home ?? (indefinite ? undefined : stateInSight(report, phrase))
  if (near)
    return {
      actors: officeOf(report, near, title, phrase),
      kind: "office",
      form: "nominal",
      reason: report.home ? "of the publisher's government" : "of the state spoken of",
      stated: false,
    }
  return { actors: [], kind: "office", form: "nominal", reason: "whose office is not said", stated: false }
}

/** The person who was named with this title before; after, where nobody was. */
function holderHere(report: Report, title: Title, codes: readonly string[], phrase: Phrase): Link | undefined {
  const fits = (titles: readonly Title[]) => titles.some(t => fitsTitle(title, t))
  const states = codes.length ? codes : title.state ? [title.state] : []
  const state = (actor: Actor) => !states.length || states.includes(actor.state)
  const before = report.scene.latest(
    ({ mention, titles, plural }) =>
      !plural &&
      mention.kind === "person" &&
      mention.actors.length === 1 &&
      fits(titlesOf(report, mention.actors[0]!, titles)) &&
      state(mention.actors[0]!),
  )
  const actor = before?.mention.actors[0]
  if (actor) {
    const player = report.cast.players.find(p => sameActor(p.actor, actor))
    return {
      actors: [actor],
      kind: "person",
      form: "nominal",
      reason: "named with this office before",
      stated: false,
      antecedent: { from: before.mention.from, to: before.mention.to },
      gender: player?.gender,
    }
  }
  if (!phrase.determiner && !codes.length) return undefined
  const players = report.cast.players.filter(
    player => fits(player.titles) && state(player.actor) && !player.sightings.every(s => s.past),
  )
  return players.length === 1 ? playerLink(players[0]!, "nominal") : undefined
}

/** An unnamed office stays an office, under the name it bears in its state. */
function officeOf(report: Report, state: string, title: Title, phrase: Phrase): readonly Actor[] {
  // The leader of a province is not its state's.
  const local = report.meanings.isLocal(phrase.owners)
  if (local || (phrase.plural && report.knowledge.bodies.has(state)))
    return [{ state, name: asPrinted(report, phrase, title) }]
  const leads = title.role === "leader" ? report.knowledge.leadership(state, report.day ?? LATEST)?.leader : undefined
  const office = leads ? report.knowledge.offices.get(leads) : report.knowledge.office(state, title.role)
  if (office && !phrase.organ && !phrase.field)
    return [{ state, name: office.title, office: office.title, id: office.id }]
  return [{ state, name: asPrinted(report, phrase, title) }]
}

function asPrinted(report: Report, phrase: Phrase, title: Title): string {
  const words = title.words
    .replace(/(?<![\p{L}'’])\p{Ll}/gu, letter => letter.toUpperCase())
    .replace(/ (Of|For|To|The|And|At) /g, word => word.toLowerCase())
  const organ = phrase.organ?.name ? `${phrase.organ.name} ` : ""
  return organ + words + (phrase.field ? ` ${report.page.text(phrase.field.from - 1, phrase.field.to)}` : "")
}

/** his South Korean counterpart: the same office, there. */
function counterpart(report: Report, phrase: Phrase): Link | undefined {
  const { codes } = owned(report, phrase)
  const self = report.scene.latest(
    ({ mention, plural }) =>
      !plural &&
      (mention.kind === "person" || mention.kind === "office") &&
      mention.actors.length === 1 &&
      !codes.includes(mention.actors[0]!.state),
  )
  const actor = self?.mention.actors[0]
  const title = actor && titlesOf(report, actor, self.titles).find(t => report.knowledge.officeKinds.has(t.role))
  const antecedent = self && { from: self.mention.from, to: self.mention.to }
  if (title && codes.length) {
    if (!phrase.plural) {
      const here = holderHere(report, { ...title, words: title.role }, codes, { ...phrase, determiner: "the" })
      if (here) return { ...here, antecedent }
    }
    return {
      actors: codes.flatMap(code => officeOf(report, code, { ...title, plural: false }, { ...phrase, plural: false })),
      kind: "office",
      form: "nominal",
      reason: `same office as ${actor?.name}`,
      stated: false,
      antecedent,
    }
  }
  if (codes.length)
    return {
      actors: codes.map(state => ({ state })),
      kind: "office",
      form: "nominal",
      reason: "office not known",
      stated: false,
    }
  return { actors: [], kind: "office", form: "nominal", reason: "whose counterpart is not said", stated: false }
}
