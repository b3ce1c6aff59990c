import type { Actor } from "../model/layers.ts"
import { colleagues } from "./colleagues.ts"
import { MINISTERIAL } from "./facts.ts"
import { plural, type Title } from "./lexicon.ts"
import { type Link, wordsOf } from "./link.ts"
import { LATEST } from "./meanings.ts"
import { nameKey } from "./nameKey.ts"
import { groupNamed } from "./parts.ts"
import { playerLink, playerOf, titlesOf } from "./persons.ts"
import type { Phrase } from "./phrase.ts"
import type { Report } from "./report.ts"
import { sameActor } from "./scene.ts"
import { owned } from "./sides.ts"
import { capitalised, fitsTitle } from "./titles.ts"

/** Sentences back to the contact whose other side "her counterparts" are. */
const REACH = 12

/** A title without a name. */
export function office(report: Report, phrase: Phrase): Link | undefined {
  // Thank you, Mr. Secretary
  const title = phrase.titles.find(({ role }) => role !== "honorific")
  if (!title) return undefined
  if (phrase.explains) {
    const player = playerOf(report, phrase.explains)
    if (player) return playerLink(player, "nominal", report.page.span(phrase.explains.from, phrase.explains.to))
  }
  if (title.role === "counterpart") return counterpart(report, phrase)
  const { codes, antecedent } = owned(report, phrase)
  // The leader of ISIS
  const ofGroup = codes.length ? undefined : groupNamed(report, phrase.owners)
  if (ofGroup)
    return {
      ...ofGroup,
      actors: ofGroup.actors.map(({ name }) => ({ state: "-", name: `${name} ${asPrinted(report, phrase, title)}` })),
      kind: "office",
    }
  if (phrase.plural) {
    if (codes.length && isGovernment(report, title, codes, phrase))
      return {
        actors: codes.map(state => ({ state })),
        kind: "state",
        form: "nominal",
        reason: "those who act for it",
        stated: antecedent === undefined,
        antecedent,
      }
    if (codes.length)
      return {
        actors: phrase.titles.flatMap(each => codes.flatMap(code => officeOf(report, code, each, phrase))),
        kind: "office",
        form: "nominal",
        reason: "",
        stated: antecedent === undefined,
        antecedent,
      }
    const named = colleagues(report, phrase, title)
    return named?.actors.length ? named : (severalThere(report, phrase, title) ?? named)
  }
  // The Secretary; the Foreign Minister; South Korea's foreign minister
  const indefinite = phrase.determiner === "a" || phrase.determiner === "an" || phrase.determiner === "another"
  // Chile has been a leader in climate talks; the leader of the Maoist guerrillas
  const leadsWhom = indefinite || report.page.pieces[phrase.to]?.key === "of"
  if (leadsWhom && title.role === "leader" && !codes.length) return undefined
  const party =
    title.role === "leader" || report.knowledge.rankOf(title.role) === 1 ? organisationOf(report, phrase) : undefined
  if (party)
    return {
      actors: [{ state: codes[0]!, name: `${party} ${capitalised(title.words)}` }],
      kind: "office",
      form: "nominal",
      reason: "",
      stated: true,
    }
  // Doe is appointed Prime Minister: whoever it was before is not meant
  if (report.page.isNewOffice(report.page.headOf(phrase.from, phrase.to, phrase.head))) {
    const actors = codes[0] ? officeOf(report, codes[0], title, phrase) : []
    if (actors.length)
      return {
        actors: actors.map(({ state, name, id }) => ({ state, ...(name ? { name } : {}), ...(id ? { id } : {}) })),
        kind: "office",
        form: "nominal",
        reason: "an office that somebody takes",
        stated: true,
      }
  }
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
  // Department spokesperson, the press secretary; whom a government addresses as "Mr. Secretary" is its own
  const addressed = phrase.titles.some(({ role }) => role === "honorific")
  const near =
    ownOffice(report, title) || (addressed && report.home)
      ? report.home
      : report.belonging.of({
          kind: "office",
          places: [phrase.from],
          noun: indefinite ? `a ${title.role}` : title.role,
          // A government's ministers are known by name; "department spokesperson", "the press secretary" are its own.
          hint: report.knowledge.rankOf(title.role) <= MINISTERIAL ? undefined : report.home,
          called: [asPrinted(report, phrase, title), title.words],
        })
  if (near)
    return {
      actors: officeOf(report, near, title, phrase),
      kind: "office",
      form: "nominal",
      reason: near === report.home ? "of the publisher's government" : "of the state spoken of",
      stated: false,
    }
  return { actors: [], kind: "office", form: "nominal", reason: "whose office is not said", stated: false }
}

/** The name of the party or firm that a phrase is about: "the leader of the Labour Party". */
function organisationOf({ meanings, knowledge }: Report, { owners }: Phrase): string | undefined {
  const [only, other] = owners
  const naming = only && !other ? meanings.best(only.namings) : undefined
  return naming?.kind === "organisation" ? knowledge.organisationById(naming.id)?.name : undefined
}

/** British officials, Lebanon's leaders: their government; but "the leaders of Chad and Niger" are two persons, and those of the G20 many. */
const isGovernment = (
  { knowledge }: Report,
  { role }: Title,
  codes: readonly string[],
  { count, field, organ, past }: Phrase,
) =>
  (role === "official" || (role === "leader" && codes.length === 1 && !knowledge.bodies.has(codes[0]!))) &&
  !count &&
  !field &&
  !organ &&
  !past

/** Several independent lawmakers urged the Sudanese president: those of the state spoken of, by the noun. */
function severalThere(report: Report, phrase: Phrase, title: Title): Link | undefined {
  if (phrase.determiner === "the" || phrase.owners.length || phrase.field || WORLDLY.has(title.role)) return undefined
  const before = report.page.pieces[phrase.head - 1]?.key ?? ""
  if (FOREIGN.test(before)) return undefined
  const state = report.belonging.of({
    kind: "office",
    places: [phrase.from],
    noun: `several ${title.role}`,
    called: [title.words],
  })
  return state === undefined
    ? undefined
    : {
        actors: [title.role === "official" ? { state } : { state, name: title.words }],
        kind: "office",
        form: "nominal",
        reason: "of the state spoken of",
        stated: false,
      }
}

/** Offices that many states send together. */
const WORLDLY = new Set([
  "leader",
  "head-of-state",
  "head-of-government",
  "foreign-minister",
  "ambassador",
  "counterpart",
])
const FOREIGN = /^(?:foreign|international|world|global|regional|western|european|african|arab|other|allied)$/

/** The person who was named with this title before; after, where nobody was. */
function holderHere(report: Report, title: Title, codes: readonly string[], phrase: Phrase): Link | undefined {
  return (
    holderBearing(report, other => sameWords(title, other), title, codes, phrase) ??
    holderBearing(report, other => fitsTitle(title, other), title, codes, phrase)
  )
}

/** The publisher's leading office that a title without a country means; some title, if words are given. */
function ownOffice({ knowledge, home }: Report, { role }: Title, words?: string): boolean {
  const office = home && knowledge.office(home, role)
  return Boolean(office && knowledge.tenures(office.id).length && (!words || nameKey(office.title) === words))
}

const sameWords = (a: Title, b: Title) => nameKey(a.words) === nameKey(b.words)

/** The person who was named with a title that a test accepts, of one of the states where some are named. */
function holderBearing(
  report: Report,
  accepts: (title: Title) => boolean,
  title: Title,
  codes: readonly string[],
  phrase: Phrase,
): Link | undefined {
  const fits = (titles: readonly Title[]) => titles.some(accepts)
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
  // A government that says "the President" before it names another's means its own.
  if (!states.length && ownOffice(report, title, nameKey(title.words))) return undefined
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
  const words = capitalised(title.words)
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
      actors: codes.flatMap(code =>
        // our G7 counterparts: G7 Foreign Ministers
        phrase.plural && report.knowledge.bodies.has(code)
          ? [{ state: code, name: capitalised(plural(title.words)) }]
          : officeOf(report, code, { ...title, plural: false }, { ...phrase, plural: false }),
      ),
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
  const sentence = report.page.sentenceAt(phrase.from)
  const met = phrase.plural
    ? report.scene.met({ sentence, quoted: report.page.isQuoted(report.page.pieces[phrase.from]!.token), reach: REACH })
    : undefined
  const others = met?.mention.actors.filter(other => !actor || !sameActor(other, actor)) ?? []
  if (met && others.length < met.mention.actors.length)
    return {
      actors: others,
      kind: "person",
      form: "nominal",
      reason: `those whom ${actor?.name} met`,
      stated: false,
      antecedent: wordsOf(met),
    }
  return { actors: [], kind: "office", form: "nominal", reason: "whose counterpart is not said", stated: false }
}
