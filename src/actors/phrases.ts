import type { Token } from "../model/layers.ts"
import type { Naming } from "./knowledge.ts"
import { type Entry, type Find, type Group, type Lexicon, lines, type Someone, type Title } from "./lexicon.ts"
import type { Piece } from "./pieces.ts"

/** A state or body named before or after a head: "South Korean", "Iran's", "of the two countries". */
export interface Owner {
  readonly from: number
  readonly to: number
  /** What the words can stand for; empty for words that point back. */
  readonly namings: readonly Naming[]
  /** "his", "its", "their". */
  readonly pronoun?: string
  /** "of the two countries", "both sides'". */
  readonly phrase?: Phrase
}

/** A person's name, or what may be one: pieces `from` up to, but not including, `to`. */
export interface NameWords {
  readonly from: number
  readonly to: number
}

/** Words that may stand for somebody, with their parts told apart; who that is comes later. Places are pieces. */
export interface Phrase {
  readonly from: number
  readonly to: number
  /** The piece of the head noun, where the parse says nothing better. */
  readonly head: number
  /** "the", "a", "his", "both" …; empty for none. */
  readonly determiner: string
  /** "two" ministers: 2. */
  readonly count?: number
  readonly plural: boolean
  readonly owners: readonly Owner[]
  /** A ministry or agency before the title: "Foreign Ministry spokesman". */
  readonly organ?: Group
  readonly titles: readonly Title[]
  /** "for Korea and Japan", "to Israel": what an office deals with. */
  readonly field?: NameWords
  readonly past: boolean
  readonly names: readonly NameWords[]
  readonly group?: Group
  readonly someone?: Someone
  /** An organisation that a tagger saw and no file knows. */
  readonly unknown?: "organisation"
  readonly namings: readonly Naming[]
  readonly pronoun?: string
  /** The name this phrase explains: "Manuel Valls, the Prime Minister of France". */
  readonly explains?: Phrase
}

const DETERMINERS = new Set(
  "the a an this that these those both all each some several many most no any another other his her its their our my your whose".split(
    " ",
  ),
)
const POSSESSIVE = new Set("his her its their our my your".split(" "))
const NUMBERS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
}
const PAST = new Set("former ex late then ousted deposed exiled jailed imprisoned".split(" "))
const QUALIFIERS = new Set(
  "acting interim caretaker outgoing incoming newly new current senior top chief deputy first second third unnamed anonymous designate elect ruling transitional transition permanent visiting respective longtime veteran prominent independent fellow local federal national own central".split(
    " ",
  ),
)
const PARTICLES = new Set(
  "al el bin ibn bint ben de da do dos das del della di du von van der den la le lo abu abd ul ud ur of e y".split(" "),
)
const PRONOUNS = new Set(
  "he she him her his hers they them their theirs it its we us our ours i me my himself herself themselves itself".split(
    " ",
  ),
)
/** Words that begin sentences and titles with a capital and are no names. */
const PLAIN = new Set(
  "the a an and or but if in on at by for from with to of as it he she they we i you this that these those there here when while after before since until however meanwhile also today yesterday tomorrow now then both all some many several most no not what who how why where which his her their its our my your earlier later following according during under over between among amid despite although though because so yet still even only just more less new old one two three four five six seven eight nine ten first second third is are was were be been has have had do does did will would can could may might shall should must let thank yes question answer q a mr mrs ms dr monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december well thanks good great again finally moreover furthermore nevertheless instead".split(
    " ",
  ),
)
const SUBJECTS = new Set(
  lines(new URL("../../data/phrases/subjects.txt", import.meta.url)).flatMap(line => line.split(" ")),
)
const HEADLINE = new Set(
  lines(new URL("../../data/phrases/headline.txt", import.meta.url)).flatMap(line => line.split(" ")),
)
/** Callings whose plural means the government they speak for. */
const STANDING_FOR = new Set(["representative", "delegate", "negotiator", "envoy", "special-envoy", "diplomat"])
/** Those who serve where they are not at home: an ambassador in Cairo is not Egypt's. */
const ABROAD = new Set([
  "ambassador",
  "charge-daffaires",
  "consul",
  "special-envoy",
  "envoy",
  "journalist",
  "commander",
  "general",
])
/** Titles that are also everyday words; in small letters they need a name behind them. */
const EVERYDAY = new Set(
  "general major chief deputy justice head captain chair representative delegate speaker winner director assistant coordinator judge officer counselor principal aide lead".split(
    " ",
  ),
)
/** Names and titles longer than this are no names: it keeps every scan short. */
const LONGEST = 24

/** Tells apart the parts of the phrases of a document that may stand for somebody. */
export class PhraseReader {
  readonly #finds: (Find | null | undefined)[] = []
  readonly #pieces: readonly Piece[]
  readonly #tokens: readonly Token[]
  readonly #lexicon: Lexicon
  #end = 0

  constructor(pieces: readonly Piece[], tokens: readonly Token[], lexicon: Lexicon) {
    this.#pieces = pieces
    this.#tokens = tokens
    this.#lexicon = lexicon
  }

  /** The phrases of a sentence that holds the pieces `from` to `to`, in order; some lie within others. */
  read(from: number, to: number): readonly Phrase[] {
    this.#end = to
    const found: Phrase[] = []
    for (let at = from; at < to; ) {
      const thing = this.#find(at)
      if (thing?.entries.some(entry => entry.is === "thing")) {
        at = thing.to
        continue
      }
      const phrase = this.#phrase(at)
      if (!phrase) {
        at++
        continue
      }
      this.#take(phrase, found)
      at = Math.max(phrase.to, at + 1)
      // Manuel Valls, the Prime Minister of France, …
      if (phrase.names.length === 1 && this.#mark(at) === ",") {
        const next = this.#phrase(at + 1)
        const after = next && this.#mark(next.to)
        if (
          next?.titles.length &&
          !next.plural &&
          !next.names.length &&
          (next.to >= to || after === "," || after === "." || after === ";" || after === ")")
        ) {
          this.#take({ ...next, explains: phrase }, found)
          at = next.to
        }
      }
    }
    return found
  }

  /** Keeps a phrase and, beside it, the states and bodies named within it. */
  #take(phrase: Phrase, found: Phrase[]) {
    found.push(phrase)
    if (phrase.namings.length && phrase.owners.length === 0) return
    for (const owner of phrase.owners) {
      if (owner.phrase) this.#take(owner.phrase, found)
      else if (owner.namings.length) found.push(naming(owner.from, owner.to, owner.namings))
      else if (owner.pronoun) found.push(pronoun(owner.from, owner.pronoun))
    }
  }

  #find(at: number): Find | undefined {
    if (at >= this.#end) return undefined
    let found = this.#finds[at]
    if (found === undefined) {
      found = this.#pieces[at]!.key ? (this.#lexicon.at(this.#pieces, at) ?? null) : null
      if (found && found.to > this.#end) found = null
      this.#finds[at] = found
    }
    return found ?? undefined
  }

  #key = (at: number) => (at < this.#end ? this.#pieces[at]!.key : "")
  #mark = (at: number) => (at < this.#end ? this.#pieces[at]!.mark : "")
  #upper = (at: number) => at < this.#end && this.#pieces[at]!.written !== "lower"
  #upos = (at: number) => this.#tokens[this.#pieces[at]!.token]!.upos

  #namings(at: number): { readonly to: number; readonly namings: readonly Naming[] } | undefined {
    const found = this.#find(at)
    const namings = found?.entries.flatMap(entry => (entry.is === "naming" ? [entry.naming] : []))
    return namings?.length ? { to: found!.to, namings } : undefined
  }

  #title(at: number): { readonly to: number; readonly title: Title; readonly also?: Title } | undefined {
    const shared = this.#sharedTitle(at)
    if (shared) return shared
    const found = this.#find(at)
    const titles = found?.entries.flatMap(entry => (entry.is === "title" ? [entry] : [])) ?? []
    if (!found || !titles.length) return undefined
    const title = titles[0]!
    // Representatives of a state speak for it; a representative is somebody.
    if (title.plural && STANDING_FOR.has(title.role) && found.entries.some(entry => entry.is === "group"))
      return undefined
    if (found.to === at + 1 && !this.#upper(at)) {
      const upos = this.#upos(at)
      if (upos === "VERB" || upos === "ADJ" || upos === "ADV") return undefined
      if (EVERYDAY.has(this.#key(at)) && !this.#name(at + 1) && upos === "X") return undefined
    }
    return { to: found.to, title }
  }

  /** "foreign and defense ministers": two titles with one noun. */
  #sharedTitle(at: number) {
    if (this.#key(at + 1) !== "and" || !this.#key(at) || this.#find(at)) return undefined
    const found = this.#find(at + 2)
    const also = found?.entries.find(entry => entry.is === "title")
    if (!found || also?.is !== "title" || !also.plural || found.to - found.from < 2) return undefined
    const noun = this.#pieces.slice(found.from + 1, found.to).map(piece => piece.key)
    const title = this.#lexicon.title([this.#key(at), ...noun])
    return title && { to: found.to, title, also }
  }

  #group(at: number): { readonly to: number; readonly group: Group } | undefined {
    const found = this.#find(at)
    const group = found?.entries.find(entry => entry.is === "group")
    return found && group?.is === "group" ? { to: found.to, group } : undefined
  }

  /** An everyday noun for a person, where it is the head of its phrase. */
  #someone(at: number): { readonly to: number; readonly noun: Someone } | undefined {
    const found = this.#find(at)
    const noun = found?.entries.find(entry => entry.is === "someone")
    if (!found || noun?.is !== "someone") return undefined
    const { upos, relation } = this.#tokens[this.#pieces[found.to - 1]!.token]!
    return upos === "NOUN" && relation !== "compound" ? { to: found.to, noun } : undefined
  }

  /** A state, body or organisation that can own an office: "Japanese", "Iran's", "Republic of Korea (ROK)". */
  #owner(at: number): (Owner & { readonly next: number; readonly possessive: boolean }) | undefined {
    const found = this.#namings(at)
    const namings = found?.namings.filter(
      n => n.kind !== "person" && !(n.is === "people" && n.kind === "state" && found.namings.length > 1),
    )
    if (!found || !namings?.length) return undefined
    let next = this.#bracket(found.to)
    const possessive = this.#mark(next) === "'s" || this.#mark(next) === "'"
    if (possessive) next = this.#bracket(next + 1)
    return { from: at, to: found.to, namings, next, possessive }
  }

  /** Whether a state stands as an adjective or abbreviation, as before a noun: "South Korean", "UK". */
  #describes = ({ from, namings }: Owner) =>
    namings.some(naming => naming.is === "adjective" || naming.kind === "body") ||
    this.#pieces[from]!.written === "CAPS"

  /** Past an acronym in brackets, "(ROK)", with a possessive after it. */
  #bracket(at: number): number {
    if (this.#mark(at) !== "(" || this.#mark(at + 2) !== ")") return at
    return this.#pieces[at + 1]!.written === "CAPS" ? at + 3 : at
  }

  #phrase(start: number): Phrase | undefined {
    const piece = this.#pieces[start]!
    if (!piece.key) return undefined
    // the North
    const whole = DETERMINERS.has(piece.key) ? this.#namings(start) : undefined
    if (whole && whole.to >= (this.#find(start + 1)?.to ?? 0))
      return this.#body(start, start, "", undefined, []) ?? naming(start, whole.to, whole.namings)
    let at = start
    let determiner = ""
    let count: number | undefined
    const owners: Owner[] = []
    if (DETERMINERS.has(piece.key)) {
      determiner = piece.key
      at++
      if (POSSESSIVE.has(piece.key)) owners.push({ from: start, to: start + 1, namings: [], pronoun: piece.key })
      if ((piece.key === "both" || piece.key === "all") && this.#key(at) === "of") at++
      if (piece.key !== "the" && this.#key(at) === "the") at++
      else if (piece.key === "both" && POSSESSIVE.has(this.#key(at))) at++
    }
    if (NUMBERS[this.#key(at)]) count = NUMBERS[this.#key(at++)]
    const body = this.#body(start, at, determiner, count, owners)
    if (body) return body
    if (
      PRONOUNS.has(piece.key) &&
      !(piece.key === "us" && piece.written !== "lower") &&
      !(piece.key === "it" && piece.written === "CAPS")
    )
      return pronoun(start, piece.key)
    // The first owner stands by itself; what follows is read anew.
    const first = this.#owner(at)
    if (first)
      return {
        ...naming(first.from, first.to, first.namings),
        determiner,
        from: determiner === "the" ? start : first.from,
      }
    return undefined
  }

  /** What follows a determiner: states and adjectives, then a title, a group noun or a name. */
  #body(
    from: number,
    start: number,
    determiner: string,
    count: number | undefined,
    given: readonly Owner[],
  ): Phrase | undefined {
    let at = start
    const owners = [...given]
    let past = false
    let organ: Group | undefined
    let modifiers = 0
    while (at < this.#end && at - start < LONGEST) {
      const title = this.#title(at)
      if (title && !this.#opensOwner(at, title.to)) break
      const group = this.#group(at)
      if (group) {
        // Foreign Ministry spokesperson
        const heads = this.#title(group.to)
        if (
          !heads ||
          !(group.group.kind === "organ" || group.group.kind === "government" || group.group.kind === "body")
        )
          break
        organ = group.group
        at = group.to
        continue
      }
      const owner = this.#owner(at)
      if (owner) {
        owners.push(owner)
        at = owner.next
        // the US and South Korean foreign ministers; French, German, and UK counterparts
        const joined = this.#joined(at)
        const next = joined ? this.#owner(joined) : undefined
        if (next && this.#describes(owner) === this.#describes(next)) at = joined
        continue
      }
      const key = this.#key(at)
      if (PAST.has(key)) {
        past = true
        at++
      } else if (QUALIFIERS.has(key)) {
        at++
      } else if (this.#someone(at)) break
      else if (modifiers < 4 && at > start && key && !this.#upper(at) && this.#modifies(at)) {
        modifiers++
        at++
      } else break
    }
    const title = this.#title(at)
    if (title) return this.#titled({ from, at, determiner, count, owners, past, organ })
    const group = this.#group(at)
    if (group) return this.#grouped({ from, at, determiner, count, owners, past })
    const someone = this.#someone(at)
    if (someone) {
      const phrase: Phrase = {
        ...BARE,
        from,
        to: someone.to,
        head: someone.to - 1,
        determiner,
        ...(count ? { count } : {}),
        plural: someone.noun.plural,
        owners,
        past,
        someone: someone.noun,
      }
      return this.#withName(phrase) ?? phrase
    }
    // Russia's Vladimir Putin; the Dutch goalkeeper Jan Doe; former Afghan President is read above
    const name = this.#name(at)
    const called = modifiers > 0 && this.#upos(at - 1) === "NOUN" && name !== undefined && name.to - name.from > 1
    if (name && (at === from || (owners.length && (this.#mark(at - 1) === "'s" || past || called || this.#known(at)))))
      return { ...BARE, from, to: name.to, head: name.to - 1, determiner, owners, past, names: [name] }
    return undefined
  }

  /** The American tourist Jane Doe; a Dutch pilot, Jan Doe, */
  #withName(phrase: Phrase): Phrase | undefined {
    if (phrase.plural) return undefined
    const set = this.#mark(phrase.to) === ","
    const name = this.#name(set ? phrase.to + 1 : phrase.to, !set)
    if (!name || (set && !(name.to - name.from > 1 && /^[,.;)]$/.test(this.#mark(name.to))))) return undefined
    return { ...phrase, to: name.to, head: set ? phrase.head : name.to - 1, names: [name] }
  }

  /** "US" in "US Secretary" opens an owner though a longer entry "US Secretary of State" may be a title. */
  #opensOwner(at: number, to: number): boolean {
    const owner = this.#namings(at)
    return owner !== undefined && owner.to >= to
  }

  #known = (at: number) => this.#namings(at)?.namings.some(n => n.kind === "person") ?? false

  /** Whether a small word may stand before a noun: only a tagger can say so. */
  #modifies(at: number): boolean {
    const upos = this.#upos(at)
    return upos === "ADJ" || upos === "NOUN" || upos === "NUM"
  }

  /** Past "and", "," or ", and"; 0 where none stands there. */
  #joined(at: number): number {
    if (this.#mark(at) === ",") return this.#key(at + 1) === "and" ? at + 2 : at + 1
    return this.#key(at) === "and" || this.#mark(at) === "&" || this.#mark(at) === "/" ? at + 1 : 0
  }

  #titled({ from, at: start, determiner, count, owners, past, organ: before }: Start): Phrase {
    let organ = before
    const first = this.#title(start)!
    const titles = first.also ? [first.title, first.also] : [first.title]
    const owned = [...owners]
    let head = first.to - 1
    let at = first.to
    let field: NameWords | undefined
    const ofAt = (word: string) => this.#key(at) === word
    for (let more = 0; more < 3; more++) {
      const nested =
        /^(?:of|for|to)$/.test(this.#key(at)) && this.#key(at + 1) === "the" ? this.#title(at + 2) : undefined
      if (nested && !nested.title.plural) {
        // Chief of Staff for the President of the European Commission Seibert
        const inner = this.#titled({
          from: at + 2,
          at: at + 2,
          determiner: "the",
          count: undefined,
          owners: [],
          past: false,
        })
        const tail = inner.names[0]?.from ?? inner.to
        if (tail === nested.to && inner.names.length) break
        return {
          ...inner,
          from,
          head: inner.names.length ? inner.head : head,
          determiner,
          plural: first.title.plural,
          owners: [...owned, ...inner.owners],
          past,
          ...(organ ? { organ } : {}),
          field: { from: at + 1, to: tail },
          titles,
        }
      }
      const service = /^(?:of|for|at|in|from|with)$/.test(this.#key(at)) ? this.#organAt(at + 1) : undefined
      if (service && !organ && !owned.length) {
        // a spokesman for the Sudanese Foreign Ministry
        owned.push(...service.owners)
        organ = service.organ
        at = service.to
      } else if (ofAt("of")) {
        // the president of France; the foreign ministers of the two countries
        const of = this.#ownersOf(at + 1)
        if (of) {
          owned.push(...of.owners)
          at = of.to
        } else {
          const tail = this.#field(at + 1)
          if (!tail) break
          field = { from: at + 1, to: tail }
          at = tail
        }
      } else if (ofAt("for") || ofAt("to") || ofAt("on") || ofAt("at")) {
        const tail = this.#field(at + 1)
        if (!tail) break
        field = { from: at + 1, to: tail }
        at = tail
      } else if (this.#bracket(at) !== at) at = this.#bracket(at)
      else if (
        this.#mark(at) === "," &&
        this.#upper(at + 1) &&
        SUBJECTS.has(this.#key(at + 1)) &&
        !this.#title(at + 1)
      ) {
        // Minister of Economy, Trade, and Industry Hagiuda
        const tail = this.#field(at + 1)
        if (!tail) break
        at = tail
      } else if (ofAt("designate") || ofAt("elect")) at++
      else {
        // Foreign Minister and Alternate Prime Minister Lapid
        const joined =
          this.#key(at) === "and" || this.#mark(at) === "," || this.#mark(at) === "/" ? this.#joined(at) : 0
        const skipped = joined ? this.#pastQualifiers(joined) : 0
        const next = skipped ? this.#title(skipped) : undefined
        if (
          next &&
          !next.title.plural &&
          !first.title.plural &&
          (this.#upper(skipped) || this.#upper(start)) &&
          !this.#nameAfterList(at, joined) &&
          this.#name(this.#pastField(next.to))
        ) {
          titles.push(next.title)
          at = next.to
          head = next.to - 1
        } else if (this.#title(at) && !first.title.plural && (this.#upper(at) || titles[0]!.role === "honorific")) {
          // Vice Chairman General Zhang; Mr. President
          const again = this.#title(at)!
          titles.push(again.title)
          at = again.to
          head = again.to - 1
        } else break
      }
    }
    const names: NameWords[] = []
    let name = this.#name(at, true)
    if (!name && this.#mark(at) === "," && titles.some(t => t.role === "counterpart")) {
      // his counterpart, Chung Eui-yong,
      name = this.#name(at + 1, true)
    }
    while (name && names.length < LONGEST) {
      names.push(name)
      at = name.to
      const joined = first.title.plural ? this.#joined(at) : 0
      name = joined ? this.#name(joined, true) : undefined
    }
    if (names.length) {
      head = names[0]!.to - 1
      // Prime Minister Nikol Pashinyan of Armenia
      const of = names.length === 1 && this.#key(at) === "of" ? this.#ownersOf(at + 1) : undefined
      if (of) {
        owned.push(...of.owners)
        at = of.to
      }
    } else if (!owned.length && this.#key(at) === "in" && !ABROAD.has(first.title.role)) {
      // A judge in Peru
      const place = this.#ownersOf(at + 1)
      if (place) {
        owned.push(...place.owners)
        at = place.to
      }
    }
    return {
      ...BARE,
      from,
      to: at,
      head,
      determiner,
      ...(count ? { count } : {}),
      plural: first.title.plural,
      owners: owned,
      past,
      ...(organ ? { organ } : {}),
      ...(field ? { field } : {}),
      titles,
      names,
    }
  }

  /** A ministry or agency with its state: "the Sudanese Foreign Ministry", "the Foreign Ministry of Sudan". */
  #organAt(
    start: number,
  ): { readonly owners: readonly Owner[]; readonly organ: Group; readonly to: number } | undefined {
    const at = this.#key(start) === "the" ? start + 1 : start
    const owner = this.#owner(at)
    const found = this.#group(owner ? owner.next : at)
    if (found?.group.kind !== "organ") return undefined
    if (owner) return { owners: [owner], organ: found.group, to: found.to }
    const of = this.#key(found.to) === "of" ? this.#ownersOf(found.to + 1) : undefined
    return of && { owners: of.owners, organ: found.group, to: of.to }
  }

  /** Past "former", "acting" and their like. */
  #pastQualifiers(at: number): number {
    let to = at
    while (to - at < 4 && (PAST.has(this.#key(to)) || QUALIFIERS.has(this.#key(to))) && !this.#title(to)) to++
    return to
  }

  /** "President Xi and Prime Minister Li": the first title already has its name. */
  #nameAfterList(at: number, joined: number): boolean {
    return this.#mark(at) === "," && joined === at + 1
  }

  #pastField(at: number): number {
    const key = this.#key(at)
    return (key === "of" || key === "for" || key === "to") && this.#field(at + 1) ? this.#field(at + 1) : at
  }

  #grouped({ from, at: start, determiner, count, owners }: Start): Phrase | undefined {
    const { group, to } = this.#group(start)!
    const owned = [...owners]
    let at = to
    if (
      this.#key(at) === "of" ||
      (!owned.length && this.#key(at) === "in" && group.kind !== "forces" && group.kind !== "states")
    ) {
      const of = this.#ownersOf(at + 1)
      if (of) {
        owned.push(...of.owners)
        at = of.to
      }
    }
    const last = this.#pieces[to - 1]!.key
    return {
      ...BARE,
      from,
      to: at,
      head: to - 1,
      determiner,
      ...(count ? { count } : {}),
      plural: last.endsWith("s") || last === "people" || last === "police",
      owners: owned,
      group,
    }
  }

  /** After "of": states and bodies in a row, or words that point back to them. */
  #ownersOf(start: number): { readonly owners: readonly Owner[]; readonly to: number } | undefined {
    const owners: Owner[] = []
    let at = start
    while (owners.length < LONGEST) {
      if (this.#key(at) === "the" || this.#key(at) === "both") {
        // the two countries
        const next = this.#key(at + 1)
        const group = this.#group(NUMBERS[next] ? at + 2 : at + 1)
        if (
          group &&
          (group.group.kind === "states" ||
            group.group.kind === "sides" ||
            group.group.kind === "state" ||
            group.group.kind === "alliance")
        ) {
          const to = group.to
          const phrase: Phrase = {
            ...BARE,
            from: at,
            to,
            head: to - 1,
            determiner: this.#key(at),
            ...(NUMBERS[next] ? { count: NUMBERS[next] } : {}),
            plural: group.group.kind !== "state",
            group: group.group,
          }
          owners.push({ from: at, to, namings: [], phrase })
          return { owners, to }
        }
        at++
      }
      const owner = this.#owner(at)
      if (!owner || owner.possessive || owner.namings.every(n => n.is === "adjective")) break
      // In "of Russian forces" the state belongs to what follows.
      if (owner.namings.some(n => n.is === "adjective") && (this.#group(owner.next) || this.#title(owner.next))) break
      owners.push(owner)
      at = owner.next
      const joined = this.#joined(at)
      const past = joined && this.#key(joined) === "the" ? joined + 1 : joined
      const following = past ? this.#owner(past) : undefined
      if (!following || following.possessive || this.#title(following.next) || this.#name(following.next, true)) break
      at = joined
    }
    const last = owners.at(-1)
    return last ? { owners, to: at } : undefined
  }

  /** Where the field of an office ends: "for Near East Asian Affairs" Joey Hood. 0 where none begins here. */
  #field(start: number): number {
    let at = start
    let last = 0
    while (at < this.#end && at - start < LONGEST) {
      const key = this.#key(at)
      const mark = this.#mark(at)
      const namings = this.#namings(at)
      if (namings && !namings.namings.some(n => n.kind === "person")) {
        // thanked the Foreign Minister for Qatar's efforts
        if (this.#mark(namings.to) === "'s" || this.#mark(namings.to) === "'") return 0
        last = this.#bracket(namings.to)
        at = last
      } else if (this.#upper(at) && SUBJECTS.has(key)) last = ++at
      else if (this.#upper(at) && !this.#title(at) && !this.#known(at)) at++
      else if (
        key === "and" ||
        key === "the" ||
        key === "of" ||
        key === "for" ||
        key === "in" ||
        mark === "," ||
        mark === "&" ||
        mark === "'s"
      ) {
        if (!this.#upper(at + 1) && this.#key(at + 1) !== "the" && this.#key(at + 1) !== "and") break
        at++
      } else break
    }
    return last
  }

  /**
   * A name: words with capitals, initials and the small words within names, as far as no title or state begins.
   * @param titled whether a title stands before, so that anything with a capital is a name
   */
  #name(start: number, titled = false): NameWords | undefined {
    // Minister for Foreign Affairs and Defence Coveney: what is left of a field is no name.
    if (
      titled &&
      this.#upper(start) &&
      SUBJECTS.has(this.#key(start)) &&
      this.#nameWord(start + 1, true) &&
      !this.#known(start)
    )
      return this.#name(start + 1, titled)
    const known = this.#namings(start)
    let at = start
    if (known?.namings.some(n => n.kind === "person")) at = known.to
    else if (!this.#nameWord(start, titled)) return undefined
    else at = start + 1
    while (at < this.#end && at - start < 10) {
      if (this.#nameWord(at, true)) at++
      else if (
        PARTICLES.has(this.#key(at)) &&
        this.#key(at) !== "of" &&
        !this.#upper(at) &&
        this.#nameWord(at + 1, true)
      )
        at += 2
      else if (
        this.#mark(at) === '"' &&
        this.#mark(at + 2) === '"' &&
        this.#nameWord(at + 1, true) &&
        this.#nameWord(at + 3, true)
      )
        at += 4
      else if (this.#mark(at) === "." && at === start + 1 && this.#key(start).length === 1) at++
      else if (this.#mark(at) === "," && /^(?:jr|sr)$/.test(this.#key(at + 1))) at += 2
      else break
    }
    return { from: start, to: at }
  }

  #nameWord(at: number, inside: boolean): boolean {
    if (!this.#upper(at)) {
      // al-Sisi, bin Salman
      return (
        inside &&
        PARTICLES.has(this.#key(at)) &&
        this.#key(at).startsWith("a") &&
        this.#upper(at + 1) &&
        !this.#find(at + 1) &&
        this.#sameWord(at)
      )
    }
    const { key } = this.#pieces[at]!
    if (PLAIN.has(key) && !(inside && key === "may")) return false
    if (HEADLINE.has(key) && (inside || this.#upos(at) === "VERB")) return false
    const found = this.#find(at)
    if (!found) return true
    // Whitney Houston, Helmut Kohler
    if (inside && found.entries.every(entry => entry.is === "someone" || isPlace(entry))) return true
    return (
      found.entries.every(entry => entry.is === "naming" && entry.naming.kind === "person") ||
      (inside && this.#insideName(at, found))
    )
  }

  #sameWord = (at: number) =>
    at + 1 < this.#end &&
    this.#tokens[this.#pieces[at + 1]!.token]!.from - this.#tokens[this.#pieces[at]!.token]!.to <= 1

  /** "Cardinal", "Major", "Marshall": a short title or group word written with a capital between or after name words. */
  #insideName(at: number, found: Find): boolean {
    return (
      found.to === at + 1 &&
      this.#pieces[at]!.written === "Upper" &&
      found.entries.every(e => e.is === "title" && EVERYDAY.has(e.words)) &&
      !this.#upper(at + 1)
    )
  }
}

const isPlace = (entry: Entry) => entry.is === "naming" && entry.naming.is === "place"

interface Start {
  readonly from: number
  readonly at: number
  readonly determiner: string
  readonly count: number | undefined
  readonly owners: readonly Owner[]
  readonly past: boolean
  readonly organ?: Group | undefined
}

/** A phrase without any part. */
export const BARE = {
  determiner: "",
  plural: false,
  owners: [],
  titles: [],
  names: [],
  namings: [],
  past: false,
} as const

const naming = (from: number, to: number, namings: readonly Naming[]): Phrase => ({
  ...BARE,
  from,
  to,
  head: to - 1,
  namings,
})

const pronoun = (at: number, word: string): Phrase => ({
  ...BARE,
  from: at,
  to: at + 1,
  head: at,
  pronoun: word,
  plural: /^(?:they|them|their|theirs|themselves|we|us|our|ours)$/.test(word),
})
