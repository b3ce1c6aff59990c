import type { Span } from "../model/document.ts"
import type { Actor, ActorMention } from "../model/layers.ts"
import { Cast, fitsTitle, ownerCode, type Player, type Sighting } from "./cast.ts"
import type { Knowledge } from "./knowledge.ts"
import type { Group, Lexicon, Someone, Title } from "./lexicon.ts"
import { homeOf, LATEST, Meanings } from "./meanings.ts"
import { nameKey } from "./nameKey.ts"
import { Page, type Text } from "./page.ts"
import { BARE, type NameWords, type Owner, type Phrase, PhraseReader } from "./phrases.ts"
import { type Appearance, Scene, sameActor } from "./scene.ts"

/** What is known of a phrase once it is linked. */
interface Link {
  readonly actors: readonly Actor[]
  readonly kind: ActorMention["kind"]
  readonly form: ActorMention["form"]
  readonly reason: string
  readonly stated: boolean
  readonly candidates?: readonly Actor[]
  readonly antecedent?: Span | undefined
  readonly gender?: "f" | "m" | undefined
}

/** One document on its way to actor mentions: phrases first, then the persons, then everyone in the order of the text. */
export class Reading {
  readonly #doc: Text
  readonly #page: Page
  readonly #knowledge: Knowledge
  readonly #meanings: Meanings
  readonly #phrases: Phrase[] = []
  readonly #cast: Cast
  readonly #scene = new Scene()
  readonly #day: string | undefined
  readonly #home: string | undefined
  readonly #sightings = new Map<NameWords, Sighting>()
  readonly #surely = new Set<string>()
  /** The states a sentence names, in order, without the publisher's. */
  readonly #statesOfSentence = new Map<number, { readonly at: number; readonly state: string }[]>()
  /** Where what a sentence tells happens: towns, and states after "in". */
  readonly #placesOfSentence = new Map<number, { readonly at: number; readonly state: string }[]>()
  #speaker: Appearance | undefined

  constructor(doc: Text, knowledge: Knowledge, lexicon: Lexicon) {
    this.#doc = doc
    this.#knowledge = knowledge
    this.#day = doc.published?.slice(0, 10)
    this.#home = homeOf(knowledge, doc.outlet)
    this.#page = new Page(doc)
    this.#meanings = new Meanings(knowledge, this.#day, this.#surely)
    const reader = new PhraseReader(this.#page.pieces, doc.tokens, lexicon)
    for (let at = 0; at < this.#page.pieces.length; ) {
      const sentence = this.#page.sentenceAt(at)
      let to = at
      while (to < this.#page.pieces.length && this.#page.sentenceAt(to) === sentence) to++
      this.#phrases.push(...reader.read(at, to))
      at = to
    }
    this.#addNames()
    for (const { namings, group } of this.#phrases) {
      const [only] = namings
      if (only && namings.length === 1 && only.sure !== "low" && !group) this.#surely.add(only.id)
    }
    this.#cast = new Cast(knowledge, this.#day, this.#home)
    this.#gather()
  }

  /** Everyone the document mentions, in the order of the text. */
  mentions(): readonly ActorMention[] {
    const found: ActorMention[] = []
    for (const phrase of this.#inOrder()) {
      const at = this.#page.sentenceAt(phrase.from)
      for (const { link, from, to, head } of this.#links(phrase)) {
        const mention: ActorMention = {
          ...this.#page.span(from, to),
          kind: link.kind,
          form: link.form,
          actors: link.actors,
          ...(link.candidates?.length ? { candidates: link.candidates } : {}),
          head,
          ...(link.antecedent ? { antecedent: link.antecedent } : {}),
          certainty: link.stated ? "stated" : "implied",
          reason: link.reason,
        }
        found.push(mention)
        const appearance: Appearance = {
          mention,
          at: from,
          sentence: at,
          subject: this.#page.isSubject(head, at, from) || this.#page.speaks(head, to),
          speaks: this.#page.speaks(head, to),
          quoted: this.#page.isQuoted(head),
          titles: phrase.titles,
          gender: link.gender ?? genderOf(phrase.titles[0]?.words ?? ""),
          plural: phrase.plural && phrase.names.length !== 1,
          noun:
            phrase.someone?.noun ??
            (link.reason === UNSAID ? (FIRST.has(phrase.pronoun ?? "") ? "I" : "we") : undefined),
        }
        this.#scene.enter(appearance)
        this.#together(appearance, to)
        if (this.#doc.sentences[at]?.kind === "label" && (link.kind === "person" || link.kind === "office"))
          this.#speaker = appearance
      }
    }
    return found.sort((a, b) => a.from - b.from || b.to - a.to)
  }

  /** The phrases in the order of the text; in a sentence those within quotation marks last, as who speaks may follow the words. */
  #inOrder(): readonly Phrase[] {
    const quoted = ({ from }: Phrase) => Number(this.#page.isQuoted(this.#page.pieces[from]!.token))
    return this.#phrases.toSorted(
      (a, b) => this.#page.sentenceAt(a.from) - this.#page.sentenceAt(b.from) || quoted(a) - quoted(b),
    )
  }

  #row: { readonly members: readonly Appearance[]; readonly to: number } = { members: [], to: -1 }

  /** Those named in a row, "A, B and C", can be pointed back to as one: "they", "the two sides". */
  #together(appearance: Appearance, to: number) {
    const { mention, at, plural } = appearance
    if (plural || mention.form === "adjective" || mention.actors.length !== 1) return
    const last = this.#row.members.at(-1)
    if (last && at < this.#row.to) return
    const joined =
      last && at - this.#row.to <= 3 && /^(?:(?:and|with|,|the|his|her) ?)+$/.test(this.#page.between(this.#row.to, at))
    const alike = last && this.#sort(last) === this.#sort(appearance)
    const members = joined && alike ? [...this.#row.members.slice(-LONGEST_ROW), appearance] : [appearance]
    this.#row = { members, to }
    if (members.length < 2) return
    this.#scene.enter({
      ...appearance,
      plural: true,
      subject: members[0]!.subject,
      titles: members.flatMap(member => member.titles),
      mention: {
        ...mention,
        from: members[0]!.mention.from,
        actors: members.map(member => member.mention.actors[0]!),
        form: "nominal",
      },
    })
  }

  #sort = ({ mention }: Appearance) =>
    mention.kind === "person" || mention.kind === "office" ? "person" : mention.kind

  /** Persons and organisations that the names layer saw and no phrase holds. */
  #addNames() {
    const { names, tokens } = this.#doc
    if (!names.length) return
    const held = new Map<number, Phrase>()
    for (const phrase of this.#phrases)
      for (let piece = phrase.from; piece < phrase.to; piece++) if (!held.has(piece)) held.set(piece, phrase)
    const unclear = new Map<Phrase, Phrase>()
    let piece = 0
    for (const name of names) {
      while (piece < this.#page.pieces.length && tokens[this.#page.pieces[piece]!.token]!.from < name.from) piece++
      let to = piece
      while (to < this.#page.pieces.length && tokens[this.#page.pieces[to]!.token]!.to <= name.to) to++
      if (to === piece || (name.kind !== "PER" && name.kind !== "ORG")) continue
      const holding = new Set(this.#page.pieces.slice(piece, to).flatMap((_, i) => held.get(piece + i) ?? []))
      if (holding.size) {
        // What looked like a name may be an organisation, if it turns out to be nobody's.
        const [only] = holding
        if (holding.size === 1 && only && name.kind === "ORG" && isBareName(only))
          unclear.set(only, { ...only, unknown: "organisation" })
        continue
      }
      const before = held.get(piece - 1)
      const owners =
        before?.namings.length && before.to === piece
          ? [{ from: before.from, to: before.to, namings: before.namings }]
          : []
      const bare = { ...BARE, from: piece, to, head: to - 1, owners }
      this.#phrases.push(
        name.kind === "PER" ? { ...bare, names: [{ from: piece, to }] } : { ...bare, unknown: "organisation" },
      )
    }
    const all = this.#phrases.map(phrase => unclear.get(phrase) ?? phrase)
    this.#phrases.splice(0, this.#phrases.length, ...all.sort((a, b) => a.from - b.from || b.to - a.to))
  }

  #gather() {
    const sightings: Sighting[] = []
    for (const phrase of this.#phrases) {
      const sentence = this.#page.sentenceAt(phrase.from)
      const named = this.#meanings.best(phrase.namings)
      if (
        named?.kind === "state" &&
        !/^(?:pro|anti|non)$/.test(this.#page.pieces[phrase.from - 1]?.key ?? "") &&
        ownerCode(this.#knowledge, named) !== this.#home
      )
        note(this.#statesOfSentence, sentence, { at: phrase.from, state: ownerCode(this.#knowledge, named) })
      if (named?.kind === "state" && (named.is === "place" || this.#isWhere(phrase)))
        note(this.#placesOfSentence, sentence, { at: phrase.from, state: ownerCode(this.#knowledge, named) })
    }
    let before: { readonly to: number; readonly state: string } | undefined
    for (const phrase of this.#phrases) {
      if (!phrase.names.length) continue
      const states = this.#meanings.codes(phrase.owners)
      const sentence = this.#page.sentenceAt(phrase.from)
      const gap = before && phrase.from - before.to <= 2 ? this.#page.between(before.to, phrase.from) : undefined
      const beside =
        phrase.titles.length && !states.length && before && gap !== undefined && /^(?:and|,|, and|with)$/.test(gap)
          ? before.state
          : undefined
      if (phrase.titles.length && (states[0] ?? beside)) before = { to: phrase.to, state: (states[0] ?? beside)! }
      const near = (this.#statesOfSentence.get(sentence) ?? this.#statesOfSentence.get(sentence - 1))?.[0]?.state
      const explained = this.#explanationOf(phrase)
      const each = phrase.plural && phrase.names.length > 1 && states.length === phrase.names.length
      phrase.names.forEach((name, i) => {
        const sighting: Sighting = {
          words: this.#page.words(name),
          printed: this.#page.printed(name),
          titles: [...phrase.titles, ...(explained?.titles ?? [])].filter(t => t.role !== "counterpart"),
          states: [
            ...(each ? [states[i]!] : states.slice(0, 1)),
            ...(explained ? this.#meanings.codes(explained.owners).slice(0, 1) : []),
          ],
          past: phrase.past,
          ...(near ? { near } : {}),
          ...(beside ? { beside } : {}),
          sure:
            phrase.titles.length > 0 ||
            explained !== undefined ||
            (phrase.someone !== undefined && phrase.head < name.to && phrase.head >= name.from) ||
            this.#page.isPerson(name),
          ...(phrase.field ? { field: this.#page.text(phrase.field.from - 1, phrase.field.to) } : {}),
        }
        this.#sightings.set(name, sighting)
        sightings.push(sighting)
      })
    }
    this.#cast.gather(sightings, this.#statesSpokenOf())
  }

  #statesSpokenOf(): ReadonlySet<string> {
    const states = new Set<string>()
    for (const { namings } of this.#phrases) {
      const naming = this.#meanings.best(namings)
      if (naming && naming.kind !== "person") states.add(ownerCode(this.#knowledge, naming))
    }
    states.delete("-")
    return states
  }

  /** Whether a name stands after a word of place: "in Peru", "near the Iraqi border". */
  #isWhere = ({ from }: Phrase) => /^(?:in|near|at|outside|across|around)$/.test(this.#page.pieces[from - 1]?.key ?? "")

  #explanations: Map<Phrase, Phrase> | undefined
  #explanationOf(phrase: Phrase): Phrase | undefined {
    this.#explanations ??= new Map(this.#phrases.flatMap(p => (p.explains ? [[p.explains, p] as const] : [])))
    return this.#explanations.get(phrase)
  }

  /** The mentions of one phrase: usually one; one for each name where a title serves several. */
  #links(
    phrase: Phrase,
  ): readonly { readonly link: Link; readonly from: number; readonly to: number; readonly head: number }[] {
    const whole = (link: Link | undefined) =>
      link
        ? [{ link, from: phrase.from, to: phrase.to, head: this.#page.headOf(phrase.from, phrase.to, phrase.head) }]
        : []
    if (phrase.pronoun) return whole(this.#pronoun(phrase))
    if (phrase.names.length === 1)
      return whole(
        this.#person(phrase.names[0]!, phrase) ??
          (phrase.unknown && this.#organisation(phrase)) ??
          (phrase.someone && this.#someone(phrase, phrase.someone)),
      )
    if (phrase.names.length > 1)
      return phrase.names.flatMap((name, i) => {
        const link = this.#person(name, phrase)
        const from = i === 0 ? phrase.from : name.from
        return link ? [{ link, from, to: name.to, head: this.#page.headOf(from, name.to, name.to - 1) }] : []
      })
    if (phrase.titles.length) return whole(this.#office(phrase))
    if (phrase.group) {
      const meant = phrase.namings.filter(({ id }) => this.#surely.has(id))
      return whole(meant.length ? this.#named({ ...phrase, namings: meant }) : this.#grouped(phrase, phrase.group))
    }
    if (phrase.unknown) return whole(this.#organisation(phrase))
    if (phrase.someone) return whole(this.#someone(phrase, phrase.someone))
    return whole(this.#named(phrase))
  }

  #organisation = (phrase: Phrase): Link => ({
    actors: [{ state: this.#meanings.codes(phrase.owners)[0] ?? "-", name: this.#page.text(phrase.from, phrase.to) }],
    kind: "organisation",
    form: "name",
    reason: "in no file",
    stated: true,
  })

  /** The parents, his daughter, an Iranian scientist: nobody by name, but the same one again when named again. */
  #someone(phrase: Phrase, { noun, plural }: Someone): Link {
    const group = phrase.names.length ? undefined : this.#groupName(phrase.owners)
    if (group) return group
    const body = noun === "member" ? this.#bodyOf(phrase.owners) : undefined
    if (body) return body
    const { codes } = this.#owned(phrase)
    const definite = /^(?:the|this|that|these|those|both|his|her|their|my|our|its)$/.test(phrase.determiner)
    const before = definite
      ? this.#scene.latest(seen => seen.noun === noun && seen.plural === plural && this.#mayBe(seen, phrase))
      : undefined
    const gender = genderOf(noun)
    if (before)
      return {
        actors: before.mention.actors,
        kind: before.mention.kind,
        form: "nominal",
        reason: "named so before",
        stated: false,
        antecedent: span(before),
        gender: before.gender ?? gender,
      }
    return {
      actors: codes.map(state => ({ state, name: this.#page.text(phrase.head, phrase.head + 1) })),
      kind: "person",
      form: "nominal",
      reason: codes.length ? "" : "nobody by name",
      stated: true,
      gender,
    }
  }

  /** Whether a noun said again can mean the same: nobody's own daughter becomes another's. */
  #mayBe = (seen: Appearance, phrase: Phrase) => this.#page.sentenceAt(phrase.from) - seen.sentence <= 30

  #person(name: NameWords, phrase: Phrase): Link | undefined {
    const sighting = this.#sightings.get(name)
    const players = sighting ? this.#cast.find(sighting) : []
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
    return this.#player(players[0]!, phrase.titles.length ? "name" : "name")
  }

  #player(player: Player, form: ActorMention["form"], antecedent?: Span): Link {
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

  /** The owners' codes, with words that point back resolved: "his", "of the two countries". */
  #owned(phrase: Phrase): { readonly codes: readonly string[]; readonly antecedent?: Span | undefined } {
    const codes: string[] = []
    let antecedent: Span | undefined
    for (const owner of phrase.owners) {
      if (owner.namings.length) codes.push(...this.#meanings.codes([owner]))
      else if (owner.phrase?.group) {
        const link = this.#pair(owner.phrase, owner.phrase.group)
        codes.push(...(link?.actors ?? []).map(actor => actor.state))
        antecedent = link?.antecedent
      } else if (owner.pronoun && phrase.titles.every(title => title.role !== "counterpart")) {
        const link = this.#pronoun({
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

  /** A title without a name. */
  #office(phrase: Phrase): Link | undefined {
    const title = phrase.titles[0]!
    if (title.role === "honorific") return undefined
    if (phrase.explains) {
      const player = this.#playerOf(phrase.explains)
      if (player) return this.#player(player, "nominal", this.#page.span(phrase.explains.from, phrase.explains.to))
    }
    if (title.role === "counterpart") return this.#counterpart(phrase)
    const { codes, antecedent } = this.#owned(phrase)
    if (phrase.plural) {
      if (codes.length)
        return {
          actors: phrase.titles.flatMap(each => codes.flatMap(code => this.#officeOf(code, each, phrase))),
          kind: "office",
          form: "nominal",
          reason: "",
          stated: antecedent === undefined,
          antecedent,
        }
      return this.#pluralTitle(phrase, title)
    }
    // The Secretary; the Foreign Minister; South Korea's foreign minister
    const indefinite = phrase.determiner === "a" || phrase.determiner === "an" || phrase.determiner === "another"
    if (!indefinite) {
      const known = this.#holderHere(title, codes, phrase)
      if (known) return known
    }
    const state = codes[0] ?? title.state ?? (this.#home ? undefined : title.hint)
    if (state)
      return {
        actors: this.#officeOf(state, title, phrase),
        kind: "office",
        form: "nominal",
        reason: antecedent ? "whose it is was said before" : "",
        stated: !antecedent,
        antecedent,
      }
    if (phrase.field && !codes.length && phrase.titles[0]!.role === "member-of-parliament") return undefined
    // Department spokesperson, the press secretary: of the publisher, else of the only state in sight
    const near = this.#home ?? (indefinite ? undefined : this.#stateInSight(phrase))
    if (near)
      return {
        actors: this.#officeOf(near, title, phrase),
        kind: "office",
        form: "nominal",
        reason: this.#home ? "of the publisher's government" : "of the state spoken of",
        stated: false,
      }
    return { actors: [], kind: "office", form: "nominal", reason: "whose office is not said", stated: false }
  }

  /** The person who was named with this title before; after, where nobody was. */
  #holderHere(title: Title, codes: readonly string[], phrase: Phrase): Link | undefined {
    const fits = (titles: readonly Title[]) => titles.some(t => fitsTitle(title, t))
    const states = codes.length ? codes : title.state ? [title.state] : []
    const state = (actor: Actor) => !states.length || states.includes(actor.state)
    const before = this.#scene.latest(
      ({ mention, titles, plural }) =>
        !plural &&
        mention.kind === "person" &&
        mention.actors.length === 1 &&
        fits(this.#titlesOf(mention.actors[0]!, titles)) &&
        state(mention.actors[0]!),
    )
    const actor = before?.mention.actors[0]
    if (actor) {
      const player = this.#cast.players.find(p => sameActor(p.actor, actor))
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
    const players = this.#cast.players.filter(
      player => fits(player.titles) && state(player.actor) && !player.sightings.every(s => s.past),
    )
    return players.length === 1 ? this.#player(players[0]!, "nominal") : undefined
  }

  #titlesOf(actor: Actor, titles: readonly Title[]): readonly Title[] {
    return this.#cast.players.find(player => sameActor(player.actor, actor))?.titles ?? titles
  }

  #playerOf(phrase: Phrase): Player | undefined {
    const sighting = phrase.names[0] && this.#sightings.get(phrase.names[0])
    const players = sighting ? this.#cast.find(sighting) : []
    return players.length === 1 ? players[0] : undefined
  }

  /** An unnamed office stays an office, under the name it bears in its state. */
  #officeOf(state: string, title: Title, phrase: Phrase): readonly Actor[] {
    // The leader of a province is not its state's.
    const local = this.#meanings.isLocal(phrase.owners)
    if (local || (phrase.plural && this.#knowledge.bodies.has(state)))
      return [{ state, name: this.#asPrinted(phrase, title) }]
    const leads = title.role === "leader" ? this.#knowledge.leadership(state, this.#day ?? LATEST)?.leader : undefined
    const office = leads ? this.#knowledge.offices.get(leads) : this.#knowledge.office(state, title.role)
    if (office && !phrase.organ && !phrase.field)
      return [{ state, name: office.title, office: office.title, id: office.id }]
    return [{ state, name: this.#asPrinted(phrase, title) }]
  }

  #asPrinted(phrase: Phrase, title: Title): string {
    const words = title.words
      .replace(/(?<![\p{L}'’])\p{Ll}/gu, letter => letter.toUpperCase())
      .replace(/ (Of|For|To|The|And|At) /g, word => word.toLowerCase())
    const organ = phrase.organ?.name ? `${phrase.organ.name} ` : ""
    return organ + words + (phrase.field ? ` ${this.#page.text(phrase.field.from - 1, phrase.field.to)}` : "")
  }

  /** his South Korean counterpart: the same office, there. */
  #counterpart(phrase: Phrase): Link | undefined {
    const { codes } = this.#owned(phrase)
    const self = this.#scene.latest(
      ({ mention, plural }) =>
        !plural &&
        (mention.kind === "person" || mention.kind === "office") &&
        mention.actors.length === 1 &&
        !codes.includes(mention.actors[0]!.state),
    )
    const actor = self?.mention.actors[0]
    const title = actor && this.#titlesOf(actor, self.titles).find(t => this.#knowledge.officeKinds.has(t.role))
    const antecedent = self && { from: self.mention.from, to: self.mention.to }
    if (title && codes.length) {
      if (!phrase.plural) {
        const here = this.#holderHere({ ...title, words: title.role }, codes, { ...phrase, determiner: "the" })
        if (here) return { ...here, antecedent }
      }
      return {
        actors: codes.flatMap(code => this.#officeOf(code, { ...title, plural: false }, { ...phrase, plural: false })),
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

  /** The two ministers: the nearest pair of whom it can be said. */
  #pluralTitle(phrase: Phrase, title: Title): Link | undefined {
    const nothing: Link = { actors: [], kind: "office", form: "nominal", reason: "nobody in sight", stated: false }
    if (!phrase.determiner && !phrase.count) return nothing
    const one = { ...title, words: singular(title.words) }
    const fits = (t: Title) =>
      title.role === "leader" ||
      title.role === t.role ||
      (title.role === "minister" && t.role.endsWith("-minister")) ||
      fitsTitle(one, { ...t, words: singular(t.words) })
    const group = this.#scene.latest(
      ({ mention, titles, plural }) =>
        plural &&
        mention.actors.length > 1 &&
        (!phrase.count || mention.actors.length === phrase.count) &&
        titles.some(fits),
    )
    const persons: Appearance[] = []
    for (const seen of this.#scene.back()) {
      if (group && seen.at < group.at) break
      if (
        seen.plural ||
        seen.mention.actors.length !== 1 ||
        (seen.mention.kind !== "person" && seen.mention.kind !== "office")
      )
        continue
      const actor = seen.mention.actors[0]!
      if (persons.some(p => sameActor(p.mention.actors[0]!, actor)) || !this.#titlesOf(actor, seen.titles).some(fits))
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
    if (group)
      return {
        actors: group.mention.actors,
        kind: group.mention.kind,
        form: "nominal",
        reason: "the last named together",
        stated: false,
        antecedent: { from: group.mention.from, to: group.mention.to },
      }
    return nothing
  }

  /** A noun for part of a state, for a people, or for sides that were named. */
  #grouped(phrase: Phrase, group: Group): Link | undefined {
    if (
      group.kind === "states" ||
      group.kind === "sides" ||
      group.kind === "state" ||
      group.kind === "alliance" ||
      group.kind === "body"
    )
      return this.#pair(phrase, group)
    const { codes, antecedent } = this.#owned(phrase)
    const definite = phrase.determiner === "the"
    let states = codes
    let reason = antecedent ? "whose it is was said before" : ""
    let stated = !antecedent
    if ((!states.length || group.kind === "armed") && phrase.owners.every(o => !o.pronoun)) {
      const own = this.#groupName(phrase.owners)
      if (own) return own
    }
    if (
      !states.length &&
      group.kind === "government" &&
      phrase.plural &&
      (phrase.count || phrase.determiner === "both")
    )
      return this.#pair(phrase, { ...group, kind: "sides" })
    // Opposition to the plan is no party, but the opposition is asked to join.
    if (group.kind === "society" && !codes.length && this.#isAgainst(phrase.to)) return undefined
    if (!states.length && phrase.owners.every(o => !o.pronoun)) {
      const spokenOf = definite || group.kind === "organ" || group.kind === "people" || group.kind === "society"
      const near = spokenOf ? this.#stateInSight(phrase, group.kind === "society") : undefined
      if (near && group.kind !== "armed" && group.kind !== "world" && group.kind !== "equipment") {
        states = [near]
        reason = "of the state spoken of"
        stated = false
      }
    }
    const actorsOf = (make: (state: string) => Actor) => states.map(make)
    switch (group.kind) {
      case "government":
      case "forces":
      case "equipment":
        if (!states.length) return undefined
        // Tigray's authorities
        if (group.kind === "government" && this.#meanings.isLocal(phrase.owners)) {
          const [place] = phrase.owners
          const name = this.#page.text(place!.from, place!.to)
          return { actors: actorsOf(state => ({ state, name })), kind: "organisation", form: "nominal", reason, stated }
        }
        return { actors: actorsOf(state => ({ state })), kind: "state", form: "nominal", reason, stated, antecedent }
      case "organ": {
        if (!states.length)
          return { actors: [], kind: "organisation", form: "nominal", reason: "whose it is is not said", stated: false }
        return {
          actors: actorsOf(state => {
            const known = group.organisation && !this.#meanings.isLocal(phrase.owners)
            const own = known ? this.#knowledge.organisation(state, group.organisation!) : undefined
            return { state, name: own?.name ?? (group.name || group.words), ...(own ? { id: own.id } : {}) }
          }),
          kind: "organisation",
          form: "nominal",
          reason,
          stated,
          antecedent,
        }
      }
      case "people":
        if (!states.length) return this.#generic(phrase, group, "people")
        return {
          actors: actorsOf(state => ({ state, name: "people" })),
          kind: "people",
          form: "nominal",
          reason,
          stated,
          antecedent,
        }
      case "world":
      case "society":
        if (!states.length) return this.#generic(phrase, group, "group")
        return {
          actors: actorsOf(state => ({ state, name: group.name })),
          kind: "group",
          form: "nominal",
          reason,
          stated,
          antecedent,
        }
      case "armed": {
        const adjective = phrase.owners.find(o => o.namings.length && !this.#meanings.isLocal([o]))
        const name = adjective ? `${this.#page.text(adjective.from, adjective.to)} ${group.name}` : group.name
        return { actors: [{ state: "-", name }], kind: "group", form: "nominal", reason: "", stated: true }
      }
    }
  }

  /** Donors, migrants, partners: people of no state that is named. */
  #generic(phrase: Phrase, group: Group, kind: "people" | "group"): Link {
    const start = phrase.determiner ? phrase.from + 1 : phrase.from
    return {
      actors: [{ state: "-", name: this.#page.text(Math.min(start, phrase.head), phrase.to) || group.words }],
      kind,
      form: "nominal",
      reason: "of no state named",
      stated: true,
    }
  }

  /** Whether "to" and a noun follow: what somebody is opposed to. */
  #isAgainst(at: number): boolean {
    const next = this.#page.pieces[at + 1]
    return this.#page.pieces[at]?.key === "to" && next !== undefined && this.#doc.tokens[next.token]!.upos !== "VERB"
  }

  /** G7 members: the body itself. */
  #bodyOf(owners: readonly Owner[]): Link | undefined {
    const naming = owners.map(({ namings }) => this.#meanings.best(namings)).find(best => best?.kind === "body")
    return (
      naming && { actors: [this.#meanings.actorOf(naming)], kind: "body", form: "nominal", reason: "", stated: true }
    )
  }

  /** Hamas militants: the group itself. */
  #groupName(owners: readonly Owner[]): Link | undefined {
    for (const owner of owners) {
      const naming = this.#meanings.best(owner.namings)
      if (naming?.kind === "group")
        return { actors: [this.#meanings.actorOf(naming)], kind: "group", form: "nominal", reason: "", stated: true }
    }
    return undefined
  }

  /**
   * The state a text speaks of where it names none: of the sentence's place or subject, else the last one; never the publisher's.
   * @param nearest whether the last one named before the words comes first: "between the Syrian government and the opposition"
   */
  #stateInSight(phrase: Phrase, nearest = false): string | undefined {
    const sentence = this.#page.sentenceAt(phrase.from)
    const beside = nearest ? this.#statesOfSentence.get(sentence)?.findLast(({ at }) => at < phrase.from) : undefined
    const here = beside?.state ?? this.#placeBeside(phrase) ?? this.#statesOfSentence.get(sentence)?.[0]?.state
    if (here) return here
    const seen = this.#scene.latest(
      ({ mention, sentence: s }) =>
        sentence - s <= 3 &&
        mention.actors.length === 1 &&
        mention.actors[0]!.state !== "-" &&
        mention.actors[0]!.state !== this.#home &&
        this.#knowledge.states.has(mention.actors[0]!.state),
    )
    return seen?.mention.actors[0]?.state
  }

  /** The state of the nearest place of the sentence where something happens: "arrested by police in a bar in Lyon". */
  #placeBeside(phrase: Phrase): string | undefined {
    const places = this.#placesOfSentence.get(this.#page.sentenceAt(phrase.from)) ?? []
    const away = (at: number) => Math.abs(at - phrase.from)
    return places.toSorted((a, b) => away(a.at) - away(b.at))[0]?.state
  }

  /** The two countries, both sides, the alliance, the council. */
  #pair(phrase: Phrase, group: Group): Link | undefined {
    const { codes } = this.#owned(phrase)
    if (codes.length && group.kind !== "body")
      return {
        actors: codes.map(state => ({ state })),
        kind: "state",
        form: "nominal",
        reason: "",
        stated: true,
      }
    if (!phrase.determiner && !phrase.count) return undefined
    if (phrase.determiner === "our")
      return this.#home
        ? { actors: [{ state: this.#home }], kind: "state", form: "nominal", reason: "of the publisher", stated: false }
        : undefined
    if (group.kind === "body") return this.#bodyAgain(phrase, group)
    if (group.kind === "state") {
      const seen = this.#scene.latest(
        ({ mention, plural }) => !plural && mention.actors.length === 1 && mention.kind === "state",
      )
      return seen && (phrase.determiner === "the" || phrase.determiner === "this")
        ? {
            actors: [{ state: seen.mention.actors[0]!.state }],
            kind: "state",
            form: "nominal",
            reason: "the last state named",
            stated: false,
            antecedent: span(seen),
          }
        : undefined
    }
    if (phrase.determiner !== "the" && phrase.determiner !== "both" && !phrase.count) return undefined
    const wanted = phrase.count ?? 2
    const from: Appearance[] = []
    const states: string[] = []
    // A pair named together, or those who act: persons and offices before bare states.
    for (const actors of [true, false]) {
      states.length = 0
      from.length = 0
      for (const seen of this.#scene.back()) {
        const own = seen.mention.actors.map(a => a.state).filter(s => this.#knowledge.states.has(s))
        const distinct = [...new Set(own)]
        if (seen.mention.form !== "pronoun" && distinct.length === wanted)
          return {
            actors: distinct.map(state => ({ state })),
            kind: "state",
            form: "nominal",
            reason: "the last named together",
            stated: false,
            antecedent: span(seen),
          }
        if (actors && seen.mention.kind !== "person" && seen.mention.kind !== "office") continue
        if (distinct.length !== 1 || states.includes(distinct[0]!)) continue
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

  #bodyAgain(phrase: Phrase, group: Group): Link | undefined {
    if (phrase.determiner !== "the" && phrase.determiner !== "this") return undefined
    const noun = nameKey(group.words)
    const seen = this.#scene.latest(
      ({ mention }) =>
        (mention.kind === "body" || mention.kind === "organisation" || mention.kind === "group") &&
        mention.actors.length === 1 &&
        nameKey(
          `${this.#doc.text.slice(mention.from, mention.to)} ${mention.actors[0]!.name ?? this.#knowledge.bodies.get(mention.actors[0]!.state)?.name ?? ""}`,
        )
          .split(" ")
          .includes(noun),
    )
    return seen
      ? {
          actors: seen.mention.actors,
          kind: seen.mention.kind,
          form: "nominal",
          reason: "named before",
          stated: false,
          antecedent: span(seen),
        }
      : undefined
  }

  /** A state, body, organisation, group, people or person by name. */
  #named(phrase: Phrase): Link | undefined {
    const naming = this.#meanings.best(phrase.namings)
    if (!naming) return undefined
    if (naming.is === "place") return this.#place(phrase, this.#meanings.actorOf(naming).state)
    const form = naming.is === "adjective" ? "adjective" : "name"
    if (naming.is === "people")
      return { actors: [{ state: naming.id, name: "people" }], kind: "people", form: "name", reason: "", stated: true }
    const capital = naming.is === "metonym"
    const kind = naming.kind === "office" ? "office" : naming.kind
    return {
      actors: [this.#meanings.actorOf(naming)],
      kind,
      form,
      reason: capital ? "a place that speaks for it" : "",
      stated: !capital,
    }
  }

  /** A town is where something happens and acts for nobody; as the subject of its clause it stands for its own government. */
  #place(phrase: Phrase, state: string): Link | undefined {
    const head = this.#doc.tokens[this.#page.headOf(phrase.from, phrase.to, phrase.head)]!
    if (head.relation !== "nsubj") return undefined
    const name = this.#page.text(phrase.from, phrase.to).replace(/^the /i, "")
    return {
      actors: [{ state, name }],
      kind: "organisation",
      form: "name",
      reason: "a place of that state",
      stated: true,
    }
  }

  /** "I" and "we" where nobody says who: the same as the last time. */
  #again(word: "I" | "we"): Link {
    const before = this.#scene.latest(seen => seen.noun === word)
    return {
      actors: [],
      kind: "person",
      form: "pronoun",
      reason: UNSAID,
      stated: false,
      ...(before ? { antecedent: span(before) } : {}),
    }
  }

  /** Who says what stands in quotation marks: the subject outside them, in this sentence or the one before. */
  #quotedSpeaker(sentence: number): Appearance | undefined {
    return this.#scene.latest(
      seen =>
        !seen.quoted &&
        !seen.plural &&
        seen.subject &&
        sentence - seen.sentence <= 2 &&
        (seen.mention.kind === "person" || seen.mention.kind === "office"),
    )
  }

  #pronoun(phrase: Phrase): Link | undefined {
    const word = phrase.pronoun!
    const at = this.#page.pieces[phrase.from]!.token
    const sentence = this.#page.sentenceAt(phrase.from)
    const quoted = this.#page.isQuoted(at)
    const of = (seen: Appearance | undefined, reason: string): Link | undefined =>
      seen && {
        actors: seen.mention.actors,
        kind: seen.mention.kind,
        form: "pronoun",
        reason,
        stated: false,
        antecedent: span(seen),
        gender: seen.gender,
      }
    switch (word) {
      case "i":
      case "me":
      case "my":
        return (
          of(this.#speaker, "speaks here") ??
          (quoted ? of(this.#quotedSpeaker(sentence), "speaks here") : this.#again("I"))
        )
      case "we":
      case "us":
      case "our":
      case "ours":
        if (this.#speaker) return of(this.#speaker, "speaks here")
        return this.#home
          ? {
              actors: [{ state: this.#home }],
              kind: "state",
              form: "pronoun",
              reason: "of the publisher",
              stated: false,
            }
          : this.#again("we")
      case "he":
      case "him":
      case "his":
      case "himself":
        return of(
          this.#scene.person({
            sentence,
            quoted,
            speaks: this.#page.speaks(at, phrase.to),
            within: this.#page.span(phrase.from, phrase.to),
            gender: "m",
          }),
          "the last man spoken of",
        )
      case "she":
      case "her":
      case "hers":
      case "herself":
        return of(
          this.#scene.person({
            sentence,
            quoted,
            speaks: this.#page.speaks(at, phrase.to),
            within: this.#page.span(phrase.from, phrase.to),
            gender: "f",
          }),
          "the last woman spoken of",
        )
      case "it":
      case "its":
      case "itself":
        return of(
          this.#scene.latest(
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
        return of(this.#scene.several({ sentence, quoted }), "the last spoken of together")
    }
  }
}

const isBareName = ({ names, titles, owners, someone }: Phrase) =>
  names.length === 1 && !titles.length && !owners.length && !someone

const span = ({ mention }: Appearance): Span => ({ from: mention.from, to: mention.to })

/** Of a list of more places than these, the further ones are nowhere near. */
const MOST_PLACES = 12
type Placed = { readonly at: number; readonly state: string }
function note(places: Map<number, Placed[]>, sentence: number, place: Placed) {
  const known = places.get(sentence)
  if (!known) places.set(sentence, [place])
  else if (known.length < MOST_PLACES) known.push(place)
}
/** More than this are not pointed back to as one. */
const LONGEST_ROW = 12
const UNSAID = "who speaks is not said"
const FIRST = new Set(["i", "me", "my"])
const WOMEN = new Set(
  "woman girl wife mother mum mom daughter sister aunt niece grandmother widow actress lady girlfriend queen princess mrs mrs. ms ms. madam spokeswoman chairwoman congresswoman nun heroine".split(
    " ",
  ),
)
const MEN = new Set(
  "man boy husband father son brother uncle nephew grandfather guy boyfriend king prince mr mr. sir lord spokesman chairman congressman emperor pope monk hero".split(
    " ",
  ),
)
/** Of an everyday noun or a title; undefined for most. */
const genderOf = (noun: string) => (WOMEN.has(noun) ? "f" : MEN.has(noun) ? "m" : undefined)

const singular = (words: string) => words.replace(/ies(?= |$)/, "y").replace(/s(?= of | for |$)/, "")
