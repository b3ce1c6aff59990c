import type { Span } from "../model/document.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { genderOf } from "./gender.ts"
import type { Someone, Title } from "./lexicon.ts"
import { type Link, pointedBack } from "./link.ts"
import { bodyOf, groupNamed } from "./parts.ts"
import type { NameWords, Phrase } from "./phrase.ts"
import type { Player } from "./player.ts"
import type { Report } from "./report.ts"
import { sameActor } from "./scene.ts"
import { owned } from "./sides.ts"

/** A person by name; open where several of this document bear it, undefined where it is nobody's. */
export function personNamed(report: Report, name: NameWords): Link | undefined {
  const sighting = report.sightings.get(name)
  const players = sighting ? report.cast.find(sighting) : []
  if (!players.length) return undefined
  if (players.length > 1) {
    const actors = players.map(player => player.actor)
    return {
      actors: [],
      candidates: actors,
      kind: "person",
      form: "name",
      reason: `${players.length} persons here bear this name`,
      stated: false,
    }
  }
  return playerLink(players[0]!, "name")
}

/**
 * Words as a person of the document.
 * @param antecedent the name that the words explain
 */
export function playerLink(player: Player, form: ActorMention["form"], antecedent?: Span): Link {
  return {
    actors: [player.actor],
    ...(player.candidates.length ? { candidates: player.candidates } : {}),
    kind: "person",
    form,
    reason: player.reason,
    stated: player.stated,
    antecedent,
    gender: player.gender,
  }
}

/** Whose name a phrase holds, where that is certain. */
export function playerOf(report: Report, phrase: Phrase): Player | undefined {
  const sighting = phrase.names[0] && report.sightings.get(phrase.names[0])
  const players = sighting ? report.cast.find(sighting) : []
  return players.length === 1 ? players[0] : undefined
}

/** All titles that the document gives a person, wherever it does; `titles` for somebody who is no person of its cast. */
export function titlesOf(report: Report, actor: Actor, titles: readonly Title[]): readonly Title[] {
  return report.cast.players.find(player => sameActor(player.actor, actor))?.titles ?? titles
}

/** The parents, his daughter, an Iranian scientist: nobody by name, but the same one again when named again. */
export function someone(report: Report, phrase: Phrase, { noun, plural, acts }: Someone): Link {
  const group = phrase.names.length ? undefined : groupNamed(report, phrase.owners)
  if (group) return group
  const body = noun === "member" ? bodyOf(report, phrase.owners) : undefined
  if (body) return body
  const { codes } = owned(report, phrase)
  const sentence = report.page.sentenceAt(phrase.from)
  const definite = /^(?:the|this|that|these|those|both|his|her|their|my|our|its)$/.test(phrase.determiner)
  const before = definite
    ? report.scene.latest(
        seen => seen.noun === noun && seen.plural === plural && sentence - seen.sentence <= LONGEST_MEMORY,
      )
    : undefined
  const gender = genderOf(noun)
  if (before) return { ...pointedBack(before, "named so before"), gender: before.gender ?? gender }
  const called = report.page.text(phrase.head, phrase.head + 1)
  // "Men and women" are nobody in particular, "two men" are.
  const certain = acts && (!plural || phrase.count !== undefined || isCounted(report, phrase))
  const unowned = certain && phrase.owners.length === 0 && phrase.names.length === 0 ? ["-"] : []
  return {
    actors: (codes.length ? codes : unowned).map(state => ({ state, name: called })),
    kind: "person",
    form: "nominal",
    reason: codes.length ? "" : "nobody by name",
    stated: true,
    gender,
  }
}

/** Whether a number stands before the noun: "two more suspects". */
const isCounted = ({ page, doc }: Report, { from, head }: Phrase) =>
  page.pieces.slice(Math.max(0, from - 2), head).some(({ token }) => doc.tokens[token]!.upos === "NUM")

/** After so many sentences "the parents" are others. */
const LONGEST_MEMORY = 30
