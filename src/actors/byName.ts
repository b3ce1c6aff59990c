import type { Actor } from "../model/layers.ts"
import { ownerCode } from "./codes.ts"
import type { Naming } from "./facts.ts"
import type { Link } from "./link.ts"
import { nameKey } from "./nameKey.ts"
import type { Phrase } from "./phrase.ts"
import type { Report } from "./report.ts"

/** A state, body, organisation, group, people or person by name. */
export function byName(report: Report, phrase: Phrase): Link | undefined {
  const best = report.meanings.best(phrase.namings)
  if (!best) return undefined
  const naming = best.kind === "organisation" ? likeliestBearer(report, phrase, best) : best
  if (naming.is === "place") return placeAsActor(report, phrase, report.meanings.actorOf(naming).state)
  const form = naming.is === "adjective" ? "adjective" : "name"
  if (naming.is === "people")
    return { actors: [peopleOf(report, naming)], kind: "people", form: "name", reason: "", stated: true }
  const capital = naming.is === "metonym"
  // Tripoli, Lebanon
  if (capital && isElsewhere(report, phrase, report.meanings.actorOf(naming).state)) return undefined
  const kind = naming.kind === "office" ? "office" : naming.kind
  return {
    actors: [asCalled(report, phrase, naming)],
    kind,
    form,
    reason: capital ? "a place that speaks for it" : "",
    stated: !capital,
  }
}

/**
 * An organisation that goes here by a general word which its own name does not hold, "the Iraqi parliament", under what all of the
 * kind are called.
 */
function asCalled({ knowledge, meanings, page }: Report, { head }: Phrase, naming: Naming): Actor {
  const actor = meanings.actorOf(naming)
  const organisation = naming.kind === "organisation" ? knowledge.organisations.get(naming.id) : undefined
  const kind = organisation?.kind ? knowledge.organisationKinds.get(organisation.kind) : undefined
  const noun = page.pieces[head]!.key
  return kind && holds(kind.name, noun) && !holds(organisation!.name, noun) ? { ...actor, name: kind.name } : actor
}

const holds = (name: string, word: string) => nameKey(name).split(" ").includes(word)

/** Of the organisations of several states that share a name, "the Democratic Party", the one whose state is likeliest meant. */
function likeliestBearer(report: Report, { from, head, namings }: Phrase, best: Naming): Naming {
  const { knowledge, belonging, page } = report
  const bearers = namings.filter(({ kind, sure }) => kind === "organisation" && sure === best.sure)
  const states = new Set(bearers.map(naming => ownerCode(knowledge, naming)))
  if (states.size < 2) return best
  const state = belonging.of({
    kind: "organisation",
    places: [from],
    noun: page.pieces[head]!.key,
    called: [knowledge.organisations.get(best.id)?.name ?? best.words],
  })
  return bearers.find(naming => ownerCode(knowledge, naming) === state) ?? best
}

/** Part of a state that goes its own way has a people of its own name. */
function peopleOf(report: Report, naming: Naming): Actor {
  const meant = report.meanings.actorOf(naming)
  return meant.name ? meant : { ...meant, name: "people" }
}

/** A town is where something happens and acts for nobody; as the subject of its clause it stands for its own government. */
function placeAsActor(report: Report, phrase: Phrase, state: string): Link | undefined {
  const head = report.doc.tokens[report.page.headOf(phrase.from, phrase.to, phrase.head)]!
  if (head.relation !== "nsubj") return undefined
  const name = report.page.text(phrase.from, phrase.to).replace(/^the /i, "")
  return {
    actors: [{ state, name }],
    kind: "organisation",
    form: "name",
    reason: "a place of that state",
    stated: true,
  }
}

/** An organisation that no file knows: of the state in its name, else of the likeliest, if of any. */
export function unlisted(report: Report, phrase: Phrase): Link {
  const named = report.meanings.codes(phrase.owners)[0] ?? stateInBrackets(report, phrase)
  const name = report.page.text(phrase.from, phrase.to).replace(/^the /i, "")
  const supposed = named
    ? undefined
    : report.belonging.of({
        kind: "organisation",
        places: [phrase.from],
        noun: report.page.pieces[phrase.head]?.key ?? "",
        called: [name],
      })
  return {
    actors: [{ state: named ?? supposed ?? "-", name }],
    kind: "organisation",
    form: "name",
    reason: supposed ? "in no file; of the state spoken of" : "in no file",
    stated: !supposed,
  }
}

/** Proparco (France) */
function stateInBrackets({ page, meanings, knowledge }: Report, { to }: Phrase): string | undefined {
  if (page.pieces[to]?.mark !== "(") return undefined
  for (let end = to + 2; end <= to + LONGEST_STATE; end++) {
    if (page.pieces[end]?.mark !== ")") continue
    const state = meanings.best(knowledge.named(page.text(to + 1, end)))
    return state?.kind === "state" ? state.id : undefined
  }
  return undefined
}

/** Whether another state stands behind the name of a town, and is not the next of a row: "Riyadh, Bahrain and Kuwait". */
function isElsewhere({ page, meanings, knowledge }: Report, { to }: Phrase, state: string): boolean {
  if (page.pieces[to]?.mark !== "," || page.pieces[to + 1]?.written !== "Upper" || page.pieces[to + 2]?.key === "and")
    return false
  const behind = meanings.best(knowledge.named(page.text(to + 1, to + 2)))
  return behind?.kind === "state" && behind.is === "name" && behind.id !== state
}

/** Pieces between a bracket and the end of "the Democratic Republic of the Congo". */
const LONGEST_STATE = 8
