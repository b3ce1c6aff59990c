import type { TreebankSentence } from "./conllu.ts"
import { random } from "./learner.ts"

/** Every so many fitting sentences one is copied. */
const EVERY = 3

/** A word to be set into a sentence; its governor is another word of the same group, or `undefined` for its head. */
interface Piece {
  readonly word: string
  readonly tags: string
  readonly relation: string
  readonly to?: number
  readonly lemma?: string
}

const NATIONS =
  "Japanese French Polish Kenyan Turkish Brazilian Korean Norwegian Indian Egyptian Ukrainian Chilean".split(" ")
const FIRST = "Anna Ned Marie Tomas Yoko Ahmed Linda Pavel Rosa Mark Tony Grace Hassan Ingrid Wendy Luis".split(" ")
const LAST = "Price Keller Novak Tanaka Laurent Okafor Lambert Silva Haddad Berg Rossi Stone Yilmaz Costa Moreau".split(
  " ",
)
const FAMILY = "Park Kim Chung Lee Choi Moon Yoon Kang Tsai Nguyen".split(" ")
const GIVEN = "Eun-ji Won-ho Jong-min Sung-hee Jin Hye-won Ing-mei Ki-moon".split(" ")
const DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(" ")

/**
 * Sentences of the treebanks put into the mouth of an official, in the ways news does it ("…, Foreign Minister Marie
 * Laurent said Tuesday."), with the tree that follows from theirs: reports tell nearly everything so, web text seldom.
 */
export function attributed(sentences: readonly TreebankSentence[], seed: number): TreebankSentence[] {
  const next = random(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!
  return sentences
    .filter(fits)
    .filter((_, i) => i % EVERY === 0)
    .map(sentence => tell(sentence, pick, next()))
}

/** A plain statement with a finite verb and a subject. */
function fits({ words, upos, xpos, heads, relations }: TreebankSentence): boolean {
  const root = heads.indexOf(-1)
  return (
    words.length >= 6 &&
    words.length <= 35 &&
    words.at(-1) === "." &&
    /^\p{Lu}/u.test(words[0]!) &&
    upos[root] === "VERB" &&
    /^VB[DZPNG]$/.test(xpos[root]!) &&
    relations.some((relation, i) => heads[i] === root && relation.startsWith("nsubj")) &&
    !words.some(word => /["“”]/.test(word) || word === "said" || word === "according")
  )
}

type Pick = <T>(list: readonly T[]) => T

/** Who says it; `relation` is what the head of the group is to the verb. */
function speaker(pick: Pick, relation: string): { pieces: Piece[]; head: number } {
  const kinds = ["title", "title", "title", "office", "plain", "body", "surname"]
  const kind = pick(relation === "nsubj" ? [...kinds, "pronoun"] : kinds)
  if (kind === "pronoun") return { pieces: [{ word: pick(["he", "she"]), tags: "PRON PRP", relation }], head: 0 }
  if (kind === "surname")
    return { pieces: [{ word: pick([...LAST, ...FAMILY]), tags: "PROPN NNP", relation }], head: 0 }
  if (kind === "body") {
    const body = pick([
      ["foreign", "ministry"],
      ["state", "department"],
      ["State", "Department"],
      ["defense", "ministry"],
    ])
    const proper = body[0] === "State"
    const first = body[0] === "foreign" ? "ADJ JJ" : proper ? "PROPN NNP" : "NOUN NN"
    return {
      pieces: [
        { word: "the", tags: "DET DT", relation: "det", to: 2 },
        { word: body[0]!, tags: first, relation: first === "ADJ JJ" ? "amod" : "compound", to: 2 },
        { word: body[1]!, tags: proper ? "PROPN NNP" : "NOUN NN", relation },
      ],
      head: 2,
    }
  }
  const pieces: Piece[] = []
  const title = titleOf(pick, kind)
  const name = pick([true, true, false]) ? [pick(FIRST), pick(LAST)] : [pick(FAMILY), pick(GIVEN)]
  const head = title.length
  for (const piece of title) pieces.push(piece.to === undefined ? { ...piece, to: head } : piece)
  pieces.push({ word: name[0]!, tags: "PROPN NNP", relation })
  pieces.push({ word: name[1]!, tags: "PROPN NNP", relation: "flat", to: head })
  return { pieces, head }
}

/** A title; the piece without governor belongs to the name. */
function titleOf(pick: Pick, kind: string): Piece[] {
  if (kind === "office")
    return [
      { word: "U.S.", tags: "PROPN NNP", relation: "compound", to: 1 },
      { word: "Secretary", tags: "PROPN NNP", relation: "nmod:desc" },
      { word: "of", tags: "ADP IN", relation: "case", to: 3 },
      { word: pick(["State", "Defense", "Commerce"]), tags: "PROPN NNP", relation: "nmod", to: 1 },
    ]
  if (kind === "plain")
    return [
      { word: pick(["department", "ministry", "government"]), tags: "NOUN NN", relation: "compound", to: 1 },
      { word: pick(["spokesperson", "spokesman", "spokeswoman"]), tags: "NOUN NN", relation: "nmod:desc" },
    ]
  const nation = pick([true, false]) ? [{ word: pick(NATIONS), tags: "ADJ JJ", relation: "amod" }] : []
  const title = pick([
    ["Foreign", "Minister"],
    ["Prime", "Minister"],
    ["Defense", "Minister"],
    ["President"],
    ["Ambassador"],
  ])
  const at = nation.length + title.length - 1
  const words = title.map((word, i) =>
    i === title.length - 1
      ? { word, tags: "PROPN NNP", relation: "nmod:desc" }
      : {
          word,
          tags: word === "Defense" ? "PROPN NNP" : "ADJ NNP",
          relation: word === "Defense" ? "compound" : "amod",
          to: at,
        },
  )
  return [...nation.map(piece => ({ ...piece, to: at })), ...words]
}

/** The day it was said, or nothing. */
function when(pick: Pick): Piece[] {
  const day = pick(DAYS)
  return pick([
    [],
    [{ word: day, tags: "PROPN NNP", relation: "obl:unmarked" }],
    [
      { word: "on", tags: "ADP IN", relation: "case", to: 1 },
      { word: day, tags: "PROPN NNP", relation: "obl" },
    ],
    [
      { word: "in", tags: "ADP IN", relation: "case", to: 2 },
      { word: "a", tags: "DET DT", relation: "det", to: 2 },
      { word: "statement", tags: "NOUN NN", relation: "obl" },
    ],
  ])
}

/** Puts a statement together with its teller. */
function tell(sentence: TreebankSentence, pick: Pick, draw: number): TreebankSentence {
  const form = draw < 0.35 ? "after" : draw < 0.6 ? "quoted" : draw < 0.85 ? "before" : "according"
  const build = new Build()
  const said = { word: pick(["said", "said", "said", "added", "noted"]), tags: "VERB VBD", relation: "root" }
  if (form === "before") {
    const who = speaker(pick, "nsubj")
    const start = build.group(who.pieces)
    build.capital(start)
    const verb = build.one(said, -1)
    build.attach(start + who.head, verb)
    const day = when(pick)
    const dayAt = build.group(day)
    if (day.length > 0) build.attach(dayAt + day.length - 1, verb)
    const that = pick([true, false]) ? build.one({ word: "that", tags: "SCONJ IN", relation: "mark" }, -1) : -1
    const root = build.statement(sentence, false)
    build.relate(root, verb, "ccomp")
    if (that >= 0) build.attach(that, root)
    build.one({ word: ".", tags: "PUNCT .", relation: "punct" }, verb)
    return build.sentence()
  }
  const open = form === "quoted" ? build.one({ word: '"', tags: "PUNCT ``", relation: "punct" }, -1) : -1
  const root = build.statement(sentence, true)
  if (open >= 0) build.attach(open, root)
  const comma = build.one({ word: ",", tags: "PUNCT ,", relation: "punct" }, root)
  if (open >= 0) build.one({ word: '"', tags: "PUNCT ''", relation: "punct" }, root)
  if (form === "according") {
    const according = build.one({ word: "according", tags: "VERB VBG", relation: "case" }, -1)
    build.one({ word: "to", tags: "ADP IN", relation: "fixed" }, according)
    const who = speaker(pick, "obl")
    const start = build.group(who.pieces)
    build.attach(start + who.head, root)
    build.attach(according, start + who.head)
    build.attach(comma, start + who.head)
    build.one({ word: ".", tags: "PUNCT .", relation: "punct" }, root)
    return build.sentence()
  }
  const who = speaker(pick, "nsubj")
  const turned = form === "quoted" && who.pieces.length > 1 && pick([true, false, false])
  let verb = turned ? build.one(said, -1) : -1
  const start = build.group(who.pieces)
  if (!turned) verb = build.one(said, -1)
  build.attach(start + who.head, verb)
  const day = when(pick)
  const dayAt = build.group(day)
  if (day.length > 0) build.attach(dayAt + day.length - 1, verb)
  build.relate(root, verb, "ccomp")
  build.one({ word: ".", tags: "PUNCT .", relation: "punct" }, verb)
  return build.sentence()
}

/** A sentence under construction. */
class Build {
  private readonly words: string[] = []
  private readonly tags: string[] = []
  private readonly heads: number[] = []
  private readonly relations: string[] = []

  one({ word, tags, relation }: Piece, head: number): number {
    this.words.push(word)
    this.tags.push(tags)
    this.heads.push(head)
    this.relations.push(relation)
    return this.words.length - 1
  }

  /** Adds words that hang together; gives the place of the first. */
  group(pieces: readonly Piece[]): number {
    const start = this.words.length
    for (const piece of pieces) this.one(piece, piece.to === undefined ? -1 : start + piece.to)
    return start
  }

  /** Adds a statement without its full stop; gives the place of its root. */
  statement({ words, upos, xpos, heads, relations }: TreebankSentence, capital: boolean): number {
    const start = this.words.length
    for (let i = 0; i < words.length - 1; i++) {
      const small = !capital && i === 0 && upos[0] !== "PROPN" && words[0] !== "I"
      const head = heads[i]!
      // What hung on the full stop, if anything, hangs on the root.
      const to = head === words.length - 1 ? heads.indexOf(-1) : head
      this.one(
        { word: small ? words[i]!.toLowerCase() : words[i]!, tags: `${upos[i]} ${xpos[i]}`, relation: relations[i]! },
        to < 0 ? -1 : start + to,
      )
    }
    return start + heads.indexOf(-1)
  }

  attach(word: number, head: number): void {
    this.heads[word] = head
  }

  relate(word: number, head: number, relation: string): void {
    this.heads[word] = head
    this.relations[word] = relation
  }

  capital(at: number): void {
    this.words[at] = this.words[at]!.slice(0, 1).toUpperCase() + this.words[at]!.slice(1)
  }

  sentence(): TreebankSentence {
    return {
      words: this.words,
      lemmas: this.words,
      upos: this.tags.map(tag => tag.split(" ")[0]!),
      xpos: this.tags.map(tag => tag.split(" ")[1]!),
      heads: this.heads,
      relations: this.relations,
      spaceAfter: this.words.map(() => true),
      opensParagraph: false,
    }
  }
}
