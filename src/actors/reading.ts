import type { ActorMention } from "../model/layers.ts"
import { Belonging, type Listener } from "./belonging.ts"
import { byName, unlisted } from "./byName.ts"
import { Cast } from "./cast.ts"
import { genderOf } from "./gender.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Lexicon } from "./lexicon.ts"
import { Line } from "./line.ts"
import type { Link } from "./link.ts"
import { Meanings } from "./meanings.ts"
import { office } from "./officeholders.ts"
import { Page, type Text } from "./page.ts"
import { partOfState } from "./parts.ts"
import { personNamed, someone } from "./persons.ts"
import type { Phrase } from "./phrase.ts"
import { phrasesIn } from "./phrases.ts"
import { pronoun, unsaid } from "./pronouns.ts"
import type { Report } from "./report.ts"
import { Row } from "./row.ts"
import { type Appearance, Scene } from "./scene.ts"
import { sightingsOf, statesSpokenOf } from "./sightings.ts"
import { signTogether } from "./signatories.ts"
import { Surroundings } from "./surroundings.ts"
import { withTaggedNames } from "./taggedNames.ts"

/** One document on its way to actor mentions: phrases first, then the persons, then everyone in the order of the text. */
export class Reading {
  readonly #report: Report
  readonly #phrases: readonly Phrase[]
  /** By the letters, "ufc". */
  readonly #acronyms = new Map<string, Link>()
  /** Ids of those whom the document names in words that stand for nobody else. */
  readonly #surely = new Set<string>()

  /** @param hear told of everybody whose state has to be supposed, for training */
  constructor(doc: Text, knowledge: Knowledge, lexicon: Lexicon, hear?: Listener) {
    const day = doc.published?.slice(0, 10)
    const home = doc.publishers.find(({ state }) => knowledge.states.has(state))?.state
    const page = new Page(doc)
    const phrases = readPhrases(doc, page, lexicon)
    for (const { namings, group } of phrases) {
      const [only] = namings
      if (only && !group && namings.every(({ id, sure }) => id === only.id && sure !== "low")) this.#surely.add(only.id)
    }
    const meanings = new Meanings(knowledge, day, this.#surely, home)
    const belonging = new Belonging(
      doc,
      page,
      new Surroundings(doc, page, phrases, meanings, knowledge),
      knowledge,
      home,
      hear,
    )
    const sightings = sightingsOf(phrases, page, meanings)
    const cast = new Cast(knowledge, day, home, belonging)
    cast.gather([...sightings.values()], statesSpokenOf(phrases, meanings, knowledge))
    const scene = new Scene()
    this.#phrases = phrases
    this.#report = {
      doc,
      page,
      knowledge,
      meanings,
      belonging,
      cast,
      sightings,
      scene,
      day,
      home,
      speaker: undefined,
      author: undefined,
      signatories: undefined,
    }
  }

  /** Everyone the document mentions, in the order of the text. */
  mentions(): readonly ActorMention[] {
    const { page, scene } = this.#report
    const row = new Row(page)
    const found: ActorMention[] = []
    for (const phrase of this.#inOrder()) {
      const sentence = page.sentenceAt(phrase.from)
      for (const linked of this.#links(phrase)) {
        const appearance = this.#appearance(phrase, linked, sentence)
        const { mention } = appearance
        found.push(mention)
        this.#hearAcronym(linked)
        scene.enter(appearance, this.#report.doc.sentences[sentence]?.kind === "headline")
        const together = row.join(appearance, linked.to)
        if (together) scene.enter(together)
        this.#hearVoice(appearance, together)
      }
    }
    return found.sort((a, b) => a.from - b.from || b.to - a.to)
  }

  /** The United Front for Change (UFC): from here on three letters mean it. */
  #hearAcronym({ link, to }: Linked) {
    const [bracket, letters, end] = this.#report.page.pieces.slice(to, to + 3)
    if (link.form !== "name" || !/^(?:organisation|body|group)$/.test(link.kind) || link.actors.length !== 1) return
    if (bracket?.mark === "(" && end?.mark === ")" && letters?.written === "CAPS" && !this.#acronyms.has(letters.key))
      this.#acronyms.set(letters.key, link)
  }

  /** What the letters of an unknown name were introduced for. */
  #acronym({ from, to, determiner }: Phrase): Link | undefined {
    const first = determiner ? from + 1 : from
    const meant = to === first + 1 ? this.#acronyms.get(this.#report.page.pieces[first]!.key) : undefined
    return meant && { ...meant, reason: "introduced with these letters", stated: false }
  }

  /** Notes who speaks, who signed the text, and who issued it together, once their names are read. */
  #hearVoice(appearance: Appearance, together: Appearance | undefined) {
    const report = this.#report
    const kind = report.doc.sentences[appearance.sentence]?.kind
    const { mention } = appearance
    const isSomebody = mention.actors.length === 1 && (mention.kind === "person" || mention.kind === "office")
    if (kind === "label" && (mention.kind === "person" || mention.kind === "office")) report.speaker = appearance
    if (kind === "byline" && isSomebody) report.author ??= appearance
    // A headline names some of them, the first sentence all.
    for (const several of [appearance, together])
      if (several && supersedes(report.doc, several, report.signatories) && signTogether(report.doc, several))
        report.signatories = several
  }

  #appearance(phrase: Phrase, { link, from, to, head }: Linked, sentence: number): Appearance {
    const { page } = this.#report
    const mention: ActorMention = {
      ...page.span(from, to),
      kind: link.kind,
      form: link.form,
      actors: link.actors,
      ...(link.candidates?.length ? { candidates: link.candidates } : {}),
      head,
      ...(link.antecedent ? { antecedent: link.antecedent } : {}),
      certainty: link.stated ? "stated" : "implied",
      reason: link.reason,
    }
    const speaks = page.speaks(head, from, to)
    return {
      mention,
      at: from,
      sentence,
      subject: speaks || page.isSubject(head, sentence, from),
      speaks,
      quoted: page.isQuoted(head),
      titles: phrase.titles,
      gender: link.gender ?? genderOf(phrase.titles[0]?.words ?? ""),
      plural: phrase.plural && phrase.names.length !== 1,
      noun: phrase.someone?.noun ?? unsaid(link, phrase.pronoun),
    }
  }

  /** The phrases in the order of the text; in a sentence those within quotation marks last, as who speaks may follow the words. */
  #inOrder(): readonly Phrase[] {
    const { page } = this.#report
    const quoted = ({ from }: Phrase) => Number(page.isQuoted(page.pieces[from]!.token))
    return this.#phrases.toSorted((a, b) => page.sentenceAt(a.from) - page.sentenceAt(b.from) || quoted(a) - quoted(b))
  }

  /** The mentions of one phrase: usually one; one for each name where a title serves several. */
  #links(phrase: Phrase): readonly Linked[] {
    const { page } = this.#report
    const { from, to } = phrase
    if (phrase.names.length > 1)
      return phrase.names.flatMap((name, i) => {
        const link = personNamed(this.#report, name)
        const first = i === 0 ? from : name.from
        return link ? [{ link, from: first, to: name.to, head: page.headOf(first, name.to, name.to - 1) }] : []
      })
    const link = this.#link(phrase)
    return link ? [{ link, from, to, head: page.headOf(from, to, phrase.head) }] : []
  }

  #link(phrase: Phrase): Link | undefined {
    const report = this.#report
    const { names, titles, group, unknown, someone: noun } = phrase
    if (phrase.pronoun) return pronoun(report, phrase)
    // the National Security Guard (NSG): from here on no other body of these letters is meant
    const introduced = phrase.namings.length && !group && !titles.length ? this.#acronym(phrase) : undefined
    if (introduced) return introduced
    if (phrase.explains?.pronoun && report.signatories) return { ...pronoun(report, phrase.explains)!, form: "nominal" }
    if (names[0])
      return (
        personNamed(report, names[0]) ??
        (unknown
          ? (this.#acronym(phrase) ?? unlisted(report, phrase))
          : noun
            ? someone(report, phrase, noun)
            : undefined)
      )
    if (titles.length) return office(report, phrase)
    if (group) {
      const meant = phrase.namings.filter(({ id }) => this.#surely.has(id))
      return meant.length ? byName(report, { ...phrase, namings: meant }) : partOfState(report, phrase, group)
    }
    if (unknown) return this.#acronym(phrase) ?? unlisted(report, phrase)
    if (noun) return someone(report, phrase, noun)
    // the Labour Party of a state whose parties no file has
    const isParty = phrase.namings.some(({ kind, words }) => kind === "organisation" && words.endsWith(" Party"))
    return byName(report, phrase) ?? (isParty ? unlisted(report, { ...phrase, unknown: "organ" }) : undefined)
  }
}

/** The first sentence names more of them than the headline, or their states where the headline names ministers. */
function supersedes({ sentences }: Text, a: Appearance, b: Appearance | undefined): boolean {
  const more = a.mention.actors.length - (b?.mention.actors.length ?? 0)
  return (
    more > 0 ||
    (more === 0 && a.mention.kind === "state" && a.subject && sentences[b?.sentence ?? -1]?.kind === "headline")
  )
}

/** A link with its words: pieces `from` up to, but not including, `to`; `head` is a token. */
interface Linked {
  readonly link: Link
  readonly from: number
  readonly to: number
  readonly head: number
}

function readPhrases(doc: Text, page: Page, lexicon: Lexicon): readonly Phrase[] {
  const line = new Line(page.pieces, doc.tokens, lexicon)
  const phrases: Phrase[] = []
  const things = new Set<number>()
  for (let at = 0; at < page.pieces.length; ) {
    const sentence = page.sentenceAt(at)
    let to = at
    while (to < page.pieces.length && page.sentenceAt(to) === sentence) to++
    phrases.push(...phrasesIn(line, at, to, things))
    at = to
  }
  return withTaggedNames(phrases, things, doc, page)
}
