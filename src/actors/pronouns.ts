import { type Link, pointedBack, wordsOf } from "./link.ts"
import type { Phrase } from "./phrase.ts"
import type { Report } from "./report.ts"
import type { Appearance } from "./scene.ts"

const UNSAID = "who speaks is not said"

/** The word for a speaker who is not named, so that a later "I" can point back to an earlier one; undefined where a link names somebody. */
export const unsaid = (link: Link, word: string | undefined): "I" | "we" | undefined =>
  link.reason === UNSAID ? (/^(?:i|me|my)$/.test(word ?? "") ? "I" : "we") : undefined

/** "I" and "we" where nobody says who: the same as the last time. */
function sameAsBefore(report: Report, word: "I" | "we"): Link {
  const before = report.scene.latest(seen => seen.noun === word)
  return {
    actors: [],
    kind: "person",
    form: "pronoun",
    reason: UNSAID,
    stated: false,
    ...(before ? { antecedent: wordsOf(before) } : {}),
  }
}

/** Who says what stands in quotation marks: the subject outside them, in this sentence or the one before. */
function quotedSpeaker(report: Report, sentence: number): Appearance | undefined {
  return report.scene.latest(
    seen =>
      !seen.quoted &&
      !seen.plural &&
      seen.subject &&
      sentence - seen.sentence <= 2 &&
      (seen.mention.kind === "person" || seen.mention.kind === "office"),
  )
}

/** Whom a pronoun means; undefined where nobody fits. */
export function pronoun(report: Report, phrase: Phrase): Link | undefined {
  const word = phrase.pronoun!
  const at = report.page.pieces[phrase.from]!.token
  const sentence = report.page.sentenceAt(phrase.from)
  const quoted = report.page.isQuoted(at)
  const of = (seen: Appearance | undefined, reason: string): Link | undefined =>
    seen && { ...pointedBack(seen, reason, "pronoun"), gender: seen.gender }
  const person = (gender: "f" | "m"): Appearance | undefined =>
    report.scene.person({
      sentence,
      quoted,
      speaks: report.page.speaks(at, phrase.from, phrase.to),
      within: report.page.span(phrase.from, phrase.to),
      doer: report.page.doerOfVerbAround(at),
      gender,
    })
  switch (word) {
    case "i":
    case "me":
    case "my":
      return (
        of(report.speaker, "speaks here") ??
        (quoted ? undefined : of(report.author, "signed the text")) ??
        (quoted ? of(quotedSpeaker(report, sentence), "speaks here") : sameAsBefore(report, "I"))
      )
    case "we":
    case "us":
    case "our":
    case "ours":
      if (report.speaker) return of(report.speaker, "speaks here")
      if (report.signatories && !quoted) return of(report.signatories, "issued the text together")
      return report.home
        ? {
            actors: [{ state: report.home }],
            kind: "state",
            form: "pronoun",
            reason: "of the publisher",
            stated: false,
          }
        : sameAsBefore(report, "we")
    case "he":
    case "him":
    case "his":
    case "himself":
      return of(person("m"), "the last man spoken of")
    case "she":
    case "her":
    case "hers":
    case "herself":
      return of(person("f"), "the last woman spoken of")
    case "it":
    case "its":
    case "itself":
      return of(
        report.scene.latest(
          seen =>
            sentence - seen.sentence <= 1 &&
            !seen.plural &&
            seen.mention.actors.length === 1 &&
            seen.mention.form !== "adjective" &&
            (seen.mention.kind === "state" ||
              seen.mention.kind === "body" ||
              seen.mention.kind === "organisation" ||
              seen.mention.kind === "group"),
        ),
        "the last state or body spoken of",
      )
    default:
      return of(
        report.scene.several({
          sentence,
          quoted,
          talk: report.page.isTalk(at),
          ...(phrase.count ? { count: phrase.count } : {}),
        }),
        "the last spoken of together",
      )
  }
}
