import type { Actor } from "../model/layers.ts"
import type { Group } from "./lexicon.ts"
import { SIDED } from "./line.ts"
import { type Link, pointedBack } from "./link.ts"
import { nameKey, sharesWords } from "./nameKey.ts"
import type { Owner, Phrase } from "./phrase.ts"
import type { Report } from "./report.ts"
import type { Appearance } from "./scene.ts"
import { owned, sides } from "./sides.ts"

/** A noun for part of a state, for a people, or for sides that were named. */
export function partOfState(report: Report, phrase: Phrase, group: Group): Link | undefined {
  const present = thoseWhoMet(report, phrase, group)
  if (present || group.kind === "present") return present
  if (
    group.kind === "states" ||
    group.kind === "sides" ||
    group.kind === "state" ||
    group.kind === "alliance" ||
    group.kind === "body"
  )
    return sides(report, phrase, group)
  const { codes, antecedent } = owned(report, phrase)
  const definite = phrase.determiner === "the"
  let states = codes
  let reason = antecedent ? "whose it is was said before" : ""
  let stated = !antecedent
  if ((!states.length || group.kind === "armed") && phrase.owners.every(o => !o.pronoun)) {
    const own = groupNamed(report, phrase.owners)
    if (own) return own
  }
  const serving = group.kind === "forces" || SERVING.test(group.words)
  const force = serving ? forceNamed(report, phrase.owners) : undefined
  if (force) return force
  const unlisted = serving || group.kind === "armed" ? forceBeside(report, phrase) : undefined
  if (unlisted) return unlisted
  if (!states.length && group.kind === "government" && phrase.plural && (phrase.count || phrase.determiner === "both"))
    return sides(report, phrase, { ...group, kind: "sides" })
  // Opposition to the plan is no party, but the opposition is asked to join.
  if (group.kind === "society" && !codes.length && isAgainst(report, phrase.to)) return undefined
  // Pro-Russian forces are not Russia's.
  if (!codes.length && group.kind === "forces" && SIDED.test(report.page.text(phrase.from, phrase.to)))
    return ofNoState(report, phrase, group, "group")
  const again = group.kind === "organ" && definite && !phrase.owners.length ? sameOrgan(report, group) : undefined
  if (again) return again
  if (!states.length && phrase.owners.every(o => !o.pronoun)) {
    const spokenOf = definite || group.kind === "organ" || group.kind === "people" || group.kind === "society"
    const near = spokenOf && SOMEBODYS.has(group.kind) ? supposedStateOf(report, phrase, group) : undefined
    if (near) {
      states = [near]
      reason = near === report.home ? "of the publisher's government" : "of the state spoken of"
      stated = false
    }
  }
  // the delegation will meet ministers: those who lead it were named
  if (group.kind === "delegation" && !codes.length) {
    const leader = report.scene.latest(
      seen => !seen.plural && seen.subject && seen.mention.kind === "person" && seen.mention.actors.length === 1,
    )
    if (leader) return pointedBack(leader, "led by the last person who acted")
  }
  const actorsOf = (make: (state: string) => Actor) => states.map(make)
  switch (group.kind) {
    case "delegation":
    case "government":
    case "equipment":
      if (!states.length) return undefined
      // Tigray's authorities
      if (group.kind === "government" && report.meanings.isLocal(phrase.owners)) {
        const [place] = phrase.owners
        const name = report.page.text(place!.from, place!.to)
        return { actors: actorsOf(state => ({ state, name })), kind: "organisation", form: "nominal", reason, stated }
      }
      // Russian diplomats: persons who act for it, and are acted upon for themselves
      if (group.name)
        return {
          actors: actorsOf(state => ({ state, name: group.name })),
          kind: "group",
          form: "nominal",
          reason,
          stated,
          antecedent,
        }
      return { actors: actorsOf(state => ({ state })), kind: "state", form: "nominal", reason, stated, antecedent }
    case "forces":
      if (!states.length) return undefined
      // What a state does with its forces it does itself.
      if (phrase.owners.some(({ pronoun }) => pronoun))
        return { actors: actorsOf(state => ({ state })), kind: "state", form: "nominal", reason, stated, antecedent }
      return {
        actors: actorsOf(state => armedForces(report, phrase, state)),
        kind: "organisation",
        form: "nominal",
        reason,
        stated,
        antecedent,
      }
    case "organ": {
      if (!states.length)
        return { actors: [], kind: "organisation", form: "nominal", reason: "whose it is is not said", stated: false }
      return {
        actors: actorsOf(state => {
          const known = group.organisation && !report.meanings.isLocal(phrase.owners)
          const own = known ? report.knowledge.organisation(state, group.organisation!) : undefined
          const called = group.name || group.words
          // the Iraqi parliament, whose own name says nothing of a parliament
          const name = own && sharesWords(own.name, called) ? own.name : called
          return { state, name, ...(own ? { id: own.id } : {}) }
        }),
        kind: "organisation",
        form: "nominal",
        reason,
        stated,
        antecedent,
      }
    }
    case "people":
    case "displaced":
      if (!states.length) return ofNoState(report, phrase, group, "people")
      return {
        actors: actorsOf(state => ({ state, name: group.name })),
        kind: "people",
        form: "nominal",
        reason,
        stated,
        antecedent,
      }
    case "world":
    case "society":
      if (!states.length) return ofNoState(report, phrase, group, "group")
      return {
        actors: actorsOf(state => knownSo(report, state, group) ?? { state, name: group.name }),
        kind: "group",
        form: "nominal",
        reason,
        stated,
        antecedent,
      }
    case "armed": {
      const again = phrase.owners.length === 0 ? fightersBefore(report, phrase) : undefined
      if (again) return again
      const adjective = phrase.owners.find(o => o.namings.length && !report.meanings.isLocal([o]))
      const name = adjective ? `${report.page.text(adjective.from, adjective.to)} ${group.name}` : group.name
      return { actors: [{ state: "-", name }], kind: "group", form: "nominal", reason: "", stated: true }
    }
  }
}

/** Parts of a state, which have one even where nobody says which. */
const SOMEBODYS: ReadonlySet<Group["kind"]> = new Set([
  "government",
  "delegation",
  "forces",
  "organ",
  "people",
  "society",
] as const)

function supposedStateOf(report: Report, phrase: Phrase, group: Group): string | undefined {
  const { kind, words, name, organisation } = group
  const own = isOwn(report, group)
  // "The administration" is the publisher's own, as is what its officials call so when they speak; in a statement "the Congress" may be that
  // of the state it is about.
  if (own && (kind === "government" || report.belonging.isTranscript)) return report.home
  const alike = organisation ? report.knowledge.organisationKinds.get(organisation)?.name : undefined
  return report.belonging.of({
    kind,
    places: [phrase.from],
    noun: words,
    same: organisation,
    hint: own ? report.home : undefined,
    called: [words, name, ...(alike ? [alike] : [])].filter(Boolean),
  })
}

/** Russian troops, the Israeli military: the armed forces under the name they bear there; those of a province under its own. */
function armedForces(report: Report, phrase: Phrase, state: string): Actor {
  if (report.meanings.isLocal(phrase.owners)) return { state, name: report.page.text(phrase.from, phrase.to) }
  if (!report.knowledge.states.has(state)) return { state }
  const own = report.knowledge.organisation(state, "armed-forces")
  if (!own) return { state }
  // What every state calls so is told apart by its adjective: "Kyrgyz Armed Forces".
  const alike = own.name === report.knowledge.organisationKinds.get("armed-forces")?.name
  const [adjective] = alike ? (report.knowledge.states.get(state)?.adjectives ?? []) : []
  return { state, name: adjective ? `${adjective} ${own.name}` : own.name, id: own.id }
}

/** The opposition of a state, where the files know it as an actor of its own: "Syrian opposition". */
function knownSo({ knowledge, meanings }: Report, state: string, { name }: Group): Actor | undefined {
  const [adjective] = knowledge.states.get(state)?.adjectives ?? []
  const own = adjective && knowledge.named(`${adjective} ${name}`).find(({ kind }) => kind === "group")
  return own ? meanings.actorOf(own) : undefined
}

/** A government says "the National Security Council" or "the administration" of its own, where it has one that is called so. */
const isOwn = ({ home, knowledge }: Report, { words, kind }: Group) =>
  home !== undefined &&
  ((kind === "government" && words === "administration") ||
    (kind === "organ" && knowledge.named(words).some(({ id }) => knowledge.organisations.get(id)?.state === home)))

/** Beside the British embassy, "the embassy" is that one. */
function sameOrgan(report: Report, group: Group): Link | undefined {
  const noun = nameKey(group.words)
  const seen = report.scene.latest(
    ({ mention }) =>
      mention.kind === "organisation" &&
      mention.actors.length === 1 &&
      nameKey(report.doc.text.slice(mention.from, mention.to)).endsWith(` ${noun}`),
  )
  return seen && pointedBack(seen, "named before")
}

/** The participants, the two officials, all parties: those of the last contact told of. */
function thoseWhoMet(report: Report, phrase: Phrase, group: Group): Link | undefined {
  const counted = phrase.plural && phrase.count !== undefined && group.kind === "government"
  const all = phrase.plural && phrase.determiner === "all" && group.kind === "sides"
  if ((group.kind !== "present" && !counted && !all) || phrase.owners.length) return undefined
  const { page, scene } = report
  // Doe asks all parties to enter talks: whoever they are, he is none of them.
  if (all && !page.isFirstSubject(page.headOf(phrase.from, phrase.to, phrase.head)))
    return {
      actors: [{ state: "-", name: page.text(phrase.from, phrase.to) }],
      kind: "group",
      form: "nominal",
      reason: "which of them is not said",
      stated: true,
    }
  const token = page.pieces[phrase.from]!.token
  const seen = scene.met({
    sentence: page.sentenceAt(phrase.from),
    quoted: page.isQuoted(token),
    count: phrase.count,
    reach: REACH,
  })
  return seen && pointedBack(seen, "those who met")
}

/** Sentences back to the contact that a text goes on about. */
const REACH = 12

/** Donors, migrants, partners: people of no state that is named. */
function ofNoState(report: Report, phrase: Phrase, group: Group, kind: "people" | "group"): Link {
  const start = phrase.determiner ? phrase.from + 1 : phrase.from
  return {
    actors: [{ state: "-", name: report.page.text(Math.min(start, phrase.head), phrase.to) || group.words }],
    kind,
    form: "nominal",
    reason: "of no state named",
    stated: true,
  }
}

/** Whether "to" and a noun follow: what somebody is opposed to. */
function isAgainst(report: Report, at: number): boolean {
  const next = report.page.pieces[at + 1]
  return report.page.pieces[at]?.key === "to" && next !== undefined && report.doc.tokens[next.token]!.upos !== "VERB"
}

/** G7 members: the body itself. */
export function bodyOf(report: Report, owners: readonly Owner[]): Link | undefined {
  const naming = owners.map(({ namings }) => report.meanings.best(namings)).find(best => best?.kind === "body")
  return (
    naming && { actors: [report.meanings.actorOf(naming)], kind: "body", form: "nominal", reason: "", stated: true }
  )
}

/** Those who serve in a force. */
const SERVING = /^(?:soldiers?|peacekeepers?|servicemen|service members?)$/

/** Pakistan Army soldiers, AMISOM peacekeepers: the army or the mission itself. */
function forceNamed({ meanings }: Report, owners: readonly Owner[]): Link | undefined {
  for (const { namings } of owners) {
    const naming = meanings.best(namings)
    const actor = naming && /^(?:organisation|body)$/.test(naming.kind) ? meanings.actorOf(naming) : undefined
    if (actor?.name && actor.state !== "-")
      return { actors: [actor], kind: "organisation", form: "nominal", reason: "", stated: true }
  }
  return undefined
}

/** "Guardia Verde soldiers", where no file knows that force: it was read as a name just before. */
function forceBeside({ page, scene }: Report, { from, owners, determiner, count }: Phrase): Link | undefined {
  if (owners.length || determiner || count !== undefined || from === 0) return undefined
  const { to } = page.span(from - 1, from)
  const { from: start } = page.span(from, from + 1)
  const seen = scene.latest(
    ({ mention }) => mention.to === to && start - to === 1 && mention.form === "name" && mention.reason !== "",
  )
  return seen && /^(?:organisation|group)$/.test(seen.mention.kind) && seen.mention.actors.length === 1
    ? pointedBack(seen, "of the force named before them")
    : undefined
}

/**
 * The rebels, where one armed group alone was named, or one kind of nameless ones alone: they are these. Where two fight each other,
 * nothing here tells which are meant.
 */
function fightersBefore({ scene, knowledge }: Report, { determiner }: Phrase): Link | undefined {
  if (!/^(?:the|these|those)$/.test(determiner)) return undefined
  const named = new Map<string, Appearance>()
  const nameless = new Map<string, Appearance>()
  for (const seen of scene.back()) {
    const { kind, form, actors, reason } = seen.mention
    const [actor] = actors
    if (kind !== "group" || actors.length !== 1 || actor?.state !== "-") continue
    if (actor.id && knowledge.groups.get(actor.id)?.armed) named.set(actor.id, seen)
    else if (!actor.id && form === "nominal" && reason === "" && actor.name) nameless.set(actor.name, seen)
  }
  const [group] = named.size === 1 ? named.values() : []
  if (group) return pointedBack(group, "the one armed group named before")
  const [other] = named.size === 0 && nameless.size === 1 ? nameless.values() : []
  return other && pointedBack(other, "the only armed men spoken of")
}

/** Hamas militants: the group itself. */
export function groupNamed(report: Report, owners: readonly Owner[]): Link | undefined {
  for (const owner of owners) {
    const naming = report.meanings.best(owner.namings)
    if (naming?.kind === "group")
      return { actors: [report.meanings.actorOf(naming)], kind: "group", form: "nominal", reason: "", stated: true }
  }
  return undefined
}
